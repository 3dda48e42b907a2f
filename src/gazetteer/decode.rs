//! Text of a table as UTF-8, whatever its byte-order mark says that it is.
//!
//! Spreadsheets write UTF-16 with a byte-order mark, and UTF-8 with one. Without a mark a table is
//! taken for UTF-8.

use std::io::{self, BufRead, BufReader, Read};

/// Maximum length of a byte-order mark.
const MAX_MARK_BYTES: usize = 3;

/// Bytes that are read at once.
const BUFFER_BYTES: usize = 1 << 18;

/// Makes a code unit of UTF-16 of its two bytes.
type CodeUnit = fn([u8; 2]) -> u16;

/// A reader that gives UTF-8 without a mark. What is no UTF-16 comes out as bytes that are no
/// UTF-8, so that its row is a bad one.
pub(super) struct Utf8Reader<R> {
    reader: BufReader<io::Chain<io::Cursor<Vec<u8>>, R>>,
    /// How two bytes make a code unit of UTF-16; none in UTF-8.
    unit: Option<CodeUnit>,
    /// The high surrogate of a pair that is not yet complete.
    high: Option<u16>,
    /// UTF-8 for which there was no more room, and how many bytes of it there are.
    rest: [u8; 8],
    rest_len: usize,
    /// The error that ended the reading: it is told again and again, for an unpacker may end quietly after it.
    failed: Option<(io::ErrorKind, String)>,
}

impl<R: Read> Utf8Reader<R> {
    /// Reads the mark, if there is one.
    pub fn new(mut reader: R) -> io::Result<Self> {
        let mut start = Vec::with_capacity(MAX_MARK_BYTES);
        reader
            .by_ref()
            .take(MAX_MARK_BYTES as u64)
            .read_to_end(&mut start)?;
        let (mark, unit): (usize, Option<CodeUnit>) = match *start {
            [0xEF, 0xBB, 0xBF] => (3, None),
            [0xFF, 0xFE, ..] => (2, Some(u16::from_le_bytes)),
            [0xFE, 0xFF, ..] => (2, Some(u16::from_be_bytes)),
            _ => (0, None),
        };
        start.drain(..mark);
        Ok(Utf8Reader {
            reader: BufReader::with_capacity(BUFFER_BYTES, io::Cursor::new(start).chain(reader)),
            unit,
            high: None,
            rest: [0; 8],
            rest_len: 0,
            failed: None,
        })
    }

