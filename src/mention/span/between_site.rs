//! Places that no gazetteer holds, in a list between two that it does, where no capital tells a name from a
//! word: شبام *وزعفران* وسيئون.

use crate::analysis::demonym::demonym_at;
use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::index::Index;
use crate::key::KeySpace;
use crate::mention::context::discourse::Discourse;
use crate::mention::context::enumeration::is_ahead;
use crate::mention::lookup::Passage;
use crate::mention::lookup::name_entry::NameEntries;
use crate::mention::span::listed_site::ListedSite;
use crate::model::country::CountryCode;

/// Minimum length in letters of a word of such a name.
const MIN_LETTERS: usize = 3;

/// Maximum length in tokens of a name.
const MAX_WORDS: usize = 2;

/// The place that begins at a token, with the country of the one before it.
pub(crate) fn detect(
    index: &Index,
    entries: &mut NameEntries,
    passage: Passage<'_>,
    at: usize,
    discourse: &Discourse,
) -> Option<(ListedSite, CountryCode)> {
    let tokens = passage.tokens;
    let word = &tokens.list[at];
    if word.case != LetterCase::None || word.space != Some(KeySpace::Arabic) {
        return None;
    }
    let and = word.languages.has_proclitics() && tokens.letters(word).first() == Some(&'و');
    let skip = usize::from(and);
    let country = discourse.follows_place(passage, at, skip)?;
    let is_name = |last: usize| {
        let words = at..=last;
        let mut words =
            words.map(|word| is_unknown(tokens, word, if word == at { skip } else { 0 }));
        words.all(|unknown| unknown)
    };
    let spaced = |last: usize| {
        let next = tokens.list.get(last);
        last == at || next.is_some_and(|next| next.boundary == Boundary::Space)
    };
    let mut lasts = (at..at + MAX_WORDS).take_while(|&last| spaced(last) && is_name(last));
    let last = lasts.find(|&last| is_ahead(index, entries, passage, last, KeySpace::Arabic))?;
    Some((ListedSite::without_kind(at, last, skip), country))
}

/// Whether a token without its first letters is no word that the tables know.
fn is_unknown(tokens: &Tokens, at: usize, skip: usize) -> bool {
    let (word, known) = (&tokens.list[at], neighbor(tokens, at));
    word.tag == HashtagPart::None
        && word.space == Some(KeySpace::Arabic)
        && tokens.letters(word).len() >= MIN_LETTERS + skip
        && !known.is_ordinary(0)
        && !known.is_ordinary(skip)
        && !known.has_function()
        && demonym_at(tokens, at).is_none()
}
