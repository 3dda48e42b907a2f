//! Clubs that a text has named by their towns: after مانشستر يونايتد, مانشستر alone is the club
//! too, unless something speaks of the town.

use crate::analysis::token::{Tokens, is_one_of};
use crate::mention::context::discourse::RecentClubs;
use crate::mention::context::feature_words::Context;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;

/// Whether the name means a club that was named shortly before; if so it is named once more.
pub(crate) fn is_recent_club(
    clubs: &mut RecentClubs,
    tokens: &Tokens,
    found: &DictionaryMatch,
    context: &Context,
    names: &[NameEntry],
) -> bool {
    if clubs.is_empty() || !context.is_empty() || is_where(tokens, found) {
        return false;
    }
    let start = tokens.list[found.first].start;
    let is_club = clubs.has_all(names, start);
    if is_club {
        clubs.add(names, start);
    }
    is_club
}

/// Words for where something is.
const WHERE: [&str; 8] = ["في", "وفي", "إلى", "الى", "مدينة", "شمال", "جنوب", "وسط"];

/// Whether the words before a name speak of the place: في مانشستر, بمانشستر.
fn is_where(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let word = &tokens.list[found.first];
    let clitics = tokens.letters(word).get(..found.skip()).unwrap_or_default();
    let before = found.first.checked_sub(1).map(|at| &tokens.list[at]);
    clitics.contains(&'ب') || before.is_some_and(|before| is_one_of(&WHERE, tokens.letters(before)))
}
