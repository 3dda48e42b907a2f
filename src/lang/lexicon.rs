//! Words that are no names but say something about names: feature words (*city*, مدينة,
//! rayonu), demonyms (الأرمينية, azərbaycanlı) and ordinary words that look like names.
//!
//! The words are rules kept as data, in tables under `data/`, and compiled into one dictionary: a
//! look-up by the folded key of some words, as names are looked up, gives the [`Entry`] that has
//! what all tables say of them.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;
mod entry;
mod row;
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod table;

pub(crate) use crate::lang::lexicon::entry::{Demonyms, Entry, entry, entry_of};

use crate::compiled::bytes::{Reader, Text};
use crate::compiled::{Section, section};
use crate::model::evidence::{FeatureWord, Suits, suits};
use crate::model::feature::{Feature, FeatureClass};
use crate::model::place_id::PlaceId;
use crate::model::relation::Relation;

/// The ordinary words of Arabic, as far as running text knows them, normalized.
pub(crate) fn arabic_words() -> impl Iterator<Item = &'static str> {
    let mut words = Reader::new(section(Section::ArabicWords));
    std::iter::from_fn(move || (!words.is_empty()).then(|| words.text().as_str()))
}

/// Where a feature word stands: before the name (مدينة شوشة) or after it (Şuşa rayonu).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    Before,
    After,
}

/// What a feature word announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FeatureRule {
    pub position: Position,
    /// The class of places it goes with.
    pub class: FeatureClass,
    /// GeoNames' codes it goes with, the best first, with blanks between them.
    pub codes: Text,
}

impl FeatureRule {
    /// Whether it is a word for such places.
    pub fn goes_with(&self, feature: Feature) -> bool {
        suits(self.class, self.codes(), feature) != Suits::No
    }

    /// GeoNames' codes it goes with, the best first.
    pub fn codes(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.codes.as_str().split(' ')
    }

    /// The rule as evidence, with the word as it was written.
    pub fn word(&self, written: &str) -> FeatureWord {
        FeatureWord {
            text: written.to_owned(),
            class: self.class,
            codes: self.codes().map(str::to_owned).collect(),
        }
    }
}

/// A word for the people of a place, or for what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Demonym {
    /// The normalized spelling, to tell apart what the key does not: تركية and ترکیه.
    pub spelling: Text,
    /// Whether the language writes it with a capital.
    pub capital: bool,
    /// The place; `None` for those of no single place (أفريقي, عربي).
    pub place: Option<PlaceId>,
}

/// How much an ordinary word needs to be taken for a name. The more demanding is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Requirement {
    /// Anything that speaks for a place.
    Evidence,
    /// A feature word that goes with the place, right beside it.
    FeatureWord,
}

/// An ordinary word that is also the name of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CommonWord {
    /// The normalized spelling, without the differences that no writer is careful about.
    pub plain: Text,
    pub requirement: Requirement,
    /// Whether the bar is lifted where something is said to be there, or on its way there: of
    /// persons and of verbs that is not said.
    pub but_where: bool,
    /// Whether it is written with a capital even where it is no place, as given names are.
    pub capital: bool,
    /// Whether a program learned that running text has it as a word again and again.
    pub frequent: bool,
}

/// What a word beside a name says of it: that the name is a part of a longer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A newspaper, company, university, party: صحيفة القدس, شركة قطر.
    Organization,
    /// What a company deals in, between the word for it and the name: شركة *نفط* الكويت.
    Branch,
    /// A sports club: ريال مدريد, مانشستر يونايتد.
    Club,
    /// Somebody or something of a team: of a town the club is meant, of a country the team
    /// is the country's.
    Team,
    /// A title, with a person's name after it: الملكة صوفيا.
    Title,
    /// A given name, with a surname after it: جورج واشنطن.
    Given,
    /// A word for kin in names of persons and families: أبو غزة.
    Kin,
    /// A group, a treaty, a tournament: named after a place that stays one, مجموعة مينسك.
    Group,
    /// A street or a part of a town, with its name after it: شارع, حي, مخيم.
    Quarter,
    /// Any other spot on the map: مستشفى, سد, مطار.
    Site,
    /// An organization that is a spot too, when a post says where something happens: جامعة,
    /// فندق.
    Institution,
    /// A building that news calls by name as well, whatever it is otherwise: متحف, جامع.
    Landmark,
    /// The first word of names of two: باب *الواد*, أبو *قير*.
    First,
    /// An adjective that belongs to the name before it: مطار بيروت *الدولي*.
    Qualifier,
    /// A word of sport: near it a town's name is often its club's.
    Sport,
    /// Behind the word for a site no name, but an ordinary word: شارع *رئيسي*.
    Ordinary,
    /// A word that is a part of the place's own name: *Մեծ* Հայք, Հայաստանի *Հանրապետություն*.
    Part,
    /// A person or a thing of the place, behind its name, so that nothing longer is named:
    /// Հայաստանի *նախագահ*.
    Own,
}

