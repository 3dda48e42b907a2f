"""Columns that are odd, empty or not what they say: an answer or an exception, never the program's end."""

import math

import pyarrow as pa
import pyarrow.compute
import pytest

import toponym

BAD = b"Gyumri \xff\xfe and more than twelve bytes"


def no_utf8(kind, binary):
    """Give a column of text whose bytes are none, which Arrow makes without looking."""
    return pa.array([b"Gyumri", BAD], binary).view(kind)


@pytest.mark.parametrize(
    "column",
    [
        no_utf8(pa.string(), pa.binary()),
        no_utf8(pa.large_string(), pa.large_binary()),
        pa.chunked_array([pa.array(["Gyumri"]), no_utf8(pa.string(), pa.binary())]),
        pa.DictionaryArray.from_arrays(pa.array([0, 1]), no_utf8(pa.string(), pa.binary())),
        pa.DictionaryArray.from_arrays(pa.array([0, 7]), pa.array(["Gyumri"]), safe=False),
    ],
    ids=["utf8", "large_utf8", "chunks", "dictionary", "keys beyond the dictionary"],
)
def test_a_column_that_is_not_what_it_says_is_refused(resolver, column):
    for ask in (
        lambda: resolver.resolve_many(column),
        lambda: resolver.scan_many(column),
        lambda: resolver.resolve_many(["a"] * len(column), country=column),
        lambda: resolver.scan_many(["Gyumri"] * len(column), ids=column),
    ):
        with pytest.raises(toponym.Error):
            ask()


@pytest.mark.parametrize("half", ["\ud800", "Gyumri \udfff"])
def test_half_of_a_pair_of_surrogates_is_no_text(resolver, half):
    with pytest.raises(toponym.Error, match="names: row 1: half of a pair of surrogates"):
        resolver.resolve_many(["Gyumri", half])
    for ask in (resolver.resolve, resolver.complete, resolver.scan, resolver.place):
        with pytest.raises(ValueError):
            ask(half)


@pytest.mark.parametrize(
    "empty",
    [
        [],
        pa.array([], pa.string()),
        pa.chunked_array([], pa.string()),
        pa.chunked_array([[], []], pa.large_string()),
        pa.nulls(0),
        pa.array([], pa.dictionary(pa.int8(), pa.string())),
    ],
    ids=["list", "utf8", "no chunks", "empty chunks", "null", "dictionary"],
)
def test_of_no_rows_nothing_is_asked(resolver, empty):
    table = resolver.resolve_many(empty, country=empty, near=([], []))
    assert table.num_rows == 0 and table.schema == resolver.resolve_many(["a"]).schema
    assert resolver.scan_many(empty).num_rows == 0
    assert resolver.scan_many(empty, ids=empty).num_rows == 0


def test_nulls_ask_nothing(resolver):
    for nulls in (pa.nulls(3), pa.array([None] * 3, pa.dictionary(pa.int8(), pa.string()))):
        assert resolver.resolve_many(nulls)["status"].to_pylist() == [None] * 3
        assert resolver.scan_many(nulls).num_rows == 0
        table = resolver.resolve_many(["Gyumri"] * 3, country=nulls, near=(pa.nulls(3), pa.nulls(3)))
        assert table["id"].to_pylist() == ["gn:616635"] * 3


@pytest.mark.parametrize("rows", [10**10, 2**62])
def test_nulls_without_end_are_refused(resolver, rows):
    batch = pa.record_batch([pa.nulls(98765)], names=["a"])
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    told, wanted = ((98765).to_bytes(8, "little"), rows.to_bytes(8, "little"))
    nulls = pa.ipc.open_stream(sink.getvalue().to_pybytes().replace(told, wanted)).read_all().column(0)
    assert len(nulls) == rows
    for ask in (
        lambda: resolver.resolve_many(nulls),
        lambda: resolver.scan_many(nulls),
        lambda: resolver.scan_many(["Gyumri"], ids=nulls),
        lambda: resolver.resolve_many(["Gyumri"], country=nulls),
        lambda: resolver.resolve_many(["Gyumri"], near=(nulls, nulls)),
    ):
        with pytest.raises(toponym.Error, match="rows of type null"):
            ask()


