"""What is held, and what is left of a file, at the limits of a process of its own."""

import subprocess
import sys

import pytest

resource = pytest.importorskip("resource")

MEASURE = """
import resource, sys
import pyarrow as pa
import toponym

r = toponym.Resolver()
many = {many}

def ask(count):
    {ask}

ask(1000)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
ask(many)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 // many)
"""

ASKED = {
    # 8 kB were held for each block of 16 texts.
    "texts that mention nothing": (300_000, "assert r.scan_many(['x'] * count).num_rows == 0", 200),
    "a mention in each block": (
        160_000,
        "assert r.scan_many((['Gyumri'] + ['x'] * 15) * (count // 16)).num_rows == count // 16",
        300,
    ),
    "a column of lists": (
        100_000,
        "from toponym._columns import mentions; assert len(mentions(r, pa.array(['x'] * count))) == count",
        300,
    ),
    # Each block of mentions held a list of all buffers.
    "ids that are views in chunks": (
        8_000,
        "names = [pa.array([f'id that is long {row}'], pa.string_view()) for row in range(count)];"
        "ids = pa.chunked_array(names);"
        "found = r.scan_many(['Gyumri'] * count, ids)['text_id']; assert found.equals(ids)",
        8_000,
    ),
    "ids of one dictionary": (
        4_000,
        "values = pa.array([f'id {row}' for row in range(count)]);"
        "ids = pa.chunked_array([pa.DictionaryArray.from_arrays(pa.array([row], pa.int32()), values)"
        " for row in range(count)]);"
        "found = r.scan_many(['Gyumri'] * count, ids)['text_id'];"
        "assert found.to_pylist() == values.to_pylist()",
        8_000,
    ),
}


def run(program, *arguments):
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, encoding="utf-8", timeout=600
    )


@pytest.mark.parametrize("what", ASKED)
def test_memory_is_in_proportion_to_what_is_found(what):
    many, ask, most = ASKED[what]
    ran = run(MEASURE.format(many=many, ask=ask))
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) < most, "bytes for each row"


FULL = """
import resource, sys
import toponym

toponym.Resolver().map({"a text": "from Gyumri"}).save(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    toponym.Resolver().map({"another": "from Yerevan"}).save(sys.argv[1])
except OSError as error:
    print(error.errno, error.filename)
"""


def test_a_map_that_cannot_be_written_leaves_the_older_one(tmp_path):
    import errno

    file = tmp_path / "map.html"
    ran = run(FULL, str(file))
    assert ran.stdout == f"{errno.EFBIG} {file}\n", ran.stderr
    assert "a text" in file.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [file]


DAEMONS = """
import threading, time
import pyarrow as pa
import toponym

r = toponym.Resolver()

def work(ask):
    while True:
        ask()

names = [f"Gyumri {row}" for row in range(100)]
column = pa.array(names)
for ask in (
    lambda: r.resolve("Gyumri"),
    lambda: r.resolve_many(column, country=column),
    lambda: r.resolve_many((name for name in names), country=names),
    lambda: r.scan_many(names, column),
):
    for _ in range(2):
        threading.Thread(target=work, args=(ask,), daemon=True).start()
time.sleep(0.5)
print("done")
"""


@pytest.mark.parametrize("turn", range(5))
def test_a_program_ends_while_daemons_ask(turn):
    ran = run(DAEMONS)
    assert ran.stdout == "done\n" and "Rust" not in ran.stderr and "not rethrown" not in ran.stderr
    # pyarrow's own code ends the program so, now and then, where Python ends a thread in the midst of it.
    assert ran.returncode == 0 or "terminate called" in ran.stderr


INTERRUPTED = """
import os, signal, threading
import toponym

r = toponym.Resolver()
# Hours of reading, and not of one mention after the other either.
text = "Gyumri and Yerevan " * {mentions} + "nothing at all " * 10_000_000
threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    {ask}
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.parametrize("mentions", [0, 1_000_000])
@pytest.mark.parametrize("ask", ["r.scan(text)", "r.scan_many([text] * 16, threads=2)", "r.map({'a': text})"])
def test_what_reads_long_texts_can_be_interrupted(ask, mentions):
    ran = run(INTERRUPTED.format(ask=ask, mentions=mentions))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "interrupted\n", "")
