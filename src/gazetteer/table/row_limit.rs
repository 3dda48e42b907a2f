//! A limit on how much of a table is read for one row, and quotation marks that are not where they may be.
//!
//! A reader of comma-separated values keeps a row whole, and a row may have many lines. If a
//! quotation mark is missing, it is all the rest of the table.

use crate::gazetteer::rows::MAX_ROW_BYTES;
use std::cell::Cell;
use std::io::{self, Read};

/// Maximum number of bytes that a reader has read ahead, beyond the end of a row.
pub(super) const READ_AHEAD_BYTES: usize = 1 << 13;

/// Bytes that may yet be read for a row: of rows up to [`MAX_ROW_BYTES`] none is refused, of
/// those that are longer by [`READ_AHEAD_BYTES`] all are.
pub(super) struct RowLimit {
    left: Cell<usize>,
    exceeded: Cell<bool>,
    quotes: Cell<Quotes>,
    /// The line that is read, from 1, and the first in which a field goes on behind the mark that closes it.
    line: Cell<u64>,
    broken: Cell<Option<u64>>,
}

/// Where in a field a table is, by the rules of the `csv` crate: a quotation mark opens a field only as its first
/// character, and within the field two stand for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quotes {
    Begin,
    Plain,
    Open,
    /// Behind a mark that closes the field, or is the first of two.
    Closed,
}

impl Quotes {
    fn after(self, byte: u8) -> Quotes {
        match (self, byte) {
            (Quotes::Open, b'"') => Quotes::Closed,
            (Quotes::Open, _) | (Quotes::Begin | Quotes::Closed, b'"') => Quotes::Open,
            (_, b',' | b'\r' | b'\n') => Quotes::Begin,
            _ => Quotes::Plain,
        }
    }
}

impl Default for RowLimit {
    fn default() -> Self {
        RowLimit {
            left: Cell::new(MAX_ROW_BYTES + READ_AHEAD_BYTES),
            exceeded: Cell::new(false),
            quotes: Cell::new(Quotes::Begin),
            line: Cell::new(1),
            broken: Cell::new(None),
        }
    }
}

impl RowLimit {
    /// A row begins.
    pub fn start_row(&self) {
        self.left.set(MAX_ROW_BYTES + READ_AHEAD_BYTES);
    }

    /// Whether reading has failed since a row was too long.
    pub fn is_exceeded(&self) -> bool {
        self.exceeded.get()
    }

    /// Whether a quotation mark is open behind all that was read: it holds the rest of the table, which may be many rows.
    pub fn is_quote_open(&self) -> bool {
        self.quotes.get() == Quotes::Open
    }

    /// The first line in which a field goes on behind the quotation mark that closes it: the `csv` crate leaves out the
    /// marks of such a field.
    pub fn broken_line(&self) -> Option<u64> {
        self.broken.get()
    }

    fn note(&self, bytes: &[u8]) {
        let mut quotes = self.quotes.get();
        for &byte in bytes {
            let next = quotes.after(byte);
            if (quotes, next) == (Quotes::Closed, Quotes::Plain) && self.broken.get().is_none() {
                self.broken.set(Some(self.line.get()));
            }
            if byte == b'\n' {
                self.line.set(self.line.get() + 1);
            }
            quotes = next;
        }
        self.quotes.set(quotes);
    }

    /// A table that fails where a row gets too long.
    pub fn apply<R: Read>(&self, table: R) -> LimitedReader<'_, R> {
        LimitedReader { table, limit: self }
    }
}

pub(super) struct LimitedReader<'r, R> {
    table: R,
    limit: &'r RowLimit,
}

impl<R: Read> Read for LimitedReader<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.limit.left.get();
        if left == 0 && !into.is_empty() {
            self.limit.exceeded.set(true);
            return Err(io::Error::other("the row is too long"));
        }
        let len = into.len().min(left);
        let read = self.table.read(&mut into[..len])?;
        self.limit.left.set(left - read);
        self.limit.note(&into[..read]);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::{Quotes, RowLimit};
    use std::io::Read;

    #[test]
    fn a_quotation_mark_is_open_where_the_csv_reader_takes_it_for_open() {
        let letters = *b"\",\n\ra";
        for length in 0..8_u32 {
            for number in 0..letters.len().pow(length) {
                let digit = |place| number / letters.len().pow(place) % letters.len();
                let text: Vec<u8> = (0..length).map(|place| letters[digit(place)]).collect();
                let limit = RowLimit::default();
                let mut limited = limit.apply(&text[..]);
                limited.read_to_end(&mut Vec::new()).unwrap();
                // Another line is part of the last field if its mark is open.
                let longer = [&text[..], b"\nend"].concat();
                let mut builder = csv::ReaderBuilder::new();
                let builder = builder.has_headers(false).flexible(true);
                let rows = builder.from_reader(&longer[..]).into_byte_records();
                let last = rows.last().unwrap().unwrap();
                let is_open = last.iter().next_back() != Some(b"end");
                assert_eq!(limit.is_quote_open(), is_open, "{:?}", text.escape_ascii());
            }
        }
        assert_eq!(RowLimit::default().quotes.get(), Quotes::Begin);
    }
}
