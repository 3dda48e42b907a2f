//! Places that no gazetteer holds and that are enumerated with one that it does, in the same case: Bakıda,
//! *Qala*da; Գյումրիում ու *Ձորագյուղ*ում; в Уфе и в *Янауле*. Only where capitals tell a name from a word.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Token, Tokens};
use crate::lang::language::Use;
use crate::lang::language::function_word::is_used_as;
use crate::lang::lexicon::Role;
use crate::mention::context::case::{Case, case_of_ending, preposition};
use crate::mention::context::discourse::Discourse;
use crate::mention::filter::organization_head::role_after;
use crate::mention::lookup::Passage;
use crate::mention::span::listed_site::ListedSite;
use crate::model::country::CountryCode;

/// Maximum length in letters of a case ending.
const MAX_ENDING: usize = 3;

/// Minimum length in letters of a name.
const MIN_LETTERS: usize = 4;

/// The place that begins at a token, with the country of the one that it is enumerated with.
pub(crate) fn detect(
    passage: Passage<'_>,
    at: usize,
    first_free: usize,
    discourse: &Discourse,
) -> Option<(ListedSite, CountryCode)> {
    let Passage { text, tokens, .. } = passage;
    let word = &tokens.list[at];
    if word.case != LetterCase::Capital || word.tag != HashtagPart::None {
        return None;
    }
    let (country, end, case) = discourse.enumerated()?;
    // Most names stand far from the last place.
    if word.start.saturating_sub(end) > MAX_JOINT + MAX_PREPOSITION {
        return None;
    }
    let before = at.checked_sub(1).filter(|&before| before >= first_free);
    let behind = before.and_then(|before| preposition(tokens, before, at));
    let start = match behind {
        Some(_) => tokens.list[before?].start,
        None => word.start,
    };
    let between = text
        .get(end..start)
        .filter(|between| between.len() <= MAX_JOINT)?;
    if !joins(between) {
        return None;
    }
    let (drop, found) = match behind {
        Some(found) => (0, found),
        // в Батуми и Кулеви: of the two behind one preposition.
        None => {
            ending(tokens, at).or_else(|| shares_preposition(word, between).then_some((0, case)))?
        }
    };
    let known = neighbor(tokens, at);
    let organization = role_after(tokens, at).is_some_and(|(role, _)| role == Role::Organization);
    let name = found == case
        && tokens.letters(word).len() >= MIN_LETTERS + drop
        && known.ordinary == 0
        && !known.has_function()
        && !organization;
    let goes_on = tokens
        .list
        .get(at + 1)
        .is_some_and(|next| next.boundary == Boundary::Space && next.case == LetterCase::Capital);
    (name && !goes_on).then(|| (ListedSite::without_kind(at, at, 0), country))
}

/// Maximum length in bytes of what joins two places.
const MAX_JOINT: usize = 8;

/// Maximum length in bytes of a preposition and the blank behind it.
const MAX_PREPOSITION: usize = 8;

/// Whether a stretch of text is a comma, an *and*, or both.
fn joins(between: &str) -> bool {
    let mut words = between.split([' ', ',']);
    let is_joint = |word: &str| word.is_empty() || is_used_as(word, Use::And);
    !between.trim().is_empty() && words.all(is_joint)
}

/// Whether nothing but an *and* stands before a token, in languages that say where something is by
/// prepositions alone: one may be for both.
fn shares_preposition(word: &Token, between: &str) -> bool {
    let mut profiles = word.languages.profiles();
    is_used_as(between.trim(), Use::And)
        && profiles.all(|profile| profile.endings.locatives.is_empty())
}

/// The case ending of a token, or the one behind its apostrophe, with the number of its letters.
fn ending(tokens: &Tokens, at: usize) -> Option<(usize, Case)> {
    let word = &tokens.list[at];
    let behind = tokens.list.get(at + 1);
    if let Some(ending) = behind.filter(|next| next.boundary == Boundary::Apostrophe) {
        let case = case_of_ending(word.languages, tokens.letters(ending))?;
        return Some((0, case));
    }
    let letters = tokens.letters(word);
    (1..=MAX_ENDING.min(letters.len())).rev().find_map(|len| {
        let case = case_of_ending(word.languages, &letters[letters.len() - len..])?;
        Some((len, case))
    })
}
