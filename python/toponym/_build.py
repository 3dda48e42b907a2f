"""Index files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from . import _core
from ._progress import tqdm

Path = str | os.PathLike[str]
Paths = Path | Iterable[Path]
Texts = str | Iterable[str]


def build_index(
    *,
    output: Path,
    tables: Paths = (),
    embedded: bool = False,
    corrections: Paths = (),
    geonames: Path | None = None,
    alternate_names: Path | None = None,
    hierarchy: Path | None = None,
    admin_codes: Paths = (),
    country_info: Path | None = None,
    country: Texts = (),
    feature_class: Texts = (),
    feature: Texts = (),
    min_population: int | None = None,
    language: Texts = (),
    without_script: Texts = (),
    strict: bool = False,
    progress: bool | Callable[[str, int, int], object] = False,
) -> dict[str, int]:
    """Build an index file of gazetteers, for ``Resolver(output)``.

    Gazetteers are trusted in the order: tables, embedded, GeoNames. What ``toponym index build`` does, whose
    ``--help`` tells more.

    Parameters
    ----------
    output : path
        The file, which is replaced when the new one is complete.
    tables : path or list of paths
        Folders of ``places.csv`` and ``names.csv``.
    embedded : bool
        Whether the built-in gazetteer is in it.
    corrections : path or list of paths
        Tables of names to add or withdraw and places to move.
    geonames : path, optional
        A GeoNames dump, such as ``allCountries.zip``.
    alternate_names, hierarchy, country_info : path, optional
        Its ``alternateNamesV2``, ``hierarchy`` and ``countryInfo.txt``.
    admin_codes : path or list of paths
        Its ``admin1CodesASCII.txt`` or ``admin2Codes.txt``.
    country, feature_class, feature, language : str or list of str
        Of the dump, only these countries (ISO 3166-1), feature classes, feature codes, and names in these
        languages or of unknown language.
    min_population : int, optional
        Of the dump, only places of so many inhabitants.
    without_script : str or list of str
        Of the dump, no names in these scripts (ISO 15924).
    strict : bool
        Whether the first bad row of the dump is an error, instead of being counted.
    progress : bool or callable
        Whether to show a bar (of tqdm); or what is called with the step, how many of its things are done and
        how many there are. What it raises is raised when the index is written.

    Returns
    -------
    dict of str to int
        ``places`` and ``names`` in the index; places ``merged`` with others; ``ids_left_out``,
        ``parents_left_out``, ``names_left_out``, and ``rows_skipped`` of the dump.

    Raises
    ------
    Error
        If a table is not as it should be: the message says file, line and column. If an argument for a dump
        is given without ``geonames``.
    OSError
        If a file cannot be read or written.
    """
    sources = {
        "tables": _list(tables),
        "embedded": embedded,
        "corrections": _list(corrections),
        "geonames": geonames,
        "alternate_names": alternate_names,
        "hierarchy": hierarchy,
        "admin_codes": _list(admin_codes),
        "country_info": country_info,
        "country": _list(country),
        "feature_class": _list(feature_class),
        "feature": _list(feature),
        "min_population": min_population,
        "language": _list(language),
        "without_script": _list(without_script),
        "strict": strict,
    }
    if callable(progress) or not progress:
        return _core.build_index(sources, output, progress or None)
    with tqdm()() as bar:

        def show(step: str, done: int, total: int) -> None:
            bar.set_description(step, refresh=False)
            bar.total, bar.n = total, done
            bar.refresh()

        return _core.build_index(sources, output, show)


def _list(one_or_more: Paths | Texts) -> list[Path]:
    if isinstance(one_or_more, (str, os.PathLike)):
        return [one_or_more]
    return list(one_or_more)
