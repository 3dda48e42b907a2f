"""Builds each system, asks it all sets, and makes rows of what it answers."""

import resource
import sys
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from scoring import Asked, Figures, figures, threshold
from systems.toponym import Toponym

# Queries that are asked before any is timed.
WARM_UP = 5
# Fewer than that many are asked of nothing, however slow it is.
LEAST = 20


@dataclass
class Row:
    """A system, what it takes for an answer, and its figures for each set."""

    title: str
    rule: str
    sets: dict[str, Figures]
    size_mb: float
    build_s: float


def note(message):
    print(message, file=sys.stderr, flush=True)


def toponym(program, dump, data, sets, folder):
    """The crate's rows: its answers, all that lies within two edits, and what it answers and suggests."""
    system = Toponym(program)
    build_s = children_seconds()
    system.build(*dump, folder)
    build_s = children_seconds() - build_s
    answers, within, suggested = {}, {}, {}
    for name, queries in sets.items():
        if name == "romanized":
            continue
        texts = [query.text for query in queries]
        # All in one process, the last first, so that nothing is read for the first time when it counts.
        told = list(system.ask(texts[-WARM_UP:] + texts))[-len(texts):]
        asked = [], [], []
        for query, ((found, ms), (near, near_ms), (more, more_ms)) in zip(queries, told):
            for one, places, took in zip(asked, (found, near, found + more), (ms, near_ms, ms + more_ms)):
                one.append(Asked(query.wanted, [(place, 0) for place in places], took))
        answers[name], within[name], suggested[name] = (figures(data, one) for one in asked)
    size = system.size() / 1e6
    return [Row(system.title, "what it believes, its default", answers, size, build_s),
            Row(system.title, "all within two edits (`MaxEdits::Limit(2)`)", within, size, build_s),
            Row(system.title, "answers, then `suggestions`", suggested, size, build_s)]


def children_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peer(system, data, sets, folding, folder, seconds, words_share):
    """Two rows of a peer: as its documentation says, and with a threshold set so that it answers no more words."""
    try:
        start = system.seconds()
        system.build(data.rows, folder)
        build_s = system.seconds() - start
        asked = {name: ask(system, queries, folding, seconds) for name, queries in sets.items()}
        size = system.size() / 1e6
    finally:
        system.close()
    plain = {name: figures(data, both[0]) for name, both in asked.items()}
    rows = [Row(system.title, system.rule, plain, size, build_s)]
    if words_share is not None:
        above = threshold(asked["words"][1], words_share)
        tuned = {name: figures(data, both[1], above) for name, both in asked.items()}
        measure = "similarity" if system.is_likeness else "edit similarity"
        rule = "no threshold needed" if above is None else f"{measure} > {above:.3g}"
        rows.append(Row(system.title, rule, tuned, size, build_s))
    return rows


def ask(system, queries, folding, seconds):
    """What is answered to as many queries as there is time for: in the engine's order, and by likeness. All times
    are the processor's."""
    keys = [folding(query.text) for query in queries]
    for key in keys[-WARM_UP:]:
        system.ask(key)
    plain, alike = [], []
    spent = 0
    for query, key in zip(queries, keys):
        start = system.seconds()
        found = system.ask(key)
        took = system.seconds() - start
        likest, more = found, 0
        if not system.is_likeness:
            likest = by_edits(key, found)
            more = system.seconds() - start - took
        plain.append(Asked(query.wanted, scores(found), took * 1000))
        alike.append(Asked(query.wanted, scores(likest), (took + more) * 1000))
        spent += took
        if spent > seconds and len(plain) >= LEAST:
            break
    return plain, alike


def scores(rows):
    return [(place, score) for _, place, _, score in rows]


def by_edits(key, rows):
    """Rows in the order of the normalized edit similarity to the query, which becomes their score."""
    scored = [(name, place, importance, OSA.normalized_similarity(key, name)) for name, place, importance, _ in rows]
    return sorted(scored, key=lambda row: (-row[3], -row[2], row[1]))
