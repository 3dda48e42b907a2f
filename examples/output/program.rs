//! How a program ends: quietly, with usage, or with a message that says what is wrong.

use std::ffi::OsStr;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;
use std::str::FromStr;
use toponym::{Index, Resolver};

/// Exit status for bad arguments and for files that cannot be read.
const BAD_INPUT: u8 = 2;

/// Why a program stops before it has done its work.
pub enum Stop {
    /// `--help` was asked for.
    Help,
    /// The command line is wrong, and how.
    Usage(String),
    /// Standard input or output failed.
    Stream(io::Error),
    /// The index cannot be used.
    Index(toponym::Error),
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Stop::Usage(error.to_string())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Stream(error)
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

/// Runs a program and turns its end into an exit status.
pub fn run(name: &str, usage: &str, program: fn() -> Result<Input, Stop>) -> ExitCode {
    let end = match program() {
        Err(Stop::Help) => print(usage).map_err(Stop::from),
        end => end,
    };
    match end {
        Ok(Input::Good) | Err(Stop::Help) => ExitCode::SUCCESS,
        Ok(Input::PartlyBad) => ExitCode::from(BAD_INPUT),
        Err(Stop::Usage(message)) => {
            eprintln!("{name}: {message}\nTry `{name} --help`.");
            ExitCode::from(BAD_INPUT)
        }
        Err(Stop::Index(error)) => {
            eprintln!("{name}: {error}");
            ExitCode::from(BAD_INPUT)
        }
        // Whoever reads has seen enough, as `head` does.
        Err(Stop::Stream(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Stream(error)) => {
            eprintln!("{name}: {error}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// Prints without the panic that `print!` has for a closed pipe.
fn print(text: &str) -> io::Result<Input> {
    io::stdout().write_all(text.as_bytes())?;
    Ok(Input::Good)
}

/// The resolver over the index in a file; over the embedded gazetteer without a file.
pub fn resolver(index: Option<&OsStr>) -> Result<Resolver, Stop> {
    let Some(path) = index else {
        return Ok(Resolver::embedded());
    };
    // With the map, a program that asks one name reads a few pages of a world's index.
    #[cfg(feature = "mmap")]
    let index = Index::open_mmap(path);
    #[cfg(not(feature = "mmap"))]
    let index = Index::open(path);
    index.map(Resolver::new).map_err(Stop::Index)
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
