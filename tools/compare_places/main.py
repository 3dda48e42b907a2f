"""Compares this crate with what a user would pick instead. `run` beside this file starts it."""

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path

import gazetteer
import measure
import sets
import table
from anyascii import anyascii
from measure import note
from systems import DEFAULT, PEERS

ROOT = Path(__file__).resolve().parents[2]


def options():
    shared = os.environ.get("TOPONYM_SHARED", ROOT.parent / "shared")
    parser = argparse.ArgumentParser(prog="run", description="Asks names of this crate and of what a user would pick "
                                     "instead, and prints a table of Markdown.")
    parser.add_argument("--program", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--gazetteer", type=Path, default=Path(shared) / "gazetteer",
                        help="the folder of the GeoNames dumps (default: gazetteer of TOPONYM_SHARED, ../shared)")
    parser.add_argument("--systems", nargs="+", choices=["toponym", *PEERS], default=["toponym", *DEFAULT],
                        help="which to ask, of toponym, " + ", ".join(PEERS) + " (all but rapidfuzz-wratio, which "
                        "takes seconds a query); thresholds are only set if toponym is among them", metavar="SYSTEM")
    parser.add_argument("--limit", type=int, metavar="N", help="N places, drawn, instead of all")
    parser.add_argument("--queries", type=int, default=1000, metavar="N", help="of the sets that are drawn (1000)")
    parser.add_argument("--seconds", type=float, default=10, metavar="S",
                        help="a system that has worked longer on a set is asked no more of it (10)")
    parser.add_argument("--format", choices=["markdown", "jsonl"], default="markdown",
                        help="a table at the end (default), or each row as it is measured")
    return parser.parse_args()


def prepare(options):
    """What is held, and what is asked."""
    accuracy = ROOT / "tests/accuracy"
    folding = gazetteer.Folding(options.program)
    spellings = sets.spellings(accuracy)
    asked_for = {number for query in spellings for number in query.wanted}
    places = gazetteer.some(gazetteer.read(options.gazetteer), options.limit, asked_for)
    # The names that are taken away here nobody holds.
    arabic = sets.arabic_of_latin(places, folding, options.queries, asked_for)
    data = gazetteer.Data(places, folding)
    held = [sets.Query(query.text, query.wanted & places.keys()) for query in spellings if query.wanted & places.keys()]
    asked = {
        "spellings": sets.shuffled(held),
        "edits": sets.edits(data, folding, options.queries),
        "arabic": arabic,
        "romanized": [sets.Query(anyascii(query.text), query.wanted) for query in arabic],
        "words": sets.words(accuracy, data, folding),
    }
    folding.learn(query.text for queries in asked.values() for query in queries)
    return data, asked, folding


def main():
    # So that servers are stopped then, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    chosen = options()
    data, asked, folding = prepare(chosen)
    names = sum(len(place.names) for place in data.places.values())
    held = f"{len(data.places):,} places, {names:,} names, {len(data.rows):,} of them different when folded"
    note(held)
    rows, words_share = [], None
    for name in sorted(chosen.systems, key=lambda name: name != "toponym"):
        note(f"{name} ..")
        new = []
        with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
            try:
                if name == "toponym":
                    dump = gazetteer.write(data.places, Path(folder))
                    new = measure.toponym(chosen.program, dump, data, asked, Path(folder))
                    words_share = new[0].sets["words"].answered
                else:
                    new = measure.peer(PEERS[name](), data, asked, folding, Path(folder), chosen.seconds, words_share)
            except Exception as error:
                note(f"{name} is left out: {type(error).__name__}: {error}")
        rows += new
        if chosen.format == "jsonl":
            print(table.jsonl(new), flush=True)
    if chosen.format == "markdown":
        print(f"{held}.\n\n{table.markdown(rows)}\n\n{table.asked(rows)}")


if __name__ == "__main__":
    main()
