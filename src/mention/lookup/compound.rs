//! Names that were written together: #حفرالباطن, المدينةالمنورة, أذربيجانوأرمينيا.
//!
//! Looked for only in words in which nothing else was found: a name of several words without
//! the spaces between them, or two names with و "and" between them.

use crate::fuzzy::Cursor;
use crate::index::Index;
use crate::key::KeySpace;
use crate::key::letter::fold_in;
use crate::lang::affix;
use crate::mention::lookup::prominence;
use crate::mention::lookup::prominence::{Weight, is_well_known};
use crate::mention::token::segmentation::Tag;
use crate::mention::token::{Word, Words};

/// A name in a part of a word.
pub(crate) struct Part {
    /// Letters of the word before and after it.
    pub skip: usize,
    pub drop: usize,
    /// What the dictionary stores with it.
    pub value: u64,
}

/// Shorter words are not taken apart.
const LETTERS_LEAST: usize = 7;

/// So many spaces may be missing in a name.
const SPACES_MOST: usize = 2;

/// Of two names written together each has so many letters.
const PART_LEAST: usize = 3;

/// Whether a word may be made of names, wherever it stands.
pub(crate) fn may_begin(index: &Index, words: &Words, at: usize) -> bool {
    let word = &words.list[at];
    let letters = words.letters(word);
    if letters.len() < LETTERS_LEAST || word.space != Some(KeySpace::Arabic) {
        return false;
    }
    index.keys(KeySpace::Arabic).walk().is_some_and(|root| {
        let walk = Walk { words, word, root };
        affix::beginnings(letters)
            .any(|skip| walk.spaced(root, skip, SPACES_MOST).is_some() || walk.pair(skip).is_some())
    })
}

/// The names that a word is made of; none if it is one word.
pub(crate) fn parts(index: &Index, words: &Words, at: usize) -> Vec<Part> {
    let word = &words.list[at];
    if !word.hints.joined {
        return Vec::new();
    }
    let letters = words.letters(word);
    let goes_on = words
        .list
        .get(at + 1)
        .is_some_and(|next| next.tag == Tag::Hash);
    let whole = match word.tag {
        Tag::None => true,
        Tag::HashStart => !goes_on,
        Tag::Hash | Tag::Handle => false,
    };
    let long = letters.len() >= LETTERS_LEAST && word.space == Some(KeySpace::Arabic);
    if !long || !whole {
        return Vec::new();
    }
    let Some(root) = index.keys(KeySpace::Arabic).walk() else {
        return Vec::new();
    };
    let walk = Walk { words, word, root };
    for skip in affix::beginnings(letters).take_while(|skip| *skip == 0 || word.tag == Tag::None) {
        if let Some(value) = walk.spaced(root, skip, SPACES_MOST)
            && (word.tag != Tag::None || weighs(index, value))
        {
            return vec![Part {
                skip,
                drop: 0,
                value,
            }];
        }
    }
    let known = |value| -> Option<u64> {
        let mut names = index.names_from(value);
        let known = names.any(|name| is_well_known(name.place()));
        known.then_some(value)
    };
    let pair = affix::beginnings(letters)
        .take_while(|_| word.tag == Tag::None)
        .find_map(|skip| {
            let (and, first, second) = walk.pair(skip)?;
            Some((skip, and, known(first)?, known(second)?))
        });
    match pair {
        Some((skip, and, first, second)) => vec![
            Part {
                skip,
                drop: letters.len() - and,
                value: first,
            },
            Part {
                skip: and + 1,
                drop: 0,
                value: second,
            },
        ],
        None => Vec::new(),
    }
}

/// Whether a name is one that its bare name means: عبدالرحمن is a man, not the hamlet عبد الرحمن.
fn weighs(index: &Index, value: u64) -> bool {
    let mut names = index.names_from(value);
    names.any(|name| prominence::weight(name.place()) == Weight::Bare)
}

struct Walk<'a, 'r> {
    words: &'a Words,
    word: &'a Word,
    root: Cursor<'r>,
}

impl<'r> Walk<'_, 'r> {
    fn len(&self) -> usize {
        self.words.letters(self.word).len()
    }

    fn step(&self, cursor: Cursor<'r>, letter: usize) -> Option<Cursor<'r>> {
        let mut key = self.words.fold_of(self.word, letter).iter();
        key.try_fold(cursor, |cursor, &byte| cursor.step(byte))
    }

    /// The name that the letters from one on are, with a space put in somewhere.
    fn spaced(&self, from: Cursor<'r>, at: usize, spaces: usize) -> Option<u64> {
        let mut key = [0; 4];
        let space = fold_in(KeySpace::Arabic, ' ', &mut key);
        let mut cursor = from;
        for letter in at..self.len() {
            if letter > at {
                let parted = space.iter().try_fold(cursor, |c, &byte| c.step(byte));
                let rest = parted.and_then(|parted| {
                    let rest =
                        (letter..self.len()).try_fold(parted, |c, letter| self.step(c, letter));
                    rest.and_then(Cursor::value).or_else(|| {
                        let more = spaces.checked_sub(2)?;
                        self.spaced(parted, letter, more + 1)
                    })
                });
                if rest.is_some() {
                    return rest;
                }
            }
            cursor = self.step(cursor, letter)?;
        }
        None
    }

    /// Where the و between two names stands, the first of which begins at a letter, and the
    /// names.
    fn pair(&self, from: usize) -> Option<(usize, u64, u64)> {
        let letters = self.words.letters(self.word);
        let mut cursor = self.root;
        for (at, letter) in letters.iter().enumerate().skip(from) {
            if *letter == 'و'
                && at - from >= PART_LEAST
                && letters.len() - at > PART_LEAST
                && let Some(first) = cursor.value()
            {
                let second = (at + 1..self.len()).try_fold(self.root, |c, l| self.step(c, l));
                if let Some(second) = second.and_then(Cursor::value) {
                    return Some((at, first, second));
                }
            }
            cursor = self.step(cursor, at)?;
        }
        None
    }
}
