//! Whether the text says that something is at a name or on its way there: of a town that is
//! spelled like a person's name or like a verb this is evidence enough (Սոֆիայում, زار غوري).

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::LetterCase;
use crate::analysis::token::segmentation::Boundary;
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::{Heads, Use};
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::lookup::name_entry::NameEntry;
use crate::model::feature::FeatureClass;
use crate::query::rule::Rule;

impl NameFilter<'_> {
    /// Whether something is said to be at one of the places or on its way there, and one of them is
    /// notable: every word is the name of a hamlet somewhere.
    pub(crate) fn is_located(&self, names: &[NameEntry]) -> bool {
        let found = &self.matched.found;
        let arabic = found.space == KeySpace::Arabic;
        if !self.has(Rule::Located) {
            return false;
        }
        if arabic && self.is_on_river(names) {
            return true;
        }
        names.iter().any(|name| name.notable)
            && match arabic {
                true => {
                    found.proclitics.is_none()
                        && (self.is_behind_locative()
                            || self.is_goal_of_motion()
                            || (self.is_behind_preposition() && self.is_at_home(names)))
                }
                false => self.has_locative_ending() || self.is_behind_in(),
            }
    }

    /// Whether one of the places is a water and a preposition that leads to one (سد الموصل *على* دجلة) stands
    /// right before the name.
    fn is_on_river(&self, names: &[NameEntry]) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let joined = tokens.list[found.first].boundary == Boundary::Space;
        let before = found.first.checked_sub(1).filter(|_| joined);
        let water = |name: &NameEntry| name.feature.class() == FeatureClass::Water;
        names.iter().any(water)
            && before.is_some_and(|before| {
                let uses = neighbor(tokens, before).uses;
                uses.has(Use::Connective) && uses.has(Use::Copied)
            })
    }

    /// Whether one of the places that a table has lies in the country that the text speaks of.
    fn is_at_home(&self, names: &[NameEntry]) -> bool {
        let countries = [self.matched.recent_country, self.matched.focus];
        let mut known = names.iter().filter(|name| !name.dump_name);
        known.any(|name| name.country.is_some() && countries.contains(&name.country))
    }

    /// Whether a word for *in* stands right before the name, of a language that writes it apart.
    fn is_behind_in(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let joined = tokens.list[found.first].boundary == Boundary::Space;
        let before = found.first.checked_sub(1).filter(|_| joined);
        before.is_some_and(|before| neighbor(tokens, before).uses.has(Use::Within))
    }

    /// Whether an apostrophe separates a name with a capital from its ending. Turkish writes it behind
    /// names only, so that an ordinary word is out of the question.
    pub(super) fn has_apostrophe_ending(&self, names: &[NameEntry]) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let apostrophe = || tokens.list[found.token_last()].boundary == Boundary::Apostrophe;
        found.detached_suffix
            && apostrophe()
            && tokens.list[found.first].case == LetterCase::Capital
            && found.languages(tokens).puts_heads(Heads::LastBehindBare)
            && names.iter().any(|name| name.notable)
    }

    /// Whether the name has the ending of a locative, and a capital where there are capitals.
    pub(crate) fn has_locative_ending(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let capital = matches!(
            tokens.list[found.first].case,
            LetterCase::Capital | LetterCase::None
        );
        let languages = tokens.list[found.last].languages;
        capital && affix::is_in(languages, found.ending(tokens))
    }

    /// Whether the words before speak of a way there or from there: زار غوري, وصل الوفد إلى غوري,
    /// من غوري إلى تبليسي.
    fn is_goal_of_motion(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
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

/// Number of tokens before a name that are searched for a word of motion.
const MOTION_BEFORE: usize = 5;
