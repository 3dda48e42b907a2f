//! Whether the text says that something is at a name or on its way there: of a town that is
//! spelled like a person's name or like a verb this is evidence enough (Սոֆիայում, زار غوري).

use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::Use;
use crate::mention::context::neighbor::neighbor;
use crate::mention::filter::admission::Admission;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::mention::token::LetterCase;
use crate::mention::token::segmentation::Boundary;

impl Admission<'_> {
    /// Whether something is said to be at one of the places or on its way there, and it is one
    /// that texts speak of: of any word there is a hamlet.
    pub(crate) fn is_located(&self, found: &DictionaryMatch, names: &[NameEntry]) -> bool {
        let arabic = found.space == KeySpace::Arabic;
        names.iter().any(|name| name.notable)
            && match arabic {
                true => found.start.is_none() && (self.is_where(found) || self.is_reached(found)),
                false => self.is_in(found),
            }
    }

    /// Whether an apostrophe parts the name from the ending that says that something is there.
    /// Turkish writes it behind names only, so that an ordinary word is out of the question.
    pub(super) fn is_marked(&self, found: &DictionaryMatch, names: &[NameEntry]) -> bool {
        let apostrophe = || self.tokens.list[found.token_last()].boundary == Boundary::Apostrophe;
        found.suffixed && apostrophe() && self.is_in(found) && names.iter().any(|name| name.notable)
    }

    /// Whether the name has a capital and the ending of a locative.
    pub(super) fn is_in(&self, found: &DictionaryMatch) -> bool {
        let capital = self.tokens.list[found.first].case == LetterCase::Capital;
        let languages = self.tokens.list[found.last].languages;
        capital && affix::is_in(languages, found.ending(self.tokens))
    }

    /// Whether the words before speak of a way there or from there: زار غوري, وصل الوفد إلى غوري,
    /// من غوري إلى تبليسي.
    fn is_reached(&self, found: &DictionaryMatch) -> bool {
        let tokens = self.tokens;
        let joined = |at: usize| tokens.list[at].boundary.joins();
        let Some(before) = found.first.checked_sub(1).filter(|_| joined(found.first)) else {
            return false;
        };
        let is = |at: usize, asked: Use| neighbor(tokens, at).uses.has(asked);
        // Between the verb and its object stands at most who comes: زار الوزير الفرنسي غوري.
        let mut back = (0..=before).rev().take(MOTION_BEFORE);
        let visit = back.find(|&at| !tokens.letters(&tokens.list[at]).starts_with(&['ا', 'ل']));
        let in_one = |at| (at + 1..=before).all(joined);
        if visit.is_some_and(|at| is(at, Use::Visit) && in_one(at)) {
            return true;
        }
        if is(before, Use::From) {
            let next = found.token_last() + 1;
            let onward = next < tokens.list.len() && joined(next) && is(next, Use::To);
            if onward {
                return true;
            }
        } else if !is(before, Use::To) {
            return false;
        }
        let sentence = (0..=before)
            .rev()
            .take_while(|&at| at == before || joined(at + 1));
        sentence
            .take(MOTION_BEFORE)
            .any(|at| is(at, Use::Motion) || is(at, Use::Visit))
    }
}

/// Words for a motion stand so many words before the name at most.
const MOTION_BEFORE: usize = 5;
