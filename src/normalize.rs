//! Normalized spelling: what is left of a text when the ways of encoding and typing one
//! spelling have been undone, with the way back to the original's bytes.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A normalized text that knows where in the original each of its letters came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalized {
    text: String,
    letters: Vec<Letter>,
}

/// One letter of a normalized text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The letter.
    pub char: char,
    /// Byte offset in the original where what it came from starts.
    pub start: usize,
    /// Byte offset in the original where what it came from ends.
    pub end: usize,
}

impl Letter {
    /// The bytes of the original that the letter came from.
    pub fn source(&self) -> Range<usize> {
        self.start..self.end
    }
}

impl Normalized {
    /// The normalized text: small letters, single spaces, no marks, no punctuation.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The letters (spaces and digits included) with their places in the original.
    pub fn letters(&self) -> &[Letter] {
        &self.letters
    }
}

/// Normalizes a text.
pub fn normalize(text: &str) -> Normalized {
    let mut letters = Vec::new();
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        for char in c
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
        {
            let char = if char.is_alphanumeric() { char } else { ' ' };
            if char != ' ' || letters.last().is_some_and(|l: &Letter| l.char != ' ') {
                letters.push(Letter { char, start, end });
            }
        }
    }
    while letters.last().is_some_and(|l| l.char == ' ') {
        letters.pop();
    }
    Normalized {
        text: letters.iter().map(|l| l.char).collect(),
        letters,
    }
}
