//! The words of a stretch of text: normalized and folded, each letter with its place in the
//! text.

use super::find::joins;
use super::fold::{fold_in, space_of};
use super::piece::{Joint, Piece, Tag};
use crate::key::KeySpace;
use crate::normalize::normalize;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// The words of a stretch of text, in buffers that are used again for the next stretch.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub list: Vec<Word>,
    letters: Vec<char>,
    /// Where each letter stands in the text.
    sources: Vec<(usize, usize)>,
    folded: Vec<u8>,
    /// Where each letter's part of `folded` begins, and one more.
    fold_at: Vec<u32>,
}

/// One word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    letters: Range<usize>,
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    /// What stands between it and the word before.
    pub joint: Joint,
    /// Whether a line begins with it.
    pub line_start: bool,
    pub tag: Tag,
    /// The key space of its script; `None` if it has only digits.
    pub space: Option<KeySpace>,
    pub case: Case,
}

/// How a word is written in a script that has capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Its script has no capitals, or it has no letters.
    None,
    Small,
    /// A capital first.
    Capital,
    /// All capitals, two at least.
    Capitals,
}

/// Longer words are no names, and are not looked up, so that no word costs more than others.
const LETTERS_MOST: usize = 64;

impl Words {
    /// Replaces the words by those of `pieces`, which lie in `text` in ascending order.
    pub fn fill(&mut self, text: &str, pieces: &[Piece]) {
        self.list.clear();
        self.letters.clear();
        self.sources.clear();
        self.folded.clear();
        self.fold_at.clear();
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            return;
        };
        let base = first.start;
        let Some(stretch) = text.get(base..last.end) else {
            return;
        };
        let normalized = normalize(stretch);
        let mut letters = normalized.letters().iter().peekable();
        for piece in pieces {
            let mut joint = piece.joint;
            let mut from = self.letters.len();
            let mut word_start = piece.start;
            while let Some(letter) = letters.peek() {
                let (start, end) = (base + letter.start, base + letter.end);
                if start >= piece.end {
                    break;
                }
                if start >= piece.start && letter.char != ' ' {
                    if from == self.letters.len() && joint != piece.joint {
                        word_start = start;
                    }
                    self.letters.push(letter.char);
                    self.sources.push((start, end.min(piece.end).max(start)));
                } else if letter.char == ' ' && self.letters.len() > from {
                    // A joiner inside the piece.
                    let word_end = self.sources.last().map_or(start, |source| source.1);
                    self.finish(text, piece, from, joint, word_start..word_end);
                    from = self.letters.len();
                    joint = Joint::Hyphen;
                }
                letters.next();
            }
            if self.letters.len() > from {
                self.finish(text, piece, from, joint, word_start..piece.end);
            }
        }
        self.fold_at.push(self.folded.len() as u32);
    }

    fn finish(
        &mut self,
        text: &str,
        piece: &Piece,
        from: usize,
        joint: Joint,
        source: Range<usize>,
    ) {
        let whole = joint == piece.joint;
        let mut spaces = self.letters[from..].iter().filter_map(|&c| space_of(c));
        let space = spaces.next().map(|first| match spaces.all(|s| s == first) {
            true => first,
            false => KeySpace::Other,
        });
        for &letter in &self.letters[from..] {
            self.fold_at.push(self.folded.len() as u32);
            let space = space.unwrap_or(KeySpace::Other);
            self.folded
                .extend_from_slice(fold_in(space, letter, &mut [0; 4]));
        }
        self.list.push(Word {
            letters: from..self.letters.len(),
            case: case_of(&text[source.clone()]),
            start: source.start,
            end: source.end,
            joint,
            line_start: piece.line_start && whole,
            tag: match piece.tag {
                Tag::HashStart if !whole => Tag::Hash,
                tag => tag,
            },
            space,
        });
    }

    /// Whether the words from `first` to `last` exist, and nothing stands between them that
    /// parts names.
    pub fn joined(&self, first: usize, last: usize) -> bool {
        let inner = self.list.get(first + 1..=last);
        inner.is_some_and(|inner| inner.iter().all(|word| joins(word.joint)))
    }

    /// Whether a capital says nothing here: a sentence or a line begins, or the word before
    /// has a capital too, as in names of persons and in titles.
    pub fn begins_sentence(&self, at: usize) -> bool {
        let word = &self.list[at];
        let before = at.checked_sub(1).map(|before| self.list[before].case);
        let in_title = joins(word.joint) && matches!(before, Some(Case::Capital | Case::Capitals));
        matches!(word.joint, Joint::Stop | Joint::Dot) || word.line_start || in_title
    }

    /// The normalized letters of a word; none if it is longer than any name.
    pub fn letters(&self, word: &Word) -> &[char] {
        match word.letters.len() {
            0..=LETTERS_MOST => &self.letters[word.letters.clone()],
            _ => &[],
        }
    }

    /// A word's key in its own space.
    pub fn key(&self, word: &Word) -> &[u8] {
        self.key_from(word, 0)
    }

    /// The key of a word without its first letters.
    pub fn key_from(&self, word: &Word, skip: usize) -> &[u8] {
        let start = (word.letters.start + skip).min(word.letters.end);
        &self.folded[self.fold_at[start] as usize..self.fold_at[word.letters.end] as usize]
    }

    /// A letter's part of the key.
    pub fn fold_of(&self, word: &Word, letter: usize) -> &[u8] {
        let at = word.letters.start + letter;
        &self.folded[self.fold_at[at] as usize..self.fold_at[at + 1] as usize]
    }

    /// Where in the text the word begins without its first letters.
    pub fn start_after(&self, word: &Word, skip: usize) -> usize {
        if skip == 0 {
            return word.start;
        }
        let at = (word.letters.start + skip).min(word.letters.end - 1);
        self.sources[at].0.clamp(word.start, word.end)
    }

    /// Where in `text` the word ends without its last letters, with the marks of the last
    /// letter that stays.
    pub fn end_before(&self, text: &str, word: &Word, drop: usize) -> usize {
        if drop == 0 {
            return word.end;
        }
        let stays = (word.letters.end - drop.min(word.letters.len())).max(word.letters.start + 1);
        let end = self.sources[stays - 1].1.clamp(word.start, word.end);
        let marks = text[end..word.end].chars();
        end + marks
            .take_while(|&c| is_combining_mark(c) || c == 'ـ')
            .map(char::len_utf8)
            .sum::<usize>()
    }
}

fn case_of(word: &str) -> Case {
    // Arabic and its neighbors, the bulk of the input, have no capitals.
    if matches!(word.as_bytes().first(), Some(0xD8..=0xDF)) {
        return Case::None;
    }
    let (mut capitals, mut small, mut first) = (0, 0, Case::None);
    for c in word.chars() {
        if c.is_uppercase() {
            capitals += 1;
        } else if c.is_lowercase() {
            small += 1;
        }
        if capitals + small == 1 && first == Case::None {
            first = if capitals == 1 {
                Case::Capital
            } else {
                Case::Small
            };
        }
    }
    match (first, capitals, small) {
        (Case::Capital, 2.., 0) => Case::Capitals,
        _ => first,
    }
}
