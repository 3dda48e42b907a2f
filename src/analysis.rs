//! Analysis of words, of a query as of a text, by their letters and the tables of words alone: no
//! name is looked up here.
//!
//! - [`token`] cuts a text or a name into words, with their keys, letter case and boundaries,
//! - [`split`] says what may be stripped from words: proclitics, suffixes, marked endings,
//! - [`stem_entry`] asks the tables what they say of a word without its proclitics, all at once,
//! - [`trigger`] finds feature words before and behind a name,
//! - [`site_head`] finds the Arabic words for sites that names of any kind stand behind,
//! - [`demonym`] finds words for people, and adjectives of countries behind a name,
//! - [`ordinary`] says what a name that is spelled as an ordinary word needs,
//! - [`neighbor`] sums up what a word says of a name beside it,
//! - [`policy`] states what counts in a query and what in a text.
//!
//! The tables are asked by key, within the key space that stands in [`token::Token`]: whatever else
//! narrows a lookup, as the languages that may be read, belongs beside it.

pub(crate) mod demonym;
pub(crate) mod neighbor;
pub(crate) mod ordinary;
pub(crate) mod policy;
pub(crate) mod site_head;
pub(crate) mod split;
pub(crate) mod stem_entry;
pub(crate) mod token;
pub(crate) mod trigger;
