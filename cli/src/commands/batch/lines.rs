//! In which line of a file a row begins, and whether a quote is open where the file ends.
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
    /// The last of them, with its offset.
    last: Option<(u64, u8)>,
    quotes: Quotes,
    is_over: bool,
}

/// Where in a field a reader of quoted fields is, by the rules of the `csv` crate: a quote opens a field
/// only as its first character, and within the field two stand for one.
#[derive(Clone, Copy, Default)]
enum Quotes {
    #[default]
    Begin,
    Plain,
    /// In quotes that open at this offset.
    Quoted(u64),
    /// Behind a quote that ends them, or is the first of two.
    Ended(u64),
}

impl Quotes {
    fn after(self, byte: u8, offset: u64, delimiter: u8) -> Quotes {
        match (self, byte) {
            (Quotes::Quoted(open), b'"') => Quotes::Ended(open),
            (Quotes::Quoted(open), _) => Quotes::Quoted(open),
            (Quotes::Ended(open), b'"') => Quotes::Quoted(open),
            (_, b'\r' | b'\n') => Quotes::Begin,
            (_, byte) if byte == delimiter => Quotes::Begin,
            (Quotes::Begin, b'"') => Quotes::Quoted(offset),
            // The byte-order mark is no part of a field.
            (Quotes::Begin, 0xEF | 0xBB | 0xBF) if offset < 3 => Quotes::Begin,
            _ => Quotes::Plain,
        }
    }
}

/// Reads on behalf of another reader and notes where lines end.
pub(crate) struct NotingLines<R> {
    reader: R,
    delimiter: u8,
    ends: Rc<RefCell<Ends>>,
}

/// Counts the lines that a [`NotingLines`] reads. As many line ends are remembered as are read
/// ahead.
pub(crate) struct LineCount(Rc<RefCell<Ends>>);

impl<R> NotingLines<R> {
    pub fn new(reader: R, delimiter: u8) -> (Self, LineCount) {
        let ends = Rc::new(RefCell::new(Ends::default()));
        let count = LineCount(ends.clone());
        let noting = NotingLines {
            reader,
            delimiter,
            ends,
        };
        (noting, count)
    }
}

impl<R: Read> Read for NotingLines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        let mut ends = self.ends.borrow_mut();
        for (offset, &byte) in (ends.read..).zip(&buffer[..length]) {
            ends.quotes = ends.quotes.after(byte, offset, self.delimiter);
            if matches!(byte, b'\r' | b'\n') {
                ends.ends.push_back((offset, byte));
            }
        }
        ends.read += length as u64;
        ends.is_over = length == 0 && !buffer.is_empty();
        Ok(length)
    }
}

impl LineCount {
    /// The line, from 1, of the first byte from this offset on that ends no line, and how many blank
    /// lines stand before it. Offsets must ascend.
    pub fn line_at(&self, mut offset: u64) -> (u64, u64) {
        let mut ends = self.0.borrow_mut();
        let mut blank = 0;
        while let Some(&(end, byte)) = ends.ends.front()
            && end <= offset
        {
            // The second half of the line end before is no line.
            let is_second = byte == b'\n' && end > 0 && ends.last == Some((end - 1, b'\r'));
            ends.ends.pop_front();
            ends.last = Some((end, byte));
            ends.passed += u64::from(!is_second);
            if end == offset {
                offset += 1;
                blank += u64::from(!is_second);
            }
        }
        (ends.passed + 1, blank)
    }

    /// The offset of the quote that is open where the file ends, once all of it is read.
    pub fn unclosed(&self) -> Option<u64> {
        let ends = self.0.borrow();
        match ends.quotes {
            Quotes::Quoted(open) if ends.is_over => Some(open),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NotingLines;
    use std::io::Read;

    /// All texts of so many of these letters.
    fn texts(length: u32) -> impl Iterator<Item = Vec<u8>> {
        let letters = *b"\",\n\ra";
        let radix = letters.len();
        (0..radix.pow(length)).map(move |number| {
            let digit = |place| number / radix.pow(place) % radix;
            (0..length).map(|place| letters[digit(place)]).collect()
        })
    }

    #[test]
    fn a_quote_is_open_where_the_csv_reader_says_so() {
        for text in (0..8).flat_map(texts) {
            let (mut noting, lines) = NotingLines::new(&text[..], b',');
            noting.read_to_end(&mut Vec::new()).unwrap();
            let open = lines.unclosed();
            // Another line is part of the last field if its quote is open.
            let longer = [&text[..], b"\nend"].concat();
            let mut builder = csv::ReaderBuilder::new();
            let builder = builder.has_headers(false).flexible(true);
            let reader = builder.from_reader(&longer[..]);
            let last = reader.into_byte_records().last().unwrap().unwrap();
            let is_open = last.iter().next_back() != Some(b"end");
            assert_eq!(open.is_some(), is_open, "{:?}", text.escape_ascii());
            if let Some(open) = open {
                assert_eq!(text[open as usize], b'"', "{:?}", text.escape_ascii());
            }
        }
    }
}
