//! Places that no gazetteer holds and of which the text says that something is there: в *Кубачах*, Bakıdan
//! *Zirəy*də, near *Serjilla*. Only where capitals tell a name from a word, of one word, and near a place that
//! the text has named: that is where they are. So are names put together with a word for land: *Qudyalçay*.

use crate::analysis::demonym::demonym_at;
use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::lang::affix;
use crate::lang::language::Use;
use crate::lang::surname::is_surname;
use crate::mention::context::case::case_of_ending;
use crate::mention::context::discourse::Discourse;
use crate::mention::filter::organization_head::role_after;
use crate::mention::lookup::Passage;
use crate::mention::span::listed_site::ListedSite;
use crate::model::country::CountryCode;

/// Maximum length in letters of a case ending.
const MAX_ENDING: usize = 5;

/// Minimum length in letters of a name.
const MIN_LETTERS: usize = 4;

/// The place that begins at a token, with the country of the one named before it.
pub(crate) fn detect(
    passage: Passage<'_>,
    at: usize,
    discourse: &Discourse,
) -> Option<(ListedSite, CountryCode)> {
    let tokens = passage.tokens;
    let word = &tokens.list[at];
    if word.case != LetterCase::Capital
        || word.tag != HashtagPart::None
        || !discourse.anchors.is_recent(word.start)
    {
        return None;
    }
    let route = on_route(passage, at, discourse);
    let drop = if route || is_beside(tokens, at) {
        0
    } else {
        located_ending(tokens, at).or_else(|| ending_of_generic(tokens, at))?
    };
    let country = discourse.country_at(word.start, None)?;
    is_name(tokens, at, drop, route).then(|| (ListedSite::without_kind(at, at, 0), country))
}

/// Whether a name goes on a route of two places at least: Qars–İğdır–*Dilucu*.
fn on_route(passage: Passage<'_>, at: usize, discourse: &Discourse) -> bool {
    discourse.follows_dash(passage, at) && discourse.places_go_on(passage, at, 0)
}

/// Whether a preposition of place stands right before a token, or a word for *near* right behind it.
fn is_beside(tokens: &Tokens, at: usize) -> bool {
    let spaced = |at: usize| tokens.list[at].boundary == Boundary::Space;
    let before = at.checked_sub(1).filter(|_| spaced(at));
    let led = before.is_some_and(|before| {
        let uses = neighbor(tokens, before).uses;
        uses.has(Use::Within) || uses.has(Use::Beside)
    });
    let behind = at + 1 < tokens.list.len() && spaced(at + 1);
    led || behind && neighbor(tokens, at + 1).uses.has(Use::BesideBehind)
}

/// The number of letters of the ending of a token that say that something is there; behind an apostrophe,
/// which stands only behind names, also of one that says where something comes from.
fn located_ending(tokens: &Tokens, at: usize) -> Option<usize> {
    let word = &tokens.list[at];
    let next = tokens.list.get(at + 1);
    if let Some(ending) = next.filter(|next| next.boundary == Boundary::Apostrophe) {
        let letters = word.languages.without_relative(tokens.letters(ending));
        return case_of_ending(word.languages, letters).map(|_| 0);
    }
    if tokens.begins_sentence(at) {
        return None;
    }
    let letters = tokens.letters(word);
    (2..=MAX_ENDING.min(letters.len())).find(|&len| {
        let languages = word.languages;
        let ending = languages.without_relative(&letters[letters.len() - len..]);
        languages.is_ending(ending, |profile| profile.endings.locatives)
    })
}

/// The number of letters of the case ending of a token that is put together with a word for land, waters or
/// settlements: Qudyalçay, Qudyalçay*ın*.
fn ending_of_generic(tokens: &Tokens, at: usize) -> Option<usize> {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    let is_generic = |stem: &[char]| {
        word.languages
            .ends_in(stem, |profile| profile.endings.generics)
    };
    let most = MAX_ENDING.min(letters.len().saturating_sub(MIN_OF_GENERIC));
    // Most words have no such word in them, whatever their ending is.
    let drop = (0..=most).find(|&drop| is_generic(&letters[..letters.len() - drop]))?;
    let ends = |drop: usize| {
        let mut splits = affix::suffix_splits(word.languages, letters);
        splits.any(|split| split.drop == drop && split.append.is_empty())
    };
    (letters.len() >= MIN_OF_GENERIC && (drop == 0 || ends(drop))).then_some(drop)
}

/// Minimum length in letters of a name with such a word.
const MIN_OF_GENERIC: usize = 6;

/// Whether a token without its last letters may be the name of a place, and is one by itself.
fn is_name(tokens: &Tokens, at: usize, drop: usize, route: bool) -> bool {
    let (word, known) = (&tokens.list[at], neighbor(tokens, at));
    let letters = tokens.letters(word);
    let Some(stem) = letters.get(..letters.len().saturating_sub(drop)) else {
        return false;
    };
    let capital = |at: usize| {
        let word = tokens.list.get(at);
        word.is_some_and(|word| word.case != LetterCase::Small && word.space.is_some())
    };
    let spaced = |at: usize| {
        let word = tokens.list.get(at);
        word.is_some_and(|word| matches!(word.boundary, Boundary::Space | Boundary::Hyphen))
    };
    let before = at.checked_sub(1).filter(|_| spaced(at) && !route);
    let behind = at + 1;
    // В Магасе: a preposition has a capital where a sentence begins.
    let named_before = |at: usize| capital(at) && !neighbor(tokens, at).uses.says_anything();
    let touches = before.is_some_and(named_before) || (spaced(behind) && capital(behind));
    let organization = role_after(tokens, at).is_some();
    stem.len() >= MIN_LETTERS
        && !touches
        && !organization
        && demonym_at(tokens, at).is_none()
        && known.ordinary == 0
        && !known.has_function()
        && !is_surname(word.languages, stem.iter().copied())
}
