//! A line that says how far the build has come, on a terminal only.

use crate::console::Messages;
use indicatif::{HumanCount, ProgressBar, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};
use toponym::{Name, Place, Result, Sink};

/// A bar for the step that is being done, shared by all who report.
#[derive(Clone)]
pub(crate) struct Progress {
    bar: ProgressBar,
    step: Arc<Mutex<&'static str>>,
}

impl Progress {
    pub fn new(messages: &Messages<'_>) -> Progress {
        let bar = messages.bar(None);
        Progress {
            bar,
            step: Arc::default(),
        }
    }

    /// Shows how many of a step's things are done, how fast it goes, and how long it takes yet.
    pub fn show(&self, step: &'static str, done: u64, total: Option<u64>) {
        if self.bar.is_hidden() {
            return;
        }
        let mut shown = self.step.lock().unwrap_or_else(PoisonError::into_inner);
        if *shown != step {
            *shown = step;
            self.bar.reset();
            self.bar.set_style(style(total.is_some()));
            self.bar.set_message(step);
        }
        if let Some(total) = total {
            self.bar.set_length(total);
        }
        self.bar.set_position(done);
    }

    /// Takes the line away.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// A sink that counts what goes through it.
    pub fn counting<'s>(&'s self, sink: &'s mut dyn Sink) -> Counting<'s> {
        Counting {
            progress: self,
            sink,
            count: 0,
        }
    }
}

fn style(has_end: bool) -> ProgressStyle {
    let template = match has_end {
        true => "{msg}: {human_pos} of {human_len}, {rate} a second, {eta} left",
        false => "{msg}: {human_pos}, {rate} a second",
    };
    let style = ProgressStyle::with_template(template);
    let style = style.unwrap_or_else(|_| ProgressStyle::default_spinner());
    style.with_key("rate", |state: &ProgressState, out: &mut dyn Write| {
        // What cannot be shown is not worth a word.
        let _ = write!(out, "{}", HumanCount(state.per_sec() as u64));
    })
}

pub(crate) struct Counting<'s> {
    progress: &'s Progress,
    sink: &'s mut dyn Sink,
    count: u64,
}

impl Counting<'_> {
    fn count(&mut self) {
        self.count += 1;
        if self.count.is_multiple_of(4096) {
            self.progress
                .show("reading places and names", self.count, None);
        }
    }
}

impl Sink for Counting<'_> {
    fn place(&mut self, place: Place) -> Result<()> {
        self.count();
        self.sink.place(place)
    }

    fn name(&mut self, name: Name) -> Result<()> {
        self.count();
        self.sink.name(name)
    }
}
