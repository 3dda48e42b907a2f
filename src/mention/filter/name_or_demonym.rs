//! A token that is a name as well as a demonym (تركية, Ադրբեջանի).
//!
//! Of the two the longer one counts; then the name, if a feature word says that a place is meant
//! (قرية تركمان), or if the language writes the demonym small and the token has a capital within a
//! sentence (*Qazax*); then the one for which less is stripped off; then the one spelled the same
//! before folding, which tells تركية (Turkish) from ترکیه (Turkey in Persian); then the name, if it
//! is a country's (سورية, but السورية is Syrian); and then the demonym.

use crate::analysis::demonym::DemonymMatch;
use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, Tokens};
use crate::mention::filter::Accepted;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{NameEntries, NameEntry};

/// Whether the name is meant.
pub(crate) fn is_name(
    entries: &NameEntries,
    tokens: &Tokens,
    found: &DictionaryMatch,
    accepted: &Accepted,
    demonym: &DemonymMatch,
) -> bool {
    if found.last != demonym.last {
        return found.last > demonym.last;
    }
    let mut names = accepted.all_names();
    if names.any(|name| accepted.context.suits(name.feature)) {
        return true;
    }
    // On an index of the world Turkish and Iraqi are variants of the country's name.
    if accepted.all_names().all(|name| name.dump_name) {
        return false;
    }
    let token = &tokens.list[found.first];
    let written_small = demonym.demonyms.iter().all(|demonym| !demonym.capital);
    // Իջևան–Ղազախ: what a hyphen joins with a capital is no title.
    let inside = || !tokens.begins_sentence(found.first) || token.boundary == Boundary::Hyphen;
    if token.case == LetterCase::Capital && written_small && inside() {
        return true;
    }
    if found.stripped() != demonym.stripped {
        return found.stripped() < demonym.stripped;
    }
    let mut names = accepted.all_names();
    let spelled_as_name = names.any(|name| entries.spelling(name).normal == accepted.spelling);
    if found.stripped() == 0 && accepted.all_names().any(NameEntry::is_country) {
        return spelled_as_name;
    }
    let spelling = demonym.spelling(tokens);
    let as_demonym = demonym
        .demonyms
        .iter()
        .any(|demonym| demonym.spelling.is(&spelling));
    spelled_as_name && !as_demonym
}
