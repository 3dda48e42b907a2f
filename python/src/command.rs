//! The command `toponym`, which the package brings too, and what of it others use.

use crate::error::unwritten;
use pyo3::prelude::*;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use toponym_cli::Console;

/// Runs the command with these arguments, the first of which is its name, on the streams of the process, and
/// gives its exit status.
#[pyfunction]
pub(crate) fn run_command(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| {
        let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
        let mut messages = io::stderr();
        let mut console = Console::new(&mut input, &mut output, &mut messages);
        console.progress = io::IsTerminal::is_terminal(&io::stderr());
        toponym_cli::run(arguments, &mut console)
    })
}

/// Writes a file that appears, or replaces another one, when it is complete.
#[pyfunction]
pub(crate) fn write_file(py: Python<'_>, path: PathBuf, contents: &str) -> PyResult<()> {
    py.detach(|| toponym_cli::write_file(&path, contents.as_bytes()))
        .map_err(|error| unwritten(path, error))
}
