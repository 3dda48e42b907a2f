//! A limit on how much of a table is read for one row.
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
}

impl Default for RowLimit {
    fn default() -> Self {
        RowLimit {
            left: Cell::new(MAX_ROW_BYTES + READ_AHEAD_BYTES),
            exceeded: Cell::new(false),
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
        Ok(read)
    }
}
