"""`rapidfuzz`: every name compared with the query.

https://rapidfuzz.github.io/RapidFuzz/: `process.extract`, with its default scorer `WRatio`, or with the normalized
similarity of optimal string alignment. Neither has a least score unless one is given.
"""

import sys

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from .peer import NAMES, Peer, ordered


class Extract(Peer):
    """What both ways have in common."""

    rule = "the nearest, always"
    is_likeness = True
    scorer = None

    def build(self, rows, folder):
        # Each folded name once, with all its places; what is equally like keeps its order, which is by importance.
        self.places = {}
        for key, place, importance in rows:
            self.places.setdefault(key, []).append((place, importance))
        self.choices = list(self.places)

    def ask(self, key):
        found = process.extract(key, self.choices, scorer=type(self).scorer, limit=NAMES)
        rows = ((name, place, importance, score) for name, score, _ in found if score > 0
                for place, importance in self.places[name][:NAMES])
        return ordered(rows)

    def size(self):
        """The strings and the list of them."""
        return sys.getsizeof(self.choices) + sum(map(sys.getsizeof, self.choices))


class Weighted(Extract):
    title = "rapidfuzz, `WRatio`"
    scorer = fuzz.WRatio


class Edits(Extract):
    title = "rapidfuzz, edits"
    scorer = OSA.normalized_similarity
