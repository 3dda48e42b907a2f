"""From a place name, as somebody wrote it, to a place: an id and coordinates.

>>> import toponym
>>> r = toponym.Resolver()
>>> r.resolve("غيومرى").best.id
'gn:616635'
>>> text = "وصل الوفد ليريفان"
>>> m = r.scan(text)[0]
>>> text[m.start : m.end], m.place.name
('يريفان', 'Yerevan')

`Resolver` is the front door: names one by one and by the column, texts, points and ids. `build_index` makes
an index file of other gazetteers. Modules for other programs are imported by name: `toponym.polars`,
`toponym.spacy`, `toponym.geopy`, `toponym.spark`.
"""

from ._answers import (
    Candidate,
    Located,
    Mention,
    Mentions,
    Name,
    NearbyPlace,
    Place,
    Resolution,
    SitePoint,
    Unit,
)
from ._build import build_index
from ._core import ATTRIBUTION, Error, __version__
from ._map import Map
from ._resolver import Resolver

__all__ = [
    "ATTRIBUTION",
    "Candidate",
    "Error",
    "Located",
    "Map",
    "Mention",
    "Mentions",
    "Name",
    "NearbyPlace",
    "Place",
    "Resolution",
    "Resolver",
    "SitePoint",
    "Unit",
    "__version__",
    "build_index",
]
