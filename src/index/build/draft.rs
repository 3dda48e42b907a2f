//! Drafts: places on their way into an index, packed, since all of them are in memory at once.

use crate::index::format::record::{PackedId, units};
use crate::model::country::CountryCode;
use crate::model::feature::Feature;
use crate::model::language::Language;
use crate::model::name::{Name, NameKind};
use crate::model::place::Place;
use crate::model::place_id::PlaceId;
use std::collections::HashMap;
use std::hash::Hash;

/// Values, each once, by number in the order in which they were first seen.
#[derive(Debug)]
pub(super) struct Interner<T> {
    values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Interner {
            values: Vec::new(),
            numbers: HashMap::new(),
        }
    }
}

impl<T: Clone + Eq + Hash + Ord> Interner<T> {
    pub fn intern<Q>(&mut self, value: &Q) -> u32
    where
        T: std::borrow::Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = T> + ?Sized,
    {
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        let number = self.values.len() as u32;
        self.values.push(value.to_owned());
        self.numbers.insert(value.to_owned(), number);
        number
    }

    pub fn get(&self, number: u32) -> &T {
        &self.values[number as usize]
    }

    /// All values in order, and the position there of each number.
    pub fn sorted(&self) -> (Vec<&T>, Vec<u32>) {
        let mut order: Vec<u32> = (0..self.values.len() as u32).collect();
        order.sort_by(|a, b| self.get(*a).cmp(self.get(*b)));
        let mut positions = vec![0; order.len()];
        for (position, number) in (0..).zip(&order) {
            positions[*number as usize] = position;
        }
        (
            order.iter().map(|number| self.get(*number)).collect(),
            positions,
        )
    }
}

/// What names have in common: language, kind, number of the source.
pub(super) type Tag = (Language, NameKind, u32);

/// A place; whatever is a text or rare is a number of something in [`Drafts`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub id: PackedId,
    pub parent: Option<PackedId>,
    /// In units of the index file.
    pub latitude: i32,
    pub longitude: i32,
    pub population: Option<u64>,
    pub feature: u32,
    pub origin: u32,
    /// Where its other ids begin in [`Drafts::same_as`], and how many there are.
    pub same_as: u32,
    pub same_as_len: u8,
    pub country: Option<CountryCode>,
    /// Number of its gazetteer, the most trusted first.
    pub layer: u8,
}

/// All places that were given, and what they refer to.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub places: Vec<Draft>,
    pub same_as: Vec<PackedId>,
    pub slugs: Interner<String>,
    pub features: Interner<Feature>,
    /// Accuracy in kilometres, as the bits of a f32, and number of the source.
    pub origins: Interner<(Option<u32>, u32)>,
    pub sources: Interner<String>,
    pub tags: Interner<Tag>,
}

impl Drafts {
    /// Adds a place; none of its numbers may be larger than an index can hold.
    pub fn add(&mut self, place: &Place, layer: u8) -> Result<(), String> {
        if place.source.len() > Name::MAX_LEN {
            return Err(format!(
                "the source of {} is longer than {} bytes",
                place.id,
                Name::MAX_LEN
            ));
        }
        if place.population > Some(Place::MAX_POPULATION) {
            return Err(format!(
                "the population of {} is larger than an index can hold",
                place.id
            ));
        }
        let id = self.pack(&place.id)?;
        let parent = place
            .parent
            .as_ref()
            .map(|parent| self.pack(parent))
            .transpose()?;
        if place.same_as.len() > Place::MAX_SAME_AS {
            return Err(format!(
                "{} has {} other ids, and {} at most are held",
                place.id,
                place.same_as.len(),
                Place::MAX_SAME_AS
            ));
        }
        let same_as = self.same_as.len() as u32;
        for other in &place.same_as {
            let other = self.pack(other)?;
            self.same_as.push(other);
        }
        let accuracy = place
            .accuracy_km
            .filter(|km| km.is_finite())
            .map(f32::to_bits);
        let source = self.sources.intern(place.source.as_str());
        self.places.push(Draft {
            id,
            parent,
            latitude: units(place.coordinates.latitude()),
            longitude: units(place.coordinates.longitude()),
            population: place.population,
            feature: self.features.intern(&place.feature),
            origin: self.origins.intern(&(accuracy, source)),
            same_as,
            same_as_len: place.same_as.len() as u8,
            country: place.country,
            layer,
        });
        Ok(())
    }

    /// The id with the number that its slug has here.
    pub fn pack(&mut self, id: &PlaceId) -> Result<PackedId, String> {
        let number = match id.number() {
            Ok(number) => number,
            Err(slug) => self.slugs.intern(slug).into(),
        };
        PackedId::new(id.authority(), number)
            .ok_or_else(|| format!("the number of {id} is larger than an index can hold"))
    }

    /// The other ids of a place.
    pub fn same_as(&self, draft: &Draft) -> &[PackedId] {
        &self.same_as[draft.same_as as usize..][..usize::from(draft.same_as_len)]
    }

    /// Puts sources in order, and all that refers to them in terms of that order.
    pub fn order_sources(&mut self) {
        let (_, positions) = self.sources.sorted();
        let sources = self.tags.values.iter_mut().map(|(.., source)| source);
        for source in sources.chain(self.origins.values.iter_mut().map(|(_, source)| source)) {
            *source = positions[*source as usize];
        }
    }

    /// Puts slugs in order and every id in terms of that order: ids then compare as the index
    /// orders them. Returns the slugs, and the new number of each old one.
    pub fn order_slugs(&mut self) -> (Vec<String>, Vec<u32>) {
        let (sorted, positions) = self.slugs.sorted();
        let slugs: Vec<String> = sorted.into_iter().cloned().collect();
        let ids = self
            .places
            .iter_mut()
            .flat_map(|draft| std::iter::once(&mut draft.id).chain(&mut draft.parent));
        for id in ids.chain(&mut self.same_as) {
            *id = id.map_slug(|slug| positions[slug as usize].into());
        }
        (slugs, positions)
    }

    /// Frees what only combining needs.
    pub fn drop_places(&mut self) {
        self.places = Vec::new();
        self.same_as = Vec::new();
    }
}

/// The id that was packed with the position of its slug among these.
pub(super) fn unpack(id: PackedId, slugs: &[String]) -> PlaceId {
    match id.slug() {
        Some(slug) => slugs
            .get(slug as usize)
            .and_then(|slug| slug.parse().ok())
            .unwrap_or(PlaceId::geonames(0)),
        None => id.unpack(&[]),
    }
}
