//! Lines of standard input.

use std::io::{self, BufRead, BufReader, Read};

/// Reads lines, and knows whether the next one is there already.
pub(crate) struct Lines<R> {
    reader: BufReader<R>,
    number: u64,
}

/// A line without its end.
pub(crate) struct Line {
    /// From 1.
    pub number: u64,
    /// The text, with U+FFFD for what is not UTF-8.
    pub text: String,
    /// Where in the line the first byte stands that is not UTF-8.
    pub bad_byte: Option<usize>,
}

impl<R: Read> Lines<R> {
    pub fn new(reader: R) -> Self {
        Lines {
            reader: BufReader::with_capacity(1 << 16, reader),
            number: 0,
        }
    }

    /// The next line; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        if self.reader.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        let mut line = bytes.as_slice();
        line = line.strip_suffix(b"\n").unwrap_or(line);
        line = line.strip_suffix(b"\r").unwrap_or(line);
        if self.number == 1 {
            // A byte order mark belongs to the file, not to the first name.
            line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        }
        Ok(Some(Line {
            number: self.number,
            text: String::from_utf8_lossy(line).into_owned(),
            bad_byte: std::str::from_utf8(line).err().map(|e| e.valid_up_to()),
        }))
    }

    /// Whether reading on may have to wait for more input.
    pub fn will_wait(&self) -> bool {
        self.reader.buffer().is_empty()
    }
}