    /// The next code unit of UTF-16, or the last byte alone, which is half of one.
    fn next_unit(&mut self, unit: CodeUnit) -> io::Result<Option<Result<u16, u8>>> {
        let mut bytes = [0; 2];
        let mut len = 0;
        while len < bytes.len() {
            let read = match self.reader.fill_buf() {
                Ok(buffer) => buffer.first().copied(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let Some(byte) = read else { break };
            bytes[len] = byte;
            len += 1;
            self.reader.consume(1);
        }
        Ok(match len {
            0 => None,
            1 => Some(Err(bytes[0])),
            _ => Some(Ok(unit(bytes))),
        })
    }

    /// Decodes the next character into `rest`; false at the end.
    fn decode(&mut self, unit: CodeUnit) -> io::Result<bool> {
        let next = self.next_unit(unit)?;
        let high = self.high.take();
        match (high, next) {
            (None, None) => return Ok(false),
            (Some(high), Some(Ok(low @ 0xDC00..=0xDFFF))) => {
                let code = 0x1_0000 + (u32::from(high - 0xD800) << 10) + u32::from(low - 0xDC00);
                self.push(code);
            }
            (high, next) => {
                if let Some(alone) = high {
                    self.push(alone.into());
                }
                match next {
                    Some(Ok(high @ 0xD800..=0xDBFF)) => self.high = Some(high),
                    Some(Ok(unit)) => self.push(unit.into()),
                    Some(Err(_)) => self.push_bytes(&[0xFF]),
                    None => {}
                }
            }
        }
        Ok(true)
    }

    /// Decodes UTF-16 into a buffer, up to an error, which is told when what is good before it was given.
    fn read_decoded(&mut self, unit: CodeUnit, into: &mut [u8]) -> io::Result<usize> {
        let mut written = 0;
        while written < into.len() {
            if self.rest_len == 0 {
                match self.decode(unit) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(error) if written > 0 => {
                        self.keep(&error);
                        break;
                    }
                    Err(error) => return Err(error),
                }
            }
            let fits = self.rest_len.min(into.len() - written);
            into[written..][..fits].copy_from_slice(&self.rest[..fits]);
            self.rest.copy_within(fits..self.rest_len, 0);
            self.rest_len -= fits;
            written += fits;
        }
        Ok(written)
    }

    fn keep(&mut self, error: &io::Error) {
        if error.kind() != io::ErrorKind::Interrupted {
            self.failed = Some((error.kind(), error.to_string()));
        }
    }

    fn push(&mut self, code: u32) {
        match char::from_u32(code) {
            Some(letter) => {
                let mut bytes = [0; 4];
                let len = letter.encode_utf8(&mut bytes).len();
                self.push_bytes(&bytes[..len]);
            }
            // An unpaired surrogate, which no UTF-8 can hold.
            None => self.push_bytes(&[0xFF]),
        }
    }

    fn push_bytes(&mut self, bytes: &[u8]) {
        self.rest[self.rest_len..][..bytes.len()].copy_from_slice(bytes);
        self.rest_len += bytes.len();
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if let Some((kind, what)) = &self.failed {
            return Err(io::Error::new(*kind, what.clone()));
        }
        let read = match self.unit {
            Some(unit) => self.read_decoded(unit, into),
            None => self.reader.read(into),
        };
        read.inspect_err(|error| self.keep(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8], room: usize) -> Vec<u8> {
        let mut reader = Utf8Reader::new(bytes).unwrap();
        let (mut all, mut buffer) = (Vec::new(), vec![0; room]);
        loop {
            match reader.read(&mut buffer).unwrap() {
                0 => return all,
                read => all.extend(&buffer[..read]),
            }
        }
    }

    #[test]
    fn marks_say_how_text_is_read() {
        let text = "id\tغيومري\r\nԳյումրի 𐎠𐎼𐎷\u{FEFF}x\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        let with = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            with(b"\xEF\xBB\xBF", text.into()),
            with(b"\xFF\xFE", little),
            with(b"\xFE\xFF", big),
        ] {
            for room in [1, 2, 3, 5, 4096] {
                assert_eq!(decode(&bytes, room), text.as_bytes());
            }
        }
    }

    /// Gives some bytes, then one error, then the end, as unpackers do.
    struct Fails<'b>(&'b [u8], bool);

    impl Read for Fails<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() && !std::mem::replace(&mut self.1, true) {
                return Err(io::Error::other("damaged"));
            }
            self.0.read(into)
        }
    }

    #[test]
    fn an_error_is_told_however_often_one_asks() {
        for good in [&b"abc"[..], b"\xFF\xFEa\0b\0c\0", b"\xFE\xFF\0a\0b\0c"] {
            for room in [1, 2, 64] {
                let mut reader = Utf8Reader::new(Fails(good, false)).unwrap();
                let (mut all, mut buffer) = (Vec::new(), vec![0; room]);
                let error = loop {
                    match reader.read(&mut buffer) {
                        Ok(0) => panic!("the error is lost: {good:?}"),
                        Ok(read) => all.extend(&buffer[..read]),
                        Err(error) => break error,
                    }
                };
                assert_eq!(
                    (&all[..], error.to_string().as_str()),
                    (&b"abc"[..], "damaged")
                );
                assert!(reader.read(&mut buffer).is_err());
            }
        }
    }

    #[test]
    fn what_is_no_text_is_no_utf8() {
        for bytes in [
            &b"\xFF\xFEa\0\x00\xD8b\0"[..],
            b"\xFF\xFEa\0\x00\xDCb\0",
            b"\xFF\xFEa\0\x00\xD8\x00\xD8b\0",
            b"\xFF\xFEa\0\x00\xD8",
            b"\xFF\xFEa\0b",
            b"\xFE\xFF\0a\xD8\0",
        ] {
            let decoded = decode(bytes, 3);
            assert!(str::from_utf8(&decoded).is_err(), "{decoded:?}");
            assert!(decoded.starts_with(b"a"));
        }
        for few in [&b""[..], b"a", b"ab", b"\xFF", b"\xEF\xBB"] {
            assert_eq!(decode(few, 8), few);
        }
        assert_eq!(decode(b"\xFF\xFE", 8), b"");
    }
}
