"""The examples of the documentation run, and say what they print."""

import doctest
import importlib
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
MODULES = [
    "toponym",
    "toponym._resolver",
    "toponym.polars",
    "toponym.spacy",
    "toponym.geopy",
    "toponym.spark",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_a_module(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_examples_of_the_page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = (PROJECT / "docs/python.md").read_text(encoding="utf-8")
    # Else the end of a block of code would be a part of what the last line prints.
    page = re.sub("^```.*$", "", page, flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(page, {}, "docs/python.md", None, 0)
    assert len(examples.examples) > 20
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples).failed == 0


def test_all_that_is_public_is_described():
    import toponym

    for name in toponym.__all__:
        value = getattr(toponym, name)
        assert isinstance(value, str) or value.__doc__, name
        for member, method in vars(value).items() if isinstance(value, type) else ():
            if not member.startswith("_") and callable(method):
                assert method.__doc__, f"{name}.{member}"
