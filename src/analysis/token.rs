//! Stage 1, token: a text as a sequence of tokens, each normalized and folded.
//!
//! In: the text. Out: [`Tokens`], those of a window of a few hundred words, each letter with its
//! bytes in the text.
//!
//! - `segmentation`: where words begin and end, by UAX 29 and what the scripts need beside it.
//! - `window`: the segments that are read at once, so that memory does not grow with the text.
//! - `run`: the segments that are normalized together.
//! - `letter_case`: how a word is written in a script that has capitals.
//! - `reading`: the segments as tokens.
//! - `word_form`: the distinct words, each normalized and folded once.
//! - `annotation`: what later stages cache with a form.
//! - `held`: the bytes that buffers hold.

pub(crate) mod annotation;
pub(crate) mod held;
mod letter_case;
mod reading;
pub(crate) mod run;
pub(crate) mod segmentation;
pub(crate) mod window;
pub(crate) mod word_form;

pub(crate) use crate::analysis::token::letter_case::LetterCase;

use crate::analysis::token::annotation::{NameStart, NeighborWord, StartHints, WordFormNumber};
use crate::analysis::token::held::held;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::word_form::WordForms;
use crate::key::KeySpace;
use crate::lang::language::LanguageSet;
use crate::text::normalize::Letter;
use std::cell::{Cell, OnceCell};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// The tokens of a window, in buffers that are used again for the next window.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub list: Vec<Token>,
    /// The languages that words of each key space are read in.
    languages: [LanguageSet; KeySpace::ALL.len()],
    forms: WordForms,
    /// Buffer to normalize in.
    normalized: Vec<Letter>,
    /// The letters of a new form, each with its bytes in the text.
    letters: Vec<(char, Range<usize>)>,
    /// The names that begin at it.
    name_starts: Vec<NameStart>,
    /// Whether nothing is cached, and all segments are normalized together.
    #[cfg(test)]
    pub forget: bool,
}

/// Maximum length of a feature word in tokens, on either side of a name.
pub(crate) const MAX_TRIGGER_WORDS: usize = 3;

/// A word of the text.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    form: WordFormNumber,
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    /// What stands between it and the token before.
    pub boundary: Boundary,
    /// Whether a line begins with it.
    pub line_start: bool,
    pub tag: HashtagPart,
    /// The key space of its script; `None` if it has only digits.
    pub space: Option<KeySpace>,
    /// The languages that it may be read in.
    pub languages: LanguageSet,
    pub case: LetterCase,
    pub hints: StartHints,
}

impl Tokens {
    /// Number of forms that are cached.
    #[cfg(all(test, feature = "build"))]
    pub fn forms_kept(&self) -> usize {
        self.forms.len()
    }

    /// Number of bytes held.
    pub fn held(&self) -> usize {
        held(&self.list)
            + self.forms.held()
            + held(&self.normalized)
            + held(&self.letters)
            + held(&self.name_starts)
    }

    /// Whether the tokens from `first` to `last` exist, and no punctuation between them ends a
    /// name.
    pub fn joined(&self, first: usize, last: usize) -> bool {
        let inner = self.list.get(first + 1..=last);
        inner.is_some_and(|inner| inner.iter().all(|word| word.boundary.joins()))
    }

    /// Whether some words are whole, and no part of a word that joiners hold together. In languages
    /// with clitics, whose spelling needs no joiner, it parts words as a hyphen does.
    pub fn are_whole(&self, first: usize, last: usize) -> bool {
        let joined = |at: usize| {
            let word = self.list.get(at);
            word.is_some_and(|word| {
                word.boundary == Boundary::Joiner && !word.languages.has_proclitics()
            })
        };
        !joined(first) && !joined(last + 1)
    }

    /// The last of the tokens with capitals from this one on, if they are at most so many.
    pub fn end_of_capitals(&self, at: usize, most: usize) -> Option<usize> {
        let goes_on = |at: usize| {
            self.list.get(at).is_some_and(|next| {
                next.case == LetterCase::Capital
                    && matches!(next.boundary, Boundary::Space | Boundary::Hyphen)
            })
        };
        (at..at + most).find(|&last| !goes_on(last + 1))
    }

    /// Whether a capital says nothing here: a sentence or a line begins, or the token before has a
    /// capital too, as in names of persons and in titles.
    pub fn begins_sentence(&self, at: usize) -> bool {
        let word = &self.list[at];
        let before = at.checked_sub(1).map(|before| self.list[before].case);
        let in_title = word.boundary.joins()
            && matches!(before, Some(LetterCase::Capital | LetterCase::Capitals));
        matches!(word.boundary, Boundary::Stop | Boundary::Dot) || word.line_start || in_title
    }

