//! A line that says how far the build has come, on a terminal only.

use crate::program::show;
use std::io::IsTerminal;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use toponym::{Name, Place, Result, Sink};

const EVERY: Duration = Duration::from_millis(100);

#[derive(Clone)]
pub struct Progress(Option<Arc<Mutex<Line>>>);

struct Line {
    step: &'static str,
    began: Instant,
    shown: Option<Instant>,
}

impl Progress {
    pub fn new() -> Progress {
        let line = Line {
            step: "",
            began: Instant::now(),
            shown: None,
        };
        Progress(
            std::io::stderr()
                .is_terminal()
                .then(|| Arc::new(Mutex::new(line))),
        )
    }

    /// Shows how many of a step's things are done, how fast it goes, and how long it takes yet.
    pub fn show(&self, step: &'static str, done: u64, total: Option<u64>) {
        let Some(mut line) = self.0.as_ref().and_then(|line| line.lock().ok()) else {
            return;
        };
        if line.step != step {
            *line = Line {
                step,
                began: Instant::now(),
                shown: None,
            };
        }
        if line.shown.is_some_and(|shown| shown.elapsed() < EVERY) {
            return;
        }
        line.shown = Some(Instant::now());
        let seconds = line.began.elapsed().as_secs_f64().max(1e-3);
        let rate = done as f64 / seconds;
        let mut text = format!("{step}: {done}");
        if let Some(total) = total {
            text += &format!(" of {total}");
        }
        if done > 0 {
            text += &format!(", {rate:.0} a second");
        }
        if let Some(total) = total.filter(|total| done > 0 && *total >= done) {
            text += &format!(", {:.0} s left", (total - done) as f64 / rate);
        }
        show(format_args!("\r\x1b[K{text}"));
    }

    /// Takes the line away.
    pub fn clear(&self) {
        if self.0.is_some() {
            show("\r\x1b[K");
        }
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

pub struct Counting<'s> {
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
