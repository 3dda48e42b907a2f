//! The command `toponym`, which the package brings too.

use pyo3::prelude::*;
use std::ffi::OsString;
use std::io;
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
