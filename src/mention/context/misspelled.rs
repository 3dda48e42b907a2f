//! Misspelled names: only of one long token, and only where a feature word says that it is one (مدينة
//! ستيباناكيرت, Ստեփանակերդ քաղաքում). Text is full of words that are an edit away from a name.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::HashtagPart;
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger;
use crate::analysis::trigger::Trigger;
use crate::index::Index;
use crate::lang::lexicon::{Position, entry};
use crate::lang::surname::is_surname;
use crate::model::evidence::MatchKind;
use crate::model::feature::FeatureClass;
use crate::model::status::Status;
use crate::query::Query;
use crate::query::max_edits::MaxEdits;
use crate::rank::candidate::Candidate;
use crate::resolution::Resolution;
use crate::resolution::resolve::resolve;
use crate::text::style::TextStyle;

/// A misspelled name of one token, beside its feature word.
pub(crate) struct MisspelledName<'r> {
    pub at: usize,
    pub feature: Trigger,
    pub resolution: Resolution<'r>,
}

/// Minimum length in letters of a misspelled name: shorter words are an edit away from too many.
const MIN_LETTERS: usize = 7;

/// The misspelled name at a token, if a feature word licenses to look for one; `before` is the one before it.
pub(crate) fn detect<'r>(
    index: &'r Index,
    tokens: &Tokens,
    at: usize,
    before: Option<Trigger>,
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
    let behind = || trigger::after(tokens, at + 1).filter(|_| !goes_on_before(tokens, at));
    let feature = before.or_else(behind)?;
    let asks_for_settlement = matches!(
        feature.rule.class,
        FeatureClass::Populated | FeatureClass::Administrative
    );
    if feature.definite || !asks_for_settlement || is_other_word(tokens, at) {
        return None;
    }
    // Behind a feature word the article makes an adjective more often than a name.
    if letters.starts_with(&['ا', 'ل']) {
        return None;
    }
    let is_no_misspelling = tokens.is_no_misspelling(at);
    if is_no_misspelling.get() {
        return None;
    }
    let written: String = letters.iter().collect();
    let resolution = resolution(index, &written);
    let is_edited = |best: &&Candidate<'_>| matches!(best.spelling, MatchKind::Edited { .. });
    let Some(best) = resolution
        .best()
        .filter(is_edited)
        .filter(|_| resolution.status() == Status::Resolved)
    else {
        is_no_misspelling.set(true);
        return None;
    };
    let fits = feature.suits(best.place().feature());
    fits.then_some(MisspelledName {
        at,
        feature,
        resolution,
    })
}

/// Whether the word before a token may begin the name that the token ends: Yuxarı *Ağcakənd* kəndi.
pub(super) fn goes_on_before(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    let before = at.checked_sub(1).filter(|_| word.boundary.joins());
    before.is_some_and(|before| {
        tokens.list[before].case == word.case && tokens.list[before].space == word.space
    })
}

/// The places of a name with one error at most.
pub(crate) fn resolution<'r>(index: &'r Index, written: &str) -> Resolution<'r> {
    resolve(index, &Query::new(written).max_edits(MaxEdits::Limit(1)))
}

/// Whether a token is an ordinary word, a feature word or a surname.
pub(super) fn is_other_word(tokens: &Tokens, at: usize) -> bool {
    let (word, known) = (&tokens.list[at], neighbor(tokens, at));
    let Some(space) = word.space else {
        return true;
    };
    let after = || {
        let key = tokens.key(word);
        entry(space, key).feature_word(word.languages, Position::After)
    };
    known.is_ordinary(0)
        || known.is_feature_word
        || after().is_some()
        || is_surname(word.languages, tokens.letters(word).iter().copied())
}
