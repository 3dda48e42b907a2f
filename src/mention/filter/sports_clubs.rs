//! Clubs that a text has named by their towns: after مانشستر يونايتد, مانشستر alone is the club
//! too, unless something speaks of the town.

use crate::lang::language::{Use, Uses};
use crate::mention::context::feature_words::Context;
use crate::mention::context::neighbor::neighbor;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::mention::token::Tokens;
use std::collections::VecDeque;

/// The clubs named last.
#[derive(Debug, Default)]
pub(crate) struct Clubs {
    /// Numbers of the towns, with where the text spoke of the club last.
    seen: VecDeque<(u32, usize)>,
}

/// So many bytes after a club was named its town's name still means it: a few paragraphs.
const REMEMBERED: usize = 2500;

/// More clubs are not remembered: a round of a cup.
const MAX_CLUBS: usize = 32;

impl Clubs {
    /// Remembers a club by the places its name could mean.
    pub fn saw(&mut self, names: &[NameEntry], at: usize) {
        for name in names {
            let number = name.place;
            self.seen.retain(|(known, _)| *known != number);
            if self.seen.len() == MAX_CLUBS {
                self.seen.pop_front();
            }
            self.seen.push_back((number, at));
        }
    }

    /// Whether the name means a club that was named before.
    pub fn is_club(
        &mut self,
        tokens: &Tokens,
        found: &DictionaryMatch,
        context: &Context,
        names: &[NameEntry],
    ) -> bool {
        if self.seen.is_empty() || !context.is_empty() || is_where(tokens, found) {
            return false;
        }
        let start = tokens.list[found.first].start;
        let is_club = names.iter().all(|name| {
            let number = name.place;
            let mut seen = self.seen.iter();
            seen.any(|(known, at)| *known == number && start.saturating_sub(*at) <= REMEMBERED)
        });
        if is_club {
            self.saw(names, start);
        }
        is_club
    }
}

/// Whether the words before the name take it for a place: في مانشستر, بمانشستر.
fn is_where(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let word = &tokens.list[found.first];
    let clitics = tokens.letters(word).get(..found.skip()).unwrap_or_default();
    let is_where = Uses::of([Use::At, Use::To]);
    let before = found.first.checked_sub(1);
    clitics.contains(&'ب')
        || before.is_some_and(|before| neighbor(tokens, before).uses.meets(is_where))
}
