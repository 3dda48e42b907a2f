//! The streams of the process, as the command reads and writes them.

use crate::console::Console;
use crate::run;
use std::ffi::OsString;
use std::io;

/// Runs the command on the streams of the process, and gives its exit status: all of a main function, but for PDF files (see
/// `read_pdf_if_asked`). Where standard input is not open for reading, or standard output not for writing, using it is an
/// error. Where it is not open at all when a program of Rust starts, that program finds `/dev/null` in its place, and
/// nothing is told.
pub fn run_on_standard_streams<I, T>(args: I) -> u8
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let mut input = input();
    let mut output = output();
    let mut messages = io::stderr();
    let mut console = Console::new(&mut input, &mut output, &mut messages);
    console.progress = io::IsTerminal::is_terminal(&io::stderr());
    console.terminal = io::IsTerminal::is_terminal(&io::stdout());
    run(args, &mut console)
}

/// Standard input. The standard library's own takes one that is not open for reading for one without bytes.
fn input() -> Box<dyn io::Read> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        if let Ok(stdin) = io::stdin().as_fd().try_clone_to_owned() {
            return Box::new(std::fs::File::from(stdin));
        }
    }
    Box::new(io::stdin().lock())
}

/// Standard output. The standard library's own takes one that is not open for writing for one that nobody reads, and all
/// answers would be lost without a word.
fn output() -> Box<dyn io::Write> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        if let Ok(stdout) = io::stdout().as_fd().try_clone_to_owned() {
            return Box::new(io::LineWriter::new(std::fs::File::from(stdout)));
        }
    }
    Box::new(io::stdout().lock())
}
