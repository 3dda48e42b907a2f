//! A bound on how much of a table is read for one row.
//!
//! A reader of comma-separated values keeps a row whole, and a row may have many lines. If a
//! quotation mark is missing, it is all the rest of the table.

use crate::gazetteer::rows::LONGEST_ROW;
use std::cell::Cell;
use std::io::{self, Read};

/// What a reader may have read ahead, beyond the end of a row.
pub(super) const READ_AHEAD: usize = 1 << 13;

/// How many bytes may yet be read for a row: of rows up to [`LONGEST_ROW`] none is refused, of
/// those that are longer by [`READ_AHEAD`] all are.
pub(super) struct Room {
    left: Cell<usize>,
    exceeded: Cell<bool>,
}

impl Default for Room {
    fn default() -> Self {
        Room {
            left: Cell::new(LONGEST_ROW + READ_AHEAD),
            exceeded: Cell::new(false),
        }
    }
}

impl Room {
    /// A row begins.
    pub fn renew(&self) {
        self.left.set(LONGEST_ROW + READ_AHEAD);
    }

    /// Whether reading has failed since a row was too long.
    pub fn is_exceeded(&self) -> bool {
        self.exceeded.get()
    }

    /// A table that fails where a row gets too long.
    pub fn limit<R: Read>(&self, table: R) -> Limited<'_, R> {
        Limited { table, room: self }
    }
}

pub(super) struct Limited<'r, R> {
    table: R,
    room: &'r Room,
}

impl<R: Read> Read for Limited<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.room.left.get();
        if left == 0 && !into.is_empty() {
            self.room.exceeded.set(true);
            return Err(io::Error::other("the row is too long"));
        }
        let room = into.len().min(left);
        let read = self.table.read(&mut into[..room])?;
        self.room.left.set(left - read);
        Ok(read)
    }
}
