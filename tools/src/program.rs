//! How a program ends: quietly, with usage, or with a message that says what is wrong.
//!
//! Nothing here or in the programs uses `print!` or `eprint!`: they panic when a pipe is closed
//! or a disk is full, and the data that are not written yet would be lost with them.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;
use std::str::FromStr;

/// Exit status for bad arguments and for files that cannot be read.
const BAD_INPUT: u8 = 2;

/// Why a program stops before it has done its work.
pub enum Stop {
    /// `--help` was asked for.
    Help,
    /// `--version` was asked for.
    Version,
    /// The command line is wrong, and how.
    Usage(String),
    /// Standard output failed.
    Output(io::Error),
    /// A file cannot be read or written; the message names it.
    File(String),
    /// A gazetteer or an index cannot be used.
    Index(toponym::Error),
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Stop::Usage(error.to_string())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Output(error)
    }
}

impl From<toponym::Error> for Stop {
    fn from(error: toponym::Error) -> Self {
        Stop::Index(error)
    }
}

/// What became of the input.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// All of it was good.
    Good,
    /// Some of it was bad, which was said on standard error, and the rest was done.
    PartlyBad,
}

impl From<Input> for ExitCode {
    fn from(input: Input) -> Self {
        match input {
            Input::Good => ExitCode::SUCCESS,
            Input::PartlyBad => ExitCode::from(BAD_INPUT),
        }
    }
}

/// Runs a program and turns its end into an exit status.
pub fn run<E: Into<ExitCode>>(
    name: &str,
    usage: &str,
    program: fn() -> Result<E, Stop>,
) -> ExitCode {
    let end = match program() {
        Ok(end) => Ok(end.into()),
        Err(Stop::Help) => print(usage),
        Err(Stop::Version) => print(&format!("{name} (toponym) {}\n", env!("CARGO_PKG_VERSION"))),
        Err(stop) => Err(stop),
    };
    let message = match end {
        Ok(status) => return status,
        // Whoever reads has seen enough, as `head` does.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            return ExitCode::SUCCESS;
        }
        Err(Stop::Output(error)) => format!("standard output: {error}"),
        Err(Stop::Usage(message)) => format!("{message}\nTry `{name} --help`."),
        Err(Stop::Index(error)) => error.to_string(),
        Err(Stop::File(message)) => message,
        Err(Stop::Help | Stop::Version) => return ExitCode::SUCCESS,
    };
    note(format_args!("{name}: {message}"));
    ExitCode::from(BAD_INPUT)
}

/// Prints without the panic that `print!` has for a closed pipe.
fn print(text: &str) -> Result<ExitCode, Stop> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a line for people on standard error. Where that fails there is nobody to tell, and the
/// data are worth more than the message, so the program goes on.
pub fn note(message: impl Display) {
    show(format_args!("{message}\n"));
}

/// Writes on standard error what does not end a line, such as progress.
pub fn show(text: impl Display) {
    // In one piece, so that what several threads write does not mix.
    let _ = io::stderr().write_all(text.to_string().as_bytes());
}

/// What comes of an argument that is none of a program's own: help, the version, or an error.
pub fn other(arg: &lexopt::Arg<'_>) -> Stop {
    match arg {
        lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => Stop::Help,
        lexopt::Arg::Short('V') | lexopt::Arg::Long("version") => Stop::Version,
        lexopt::Arg::Short(_) | lexopt::Arg::Long(_) | lexopt::Arg::Value(_) => {
            Stop::from(arg.clone().unexpected())
        }
    }
}

/// The arguments of a program that has no options of its own.
pub fn values() -> Result<Vec<OsString>, Stop> {
    let mut values = Vec::new();
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            lexopt::Arg::Value(value) => values.push(value),
            arg => return Err(other(&arg)),
        }
    }
    Ok(values)
}

/// The value of an option, parsed; the error names the option.
pub fn value<T>(parser: &mut lexopt::Parser, option: &str) -> Result<T, Stop>
where
    T: FromStr,
    T::Err: Display,
{
    parse(option, &text(parser, option)?)
}

/// The value of an option as text.
pub fn text(parser: &mut lexopt::Parser, option: &str) -> Result<String, Stop> {
    let value = parser.value()?;
    value.into_string().map_err(|bad| {
        Stop::Usage(format!(
            "{option}: {} is not UTF-8",
            bad.to_string_lossy().escape_debug()
        ))
    })
}

/// Parses a text that was given for an option.
pub fn parse<T>(option: &str, text: &str) -> Result<T, Stop>
where
    T: FromStr,
    T::Err: Display,
{
    text.parse()
        .map_err(|error| Stop::Usage(format!("{option}: {error}")))
}
