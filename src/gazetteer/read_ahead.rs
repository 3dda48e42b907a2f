//! Unpacking on a thread of its own, while what was unpacked is read.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Bytes that are handed over at once, and how many such pieces lie ahead.
const PIECE_BYTES: usize = 1 << 18;
const PIECES: usize = 4;

/// Reads what another reader gives, up to a mebibyte ahead of whoever reads this.
pub(super) struct ReadAhead {
    source: Source,
    piece: Vec<u8>,
    /// How much of it was read.
    read: usize,
    /// What is told from now on: the end, or the error that came last.
    end: Option<Option<(io::ErrorKind, String)>>,
}

enum Source {
    Apart(Receiver<io::Result<Vec<u8>>>),
    /// Where there are no more threads.
    Here(Box<dyn Read + Send>),
}

impl ReadAhead {
    pub fn new(reader: impl Read + Send + 'static) -> ReadAhead {
        let (sender, pieces) = sync_channel(PIECES);
        let shared = Arc::new(Mutex::new(Some(reader)));
        let theirs = Arc::clone(&shared);
        // It ends with the reader, or when nobody reads on.
        let started = thread::Builder::new().spawn(move || {
            if let Some(reader) = take(&theirs) {
                hand_on(reader, &sender);
            }
        });
        let source = match started.err().and_then(|_| take(&shared)) {
            Some(reader) => Source::Here(Box::new(reader)),
            None => Source::Apart(pieces),
        };
        ReadAhead {
            source,
            piece: Vec::new(),
            read: 0,
            end: None,
        }
    }
}

fn take<R>(shared: &Mutex<Option<R>>) -> Option<R> {
    let mut reader = shared.lock().unwrap_or_else(PoisonError::into_inner);
    reader.take()
}

/// Sends what a reader gives; at its end an empty piece, or an error.
fn hand_on(mut reader: impl Read, sender: &SyncSender<io::Result<Vec<u8>>>) {
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
}

impl Read for ReadAhead {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let pieces = match &mut self.source {
            Source::Here(reader) => return reader.read(into),
            Source::Apart(pieces) => pieces,
        };
        if self.read == self.piece.len() && !into.is_empty() {
            match &self.end {
                Some(None) => return Ok(0),
                Some(Some((kind, what))) => return Err(io::Error::new(*kind, what.clone())),
                None => {}
            }
            // An end would have been told.
            let gone = |_| Err(io::Error::other("unpacking it ended too early"));
            (self.piece, self.read) = match pieces.recv().unwrap_or_else(gone) {
                Ok(piece) => {
                    self.end = piece.is_empty().then_some(None);
                    (piece, 0)
                }
                Err(error) => {
                    self.end = Some(Some((error.kind(), error.to_string())));
                    return Err(error);
                }
            };
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
    struct Bytes {
        left: usize,
        fails: bool,
    }

    impl Read for Bytes {
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
                let whole = Bytes { left, fails }.read_to_end(&mut expected);
                let mut ahead = ReadAhead::new(Bytes { left, fails });
                let mut found = Vec::new();
                let read = ahead.read_to_end(&mut found);
                assert_eq!(found, expected);
                assert_eq!(read.is_err(), whole.is_err(), "{left}");
                // And again, if it is asked again.
                match (read, ahead.read(&mut [0; 9])) {
                    (Ok(_), again) => assert_eq!(again.unwrap(), 0),
                    (Err(error), again) => {
                        assert_eq!(again.unwrap_err().to_string(), error.to_string());
                    }
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
