//! In which line of a file a row begins, whether a quote is open where the file ends, and rows in which a quote ends
//! before its field does.
//!
//! The `csv` crate says where it began to look for a row, which is before the blank lines and the
//! second half of a CRLF that it passes over.

use crate::commands::batch::quotes::Quotes;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Read};
use std::rc::Rc;

/// A row has so many bytes at most: more than a spreadsheet can have, and few enough to be held.
pub(crate) const LONGEST_ROW: u64 = 16 << 20;

/// A row has so many fields at most: each takes some sixteen bytes beside its letters, be it empty.
pub(crate) const MAX_ROW_FIELDS: u64 = 1 << 20;

/// Line ends that are counted together: one, those in one field in quotes, or those of blank lines from the second
/// on. No row begins between them, so that what is remembered does not grow with their number.
struct End {
    /// Offsets of the first and the last, in bytes.
    first: u64,
    last: u64,
    /// Both halves of a CRLF are one.
    lines: u64,
    /// Where the quotes open that they stand in, or whether they are of blank lines.
    among: Among,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    Rows,
    BlankLines,
    Quoted(u64),
}

/// The line ends of what was read and is not yet counted.
#[derive(Default)]
struct Ends {
    ends: VecDeque<End>,
    read: u64,
    /// Lines that are counted.
    passed: u64,
    /// The last line end that was read, with its offset.
    last: Option<(u64, u8)>,
    /// How many in a row it is the last of.
    in_a_row: u64,
    /// Line ends that were read, and the offset and the line, from 1, of the row that is being read.
    lines: u64,
    row: (u64, u64),
    quotes: Quotes,
    is_over: bool,
    /// The row that is being read as it stands in the file, and whether a quote in it ends before its field does.
    raw: Vec<u8>,
    is_broken: bool,
    /// How many of its fields are over.
    fields: u64,
    /// Such rows, with the offset of each.
    broken: VecDeque<(u64, Vec<u8>)>,
}

impl Ends {
    /// Notes a byte; says of what the row that it belongs to has too many, if it has.
    fn note(&mut self, offset: u64, byte: u8, delimiter: u8) -> Option<&'static str> {
        let before = self.quotes;
        self.quotes = before.after(byte, offset, delimiter);
        self.is_broken |= before.is_broken_by(self.quotes);
        if matches!(byte, b'\r' | b'\n') {
            let start = self.row.0;
            self.note_end(offset, byte);
            if self.row.0 != start {
                self.end_row(start);
                return None;
            }
        }
        self.raw.push(byte);
        if byte == delimiter && !matches!(self.quotes, Quotes::Quoted(_)) {
            self.fields += 1;
        }
        match offset + 1 - self.row.0 > LONGEST_ROW {
            true => Some("16 MiB, as if a quote in it were never closed"),
            false if self.fields >= MAX_ROW_FIELDS => {
                Some("1,048,576 fields, as if something else parted them; say --delimiter")
            }
            false => None,
        }
    }

    /// The row that began there is over.
    fn end_row(&mut self, start: u64) {
        if std::mem::take(&mut self.is_broken) {
            self.broken
                .push_back((start, std::mem::take(&mut self.raw)));
        }
        self.raw.clear();
        self.fields = 0;
    }

    fn note_end(&mut self, offset: u64, byte: u8) {
        let follows = |last: (u64, u8)| last.0 + 1 == offset;
        let is_second = byte == b'\n'
            && self
                .last
                .is_some_and(|last| follows(last) && last.1 == b'\r');
        let lines = u64::from(!is_second);
        self.in_a_row = match self.last.is_some_and(follows) {
            true => self.in_a_row + 1,
            false => 1,
        };
        self.last = Some((offset, byte));
        self.lines += lines;
        let among = match self.quotes {
            Quotes::Quoted(open) => Among::Quoted(open),
            // A row may begin behind the first, or behind the second if they are a CRLF.
            _ if self.in_a_row > 2 => Among::BlankLines,
            _ => Among::Rows,
        };
        if !matches!(among, Among::Quoted(_)) {
            self.row = (offset + 1, self.lines + 1);
        }
        match self.ends.back_mut() {
            Some(end) if among != Among::Rows && end.among == among => {
                end.last = offset;
                end.lines += lines;
            }
            _ => self.ends.push_back(End {
                first: offset,
                last: offset,
                lines,
                among,
            }),
        }
    }
}

/// Reads on behalf of another reader and notes where lines end.
pub(crate) struct NotingLines<R> {
    reader: R,
    delimiter: u8,
    ends: Rc<RefCell<Ends>>,
}

/// Counts the lines that a [`NotingLines`] reads.
pub(crate) struct LineCount(Rc<RefCell<Ends>>);

