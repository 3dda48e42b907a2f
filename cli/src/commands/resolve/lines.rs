//! Lines of standard input.

use std::io::{self, BufRead, BufReader, Read};

/// A line has so many bytes at most: a name is much shorter, and an input without line ends need not end.
const LONGEST_LINE: u64 = 16 << 20;

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
        let mut reader = self.reader.by_ref().take(LONGEST_LINE + 1);
        let length = reader.read_until(b'\n', &mut bytes)?;
        if length == 0 {
            return Ok(None);
        }
        self.number += 1;
        if length as u64 > LONGEST_LINE && !bytes.ends_with(b"\n") {
            let (number, most) = (self.number, LONGEST_LINE >> 20);
            let what = format!("line {number} has more than {most} MiB");
            return Err(io::Error::new(io::ErrorKind::InvalidData, what));
        }
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

#[cfg(test)]
mod tests {
    use super::{LONGEST_LINE, Lines};
    use std::io::Read;

    #[test]
    fn a_line_without_an_end_is_not_read_to_it() {
        let mut lines = Lines::new(b"Gyumri\n".chain(std::io::repeat(b'a')));
        assert_eq!(lines.next().unwrap().unwrap().text, "Gyumri");
        let error = lines.next().err().unwrap().to_string();
        assert_eq!(error, "line 2 has more than 16 MiB");
        // As long as one may be.
        let text = [&vec![b'a'; LONGEST_LINE as usize][..], b"\nb"].concat();
        let mut lines = Lines::new(&text[..]);
        let read = lines.next().unwrap().unwrap().text.len();
        assert_eq!(read as u64, LONGEST_LINE);
        assert_eq!(lines.next().unwrap().unwrap().text, "b");
    }
}
