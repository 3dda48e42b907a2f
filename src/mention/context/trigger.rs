//! Feature words before a name or behind it: triggers of a kind of place.

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
    /// Its first and last token.
    pub first: usize,
    pub last: usize,
    /// Number of letters of the first token that do not belong to it: clitics, but not the article.
    pub skip: usize,
    /// Whether it has the article: then an adjective follows more often than a name, and it
    /// says nothing for one (المنطقة التجارية).
    pub definite: bool,
    pub rule: &'static FeatureRule,
}

impl Trigger {
    /// The evidence that it gives, as it was written.
    pub fn stripped(&self, text: &str, tokens: &Tokens) -> StrippedAffix {
        let (first, last) = (&tokens.list[self.first], &tokens.list[self.last]);
        let start = tokens.start_after(first, self.skip);
        let written = text.get(start..last.end).unwrap_or_default();
        StrippedAffix::FeatureWord(self.rule.word(written))
    }

    /// Whether it announces a place of such a feature.
    pub fn suits(&self, feature: Feature) -> bool {
        !self.definite && self.goes_with(feature)
    }

    /// Whether it is of such a feature, definite or not.
    pub fn goes_with(&self, feature: Feature) -> bool {
        self.rule.goes_with(feature)
    }
}

/// The longest feature word that ends right before a token.
pub(crate) fn before(tokens: &Tokens, at: usize, first_free: usize) -> Option<Trigger> {
    // Most tokens end no feature word.
    let preceding = tokens
        .list
        .get(at.saturating_sub(MAX_TRIGGER_WORDS).max(first_free)..at)?;
    let mut longest = preceding.iter().rev().map(|word| word.hints.feature_words);
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
    for count in 1..=MAX_TRIGGER_WORDS.min(at.saturating_sub(first_free)) {
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
        let proclitic_splits = affix::proclitic_splits(tokens.letters(word))
            .filter(|split| split.prepend.is_empty())
            .map(|split| (split.skip, split.clitics(), split.takes_article()));
        for (skip, clitics, definite) in whole.chain(proclitic_splits) {
            if lexicon.longest_feature_word(space, tokens.key_from(word, skip)) < count {
                continue;
            }
            tokens.join_key(first, at - 1, skip, &mut key);
            if let Some(rule) = lexicon.feature_word_of(space, &key, Position::Before) {
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

/// Maximum length in tokens of a feature word that begins at a token, on either side of a name, by
/// its form alone.
pub(crate) fn longest_at(tokens: &Tokens, at: usize) -> u8 {
    let word = &tokens.list[at];
    let Some(space) = word.space else { return 0 };
    let proclitic_splits = affix::proclitic_splits(tokens.letters(word))
        .filter(|split| split.prepend.is_empty())
        .map(|split| split.skip);
    let longest = std::iter::once(0)
        .chain(proclitic_splits)
        .map(|skip| Lexicon::get().longest_feature_word(space, tokens.key_from(word, skip)))
        .max();
    u8::try_from(longest.unwrap_or(0)).unwrap_or(u8::MAX)
}

/// The longest feature word that begins at a token right behind a name.
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
        let rule = lexicon.feature_word_of(space, &key, Position::After)?;
        Some(Trigger {
            first: at,
            last,
            skip: 0,
            definite: false,
            rule,
        })
    })
}

/// Whether the first letters of a token and `append` are a feature word of those behind names.
pub(crate) fn is_trailing_stem(
    tokens: &Tokens,
    word: &Token,
    letters: usize,
    append: &str,
) -> bool {
    let Some(space) = word.space else {
        return false;
    };
    let mut key = Vec::new();
    tokens.stem_key(word, letters, append, &mut key);
    let rule = Lexicon::get().feature_word_of(space, &key, Position::After);
    rule.is_some()
}

fn touches(boundary: Boundary) -> bool {
    boundary.joins() && boundary != Boundary::Underscore
}
