//! `toponym batch` with a command line that is read once, for the project's own fuzz target: reading it takes longer than
//! a small table.

use crate::args::{Cli, Command};
use crate::commands::batch::args::BatchArgs;
use crate::console::{Console, Messages};
use crate::stop;
use clap::Parser;

/// `toponym batch` with options.
pub struct BatchProbe(BatchArgs);

impl BatchProbe {
    /// The command with these options; `None` if they are wrong.
    pub fn new(options: &[&str]) -> Option<Self> {
        let words = ["toponym", "batch"].iter().chain(options);
        match Cli::try_parse_from(words).ok()?.command? {
            Command::Batch(args) => Some(BatchProbe(args)),
            _ => None,
        }
    }

    /// Runs it, and gives back its exit status.
    pub fn run(&self, console: &mut Console<'_>) -> u8 {
        let mut messages = Messages {
            program: "toponym batch".to_owned(),
            out: console.messages,
            progress: console.progress,
        };
        let end = super::run(&self.0, console.input, console.output, &mut messages);
        stop::status(end, &mut messages)
    }
}
