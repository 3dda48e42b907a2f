//! Relations: what a word beside a name says of where something is, seen from the place.

use std::fmt;

/// Where something is, seen from a place that is named: north of it, near it, around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Relation {
    /// In the north of it, or north of it: the words seldom tell.
    North,
    /// In the northeast, or northeast of it.
    NorthEast,
    /// In the east, or east of it.
    East,
    /// In the southeast, or southeast of it.
    SouthEast,
    /// In the south, or south of it.
    South,
    /// In the southwest, or southwest of it.
    SouthWest,
    /// In the west, or west of it.
    West,
    /// In the northwest, or northwest of it.
    NorthWest,
    /// In the middle of it.
    Center,
    /// Close to it.
    Near,
    /// In it or around it: its countryside, its suburbs.
    Around,
}

impl Relation {
    const NAMES: [(Relation, &'static str); 11] = [
        (Relation::North, "north"),
        (Relation::NorthEast, "north-east"),
        (Relation::East, "east"),
        (Relation::SouthEast, "south-east"),
        (Relation::South, "south"),
        (Relation::SouthWest, "south-west"),
        (Relation::West, "west"),
        (Relation::NorthWest, "north-west"),
        (Relation::Center, "center"),
        (Relation::Near, "near"),
        (Relation::Around, "around"),
    ];

    /// The relation of this name, as it prints and as `data/query_words.csv` writes it.
    pub(crate) fn of_name(name: &str) -> Option<Relation> {
        let mut names = Relation::NAMES.iter();
        names.find(|known| known.1 == name).map(|known| known.0)
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names = Relation::NAMES.iter();
        let name = names.find(|known| known.0 == *self).map(|known| known.1);
        f.pad(name.unwrap_or_default())
    }
}

/// A word that says where something is, seen from the place beside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct RelationWord {
    /// The word, as it was written.
    pub text: String,
    /// What it says.
    pub relation: Relation,
}

impl RelationWord {
    pub(crate) fn new(text: impl Into<String>, relation: Relation) -> RelationWord {
        RelationWord {
            text: text.into(),
            relation,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for (relation, name) in Relation::NAMES {
            assert_eq!(Relation::of_name(name), Some(relation));
            assert_eq!(relation.to_string(), name);
        }
        assert_eq!(Relation::of_name("up"), None);
    }
}
