//! Lines of standard input.

use std::io::{self, BufRead, BufReader, Read};

/// A line has so many bytes at most: a name is much shorter, and an input without line ends need not end.
const LONGEST_LINE: usize = 16 << 20;

/// Reads lines, and knows whether the next one is there already.
pub(crate) struct Lines<R> {
    reader: BufReader<R>,
    number: u64,
    /// Whether the last line ended in a CR behind which nothing had come yet.
    after_cr: bool,
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
            after_cr: false,
        }
    }

    /// The next line, which ends in LF, CR or both; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        if !self.read(&mut line)? {
            return Ok(None);
        }
        self.number += 1;
        if line.len() > LONGEST_LINE {
            let (number, most) = (self.number, LONGEST_LINE >> 20);
            let what = format!("line {number} has more than {most} MiB");
            return Err(io::Error::new(io::ErrorKind::InvalidData, what));
        }
        let mut line = line.as_slice();
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

    /// Reads a line without its end, or what shows that it is too long; whether there was one.
    fn read(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        let mut is_there = false;
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            // The second half of an end whose first was the last that had come.
            let skipped = usize::from(self.after_cr && buffer.first() == Some(&b'\n'));
            self.after_cr &= buffer.is_empty();
            let rest = &buffer[skipped..];
            if buffer.is_empty() {
                return Ok(is_there);
            }
            let end = rest.iter().position(|byte| b"\r\n".contains(byte));
            line.extend_from_slice(&rest[..end.unwrap_or(rest.len())]);
            is_there |= !rest.is_empty();
            let Some(end) = end else {
                let read = buffer.len();
                self.reader.consume(read);
                if line.len() > LONGEST_LINE {
                    return Ok(true);
                }
                continue;
            };
            let is_crlf = rest[end..].starts_with(b"\r\n");
            self.after_cr = rest[end..] == *b"\r";
            let read = skipped + end + 1 + usize::from(is_crlf);
            self.reader.consume(read);
            return Ok(true);
        }
    }

    /// Whether reading on may have to wait for more input.
    pub fn will_wait(&self) -> bool {
        self.reader.buffer().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_LINE, Lines};
    use crate::commands::every_text::every_text;
    use std::io::Read;

    #[test]
    fn a_line_without_an_end_is_not_read_to_it() {
        let mut lines = Lines::new(b"Gyumri\n".chain(std::io::repeat(b'a')));
        assert_eq!(lines.next().unwrap().unwrap().text, "Gyumri");
        let error = lines.next().err().unwrap().to_string();
        assert_eq!(error, "line 2 has more than 16 MiB");
        // As long as one may be.
        let text = [&vec![b'a'; LONGEST_LINE][..], b"\nb"].concat();
        let mut lines = Lines::new(&text[..]);
        let read = lines.next().unwrap().unwrap().text.len();
        assert_eq!(read, LONGEST_LINE);
        assert_eq!(lines.next().unwrap().unwrap().text, "b");
    }

    /// A reader that hands on so many bytes at a time, and is interrupted before each of them.
    struct Pieces<'b>(&'b [u8], usize, bool);

    impl Read for Pieces<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            self.2 = !self.2;
            if self.2 {
                return Err(std::io::ErrorKind::Interrupted.into());
            }
            let most = self.1.min(into.len());
            self.0
                .take(most as u64)
                .read(into)
                .inspect(|read| self.0 = &self.0[*read..])
        }
    }

    #[test]
    fn lines_end_in_lf_cr_or_both_wherever_they_are_parted() {
        for text in every_text(b"\n\ra", 7) {
            // Both are one end.
            let text_of = String::from_utf8(text.clone()).unwrap();
            let told = text_of.replace("\r\n", "\n").replace('\r', "\n");
            let expected: Vec<&str> = told.lines().collect();
            for part in [1, 2, 64] {
                let mut lines = Lines::new(Pieces(&text, part, false));
                let mut found = Vec::new();
                while let Some(line) = lines.next().unwrap() {
                    assert_eq!(line.number, found.len() as u64 + 1);
                    found.push(line.text);
                }
                assert_eq!(found, expected, "{:?} by {part}", text.escape_ascii());
            }
        }
    }
}
