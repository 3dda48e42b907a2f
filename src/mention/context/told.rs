//! Names that no gazetteer holds and that a head has told: where a text said *the quarter of X*, it
//! means the same place by X alone. Words are names of quarters and sites often enough; so X counts
//! again only where something is said to be there, in a hashtag, or if it has two words.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::Use;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// The names told by a head, in a text as far as it was read.
#[derive(Debug, Default)]
pub(crate) struct ToldNames {
    /// Their letters, words parted by a blank,
    names: FxHashMap<Vec<char>, Telling>,
    /// and the order in which they were told, to forget the oldest.
    order: VecDeque<Vec<char>>,
}

/// How a name was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// The index does not hold it.
    Unlisted,
    /// It is a misspelled name of the index.
    Misspelled,
    /// It sounds like the name of this number of the index, at such a cost.
    Unheard { name: u32, cost: u16 },
}

/// Maximum number of names that are kept.
const MAX_TOLD: usize = 128;

/// Maximum length in tokens of a name that is kept.
const MAX_WORDS: usize = 3;

/// Minimum length in letters of a name that is kept.
const MIN_LETTERS: usize = 4;

/// A told name where it stands again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ToldAgain {
    pub first: usize,
    pub last: usize,
    /// Number of letters of the first token that are clitics.
    pub skip: usize,
    pub telling: Telling,
}

impl ToldNames {
    /// Takes note of the name that some tokens are.
    pub fn add(&mut self, tokens: &Tokens, first: usize, last: usize, telling: Telling) {
        let letters = letters_of(tokens, first, last, 0);
        let words = last + 1 - first;
        if words > MAX_WORDS || letters.len() < MIN_LETTERS || self.names.contains_key(&letters) {
            return;
        }
        if self.order.len() == MAX_TOLD
            && let Some(oldest) = self.order.pop_front()
        {
            self.names.remove(&oldest);
        }
        self.order.push_back(letters.clone());
        self.names.insert(letters, telling);
    }

    /// The name told before that begins at a token, with what is stripped off it.
    pub fn at(&self, tokens: &Tokens, at: usize) -> Option<ToldAgain> {
        let word = &tokens.list[at];
        if self.names.is_empty()
            || word.space != Some(KeySpace::Arabic)
            || word.tag == HashtagPart::Handle
        {
            return None;
        }
        let goes_on = |last: usize| {
            let next = tokens.list.get(last + 1);
            next.is_some_and(|next| next.tag == HashtagPart::Hash)
        };
        // A hashtag is a name as a whole.
        let begins = word.tag != HashtagPart::Hash;
        affix::beginnings(word.languages, tokens.letters(word))
            .take_while(|&skip| begins && (skip == 0 || word.tag == HashtagPart::None))
            .find_map(|skip| {
                let (last, telling) = (at..at + MAX_WORDS)
                    .take_while(|&last| last == at || tokens.joined(last - 1, last))
                    .filter(|&last| !goes_on(last))
                    .filter(|&last| last < tokens.list.len())
                    .filter_map(|last| {
                        let letters = letters_of(tokens, at, last, skip);
                        Some((last, *self.names.get(&letters)?))
                    })
                    .last()?;
                Some(ToldAgain {
                    first: at,
                    last,
                    skip,
                    telling,
                })
            })
    }
}

impl ToldAgain {
    /// Whether the place is meant: a name of two words, one in a hashtag, one at which something is.
    pub fn is_meant(&self, tokens: &Tokens) -> bool {
        let word = &tokens.list[self.first];
        let clitics = tokens.letters(word).get(..self.skip).unwrap_or_default();
        let before = self.first.checked_sub(1);
        let spaced = word.boundary == Boundary::Space && self.skip == 0;
        self.last > self.first
            || word.tag != HashtagPart::None
            || clitics.contains(&'ب')
            || before.is_some_and(|at| spaced && neighbor(tokens, at).uses.has(Use::At))
    }
}

/// The letters of some tokens without the first ones, words parted by a blank.
fn letters_of(tokens: &Tokens, first: usize, last: usize, skip: usize) -> Vec<char> {
    let mut letters = Vec::new();
    for at in first..=last {
        let word = tokens.letters(&tokens.list[at]);
        match at == first {
            true => letters.extend_from_slice(word.get(skip..).unwrap_or_default()),
            false => {
                letters.push(' ');
                letters.extend_from_slice(word);
            }
        }
    }
    letters
}
