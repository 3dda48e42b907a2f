//! The country that the adjective behind a name states: نابل التونسية.

use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::lexicon::Lexicon;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::token::Tokens;
use crate::model::country::CountryCode;

/// The country whose feminine adjective stands behind a name: نابل التونسية. Only names are
/// definite without the article. (The masculine adjective makes it a club.)
pub(crate) fn stated_country(
    index: &Index,
    tokens: &Tokens,
    found: &DictionaryMatch,
) -> Option<CountryCode> {
    let (last, at) = (found.token_last(), found.token_last() + 1);
    if found.space != KeySpace::Arabic || !tokens.joined(last, at) {
        return None;
    }
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    if !(letters.starts_with(&['ا', 'ل']) && letters.ends_with(&['ي', 'ة'])) {
        return None;
    }
    let first = tokens.letters(&tokens.list[found.first]);
    let definite = first.get(found.skip()..)?.starts_with(&['ا', 'ل'])
        || found.proclitics.is_some_and(|split| split.takes_article());
    if definite {
        return None;
    }
    let demonyms = Lexicon::get().demonyms_of(found.space, tokens.key_from(word, 2));
    let mut places = demonyms.iter().filter_map(|demonym| demonym.place.as_ref());
    places.find_map(|id| index.place(id)?.country())
}