NUMBERS = [pa.float16(), pa.float32(), pa.float64(), pa.int8(), pa.int16(), pa.int32(), pa.int64()]
NUMBERS += [pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64()]


@pytest.mark.parametrize("kind", NUMBERS, ids=str)
def test_degrees_of_any_type_of_number_are_read_alike(resolver, kind):
    latitudes, longitudes = (pa.array(degrees, pa.int64()).cast(kind) for degrees in ([34, 33], [36, 13]))
    table = resolver.resolve_many(["طرابلس"] * 2, near=(latitudes, longitudes))
    assert table["country"].to_pylist() == ["LB", "LY"]


def test_what_is_no_point_is_left_out_of_a_column_and_refused_alone(resolver):
    odd = [math.nan, math.inf, -math.inf, 1e300, 90.0000001, -0.0]
    plain = resolver.resolve("طرابلس").best.id
    table = resolver.resolve_many(["طرابلس"] * len(odd), near=(odd, [math.nan] * len(odd)))
    assert table["id"].to_pylist() == [plain] * len(odd)
    for degrees in odd[:-1]:
        with pytest.raises(toponym.Error):
            resolver.resolve("طرابلس", near=(degrees, 0))
        with pytest.raises(toponym.Error):
            resolver.nearest(0, degrees * 2)
    for refused in (pa.array([True]), pa.array(["1"]), pa.array([[1.0]])):
        with pytest.raises(toponym.Error, match="near, latitudes: expected a column of floats"):
            resolver.resolve_many(["a"], near=(refused, [1.0]))
    for odd in (([1.0],), ([1.0], [1.0], [1.0]), ([1.0], 1.0)):
        with pytest.raises((ValueError, TypeError)):
            resolver.resolve_many(["a"], near=odd)
    with pytest.raises(TypeError, match="row 0: expected a number"):
        resolver.resolve_many(["a"], near=([10**400], [1.0]))


@pytest.mark.parametrize("odd", [0, -1, 2**64, 10**400, 1.5, math.nan, "5", None])
def test_odd_limits_raise(resolver, odd):
    for ask in (resolver.resolve, resolver.complete):
        with pytest.raises((ValueError, TypeError, OverflowError)):
            ask("Gyumri", limit=odd)


@pytest.mark.parametrize("odd", [-1, 3, 256, 1.5, "1"])
def test_odd_numbers_of_edits_raise(resolver, odd):
    with pytest.raises((ValueError, TypeError, OverflowError)):
        resolver.resolve("Gyumri", max_edits=odd)


def test_long_and_strange_texts_have_an_end(resolver):
    for text in ("", "\0", "\ufdfa" * 100_000, "ب" + "\u064e" * 200_000, "a" * 1_000_000, "\u202e" * 100_000):
        assert resolver.resolve(text).status == "unknown"
        assert list(resolver.scan(text)) == []
    assert resolver.resolve_many(["a" * 5000, "Gyumri"])["id"].to_pylist() == [None, "gn:616635"]


class Handed:
    """What hands on the same capsules as often as it is asked."""

    def __init__(self, schema, array):
        self.capsules = schema.__arrow_c_array__()[0], array.__arrow_c_array__()[1]

    def __arrow_c_array__(self, requested_schema=None):
        return self.capsules


class HandedStream:
    def __init__(self, column):
        self.capsule = pa.chunked_array([column]).__arrow_c_stream__()

    def __arrow_c_stream__(self, requested_schema=None):
        return self.capsule


KINDS = [pa.null(), pa.bool_(), pa.int64(), pa.string(), pa.large_string(), pa.string_view()]
KINDS += [pa.dictionary(pa.int8(), pa.string()), pa.list_(pa.string()), pa.struct([("a", pa.string())])]
KINDS += [pa.map_(pa.string(), pa.string()), pa.run_end_encoded(pa.int32(), pa.string())]
KINDS += [pa.dense_union([pa.field("a", pa.string())]), pa.list_view(pa.string())]


def handed_twice(column):
    return Handed(column, column)


