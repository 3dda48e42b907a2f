//! Unpacking on a thread of its own, while what was unpacked is read.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Bytes that are handed over at once, and how many such pieces lie ahead.
const PIECE_BYTES: usize = 1 << 18;
const PIECES: usize = 4;

/// Reads what another reader gives, up to a mebibyte ahead of whoever reads this.
pub(super) struct ReadAhead {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: Vec<u8>,
    /// How much of it was read.
    read: usize,
    is_done: bool,
}

impl ReadAhead {
    pub fn new(mut reader: impl Read + Send + 'static) -> ReadAhead {
        let (sender, pieces) = sync_channel(PIECES);
        // It ends with the reader, or when nobody reads on.
        thread::spawn(move || {
            loop {
                let mut piece = Vec::with_capacity(PIECE_BYTES);
                let mut more = reader.by_ref().take(PIECE_BYTES as u64);
                let error = more.read_to_end(&mut piece).err();
                let is_end = piece.is_empty() || error.is_some();
                // What came before an error is good.
                let before = (error.is_none() || !piece.is_empty()).then_some(Ok(piece));
                for piece in before.into_iter().chain(error.map(Err)) {
                    if sender.send(piece).is_err() {
                        return;
                    }
                }
                if is_end {
                    return;
                }
            }
        });
        ReadAhead {
            pieces,
            piece: Vec::new(),
            read: 0,
            is_done: false,
        }
    }
}

impl Read for ReadAhead {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read == self.piece.len() && !self.is_done && !into.is_empty() {
            self.read = 0;
            self.piece.clear();
            self.piece = match self.pieces.recv() {
                Ok(piece) => piece?,
                // An end would have been told.
                Err(_) => return Err(io::Error::other("unpacking it ended too early")),
            };
            self.is_done = self.piece.is_empty();
        }
        let rest = &self.piece[self.read..];
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.read += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives so many bytes, a few at a time, and then an error or the end.
    struct Source {
        left: usize,
        fails: bool,
    }

    impl Read for Source {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.left == 0 && self.fails {
                return Err(io::Error::other("damaged"));
            }
            let count = self.left.min(into.len()).min(70_001);
            for (i, byte) in into[..count].iter_mut().enumerate() {
                *byte = (self.left - i) as u8;
            }
            self.left -= count;
            Ok(count)
        }
    }

    #[test]
    fn all_is_read_in_its_order_and_errors_come_last() {
        for left in [0, 1, PIECE_BYTES, 5 * PIECE_BYTES + 17] {
            for fails in [false, true] {
                let mut expected = Vec::new();
                let whole = Source { left, fails }.read_to_end(&mut expected);
                let mut ahead = ReadAhead::new(Source { left, fails });
                let mut found = Vec::new();
                let read = ahead.read_to_end(&mut found);
                assert_eq!(found, expected);
                assert_eq!(read.is_err(), whole.is_err(), "{left}");
                if !fails {
                    assert_eq!(ahead.read(&mut [0; 9]).unwrap(), 0);
                }
            }
        }
    }

    #[test]
    fn nobody_need_read_on() {
        let mut ahead = ReadAhead::new(io::repeat(7));
        assert_eq!(ahead.read(&mut [0; 9]).unwrap(), 9);
        drop(ahead);
    }

    #[test]
    fn a_panic_of_the_reader_is_no_end() {
        struct Panics;
        impl Read for Panics {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                panic!("as it should")
            }
        }
        let mut ahead = ReadAhead::new(Panics);
        assert!(ahead.read(&mut [0; 9]).is_err());
    }
}
