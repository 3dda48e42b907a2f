//! Tables for Python.

use crate::error::column_exception;
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use arrow_select::concat::concat_batches;
use pyo3::prelude::*;
use pyo3_arrow::PyTable;

/// A chunk of a table has so many rows, but for the last; the text of a column in it has to stay under 2 GB.
pub(crate) const CHUNK_ROWS: usize = 1 << 16;

/// A `pyarrow.Table` of these batches, joined to chunks of a fair size.
pub(crate) fn pyarrow_table<'py>(
    py: Python<'py>,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
) -> PyResult<Bound<'py, PyAny>> {
    let chunks = py.detach(|| {
        let (mut chunks, mut open, mut rows) = (Vec::new(), Vec::new(), 0);
        for batch in batches {
            rows += batch.num_rows();
            open.push(batch);
            if rows >= CHUNK_ROWS {
                chunks.push(concat_batches(&schema, &std::mem::take(&mut open))?);
                rows = 0;
            }
        }
        chunks.push(concat_batches(&schema, &open)?);
        Ok(chunks)
    });
    PyTable::try_new(chunks.map_err(column_exception)?, schema)?.into_pyarrow(py)
}
