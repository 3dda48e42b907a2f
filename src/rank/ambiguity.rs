//! Ambiguity: homonyms are rivals, a town and the unit that is named after it are not, and of many
//! places that share a name which only sounds like the query each is the less likely.

use crate::key::Key;
use crate::model::evidence::MatchKind;
use crate::model::feature::{Feature, FeatureClass};
use crate::model::score::AMBIGUITY_MARGIN;
use crate::model::status::Status;
use crate::rank::candidate::Candidate;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Maximum number of candidates that are put in this order, the best ones: each is compared with all before it, and
/// that again for each mention of the name.
const MAX_NESTED: usize = 256;

/// Orders places of one name that lie in each other: the town, the unit, the unit's part.
pub(crate) fn order_nested(candidates: &mut [Candidate<'_>]) {
    let most = candidates.len().min(MAX_NESTED);
    let candidates = &mut candidates[..most];
    // Of one candidate nothing is to be collected: most mentions have no more.
    if candidates.len() > 1 {
        units_before_their_parts(candidates);
        seats_before_units(candidates);
    }
}

/// Puts a town before the unit that is named after it, with no less a score, unless the words
/// around the name ask for the unit: the bare name is the town's.
fn seats_before_units(candidates: &mut [Candidate<'_>]) {
    let mut units = units(candidates);
    let Some(&first) = units.first() else {
        return;
    };
    for at in first + 1..candidates.len() {
        let town = &candidates[at];
        if town.place().feature().class() != FeatureClass::Populated {
            continue;
        }
        let mut before = units.iter().take_while(|unit| **unit < at).copied();
        let unit = before.find(|&unit| {
            let unit = &candidates[unit];
            is_seat_of(town, unit) && suit_equally(town, unit)
        });
        if let Some(place) = unit {
            candidates[at].points = candidates[place].points;
            candidates[place..=at].rotate_right(1);
            let moved = units.iter_mut().filter(|unit| (place..at).contains(unit));
            moved.for_each(|unit| *unit += 1);
        }
    }
}

/// Puts a unit before one of its name that lies in it, with no less a score, unless the words around
/// the name ask for the smaller: محافظة حمص is the governorate, not the district of its seat.
fn units_before_their_parts(candidates: &mut [Candidate<'_>]) {
    let mut units = units(candidates);
    for nth in 1..units.len() {
        let at = units[nth];
        let unit = &candidates[at];
        let part = units[..nth].iter().position(|&part| {
            let part = &candidates[part];
            is_part_of(part, unit) && suit_equally(part, unit)
        });
        if let Some(before) = part {
            let part = units[before];
            candidates[at].points = candidates[part].points;
            candidates[part..=at].rotate_right(1);
            units[before..=nth].rotate_right(1);
            units[before] = part;
            units[before + 1..=nth]
                .iter_mut()
                .for_each(|moved| *moved += 1);
        }
    }
}

/// Where units stand among the candidates.
fn units(candidates: &[Candidate<'_>]) -> Vec<usize> {
    let is_unit = |at: &usize| is_unit(candidates[*at].place().feature());
    (0..candidates.len()).filter(is_unit).collect()
}

/// Whether both are units and the one lies in the other.
fn is_part_of(part: &Candidate<'_>, unit: &Candidate<'_>) -> bool {
    let (part, unit) = (part.place(), unit.place());
    is_unit(part.feature())
        && is_unit(unit.feature())
        && part.parents().any(|parent| parent == unit)
}

/// Whether a place is an administrative unit below a country: the bare name of a country is its
/// own.
pub(crate) fn is_unit(feature: Feature) -> bool {
    feature.class() == FeatureClass::Administrative && !feature.is_country()
}

/// Whether `town` is the seat of the administrative unit `unit`, which bears its name, or at
/// least a town of weight there: a village that only shares the province's name is a rival.
fn is_seat_of(town: &Candidate<'_>, unit: &Candidate<'_>) -> bool {
    let (town, unit) = (town.place(), unit.place());
    let feature = town.feature();
    let km = || town.coordinates().distance_km(unit.coordinates());
    let has_weight = || match town.population() {
        Some(people) => people * SEAT_SHARE > unit.population().unwrap_or(0),
        // A district of one town's name around it, and no source that counts its people.
        None => !unit.feature().code().starts_with("ADM1") && km() <= DISTRICT_WITHIN_KM,
    };
    feature.class() == FeatureClass::Populated
        && is_unit(unit.feature())
        && (feature.code().starts_with("PPLA") || feature.code() == "PPLC" || has_weight())
        && town.country() == unit.country()
        && (town.parents().any(|parent| parent == unit) || km() <= SEAT_WITHIN_KM)
}

/// A town with one in this many of a unit's people is a town of weight there.
const SEAT_SHARE: u64 = 20;

/// A district seldom reaches farther from its seat.
const DISTRICT_WITHIN_KM: f64 = 25.0;

/// A unit's point lies at its middle; its seat is seldom farther from it than this.
const SEAT_WITHIN_KM: f64 = 75.0;

/// Whether the words around the name leave open which of the two is meant.
fn suit_equally(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    let suits = |c: &Candidate<'_>| {
        let word = c.feature_word();
        word.map(|word| word.suits(c.place().feature()))
    };
    suits(a) == suits(b) && a.spelling.edits() == b.spelling.edits() && same_name(a, b)
}

/// Names that only begin or sound alike need not be one name.
fn same_name(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    let sounded = |c: &Candidate<'_>| matches!(c.spelling, MatchKind::Sounded { .. });
    let loosely = |c: &Candidate<'_>| c.completed || sounded(c);
    !(loosely(a) || loosely(b)) || Key::of(a.name.text()) == Key::of(b.name.text())
}

/// Resolved unless a candidate that is a rival of the first comes within the margin; the best
/// come first.
/// A town and the unit around it are no rivals, nor are a unit and a part of it.
pub(crate) fn status(candidates: &[Candidate<'_>]) -> Status {
    let Some((first, others)) = candidates.split_first() else {
        return Status::Unknown;
    };
    let is_close = |other: &&Candidate<'_>| first.points - other.points < AMBIGUITY_MARGIN;
    let mut close = others.iter().take_while(is_close);
    let is_within = |a, b| is_seat_of(a, b) || is_part_of(a, b);
    match close.any(|other| !is_within(first, other) && !is_within(other, first)) {
        true => Status::Ambiguous,
        false => Status::Resolved,
    }
}

/// Lowers the scores of places that share a name which only sounds like the query, the best least:
/// whether that was the name at all is open, and other names should be among the candidates.
pub(crate) fn share_names(candidates: &mut [Candidate<'_>]) {
    let mut bearers: HashMap<Key, i32> = HashMap::new();
    for candidate in candidates.iter_mut() {
        if matches!(candidate.spelling, MatchKind::Sounded { .. }) {
            let before = bearers.entry(Key::of(candidate.name.text())).or_default();
            candidate.points -= *before * SHARED_NAME;
            *before += 1;
        }
    }
    candidates.sort_by_key(|candidate| Reverse(candidate.points));
}

/// Points that a place loses for each better one of the same name: measured, with five candidates, on Arabic names
/// of places in countries of other scripts.
const SHARED_NAME: i32 = 20;
