//! How a command ends: quietly, with usage, or with a message that says what is wrong.

use crate::console::Messages;
use crate::output::destination::Unwritten;
use std::io;

/// Exit status for bad arguments, bad input, and output that cannot be written.
const FAILED: u8 = 2;

/// Why a command stops before it has done its work.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The command line cannot be read, and how it should be.
    CommandLine(clap::Error),
    /// What the command line asks for makes no sense.
    Usage(String),
    /// What is asked for cannot be written.
    Output(io::Error),
    /// A file cannot be read or written; the message names it.
    File(String),
    /// A gazetteer or an index cannot be used.
    Index(toponym::Error),
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

impl From<serde_json::Error> for Stop {
    fn from(error: serde_json::Error) -> Self {
        Stop::Output(error.into())
    }
}

/// What became of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// All of it was good.
    Good,
    /// Some of it was bad, which was said, and the rest was done.
    PartlyBad,
}

/// Turns the end of a command into an exit status, and says what is wrong.
pub(crate) fn status(end: Result<Input, Stop>, messages: &mut Messages<'_>) -> u8 {
    let message = match end {
        Ok(Input::Good) => return 0,
        Ok(Input::PartlyBad) => return FAILED,
        // Whoever reads has seen enough, as `head` does.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
        Err(Stop::Output(error)) => match Unwritten::of(&error) {
            Some(unwritten) => unwritten.to_string(),
            None => format!("standard output: {error}"),
        },
        Err(Stop::CommandLine(error)) => {
            let text = error.render().to_string();
            let text = text.strip_prefix("error: ").unwrap_or(&text);
            text.trim_end().to_owned()
        }
        Err(Stop::Usage(message)) => format!("{message}\n\nFor more information, try '--help'."),
        Err(Stop::Index(error)) => error.to_string(),
        Err(Stop::File(message)) => message,
    };
    messages.note(message);
    FAILED
}
