"""What a resolver answers. All of it is plain data, which can be kept, compared and pickled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _html
from ._map import Map

if TYPE_CHECKING:
    from ._resolver import Resolver


class Unit(NamedTuple):
    """A larger unit around a place.

    Attributes
    ----------
    id : str
        Its canonical id.
    name : str
        Its name for an international reader.
    """

    id: str
    name: str


class Name(NamedTuple):
    """A name of a place.

    Attributes
    ----------
    text : str
        The spelling.
    language : str
        Its language as a BCP 47 tag, such as ``az-Cyrl``; ``und`` where it is not known.
    kind : str
        How it stands to its place: ``preferred``, ``official``, ``former`` and so on.
    generated : bool
        Whether the spelling was made by rule, and nobody is known to have written it.
    source : str
        Where it comes from.
    """

    text: str
    language: str
    kind: str
    generated: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """What is told of every place, whether as a `Place`, a `NearbyPlace` or a `Candidate`.

    Attributes
    ----------
    id : str
        Canonical id: ``gn:`` GeoNames, ``wd:`` Wikidata, ``wof:`` Who's On First, another prefix for a slug.
    name : str
        The name for an international reader.
    same_as : tuple of str
        The place's other ids.
    lat, lon : float
        Degrees north and east (WGS 84).
    feature_class : str
        GeoNames' feature class, one of the letters ``AHLPRSTUV``.
    feature : str or None
        GeoNames' feature code, such as ``PPLA``.
    country : str or None
        ISO 3166-1 code of two letters; none for seas and whatever lies in several countries.
    population : int or None
        Inhabitants, where a source says.
    """

    id: str
    name: str
    same_as: tuple[str, ...]
    lat: float
    lon: float
    feature_class: str
    feature: str | None
    country: str | None
    population: int | None

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return self.lat, self.lon


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Located):
    """A place with all that is known of it.

    It has the attributes of `Located` as well.

    Attributes
    ----------
    names : tuple of Name
        All its names, preferred ones first.
    parents : tuple of Unit
        The larger units around it, the smallest first.
    accuracy_km : float or None
        How far off the point may be, in kilometers; none for a plain point of a source.
    source : str
        Where id and point come from.
    """

    names: tuple[Name, ...]
    parents: tuple[Unit, ...]
    accuracy_km: float | None
    source: str

    def name_in(self, language: str) -> str | None:
        """Give the best name in a language.

        Parameters
        ----------
        language : str
            A BCP 47 tag; ``az`` is answered from narrower tags such as ``az-Cyrl`` too.

        Returns
        -------
        str or None
        """
        exact = (name.text for name in self.names if name.language == language)
        narrower = (name.text for name in self.names if name.language.startswith(f"{language}-"))
        return next(exact, None) or next(narrower, None)

    def _repr_html_(self) -> str:
        return _html.place(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class NearbyPlace(Located):
    """A place around a point.

    It has the attributes of `Located` as well.

    Attributes
    ----------
    distance_km : float
        The great-circle distance to the point in kilometers.
    """

    distance_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Located):
    """A place that a name may mean.

    It has the attributes of `Located` as well.

    Attributes
    ----------
    matched_name, matched_language : str
        The one of its names that matched, and its language as a BCP 47 tag.
    matched_generated : bool
        Whether that name was made by rule, and nobody is known to have written it.
    edits : int
        Letters that differ after folding: 0, 1 or 2; 0 for a name found by its sound.
    score : int
        0 to 1000: which candidate is the likelier. It is no probability.
    parents : tuple of Unit or None
        The larger units around it, the smallest first. This and what follows only with ``explain=True``.
    evidence : str or None
        Why it is a candidate, in one line for people.
    slips : tuple of dict or None
        In which letters the spelling differs from the name; each has ``written``, ``name`` and ``cost``, in
        hundredths of an edit.
    accuracy_km : float or None
        How far what is asked for may be from the point, in kilometers.
    """

    matched_name: str
    matched_language: str
    matched_generated: bool
    edits: int
    score: int
    parents: tuple[Unit, ...] | None = None
    evidence: str | None = None
    slips: tuple[dict[str, Any], ...] | None = None
    accuracy_km: float | None = None

    def _repr_html_(self) -> str:
        return _html.candidates([self])


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to a name: places that it may mean.

    Attributes
    ----------
    query : str
        The name.
    status : str
        ``resolved``, ``ambiguous`` or ``unknown``.
    candidates : tuple of Candidate
        The likeliest first.
    """

    query: str
    status: str
    candidates: tuple[Candidate, ...]
    _resolver: Resolver = field(repr=False, compare=False)

    @property
    def best(self) -> Candidate | None:
        """The likeliest candidate; none if the name is unknown."""
        return self.candidates[0] if self.candidates else None

    def to_map(self, title: str | None = None, language: str | None = None) -> Map:
        """Draw the candidates on a map.

        Parameters
        ----------
        title : str, optional
            The heading; the name itself unless this says otherwise.
        language : str, optional
            As in `Resolver.map`.

        Returns
        -------
        Map
        """
        ids = [candidate.id for candidate in self.candidates]
        return self._resolver.map(places=ids, title=title or self.query, language=language)

    def _repr_html_(self) -> str:
        return _html.resolution(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePoint:
    """Where a street or a hospital is that no gazetteer holds, by a place that the text names with it.

    Attributes
    ----------
    relation : str
        ``in`` that place, or ``beside`` it if the text only names it before or behind.
    id : str
        The place's canonical id.
    lat, lon : float
        The place's point, in degrees north and east (WGS 84).
    accuracy_km : float
        How far off the site may be, in kilometers.
    """

    relation: str
    id: str
    lat: float
    lon: float
    accuracy_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place that a text mentions.

    Attributes
    ----------
    start, end : int
        Where the name alone is, in characters: ``text[m.start : m.end] == m.text``.
    token_start, token_end : int
        Where it is with what is written together with it, such as clitics and endings.
    phrase_start, phrase_end : int
        Where it is with its feature word, as in *city of Gyumri*.
    text : str
        The name as it stands in the text.
    kind : str
        ``place``, or ``demonym`` for people and things of one.
    status : str
        ``resolved``, ``ambiguous`` or ``unknown``.
    place : Candidate or None
        The likeliest place; for a demonym the country.
    alternatives : tuple of Candidate
        The other candidates, the likelier first.
    confidence : int or None
        How likely the text means a place here, in thousandths; none where that is not weighed.
    signs : tuple of str or None
        What spoke for and against its being a place; only with ``explain=True``.
    site_point : SitePoint or None
        Where it is, if it has no place and the text names one with it.
    """

    start: int
    end: int
    token_start: int
    token_end: int
    phrase_start: int
    phrase_end: int
    text: str
    kind: str
    status: str
    place: Candidate | None
    alternatives: tuple[Candidate, ...]
    confidence: int | None
    signs: tuple[str, ...] | None = None
    site_point: SitePoint | None = None


class Mentions(list[Mention]):
    """The mentions of one text, in its order: a list that notebooks show, and that can be drawn.

    Attributes
    ----------
    document : str
        The text.
    """

    def __init__(
        self,
        mentions: Iterable[Mention] = (),
        document: str = "",
        resolver: Resolver | None = None,
        options: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(mentions)
        self.document = document
        self._resolver = resolver
        self._options = options

    def to_map(self, title: str = "Places", language: str | None = None) -> Map:
        """Draw the text and the places that it mentions on a page.

        The text is scanned again with the options that it was scanned with: what was taken out of the
        list is on the page too.

        Parameters
        ----------
        title : str
            The heading.
        language : str, optional
            As in `Resolver.map`.

        Returns
        -------
        Map
        """
        if self._resolver is None:
            raise ValueError("these mentions were not made by a resolver")
        texts = {title: self.document}
        return self._resolver.map(texts, title=title, language=language, **(self._options or {}))

    def _repr_html_(self) -> str:
        return _html.mentions(self)


def candidate(told: dict[str, Any]) -> Candidate:
    """Make a candidate of a record of the extension module."""
    parents, slips = told.pop("parents", None), told.pop("slips", None)
    return Candidate(
        parents=None if parents is None else tuple(Unit(**unit) for unit in parents),
        slips=None if slips is None else tuple(slips),
        **_located(told),
    )


def mention(told: dict[str, Any]) -> Mention:
    """Make a mention of a record of the extension module."""
    best, others, signs = told.pop("place"), told.pop("alternatives"), told.pop("signs", None)
    site = told.pop("site_point", None)
    return Mention(
        place=None if best is None else candidate(best),
        alternatives=tuple(candidate(other) for other in others),
        signs=None if signs is None else tuple(signs),
        site_point=None if site is None else SitePoint(**site),
        **told,
    )


def nearby(told: dict[str, Any]) -> NearbyPlace:
    """Make a place around a point of a record of the extension module."""
    return NearbyPlace(**_located(told))


def place(told: dict[str, Any]) -> Place:
    """Make a place of a record of the extension module."""
    names, parents = told.pop("names"), told.pop("parents")
    return Place(
        names=tuple(Name(*name) for name in names),
        parents=tuple(Unit(*unit) for unit in parents),
        **_located(told),
    )


def _located(told: dict[str, Any]) -> dict[str, Any]:
    told["same_as"] = tuple(told["same_as"])
    # The key of the contract is a word of the language.
    told["feature_class"] = told.pop("class")
    return told
