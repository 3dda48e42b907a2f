//! The index: places, and their names under the keys that find them.
//!
//! Two kinds of number run through it, and both are needed: a *name number* stands for one
//! spelling of one place, a *place number* for the place. A key leads to name numbers, each
//! name to its place, and a place back to all its names.
//!
//! Names are numbered in the order of their keys, so the names of one key are neighbours and
//! the dictionary stores only the first one's number.

mod builder;
mod view;

pub use builder::IndexBuilder;
pub use view::{NameRef, PlaceRef};

use crate::fuzzy::Dictionary;
use crate::key::{Key, KeySpace};
use crate::name::Name;
use crate::place::{Place, PlaceId};
use std::collections::HashMap;

/// A searchable gazetteer. Built by [`IndexBuilder`]; read by a
/// [`Resolver`](crate::Resolver).
#[derive(Debug)]
pub struct Index {
    places: Vec<PlaceEntry>,
    names: Vec<NameEntry>,
    /// Every id, canonical or not, with its place.
    ids: HashMap<PlaceId, PlaceNumber>,
    /// One dictionary a key space, in the order of [`KeySpace::ALL`]; a value is the number
    /// of the first name with that key.
    dictionaries: [Dictionary; KeySpace::ALL.len()],
}

/// Position of a place in the index.
pub(crate) type PlaceNumber = u32;

/// Position of a name in the index.
pub(crate) type NameNumber = u32;

#[derive(Debug)]
struct PlaceEntry {
    place: Place,
    parent: Option<PlaceNumber>,
    /// Numbers of its names, in the order in which they are shown.
    names: Vec<NameNumber>,
}

#[derive(Debug)]
struct NameEntry {
    name: Name,
    place: PlaceNumber,
    /// Whether the name before this one has the same key.
    continues: bool,
}

impl Index {
    /// The place with this id, canonical or not.
    pub fn place(&self, id: &PlaceId) -> Option<PlaceRef<'_>> {
        self.ids.get(id).map(|&number| PlaceRef::new(self, number))
    }

    /// All places, ordered by canonical id.
    pub fn places(&self) -> impl ExactSizeIterator<Item = PlaceRef<'_>> {
        (0..self.places.len()).map(|number| PlaceRef::new(self, number as PlaceNumber))
    }

    /// Number of names.
    pub fn name_count(&self) -> usize {
        self.names.len()
    }

    /// The names with exactly this key.
    pub(crate) fn names_of_key(&self, key: &Key) -> impl Iterator<Item = NameRef<'_>> {
        let first = self.dictionary(key.space()).get(key.as_bytes());
        first.into_iter().flat_map(|first| self.names_from(first))
    }

    /// The names of one key, from the value that a dictionary stores with it.
    pub(crate) fn names_from(&self, first: u64) -> impl Iterator<Item = NameRef<'_>> {
        let first = usize::try_from(first)
            .unwrap_or(usize::MAX)
            .min(self.names.len());
        let rest = &self.names[first..];
        let len = rest
            .iter()
            .skip(1)
            .take_while(|entry| entry.continues)
            .count();
        (first..first + rest.len().min(1 + len))
            .map(|number| NameRef::new(self, number as NameNumber))
    }

    /// The dictionary of a key space.
    pub(crate) fn dictionary(&self, space: KeySpace) -> &Dictionary {
        &self.dictionaries[space as usize]
    }
}
