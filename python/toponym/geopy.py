"""A geocoder of `geopy <https://geopy.readthedocs.io>`_, and so of geopandas, that asks no server.

>>> from toponym.geopy import Toponym
>>> place = Toponym().geocode("غيومرى")
>>> place.address, place.raw.id
('Gyumri, Shirak, Armenia', 'gn:616635')

With geopandas: ``geopandas.tools.geocode(names, provider=Toponym)``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from ._answers import Candidate, NearbyPlace
from ._columns import shared_resolver
from ._resolver import Resolver


class Toponym(Geocoder):  # type: ignore[misc]
    """Geocodes names with a gazetteer on this machine.

    Parameters
    ----------
    index : path or Resolver, optional
        What is searched; the built-in gazetteer unless this says otherwise.
    country, near, within, feature_class, language
        As in `Resolver.resolve`, for all names.
    **options
        What every geocoder of geopy takes, such as ``timeout``; nothing here needs it.
    """

    def __init__(
        self,
        index: str | os.PathLike[str] | Resolver | None = None,
        *,
        country: str | Sequence[str] | None = None,
        near: tuple[float, float] | None = None,
        within: str | Sequence[str] | None = None,
        feature_class: str | Sequence[str] | None = None,
        language: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        if not isinstance(index, Resolver):
            index = shared_resolver(None if index is None else os.fspath(index))
        self._resolver = index
        self._query: dict[str, Any] = {
            "country": country,
            "near": near,
            "within": within,
            "feature_class": feature_class,
            "language": language,
        }

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int = 5,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """Give the place that a name means.

        Parameters
        ----------
        query : str
            The name.
        exactly_one : bool
            Whether to give the likeliest place, or a list of all.
        limit : int
            At most so many of a list.
        timeout
            Ignored: no server is asked.

        Returns
        -------
        geopy.location.Location, list of them, or None
            ``raw`` is the `Candidate`. None where the name is unknown.
        """
        answer = self._resolver.resolve(query, limit=1 if exactly_one else limit, explain=True, **self._query)
        return _locations([_location(found) for found in answer.candidates], exactly_one)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        limit: int = 5,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """Give the settlement nearest to a point.

        Parameters
        ----------
        query : geopy.point.Point, (float, float) or str
            The point: latitude and longitude in degrees.
        exactly_one, limit, timeout
            As in `geocode`.

        Returns
        -------
        geopy.location.Location, list of them, or None
            ``raw`` is the `NearbyPlace`.
        """
        point = Point(query)
        found = self._resolver.nearest(
            point.latitude,
            point.longitude,
            country=self._query["country"],
            feature_class=self._query["feature_class"] or "P",
            limit=1 if exactly_one else limit,
        )
        return _locations([self._nearby(place) for place in found], exactly_one)

    def _nearby(self, place: NearbyPlace) -> Location:
        whole = self._resolver.place(place.id)
        names = [place.name] + [unit.name for unit in (whole.parents if whole else ())]
        return Location(", ".join(names), Point(place.lat, place.lon), place)


def _location(found: Candidate) -> Location:
    names = [found.name] + [unit.name for unit in found.parents or ()]
    return Location(", ".join(names), Point(found.lat, found.lon), found)


def _locations(found: list[Location], exactly_one: bool) -> Location | list[Location] | None:
    if not found:
        return None
    return found[0] if exactly_one else found
