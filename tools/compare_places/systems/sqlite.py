"""SQLite's FTS5 with the trigram tokenizer.

https://www.sqlite.org/fts5.html#the_trigram_tokenizer: `MATCH` with a string finds what contains it. A user who wants
misspelled names found asks for any of its trigrams, ranked by BM25, as FTS5 does.
"""

import sqlite3

from .peer import NAMES, Peer, ordered


class Table(Peer):
    """What both ways have in common."""

    def build(self, rows, folder):
        if sqlite3.sqlite_version_info < (3, 34):
            raise RuntimeError(f"SQLite {sqlite3.sqlite_version} has no trigram tokenizer")
        self.file = folder / "names.sqlite"
        self.connection = sqlite3.connect(self.file, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute("PRAGMA cache_size = -1000000")
        self.connection.execute(
            "CREATE VIRTUAL TABLE names USING fts5(key, place UNINDEXED, importance UNINDEXED, tokenize = 'trigram')")
        self.connection.execute("BEGIN")
        self.connection.executemany("INSERT INTO names VALUES (?, ?, ?)", rows)
        self.connection.execute("COMMIT")
        self.connection.execute("INSERT INTO names(names) VALUES ('optimize')")

    def ask(self, key):
        query = self.match(key)
        if not query:
            return []
        found = self.connection.execute(
            "SELECT key, place, importance, -rank FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?", (query, NAMES))
        return ordered(found.fetchall())

    def match(self, key):
        raise NotImplementedError

    def size(self):
        return self.file.stat().st_size

    def close(self):
        self.connection.close()
        self.file.unlink()


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


class Substring(Table):
    title = "SQLite FTS5 trigram, `MATCH`"
    rule = "contains the query"

    def match(self, key):
        return quoted(key) if len(key) >= 3 else ""


class Trigrams(Table):
    title = "SQLite FTS5 trigram, any trigram"
    rule = "a trigram in common"

    def match(self, key):
        trigrams = dict.fromkeys(key[at:at + 3] for at in range(len(key) - 2))
        return " OR ".join(quoted(trigram) for trigram in trigrams)
