//! The types of places, as reconciliation and the pages name them: GeoNames' feature classes, and codes that people ask for.

use serde::Serialize;
use std::fmt;
use toponym::{Feature, FeatureClass};

/// A type of places: all of them, those of a class (`P`), or those of a code (`A.PCL`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    pub id: &'static str,
    pub name: &'static str,
}

/// As the API writes a type.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct KindRecord {
    id: &'static str,
    name: &'static str,
}

/// Every place is of this type.
pub(crate) const PLACE: Kind = kind("place", "Place");

/// All types, the wider before the narrower.
pub(crate) const KINDS: [Kind; 21] = [
    PLACE,
    kind("A", "Country, province or other unit"),
    kind("A.PCL", "Country"),
    kind("A.ADM1", "First-level unit"),
    kind("A.ADM2", "Second-level unit"),
    kind("P", "Town, village or other settlement"),
    kind("P.PPLC", "Capital"),
    kind("P.PPLA", "Seat of a first-level unit"),
    kind("P.PPLX", "Quarter of a town"),
    kind("H", "Water"),
    kind("H.LK", "Lake"),
    kind("H.STM", "River or stream"),
    kind("L", "Region or area"),
    kind("L.RGN", "Region"),
    kind("R", "Road or railroad"),
    kind("S", "Site or building"),
    kind("S.AIRP", "Airport"),
    kind("T", "Mountain, island or other landform"),
    kind("T.MT", "Mountain"),
    kind("U", "Landform under the sea"),
    kind("V", "Forest or other vegetation"),
];

const fn kind(id: &'static str, name: &'static str) -> Kind {
    Kind { id, name }
}

impl Kind {
    /// The type of this id.
    pub fn of_id(id: &str) -> Option<Kind> {
        KINDS.into_iter().find(|kind| kind.id == id)
    }

    /// The types of a place, the narrowest first.
    pub fn of(feature: Feature) -> impl Iterator<Item = Kind> {
        let kinds = KINDS.into_iter().rev();
        kinds.filter(move |kind| kind.holds(feature))
    }

    /// The class of its places; none if they are of any.
    pub fn class(self) -> Option<FeatureClass> {
        let class = self.id.split('.').next()?;
        class.parse().ok().filter(|_| class.len() == 1)
    }

    /// The code of its places; none if they are of any.
    pub fn code(self) -> Option<&'static str> {
        self.id.split_once('.').map(|(_, code)| code)
    }

    /// Whether places of this kind are of the type.
    pub fn holds(self, feature: Feature) -> bool {
        let in_class = self.class().is_none_or(|class| class == feature.class());
        let code = feature.code();
        in_class
            && self.code().is_none_or(|wanted| match wanted {
                // Independent, dependent and other countries.
                "PCL" => code.starts_with("PCL"),
                _ => code == wanted,
            })
    }

    /// The classes that places of these types are of; none if they are of any.
    pub fn classes(kinds: &[Kind]) -> Vec<FeatureClass> {
        let classes: Option<Vec<FeatureClass>> = kinds.iter().map(|kind| kind.class()).collect();
        classes.unwrap_or_default()
    }

    /// As the API writes it.
    pub fn to_record(self) -> KindRecord {
        KindRecord {
            id: self.id,
            name: self.name,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::{KINDS, Kind};
    use toponym::{Feature, FeatureClass};

    #[test]
    fn places_have_the_types_of_their_class_and_code() {
        let ids = |class, code| {
            let kinds = Kind::of(Feature::new(class, code).unwrap());
            kinds.map(|kind| kind.id).collect::<Vec<_>>()
        };
        let (unit, town) = (FeatureClass::Administrative, FeatureClass::Populated);
        assert_eq!(ids(unit, "PCLI"), ["A.PCL", "A", "place"]);
        assert_eq!(ids(unit, "ADM1"), ["A.ADM1", "A", "place"]);
        assert_eq!(ids(town, "PPL"), ["P", "place"]);
        assert_eq!(ids(town, ""), ["P", "place"]);
    }

    #[test]
    fn every_class_has_a_type() {
        for class in FeatureClass::ALL {
            let of_class = |kind: &Kind| kind.class() == Some(class) && kind.code().is_none();
            assert!(KINDS.iter().any(of_class), "{class}");
        }
    }
}
