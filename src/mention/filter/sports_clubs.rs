//! Clubs that a text has named by their towns: after مانشستر يونايتد, مانشستر alone is the club
//! too, unless something speaks of the town.

use crate::mention::context::feature_words::Around;
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::Sense;
use crate::mention::token::{Words, is_one_of};
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
const MOST: usize = 32;

impl Clubs {
    /// Remembers a club by the places its name could mean.
    pub fn saw(&mut self, names: &[Sense], at: usize) {
        for name in names {
            let number = name.place;
            self.seen.retain(|(known, _)| *known != number);
            if self.seen.len() == MOST {
                self.seen.pop_front();
            }
            self.seen.push_back((number, at));
        }
    }

    /// Whether the name means a club that was named before.
    pub fn is_club(
        &mut self,
        words: &Words,
        found: &Match,
        around: &Around,
        names: &[Sense],
    ) -> bool {
        if self.seen.is_empty() || !around.is_empty() || is_where(words, found) {
            return false;
        }
        let start = words.list[found.first].start;
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

/// Words that speak of where something is.
const WHERE: [&str; 8] = ["في", "وفي", "إلى", "الى", "مدينة", "شمال", "جنوب", "وسط"];

/// Whether the words before the name take it for a place: في مانشستر, بمانشستر.
fn is_where(words: &Words, found: &Match) -> bool {
    let word = &words.list[found.first];
    let clitics = words.letters(word).get(..found.skip()).unwrap_or_default();
    let before = found.first.checked_sub(1).map(|at| &words.list[at]);
    clitics.contains(&'ب') || before.is_some_and(|before| is_one_of(&WHERE, words.letters(before)))
}
