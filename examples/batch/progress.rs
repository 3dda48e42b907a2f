//! How many rows are done, how fast, and which are bad.

use crate::program::{Input, note, show};
use crate::rows::{Fault, Row};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

const EVERY: Duration = Duration::from_millis(200);

/// So many bad rows are named; all are counted.
const MAX_NAMED: u64 = 10;

/// Counts rows, with a line about them on a terminal.
pub struct Progress {
    file: String,
    began: Instant,
    shown: Instant,
    rows: u64,
    other_fields: u64,
    not_utf8: u64,
    on_terminal: bool,
}

impl Progress {
    pub fn new(file: String) -> Progress {
        Progress {
            file,
            began: Instant::now(),
            shown: Instant::now(),
            rows: 0,
            other_fields: 0,
            not_utf8: 0,
            on_terminal: io::stderr().is_terminal(),
        }
    }

    /// Counts a row that is written.
    pub fn add(&mut self, row: &Row) {
        self.rows += 1;
        let Some(fault) = row.fault else { return };
        match fault {
            Fault::Fields { .. } => self.other_fields += 1,
            Fault::NotUtf8 { .. } => self.not_utf8 += 1,
        }
        if self.bad() <= MAX_NAMED {
            self.clear();
            note(format_args!("batch: {}:{}: {fault}", self.file, row.line));
        }
    }

    /// Shows how far it has come, from time to time.
    pub fn show(&mut self) {
        if self.on_terminal && self.shown.elapsed() > EVERY {
            self.shown = Instant::now();
            let rate = self.rows as f64 / self.began.elapsed().as_secs_f64();
            show(format_args!(
                "\r\x1b[K{} rows, {rate:.0} a second",
                self.rows
            ));
        }
    }

    /// Says how many rows there were, and how many of them were bad.
    pub fn end(self) -> Input {
        self.clear();
        if self.on_terminal {
            let seconds = self.began.elapsed().as_secs_f64();
            note(format_args!("{} rows in {seconds:.1} s", self.rows));
        }
        if self.bad() == 0 {
            return Input::Good;
        }
        note(format_args!(
            "batch: {}: {} of {} rows are bad_row: {} with another number of fields than the \
             header, {} not UTF-8",
            self.file,
            self.bad(),
            self.rows,
            self.other_fields,
            self.not_utf8
        ));
        Input::PartlyBad
    }

    fn bad(&self) -> u64 {
        self.other_fields + self.not_utf8
    }

    fn clear(&self) {
        if self.on_terminal {
            show("\r\x1b[K");
        }
    }
}
