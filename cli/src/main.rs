//! The command `toponym`: hands its arguments and streams to the library.

use std::io;
use std::process::ExitCode;
use toponym_cli::Console;

fn main() -> ExitCode {
    #[cfg(feature = "pdf")]
    {
        toponym_cli::silence_pdf_panics();
        if let Some(status) = toponym_cli::read_pdf_if_asked() {
            return ExitCode::from(status);
        }
    }
    let mut input = input();
    let terminal = io::IsTerminal::is_terminal(&io::stdout());
    let mut output = output();
    let mut messages = io::stderr();
    let mut console = Console::new(&mut input, &mut output, &mut messages);
    console.progress = io::IsTerminal::is_terminal(&io::stderr());
    console.terminal = terminal;
    ExitCode::from(toponym_cli::run(std::env::args_os(), &mut console))
}

/// Standard input. Where it is not open for reading each read is an error: the standard library's own takes it for one
/// without bytes.
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

/// Standard output. Where it is not open for writing each write is an error: the standard library's own takes it for one
/// that nobody reads, and all answers would be lost without a word.
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
