//! The case of a name, as far as it says where something is or comes from: by its ending (Երևան*ում*) or by
//! the preposition before it (*в* Уфе).

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::Boundary;
use crate::lang::affix;
use crate::lang::language::{LanguageSet, Use};
use crate::mention::lookup::dictionary_match::DictionaryMatch;

/// What a case ending or a preposition says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    In,
    From,
}

/// The case of a name of the index.
pub(crate) fn case_of(tokens: &Tokens, found: &DictionaryMatch) -> Option<Case> {
    let languages = tokens.list[found.last].languages;
    case_of_ending(languages, found.ending(tokens)).or_else(|| {
        let before = found.first.checked_sub(1)?;
        preposition(tokens, before, found.first)
    })
}

/// The case that an ending says.
pub(crate) fn case_of_ending(languages: LanguageSet, ending: &[char]) -> Option<Case> {
    match affix::is_in(languages, ending) {
        true => Some(Case::In),
        false => affix::is_in_or_from(languages, ending).then_some(Case::From),
    }
}

/// The case that a preposition right before a token says.
pub(crate) fn preposition(tokens: &Tokens, before: usize, at: usize) -> Option<Case> {
    let spaced = tokens.list[at].boundary == Boundary::Space;
    (spaced && neighbor(tokens, before).uses.has(Use::Within)).then_some(Case::In)
}
