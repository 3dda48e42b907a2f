//! The prominence of a place: how well known it must be for a name to mean it where little else
//! speaks for that.

use crate::index::{NameRef, PlaceRef};
use crate::key::KeySpace;
use crate::mention::feature::Cue;
use crate::model::feature::FeatureClass;

/// Minimum population of a city that is well known.
const MIN_WELL_KNOWN_POPULATION: u64 = 300_000;

/// Whether a place is well known far away: a country, a capital, a big city.
pub(crate) fn is_well_known(place: PlaceRef<'_>) -> bool {
    let feature = place.feature();
    match feature.class() {
        FeatureClass::Administrative => feature.is_country(),
        FeatureClass::Populated => {
            feature.code() == "PPLC"
                || place
                    .population()
                    .is_some_and(|n| n >= MIN_WELL_KNOWN_POPULATION)
        }
        _ => false,
    }
}

/// Minimum population of a town.
const MIN_TOWN_POPULATION: u64 = 50_000;

/// Whether a place is more than a village: the seat of something, or a town.
pub(crate) fn is_notable(place: PlaceRef<'_>) -> bool {
    let feature = place.feature();
    match feature.class() {
        FeatureClass::Administrative => feature.is_country() || feature.code() == "ADM1",
        FeatureClass::Populated => {
            feature.code().starts_with("PPLA")
                || place.population().is_some_and(|n| n >= MIN_TOWN_POPULATION)
        }
        _ => false,
    }
}

/// Where the bare name of a place means it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Prominence {
    /// Nowhere: every word is the name of a hamlet somewhere.
    None,
    /// Where capitals tell a name from a word.
    InCapitals,
    /// Anywhere.
    Bare,
}

impl Prominence {
    /// Whether it is enough for a bare name of a key space.
    pub fn is_enough(self, space: KeySpace) -> bool {
        self >= match space {
            KeySpace::Armenian | KeySpace::Latin | KeySpace::Cyrillic => Prominence::InCapitals,
            _ => Prominence::Bare,
        }
    }
}

/// Minimum population of a place of a dump whose bare name means it: where nothing tells a name from
/// a word, and where capitals do.
const MIN_BARE_POPULATION: u64 = 100_000;
const MIN_CAPITALIZED_POPULATION: u64 = 5_000;

/// The prominence of a place under one of its names. The places and names of tables were chosen, those of a
/// dump are all there are: سجن "prison" is a name of a town there.
pub(crate) fn of(place: PlaceRef<'_>, name: NameRef<'_>) -> Prominence {
    let feature = place.feature();
    let prominence = match feature.class() {
        FeatureClass::Administrative if feature.is_country() || feature.code() == "ADM1" => {
            Prominence::Bare
        }
        FeatureClass::Populated => match place.population() {
            _ if feature.code() == "PPLC" => Prominence::Bare,
            Some(MIN_BARE_POPULATION..) => Prominence::Bare,
            Some(MIN_CAPITALIZED_POPULATION..) => Prominence::InCapitals,
            _ => Prominence::None,
        },
        _ => Prominence::None,
    };
    match prominence {
        Prominence::None | Prominence::InCapitals
            if !name.is_from_dump() && !place.is_wholly_from_dump() =>
        {
            Prominence::Bare
        }
        prominence => prominence,
    }
}

/// The feature that tells the kind of place.
pub(crate) fn kind(place: PlaceRef<'_>) -> Cue {
    let (feature, people) = (place.feature(), place.population().unwrap_or(0));
    match (feature.class(), feature.code()) {
        (FeatureClass::Administrative, _) if feature.is_country() => Cue::Country,
        (FeatureClass::Administrative, "ADM1") => Cue::Province,
        (FeatureClass::Administrative, _) => Cue::Unit,
        (FeatureClass::Populated, "PPLC") => Cue::Capital,
        (FeatureClass::Populated, _) if people >= 1_000_000 => Cue::Metropolis,
        (FeatureClass::Populated, _) if people >= MIN_WELL_KNOWN_POPULATION => Cue::City,
        (FeatureClass::Populated, _) if people >= MIN_TOWN_POPULATION => Cue::Town,
        (FeatureClass::Populated, _) => Cue::SmallTown,
        (FeatureClass::Area, _) => Cue::Region,
        (FeatureClass::Water, _) => Cue::Water,
        (FeatureClass::Terrain, _) => Cue::Land,
        _ => Cue::Built,
    }
}
