//! Rows of a tab-separated table, and what becomes of those that can't be used.

use crate::error::{Error, Result};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read};

/// What to do with a row that is wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadRows {
    /// Stop reading, with an error that says where it is and what is wrong.
    #[default]
    Stop,
    /// Leave it out and go on; the report counts it.
    Skip,
}

/// What was left out of a gazetteer, by reason: bad rows, and what was not asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SkippedRows {
    reasons: BTreeMap<&'static str, Reason>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Reason {
    count: u64,
    first: Vec<String>,
}

impl SkippedRows {
    /// For each reason, the first lines that were left out for it are kept, so many of them.
    pub const FIRST: usize = 3;

    /// Each reason, how many rows or names were left out for it, and where the first ones stand
    /// (file, line and what is wrong).
    pub fn reasons(&self) -> impl Iterator<Item = (&str, u64, &[String])> {
        self.reasons
            .iter()
            .map(|(reason, found)| (*reason, found.count, found.first.as_slice()))
    }

    /// How many rows or names were left out.
    pub fn total(&self) -> u64 {
        self.reasons.values().map(|reason| reason.count).sum()
    }

    /// Counts one more; `place` tells where it stands, if that is asked for.
    pub(super) fn count(&mut self, reason: &'static str, place: impl FnOnce() -> String) {
        let found = self.reasons.entry(reason).or_default();
        found.count += 1;
        if found.first.len() < Self::FIRST {
            found.first.push(place());
        }
    }
}

/// A line for each reason, and under it where the first ones stand.
impl fmt::Display for SkippedRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (reason, count, first) in self.reasons() {
            writeln!(f, "{count:>12} {reason}")?;
            for place in first {
                writeln!(f, "{:>12} {place}", "")?;
            }
        }
        Ok(())
    }
}

/// A tab-separated table without quoting, read line by line.
pub(super) struct Rows<R> {
    reader: BufReader<R>,
    file: String,
    line: u64,
    bytes: Vec<u8>,
}

/// A row: its line and its text.
#[derive(Clone, Copy)]
pub(super) struct RowText<'r> {
    pub file: &'r str,
    pub line: u64,
    pub text: &'r str,
}

/// Why a row is bad: the column, a reason that is the same for all such rows, the value.
pub(super) struct Fault<'r> {
    pub column: Option<&'static str>,
    pub reason: &'static str,
    pub value: &'r str,
}

impl<'r> Fault<'r> {
    /// A row that is bad as a whole.
    pub fn of(row: RowText<'r>, reason: &'static str) -> Self {
        Fault {
            column: None,
            reason,
            value: row.text,
        }
    }
}

impl<R: Read> Rows<R> {
    /// The rows of a table that errors shall call `file`.
    pub fn new(file: &str, table: R) -> Self {
        Rows {
            reader: BufReader::with_capacity(1 << 18, table),
            file: file.to_owned(),
            line: 0,
            bytes: Vec::new(),
        }
    }

    /// The next row that is UTF-8; none at the end. Empty lines and, at the start of the table,
    /// lines that begin with `#` are passed over.
    pub fn next(&mut self, bad: &mut Bad<'_>) -> Result<Option<RowText<'_>>> {
        loop {
            self.bytes.clear();
            let read = self.reader.read_until(b'\n', &mut self.bytes);
            let read = read.map_err(|source| Error::Io {
                path: self.file.clone().into(),
                source,
            })?;
            if read == 0 {
                return Ok(None);
            }
            self.line += 1;
            while let Some(b'\n' | b'\r') = self.bytes.last() {
                self.bytes.pop();
            }
            if self.line == 1 && self.bytes.starts_with("\u{FEFF}".as_bytes()) {
                self.bytes.drain(..3);
            }
            if self.bytes.is_empty() || self.bytes[0] == b'#' {
                continue;
            }
            if str::from_utf8(&self.bytes).is_ok() {
                break;
            }
            let row = RowText {
                file: &self.file,
                line: self.line,
                text: "",
            };
            bad.row(row, Fault::of(row, "the row is not UTF-8"))?;
        }
        Ok(Some(RowText {
            file: &self.file,
            line: self.line,
            text: str::from_utf8(&self.bytes).unwrap_or_default(),
        }))
    }
}

/// Where bad rows go.
pub(super) struct Bad<'l> {
    pub policy: BadRows,
    pub left_out: &'l mut SkippedRows,
}

impl Bad<'_> {
    /// Stops at a bad row, or counts it.
    pub fn row(&mut self, row: RowText<'_>, fault: Fault<'_>) -> Result<()> {
        const SHOWN: usize = 60;
        let shown: String = fault.value.chars().take(SHOWN).collect();
        let value = if shown.is_empty() {
            String::new()
        } else {
            format!(": {shown:?}")
        };
        match self.policy {
            BadRows::Stop => Err(Error::Row {
                file: row.file.to_owned(),
                line: row.line,
                column: fault.column,
                reason: format!("{}{value}", fault.reason),
            }),
            BadRows::Skip => {
                let place = || format!("{}:{}{value}", row.file, row.line);
                self.left_out.count(fault.reason, place);
                Ok(())
            }
        }
    }
}
