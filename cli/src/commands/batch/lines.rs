//! In which line of a file a row begins.
//!
//! The `csv` crate says where it began to look for a row, which is before the blank lines and the
//! second half of a CRLF that it passes over.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Read};
use std::rc::Rc;

/// The line ends of what was read and is not yet counted, each with its offset in bytes.
#[derive(Default)]
struct Ends {
    ends: VecDeque<(u64, u8)>,
    read: u64,
    /// Line ends that are counted.
    passed: u64,
}

/// Reads on behalf of another reader and notes where lines end.
pub(crate) struct NotingLines<R> {
    reader: R,
    ends: Rc<RefCell<Ends>>,
}

/// Counts the lines that a [`NotingLines`] reads. As many line ends are remembered as are read
/// ahead.
pub(crate) struct LineCount(Rc<RefCell<Ends>>);

impl<R> NotingLines<R> {
    pub fn new(reader: R) -> (Self, LineCount) {
        let ends = Rc::new(RefCell::new(Ends::default()));
        let count = LineCount(ends.clone());
        (NotingLines { reader, ends }, count)
    }
}

impl<R: Read> Read for NotingLines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        let mut ends = self.ends.borrow_mut();
        for (offset, &byte) in (ends.read..).zip(&buffer[..length]) {
            if matches!(byte, b'\r' | b'\n') {
                ends.ends.push_back((offset, byte));
            }
        }
        ends.read += length as u64;
        Ok(length)
    }
}

impl LineCount {
    /// The line, from 1, of the first byte from this offset on that ends no line. Offsets must
    /// ascend.
    pub fn line_at(&self, mut offset: u64) -> u64 {
        let mut ends = self.0.borrow_mut();
        while let Some(&(end, byte)) = ends.ends.front()
            && end <= offset
        {
            if end == offset {
                offset += 1;
            }
            ends.ends.pop_front();
            let is_half = byte == b'\r' && ends.ends.front() == Some(&(end + 1, b'\n'));
            ends.passed += u64::from(!is_half);
        }
        ends.passed + 1
    }
}
