//! The country that the adjective behind a name states: نابل التونسية.

use crate::analysis::demonym::country_adjectives;
use crate::analysis::policy::Policy;
use crate::analysis::token::Tokens;
use crate::index::Index;
use crate::key::KeySpace;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
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
    let adjectives = country_adjectives(tokens, at, at, &Policy::TEXT);
    if adjectives.is_empty() {
        return None;
    }
    let first = tokens.letters(&tokens.list[found.first]);
    let definite = first.get(found.skip()..)?.starts_with(&['ا', 'ل'])
        || found.proclitics.is_some_and(|split| split.takes_article());
    if definite {
        return None;
    }
    let mut places = adjectives
        .iter()
        .filter_map(|demonym| demonym.place.as_ref());
    places.find_map(|id| index.place(id)?.country())
}