@pytest.mark.parametrize("handed", [handed_twice, HandedStream])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_what_was_read_already_is_refused(resolver, kind, handed, capfd):
    column = pa.nulls(3, kind)
    once = handed(column)
    assert resolver.scan_many(["Gyumri"] * 3, ids=once).num_rows == 3
    # Of the type of nothing an array that was read looks like an empty one.
    for ask in (
        lambda: resolver.scan_many(["Gyumri"] * 3, ids=once),
        lambda: resolver.resolve_many(["Gyumri"] * 3, country=once),
        lambda: resolver.resolve_many(["Gyumri"] * 3, near=(once, once)),
    ):
        with pytest.raises((ValueError, TypeError)):
            ask()
    # Nor is anything written.
    assert capfd.readouterr() == ("", "")
    twice = handed(pa.array(["Gyumri"]))
    with pytest.raises(ValueError, match="already"):
        resolver.resolve_many(twice, country=twice)


@pytest.mark.parametrize("said", [pa.string(), pa.int64(), pa.dictionary(pa.int8(), pa.string())], ids=str)
def test_an_array_beside_the_schema_of_another_is_refused(resolver, said, capfd):
    # Of fewer parts than the schema says, which is what can be told.
    array = pa.nulls(3)
    for ask in (
        lambda handed: resolver.resolve_many(handed),
        lambda handed: resolver.scan_many(["Gyumri"] * 3, ids=handed),
        lambda handed: resolver.resolve_many(["Gyumri"] * 3, near=(handed, [1.0] * 3)),
    ):
        with pytest.raises((ValueError, TypeError)):
            ask(Handed(pa.nulls(0, said), array))
    with pytest.raises(toponym.Error, match="^names: the column is no array of the type that it says"):
        resolver.resolve_many(Handed(pa.array([""]), pa.array([1, 2])))
    assert capfd.readouterr() == ("", "")


def test_ids_that_are_lists_of_one_length_are_copied_whole(resolver):
    items, rows = 2000, 1500
    values = pa.array([row for row in range(rows) for _ in range(items)], pa.int16())
    ids = pa.FixedSizeListArray.from_arrays(values, items)
    texts = ["Gyumri, Kars" if row % 2 else "" for row in range(rows)]
    expected = [row for row in range(rows) if row % 2 for _ in range(2)]
    for column in (ids, pa.chunked_array([ids.slice(0, 700), ids.slice(700)])):
        found = pa.table(resolver.scan_many(texts, ids=column)).column("text_id")
        assert found.type == ids.type
        assert [found[at][items - 1].as_py() for at in range(len(found))] == expected
    # No more items than can be counted, of one id and of all in a chunk.
    for items, rows, told in ((1 << 21, 2, "at most 1048576"), (1 << 12, 1 << 20, "more chunks")):
        kind = pa.list_(pa.null(), items)
        ids = pa.Array.from_buffers(kind, rows, [None], children=[pa.nulls(items * rows)])
        with pytest.raises(toponym.Error, match=told):
            resolver.scan_many(pa.nulls(rows, pa.string()), ids=ids)


@pytest.mark.parametrize("rows", [3, 0], ids=["rows", "no rows"])
@pytest.mark.parametrize(
    "ids",
    [
        pa.array([bytes([row]) * 16 for row in range(3)], pa.uuid()),
        pa.array(['{"a": 1}', "2", None], pa.json_()),
        pa.array([1, None, 0], pa.bool8()),
        pa.DictionaryArray.from_arrays(pa.array([0, 1, 0], pa.int8()), ["low", "high"], ordered=True),
        pa.StructArray.from_arrays([pa.array([bytes(16)] * 3, pa.uuid())], ["a"]),
    ],
    ids=lambda ids: str(ids.type),
)
def test_ids_come_back_in_the_type_they_came_in(resolver, ids, rows):
    ids = ids[:rows]
    told = resolver.scan_many(["Gyumri"] * rows, ids=ids).column("text_id")
    assert told.type.equals(ids.type) and told.to_pylist() == ids.to_pylist()


def test_ids_that_are_runs_of_nothing_are_refused(resolver):
    ids = pa.compute.run_end_encode(pa.array([b""] * 3, pa.binary(0)))
    for ids in (ids, pa.StructArray.from_arrays([ids], ["a"])):
        with pytest.raises(toponym.Error, match="no length"):
            resolver.scan_many(["Gyumri"] * 3, ids=ids)
