"""What a core does and a worker needs: the figures of docs/scale.md.

    python python/benches/scale.py [TEXTS]

TEXTS is a file with a text in each line; made-up posts without it. Figures are processor seconds of one
thread, which other programs of the machine disturb less than the clock.
"""

import csv
import multiprocessing
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow

import toponym

PROJECT = Path(__file__).resolve().parents[2]
TEMPLATES = ("وصل الوفد إلى {} صباح اليوم", "انفجار قوي في {} ولا أنباء عن ضحايا", "من {} إلى {} #عاجل")


def main() -> None:
    """Measure and print."""
    draw = random.Random(20)
    with open(PROJECT / "data/names.csv", encoding="utf-8", newline="") as file:
        rows = [(row["text"], row["language"]) for row in csv.DictReader(file)]
    names = [text for text, _ in rows]
    if len(sys.argv) > 1:
        posts = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    else:
        arabic = [text for text, language in rows if language == "ar"]
        posts = [draw.choice(TEMPLATES).format(*draw.choices(arabic, k=2)) for _ in range(10_000)]
    resolver = toponym.Resolver()
    # The tables of words are read when they are first needed.
    resolver.resolve_many(names[:1000])
    resolver.scan("لا شيء")

    once = draw.sample(names, 50_000)
    tell("names, each once", len(once), lambda: resolver.resolve_many(once, threads=1))
    often = draw.choices(once[:10_000], k=1_000_000)
    tell("names, each a hundred times", len(often), lambda: resolver.resolve_many(often, threads=1))
    size = sum(len(post.encode()) for post in posts)
    print(f"{len(posts):,} texts of {size / len(posts):.0f} bytes on average")
    tell("texts, of words never seen", len(posts), lambda: resolver.scan_many(posts, threads=1))
    tell("texts, of words seen before", len(posts) * 10, lambda: resolver.scan_many(posts * 10, threads=1))
    # Processes that map one file: what is private to each is what another one costs.
    index = Path("scale.toponym")
    toponym.build_index(embedded=True, output=index)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        for line in pool.starmap(worker, [(str(index), posts[:1000], once[:1000])]):
            print(line)
    index.unlink()


def worker(index: str, posts: list[str], names: list[str]) -> str:
    """Tell what a resolver over a mapped file adds to a process."""
    # What any process that works with Arrow has.
    pyarrow.table({"text": posts}).combine_chunks()
    before = memory()
    resolver = toponym.Resolver(index)
    resolver.resolve_many(names, threads=1)
    resolver.scan_many(posts, threads=1)
    return f"memory of a worker: {before} before, {memory()} with a resolver that has worked"


def tell(what: str, count: int, work: Callable[[], object]) -> float:
    """Print how many things a second the work does, and give its processor seconds."""
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"{what}: {count / seconds:,.0f} a second")
    return seconds


def memory() -> str:
    """Give what is private to this process and what can be shared with others."""
    kinds = dict.fromkeys(("Private", "Shared"), 0)
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        kind = line.split("_")[0]
        if kind in kinds and "Hugetlb" not in line:
            kinds[kind] += int(line.split()[1])
    return f"{kinds['Private'] / 1024:.0f} MB private, {kinds['Shared'] / 1024:.0f} MB shared"


if __name__ == "__main__":
    main()
