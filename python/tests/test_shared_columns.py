"""Columns whose chunks share what they refer to: what their rows hold is checked, and nothing else."""

import random

import polars
import pyarrow as pa
import pytest

import toponym

LONG = "a name of more than 256 bytes " * 20
NAMES = ["غيومري", None, "Yerevan", "", LONG, "qqxxzzkk", "Գյումրի", "غيومري", LONG, "طرابلس"]
BAD = b"\xff\xfe and more than twelve bytes"


def dictionary(values, kind=None):
    """Every name, of a dictionary that holds it once."""
    known = sorted({name for name in NAMES if name is not None})
    keys = pa.array([None if name is None else known.index(name) for name in NAMES], pa.int8())
    return pa.DictionaryArray.from_arrays(keys, pa.array(known, values))


COLUMNS = {
    "utf8": pa.array(NAMES),
    "large_utf8": pa.array(NAMES, pa.large_string()),
    "utf8_view": pa.array(NAMES, pa.string_view()),
    "dictionary": dictionary(pa.string()),
    "dictionary of large_utf8": dictionary(pa.large_string()),
    "dictionary of utf8_view": dictionary(pa.string_view()),
}


def in_slices(column, seed):
    """Some slices of a column, as chunks that share its buffers, and which rows they are of."""
    chance = random.Random(seed)
    starts = [chance.randrange(len(column) + 1) for _ in range(30)]
    ends = [chance.randint(start, len(column)) for start in starts]
    rows = [row for start, end in zip(starts, ends, strict=True) for row in range(start, end)]
    chunks = [column[start:end] for start, end in zip(starts, ends, strict=True)]
    return pa.chunked_array(chunks, column.type), rows


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", COLUMNS)
def test_slices_are_read_as_lists_are(resolver, kind, seed):
    column, rows = in_slices(COLUMNS[kind], seed)
    names = [NAMES[row] for row in rows]
    assert resolver.resolve_many(column) == resolver.resolve_many(names)
    around = ["طرابلس"] * len(rows)
    assert resolver.resolve_many(around, country=column) == resolver.resolve_many(around, country=names)
    found = resolver.scan_many(column, ids=column)
    by_row = resolver.scan_many(names)
    assert found.drop_columns(["text_id"]) == by_row.drop_columns(["text_id"])
    assert found["text_id"].to_pylist() == [names[row] for row in by_row["text_id"].to_pylist()]


def bad_text(kind, binary):
    """A column of text with one row of bytes that are none, which Arrow makes without looking."""
    return pa.array([b"Gyumri", BAD, b"Yerevan, which is longer"], binary).view(kind)


def bad_view():
    good = pa.array(["Gyumri", BAD.decode("latin-1"), "Yerevan, which is longer"], pa.string_view())
    view, data = good.buffers()[1:]
    data = data.to_pybytes().replace("ÿ".encode(), b"\xff\xff")
    view = view.to_pybytes().replace("ÿ".encode(), b"\xff\xff")
    return pa.Array.from_buffers(pa.string_view(), 3, [None, pa.py_buffer(view), pa.py_buffer(data)])


BAD_TEXTS = {
    "utf8": bad_text(pa.string(), pa.binary()),
    "large_utf8": bad_text(pa.large_string(), pa.large_binary()),
    "utf8_view": bad_view(),
}
BINARY = {pa.string(): pa.binary(), pa.large_string(): pa.large_binary(), pa.string_view(): pa.binary_view()}
KEYS = pa.array([0, 1, 2], pa.int32())
BAD_TEXTS |= {
    f"dictionary of {kind}": pa.DictionaryArray.from_arrays(KEYS, text) for kind, text in BAD_TEXTS.items()
}


def within(text):
    """Columns of other types in whose second row a text lies."""
    whole, ends = pa.int64(), [0, 1, 2, 3]
    yield "struct", pa.StructArray.from_arrays([text], ["a"])
    yield "list", pa.ListArray.from_arrays(pa.array(ends, pa.int32()), text)
    yield "large_list", pa.LargeListArray.from_arrays(pa.array(ends, whole), text)
    yield "fixed list", pa.FixedSizeListArray.from_arrays(text, 1)
    yield "list_view", pa.ListViewArray.from_arrays(pa.array([2, 1, 0], pa.int32()), [1, 1, 1], text)
    yield "map", pa.MapArray.from_arrays(ends, pa.array(["a", "b", "c"]), text)
    if not pa.types.is_dictionary(text.type):
        # Of bytes, as runs of anything else are checked; which the schema of texts is put beside.
        ends, values = pa.array([1, 2, 3], pa.int32()), text.view(BINARY[text.type])
        runs = pa.RunEndEncodedArray.from_arrays(ends, values)
        said = pa.run_end_encoded(pa.int32(), text.type)
        capsules = said.__arrow_c_schema__(), runs.__arrow_c_array__()[1]
        yield "runs", pa.Array._import_from_c_capsule(*capsules)
    kinds = pa.array([0, 0, 0], pa.int8())
    yield "sparse union", pa.UnionArray.from_sparse(kinds, [text])
    yield "dense union", pa.UnionArray.from_dense(kinds, pa.array([0, 1, 2], pa.int32()), [text])


