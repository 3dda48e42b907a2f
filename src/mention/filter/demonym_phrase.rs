//! Matches that are a noun with the adjective of a people: القارة الأفريقية is no place called so,
//! but the continent of a demonym.

use crate::analysis::token::Tokens;
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::{Use, uses};
use crate::lang::lexicon::entry;
use crate::mention::lookup::dictionary_match::DictionaryMatch;

/// Whether the match is but a word for what belongs to a people, with its demonym, which is no name
/// of the country: القارة الأفريقية, الجمهورية اللبنانية.
pub(crate) fn is_demonym_phrase(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let (first, last) = (&tokens.list[found.first], &tokens.list[found.last]);
    if found.last != found.first + 1 || first.space != Some(KeySpace::Arabic) {
        return false;
    }
    let letters = tokens.letters(first);
    let languages = first.languages;
    let proclitic_splits =
        affix::proclitic_splits(languages, letters).filter(|split| !split.takes_article());
    let mut splits =
        std::iter::once((0, "")).chain(proclitic_splits.map(|s| (s.skip(), s.prepend())));
    let belongs = splits.any(|(skip, prepend)| {
        let rest = letters.get(skip..).unwrap_or_default();
        let word: Vec<char> = prepend.chars().chain(rest.iter().copied()).collect();
        uses(languages, &word).has(Use::Belonging)
    });
    let adjective = tokens.letters(last).strip_prefix(&['ا', 'ل']);
    belongs
        && adjective.is_some_and(|rest| {
            let skip = tokens.letters(last).len() - rest.len();
            let key = tokens.key_from(last, skip);
            let demonyms = entry(KeySpace::Arabic, key).demonyms(last.languages);
            !demonyms.is_empty()
        })
}
