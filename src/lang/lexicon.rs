//! Words that are no names but say something about names: feature words (*city*, مدينة,
//! rayonu), demonyms (الأرمينية, azərbaycanlı) and ordinary words that look like names.
//!
//! The words are rules kept as data, in tables under `data/`. A table is read the first time
//! it is asked for, each for itself: resolving a name needs the feature words only. Words are
//! found by their folded keys, as names are, so that all spellings of a word find it.

pub(crate) mod table;
mod words;

use crate::key::{Key, KeySpace};
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::words::{RowValue, Words, of_languages};
use crate::model::evidence::{FeatureWord, Suits, suits};
use crate::model::feature::{Feature, FeatureClass};
use crate::model::place_id::PlaceId;
use crate::model::relation::Relation;
use crate::text::normalize::normal_form;

/// The crate's word tables.
#[derive(Debug)]
pub(crate) struct Lexicon {
    _private: (),
}

/// Where a feature word stands: before the name (مدينة شوشة) or after it (Şuşa rayonu).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    Before,
    After,
}

/// What a feature word announces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FeatureRule {
    pub position: Position,
    /// The class of places it goes with.
    pub class: FeatureClass,
    /// GeoNames' codes it goes with, the best first; empty for the whole class.
    pub codes: Vec<String>,
}

impl FeatureRule {
    /// Whether it is a word for such places.
    pub fn goes_with(&self, feature: Feature) -> bool {
        suits(self.class, &self.codes, feature) != Suits::No
    }

    /// The rule as evidence, with the word as it was written.
    pub fn word(&self, written: &str) -> FeatureWord {
        FeatureWord {
            text: written.to_owned(),
            class: self.class,
            codes: self.codes.clone(),
        }
    }
}

/// A word for the people of a place, or for what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Demonym {
    /// The normalized spelling, to tell apart what the key does not: تركية and ترکیه.
    pub spelling: String,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CommonWord {
    /// The normalized spelling, without the differences that no writer is careful about.
    pub plain: String,
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

/// The demonyms of a key in some languages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Demonyms {
    rows: &'static [RowValue<Demonym>],
    languages: LanguageSet,
}

impl Demonyms {
    /// None at all.
    pub const NONE: Demonyms = Demonyms {
        rows: &[],
        languages: LanguageSet::NONE,
    };

    pub fn iter(&self) -> impl Iterator<Item = &'static Demonym> + use<> {
        of_languages(self.rows, self.languages)
    }

    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// What tells them from the demonyms of other keys and languages.
    pub fn number(&self) -> (usize, LanguageSet) {
        (self.rows.as_ptr() as usize, self.languages)
    }
}

