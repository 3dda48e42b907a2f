//! What a row of each table says, as the compiled lexicon holds it.

use crate::compiled::bytes::Reader;
use crate::lang::lexicon::{
    CommonWord, ContextWord, Demonym, FeatureRule, Position, QueryWord, Requirement, Role,
};
use crate::model::feature::FeatureClass;
use crate::model::place_id::{Authority, PlaceId};
use crate::model::relation::Relation;

/// The tables of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Table {
    Feature,
    Demonym,
    Common,
    Frequent,
    Context,
    Query,
}

/// What a row says.
pub(super) trait Row: Sized {
    /// The table that says such things; ordinary words stand in two, of which this is the first.
    const TABLE: Table;

    /// Reads what [`Row::write`] wrote; `None` if it can't have.
    fn read(row: &mut Reader) -> Option<Self>;

    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    fn write(&self, row: &mut crate::compiled::compile::Writer);
}

fn position(byte: u8) -> Position {
    match byte {
        0 => Position::Before,
        _ => Position::After,
    }
}

impl Row for FeatureRule {
    const TABLE: Table = Table::Feature;

    fn read(row: &mut Reader) -> Option<Self> {
        let (position, class, codes) = (position(row.u8()), row.u8(), row.text());
        Some(FeatureRule {
            position,
            class: FeatureClass::of_letter(class)?,
            codes,
        })
    }

    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    fn write(&self, row: &mut crate::compiled::compile::Writer) {
        row.u8(self.position as u8);
        row.u8(self.class.letter() as u8);
        row.text(self.codes.as_str());
    }
}

/// The byte before the slug of a place; authorities with numbers have their places in
/// [`NUMBERED`], from 1 on.
const NO_PLACE: u8 = 0;
const SLUG: u8 = u8::MAX;
const NUMBERED: [Authority; 3] = [
    Authority::GeoNames,
    Authority::Wikidata,
    Authority::WhosOnFirst,
];

impl Row for Demonym {
    const TABLE: Table = Table::Demonym;

    fn read(row: &mut Reader) -> Option<Self> {
        let (spelling, capital) = (row.text(), row.u8() != 0);
        let place = match row.u8() {
            NO_PLACE => None,
            SLUG => row.text().as_str().parse().ok(),
            authority => {
                let authority = NUMBERED.get(usize::from(authority) - 1)?;
                Some(PlaceId::numbered(*authority, row.u64()))
            }
        };
        Some(Demonym {
            spelling,
            capital,
            place,
        })
    }

    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    fn write(&self, row: &mut crate::compiled::compile::Writer) {
        row.text(self.spelling.as_str());
        row.u8(self.capital.into());
        let Some(place) = &self.place else {
            return row.u8(NO_PLACE);
        };
        let known = NUMBERED.iter().zip(1..);
        let mut known = known.filter(|(authority, _)| **authority == place.authority());
        match (place.number(), known.next()) {
            (Ok(number), Some((_, authority))) => {
                row.u8(authority);
                row.u64(number);
            }
            _ => {
                row.u8(SLUG);
                row.text(&place.to_string());
            }
        }
    }
}

/// What is said of an ordinary word beside its spelling, a bit each.
const NEEDS_FEATURE_WORD: u8 = 1;
const BUT_WHERE: u8 = 1 << 1;
const CAPITAL: u8 = 1 << 2;
const FREQUENT: u8 = 1 << 3;

impl Row for CommonWord {
    const TABLE: Table = Table::Common;

    fn read(row: &mut Reader) -> Option<Self> {
        let (plain, bits) = (row.text(), row.u8());
        Some(CommonWord {
            plain,
            requirement: match bits & NEEDS_FEATURE_WORD {
                0 => Requirement::Evidence,
                _ => Requirement::FeatureWord,
            },
            but_where: bits & BUT_WHERE != 0,
            capital: bits & CAPITAL != 0,
            frequent: bits & FREQUENT != 0,
        })
    }

    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    fn write(&self, row: &mut crate::compiled::compile::Writer) {
        row.text(self.plain.as_str());
        let bits = [
            (
                self.requirement == Requirement::FeatureWord,
                NEEDS_FEATURE_WORD,
            ),
            (self.but_where, BUT_WHERE),
            (self.capital, CAPITAL),
            (self.frequent, FREQUENT),
        ];
        let set = bits.into_iter().filter(|(is_set, _)| *is_set);
        row.u8(set.fold(0, |all, (_, bit)| all | bit));
    }
}

impl Row for ContextWord {
    const TABLE: Table = Table::Context;

    fn read(row: &mut Reader) -> Option<Self> {
        let (position, role, initials) = (position(row.u8()), row.u8(), row.u8() != 0);
        Some(ContextWord {
            position,
            role: Role::NAMES.get(usize::from(role))?.0,
            initials,
        })
    }

    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    fn write(&self, row: &mut crate::compiled::compile::Writer) {
        row.u8(self.position as u8);
        row.u8(self.role as u8);
        row.u8(self.initials.into());
    }
}

impl Row for QueryWord {
    const TABLE: Table = Table::Query;

    fn read(row: &mut Reader) -> Option<Self> {
        let (position, of_area, relation) = (position(row.u8()), row.u8() != 0, row.text());
        Some(QueryWord {
            position,
            of_area,
            relation: Relation::of_name(relation.as_str()),
        })
    }

    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    fn write(&self, row: &mut crate::compiled::compile::Writer) {
        row.u8(self.position as u8);
        row.u8(self.of_area.into());
        let relation = self.relation.map(|relation| relation.to_string());
        row.text(&relation.unwrap_or_default());
    }
}
