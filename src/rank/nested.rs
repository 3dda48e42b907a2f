//! Places of one name that lie in each other are no rivals: the town, the unit that is called after it, the unit's part.

use crate::index::{NameRef, PlaceNumber};
use crate::key::Key;
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::evidence::{MatchKind, Suits};
use crate::model::feature::{Feature, FeatureClass};
use crate::rank::candidate::Candidate;
use std::cell::OnceCell;

/// Maximum number of candidates that are put in this order, the best ones: each is compared with all before it, and
/// that again for each mention of the name.
pub(super) const MAX_NESTED: usize = 256;

/// A town with one in this many of a unit's people is a town of weight there.
const SEAT_SHARE: u64 = 20;

/// A district seldom reaches farther from its seat.
const DISTRICT_WITHIN_KM: f64 = 25.0;

/// A unit's point lies at its middle; its seat is seldom farther from it than this.
const SEAT_WITHIN_KM: f64 = 75.0;

/// Orders places of one name that lie in each other: the town, the unit, the unit's part.
pub(crate) fn order_nested(candidates: &mut [Candidate<'_>]) {
    let most = candidates.len().min(MAX_NESTED);
    let candidates = &mut candidates[..most];
    let is_unit = |candidate: &Candidate<'_>| is_unit(candidate.place().feature());
    // Most mentions have one candidate, or no unit among them.
    if candidates.len() > 1 && candidates.iter().any(is_unit) {
        let mut homonyms: Vec<Homonym<'_>> = candidates.iter().map(Homonym::of).collect();
        units_before_their_parts(candidates, &mut homonyms);
        seats_before_units(candidates, &mut homonyms);
    }
}

/// Puts a unit before one of its name that lies in it, with no less a score, unless the words around
/// the name ask for the smaller: محافظة حمص is the governorate, not the district of its seat.
fn units_before_their_parts(candidates: &mut [Candidate<'_>], homonyms: &mut [Homonym<'_>]) {
    for at in 1..homonyms.len() {
        let unit = &homonyms[at];
        let is_part = |part: &Homonym<'_>| part.is_part_of(unit) && part.suits_as(unit);
        if unit.is_unit
            && let Some(part) = homonyms[..at].iter().position(is_part)
        {
            put_before(candidates, homonyms, at, part);
        }
    }
}

/// Puts a town before the unit that is named after it, with no less a score, unless the words
/// around the name ask for the unit: the bare name is the town's.
fn seats_before_units(candidates: &mut [Candidate<'_>], homonyms: &mut [Homonym<'_>]) {
    for at in 1..homonyms.len() {
        let town = &homonyms[at];
        let is_unit = |unit: &Homonym<'_>| town.is_seat_of(unit) && town.suits_as(unit);
        if town.is_settlement
            && let Some(unit) = homonyms[..at].iter().position(is_unit)
        {
            put_before(candidates, homonyms, at, unit);
        }
    }
}

/// Puts the one at `from` before the one at `to`, with its points.
fn put_before(
    candidates: &mut [Candidate<'_>],
    homonyms: &mut [Homonym<'_>],
    from: usize,
    to: usize,
) {
    candidates[from].points = candidates[to].points;
    candidates[to..=from].rotate_right(1);
    homonyms[to..=from].rotate_right(1);
}

/// Whether a place is an administrative unit below a country: the bare name of a country is its
/// own.
fn is_unit(feature: Feature) -> bool {
    feature.class() == FeatureClass::Administrative && !feature.is_country()
}

/// A candidate as it is compared with others of its name.
pub(super) struct Homonym<'i> {
    number: PlaceNumber,
    is_unit: bool,
    is_settlement: bool,
    feature: Feature,
    country: Option<CountryCode>,
    population: Option<u64>,
    coordinates: Coordinates,
    parents: Vec<PlaceNumber>,
    name: NameRef<'i>,
    suits: Option<Suits>,
    edits: u8,
    /// Whether the name only begins or sounds like what was written.
    is_loose: bool,
    key: OnceCell<Key>,
}

impl<'i> Homonym<'i> {
    pub fn of(candidate: &Candidate<'i>) -> Self {
        let place = candidate.place();
        let feature = place.feature();
        let sounded = matches!(candidate.spelling, MatchKind::Sounded { .. });
        Homonym {
            number: place.number(),
            is_unit: is_unit(feature),
            is_settlement: feature.class() == FeatureClass::Populated,
            feature,
            country: place.country(),
            population: place.population(),
            coordinates: place.coordinates(),
            parents: place.parents().map(|parent| parent.number()).collect(),
            name: candidate.name,
            suits: candidate.feature_word().map(|word| word.suits(feature)),
            edits: candidate.spelling.edits(),
            is_loose: candidate.completed || sounded,
            key: OnceCell::new(),
        }
    }

    /// Whether both are units and this one lies in the other.
    fn is_part_of(&self, unit: &Homonym<'_>) -> bool {
        self.is_unit && unit.is_unit && self.parents.contains(&unit.number)
    }

    /// Whether this is the seat of the administrative unit `unit`, which bears its name, or at
    /// least a town of weight there: a village that only shares the province's name is a rival.
    fn is_seat_of(&self, unit: &Homonym<'_>) -> bool {
        if !(self.is_settlement && unit.is_unit && self.country == unit.country) {
            return false;
        }
        let code = self.feature.code();
        let km = || self.coordinates.distance_km(unit.coordinates);
        let has_weight = || match self.population {
            Some(people) => people * SEAT_SHARE > unit.population.unwrap_or(0),
            // A district of one town's name around it, and no source that counts its people.
            None => !unit.feature.code().starts_with("ADM1") && km() <= DISTRICT_WITHIN_KM,
        };
        (code.starts_with("PPLA") || code == "PPLC" || has_weight())
            && (self.parents.contains(&unit.number) || km() <= SEAT_WITHIN_KM)
    }

    /// Whether one of the two is the other's seat or part.
    pub fn is_nested_with(&self, other: &Homonym<'_>) -> bool {
        let is_within = |a: &Homonym<'_>, b: &Homonym<'_>| a.is_seat_of(b) || a.is_part_of(b);
        is_within(self, other) || is_within(other, self)
    }

    /// Whether the words around the name leave open which of the two is meant.
    fn suits_as(&self, other: &Homonym<'_>) -> bool {
        // Names that only begin or sound alike need not be one name.
        let same_name = || !(self.is_loose || other.is_loose) || self.key() == other.key();
        self.suits == other.suits && self.edits == other.edits && same_name()
    }

    fn key(&self) -> &Key {
        self.key.get_or_init(|| Key::of(self.name.text()))
    }
}
