//! Names in the order of their phonetic keys.

use crate::index::build::sorter::{SortedRecords, Sorter};
use crate::index::phonetic_keys::PhoneticPosting;
use crate::phonetic::phonetic_key::PhoneticKey;
use std::io;
use std::path::Path;

/// Names on their way into the order of phonetic keys.
#[derive(Debug)]
pub(super) struct PhoneticKeySorter {
    sorter: Sorter,
    record: Vec<u8>,
}

/// Bytes of a record after the phonetic key and a zero: how unimportant the place is, and the
/// position of the name among the names of places.
const TAIL_BYTES: usize = 1 + size_of::<u32>();

impl PhoneticKeySorter {
    pub fn new(folder: &Path) -> PhoneticKeySorter {
        PhoneticKeySorter {
            sorter: Sorter::new(folder),
            record: Vec::new(),
        }
    }

    /// Adds the phonetic keys of a place, each with which of its names has it. The first of these has position
    /// `first` among the names of places.
    pub fn add(
        &mut self,
        keys: &[(PhoneticKey, u32)],
        first: u32,
        importance: u8,
    ) -> io::Result<()> {
        for (phonetic_key, at) in keys {
            let record = &mut self.record;
            record.clear();
            record.extend(phonetic_key.as_bytes());
            // No consonant is a zero, so a phonetic key sorts before all that it is a prefix of.
            record.push(0);
            record.push(u8::MAX - importance);
            record.extend((first + at).to_be_bytes());
            self.sorter.push(record)?;
        }
        Ok(())
    }

    pub fn sorted(self) -> io::Result<SortedPhoneticKeys> {
        let mut sorted = SortedPhoneticKeys {
            sorted: self.sorter.sorted()?,
            ahead: Vec::new(),
            more: true,
        };
        sorted.read()?;
        Ok(sorted)
    }
}

/// The records of a [`PhoneticKeySorter`] in order.
pub(super) struct SortedPhoneticKeys {
    sorted: SortedRecords,
    ahead: Vec<u8>,
    /// Whether `ahead` is one.
    more: bool,
}

/// A name under a phonetic key.
pub(super) struct NameOfKey {
    pub phonetic_key: Vec<u8>,
    pub posting: PhoneticPosting,
}

impl SortedPhoneticKeys {
    fn read(&mut self) -> io::Result<()> {
        self.more = self.sorted.next(&mut self.ahead)?;
        Ok(())
    }

    /// The next name, in the order of phonetic keys and then of importance.
    pub fn next(&mut self) -> io::Result<Option<NameOfKey>> {
        if !self.more {
            return Ok(None);
        }
        let (phonetic_key, tail) = split(&self.ahead)?;
        let [unimportance, a, b, c, d] = *tail;
        let mut name = NameOfKey {
            phonetic_key: phonetic_key.to_vec(),
            posting: PhoneticPosting {
                position: u32::from_be_bytes([a, b, c, d]),
                importance: u8::MAX - unimportance,
                is_last: false,
            },
        };
        self.read()?;
        name.posting.is_last = !self.more || split(&self.ahead)?.0 != name.phonetic_key;
        Ok(Some(name))
    }
}

fn split(record: &[u8]) -> io::Result<(&[u8], &[u8; TAIL_BYTES])> {
    let split = record.split_last_chunk::<TAIL_BYTES>();
    let (phonetic_key, tail) = split.ok_or(io::ErrorKind::InvalidData)?;
    let (_zero, phonetic_key) = phonetic_key
        .split_last()
        .ok_or(io::ErrorKind::InvalidData)?;
    Ok((phonetic_key, tail))
}
