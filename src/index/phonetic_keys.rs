//! Phonetic keys in an index: the names of each, and how a place gets its own.
//!
//! A tree leads from a phonetic key to the first of the names that have it, its postings. There
//! is one name of each place: its other names are reached from it, and phonetic keys that a search
//! finds by that one are left out. The most important places come first, so that a search that
//! reads a limited number of postings has read those that are likeliest meant.

use crate::fuzzy::TreeCursor;
use crate::index::format::record::number;
use crate::index::format::{Section, ensure};
use crate::index::{Index, NameRef};
use crate::model::name::NameKind;
use crate::phonetic::generic::Parts;
use crate::phonetic::phonetic_key::{PhoneticKey, phonetic_keys_of, without_a_word};
use crate::text::normalize::normalize;

/// Marks the last posting of a phonetic key.
pub(super) const LAST_POSTING: u32 = 1 << 31;

/// Maximum number of names in an index, whose positions leave the bit of [`LAST_POSTING`] free.
#[cfg(feature = "build")]
pub(super) const MAX_NAMES: u32 = LAST_POSTING;

/// The phonetic keys that a place is found by, each with which of its names has it. Of those that
/// a search finds by each other the first is enough: names come in display order.
pub(super) fn keys_of_place<'n>(
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
            if !kept
                .iter()
                .any(|(known, _)| known.is_compatible(&phonetic_key))
            {
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

    /// The names of a phonetic key, from the value in the tree, with their importance.
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
            position = (stored & LAST_POSTING == 0).then_some(at + 1);
            Some(stored & !LAST_POSTING)
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

/// Checks that the phonetic keys of every place lead to it, and that nothing else is there.
pub(super) fn verify(index: &Index) -> Result<(), &'static str> {
    let what = Section::PhoneticKeyNames.describe();
    let start = index.phonetic_keys();
    let mut count = 0;
    for place in index.places() {
        for (phonetic_key, at) in
            keys_of_place(place.names().map(|name| (name.text(), name.kind())))
        {
            let mut bytes = phonetic_key.as_bytes().iter();
            let found = start.and_then(|start| bytes.try_fold(start, |at, byte| at.step(*byte)));
            let first = found.and_then(TreeCursor::value);
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