BAD_IDS = {f"{outer} of {kind}": ids for kind, text in BAD_TEXTS.items() for outer, ids in within(text)}


@pytest.mark.parametrize("kind", BAD_TEXTS)
def test_of_a_bad_column_the_good_rows_can_be_read(resolver, kind):
    column = BAD_TEXTS[kind]
    found = resolver.resolve_many(pa.chunked_array([column[:1], column[2:], column[:1]]))
    assert found["id"].to_pylist()[::2] == ["gn:616635"] * 2
    for bad in (column, column[1:], column[:2], pa.chunked_array([column[:1], column[1:2]])):
        for ask in (
            lambda bad=bad: resolver.resolve_many(bad),
            lambda bad=bad: resolver.scan_many(bad),
            lambda bad=bad: resolver.resolve_many(["a"] * len(bad), country=bad),
        ):
            with pytest.raises(toponym.Error, match="^(names|texts|country): "):
                ask()


@pytest.mark.parametrize("kind", BAD_TEXTS | BAD_IDS)
def test_bad_ids_are_refused_however_deep_they_lie(resolver, kind):
    ids = (BAD_TEXTS | BAD_IDS)[kind]
    for bad in (ids, ids[1:], ids[:2], pa.chunked_array([ids[:1], ids[1:2]])):
        with pytest.raises(toponym.Error, match="^ids: "):
            resolver.scan_many(["Gyumri"] * len(bad), ids=bad)
    good = pa.chunked_array([ids[:1], ids[2:], ids[:1]])
    if "union" not in kind:
        assert resolver.scan_many(["Gyumri"] * 3, ids=good)["text_id"].to_pylist() == good.to_pylist()


TYPES = [pa.null(), pa.bool_(), pa.int64(), pa.decimal128(9), pa.timestamp("s"), pa.binary()]
TYPES += [pa.binary_view(), pa.binary(3), pa.struct([]), pa.dictionary(pa.int8(), pa.list_(pa.string()))]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", [str(kind) for kind in TYPES] + list(COLUMNS))
def test_mentions_have_the_ids_of_their_texts(resolver, kind, seed):
    whole = COLUMNS.get(kind)
    if whole is None:
        whole = pa.nulls(len(NAMES), next(of for of in TYPES if str(of) == kind))
    ids, _ = in_slices(whole, seed)
    chance = random.Random(seed)
    texts = [chance.choice(["Gyumri and Yerevan", "nothing", None]) for _ in range(len(ids))]
    found = resolver.scan_many(texts, ids=ids)
    rows = resolver.scan_many(texts)["text_id"].to_pylist()
    assert found["text_id"].type == ids.type
    expected = ids.to_pylist()
    assert found["text_id"].to_pylist() == [expected[row] for row in rows]


def test_polars_hands_on_slices():
    names = polars.Series(NAMES)
    pieces = polars.concat([names[row : row + 1] for row in range(len(NAMES))], rechunk=False)
    found = toponym.Resolver().resolve_many(pieces)
    assert found == toponym.Resolver().resolve_many(NAMES)


def test_rows_that_refer_to_the_same_are_checked_once(resolver):
    # Were each checked by itself, this would take longer than anybody waits: the fourth power of the rows.
    rows = 2000

    def all_refer(values):
        starts, lengths = pa.array([0] * rows, pa.int32()), pa.array([len(values)] * rows, pa.int32())
        return pa.ListViewArray.from_arrays(starts, lengths, values)

    column = all_refer(all_refer(all_refer(pa.array(["x"] * rows))))
    child = pa.array([["x"] * rows])
    union = pa.UnionArray.from_dense(
        pa.array([0] * rows, pa.int8()), pa.array([0] * rows, pa.int32()), [child]
    )
    for ids in column, union:
        assert resolver.scan_many(pa.array([None] * rows, pa.string()), ids=ids).num_rows == 0


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.binary()])
def test_ids_are_no_longer_than_mentions_can_bear(resolver, kind):
    text = "They met in Gyumri."
    longest = pa.array(["a" * 4096, None], kind)
    assert resolver.scan_many([text, text], ids=longest).num_rows == 2
    ids = pa.chunked_array([longest, pa.array(["b", "a" * 4097], kind)])
    with pytest.raises(toponym.Error, match="ids: row 3 has 4097 bytes, and at most 4096"):
        resolver.scan_many([text] * 4, ids=ids)


def test_types_are_no_deeper_in_each_other_than_can_be_read(resolver):
    def nested(depth):
        column = pa.array(["x"])
        for _ in range(depth):
            column = pa.StructArray.from_arrays([column], ["a"])
        return column

    # Less deep than pyarrow can take back.
    assert resolver.scan_many(["Baku"], ids=nested(60)).num_rows == 1
    for depth in 65, 1000:
        with pytest.raises(toponym.Error, match="64 deep"):
            resolver.scan_many(["Baku"], ids=nested(depth))
