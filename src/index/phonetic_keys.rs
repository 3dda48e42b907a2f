//! Names by their skeletons: how they are sorted into an index, found in it and checked.
//!
//! A tree leads from a skeleton to the first of the names that have it. There is one name of
//! each place: its other names are reached from it, and skeletons that a search finds by that
//! one are left out. The most important places come first, so that a search that looks at so
//! many names and no more has looked at those that are likeliest meant.

use crate::fuzzy::Cursor;
use crate::index::format::record::number;
use crate::index::format::{Section, ensure};
use crate::index::sorter::{Sorted, Sorter};
use crate::index::{Index, NameRef};
use crate::model::name::NameKind;
use crate::phonetic::generic::Parts;
use crate::phonetic::phonetic_key::{PhoneticKey, phonetic_keys_of, without_a_word};
use crate::text::normalize::normalize;
use std::io;
use std::path::Path;

/// Marks the last name of a skeleton.
const LAST: u32 = 1 << 31;

/// The most names that an index with skeletons can hold.
pub(super) const MAX_NAMES: u32 = LAST;

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

/// The skeletons that a place is found by, each with which of its names has it. Of those that
/// lead to each other the first is enough: names come in the order of showing them.
fn of_place<'n>(names: impl Iterator<Item = (&'n str, NameKind)>) -> Vec<(PhoneticKey, u32)> {
    let mut kept: Vec<(PhoneticKey, u32)> = Vec::new();
    for ((text, kind), at) in names.zip(0..) {
        // The long form is spelled out by those who have it before them.
        if kind == NameKind::Official && at > 0 {
            continue;
        }
        let normalized = normalize(text);
        let parts = Parts::of(normalized.as_str());
        let shorter = without_a_word(normalized.as_str());
        let shorter = shorter.map(|text| PhoneticKey::of(text.split(' ')));
        for phonetic_key in phonetic_keys_of(&parts, normalized.as_str())
            .into_iter()
            .chain(shorter)
        {
            if !kept.iter().any(|(known, _)| known.meets(&phonetic_key)) {
                kept.push((phonetic_key, at));
            }
        }
    }
    kept
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

impl Index {
    /// The place before the first consonant in the tree of skeletons.
    pub(crate) fn phonetic_keys(&self) -> Option<Cursor<'_>> {
        Cursor::of_tree(self.section(Section::PhoneticKeys))
    }

    /// The names of a skeleton, from the value in the tree, with their importance.
    pub(crate) fn names_of_phonetic_key(
        &self,
        first: u64,
    ) -> impl Iterator<Item = (NameRef<'_>, u8)> {
        let section = self.section(Section::PhoneticKeyNames);
        let importances = self.section(Section::Importances);
        let place_names = self.section(Section::PlaceNames);
        let (names, places) = (self.name_count(), self.place_count());
        let mut position = usize::try_from(first).ok();
        let numbers = std::iter::from_fn(move || {
            let at = position?;
            let stored = number(section, at)?;
            position = (stored & LAST == 0).then_some(at + 1);
            Some(stored & !LAST)
        });
        numbers
            .filter_map(move |at| number(place_names, at as usize))
            .filter(move |&name| {
                (name as usize) < names && (self.name_record(name).place as usize) < places
            })
            .map(move |name| {
                let importance = importances.get(name as usize).copied().unwrap_or(0);
                (NameRef::new(self, name), importance)
            })
    }
}

/// The skeletons of every place lead to it, and nothing else is there.
pub(super) fn verify(index: &Index) -> Result<(), &'static str> {
    let what = Section::PhoneticKeyNames.describe();
    let start = index.phonetic_keys();
    let mut count = 0;
    for place in index.places() {
        for (phonetic_key, at) in of_place(place.names().map(|name| (name.text(), name.kind()))) {
            let mut bytes = phonetic_key.as_bytes().iter();
            let found = start.and_then(|start| bytes.try_fold(start, |at, byte| at.step(*byte)));
            let first = found.and_then(Cursor::value);
            let first = first.ok_or(Section::PhoneticKeys.describe())?;
            let name = place.names().nth(at as usize);
            let mut names = index.names_of_phonetic_key(first);
            ensure(
                names.any(|(found, _)| Some(found.number()) == name.map(NameRef::number)),
                what,
            )?;
            count += 1;
        }
    }
    let stored = index.section(Section::PhoneticKeyNames);
    ensure(stored.len() == count * size_of::<u32>(), what)
}
