//! The entries of the lexicon: what all tables say of the words of a key.
//!
//! ```text
//! entry: most words of a feature word, a demonym, an ordinary phrase that begin with the key, a
//!        byte each; then for each table that has the key: its number, the length of its rows in bytes
//!        (2), the rows
//! row:   its languages (4), what the table says (`row`)
//! ```

use crate::compiled::bytes::Reader;
use crate::compiled::word_map::WordMap;
use crate::compiled::{Section, section};
use crate::key::{Key, KeySpace};
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::row::{Row, Table};
use crate::lang::lexicon::{
    CommonWord, ContextWord, Demonym, FeatureRule, Position, QueryWord, Role,
};
use crate::model::relation::Relation;
use std::marker::PhantomData;

/// The entries by key space and key.
static ENTRIES: WordMap = WordMap::new(section(Section::Lexicon));

/// What the tables say of the words of a key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    longest: [u8; 3],
    tables: Reader,
}

/// What the tables say of the words of a key: one look-up.
#[inline]
pub(crate) fn entry(space: KeySpace, key: &[u8]) -> Entry {
    match ENTRIES.get([&[space as u8], key]) {
        Some(mut said) => Entry {
            longest: [said.u8(), said.u8(), said.u8()],
            tables: said,
        },
        None => Entry::NONE,
    }
}

/// The same by a whole key.
pub(crate) fn entry_of(key: &Key) -> Entry {
    entry(key.space(), key.as_bytes())
}

impl Entry {
    /// The entry of words that no table has.
    const NONE: Entry = Entry {
        longest: [0; 3],
        tables: Reader::EMPTY,
    };

    /// Whether no table has the words, nor words that begin with them.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.longest == [0; 3] && self.tables.is_empty()
    }

    /// The most words of a feature word that begins with this word, in whatever language; 0 if none
    /// does.
    #[inline]
    pub fn longest_feature_word(&self) -> usize {
        self.longest[0].into()
    }

    /// The same of demonyms.
    #[inline]
    pub fn longest_demonym(&self) -> usize {
        self.longest[1].into()
    }

    /// The same of ordinary words and phrases.
    #[inline]
    pub fn longest_common_word(&self) -> usize {
        self.longest[2].into()
    }

    /// What the words announce if they stand at that side of a name.
    pub fn feature_word(&self, languages: LanguageSet, position: Position) -> Option<FeatureRule> {
        self.rows(languages)
            .find(|rule: &FeatureRule| rule.position == position)
    }

    /// The demonyms with this key.
    #[inline]
    pub fn demonyms(&self, languages: LanguageSet) -> Demonyms {
        Demonyms(self.rows(languages))
    }

    /// What the words say of a name beside them.
    pub fn context_words(
        &self,
        languages: LanguageSet,
    ) -> impl Iterator<Item = ContextWord> + use<> {
        self.rows(languages)
    }

    /// What the words, at that side of a name, say the name is a part of.
    pub fn roles(
        &self,
        languages: LanguageSet,
        position: Position,
    ) -> impl Iterator<Item = Role> + use<> {
        let words = self.context_words(languages);
        let words = words.filter(move |word| word.position == position);
        words.map(|word| word.role)
    }

    /// The ordinary words with this key.
    pub fn common_words(&self, languages: LanguageSet) -> impl Iterator<Item = CommonWord> + use<> {
        self.rows_of(Table::Common, languages)
    }

    /// The ordinary words with this key as far as running text knows them: those that look like
    /// names, and those that a program learned are words wherever they stand.
    pub fn text_words(&self, languages: LanguageSet) -> impl Iterator<Item = CommonWord> + use<> {
        let common = self.common_words(languages);
        common.chain(self.rows_of(Table::Frequent, languages))
    }

    /// What the words at that side of a name in a query say of it.
    pub fn query_word(&self, position: Position) -> Option<QueryWord> {
        self.rows(LanguageSet::ALL)
            .find(|word: &QueryWord| word.position == position && !word.of_area)
    }

    /// The direction that the words say behind the name of an area.
    pub fn area_direction(&self) -> Option<Relation> {
        let mut words = self.rows(LanguageSet::ALL);
        words.find(|word: &QueryWord| word.of_area)?.relation
    }

    fn rows<T: Row>(&self, languages: LanguageSet) -> Rows<T> {
        self.rows_of(T::TABLE, languages)
    }

    /// The rows of a table that are of some languages.
    #[inline]
    fn rows_of<T: Row>(&self, table: Table, languages: LanguageSet) -> Rows<T> {
        let mut tables = self.tables;
        while !tables.is_empty() {
            let (number, len) = (tables.u8(), tables.u16());
            let rows = Reader::new(tables.bytes(len.into()));
            if number == table as u8 {
                return Rows {
                    rows,
                    languages,
                    says: PhantomData,
                };
            }
        }
        Rows::NONE
    }
}

/// Rows of a table about one key, of which those of some languages are told.
#[derive(Debug)]
struct Rows<T> {
    rows: Reader,
    languages: LanguageSet,
    says: PhantomData<fn() -> T>,
}

impl<T> Rows<T> {
    const NONE: Rows<T> = Rows {
        rows: Reader::EMPTY,
        languages: LanguageSet::NONE,
        says: PhantomData,
    };
}

// They hold no such thing: derived, both would ask for what they say to be copied.
impl<T> Clone for Rows<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rows<T> {}

impl<T: Row> Iterator for Rows<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        while !self.rows.is_empty() {
            let languages = LanguageSet::of_bits(self.rows.u32());
            let says = T::read(&mut self.rows);
            if languages.meets(self.languages) {
                return says;
            }
        }
        None
    }
}

/// The demonyms of a key in some languages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Demonyms(Rows<Demonym>);

impl Demonyms {
    /// None at all.
    pub const NONE: Demonyms = Demonyms(Rows::NONE);

    pub fn iter(&self) -> impl Iterator<Item = Demonym> + use<> {
        self.0
    }

    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// What tells them from the demonyms of other keys and languages: their place in the program.
    pub fn number(&self) -> (usize, LanguageSet) {
        (self.0.rows.address(), self.0.languages)
    }
}
