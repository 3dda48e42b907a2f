"""The resolver: names, texts, points and ids asked of one gazetteer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from numbers import Real
from typing import TYPE_CHECKING, Any

from . import _answers
from ._answers import Candidate, Mentions, NearbyPlace, Place, Resolution
from ._core import CoreResolver
from ._map import Map
from ._progress import Progress, counting

if TYPE_CHECKING:
    import pyarrow

    Point = tuple[float, float]
    Texts = str | Iterable[str] | None


class Resolver:
    """Turns names into places, and finds them in texts.

    A resolver may be used by several threads at once, and lets other threads of Python run while it works.
    It can be pickled: of one over a file, the file's path is.

    Parameters
    ----------
    index : path, optional
        An index file, which `build_index` or ``toponym index build`` makes; the built-in gazetteer unless
        this says otherwise. The file is mapped, so that all processes of a machine share its pages. It must
        not be overwritten in place meanwhile, but replaced by renaming.

    Raises
    ------
    FileNotFoundError, PermissionError, OSError
        If the file cannot be read.
    Error
        If it is no index of this version.

    Examples
    --------
    >>> r = Resolver()
    >>> r.resolve("طرابلس", country="LB").best.name
    'Tripoli'
    """

    __slots__ = ("_core", "_index")

    def __init__(self, index: str | os.PathLike[str] | None = None) -> None:
        self._index = None if index is None else os.fspath(index)
        self._core = CoreResolver(self._index)

    def resolve(
        self,
        name: str,
        *,
        country: Texts = None,
        near: Point | None = None,
        within: Texts = None,
        feature_class: Texts = None,
        language: str | None = None,
        max_edits: int | None = None,
        limit: int = 5,
        explain: bool = False,
    ) -> Resolution:
        """Say which place a name means.

        Parameters
        ----------
        name : str
            The name as somebody wrote it, with clitics, case ending or feature word, or with what stands
            around it, as in ``Goris, Armenia``; an id such as ``gn:616635`` too.
        country : str or list of str, optional
            Only places in this country, or in one of these: names or ISO 3166-1 codes.
        near : (float, float), optional
            Latitude and longitude in degrees that the place is likely near to.
        within : str or list of str, optional
            Only places in this unit, country or region, or in all of these: names as they are known, or ids.
        feature_class : str or list of str, optional
            Only places of these GeoNames classes, such as ``P`` for towns.
        language : str, optional
            The language that the name is written in, as a BCP 47 tag.
        max_edits : int, optional
            Letters that may differ, 0 to 2; by the length of the name unless this says otherwise.
        limit : int
            At most so many candidates.
        explain : bool
            Whether candidates tell their parents and why they are candidates.

        Returns
        -------
        Resolution

        Raises
        ------
        Error
            If a country, unit, class, language or point is none.
        """
        options = _query(country, near, within, feature_class, language, max_edits, False, limit)
        return self._answer(name, options, explain)

    def complete(
        self,
        beginning: str,
        *,
        country: Texts = None,
        near: Point | None = None,
        within: Texts = None,
        feature_class: Texts = None,
        language: str | None = None,
        max_edits: int | None = None,
        limit: int = 10,
    ) -> list[Candidate]:
        """Give the places whose names begin so, as a search box offers them.

        Parameters
        ----------
        beginning : str
            The first letters of a name, or all of it.
        country, near, within, feature_class, language, max_edits, limit
            As in `resolve`.

        Returns
        -------
        list of Candidate
            The likeliest first.

        Raises
        ------
        Error
            As in `resolve`.
        """
        options = _query(country, near, within, feature_class, language, max_edits, True, limit)
        return list(self._answer(beginning, options, False).candidates)

    def resolve_many(
        self,
        names: Any,
        *,
        country: Any = None,
        near: tuple[Any, Any] | None = None,
        within: Texts = None,
        feature_class: Texts = None,
        language: str | None = None,
        max_edits: int | None = None,
        threads: int | None = None,
        progress: Progress = False,
    ) -> pyarrow.Table:
        """Say which places the names of a column mean. What repeats is looked up once.

        Parameters
        ----------
        names : column of N texts
            A column of Arrow, polars, pandas, DuckDB or whatever else has Arrow's PyCapsule interface, which
            is read in place; or a list. ``None`` and NaN ask nothing.
        country : str or column of N texts, optional
            The country of all rows, which must be known; or of each row: one that is not known is left out.
        near : (float, float) or (column, column), optional
            Latitude and longitude in degrees of all rows; or of each row, where what is no point is left out.
        within, feature_class, language, max_edits
            For all rows, as in `resolve`.
        threads : int, optional
            As many as there are processors unless this says otherwise.
        progress : bool or callable
            Whether to show a bar (of tqdm); or what is called with the number of different names looked up.

        Returns
        -------
        pyarrow.Table
            N rows in the order of the names, with the likeliest place of each. Text (``utf8``): ``status``,
            ``id``, ``name``, ``country``, ``class``, ``feature``, ``matched_name``, ``matched_language``;
            degrees (``float64``): ``lat``, ``lon``; numbers: ``population`` (``int64``), ``edits``, ``score``
            (``int32``). They mean what the attributes of `Candidate` do. All of a row is null where nothing
            was asked; all but the status where the name is unknown.

        Raises
        ------
        Error
            As in `resolve`, or if columns are no columns of text or of numbers, or not of one length.
        TypeError
            If a list holds something else than texts or numbers.
        """
        one_country = country is None or isinstance(country, str)
        one_point = near is None or all(isinstance(degrees, Real) for degrees in near)
        options = _query(
            country if one_country else None,
            near if one_point else None,
            within,
            feature_class,
            language,
            max_edits,
            False,
            1,
        )
        countries = None if one_country else _column(country)
        points = None
        if near is not None and not one_point:
            latitudes, longitudes = near
            points = _column(latitudes), _column(longitudes)
        import pyarrow

        with counting(progress, " names") as show:
            found = self._core.resolve_many(_column(names), options, countries, points, threads, show)
        return pyarrow.table(found)

    def scan(
        self,
        text: str,
        *,
        country: Texts = None,
        near: Point | None = None,
        posts: bool = False,
        unlisted: bool = True,
        low_confidence: bool = False,
        explain: bool = False,
    ) -> Mentions:
        """Find the places that a text mentions.

        Parameters
        ----------
        text : str
            The text.
        country : str or list of str, optional
            What the text is about: leans the choice between places of one name, and rules none out.
        near : (float, float), optional
            Latitude and longitude in degrees of what the text is about.
        posts : bool
            Whether the text is made of posts; texts with hashtags are taken for such anyway.
        unlisted : bool
            Whether streets, hospitals and the like that no gazetteer holds are mentions, of status
            ``unknown``.
        low_confidence : bool
            Whether names are mentions too that are likelier no places than places.
        explain : bool
            Whether mentions tell the signs, and candidates why they are such.

        Returns
        -------
        Mentions
            In the order of the text.

        Raises
        ------
        Error
            If a country or point is none.
        """
        options = _scan(country, near, posts, unlisted, low_confidence)
        told = self._core.scan(text, options, explain)
        return Mentions(map(_answers.mention, told), text, self, options)

    def scan_many(
        self,
        texts: Any,
        ids: Any = None,
        *,
        country: Texts = None,
        near: Point | None = None,
        posts: bool = False,
        unlisted: bool = True,
        low_confidence: bool = False,
        threads: int | None = None,
        progress: Progress = False,
    ) -> pyarrow.Table:
        """Find the places that texts mention.

        Parameters
        ----------
        texts : column of N texts
            As the names of `resolve_many`.
        ids : column of N, optional
            What to call the texts, of any type; their rows, from 0, unless this says otherwise.
        country, near, posts, unlisted, low_confidence
            For all texts, as in `scan`.
        threads, progress
            As in `resolve_many`.

        Returns
        -------
        pyarrow.Table
            A row a mention, in the order of texts and within them: ``text_id`` (of the type of the ids, or
            ``int64``); ``start``, ``end``, ``token_start``, ``token_end``, ``phrase_start``, ``phrase_end``
            in characters (``int64``); ``text``, ``kind`` (``utf8``), ``confidence`` (``int32``, thousandths);
            the columns of `resolve_many`; and ``site_point``, a struct of ``relation``, ``id`` (``utf8``),
            ``lat``, ``lon``, ``accuracy_km`` (``float64``). They mean what the attributes of `Mention` do.

        Raises
        ------
        Error
            As in `scan`, or if the texts are no column of text, or the ids not as many.
        TypeError
            If a list holds something else than texts.
        """
        import pyarrow

        if ids is not None:
            is_arrow = hasattr(ids, "__arrow_c_array__") or hasattr(ids, "__arrow_c_stream__")
            ids = _column(ids if is_arrow else pyarrow.array(ids))
        options = _scan(country, near, posts, unlisted, low_confidence)
        with counting(progress, " texts") as show:
            found = self._core.scan_many(_column(texts), options, ids, threads, show)
        return pyarrow.table(found)

    def nearest(
        self,
        lat: float,
        lon: float,
        *,
        country: Texts = None,
        feature_class: Texts = None,
        within_km: float | None = None,
        limit: int = 5,
    ) -> list[NearbyPlace]:
        """Give the places nearest to a point, by great-circle distance.

        Parameters
        ----------
        lat, lon : float
            Degrees north and east.
        country, feature_class : str or list of str, optional
            Only places in one of these countries, and of one of these GeoNames classes.
        within_km : float, optional
            Only places so many kilometers away.
        limit : int
            At most so many places.

        Returns
        -------
        list of NearbyPlace
            The nearest first.

        Raises
        ------
        Error
            If the point, a country or a class is none.
        """
        options = {
            "country": _texts(country),
            "feature_class": _texts(feature_class),
            "within_km": within_km,
            "limit": limit,
        }
        return [_answers.nearby(told) for told in self._core.nearest(lat, lon, options)]

    def place(self, id: str) -> Place | None:
        """Give the place with an id.

        Parameters
        ----------
        id : str
            The id, canonical or not.

        Returns
        -------
        Place or None
            None if no place has it.

        Raises
        ------
        Error
            If it is no id, which has the form ``authority:number``.
        """
        told = self._core.place(id)
        return None if told is None else _answers.place(told)

    def map(
        self,
        texts: Mapping[str, str] | None = None,
        *,
        places: Iterable[str] = (),
        title: str = "Places",
        language: str | None = None,
        country: Texts = None,
        near: Point | None = None,
        posts: bool = False,
        unlisted: bool = True,
        low_confidence: bool = False,
    ) -> Map:
        """Draw the places that texts mention, and others, on a page.

        Parameters
        ----------
        texts : mapping of str to str, optional
            The texts, each under its name.
        places : iterable of str
            Ids of places that no text need mention.
        title : str
            The heading.
        language : str, optional
            The language that places are named in where they have a name in it.
        country, near, posts, unlisted, low_confidence
            As in `scan`.

        Returns
        -------
        Map

        Raises
        ------
        Error
            As in `scan`, or if no place has one of the ids.
        """
        options = _scan(country, near, posts, unlisted, low_confidence)
        page = self._core.map_page(list((texts or {}).items()), options, list(places), title, language)
        return Map(page)

    def _answer(self, name: str, options: dict[str, Any], explain: bool) -> Resolution:
        told = self._core.resolve(name, options, explain)
        candidates = tuple(map(_answers.candidate, told["candidates"]))
        return Resolution(name, told["status"], candidates, self)

    def __reduce__(self) -> tuple[Any, ...]:
        return Resolver, (self._index,)

    def __repr__(self) -> str:
        places, names = self._core.counts()
        index = "" if self._index is None else repr(self._index)
        return f"<toponym.Resolver({index}): {places} places, {names} names>"


def _column(column: Any) -> Any:
    """Give what a column hands on by Arrow's PyCapsule interface, or a list of what is in it.

    The extension module does not ask for it: when a program ends, Python ends a thread that still runs (a
    daemon) by unwinding its stack where it waits for the interpreter, and Rust below it aborts the program.
    """
    if hasattr(column, "__arrow_c_array__"):
        schema, array = column.__arrow_c_array__()
        return schema, array
    if hasattr(column, "__arrow_c_stream__"):
        return column.__arrow_c_stream__()
    return column if isinstance(column, (str, list)) else list(column)


def _query(
    country: Texts,
    near: Point | None,
    within: Texts,
    feature_class: Texts,
    language: str | None,
    max_edits: int | None,
    prefix: bool,
    limit: int,
) -> dict[str, Any]:
    return {
        "country": _texts(country),
        "near": near,
        "within": _texts(within),
        "feature_class": _texts(feature_class),
        "language": language,
        "max_edits": max_edits,
        "prefix": prefix,
        "limit": limit,
    }


def _scan(
    country: Texts,
    near: Point | None,
    posts: bool,
    unlisted: bool,
    low_confidence: bool,
) -> dict[str, Any]:
    return {
        "country": _texts(country),
        "near": near,
        "posts": posts,
        "unlisted": unlisted,
        "low_confidence": low_confidence,
    }


def _texts(texts: Texts) -> list[str]:
    if texts is None:
        return []
    return [texts] if isinstance(texts, str) else list(texts)
