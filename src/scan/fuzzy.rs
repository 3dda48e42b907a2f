//! Misspelled names in text: only long words, and only where a feature word says that a name
//! follows (مدينة ستيباناكيرت). Text is full of words that are an edit away from a name.

use super::around::{self, Spotted};
use super::find::joins;
use super::habits::Habits;
use super::longer::is_surname;
use super::piece::Tag;
use super::words::{Case, Words};
use crate::evidence::Spelling;
use crate::lexicon::{Lexicon, Position};
use crate::place::FeatureClass;
use crate::query::{MaxEdits, Query};
use crate::resolution::{Resolution, Status};
use crate::resolver::Resolver;

/// A misspelled name of one word, behind its feature word.
pub(super) struct Sighting<'r> {
    pub at: usize,
    pub feature: Spotted,
    pub resolution: Resolution<'r>,
}

/// Shorter words are too near to too many names.
const LETTERS_LEAST: usize = 7;

/// The misspelled name at a word, if a feature word licenses to look for one.
pub(super) fn sight<'r>(
    resolver: &'r Resolver,
    words: &Words,
    at: usize,
    floor: usize,
    habits: Habits,
) -> Option<Sighting<'r>> {
    let word = &words.list[at];
    let letters = words.letters(word);
    if letters.len() < LETTERS_LEAST || word.tag != Tag::None || !joins(word.joint) {
        return None;
    }
    if word.case == Case::Small && habits.capitals {
        return None;
    }
    let feature = around::before(words, at, floor)?;
    let asks_for_settlement = matches!(
        feature.rule.class,
        FeatureClass::Populated | FeatureClass::Administrative
    );
    if feature.definite || !asks_for_settlement || is_something_else(words, at) {
        return None;
    }
    // Behind a feature word the article makes an adjective more often than a name.
    if letters.starts_with(&['ا', 'ل']) {
        return None;
    }
    let written: String = letters.iter().collect();
    let query = Query::new(written).max_edits(MaxEdits::Limit(1));
    let resolution = resolver.resolve(query);
    let best = resolution.best()?;
    let edited = matches!(best.spelling, Spelling::Edited { .. });
    let fits = feature.suits(best.place().feature());
    (resolution.status() == Status::Resolved && edited && fits).then_some(Sighting {
        at,
        feature,
        resolution,
    })
}

/// Whether the word is an ordinary word, a feature word or a surname.
fn is_something_else(words: &Words, at: usize) -> bool {
    let (word, known) = (&words.list[at], words.neighbor(at));
    let Some(space) = word.space else {
        return true;
    };
    let after = || Lexicon::get().feature_word_of(space, words.key(word), Position::After);
    known.is_ordinary(0)
        || known.is_feature_word
        || after().is_some()
        || is_surname(words.letters(word).iter().copied())
}
