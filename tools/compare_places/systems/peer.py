"""What a peer is asked through."""

import time
from abc import ABC, abstractmethod

# So many names are asked of an engine, as one place may have several of them.
NAMES = 50


class Peer(ABC):
    """Something that finds folded names. It gets the folded names of all places and folded queries."""

    title = ""
    # The rule by which its documentation says that something is an answer.
    rule = ""
    # Whether its scores measure how like a name is to a query, whatever the query, so that a threshold can be set on
    # them. If not, one is set on the edit distance, by which its answers are ordered anew.
    is_likeness = False

    @abstractmethod
    def build(self, rows, folder):
        """Takes the rows (folded name, place, importance), the most important places first."""

    @abstractmethod
    def ask(self, key):
        """The likeliest names for a folded name: rows (folded name, place, importance, score), in the order of the
        engine's score, then of importance."""

    @abstractmethod
    def size(self):
        """Bytes on disk, or in memory if it is only there."""

    def seconds(self):
        """The processor's time so far, of all that works for it. What else the machine does does not count in it, nor
        what is waited for."""
        return time.process_time()

    def close(self):
        pass


def ordered(rows):
    """Rows by score, then importance, then id. Scores that differ by rounding are equal."""
    return sorted(rows, key=lambda row: (-round(row[3], 5), -row[2], row[1]))


def folder_size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
