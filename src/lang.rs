//! What is known of languages: word tables, affixes, and what writers confuse.
//!
//! - [`language`]: a profile for each language, and which languages a word may be read in,
//! - [`lexicon`]: the tables of words, asked by key,
//! - [`abbreviation`]: abbreviations in names, written out,
//! - [`affix`]: clitics and endings as a writer joins them to a name,
//! - [`confusion`]: letters that are taken for each other, with their edit costs,
//! - [`endonym`]: which languages are at home in a country; [`surname`]: endings of surnames.

pub(crate) mod abbreviation;
pub(crate) mod affix;
pub(crate) mod confusion;
pub(crate) mod endonym;
pub(crate) mod language;
pub(crate) mod lexicon;
pub(crate) mod surname;
