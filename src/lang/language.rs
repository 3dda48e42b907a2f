//! Languages: what each has of its own, and sets of those that a word may be read in.
//!
//! A script says which letters there are; a language which affixes, function words, heads and
//! endings. Every language is a file beside this one, a [`LanguageProfile`] with the same fields, and
//! its rows in the tables under `data/`, which carry its code. A rule asks the profiles of the
//! languages that a word may be read in; it never asks for a language by its name. How to add one
//! is told in `CONTRIBUTING.md`.

mod arabic;
mod armenian;
mod azerbaijani;
mod english;
mod georgian;
mod hebrew;
mod kurmanji;
mod pashto;
mod persian;
mod russian;
mod sorani;
mod turkish;
mod ukrainian;
mod urdu;

pub(crate) mod function_word;
mod language_set;
mod plural;
pub(crate) mod telling;

pub(crate) use crate::lang::language::function_word::{Use, Uses, uses};
pub(crate) use crate::lang::language::language_set::LanguageSet;

use crate::key::KeySpace;

/// What is known of a language.
#[derive(Debug)]
pub(crate) struct LanguageProfile {
    /// BCP 47 tag, as the tables write it; with its script where the language has several.
    pub code: &'static str,
    /// The key space of its script.
    pub space: KeySpace,
    /// Countries where places are called by names in it every day, parted by spaces.
    pub countries: &'static str,
    /// Whether a name is read in it where nothing tells its language: in each script the one that
    /// most write names of the whole world in.
    pub international: bool,
    /// Letters that tell it, small: it shares them with no other language of its script here, or
    /// with some that have them as well.
    #[cfg_attr(
        not(any(test, feature = "unstable-engine")),
        allow(dead_code, reason = "it is read where the tables are compiled")
    )]
    pub letters: &'static str,
    /// Those of them, small, with which no name of another language is written.
    pub own_letters: &'static str,
    /// Letters, small, of which hardly a word of it has none: without any, nothing is in it. Empty if
    /// it can be written without letters that tell it.
    pub needed_letters: &'static str,
    /// Whether clitics and an article are written together with the word behind them; see
    /// `affix::proclitic_splits`.
    pub proclitics: bool,
    /// Whether the weights of the signs at a name (`data/mention_weights.csv`) were learned from it.
    pub classified: bool,
    /// Whether a word for the kind of a place before its name is a part of the name: استان تهران.
    pub kind_in_name: bool,
    /// Whether nouns, adjectives and a name follow a head in one chain: وزارت دفاع ایران.
    pub chains: bool,
    /// Where the head of a name of two stands, and what may stand between it and the name.
    pub heads: Heads,
    /// Function words, parted by spaces, by what they say of a name beside them.
    pub words: &'static [(Uses, &'static str)],
    pub plural: Plural,
    pub endings: Endings,
}

/// Whether the head of a name stands before what names it (شارع الحمراء) or behind it (Nizami
/// küçəsi).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heads {
    First,
    /// The name before the head bears no ending: Bakı Dövlət Universiteti.
    LastBehindBare,
    /// The same, and a head with a capital is a part of the name: Jersey City.
    LastInName,
    /// The name before the head is in the genitive, and the head is a part of the names of places:
    /// Երևանի պետական համալսարան, Սյունիքի մարզ.
    LastBehindGenitive,
}

/// How nouns are put in the plural, as far as feature words and heads need it.
#[derive(Debug)]
pub(crate) struct Plural {
    /// Endings that make one; [`Use::Plural`] and [`Use::Singular`] are the exceptions.
    pub endings: &'static [&'static str],
    /// Those of them that a genitive in the singular has as well: улиц*ы*.
    pub genitives: &'static [&'static str],
    /// What stands in a plural, before its case ending: -lar-, -ներ-.
    pub marks: &'static [&'static str],
    /// The same, but so short that it counts only before one of these cases.
    pub short_marks: &'static [&'static str],
    pub cases: &'static [&'static str],
}

/// Endings by what they make of a word, in normalized letters (ي for ی, ك for ک).
#[derive(Debug)]
pub(crate) struct Endings {
    /// Of surnames.
    pub surnames: &'static [&'static str],
    /// Of a name that says something of the noun behind it.
    pub genitives: &'static [&'static str],
    /// Of names where something is, and where it comes from.
    pub locatives: &'static [&'static str],
    /// Behind a locative, of what is there: Harbiye'de*ki*.
    pub relatives: &'static [&'static str],
    pub ablatives: &'static [&'static str],
    /// Of words between a name and the head of an organization: genitives and adjectives.
    pub modifiers: &'static [&'static str],
    /// Of adjectives.
    pub adjectives: &'static [&'static str],
    /// Of adjectives that say what a thing is for: нефтеперерабатывающий.
    pub qualifiers: &'static [&'static str],
    /// Of adjectives that make a thing one of a kind.
    pub relational: &'static [&'static str],
    /// Of words for peoples and dynasties, which states and lands are named after.
    pub peoples: &'static [&'static str],
    /// Of a noun with the article, behind which a phrase has ended.
    pub definite: &'static [&'static str],
    /// Of the heads of names of clubs.
    pub clubs: &'static [&'static str],
    /// Words for land, waters and settlements that names of places are put together with, and surnames are
    /// not: Qudyal*çay*, Գետա*շեն*.
    pub generics: &'static [&'static str],
}

impl LanguageProfile {
    /// A language of which nothing is known.
    const PLAIN: LanguageProfile = LanguageProfile {
        code: "und",
        space: KeySpace::Other,
        countries: "",
        international: false,
        letters: "",
        own_letters: "",
        needed_letters: "",
        proclitics: false,
        classified: false,
        kind_in_name: false,
        chains: false,
        heads: Heads::First,
        words: &[],
        plural: Plural::NONE,
        endings: Endings::NONE,
    };

    /// Whether nothing is known that a rule could ask for.
    const fn is_bare(&self) -> bool {
        let mut at = 0;
        while at < self.words.len() {
            if !self.words[at].0.only_tell() {
                return false;
            }
            at += 1;
        }
        true
    }
}

impl Plural {
    const NONE: Plural = Plural {
        endings: &[],
        genitives: &[],
        marks: &[],
        short_marks: &[],
        cases: &[],
    };
}

impl Endings {
    const NONE: Endings = Endings {
        surnames: &[],
        genitives: &[],
        locatives: &[],
        relatives: &[],
        ablatives: &[],
        modifiers: &[],
        adjectives: &[],
        qualifiers: &[],
        relational: &[],
        peoples: &[],
        definite: &[],
        clubs: &[],
        generics: &[],
    };
}

/// All languages; their numbers are places in it. A language written in several scripts stands here
/// once for each, first in the script that its bare code means.
pub(crate) const LANGUAGES: [&LanguageProfile; 16] = [
    &arabic::ARABIC,
    &persian::PERSIAN,
    &sorani::SORANI,
    &urdu::URDU,
    &pashto::PASHTO,
    &armenian::ARMENIAN,
    &azerbaijani::LATIN,
    &azerbaijani::CYRILLIC,
    &azerbaijani::ARABIC,
    &turkish::TURKISH,
    &kurmanji::KURMANJI,
    &english::ENGLISH,
    &russian::RUSSIAN,
    &ukrainian::UKRAINIAN,
    &georgian::GEORGIAN,
    &hebrew::HEBREW,
];
