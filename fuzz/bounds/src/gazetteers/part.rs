//! Places that are alike, and their names.

use super::names::Names;
use crate::lot::Lot;
use std::fmt::Write as _;
use toponym::{Coordinates, Feature, FeatureClass, Gazetteer, Place, PlaceId};

/// Half of a gazetteer, or all of it.
#[derive(Clone, Debug)]
pub struct Part {
    pub names: Names,
    /// Whether the first place has all names.
    of_one: bool,
    point: Point,
    people: People,
    parents: Parents,
    classes: Classes,
    ids: Ids,
    country: Option<&'static str>,
    /// Whether all names are withdrawn again but the first.
    withdrawn: bool,
}

#[derive(Clone, Copy, Debug)]
enum Point {
    One,
    OneLatitude,
    OneLongitude,
    Near,
    Each,
}

#[derive(Clone, Copy, Debug)]
enum People {
    None,
    Million,
    EveryOther,
    Each,
}

#[derive(Clone, Copy, Debug)]
enum Parents {
    None,
    First,
    Chains,
    /// Of the second part, the place of the same number in the first.
    Other,
}

#[derive(Clone, Copy, Debug)]
enum Classes {
    Towns,
    Units,
    Countries,
    Sites,
    InTurn,
}

#[derive(Clone, Copy, Debug)]
enum Ids {
    One,
    Two,
    ManyOfTheFirst,
}

impl Part {
    /// A part of a gazetteer, the second one with names like those of the first as often as not.
    pub fn drawn(lot: &mut Lot, first: Option<&Part>, words: &dyn Fn(&str) -> Vec<String>) -> Part {
        let like = first.map(|part| &part.names).filter(|_| lot.below(4) > 0);
        Part {
            names: Names::drawn(lot, like, words),
            of_one: lot.below(3) == 0,
            point: *lot.one(&[
                Point::One,
                Point::OneLatitude,
                Point::OneLongitude,
                Point::Near,
                Point::Each,
            ]),
            people: *lot.one(&[
                People::None,
                People::Million,
                People::EveryOther,
                People::Each,
            ]),
            parents: *lot.one(&[
                Parents::None,
                Parents::First,
                Parents::Chains,
                Parents::Other,
            ]),
            classes: *lot.one(&[
                Classes::Towns,
                Classes::Towns,
                Classes::Units,
                Classes::Units,
                Classes::Countries,
                Classes::Sites,
                Classes::InTurn,
            ]),
            ids: *lot.one(&[Ids::One, Ids::One, Ids::Two, Ids::ManyOfTheFirst]),
            country: *lot.one(&[None, Some("AM"), Some("SY"), Some("SY"), Some("US")]),
            withdrawn: lot.below(8) == 0,
        }
    }

    /// Adds so many places, or names of one place, whose ids begin behind `from`, and whose parents may be behind `other`.
    pub fn add_to(
        &self,
        gazetteer: &mut Gazetteer,
        corrections: &mut String,
        of: u64,
        from: u64,
        other: u64,
    ) {
        for number in 0..of {
            let place = match self.of_one {
                true => from + 1,
                false => from + number + 1,
            };
            let place = PlaceId::geonames(place);
            let name = self.names.name(number, place);
            if self.withdrawn && number > 0 {
                let quoted = name.text.replace('"', "\"\"");
                let row = writeln!(
                    corrections,
                    "{},withdraw,\"{quoted}\",{}",
                    name.place, name.language
                );
                row.expect("a row in memory");
            }
            gazetteer.names.push(name);
            gazetteer.places.push(self.place(number, of, from, other));
        }
    }

    fn place(&self, number: u64, of: u64, from: u64, other: u64) -> Place {
        let part = number as f64 / of as f64;
        let (latitude, longitude) = match self.point {
            Point::One => (35.0, 38.0),
            Point::OneLatitude => (40.0, 360.0 * part - 180.0),
            Point::OneLongitude => (160.0 * part - 80.0, 45.0),
            Point::Near => (35.0 + (number % 100) as f64 / 100.0, 38.0 + part),
            Point::Each => ((number % 100) as f64 - 50.0, 360.0 * part - 180.0),
        };
        let at = Coordinates::new(latitude, longitude.clamp(-180.0, 180.0)).expect("a point");
        let mut place = Place::new(PlaceId::geonames(from + number + 1), at);
        place.population = match self.people {
            People::None => None,
            People::Million => Some(1_000_000),
            People::EveryOther => (number % 2 == 0).then_some(1_000_000),
            People::Each => Some(number * 1_000),
        };
        place.parent = match self.parents {
            Parents::First if number > 0 => Some(PlaceId::geonames(from + 1)),
            Parents::Chains if number % 50 > 0 => Some(PlaceId::geonames(from + number)),
            Parents::Other if from > other => Some(PlaceId::geonames(other + number + 1)),
            _ => None,
        };
        let (class, code) = match (self.classes, number % 3) {
            (Classes::Towns, _) | (Classes::InTurn, 0) => (FeatureClass::Populated, "PPL"),
            (Classes::Units, _) | (Classes::InTurn, 1) => (FeatureClass::Administrative, "ADM1"),
            (Classes::Countries, _) => (FeatureClass::Administrative, "PCLI"),
            (Classes::Sites, _) => (FeatureClass::Spot, "BLDG"),
            (Classes::InTurn, _) => (FeatureClass::Water, "LK"),
        };
        place.feature = Feature::new(class, code).expect("a feature");
        place.country = self.country.and_then(|country| country.parse().ok());
        let wikidata = |number: u64| format!("wd:Q{}", from + number + 1).parse().expect("an id");
        match self.ids {
            Ids::One => {}
            Ids::Two => place.same_as.push(wikidata(number)),
            Ids::ManyOfTheFirst if number == 0 => place.same_as.extend((0..64).map(wikidata)),
            Ids::ManyOfTheFirst => {}
        }
        place
    }
}
