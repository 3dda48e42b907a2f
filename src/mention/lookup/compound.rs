//! Names that were written together: #حفرالباطن, المدينةالمنورة, أذربيجانوأرمينيا.
//!
//! They are looked for only in tokens in which nothing else was detected: a name of several words
//! without the spaces between them, or two names with و "and" between them.

use crate::analysis::token::segmentation::HashtagPart;
use crate::analysis::token::{Token, Tokens};
use crate::fuzzy::Cursor;
use crate::index::Index;
use crate::key::KeySpace;
use crate::key::fold::SPACE;
use crate::lang::affix::{self, ProcliticSplit};
use crate::mention::lookup::foremost::names_from;
use crate::mention::lookup::prominence;
use crate::mention::lookup::prominence::{Prominence, is_well_known};

/// A name in a part of a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CompoundPart {
    pub at: usize,
    /// Letters of the token before and behind it.
    pub skip: usize,
    pub drop: usize,
    /// Letters behind the name before it in the same token, if there is one.
    pub drop_before: Option<usize>,
    /// What the dictionary stores with it.
    pub value: u64,
}

/// Minimum length in letters of a token that is split.
const MIN_LETTERS: usize = 7;

/// Maximum number of spaces that are missing in a name.
pub(super) const MAX_SPACES: usize = 2;

/// Minimum length in letters of each of two names written together.
const MIN_PART: usize = 3;

/// Whether names are looked for that a token is made of: only languages with clitics write names together
/// with و.
pub(crate) fn is_looked_for(tokens: &Tokens, word: &Token) -> bool {
    word.space == Some(KeySpace::Arabic)
        && word.languages.has_proclitics()
        && tokens.letters(word).len() >= MIN_LETTERS
}

/// Whether a token with these splits may be made of names, by its form alone; `is_spaced` if it is known
/// whether it is one of several words.
pub(crate) fn may_begin(
    index: &Index,
    tokens: &Tokens,
    at: usize,
    splits: impl Iterator<Item = ProcliticSplit>,
    is_spaced: Option<bool>,
) -> bool {
    let word = &tokens.list[at];
    if !is_looked_for(tokens, word) {
        return false;
    }
    index.keys(KeySpace::Arabic).walk().is_some_and(|root| {
        let walk = LetterWalk { tokens, word, root };
        let is_spaced_from = |skip| walk.spaced(skip).is_some();
        is_spaced == Some(true)
            || affix::beginnings_of(splits).any(|skip| {
                (is_spaced.is_none() && is_spaced_from(skip)) || walk.pair(skip).is_some()
            })
    })
}

/// Follows the letters of a key: the cursor behind them, if keys go on with all of them, and the name that
/// they make up with at most so many spaces inserted, one at least.
pub(super) fn spaced<'r>(
    root: Cursor<'r>,
    key: &[u8],
    spaces: usize,
) -> (Option<Cursor<'r>>, Option<u64>) {
    let (mut cursor, mut name) = (root, None);
    for (at, letter) in key.iter().enumerate() {
        // Behind most beginnings no name goes on with a space.
        if spaces > 0 && at > 0 && name.is_none() && cursor.goes_on_with_space() {
            name = cursor.step(SPACE).and_then(|behind| {
                let (end, spaced) = spaced(behind, &key[at..], spaces - 1);
                end.and_then(Cursor::value).or(spaced)
            });
        }
        match cursor.step(*letter) {
            Some(next) => cursor = next,
            None => return (None, name),
        }
    }
    (Some(cursor), name)
}

