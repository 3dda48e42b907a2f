"""Answers as notebooks show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._answers import Candidate, Mention, Mentions, Place, Resolution

# A text of which more than so many characters are shown is cut.
_SHOWN_CHARACTERS = 20_000


def resolution(answer: Resolution) -> str:
    """Show an answer: its status, and a table of the candidates."""
    heading = f"<p><bdi>{escape(answer.query)}</bdi>: <b>{answer.status}</b></p>"
    return heading + (candidates(answer.candidates) if answer.candidates else "")


def candidates(found: Sequence[Candidate]) -> str:
    """Show a table of candidates."""
    rows = (
        (
            one.name,
            one.id,
            _kind(one.feature_class, one.feature),
            one.country or "",
            _degrees(one.lat),
            _degrees(one.lon),
            f"{one.matched_name} ({one.matched_language})",
            str(one.edits),
            str(one.score),
        )
        for one in found
    )
    titles = ("name", "id", "kind", "country", "lat", "lon", "matched name", "edits", "score")
    return _table(titles, rows)


def mentions(found: Mentions) -> str:
    """Show the text with its mentions marked, and a table of them."""
    parts, end = [], 0
    text = found.document
    for one in found:
        if one.start < end or one.end > _SHOWN_CHARACTERS:
            continue
        title = "no place is known" if one.place is None else f"{one.place.name} {one.place.id}"
        parts.append(escape(text[end : one.start]))
        parts.append(f'<mark title="{escape(title)}">{escape(text[one.start : one.end])}</mark>')
        end = one.end
    parts.append(escape(text[end : max(end, _SHOWN_CHARACTERS)]))
    if len(text) > max(end, _SHOWN_CHARACTERS):
        parts.append(" …")
    marked = f'<p dir="auto" style="white-space: pre-wrap">{"".join(parts)}</p>'
    titles = ("text", "start", "end", "kind", "status", "place", "id", "lat", "lon", "confidence")
    return marked + _table(titles, map(_mention_row, found))


def place(one: Place) -> str:
    """Show a place, with its names by language."""
    parents = ", ".join(unit.name for unit in one.parents)
    where = f"{_degrees(one.lat)}, {_degrees(one.lon)}"
    heading = f"<p><b><bdi>{escape(one.name)}</bdi></b> {escape(one.id)}: {escape(parents)}; {where}</p>"
    return heading + _table(("name", "language", "kind"), (name[:3] for name in one.names))


def _mention_row(one: Mention) -> tuple[str, ...]:
    where = one.place
    confidence = "" if one.confidence is None else str(one.confidence)
    located = (
        ("", "", "", "")
        if where is None
        else (
            where.name,
            where.id,
            _degrees(where.lat),
            _degrees(where.lon),
        )
    )
    return (one.text, str(one.start), str(one.end), one.kind, one.status, *located, confidence)


def _kind(feature_class: str, feature: str | None) -> str:
    return f"{feature_class}.{feature}" if feature else feature_class


def _degrees(degrees: float) -> str:
    return f"{degrees:.4f}"


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    # Names of both directions stand in one table: each is set apart.
    body = "".join(
        "<tr>" + "".join(f"<td><bdi>{escape(cell)}</bdi></td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
