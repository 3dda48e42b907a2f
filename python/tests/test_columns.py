"""Columns of other programs."""

import duckdb
import numpy
import pandas
import polars
import pyarrow as pa
import pytest

import toponym

NAMES = ["غيومري", None, "Yerevan", "", "qqxxzzkk", "غيومري"]
IDS = ["gn:616635", None, "gn:616052", None, None, "gn:616635"]
STATUSES = ["resolved", None, "resolved", "unknown", "unknown", "resolved"]

COLUMNS = {
    "list": NAMES,
    "generator": (name for name in NAMES),
    "utf8": pa.array(NAMES),
    "large_utf8": pa.array(NAMES, pa.large_string()),
    "utf8_view": pa.array(NAMES, pa.string_view()),
    "slice": pa.array(["before", *NAMES])[1:],
    "chunks": pa.chunked_array([NAMES[:2], [], NAMES[2:]], pa.string()),
    "dictionary": pa.array(NAMES).dictionary_encode(),
    "polars": polars.Series(NAMES),
    "polars categories": polars.Series(NAMES, dtype=polars.Categorical),
    "pandas": pandas.Series(NAMES),
    "pandas objects": pandas.Series(NAMES, dtype=object),
    "pandas with NA": pandas.Series([pandas.NA if name is None else name for name in NAMES], dtype=object),
    "pandas with NaN": pandas.Series([numpy.nan if name is None else name for name in NAMES], dtype=object),
    "numpy": numpy.array(NAMES, dtype=object),
    "duckdb": duckdb.sql(
        "select * from (values {}) t(name)".format(
            ", ".join("(null)" if name is None else f"('{name}')" for name in NAMES)
        )
    )
    .to_arrow_table()
    .column("name"),
}


@pytest.mark.parametrize("kind", COLUMNS)
def test_all_columns_of_text_are_read_alike(resolver, kind):
    table = resolver.resolve_many(COLUMNS[kind])
    assert isinstance(table, pa.Table)
    assert table["id"].to_pylist() == IDS
    assert table["status"].to_pylist() == STATUSES
    assert table["lat"].null_count == 3


def test_columns_beside_names(resolver):
    names = ["طرابلس"] * 5
    countries = ["LB", "Libya", None, "n/a", "لبنان"]
    plain = resolver.resolve("طرابلس").best.country
    found = resolver.resolve_many(names, country=pa.array(countries))
    assert found["country"].to_pylist() == ["LB", "LY", plain, plain, "LB"]
    assert resolver.resolve_many(names, country="LB")["country"].to_pylist() == ["LB"] * 5
    near = (polars.Series([34.4, 32.9, None, 99.0, 34.4]), [35.8, 13.2, 1.0, 0.0, 35.8])
    found = resolver.resolve_many(names, near=near)
    assert found["country"].to_pylist() == ["LB", "LY", plain, plain, "LB"]
    assert resolver.resolve_many(names, near=(34.4, 35.8))["country"].to_pylist() == ["LB"] * 5


def test_long_columns_come_in_chunks(resolver):
    names = pa.array(["Gyumri", None, "Yerevan"] * 50_000)
    table = resolver.resolve_many(names)
    assert table.num_rows == 150_000 and table["id"].num_chunks == 3
    assert table["id"].to_pylist() == ["gn:616635", None, "gn:616052"] * 50_000
    assert resolver.resolve_many([]).num_rows == 0
    assert resolver.resolve_many([]).schema == table.schema


def test_texts_have_a_row_a_mention(resolver):
    texts = ["Gyumri and Yerevan", None, "nothing", "from Gyumri"]
    table = resolver.scan_many(texts)
    assert table["text_id"].to_pylist() == [0, 0, 3]
    assert table["id"].to_pylist() == ["gn:616635", "gn:616052", "gn:616635"]
    table = resolver.scan_many(polars.Series(texts), ids=["a", "b", "c", "d"], threads=2)
    assert table["text_id"].to_pylist() == ["a", "a", "d"]
    ids = pa.chunked_array([[7, 8], [9, 10]], pa.int16())
    assert resolver.scan_many(texts, ids=ids)["text_id"].to_pylist() == [7, 7, 10]
    assert resolver.scan_many([]).num_rows == 0


@pytest.mark.parametrize(
    ("ask", "error", "message"),
    [
        (lambda r: r.resolve_many("Gyumri"), TypeError, "names: expected a column or list of texts"),
        (
            lambda r: r.resolve_many(["Gyumri", 7]),
            TypeError,
            "names: row 1: expected a text or None, not int",
        ),
        (
            lambda r: r.resolve_many([numpy.array(["Gyumri", "Yerevan"])]),
            TypeError,
            "names: row 0: expected a text or None, not ndarray",
        ),
        (
            lambda r: r.resolve_many(pa.array([1])),
            toponym.Error,
            "names: expected a column of text, and this one is of Int64",
        ),
        (
            lambda r: r.resolve_many(["a"], country=["b", "c"]),
            toponym.Error,
            "country: 2 rows, and names has 1",
        ),
        (lambda r: r.resolve_many(["a"], near=([1.0], [])), toponym.Error, "near, longitudes: 0 rows"),
        (
            lambda r: r.resolve_many(["a"], near=(["x"], [1.0])),
            TypeError,
            "near, latitudes: row 0: expected a number",
        ),
        (lambda r: r.scan_many(["a"], ids=[1, 2]), toponym.Error, "ids: 2 rows, and texts has 1"),
        (lambda r: r.resolve_many(["a"], country="Nowhereland"), toponym.Error, "Nowhereland"),
    ],
)
def test_what_is_no_column_is_said(resolver, ask, error, message):
    with pytest.raises(error) as raised:
        ask(resolver)
    assert message in str(raised.value)


def test_progress_is_counted(resolver, capsys):
    seen = []
    resolver.resolve_many(["Gyumri", "Yerevan", "Gyumri"], progress=seen.append)
    assert seen[-1] == 2
    resolver.scan_many(["Gyumri"] * 3, progress=True)
    assert "3.00 texts" in capsys.readouterr().err