impl Lexicon {
    /// The lexicon; reading its tables waits until they are asked for.
    pub fn get() -> &'static Lexicon {
        static LEXICON: Lexicon = Lexicon { _private: () };
        &LEXICON
    }

    fn feature_table(&self) -> &'static Words<FeatureRule> {
        static TABLE: Words<FeatureRule> = Words::new(table::feature_words);
        &TABLE
    }

    fn demonym_table(&self) -> &'static Words<Demonym> {
        static TABLE: Words<Demonym> = Words::new(table::demonyms);
        &TABLE
    }

    fn common_table(&self) -> &'static Words<CommonWord> {
        static TABLE: Words<CommonWord> = Words::new(table::common_words);
        &TABLE
    }

    fn frequent_table(&self) -> &'static Words<CommonWord> {
        static TABLE: Words<CommonWord> = Words::new(table::frequent_words);
        &TABLE
    }

    fn context_table(&self) -> &'static Words<ContextWord> {
        static TABLE: Words<ContextWord> = Words::new(table::context_words);
        &TABLE
    }

    fn query_table(&self) -> &'static Words<QueryWord> {
        static TABLE: Words<QueryWord> = Words::new(table::query_words);
        &TABLE
    }

    /// What some words at that side of a name in a query say of it.
    pub fn query_word(&self, words: &Key, position: Position) -> Option<QueryWord> {
        self.query_words(words)
            .find(|word| word.position == position && !word.of_area)
    }

    /// The direction that some words behind the name of an area say.
    pub fn area_direction(&self, words: &Key) -> Option<Relation> {
        self.query_words(words).find(|word| word.of_area)?.relation
    }

    fn query_words(&self, words: &Key) -> impl Iterator<Item = QueryWord> + use<> {
        let rows = self.query_table().get(words.space(), words.as_bytes());
        of_languages(rows, LanguageSet::ALL).copied()
    }

    /// What a word at that side of a name says the name is a part of.
    pub fn roles_of(
        &self,
        languages: LanguageSet,
        space: KeySpace,
        key: &[u8],
        position: Position,
    ) -> impl Iterator<Item = Role> + use<> {
        let words = self.context_words_of(languages, space, key);
        let words = words.filter(move |word| word.position == position);
        words.map(|word| word.role)
    }

    /// The words of this key that say something of a name beside them.
    pub fn context_words_of(
        &self,
        languages: LanguageSet,
        space: KeySpace,
        key: &[u8],
    ) -> impl Iterator<Item = &'static ContextWord> + use<> {
        of_languages(self.context_table().get(space, key), languages)
    }

    /// What these words announce if they stand at that side of a name; they may be several
    /// ("city of").
    pub fn feature_word(
        &self,
        languages: LanguageSet,
        words: &Key,
        position: Position,
    ) -> Option<&'static FeatureRule> {
        self.feature_word_of(languages, words.space(), words.as_bytes(), position)
    }

    /// [`Lexicon::feature_word`] of a key in its parts.
    pub fn feature_word_of(
        &self,
        languages: LanguageSet,
        space: KeySpace,
        key: &[u8],
        position: Position,
    ) -> Option<&'static FeatureRule> {
        of_languages(self.feature_table().get(space, key), languages)
            .find(|rule| rule.position == position)
    }

    /// The most words of a feature word that begins with this word, in whatever language; 0 if none
    /// does.
    pub fn longest_feature_word(&self, space: KeySpace, first: &[u8]) -> usize {
        self.feature_table().longest(space, first)
    }

    /// The demonyms with this key.
    pub fn demonyms_of(&self, languages: LanguageSet, space: KeySpace, key: &[u8]) -> Demonyms {
        Demonyms {
            rows: self.demonym_table().get(space, key),
            languages,
        }
    }

    /// The most words of a demonym that begins with this word, in whatever language; 0 if none does.
    pub fn longest_demonym(&self, space: KeySpace, first: &[u8]) -> usize {
        self.demonym_table().longest(space, first)
    }

    /// The most words of an ordinary phrase that begins with this word, in whatever language; 0 if
    /// none does.
    pub fn longest_common_word(&self, space: KeySpace, first: &[u8]) -> usize {
        self.common_table().longest(space, first)
    }

    /// The ordinary words of Arabic, as far as running text knows them, normalized; they are read anew.
    pub fn arabic_words() -> impl Iterator<Item = String> {
        let rows = table::common_words(KeySpace::Arabic).into_iter();
        let rows = rows.chain(table::frequent_words(KeySpace::Arabic));
        let arabic = LanguageSet::of_code("ar");
        rows.filter(move |row| Some(row.languages) == arabic)
            .map(|row| normal_form(&row.text).into_owned())
    }

    /// The ordinary words with this key.
    pub fn common_words_of(
        &self,
        languages: LanguageSet,
        space: KeySpace,
        key: &[u8],
    ) -> impl Iterator<Item = &'static CommonWord> + use<> {
        of_languages(self.common_table().get(space, key), languages)
    }

    /// The ordinary words with this key as far as running text knows them: those that look like
    /// names, and those that a program learned are words wherever they stand.
    pub fn text_words_of(
        &self,
        languages: LanguageSet,
        space: KeySpace,
        key: &[u8],
    ) -> impl Iterator<Item = &'static CommonWord> + use<> {
        let common = self.common_words_of(languages, space, key);
        common.chain(of_languages(
            self.frequent_table().get(space, key),
            languages,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(text: &str, position: Position) -> Option<String> {
        let rule = Lexicon::get().feature_word(LanguageSet::ALL, &Key::of(text), position)?;
        Some(format!("{} {}", rule.class, rule.codes.join(" ")))
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
        let city = Key::of("city");
        let longest = Lexicon::get().longest_feature_word(city.space(), city.as_bytes());
        assert_eq!(longest, 2);
    }

    #[test]
    fn demonyms_lead_to_their_places() {
        let places = |text: &str| {
            let key = Key::of(text);
            let mut places: Vec<String> = Lexicon::get()
                .demonyms_of(LanguageSet::ALL, key.space(), key.as_bytes())
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
            let key = Key::of(text);
            Lexicon::get()
                .common_words_of(LanguageSet::ALL, key.space(), key.as_bytes())
                .map(|word| word.requirement)
                .max()
        };
        assert_eq!(requirement("أخرى"), Some(Requirement::FeatureWord));
        assert_eq!(requirement("سراب"), Some(Requirement::Evidence));
        assert_eq!(requirement("يريفان"), None);
        assert!(Requirement::FeatureWord > Requirement::Evidence);
    }
}
