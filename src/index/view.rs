//! What a search hands out: views of places and names inside an index.

use super::{Index, NameEntry, NameNumber, PlaceEntry, PlaceNumber};
use crate::name::{Language, NameKind};
use crate::place::{Coordinates, CountryCode, Feature, PlaceId};
use std::fmt;

/// A place in an [`Index`]: as cheap to copy as a reference.
#[derive(Clone, Copy)]
pub struct PlaceRef<'i> {
    index: &'i Index,
    number: PlaceNumber,
}

impl<'i> PlaceRef<'i> {
    pub(super) fn new(index: &'i Index, number: PlaceNumber) -> Self {
        PlaceRef { index, number }
    }

    fn entry(self) -> &'i PlaceEntry {
        &self.index.places[self.number as usize]
    }

    /// The canonical id.
    pub fn id(self) -> PlaceId {
        self.entry().place.id.clone()
    }

    /// Its ids with other authorities.
    pub fn same_as(self) -> impl Iterator<Item = PlaceId> + 'i {
        self.entry().place.same_as.iter().cloned()
    }

    /// What kind of place it is.
    pub fn feature(self) -> Feature {
        self.entry().place.feature
    }

    /// The internationally recognised country it lies in, if it lies in one.
    pub fn country(self) -> Option<CountryCode> {
        self.entry().place.country
    }

    /// Where it is; for an area, a point inside it.
    pub fn coordinates(self) -> Coordinates {
        self.entry().place.coordinates
    }

    /// How far off the point may be, in kilometres; `None` for a plain point of a source.
    pub fn accuracy_km(self) -> Option<f32> {
        self.entry().place.accuracy_km
    }

    /// Inhabitants, where a source says.
    pub fn population(self) -> Option<u64> {
        self.entry().place.population
    }

    /// Where id and point come from.
    pub fn source(self) -> &'i str {
        &self.entry().place.source
    }

    /// The name to show to an international reader: the best English one, else the best of
    /// any language; empty if the place has no name.
    pub fn name(self) -> &'i str {
        self.name_in("en")
            .or_else(|| self.names().next())
            .map_or("", NameRef::text)
    }

    /// The best name in a language, given by a tag such as `ar` or `az-Cyrl`; `az` is answered
    /// from `az` first, then from narrower tags. `None` if there is none or the tag is malformed.
    pub fn name_in(self, language: &str) -> Option<NameRef<'i>> {
        let language: Language = language.parse().ok()?;
        self.names()
            .filter(|name| name.language().is_within(language))
            .min_by_key(|name| (name.language() != language, name.kind()))
    }

    /// All its names, ordered by kind (preferred ones first), language and spelling.
    pub fn names(self) -> impl Iterator<Item = NameRef<'i>> {
        self.entry()
            .names
            .iter()
            .map(move |&number| NameRef::new(self.index, number))
    }

    /// The next larger unit, then the next larger than that, and so on to the top.
    pub fn parents(self) -> impl Iterator<Item = PlaceRef<'i>> {
        let parent = move |place: &PlaceRef<'i>| {
            place
                .entry()
                .parent
                .map(|number| PlaceRef::new(self.index, number))
        };
        std::iter::successors(parent(&self), parent)
    }

    /// Position in the index, in the order of canonical ids.
    pub(crate) fn number(self) -> PlaceNumber {
        self.number
    }
}

/// Two views are equal if they are of the same place in the same index.
impl PartialEq for PlaceRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.index, other.index) && self.number == other.number
    }
}

impl Eq for PlaceRef<'_> {}

impl fmt::Debug for PlaceRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.id(), self.name())
    }
}

/// A name in an [`Index`]: as cheap to copy as a reference.
#[derive(Clone, Copy)]
pub struct NameRef<'i> {
    index: &'i Index,
    number: NameNumber,
}

impl<'i> NameRef<'i> {
    pub(super) fn new(index: &'i Index, number: NameNumber) -> Self {
        NameRef { index, number }
    }

    fn entry(self) -> &'i NameEntry {
        &self.index.names[self.number as usize]
    }

    /// The spelling.
    pub fn text(self) -> &'i str {
        &self.entry().name.text
    }

    /// The language it is written in.
    pub fn language(self) -> Language {
        self.entry().name.language
    }

    /// How it stands to its place.
    pub fn kind(self) -> NameKind {
        self.entry().name.kind
    }

    /// Where the name comes from.
    pub fn source(self) -> &'i str {
        &self.entry().name.source
    }

    /// The place it names.
    pub fn place(self) -> PlaceRef<'i> {
        PlaceRef::new(self.index, self.entry().place)
    }
}

impl fmt::Debug for NameRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} ({}, {})",
            self.text(),
            self.language(),
            self.kind()
        )
    }
}
