//! Tables for Python.

use crate::error::column_exception;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::SchemaRef;
use arrow_select::concat::concat_batches;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

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
    let chunks = chunks.map_err(column_exception)?;
    let table = py.import("pyarrow")?.getattr("table")?;
    table.call1((Chunks { chunks, schema },))
}

/// What pyarrow reads a table from, without copies.
#[pyclass(frozen, module = "toponym._core")]
struct Chunks {
    chunks: Vec<RecordBatch>,
    schema: SchemaRef,
}

#[pymethods]
impl Chunks {
    /// Whoever asks for another schema than the table's casts the columns by itself.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let chunks = self.chunks.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(chunks, SchemaRef::clone(&self.schema));
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }
}
