"""Columns of `Spark <https://spark.apache.org>`_, by ``mapInArrow``.

>>> from toponym.spark import resolve_column  # doctest: +SKIP
>>> places = resolve_column(df, "name", country_column="country")  # doctest: +SKIP
>>> places.select("name", "toponym.id", "toponym.lat", "toponym.lon")  # doctest: +SKIP
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame
from pyspark.sql.types import DoubleType, IntegerType, LongType, StringType, StructField, StructType

from ._columns import answer_fields, answers, shared_resolver

_TYPES = {
    pa.string(): StringType(),
    pa.float64(): DoubleType(),
    pa.int64(): LongType(),
    pa.int32(): IntegerType(),
}


def resolve_column(
    df: DataFrame,
    column: str,
    *,
    output: str = "toponym",
    index: str | os.PathLike[str] | None = None,
    country_column: str | None = None,
    near_columns: tuple[str, str] | None = None,
    **options: Any,
) -> DataFrame:
    """Say which places the names of a column mean.

    Each Python worker of Spark has one resolver. An index file is sent to the executors once, and mapped
    there: the workers of an executor share its pages.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        A table with a column of names.
    column : str
        The column.
    output : str
        What the new column is called.
    index : path, optional
        An index file on the driver; the built-in gazetteer unless this says otherwise.
    country_column : str, optional
        The column of the countries of the names; one that is not known is left out.
    near_columns : (str, str), optional
        The columns of latitudes and longitudes that the places are likely near to.
    **options
        ``country``, ``near``, ``within`` and so on of `Resolver.resolve_many`, the same for all rows.

    Returns
    -------
    pyspark.sql.DataFrame
        The table with one more column, of structs of the columns of `Resolver.resolve_many`; null where the
        name is null.
    """
    asked = [column, *([country_column] if country_column else []), *(near_columns or ())]
    missing = [name for name in asked if name not in df.columns]
    if missing:
        raise ValueError(f"there is no such column {missing[0]!r}; there are: {', '.join(df.columns)}")
    if output in df.columns:
        raise ValueError(f"there is a column {output!r} already; say output= to call the new one otherwise")
    file = None
    if index is not None:
        df.sparkSession.sparkContext.addFile(os.fspath(index))
        file = Path(index).name

    def resolve(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        resolver = shared_resolver(None if file is None else SparkFiles.get(file))
        for batch in batches:
            beside = dict(options)
            if country_column is not None:
                beside["country"] = batch.column(country_column)
            if near_columns is not None:
                beside["near"] = tuple(batch.column(degrees) for degrees in near_columns)
            # Spark runs as many workers as there are cores for them.
            found = answers(resolver, batch.column(column), threads=1, **beside)
            yield pa.RecordBatch.from_arrays([*batch.columns, found], [*batch.schema.names, output])

    answer = StructType([StructField(field.name, _TYPES[field.type]) for field in answer_fields()])
    return df.mapInArrow(resolve, StructType([*df.schema.fields, StructField(output, answer)]))
