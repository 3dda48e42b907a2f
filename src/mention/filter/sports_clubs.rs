//! Clubs that a text has named by their towns: after مانشستر يونايتد, مانشستر alone is the club
//! too, unless something speaks of the town.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::Tokens;
use crate::lang::language::{Use, Uses};
use crate::mention::context::case::case_of;
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

/// Whether the words before a name speak of the place: في مانشستر, بمانشستر.
fn is_where(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let word = &tokens.list[found.first];
    let clitics = tokens.letters(word).get(..found.skip()).unwrap_or_default();
    let is_where = Uses::of([Use::At, Use::To]);
    let before = found.first.checked_sub(1);
    // Sumqayıtda keçən matç: the match was played in the town.
    case_of(tokens, found).is_some()
        || clitics.contains(&'ب')
        || before.is_some_and(|before| neighbor(tokens, before).uses.meets(is_where))
}
