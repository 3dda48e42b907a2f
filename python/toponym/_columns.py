"""Tables of answers, as one column of other programs."""

from __future__ import annotations

from functools import cache
from typing import Any

import pyarrow as pa

from ._resolver import Resolver


@cache
def shared_resolver(index: str | None) -> Resolver:
    """Give the resolver over an index that this process has."""
    return Resolver(index)


def answer_fields() -> list[pa.Field]:
    """Give the columns of an answer."""
    return list(shared_resolver(None).resolve_many([]).schema)


def mention_fields() -> list[pa.Field]:
    """Give the columns of a mention, without that of its text."""
    return list(shared_resolver(None).scan_many([]).drop_columns(["text_id"]).schema)


def answers(resolver: Resolver, names: Any, **options: Any) -> pa.StructArray:
    """Resolve names to a column of structs; null where nothing was asked."""
    table = resolver.resolve_many(names, **options)
    struct = _one_chunk(table.to_struct_array())
    unasked = struct.field("status").is_null()
    return pa.StructArray.from_arrays(struct.flatten(), fields=list(struct.type), mask=unasked)


def mentions(resolver: Resolver, texts: pa.Array, **options: Any) -> pa.ListArray:
    """Scan texts to a column of lists of structs; null where there is no text."""
    table = resolver.scan_many(texts, **options)
    rows = table.column("text_id").to_numpy()
    struct = _one_chunk(table.drop_columns(["text_id"]).to_struct_array())
    ends = rows.searchsorted(range(len(texts) + 1))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), struct, mask=texts.is_null())


def _one_chunk(column: pa.ChunkedArray) -> pa.StructArray:
    joined = column.combine_chunks()
    return pa.concat_arrays(joined.chunks) if isinstance(joined, pa.ChunkedArray) else joined
