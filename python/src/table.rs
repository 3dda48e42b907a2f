//! Tables for Python.

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::SchemaRef;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

/// A chunk of a table has so many rows, but for the last; the text of a column in it has to stay under 2 GB.
pub(crate) const CHUNK_ROWS: usize = 1 << 16;

/// What pyarrow reads a table from, without copies. It does so when Python calls it, not here: Python ends a thread
/// that runs on when the program ends (a daemon) by unwinding its stack from wherever it waits for the interpreter,
/// and what unwinds so through Rust aborts the program.
#[pyclass(frozen, module = "toponym._core", name = "CoreTable")]
pub(crate) struct CoreTable {
    chunks: Vec<RecordBatch>,
    schema: SchemaRef,
}

impl CoreTable {
    pub fn new(schema: SchemaRef, chunks: Vec<RecordBatch>) -> Self {
        CoreTable { chunks, schema }
    }
}

#[pymethods]
impl CoreTable {
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
