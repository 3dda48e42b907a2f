//! Feature words in a text, before a name or behind it: the trigger of a kind of place.

use crate::lang::affix;
use crate::lang::lexicon::{FeatureRule, Lexicon, Position};
use crate::mention::token::MAX_TRIGGER_WORDS;
use crate::mention::token::segmentation::Boundary;
use crate::mention::token::{Token, Tokens};
use crate::model::evidence::StrippedAffix;
use crate::model::feature::Feature;

/// A feature word in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trigger {
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

impl Trigger {
    /// It as evidence, as it was written.
    pub fn stripped(&self, text: &str, tokens: &Tokens) -> StrippedAffix {
        let (first, last) = (&tokens.list[self.first], &tokens.list[self.last]);
        let start = tokens.start_after(first, self.skip);
        let written = text.get(start..last.end).unwrap_or_default();
        StrippedAffix::FeatureWord(self.rule.word(written))
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
pub(crate) fn before(tokens: &Tokens, at: usize, floor: usize) -> Option<Trigger> {
    // Most words end no feature word.
    let near = tokens
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
    let mut trigger = None;
    let mut key = Vec::new();
    let mut boundary = tokens.list.get(at)?.boundary;
    for count in 1..=MAX_TRIGGER_WORDS.min(at.saturating_sub(floor)) {
        if !boundary.joins() {
            break;
        }
        let first = at - count;
        let word = &tokens.list[first];
        boundary = word.boundary;
        let Some(space) = word.space else { continue };
        if usize::from(word.hints.feature_words) < count {
            continue;
        }
        let whole = std::iter::once((0, 0, false));
        let proclitic_splits = affix::proclitic_splits(word.languages, tokens.letters(word))
            .filter(|start| start.prepend.is_empty())
            .map(|start| (start.skip, start.clitics(), start.takes_article()));
        for (skip, clitics, definite) in whole.chain(proclitic_splits) {
            if lexicon.longest_feature_word(space, tokens.key_from(word, skip)) < count {
                continue;
            }
            tokens.join_key(first, at - 1, skip, &mut key);
            if let Some(rule) =
                lexicon.feature_word_of(word.languages, space, &key, Position::Before)
            {
                trigger = Some(Trigger {
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
    trigger
}

/// The most words of a feature word that begins at a word, on whichever side of a name.
pub(crate) fn longest_at(tokens: &Tokens, at: usize) -> u8 {
    let word = &tokens.list[at];
    let Some(space) = word.space else { return 0 };
    let proclitic_splits = affix::proclitic_splits(word.languages, tokens.letters(word))
        .filter(|start| start.prepend.is_empty())
        .map(|start| start.skip);
    let longest = std::iter::once(0)
        .chain(proclitic_splits)
        .map(|skip| Lexicon::get().longest_feature_word(space, tokens.key_from(word, skip)))
        .max();
    u8::try_from(longest.unwrap_or(0)).unwrap_or(u8::MAX)
}

/// The feature word that begins at a word, right after a name; the one of most words.
pub(crate) fn after(tokens: &Tokens, at: usize) -> Option<Trigger> {
    let lexicon = Lexicon::get();
    let word = tokens.list.get(at).filter(|word| touches(word.boundary))?;
    let space = word.space.filter(|_| word.hints.feature_words > 0)?;
    let mut key = Vec::new();
    let longest = lexicon.longest_feature_word(space, tokens.key(word));
    (at..at + longest).rev().find_map(|last| {
        if !tokens.joined(at, last) {
            return None;
        }
        tokens.join_key(at, last, 0, &mut key);
        let rule = lexicon.feature_word_of(word.languages, space, &key, Position::After)?;
        Some(Trigger {
            first: at,
            last,
            skip: 0,
            definite: false,
            rule,
        })
    })
}

/// Whether the first letters of a word and these are a feature word that stands after names.
pub(crate) fn is_head(tokens: &Tokens, word: &Token, letters: usize, append: &str) -> bool {
    let Some(space) = word.space else {
        return false;
    };
    let mut key = Vec::new();
    for letter in 0..letters {
        key.extend_from_slice(tokens.fold_of(word, letter));
    }
    for letter in append.chars() {
        key.extend_from_slice(crate::key::letter::fold_in(space, letter, &mut [0; 4]));
    }
    let rule = Lexicon::get().feature_word_of(word.languages, space, &key, Position::After);
    rule.is_some()
}

fn touches(boundary: Boundary) -> bool {
    boundary.joins() && boundary != Boundary::Underscore
}