impl<R> NotingLines<R> {
    pub fn new(reader: R, delimiter: u8) -> (Self, LineCount) {
        let ends = Ends {
            row: (0, 1),
            ..Ends::default()
        };
        let ends = Rc::new(RefCell::new(ends));
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
            if let Some(most) = ends.note(offset, byte, self.delimiter) {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!(
                        "the row that begins in line {} has more than {most}",
                        ends.row.1,
                    ),
                ));
            }
        }
        ends.read += length as u64;
        ends.is_over = length == 0 && !buffer.is_empty();
        if ends.is_over {
            let start = ends.row.0;
            ends.end_row(start);
        }
        Ok(length)
    }
}

impl LineCount {
    /// The line, from 1, of the first byte from this offset on that ends no line, and how many blank
    /// lines stand before it. Offsets must ascend.
    pub fn line_at(&self, mut offset: u64) -> (u64, u64) {
        let mut ends = self.0.borrow_mut();
        let mut blank = 0;
        while ends.ends.front().is_some_and(|end| end.first <= offset)
            && let Some(end) = ends.ends.pop_front()
        {
            ends.passed += end.lines;
            if end.last >= offset {
                offset = end.last + 1;
                blank += end.lines;
            }
        }
        (ends.passed + 1, blank)
    }

    /// The row that was read last, up to this offset, as it stands in the file, with its own offset, if a quote in it ends
    /// before its field does: the quotes of such a field are letters, which the `csv` crate leaves out. Offsets must ascend.
    pub fn broken_before(&self, end: u64) -> Option<(u64, Vec<u8>)> {
        let broken = &mut self.0.borrow_mut().broken;
        let mut last = None;
        while broken.front().is_some_and(|(start, _)| *start < end) {
            last = broken.pop_front();
        }
        last
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
    use super::{LONGEST_ROW, NotingLines};
    use crate::commands::every_text::every_text;
    use std::io::Read;

    /// Every record of a text with where it begins, read in so small parts.
    fn records(text: &[u8], part: usize) -> Vec<(u64, u64)> {
        let (noting, lines) = NotingLines::new(text, b',');
        let mut builder = csv::ReaderBuilder::new();
        let builder = builder.has_headers(false).flexible(true);
        let mut reader = builder.buffer_capacity(part).from_reader(noting);
        let mut record = csv::ByteRecord::new();
        let mut found = Vec::new();
        while reader.read_byte_record(&mut record).unwrap() {
            found.push(lines.line_at(record.position().unwrap().byte()));
        }
        found
    }

    #[test]
    fn lines_are_those_that_counting_from_the_beginning_finds() {
        let is_second = |text: &[u8], at: usize| at > 0 && text[at - 1..=at] == *b"\r\n";
        for text in every_text(b"\",\n\ra", 8) {
            let mut builder = csv::ReaderBuilder::new();
            let builder = builder.has_headers(false).flexible(true);
            let reader = builder.from_reader(&text[..]);
            let expected = reader.into_byte_records().map(|record| {
                let looked = record.unwrap().position().unwrap().byte() as usize;
                let blank = text[looked..]
                    .iter()
                    .position(|byte| !b"\r\n".contains(byte));
                let begins = looked + blank.unwrap_or(text.len() - looked);
                let ends = |from: usize| {
                    let ends = (from..begins).filter(|at| b"\r\n".contains(&text[*at]));
                    ends.filter(|at| !is_second(&text, *at)).count() as u64
                };
                (ends(0) + 1, ends(looked))
            });
            let expected: Vec<_> = expected.collect();
            for part in [1, 3, 64] {
                assert_eq!(records(&text, part), expected, "{:?}", text.escape_ascii());
            }
        }
    }

    #[test]
    fn many_lines_between_two_rows_are_remembered_as_few() {
        for end in ["\n", "\r\n", "\r"] {
            for around in ["", "\""] {
                let text = format!("a{end}{around}{}{around}{end}b", end.repeat(10_000));
                let (mut noting, lines) = NotingLines::new(text.as_bytes(), b',');
                noting.read_to_end(&mut Vec::new()).unwrap();
                let remembered = lines.0.borrow().ends.len();
                assert!(remembered <= 8, "{remembered} of {end:?}");
                let (line, _) = *records(text.as_bytes(), 100).last().unwrap();
                assert_eq!(line, 10_003);
            }
        }
    }

    #[test]
    fn a_row_without_an_end_is_not_read_to_it() {
        let endless = b"name\nGyumri\n\"".chain(std::io::repeat(b'a'));
        let (noting, _) = NotingLines::new(endless, b',');
        let mut reader = csv::Reader::from_reader(noting);
        let mut rows = reader.byte_records();
        assert_eq!(&rows.next().unwrap().unwrap()[0], b"Gyumri");
        let error = rows.next().unwrap().unwrap_err().to_string();
        assert!(error.contains("begins in line 3"), "{error}");
        // As long as one may be.
        let text = [&vec![b'a'; LONGEST_ROW as usize - 1][..], b"\nb"].concat();
        assert_eq!(records(&text, 1 << 16).len(), 2);
    }

    #[test]
    fn a_quote_is_open_where_the_csv_reader_says_so() {
        for text in every_text(b"\",\n\ra", 8) {
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
