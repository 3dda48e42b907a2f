//! Phonetic keys in an index: the names of each, and how a place gets its own.
//!
//! A tree leads from a phonetic key to the first of the names that have it, its postings. There
//! is one name of each place: its other names are reached from it, and phonetic keys that a search
//! finds by that one are left out. The most important places come first, so that a search that
//! reads a limited number of postings has read those that are likeliest meant. A posting says how important
//! its place is: most names that are listed are never looked at.

use crate::fuzzy::TreeCursor;
use crate::index::Index;
use crate::index::format::record::record;
use crate::index::format::{Section, ensure};
use crate::model::name::NameKind;
use crate::phonetic::generic::Parts;
use crate::phonetic::phonetic_key::{PhoneticKey, phonetic_keys_of, without_a_word};
use crate::text::normalize::normalize;
use std::cmp::Reverse;

/// Marks the last posting of a phonetic key.
const LAST_POSTING: u32 = 1 << 31;

/// Maximum number of names in an index, whose positions leave the bit of [`LAST_POSTING`] free.
#[cfg(feature = "build")]
pub(super) const MAX_NAMES: u32 = LAST_POSTING;

/// Maximum number of phonetic keys of a place. Countries have some hundred; each is compared with those before it.
const MAX_KEYS: usize = 1024;

/// A name that has a phonetic key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PhoneticPosting {
    /// Position of the name among the names of places.
    pub position: u32,
    /// How much its place is talked about.
    pub importance: u8,
    /// Whether it is the last one of its key.
    pub is_last: bool,
}

impl PhoneticPosting {
    /// The position with the mark (u32), the importance (u8).
    pub(super) const LEN: usize = 5;

    fn read(bytes: &[u8; Self::LEN]) -> Self {
        let [a, b, c, d, importance] = *bytes;
        let stored = u32::from_le_bytes([a, b, c, d]);
        PhoneticPosting {
            position: stored & !LAST_POSTING,
            importance,
            is_last: stored & LAST_POSTING != 0,
        }
    }

    #[cfg(feature = "build")]
    pub(super) fn to_bytes(self) -> [u8; Self::LEN] {
        let mark = if self.is_last { LAST_POSTING } else { 0 };
        let [a, b, c, d] = (self.position | mark).to_le_bytes();
        [a, b, c, d, self.importance]
    }
}

/// The phonetic keys that a place is found by, each with which of its names has it. Of those that
/// a search finds by each other the first is enough: names come in display order.
pub(crate) fn keys_of_place<'n>(
    names: impl Iterator<Item = (&'n str, NameKind)>,
) -> Vec<(PhoneticKey, u32)> {
    let mut kept: Vec<(PhoneticKey, u32)> = Vec::new();
    for ((text, kind), at) in names.zip(0..) {
        // The long form is spelled out by those who have it before them.
        if kind == NameKind::Official && at > 0 {
            continue;
        }
        let normalized = normalize(text);
        let parts = Parts::of(normalized.as_str());
        let shorter = without_a_word(normalized.as_str());
        let shorter = shorter.map(|(_, text)| PhoneticKey::of(text.split(' ')));
        for phonetic_key in phonetic_keys_of(&parts, normalized.as_str())
            .into_iter()
            .chain(shorter)
        {
            let is_known = |(known, _): &(PhoneticKey, u32)| known.is_compatible(&phonetic_key);
            if kept.len() < MAX_KEYS && !kept.iter().any(is_known) {
                kept.push((phonetic_key, at));
            }
        }
    }
    kept
}

impl Index {
    /// A cursor before the first consonant of the tree of phonetic keys.
    pub(crate) fn phonetic_keys(&self) -> Option<TreeCursor<'_>> {
        TreeCursor::start(self.section(Section::PhoneticKeys))
    }

    /// The postings of a phonetic key, from the value in the tree.
    pub(crate) fn phonetic_postings(&self, first: u64) -> impl Iterator<Item = PhoneticPosting> {
        let section = self.section(Section::PhoneticKeyNames);
        let mut position = usize::try_from(first).ok();
        std::iter::from_fn(move || {
            let at = position?;
            let posting = PhoneticPosting::read(record(section, at)?);
            position = (!posting.is_last).then_some(at + 1);
            Some(posting)
        })
    }
}

/// Checks that the phonetic keys of every place lead to it, and that nothing else is there. Postings are in order, so that
/// those of a key with many namesakes need not be gone through for each of them.
pub(super) fn verify(index: &Index) -> Result<(), &'static str> {
    let what = Section::PhoneticKeyNames.describe();
    let (postings, _) = index.section(Section::PhoneticKeyNames).as_chunks();
    let ends = ends_of_keys(postings).ok_or(what)?;
    let start = index.phonetic_keys();
    let mut count = 0;
    for (place, number) in index.places().zip(0..) {
        let first_name = index.place_record(number).names;
        for (phonetic_key, at) in
            keys_of_place(place.names().map(|name| (name.text(), name.kind())))
        {
            let mut bytes = phonetic_key.as_bytes().iter();
            let found = start.and_then(|start| bytes.try_fold(start, |at, byte| at.step(*byte)));
            let first = found.and_then(TreeCursor::value);
            let first = first.ok_or(Section::PhoneticKeys.describe())?;
            let first = usize::try_from(first).map_err(|_| what)?;
            let end = ends.get(ends.partition_point(|end| *end <= first));
            let of_key = end.and_then(|end| postings.get(first..*end)).ok_or(what)?;
            let wanted = (Reverse(place.importance()), first_name.saturating_add(at));
            ensure(of_key.binary_search_by_key(&wanted, order).is_ok(), what)?;
            count += 1;
        }
    }
    ensure(postings.len() == count, what)
}

/// What postings of one phonetic key are ordered by.
fn order(posting: &[u8; PhoneticPosting::LEN]) -> (Reverse<u8>, u32) {
    let posting = PhoneticPosting::read(posting);
    (Reverse(posting.importance), posting.position)
}

/// Where the postings of each phonetic key end, if they are in their order.
fn ends_of_keys(postings: &[[u8; PhoneticPosting::LEN]]) -> Option<Vec<usize>> {
    let mut ends = Vec::new();
    let mut start = 0;
    for (at, posting) in postings.iter().enumerate() {
        if PhoneticPosting::read(posting).is_last {
            let of_key = postings.get(start..=at)?;
            of_key.is_sorted_by_key(order).then_some(())?;
            start = at + 1;
            ends.push(start);
        }
    }
    (start == postings.len()).then_some(ends)
}
