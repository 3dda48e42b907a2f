//! Feature words before a name or behind it: the triggers of a kind of place.

use crate::analysis::neighbor::neighbor;
use crate::analysis::policy::Policy;
use crate::analysis::split::stems;
use crate::analysis::token::MAX_TRIGGER_WORDS;
use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{Token, Tokens};
use crate::lang::lexicon::{FeatureRule, Position, entry};
use crate::model::evidence::StrippedAffix;
use crate::model::feature::Feature;

/// A feature word where it stands.
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
    pub rule: FeatureRule,
}

impl Trigger {
    /// Adds it as evidence, as it was written in `text`.
    pub fn strip(
        &self,
        tokens: &Tokens,
        text: &str,
        policy: &Policy,
        stripped: &mut Vec<StrippedAffix>,
    ) {
        let (first, last) = (&tokens.list[self.first], &tokens.list[self.last]);
        if policy.trigger_proclitics {
            let clitics = tokens.letters(first).iter().take(self.skip);
            stripped.extend(clitics.map(|letter| StrippedAffix::Clitic(letter.to_string())));
            stripped.extend(self.definite.then_some(StrippedAffix::Article));
        }
        let start = tokens.start_after(first, self.skip);
        let written = text.get(start..last.end).unwrap_or_default();
        stripped.push(StrippedAffix::FeatureWord(self.rule.word(written)));
    }

    /// Whether it announces a name at all.
    pub fn announces(&self, policy: &Policy) -> bool {
        !self.definite || policy.definite_triggers
    }

    /// Whether it announces such a place in a text.
    pub fn suits(&self, feature: Feature) -> bool {
        self.announces(&Policy::TEXT) && self.goes_with(feature)
    }

    /// Whether it is of such a feature, definite or not.
    pub fn goes_with(&self, feature: Feature) -> bool {
        self.rule.goes_with(feature)
    }
}

/// The longest feature word that ends right before a token.
pub(crate) fn before(tokens: &Tokens, at: usize, first_free: usize) -> Option<Trigger> {
    before_boundary(tokens, at, first_free, tokens.list.get(at)?.boundary)
}

/// The same before a name in quotation marks, too: аэропорт «Мирный».
pub(crate) fn before_or_quoted(tokens: &Tokens, at: usize, first_free: usize) -> Option<Trigger> {
    let boundary = match tokens.list.get(at)?.boundary {
        Boundary::Quote => Boundary::Space,
        other => other,
    };
    before_boundary(tokens, at, first_free, boundary)
}

fn before_boundary(
    tokens: &Tokens,
    at: usize,
    first_free: usize,
    mut boundary: Boundary,
) -> Option<Trigger> {
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
    let mut trigger = None;
    let mut key = Vec::new();
    for count in 1..=MAX_TRIGGER_WORDS.min(at.saturating_sub(first_free)) {
        if !boundary.joins() {
            break;
        }
        let first = at - count;
        let word = &tokens.list[first];
        boundary = word.boundary;
        let longest = match word.hints.feature_words {
            // Of a token that was not looked at by itself.
            u8::MAX => neighbor(tokens, first).longest_feature_word,
            longest => longest,
        };
        if usize::from(longest) < count {
            continue;
        }
        trigger = of_words(tokens, first, at - 1, &mut key).or(trigger);
    }
    trigger
}

/// The feature word that some words in a row are before a name, with the least proclitics stripped;
/// `key` is room for their key.
pub(crate) fn of_words(
    tokens: &Tokens,
    first: usize,
    last: usize,
    key: &mut Vec<u8>,
) -> Option<Trigger> {
    let word = &tokens.list[first];
    let space = word.space?;
    if first == last {
        let found = neighbor(tokens, first).feature_word?;
        return Some(Trigger {
            first,
            last,
            skip: found.skip,
            definite: found.definite,
            rule: found.rule,
        });
    }
    stems(word.languages, tokens.letters(word)).find_map(|stem| {
        let said = entry(space, tokens.key_from(word, stem.skip));
        if said.longest_feature_word() < last + 1 - first {
            return None;
        }
        tokens.join_key(first, last, stem.skip, key);
        let rule = entry(space, key).feature_word(word.languages, Position::Before)?;
        Some(Trigger {
            first,
            last,
            skip: stem.clitics,
            definite: stem.definite,
            rule,
        })
    })
}

/// The feature word that some words in a row are behind a name.
pub(crate) fn of_words_after(
    tokens: &Tokens,
    first: usize,
    last: usize,
    key: &mut Vec<u8>,
) -> Option<Trigger> {
    let word = &tokens.list[first];
    let space = word.space?;
    let key = match first == last {
        true => tokens.key(word),
        false => {
            tokens.join_key(first, last, 0, key);
            key
        }
    };
    let rule = entry(space, key).feature_word(word.languages, Position::After);
    let rule = rule.or_else(|| relative(tokens, first, last))?;
    Some(Trigger {
        first,
        last,
        skip: 0,
        definite: false,
        rule,
    })
}

/// The feature word behind a name that some words are but for the ending of what is there: prospektində*ki*.
fn relative(tokens: &Tokens, first: usize, last: usize) -> Option<FeatureRule> {
    let (word, end) = (&tokens.list[first], &tokens.list[last]);
    let rest = letters_without_relative(tokens, end)?;
    let (mut key, mut of_last) = (Vec::new(), Vec::new());
    if last > first {
        tokens.join_key(first, last, 0, &mut key);
        key.truncate(key.len() - tokens.key(end).len());
    }
    tokens.stem_key(end, rest, "", &mut of_last);
    key.extend(of_last);
    entry(word.space?, &key).feature_word(word.languages, Position::After)
}

/// The number of letters of a token without the ending of what is there, if it has one.
fn letters_without_relative(tokens: &Tokens, word: &Token) -> Option<usize> {
    let letters = tokens.letters(word);
    let rest = word.languages.without_relative(letters).len();
    (0 < rest && rest < letters.len()).then_some(rest)
}

/// Whether a token by itself is a feature word behind names but for the ending of what is there.
pub(crate) fn is_relative(tokens: &Tokens, at: usize) -> bool {
    tokens.list[at].space.is_some() && relative(tokens, at, at).is_some()
}

/// The longest feature word that begins at a token right behind a name.
pub(crate) fn after(tokens: &Tokens, at: usize) -> Option<Trigger> {
    let touches = touches(tokens.list.get(at)?.boundary);
    touches.then(|| at_token(tokens, at)).flatten()
}

/// The longest feature word of those behind names that begins at a token, whatever stands before it.
pub(crate) fn at_token(tokens: &Tokens, at: usize) -> Option<Trigger> {
    let word = tokens.list.get(at)?;
    let space = word.space.filter(|_| word.hints.feature_words > 0)?;
    let mut key = Vec::new();
    let longest = entry(space, tokens.key(word)).longest_feature_word();
    (at..at + longest.max(1)).rev().find_map(|last| {
        if !tokens.joined(at, last) {
            return None;
        }
        of_words_after(tokens, at, last, &mut key)
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
    let rule = entry(space, &key).feature_word(word.languages, Position::After);
    rule.is_some()
}

fn touches(boundary: Boundary) -> bool {
    boundary.joins() && boundary != Boundary::Underscore
}
