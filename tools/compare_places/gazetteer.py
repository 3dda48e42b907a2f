"""The places and names that all systems hold: GeoNames dumps, merged, and the names as they are compared."""

import io
import lzma
import math
import random
import subprocess
import unicodedata
import zipfile
from dataclasses import dataclass, field

# Dumps with the alternate names of their places; one that has none brings names in its own column.
DUMPS = [
    ("world.txt.xz", "world-alternateNames.txt.xz"),
    ("AM-AZ.txt", "AM-AZ-alternateNames.txt"),
    ("cities15000.zip", None),
]
# Alternate names that are none.
CODES = {"wkdt", "link", "post", "iata", "icao", "faac", "unlc", "tcid"}
# As the importer of the crate allows.
LONGEST_NAME = 400


@dataclass
class Place:
    """A place. The first name is its main one; a name is a text and its language, which may be empty."""

    id: int
    lat: float
    lon: float
    importance: int
    row: list
    names: dict = field(default_factory=dict)


def lines(path):
    """The rows of a table, which may be packed."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(path.stem + ".txt") as file:
            yield from rows(io.TextIOWrapper(file, encoding="utf-8", newline="\n"))
    else:
        unpack = lzma.open if path.suffix == ".xz" else open
        with unpack(path, "rt", encoding="utf-8", newline="\n") as file:
            yield from rows(file)


def rows(file):
    for line in file:
        yield line.rstrip("\r\n").split("\t")


def importance(feature_class, code, population):
    """How much a place is talked about: the crate's own measure (`src/index/importance.rs`), by which all systems
    order what is equally like the query."""
    unknown = {"PPLC": 50, "ADM1": 45, "PPLA": 35, "PPLA2": 20}.get(code, 0)
    inhabitants = int(10 * math.log10(population)) if population > 0 else unknown
    ranks = {
        "A": {"PCLI": 40, "PCLD": 30, "PCLS": 30, "PCLIX": 30, "PCL": 30, "PCLF": 30, "ADM1": 5},
        "P": {"PPLC": 25, "PPLA": 15, "PPLA2": 8, "PPLH": -10, "PPLQ": -10, "PPLW": -10},
        "L": {"CONT": 90, "RGN": 45},
        "H": {"OCN": 60, "SEA": 60},
    }
    rank = ranks.get(feature_class, {}).get(code, 20 if feature_class in "HT" else 0)
    return max(0, min(100, inhabitants + rank))


def read(folder):
    """Places by id. A place that several dumps have keeps its first row and the names of all."""
    places = {}
    for table, alternates in DUMPS:
        for row in lines(folder / table):
            number = int(row[0])
            # GeoNames counts from 1.
            if number == 0:
                continue
            if number not in places:
                points = importance(row[6], row[7], int(row[14] or 0))
                places[number] = Place(number, float(row[4]), float(row[5]), points, row)
                add_name(places[number], row[1], "")
            if alternates is None:
                for text in row[3].split(","):
                    add_name(places[number], text, "")
        for row in lines(folder / alternates) if alternates else ():
            if row[2] not in CODES and int(row[1]) in places:
                add_name(places[int(row[1])], row[3], row[2])
    return places


def add_name(place, text, language):
    text = text.strip()
    if text and len(text.encode()) <= LONGEST_NAME and not place.names.get(text):
        place.names[text] = language


def some(places, limit, always):
    """So many places, drawn, and those that must be among them."""
    if limit is None or limit >= len(places):
        return places
    drawn = random.Random(1).sample(sorted(places), limit)
    kept = set(drawn) | always & places.keys()
    return {number: places[number] for number in sorted(kept)}


def is_latin(text):
    """Whether all letters are Latin ones."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if unicodedata.category(c)[0] == "L")


def write(places, folder):
    """Writes the places and their names as a dump; returns the two files."""
    table, alternates = folder / "places.txt", folder / "alternateNames.txt"
    with open(table, "w", encoding="utf-8", newline="\n") as out:
        for place in places.values():
            name = next(iter(place.names))
            row = place.row[:1] + [name, name, ""] + place.row[4:]
            out.write("\t".join(row) + "\n")
    with open(alternates, "w", encoding="utf-8", newline="\n") as out:
        count = 0
        for place in places.values():
            for text, language in place.names.items():
                count += 1
                out.write(f"{count}\t{place.id}\t{language}\t{text}\t\t\t\t\t\t\n")
    return table, alternates


class Folding:
    """Folds names as the crate does, which asks its program once for all that are not known yet."""

    def __init__(self, program):
        self.program = program
        self.known = {}

    def learn(self, texts):
        new = list({text for text in texts if text not in self.known})
        # Names have no line breaks; what has would be a line more.
        sent = "".join(" ".join(text.splitlines()) + "\n" for text in new)
        done = subprocess.run([self.program, "fold"], input=sent.encode(), stdout=subprocess.PIPE, check=True)
        keys = done.stdout.decode().split("\n")[:-1]
        if len(keys) != len(new):
            raise RuntimeError(f"{len(keys)} keys of {len(new)} names")
        self.known.update(zip(new, keys))

    def __call__(self, text):
        if text not in self.known:
            self.learn([text])
        return self.known[text]


class Data:
    """What the systems hold: each folded name of each place once, the most important places first."""

    def __init__(self, places, folding):
        self.places = places
        folding.learn(text for place in places.values() for text in place.names)
        self.keys = {place.id: {folding(text) for text in place.names} - {""} for place in places.values()}
        self.rows = sorted(
            ((key, number, places[number].importance) for number, keys in self.keys.items() for key in keys),
            key=lambda row: (-row[2], row[1], row[0]),
        )
        self.spellings = {row[0] for row in self.rows}
