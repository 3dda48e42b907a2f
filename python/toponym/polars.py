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

from ._columns import answers, mentions, shared_resolver
from ._resolver import Resolver

_ANSWER = {
    "status": pl.String,
    "id": pl.String,
    "name": pl.String,
    "lat": pl.Float64,
    "lon": pl.Float64,
    "country": pl.String,
    "class": pl.String,
    "feature": pl.String,
    "population": pl.Int64,
    "matched_name": pl.String,
    "matched_language": pl.String,
    "edits": pl.Int32,
    "score": pl.Int32,
}
_SPANS = ("start", "end", "token_start", "token_end", "phrase_start", "phrase_end")
_MENTION = {
    **dict.fromkeys(_SPANS, pl.Int64),
    "text": pl.String,
    "kind": pl.String,
    "confidence": pl.Int32,
    **_ANSWER,
}


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

        return self._column.map_batches(resolve, return_dtype=pl.Struct(_ANSWER), is_elementwise=True)

    def scan(self, index: str | os.PathLike[str] | Resolver | None = None, **options: Any) -> pl.Expr:
        """Find the places that the texts mention.

        Parameters
        ----------
        index : path or Resolver, optional
            What is searched; the built-in gazetteer unless this says otherwise.
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

        return_dtype = pl.List(pl.Struct(_MENTION))
        return self._column.map_batches(scan, return_dtype=return_dtype, is_elementwise=True)


def _resolver(index: str | os.PathLike[str] | Resolver | None) -> Resolver:
    if isinstance(index, Resolver):
        return index
    return shared_resolver(None if index is None else os.fspath(index))
