//! The command `toponym`, which the package brings too, and what of it others use.

use crate::error::unwritten;
use pyo3::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// Runs the command with these arguments, the first of which is its name, on the streams of the process, and
/// gives its exit status.
#[pyfunction]
pub(crate) fn run_command(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| toponym_cli::run_on_standard_streams(arguments))
}

/// Writes a file that appears, or replaces another one, when it is complete.
#[pyfunction]
pub(crate) fn write_file(py: Python<'_>, path: PathBuf, contents: &str) -> PyResult<()> {
    py.detach(|| toponym_cli::write_file(&path, contents.as_bytes()))
        .map_err(|error| unwritten(path, error))
}
