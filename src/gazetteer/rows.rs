//! Rows of a tab-separated table, and what becomes of those that can't be used.

use crate::error::{Error, Result};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read};

/// What to do with a row that is wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
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

    /// Adds what was left out of another gazetteer.
    pub(crate) fn append(&mut self, other: SkippedRows) {
        for (reason, more) in other.reasons {
            let found = self.reasons.entry(reason).or_default();
            found.count += more.count;
            let room = Self::FIRST.saturating_sub(found.first.len());
            found.first.extend(more.first.into_iter().take(room));
        }
    }

    /// Counts one more; `place` tells its location, if that is asked for.
    pub(crate) fn count(&mut self, reason: &'static str, place: impl FnOnce() -> String) {
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

/// Maximum length of a row in bytes. The longest of a GeoNames dump have a column of names of
/// 10,000 letters.
pub(super) const MAX_ROW_BYTES: usize = 1 << 20;

/// Why a longer row is refused.
pub(super) const ROW_TOO_LONG: &str = "the row is longer than 1 MiB";

/// What a row with a zero byte is left out for: names have none.
pub(super) const HAS_ZERO: &str = "there is a zero byte in it: the file is damaged";

/// Why a name is refused that is longer than [`Name::MAX_LEN`](crate::Name::MAX_LEN).
pub(super) const NAME_TOO_LONG: &str = "a name has at most 4,096 bytes";

/// A tab-separated table without quoting, read line by line. A line feed ends a line, a carriage return, and both
/// together: tables that were put together from others have more than one.
pub(super) struct TabRows<R> {
    reader: BufReader<R>,
    file: String,
    line: u64,
    bytes: Vec<u8>,
    /// Rows so far, good and bad.
    count: u64,
    /// The beginning of the first row.
    start: Vec<u8>,
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

impl<R: Read> TabRows<R> {
    /// The rows of a table that errors shall call `file`.
    pub fn new(file: &str, table: R) -> Self {
        TabRows {
            reader: BufReader::with_capacity(1 << 18, table),
            file: file.to_owned(),
            line: 0,
            bytes: Vec::new(),
            count: 0,
            start: Vec::new(),
        }
    }

    /// The next row that is UTF-8; none at the end. Empty lines and lines that begin with `#` are
    /// passed over.
    pub fn next(&mut self, bad: &mut BadRowHandler<'_>) -> Result<Option<RowText<'_>>> {
        loop {
            let read = self
                .read_line()
                .map_err(|source| Error::io(&self.file, source))?;
            let Some(whole) = read else { return Ok(None) };
            self.line += 1;
            if self.bytes.is_empty() || self.bytes[0] == b'#' {
                continue;
            }
            if self.count == 0 {
                const CAUSE_BYTES: usize = 512;
                self.start = self.bytes[..self.bytes.len().min(CAUSE_BYTES)].to_vec();
            }
            self.count += 1;
            let fault = match whole {
                false => ROW_TOO_LONG,
                true if str::from_utf8(&self.bytes).is_ok() => break,
                true => "the row is not UTF-8",
            };
            let row = RowText {
                file: &self.file,
                line: self.line,
                text: "",
            };
            bad.row(row, Fault::of(row, fault))?;
        }
        Ok(Some(RowText {
            file: &self.file,
            line: self.line,
            text: str::from_utf8(&self.bytes).unwrap_or_default(),
        }))
    }

    /// Reads a line without its end; none at the end of the table. Gives whether it is whole: of
    /// one that is too long only the beginning is kept.
    fn read_line(&mut self) -> std::io::Result<Option<bool>> {
        self.bytes.clear();
        let mut len = 0;
        loop {
            let buffer = self.buffer()?;
            if buffer.is_empty() {
                return Ok((len > 0).then_some(len <= MAX_ROW_BYTES));
            }
            let end = buffer.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let part = end.unwrap_or(buffer.len());
            let kept = part.min(MAX_ROW_BYTES.saturating_sub(len));
            let is_return = end.is_some_and(|end| buffer[end] == b'\r');
            // Borrowed anew, since a buffer that may be empty was asked for.
            self.bytes.extend_from_slice(&self.reader.buffer()[..kept]);
            len += part;
            self.reader.consume(part + usize::from(end.is_some()));
            if end.is_some() {
                if is_return && self.buffer()?.first() == Some(&b'\n') {
                    self.reader.consume(1);
                }
                return Ok(Some(len <= MAX_ROW_BYTES));
            }
        }
    }

    /// What of the table is in memory; empty at its end.
    fn buffer(&mut self) -> std::io::Result<&[u8]> {
        loop {
            match self.reader.fill_buf() {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok(_) => return Ok(self.reader.buffer()),
            }
        }
    }

    /// Whether there has been no row.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The likely cause of a table having no good row.
    fn cause(&self) -> &'static str {
        let start = self.start.as_slice();
        let is_utf8 = match str::from_utf8(start) {
            Ok(_) => true,
            // The last letter may be cut.
            Err(error) => error.error_len().is_none(),
        };
        let packed = [&b"PK\x03\x04"[..], b"\x1F\x8B", b"\xFD7zXZ"];
        if packed.into_iter().any(|magic| start.starts_with(magic)) {
            "it is packed: give its name the ending .zip, .gz or .xz, or unpack it"
        } else if start.contains(&0) {
            "it may be UTF-16 without a byte-order mark: save it as UTF-8"
        } else if !is_utf8 {
            "it is not UTF-8: save it as UTF-8"
        } else if !start.contains(&b'\t') {
            "its columns are not parted by tabs, as those of a GeoNames dump are"
        } else {
            "it may be another table than the one that is meant, or cut short"
        }
    }
}

/// Handles the bad rows of tables by a policy.
pub(super) struct BadRowHandler<'l> {
    policy: BadRows,
    pub skipped: &'l mut SkippedRows,
    /// Number of bad rows of the table that is read, and the first of them.
    count: u64,
    first: Option<(u64, String)>,
}

impl<'l> BadRowHandler<'l> {
    pub fn new(policy: BadRows, skipped: &'l mut SkippedRows) -> Self {
        BadRowHandler {
            policy,
            skipped,
            count: 0,
            first: None,
        }
    }

    /// Reads a table. Some of its rows may be bad by the policy; that all of them are is an error,
    /// since then it is not the table that is meant.
    pub fn of_table<R: Read>(
        &mut self,
        rows: &mut TabRows<R>,
        read: impl FnOnce(&mut TabRows<R>, &mut Self) -> Result<()>,
    ) -> Result<()> {
        (self.count, self.first) = (0, None);
        read(rows, self)?;
        match self.first.take() {
            Some((line, fault)) if self.count >= rows.count => Err(Error::row(
                &rows.file,
                line,
                None,
                format!(
                    "{fault}; and no row of the table could be used, of {}: {}",
                    rows.count,
                    rows.cause()
                ),
            )),
            _ => Ok(()),
        }
    }

    /// Stops at a bad row, or counts it.
    pub fn row(&mut self, row: RowText<'_>, fault: Fault<'_>) -> Result<()> {
        const SHOWN_LETTERS: usize = 60;
        let shown: String = fault.value.chars().take(SHOWN_LETTERS).collect();
        let value = if shown.is_empty() {
            String::new()
        } else {
            format!(": {shown:?}")
        };
        match self.policy {
            BadRows::Stop => Err(Error::row(
                row.file,
                row.line,
                fault.column,
                format!("{}{value}", fault.reason),
            )),
            BadRows::Skip => {
                self.count += 1;
                self.first
                    .get_or_insert_with(|| (row.line, format!("{}{value}", fault.reason)));
                let place = || format!("{}:{}{value}", row.file, row.line);
                self.skipped.count(fault.reason, place);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BadRowHandler, BadRows, MAX_ROW_BYTES, SkippedRows, TabRows};
    use std::io::Read;

    /// Gives one byte at a time.
    struct Pieces<'t>(&'t [u8]);

    impl Read for Pieces<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let piece = into.len().min(1);
            self.0.read(&mut into[..piece])
        }
    }

    fn rows(table: impl Read) -> (Vec<(u64, String)>, SkippedRows) {
        let mut skipped = SkippedRows::default();
        let mut bad = BadRowHandler::new(BadRows::Skip, &mut skipped);
        let (mut rows, mut found) = (TabRows::new("table", table), Vec::new());
        while let Some(row) = rows.next(&mut bad).unwrap() {
            found.push((row.line, row.text.to_owned()));
        }
        (found, skipped)
    }

    #[test]
    fn lines_end_at_a_feed_a_return_and_both_wherever_they_stand() {
        let letters = ["\n", "\r", "a"];
        for length in 0..8_u32 {
            for number in 0..3_usize.pow(length) {
                let text = (0..length).map(|place| letters[number / 3_usize.pow(place) % 3]);
                let text: String = text.collect();
                let told = text.replace("\r\n", "\n").replace('\r', "\n");
                let lines = (1..).zip(told.lines().map(str::to_owned));
                let expected: Vec<_> = lines.filter(|(_, line)| !line.is_empty()).collect();
                assert_eq!(rows(text.as_bytes()).0, expected, "{text:?}");
                assert_eq!(rows(Pieces(text.as_bytes())).0, expected, "{text:?}");
            }
        }
    }

    #[test]
    fn a_row_that_is_too_long_is_left_out_alone() {
        for end in ["\n", "\r", "\r\n"] {
            for (length, count) in [(MAX_ROW_BYTES, 3), (MAX_ROW_BYTES + 1, 2)] {
                let text = format!("a{end}{}{end}c{end}", "b".repeat(length));
                let (found, skipped) = rows(text.as_bytes());
                assert_eq!(found.len(), count);
                assert_eq!(found.last().unwrap(), &(3, "c".to_owned()));
                assert_eq!(skipped.total(), 3 - count as u64);
            }
        }
    }
}