impl Role {
    /// Every role with its name in `data/context_words.csv`.
    const NAMES: [(Role, &'static str); 18] = [
        (Role::Organization, "organization"),
        (Role::Branch, "branch"),
        (Role::Club, "club"),
        (Role::Team, "team"),
        (Role::Title, "title"),
        (Role::Given, "given"),
        (Role::Kin, "kin"),
        (Role::Group, "group"),
        (Role::Quarter, "quarter"),
        (Role::Site, "site"),
        (Role::Institution, "institution"),
        (Role::Landmark, "landmark"),
        (Role::First, "first"),
        (Role::Qualifier, "qualifier"),
        (Role::Sport, "sport"),
        (Role::Ordinary, "ordinary"),
        (Role::Part, "part"),
        (Role::Own, "own"),
    ];
}

/// A word that says what a name beside it is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ContextWord {
    pub position: Position,
    pub role: Role,
    /// Whether it is written in capitals throughout, as initials are: ԱԺ.
    pub initials: bool,
}

/// A word beside a name in a query that says where something is, or that a capital is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct QueryWord {
    pub position: Position,
    /// Whether it says so only behind a word for an area and its name.
    pub of_area: bool,
    /// `None` for a word for a capital.
    pub relation: Option<Relation>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Key;
    use crate::lang::language::LanguageSet;

    fn feature(text: &str, position: Position) -> Option<String> {
        let rule = entry_of(&Key::of(text)).feature_word(LanguageSet::ALL, position)?;
        Some(format!("{} {}", rule.class, rule.codes.as_str()))
    }

    #[test]
    fn feature_words_stand_on_their_side() {
        let before = [
            "مدينة",
            "محافظة",
            "إقليم",
            "بلدة",
            "نهر",
            "город",
            "city of",
            "գ․",
        ];
        for word in before {
            assert!(feature(word, Position::Before).is_some(), "{word}");
        }
        for word in ["մարզում", "rayonu", "şəhərində", "район", "region"] {
            assert!(feature(word, Position::After).is_some(), "{word}");
        }
        assert_eq!(feature("مدينة", Position::After), None);
        assert_eq!(feature("rayonu", Position::Before), None);
        assert!(feature("مدينة", Position::Before).unwrap().contains("PPL"));
        assert_eq!(feature("قال", Position::Before), None);
        assert_eq!(entry_of(&Key::of("city")).longest_feature_word(), 2);
    }

    #[test]
    fn demonyms_lead_to_their_places() {
        let places = |text: &str| {
            let key = Key::of(text);
            let mut places: Vec<String> = entry_of(&key)
                .demonyms(LanguageSet::ALL)
                .iter()
                .map(|demonym| {
                    demonym
                        .place
                        .as_ref()
                        .map_or("-".into(), PlaceId::to_string)
                })
                .collect();
            places.sort();
            places.dedup();
            places.join(" ")
        };
        for (word, place) in [
            ("أذربيجاني", "gn:587116"),
            ("أرمينية", "gn:174982"),
            ("روس", "gn:2017370"),
            ("հայկական", "gn:174982"),
            ("azərbaycanlı", "gn:587116"),
            ("русский", "gn:2017370"),
            ("Armenian", "gn:174982"),
            ("أفريقي", "-"),
            ("باكو", ""),
        ] {
            assert_eq!(places(word), place, "{word}");
        }
    }

    #[test]
    fn ordinary_words_have_a_bar() {
        let requirement = |text: &str| {
            entry_of(&Key::of(text))
                .common_words(LanguageSet::ALL)
                .map(|word| word.requirement)
                .max()
        };
        assert_eq!(requirement("أخرى"), Some(Requirement::FeatureWord));
        assert_eq!(requirement("سراب"), Some(Requirement::Evidence));
        assert_eq!(requirement("يريفان"), None);
        assert!(Requirement::FeatureWord > Requirement::Evidence);
    }
}