/// The names that a token is made of; none if it is one word.
pub(crate) fn parts(index: &Index, tokens: &Tokens, at: usize) -> Vec<CompoundPart> {
    let word = &tokens.list[at];
    if !word.hints.compound {
        return Vec::new();
    }
    let letters = tokens.letters(word);
    let goes_on = tokens
        .list
        .get(at + 1)
        .is_some_and(|next| next.tag == HashtagPart::Hash);
    let whole = match word.tag {
        HashtagPart::None => true,
        HashtagPart::HashStart => !goes_on,
        HashtagPart::Hash | HashtagPart::Handle => false,
    };
    let long = letters.len() >= MIN_LETTERS && word.space == Some(KeySpace::Arabic);
    if !long || !whole {
        return Vec::new();
    }
    let Some(root) = index.keys(KeySpace::Arabic).walk() else {
        return Vec::new();
    };
    let walk = LetterWalk { tokens, word, root };
    for skip in affix::beginnings(word.languages, letters)
        .take_while(|skip| *skip == 0 || word.tag == HashtagPart::None)
    {
        if let Some(value) = walk.spaced(skip)
            && (word.tag != HashtagPart::None || is_prominent(index, value))
        {
            return vec![CompoundPart {
                at,
                skip,
                drop: 0,
                drop_before: None,
                value,
            }];
        }
    }
    let known = |value| -> Option<u64> {
        let mut names = names_from(index, value);
        let known = names.any(|name| is_well_known(name.place()));
        known.then_some(value)
    };
    let pair = affix::beginnings(word.languages, letters)
        .take_while(|_| word.tag == HashtagPart::None)
        .find_map(|skip| {
            let (and, first, second) = walk.pair(skip)?;
            Some((skip, and, known(first)?, known(second)?))
        });
    match pair {
        Some((skip, and, first, second)) => {
            let drop = letters.len() - and;
            let first = CompoundPart {
                at,
                skip,
                drop,
                drop_before: None,
                value: first,
            };
            let second = CompoundPart {
                at,
                skip: and + 1,
                drop: 0,
                drop_before: Some(drop),
                value: second,
            };
            vec![first, second]
        }
        None => Vec::new(),
    }
}

/// Whether a place of the name is prominent enough to be meant: عبدالرحمن is a man, not the hamlet
/// عبد الرحمن.
fn is_prominent(index: &Index, value: u64) -> bool {
    let mut names = names_from(index, value);
    names.any(|name| prominence::of(name.place(), name) == Prominence::Bare)
}

/// Walks in the dictionary along the letters of a token.
struct LetterWalk<'a, 'r> {
    tokens: &'a Tokens,
    word: &'a Token,
    root: Cursor<'r>,
}

impl<'r> LetterWalk<'_, 'r> {
    fn step(&self, cursor: Cursor<'r>, letter: usize) -> Option<Cursor<'r>> {
        let mut key = self.tokens.fold_of(self.word, letter).iter();
        key.try_fold(cursor, |cursor, &byte| cursor.step(byte))
    }

    /// The name that the letters from one on make up, without a space.
    fn name(&self, from: Cursor<'r>, letter: usize) -> Option<u64> {
        let key = self.tokens.key_from(self.word, letter);
        let (cursor, followed) = from.follow(key);
        (followed == key.len()).then(|| cursor.value())?
    }

    /// The name that the letters from one on make up with spaces inserted.
    fn spaced(&self, from: usize) -> Option<u64> {
        let key = self.tokens.key_from(self.word, from);
        spaced(self.root, key, MAX_SPACES).1
    }

    /// The number of the و between two names, the first of which begins at a letter, and the two
    /// names.
    fn pair(&self, from: usize) -> Option<(usize, u64, u64)> {
        let letters = self.tokens.letters(self.word);
        // Most words have no letter that may be the "and".
        let ends = from + MIN_PART..letters.len().saturating_sub(MIN_PART);
        let (mut cursor, mut read) = (self.root, from);
        for at in ends.filter(|&at| letters[at] == 'و') {
            cursor = (read..at).try_fold(cursor, |cursor, letter| self.step(cursor, letter))?;
            read = at;
            if let Some(first) = cursor.value()
                && let Some(second) = self.name(self.root, at + 1)
            {
                return Some((at, first, second));
            }
        }
        None
    }
}
