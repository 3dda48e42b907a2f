"""Spark: a cluster of two executors in processes of their own, and a million rows."""

import os
import random
import shutil
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import toponym

pyspark = pytest.importorskip("pyspark")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("there is no Java", allow_module_level=True)

from pyspark.sql import SparkSession  # noqa: E402

from toponym.spark import resolve_column  # noqa: E402

ROWS = 1_000_000


@pytest.fixture(scope="module")
def spark():
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.log.level", "ERROR")
        # What repeats is looked up once in a batch: larger ones repeat more.
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100000")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    file = tmp_path_factory.mktemp("index") / "places.toponym"
    toponym.build_index(embedded=True, output=file)
    return file


@pytest.fixture(scope="module")
def table(names, tmp_path_factory):
    """A million rows: names in no order; one in twenty misspelled, one null, some with a country."""
    draw = random.Random(20)
    misspelled, spelled = names[::2], names[1::2]
    pools = draw.choices([None, misspelled, spelled], [5, 5, 90], k=ROWS)
    column = [pool and draw.choice(pool) for pool in pools]
    countries = [draw.choice(["AM", "Lebanon", None, None, None]) for _ in range(ROWS)]
    table = pa.table({"row": range(ROWS), "name": column, "where": countries})
    folder = tmp_path_factory.mktemp("table")
    for part in range(8):
        start = ROWS // 8 * part
        pq.write_table(table.slice(start, ROWS // 8), folder / f"part-{part}.parquet")
    return table, folder


def test_a_cluster_gives_what_one_process_gives(spark, index, table, tmp_path, capsys):
    table, folder = table
    start = time.perf_counter()
    alone = toponym.Resolver(index).resolve_many(table["name"], country=table["where"])
    alone_seconds = time.perf_counter() - start

    # The workers and their resolvers are there before the clock runs.
    df = spark.read.parquet(str(folder))
    resolve_column(df.limit(10), "name", index=index).collect()
    start = time.perf_counter()
    found = resolve_column(df, "name", index=index, country_column="where")
    found.write.parquet(str(tmp_path / "found"))
    cluster_seconds = time.perf_counter() - start

    found = pq.read_table(tmp_path / "found").sort_by("row")
    assert found.column_names == ["row", "name", "where", "toponym"]
    assert found["name"].equals(table["name"])
    places = found["toponym"].combine_chunks()
    for column in alone.column_names:
        assert places.field(column).equals(alone[column].combine_chunks()), column
    assert places.is_null().equals(table["name"].is_null().combine_chunks())
    with capsys.disabled():
        print(
            f"\n{ROWS:,} rows: {ROWS / alone_seconds:,.0f} rows/s in one process,"
            f" {ROWS / cluster_seconds:,.0f} rows/s on two executors of one core, Parquet read and written"
        )


def test_columns_that_are_not_there_are_refused(spark):
    df = spark.createDataFrame([("Gyumri", 40.8)], "name string, toponym double")
    with pytest.raises(ValueError, match="no such column 'city'; there are: name, toponym"):
        resolve_column(df, "city", output="place")
    with pytest.raises(ValueError, match="there is a column 'toponym' already"):
        resolve_column(df, "name")
    near = resolve_column(df, "name", output="place", near_columns=("toponym", "toponym"))
    assert near.select("place.id").first()["id"] == "gn:616635"
