"""A component of `spaCy <https://spacy.io>`_: ``nlp.add_pipe("toponym")``.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("toponym")
>>> doc = nlp("They went from Gyumri to Yerevan.")
>>> [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents]
[('Gyumri', 'GPE', 'gn:616635'), ('Yerevan', 'GPE', 'gn:616052')]
"""

from __future__ import annotations

import dataclasses
import os
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from ._answers import Candidate, Mention, SitePoint
from ._columns import shared_resolver


def _mention(span: Span) -> Mention | None:
    """Give the mention that a span was made of; of a span made elsewhere the first of its tokens."""
    told = span._.toponym_records
    if not told:
        return None
    named = [one for one in told if (one["id"], one["kb_id"]) == (span.id_, span.kb_id_)]
    return _from_plain((named or told)[0]["mention"])


if not Span.has_extension("toponym"):
    # What spaCy keeps is data of no class of ours, which it can write: to other processes, and to files. It keeps it by
    # where a span begins and ends, and two mentions may be in one token: so of each place there is a list.
    Span.set_extension("toponym_records", default=None)
    Span.set_extension("toponym", getter=_mention)


class Toponym:
    """Marks the places that a text mentions.

    Spans are of whole tokens: of ``ليريفان``, "to Yerevan", all is marked, and ``span._.toponym``, a
    `Mention`, says where the name alone is. ``span.kb_id_`` is the id of the place, and ``span.id_`` tells
    mentions of one token apart, of which ``doc.ents`` can hold one, and a group all. Labels are those of
    OntoNotes: ``GPE`` for settlements and units, ``LOC`` for other places, ``NORP`` for demonyms.

    Parameters
    ----------
    index : str or None
        An index file; None for the built-in gazetteer.
    spans_key : str or None
        The group of ``doc.spans`` that the spans are added to; None for ``doc.ents``.
    overwrite : bool
        Whether spans take the place of those in the group, or entities, that they overlap. Otherwise those
        stay; of entities that overlap only one can be there.
    **options
        ``country``, ``near`` and so on of `Resolver.scan`.
    """

    def __init__(self, index: str | None, spans_key: str | None, overwrite: bool, **options: Any) -> None:
        self._resolver = shared_resolver(None if index is None else os.fspath(index))
        self._spans_key = spans_key
        self._overwrite = overwrite
        self._options = options

    def __call__(self, doc: Doc) -> Doc:
        """Mark the places of a text."""
        mentions = self._resolver.scan(doc.text, **self._options)
        spans = [span for mention in mentions if (span := _span(doc, mention))]
        if self._spans_key is not None:
            held = list(doc.spans.get(self._spans_key, ()))
            if self._overwrite:
                held = _beside(held, spans)
            # Of a text that comes here again they are there already.
            doc.spans[self._spans_key] = held + [span for span in spans if span not in held]
            return doc
        # Of two that overlap the longer stays, and of two of a length the one that comes first.
        held = list(doc.ents)
        if self._overwrite:
            held = _beside(held, spans)
        else:
            spans = _beside(spans, held)
        doc.ents = filter_spans(held + spans)
        return doc


@Language.factory(
    "toponym",
    assigns=["doc.ents", "doc.spans", "span._.toponym"],
    default_config={
        "index": None,
        "spans_key": None,
        "overwrite": False,
        "country": None,
        "near": None,
        "posts": False,
        "unlisted": True,
        "low_confidence": False,
    },
)
def make_toponym(
    nlp: Language,
    name: str,
    index: str | None,
    spans_key: str | None,
    overwrite: bool,
    country: str | list[str] | None,
    near: tuple[float, float] | None,
    posts: bool,
    unlisted: bool,
    low_confidence: bool,
) -> Toponym:
    """Make the component; its configuration is what `Toponym` takes."""
    return Toponym(
        index,
        spans_key,
        overwrite,
        country=country,
        near=near,
        posts=posts,
        unlisted=unlisted,
        low_confidence=low_confidence,
    )


def _span(doc: Doc, mention: Mention) -> Span | None:
    kb_id = "" if mention.place is None else mention.place.id
    span = doc.char_span(
        mention.start,
        mention.end,
        _label(mention),
        kb_id,
        alignment_mode="expand",
        span_id=f"toponym:{mention.start}",
    )
    if span is not None:
        told = {"id": span.id_, "kb_id": kb_id, "mention": dataclasses.asdict(mention)}
        others = [one for one in span._.toponym_records or () if (one["id"], one["kb_id"]) != (span.id_, kb_id)]
        span._.toponym_records = [*others, told]
    return span


def _from_plain(told: dict[str, Any]) -> Mention:
    best, site = told["place"], told["site_point"]
    made = {
        "place": None if best is None else _candidate(best),
        "alternatives": tuple(map(_candidate, told["alternatives"])),
        "site_point": None if site is None else SitePoint(**site),
    }
    return Mention(**{**told, **made})


def _candidate(told: dict[str, Any]) -> Candidate:
    # Lists and tuples are one where it was written.
    return Candidate(**{**told, "same_as": tuple(told["same_as"])})


def _label(mention: Mention) -> str:
    if mention.kind == "demonym":
        return "NORP"
    is_settled = mention.place is not None and mention.place.feature_class in "PA"
    return "GPE" if is_settled else "LOC"


def _beside(spans: list[Span], others: list[Span]) -> list[Span]:
    """Give the spans that share no token with others."""
    taken = {at for other in others for at in range(other.start, other.end)}
    return [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
