//! The streams of a command.

use indicatif::{ProgressBar, ProgressDrawTarget};
use std::fmt::Display;
use std::io::{Read, Write};

/// The streams that a command reads and writes.
pub struct Console<'c> {
    /// What is read where a file is called `-`, or none is named.
    pub input: &'c mut dyn Read,
    /// What is asked for: answers, help.
    pub output: &'c mut dyn Write,
    /// What is said about it: errors, warnings, counts. That it cannot be written is no reason to
    /// stop.
    pub messages: &'c mut dyn Write,
    /// Whether a bar on the standard error of the process shows how far a command has come. It is
    /// the one thing that is not written to `messages`, and off unless this is set.
    pub progress: bool,
    /// Whether `output` is a terminal, to which no maps are written.
    pub terminal: bool,
}

impl<'c> Console<'c> {
    /// A console without bars, whose output is no terminal.
    pub fn new(
        input: &'c mut dyn Read,
        output: &'c mut dyn Write,
        messages: &'c mut dyn Write,
    ) -> Self {
        Console {
            input,
            output,
            messages,
            progress: false,
            terminal: false,
        }
    }
}

/// What a command says about its work.
pub(crate) struct Messages<'c> {
    /// As messages call the command: `toponym resolve`.
    pub program: String,
    pub out: &'c mut dyn Write,
    pub progress: bool,
}

impl Messages<'_> {
    /// Writes a line for people, which begins with the command's name.
    ///
    /// Where that fails there is nobody to tell, and the data are worth more than the message, so
    /// the command goes on.
    pub fn note(&mut self, message: impl Display) {
        // In one piece, so that what several processes write does not mix.
        let line = format!("{}: {message}\n", self.program);
        let _ = self.out.write_all(line.as_bytes());
        let _ = self.out.flush();
    }

    /// A bar for so many things, or for nobody knows how many; hidden unless bars are wanted.
    pub fn bar(&self, length: Option<u64>) -> ProgressBar {
        let target = match self.progress {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        ProgressBar::with_draw_target(length, target)
    }
}
