//! Names on their way into an index, sorted by their phonetic keys.

use crate::index::phonetic_keys::{LAST, of_place};
use crate::index::sorter::{Sorted, Sorter};
use crate::model::name::NameKind;
use std::io;
use std::path::Path;

/// Names on their way into the order of skeletons.
#[derive(Debug)]
pub(super) struct SkeletonSorter {
    sorter: Sorter,
    record: Vec<u8>,
}

/// What follows the skeleton and a zero in a record: how unimportant the place is, and where
/// the name stands among the names of places.
const TAIL: usize = 1 + 4;

impl SkeletonSorter {
    pub fn new(folder: &Path) -> SkeletonSorter {
        SkeletonSorter {
            sorter: Sorter::new(folder),
            record: Vec::new(),
        }
    }

    /// Adds the names of a place, of which the first stands at `first` among the names of
    /// places.
    pub fn add<'n>(
        &mut self,
        names: impl Iterator<Item = (&'n str, NameKind)>,
        first: u32,
        importance: u8,
    ) -> io::Result<()> {
        for (phonetic_key, at) in of_place(names) {
            let record = &mut self.record;
            record.clear();
            record.extend(phonetic_key.as_bytes());
            // No consonant is a zero, so a skeleton stands before all that it begins.
            record.push(0);
            record.push(u8::MAX - importance);
            record.extend((first + at).to_be_bytes());
            self.sorter.push(record)?;
        }
        Ok(())
    }

    pub fn sorted(self) -> io::Result<SortedSkeletons> {
        let mut sorted = SortedSkeletons {
            sorted: self.sorter.sorted()?,
            ahead: Vec::new(),
            more: true,
        };
        sorted.read()?;
        Ok(sorted)
    }
}

/// The records of a [`SkeletonSorter`] in order.
pub(super) struct SortedSkeletons {
    sorted: Sorted,
    ahead: Vec<u8>,
    /// Whether `ahead` is one.
    more: bool,
}

/// A name under a skeleton.
pub(super) struct SkeletonName {
    pub phonetic_key: Vec<u8>,
    /// What is stored for the name.
    pub stored: u32,
}

impl SortedSkeletons {
    fn read(&mut self) -> io::Result<()> {
        self.more = self.sorted.next(&mut self.ahead)?;
        Ok(())
    }

    /// The next name, in the order of skeletons and then of importance.
    pub fn next(&mut self) -> io::Result<Option<SkeletonName>> {
        if !self.more {
            return Ok(None);
        }
        let (phonetic_key, tail) = split(&self.ahead)?;
        let [_, a, b, c, d] = *tail;
        let mut name = SkeletonName {
            phonetic_key: phonetic_key.to_vec(),
            stored: u32::from_be_bytes([a, b, c, d]),
        };
        self.read()?;
        if !self.more || split(&self.ahead)?.0 != name.phonetic_key {
            name.stored |= LAST;
        }
        Ok(Some(name))
    }
}

fn split(record: &[u8]) -> io::Result<(&[u8], &[u8; TAIL])> {
    let split = record.split_last_chunk::<TAIL>();
    let (phonetic_key, tail) = split.ok_or(io::ErrorKind::InvalidData)?;
    let (_zero, phonetic_key) = phonetic_key
        .split_last()
        .ok_or(io::ErrorKind::InvalidData)?;
    Ok((phonetic_key, tail))
}