    /// Whether a token is the second of a sentence whose first one has a capital only for being the
    /// first: Президент *Кубы* прибыл.
    pub fn is_second_in_sentence(&self, at: usize) -> bool {
        let begins = |at: usize| {
            let word = &self.list[at];
            matches!(word.boundary, Boundary::Stop) || word.line_start
        };
        let small = |at: usize| {
            let next = self.list.get(at);
            next.is_none_or(|next| next.case == LetterCase::Small || !next.boundary.joins())
        };
        let boundary = self.list[at].boundary;
        boundary == Boundary::Space && at.checked_sub(1).is_some_and(begins) && small(at + 1)
    }

    /// The normalized letters of a token; none if it is longer than any name.
    pub fn letters(&self, word: &Token) -> &[char] {
        self.forms.letters(word.form)
    }

    /// The names that begin at a token, if its hints say that these are known.
    #[inline]
    pub fn name_starts(&self, word: &Token) -> &[NameStart] {
        self.forms.name_starts(word.form)
    }

    /// What a token says of a name beside it, once that was worked out.
    #[inline]
    pub fn neighbor(&self, at: usize) -> &OnceCell<NeighborWord> {
        &self.forms.get(self.list[at].form).neighbor
    }

    /// Whether a token is known to be no misspelled name of the index.
    pub fn is_no_misspelling(&self, at: usize) -> &Cell<bool> {
        &self.forms.get(self.list[at].form).is_no_misspelling
    }

    /// The key of a token in its own key space.
    pub fn key(&self, word: &Token) -> &[u8] {
        self.forms.key(word.form).0
    }

    /// The key of a token without its first letters.
    pub fn key_from(&self, word: &Token, skip: usize) -> &[u8] {
        let (key, parts) = self.forms.key(word.form);
        let start = parts.get(skip).map_or(key.len(), |at| usize::from(*at));
        &key[start..]
    }

    /// A letter's part of the key.
    pub fn fold_of(&self, word: &Token, letter: usize) -> &[u8] {
        let (key, parts) = self.forms.key(word.form);
        match parts.get(letter..letter + 2) {
            Some(&[start, end]) => &key[usize::from(start)..usize::from(end)],
            _ => &[],
        }
    }

    /// Number of letters of a token that so many bytes of its key hold.
    pub fn letters_in(&self, word: &Token, bytes: usize) -> usize {
        let (key, parts) = self.forms.key(word.form);
        // Of most words each letter is a byte.
        if key.len() + 1 == parts.len() && word.space != Some(KeySpace::Other) {
            return bytes.min(key.len());
        }
        parts.partition_point(|at| usize::from(*at) <= bytes) - 1
    }

    /// Puts the key of the first letters of a token, and of what is appended to them, into `key`.
    pub fn stem_key(&self, token: &Token, letters: usize, append: &str, key: &mut Vec<u8>) {
        key.clear();
        for letter in 0..letters {
            key.extend_from_slice(self.fold_of(token, letter));
        }
        let space = token.space.unwrap_or(KeySpace::Other);
        for letter in append.chars() {
            key.extend_from_slice(crate::key::letter::fold_in(space, letter, &mut [0; 4]));
        }
    }

    /// Puts the key of consecutive tokens, without the first letters of the first one, into `key`.
    pub fn join_key(&self, first: usize, last: usize, skip: usize, key: &mut Vec<u8>) {
        key.clear();
        for at in first..=last {
            let word = &self.list[at];
            if at > first {
                let space = self.list[first].space.unwrap_or(KeySpace::Other);
                key.extend_from_slice(crate::key::letter::fold_in(space, ' ', &mut [0; 4]));
            }
            let skip = if at == first { skip } else { 0 };
            key.extend_from_slice(self.key_from(word, skip));
        }
    }

    /// The bytes of consecutive tokens in the text.
    pub fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.list[first].start..self.list[last].end
    }

    /// The byte at which a token begins without its first letters.
    pub fn start_after(&self, word: &Token, skip: usize) -> usize {
        let sources = self.forms.sources(word.form);
        match sources.get(skip).or(sources.last()) {
            Some(source) if skip > 0 => {
                (word.start + usize::from(source.0)).clamp(word.start, word.end)
            }
            _ => word.start,
        }
    }

    /// The byte of `text` at which a token ends without its last letters, behind the marks of the
    /// last letter that stays.
    pub fn end_before(&self, text: &str, word: &Token, drop: usize) -> usize {
        let sources = self.forms.sources(word.form);
        let stays = sources.len().saturating_sub(drop).max(1);
        let Some(source) = sources.get(stays - 1).filter(|_| drop > 0) else {
            return word.end;
        };
        let end = (word.start + usize::from(source.1)).clamp(word.start, word.end);
        let marks = text[end..word.end].chars();
        end + marks
            .take_while(|&c| is_combining_mark(c) || c == 'ـ')
            .map(char::len_utf8)
            .sum::<usize>()
    }
}
