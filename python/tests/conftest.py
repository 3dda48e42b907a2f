"""What the tests share."""

import csv
import lzma
import os
import subprocess
import sys
from pathlib import Path

import pytest

import toponym

PROJECT = Path(__file__).resolve().parents[2]
GOLD = sorted((PROJECT / "tests/gold").glob("*.txt"))
# Texts with marked places that lie beside the project, as some of the crate's tests read them too.
if beside := os.environ.get("TOPONYM_SHARED"):
    GOLD += sorted(Path(beside).glob("article/*.txt"))
    GOLD += sorted(Path(beside).glob("corpora/*.txt.xz"))
    GOLD += sorted(Path(beside).glob("corpora/*.conll.xz"))


def gold_text(path: Path) -> str:
    """The text of a file of gold: as it is, or of a table of tokens a sentence a line."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode()
    if ".conll" not in path.suffixes:
        return text
    sentences = text.split("\n\n")
    return "\n".join(" ".join(row.split()[0] for row in rows.splitlines() if row) for rows in sentences)


@pytest.fixture(scope="session")
def resolver() -> toponym.Resolver:
    return toponym.Resolver()


@pytest.fixture(scope="session")
def names() -> list[str]:
    """Ten thousand names of the gazetteer's tables in all their scripts, every other one misspelled."""
    with open(PROJECT / "data/names.csv", encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    step = len(texts) // 10_000
    chosen = texts[: step * 10_000 : step]
    return [text if row % 2 else _misspelled(text, row) for row, text in enumerate(chosen)]


def _misspelled(text: str, seed: int) -> str:
    """Take a letter out, or change two about."""
    at = seed % max(len(text) - 1, 1)
    if seed % 4:
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def command(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command that the package brings."""
    program = Path(sys.executable).parent / "toponym"
    return subprocess.run(
        [program, *arguments], input=stdin, capture_output=True, encoding="utf-8", timeout=600
    )
