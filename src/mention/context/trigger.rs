//! Feature words in a text, before a name or behind it: the trigger of a kind of place.

use crate::lang::affix;
use crate::lang::lexicon::{FeatureRule, Lexicon, Position};
use crate::mention::token::MAX_TRIGGER_WORDS;
use crate::mention::token::segmentation::Joint;
use crate::mention::token::{Word, Words};
use crate::model::evidence::Taken;
use crate::model::feature::Feature;

/// A feature word in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spotted {
    /// Its first and last word.
    pub first: usize,
    pub last: usize,
    /// Letters of the first word that do not belong to it: clitics, but not the article.
    pub skip: usize,
    /// Whether it has the article: then an adjective follows more often than a name, and it
    /// says nothing for one (المنطقة التجارية).
    pub definite: bool,
    pub rule: &'static FeatureRule,
}

impl Spotted {
    /// It as evidence, as it was written.
    pub fn taken(&self, text: &str, words: &Words) -> Taken {
        let (first, last) = (&words.list[self.first], &words.list[self.last]);
        let start = words.start_after(first, self.skip);
        let written = text.get(start..last.end).unwrap_or_default();
        Taken::FeatureWord(self.rule.word(written))
    }

    /// Whether it announces such a place.
    pub fn suits(&self, feature: Feature) -> bool {
        !self.definite && self.goes_with(feature)
    }

    pub fn goes_with(&self, feature: Feature) -> bool {
        self.rule.goes_with(feature)
    }
}

/// The feature word that ends right before a word, the one of most words.
pub(crate) fn before(words: &Words, at: usize, floor: usize) -> Option<Spotted> {
    // Most words end no feature word.
    let near = words
        .list
        .get(at.saturating_sub(MAX_TRIGGER_WORDS).max(floor)..at)?;
    let mut longest = near.iter().rev().map(|word| word.hints.feature_words);
    if !(1..)
        .zip(&mut longest)
        .any(|(count, longest)| longest >= count)
    {
        return None;
    }
    let lexicon = Lexicon::get();
    let mut spotted = None;
    let mut key = Vec::new();
    let mut joint = words.list.get(at)?.joint;
    for count in 1..=MAX_TRIGGER_WORDS.min(at.saturating_sub(floor)) {
        if !joint.joins() {
            break;
        }
        let first = at - count;
        let word = &words.list[first];
        joint = word.joint;
        let Some(space) = word.space else { continue };
        if usize::from(word.hints.feature_words) < count {
            continue;
        }
        let whole = std::iter::once((0, 0, false));
        let starts = affix::starts(words.letters(word))
            .filter(|start| start.prepend.is_empty())
            .map(|start| (start.skip, start.clitics(), start.takes_article()));
        for (skip, clitics, definite) in whole.chain(starts) {
            if lexicon.longest_feature_word(space, words.key_from(word, skip)) < count {
                continue;
            }
            words.join_key(first, at - 1, skip, &mut key);
            if let Some(rule) = lexicon.feature_word_of(space, &key, Position::Before) {
                spotted = Some(Spotted {
                    first,
                    last: at - 1,
                    skip: clitics,
                    definite,
                    rule,
                });
                break;
            }
        }
    }
    spotted
}

/// The most words of a feature word that begins at a word, on whichever side of a name.
pub(crate) fn longest_at(words: &Words, at: usize) -> u8 {
    let word = &words.list[at];
    let Some(space) = word.space else { return 0 };
    let starts = affix::starts(words.letters(word))
        .filter(|start| start.prepend.is_empty())
        .map(|start| start.skip);
    let longest = std::iter::once(0)
        .chain(starts)
        .map(|skip| Lexicon::get().longest_feature_word(space, words.key_from(word, skip)))
        .max();
    u8::try_from(longest.unwrap_or(0)).unwrap_or(u8::MAX)
}

/// The feature word that begins at a word, right after a name; the one of most words.
pub(crate) fn after(words: &Words, at: usize) -> Option<Spotted> {
    let lexicon = Lexicon::get();
    let word = words.list.get(at).filter(|word| touches(word.joint))?;
    let space = word.space.filter(|_| word.hints.feature_words > 0)?;
    let mut key = Vec::new();
    let longest = lexicon.longest_feature_word(space, words.key(word));
    (at..at + longest).rev().find_map(|last| {
        if !words.joined(at, last) {
            return None;
        }
        words.join_key(at, last, 0, &mut key);
        let rule = lexicon.feature_word_of(space, &key, Position::After)?;
        Some(Spotted {
            first: at,
            last,
            skip: 0,
            definite: false,
            rule,
        })
    })
}

/// Whether the first letters of a word and these are a feature word that stands after names.
pub(crate) fn is_head(words: &Words, word: &Word, letters: usize, append: &str) -> bool {
    let Some(space) = word.space else {
        return false;
    };
    let mut key = Vec::new();
    for letter in 0..letters {
        key.extend_from_slice(words.fold_of(word, letter));
    }
    for letter in append.chars() {
        key.extend_from_slice(crate::key::letter::fold_in(space, letter, &mut [0; 4]));
    }
    let rule = Lexicon::get().feature_word_of(space, &key, Position::After);
    rule.is_some()
}

fn touches(joint: Joint) -> bool {
    joint.joins() && joint != Joint::Underscore
}
