//! Misspelled names in text: only long words, and only where a feature word says that a name
//! follows (مدينة ستيباناكيرت). Text is full of words that are an edit away from a name.

use crate::index::Index;
use crate::lang::lexicon::{Lexicon, Position};
use crate::lang::surname::is_surname;
use crate::mention::context::neighbor::neighbor;
use crate::mention::context::trigger;
use crate::mention::context::trigger::Trigger;
use crate::mention::token::segmentation::HashtagPart;
use crate::mention::token::{LetterCase, Tokens};
use crate::model::evidence::MatchKind;
use crate::model::feature::FeatureClass;
use crate::model::status::Status;
use crate::query::{MaxEdits, Query};
use crate::resolution::Resolution;
use crate::resolution::resolve::resolve;
use crate::text::style::TextStyle;

/// A misspelled name of one word, behind its feature word.
pub(crate) struct MisspelledName<'r> {
    pub at: usize,
    pub feature: Trigger,
    pub resolution: Resolution<'r>,
}

/// Shorter words are too near to too many names.
const MIN_LETTERS: usize = 7;

/// The misspelled name at a word, if a feature word licenses to look for one.
pub(crate) fn detect<'r>(
    index: &'r Index,
    tokens: &Tokens,
    at: usize,
    floor: usize,
    style: TextStyle,
) -> Option<MisspelledName<'r>> {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    if letters.len() < MIN_LETTERS
        || word.tag != HashtagPart::None
        || !word.boundary.joins()
        || !tokens.are_whole(at, at)
    {
        return None;
    }
    if word.case == LetterCase::Small && style.capitals {
        return None;
    }
    let feature = trigger::before(tokens, at, floor)?;
    let asks_for_settlement = matches!(
        feature.rule.class,
        FeatureClass::Populated | FeatureClass::Administrative
    );
    if feature.definite || !asks_for_settlement || is_something_else(tokens, at) {
        return None;
    }
    // Behind a feature word the article makes an adjective more often than a name.
    if letters.starts_with(&['ا', 'ل']) {
        return None;
    }
    let written: String = letters.iter().collect();
    let query = Query::new(written).max_edits(MaxEdits::Limit(1));
    let resolution = resolve(index, &query);
    let best = resolution.best()?;
    let edited = matches!(best.spelling, MatchKind::Edited { .. });
    let fits = feature.suits(best.place().feature());
    (resolution.status() == Status::Resolved && edited && fits).then_some(MisspelledName {
        at,
        feature,
        resolution,
    })
}

/// Whether the word is an ordinary word, a feature word or a surname.
fn is_something_else(tokens: &Tokens, at: usize) -> bool {
    let (word, known) = (&tokens.list[at], neighbor(tokens, at));
    let Some(space) = word.space else {
        return true;
    };
    let after = || {
        let key = tokens.key(word);
        Lexicon::get().feature_word_of(word.languages, space, key, Position::After)
    };
    known.is_ordinary(0)
        || known.is_feature_word
        || after().is_some()
        || is_surname(word.languages, tokens.letters(word).iter().copied())
}
