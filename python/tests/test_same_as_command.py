"""Answers are those of the command, whose JSON is the project's contract (docs/output.md)."""

import dataclasses
import json

import pytest
from conftest import GOLD, command, gold_text

SPANS = ("start", "end", "token_start", "token_end", "phrase_start", "phrase_end")


def told(candidate):
    """A candidate with the keys of the contract."""
    record = dataclasses.asdict(candidate)
    record["class"] = record.pop("feature_class")
    record["same_as"] = list(record["same_as"])
    return {
        key: value
        for key, value in record.items()
        if key not in ("parents", "evidence", "slips", "accuracy_km")
    }


@pytest.fixture(scope="module")
def lines(names):
    run = command("resolve", "--format", "jsonl", stdin="".join(f"{name}\n" for name in names))
    assert run.returncode == 0, run.stderr
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(lines) == len(names) == 10_000
    return lines


def test_names_one_by_one(resolver, names, lines):
    statuses = set()
    for name, line in zip(names, lines, strict=True):
        answer = resolver.resolve(name)
        statuses.add(answer.status)
        assert (answer.query, answer.status) == (line["query"], line["status"])
        assert [told(candidate) for candidate in answer.candidates] == line["candidates"]
    assert statuses == {"resolved", "ambiguous", "unknown"}


@pytest.mark.parametrize("threads", [1, 3])
def test_names_by_the_column(resolver, names, lines, threads):
    # Twice, for what repeats is looked up once.
    table = resolver.resolve_many(names + names, threads=threads)
    rows = table.to_pylist()
    assert len(rows) == 20_000 and rows[:10_000] == rows[10_000:]
    for row, line in zip(rows[:10_000], lines, strict=True):
        best = line["candidates"][0] if line["candidates"] else {}
        assert row == {"status": line["status"], **{key: best.get(key) for key in row if key != "status"}}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_texts(resolver, path, tmp_path):
    text = gold_text(path)
    data = text.encode()
    file = tmp_path / "text.txt"
    file.write_bytes(data)
    run = command("scan", "--format", "jsonl", str(file))
    assert run.returncode == 0, run.stderr
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    mentions = resolver.scan(text)
    rows = resolver.scan_many([text], ids=[path.stem]).to_pylist()
    assert len(mentions) == len(lines) == len(rows) > 20
    for mention, line, row in zip(mentions, lines, rows, strict=True):
        # The command counts in bytes.
        spans = {key: len(data[: line[key]].decode()) for key in SPANS}
        assert {key: getattr(mention, key) for key in SPANS} == spans == {key: row[key] for key in SPANS}
        assert text[mention.start : mention.end] == mention.text == line["text"] == row["text"]
        told_of = (mention.kind, mention.status, mention.confidence)
        assert told_of == (line["kind"], line["status"], line["confidence"])
        assert told_of == (row["kind"], row["status"], row["confidence"])
        assert (mention.place and told(mention.place)) == line["place"]
        assert [told(other) for other in mention.alternatives] == line["alternatives"]
        site = mention.site_point and dataclasses.asdict(mention.site_point)
        assert site == line.get("site_point") == row["site_point"]
        assert row["text_id"] == path.stem
        assert row["id"] == (line["place"] or {}).get("id")
