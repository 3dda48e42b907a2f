//! Stage 2, lookup: which names of the gazetteer begin at a token, meant or not.
//!
//! In: the tokens of a window, normalized and folded. Out: a [`Passage`], the tokens with the
//! lattice of the names that begin at each, and [`compound::CompoundPart`]s for names written as one
//! word. Words for the people or things of a place (حلبي) are found by `analysis::demonym`.
//!
//! - `dictionary`: the walk in the index's dictionary, a token after the other. The Arabic
//!   proclitics come off here (ليريفان is ل and يريفان; the splits themselves are those of
//!   `lang::affix::proclitic`), and the Armenian, Azerbaijani and Russian endings (Երևանում is Երևան
//!   and ում; `lang::affix::suffix` and `data/suffixes.csv`).
//! - `name_starts`: what begins at a token by its form alone, worked out once a form.
//! - `dictionary_match`: a name found, with what was stripped off its first and last token.
//! - `lattice`: the matches of all tokens of a window.
//! - `foremost`: the names of a key, of very many those of the places that are talked about most.
//! - `name_entry`: what the index has under the key of a match, cached from text to text.
//! - `prominence`: how well known a place must be for its bare name to mean it.
//! - `compound`: names written together, المدينةالمنورة.

pub(crate) mod compound;
pub(crate) mod dictionary;
pub(crate) mod dictionary_match;
mod foremost;
pub(crate) mod lattice;
pub(crate) mod name_entry;
mod name_starts;
pub(crate) mod prominence;

use crate::analysis::token::Tokens;
use crate::mention::lookup::lattice::NameLattice;
use crate::query::rule::RuleSet;

/// A window of a text with the names that were looked up in it: what all later stages read.
#[derive(Clone, Copy)]
pub(crate) struct Passage<'a> {
    /// The whole text; tokens know their bytes in it.
    pub text: &'a str,
    pub tokens: &'a Tokens,
    pub names: &'a NameLattice,
    /// The rules by which it is read.
    pub rules: RuleSet,
}
