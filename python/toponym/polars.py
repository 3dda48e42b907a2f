"""Columns of polars: ``pl.col("place").toponym.resolve()``.

Importing this module gives expressions the namespace ``toponym``. Columns go through Arrow, which polars
promises to keep, and not through its plugins, whose interface changes with its versions.

>>> import polars as pl
>>> import toponym.polars
>>> df = pl.DataFrame({"place": ["غيومري", None, "Yerevan"]})
>>> df.with_columns(pl.col("place").toponym.resolve().struct.field("id"))["id"].to_list()
['gn:616635', None, 'gn:616052']
"""

from __future__ import annotations

import os
from typing import Any

import polars as pl
import pyarrow as pa

from ._columns import answer_fields, answers, mention_fields, mentions, shared_resolver
from ._resolver import Resolver


@pl.api.register_expr_namespace("toponym")
class ToponymNamespace:
    """What can be asked of a column of texts."""

    def __init__(self, column: pl.Expr) -> None:
        self._column = column

    def resolve(self, index: str | os.PathLike[str] | Resolver | None = None, **options: Any) -> pl.Expr:
        """Say which places the names mean.

        Parameters
        ----------
        index : path or Resolver, optional
            What is searched; the built-in gazetteer unless this says otherwise.
        **options
            ``country``, ``near`` and so on of `Resolver.resolve_many`, the same for all rows.

        Returns
        -------
        polars.Expr
            Structs of the columns of `Resolver.resolve_many`; null where the name is null.
        """
        resolver = _resolver(index)

        def resolve(names: pl.Series) -> pl.Series:
            return pl.Series(names.name, pl.from_arrow(answers(resolver, names, **options)))

        return_dtype = _dtype(answer_fields())
        return self._column.map_batches(resolve, return_dtype=return_dtype, is_elementwise=True)

    def scan(self, index: str | os.PathLike[str] | Resolver | None = None, **options: Any) -> pl.Expr:
        """Find the places that the texts mention.

        Parameters
        ----------
        index : path or Resolver, optional
            As in `resolve`.
        **options
            ``country``, ``near`` and so on of `Resolver.scan_many`, the same for all rows.

        Returns
        -------
        polars.Expr
            Lists of structs of the columns of `Resolver.scan_many`; null where the text is null.
        """
        resolver = _resolver(index)

        def scan(texts: pl.Series) -> pl.Series:
            column = texts.to_arrow()
            return pl.Series(texts.name, pl.from_arrow(mentions(resolver, column, **options)))

        return_dtype = pl.List(_dtype(mention_fields()))
        return self._column.map_batches(scan, return_dtype=return_dtype, is_elementwise=True)


def _resolver(index: str | os.PathLike[str] | Resolver | None) -> Resolver:
    if isinstance(index, Resolver):
        return index
    return shared_resolver(None if index is None else os.fspath(index))


def _dtype(fields: list[pa.Field]) -> pl.DataType:
    return pl.Series(pa.array([], pa.struct(fields))).dtype
