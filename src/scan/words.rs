//! The words of a stretch of text: normalized and folded, each letter with its place in the
//! text.

use super::around;
use super::demonym;
use super::find::{Finder, joins};
use super::form::{Form, FormNumber, Forms, Hints, Opening};
use super::held::held;
use super::joined;
use super::neighbor::{Neighbor, Neighbors};
use super::piece::{Joint, Piece, Tag};
use super::run::run;
use super::site_names;
use crate::index::Index;
use crate::key::KeySpace;
use crate::normalize::{Letter, normalize_into};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// The words of a stretch of text, in buffers that are used again for the next stretch.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub list: Vec<Word>,
    forms: Forms,
    neighbors: Neighbors,
    /// Room to normalize in.
    normalized: Vec<Letter>,
    /// The letters of a new form, with where they stand in the text.
    letters: Vec<(char, Range<usize>)>,
    /// Whether it is not asked what other than names can begin at a word.
    names_only: bool,
    /// Whether every word is read anew, together with all others.
    #[cfg(test)]
    pub forget: bool,
}

/// One word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    form: FormNumber,
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
    pub hints: Hints,
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

impl Words {
    /// Words of which only the names are asked that begin at them.
    pub fn for_names() -> Self {
        Words {
            names_only: true,
            ..Words::default()
        }
    }

    /// How many forms are remembered.
    #[cfg(test)]
    pub fn forms_kept(&self) -> usize {
        self.forms.len()
    }

    /// Replaces the words by those of `pieces`, which lie in `text` in ascending order.
    pub fn fill(&mut self, index: &Index, text: &str, pieces: &[Piece]) {
        self.list.clear();
        if self.forms.make_room() {
            self.neighbors.clear();
        }
        #[cfg(test)]
        if self.forget {
            return self.read(text, pieces);
        }
        let mut rest = pieces;
        while !rest.is_empty() {
            let (run, others) = rest.split_at(run(text, rest));
            match run {
                [piece] => self.add(index, text, piece),
                _ => self.read(text, run),
            }
            rest = others;
        }
    }

    /// How many bytes are held.
    pub fn held(&self) -> usize {
        held(&self.list)
            + self.forms.held()
            + self.neighbors.held()
            + held(&self.normalized)
            + held(&self.letters)
    }

    /// Adds a piece that stands alone, so that its form depends on nothing but its spelling.
    fn add(&mut self, index: &Index, text: &str, piece: &Piece) {
        if piece.is_overlong() {
            return self.pass_over(piece);
        }
        let source = piece.start..piece.end;
        let spelling = &text.as_bytes()[source.clone()];
        if let Some(form) = self.forms.find(spelling) {
            self.list.push(Word::new(form, piece, piece.joint, source));
            return;
        }
        let at = self.list.len();
        self.read(text, std::slice::from_ref(piece));
        // Pieces of several words, or of fewer letters, are rare.
        if let [word] = &self.list[at..]
            && (word.start..word.end) == source
            && word.joint == piece.joint
        {
            let form = word.form;
            let openings = Finder { index, words: self }.openings(at);
            let mut hints = Hints {
                openings_known: openings.is_some(),
                names: openings
                    .as_ref()
                    .is_none_or(|openings| !openings.is_empty()),
                ..Hints::ANYTHING
            };
            if !self.names_only {
                hints.demonym = demonym::may_begin(self, at);
                hints.feature_words = around::longest_at(self, at);
                hints.site = site_names::is_head(self, at);
                hints.joined = joined::may_begin(index, self, at);
            }
            self.list[at].hints = hints;
            let openings = openings.unwrap_or_default();
            self.forms.remember(form, spelling, hints, &openings);
        }
    }

    /// Adds a piece that is too long to be read, as a word without letters, at which nothing
    /// begins.
    fn pass_over(&mut self, piece: &Piece) {
        let form = self.forms.add(&[], piece.start, Case::None);
        let word = Word::new(form, piece, piece.joint, piece.start..piece.end);
        self.list.push(Word {
            space: Some(KeySpace::Other),
            hints: Hints::NOTHING,
            ..word
        });
    }

    /// Reads the words of some pieces.
    fn read(&mut self, text: &str, pieces: &[Piece]) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            return;
        };
        let base = first.start;
        let Some(run) = text.get(base..last.end) else {
            return;
        };
        let mut normalized = std::mem::take(&mut self.normalized);
        normalize_into(run, &mut normalized);
        let mut letters = normalized.iter().peekable();
        for piece in pieces {
            let mut joint = piece.joint;
            let mut word_start = piece.start;
            self.letters.clear();
            while let Some(letter) = letters.peek() {
                let (start, end) = (base + letter.start, base + letter.end);
                if start >= piece.end {
                    break;
                }
                if start >= piece.start && letter.char != ' ' {
                    if self.letters.is_empty() && joint != piece.joint {
                        word_start = start;
                    }
                    let source = start..end.min(piece.end).max(start);
                    self.letters.push((letter.char, source));
                } else if letter.char == ' '
                    && let Some((_, last)) = self.letters.last()
                {
                    // A joiner inside the piece.
                    let source = word_start..last.end;
                    self.finish(text, piece, joint, source);
                    joint = Joint::Hyphen;
                }
                letters.next();
            }
            if !self.letters.is_empty() {
                self.finish(text, piece, joint, word_start..piece.end);
            }
        }
        self.normalized = normalized;
    }

    /// Adds the word that the letters make.
    fn finish(&mut self, text: &str, piece: &Piece, joint: Joint, source: Range<usize>) {
        let case = case_of(&text[source.clone()]);
        let form = self.forms.add(&self.letters, source.start, case);
        self.list.push(Word::new(form, piece, joint, source));
        self.letters.clear();
    }

    /// Whether nothing begins at a word beside a name of the dictionary: no demonym, no names
    /// written together, no name in capitals before its head, and nothing that a feature word or
    /// the word for a site announces.
    pub fn begins_nothing_else(&self, at: usize) -> bool {
        let word = &self.list[at];
        let announced = |word: &Word| word.hints.site || word.hints.feature_words > 0;
        let before = &self.list[at.saturating_sub(around::WORDS_MOST)..at];
        word.space == Some(KeySpace::Arabic)
            && !word.hints.demonym
            && !word.hints.joined
            && !before.iter().any(announced)
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

    /// Whether a word is the second of a sentence whose first word alone has a capital for being
    /// the first: Президент *Кубы* прибыл.
    pub fn is_second(&self, at: usize) -> bool {
        let begins = |at: usize| {
            let word = &self.list[at];
            matches!(word.joint, Joint::Stop) || word.line_start
        };
        let small = |at: usize| {
            let next = self.list.get(at);
            next.is_none_or(|next| next.case == Case::Small || !joins(next.joint))
        };
        let joint = self.list[at].joint;
        joint == Joint::Space && at.checked_sub(1).is_some_and(begins) && small(at + 1)
    }

    /// The normalized letters of a word; none if it is longer than any name.
    pub fn letters(&self, word: &Word) -> &[char] {
        self.forms.letters(word.form)
    }

    /// What begins at a word, if its hints say that this is known.
    #[inline]
    pub fn openings(&self, word: &Word) -> &[Opening] {
        self.forms.openings(word.form)
    }

    /// What a word says of a name beside it.
    pub fn neighbor(&self, at: usize) -> Neighbor {
        let word = &self.list[at];
        self.neighbors.of(self, word, word.form)
    }

    /// Whether a word is one of sport.
    pub fn is_sport(&self, at: usize) -> bool {
        let word = &self.list[at];
        self.neighbors.is_sport(self, word, word.form)
    }

    /// A word's key in its own space.
    pub fn key(&self, word: &Word) -> &[u8] {
        self.forms.key(word.form).0
    }

    /// The key of a word without its first letters.
    pub fn key_from(&self, word: &Word, skip: usize) -> &[u8] {
        let (key, parts) = self.forms.key(word.form);
        let start = parts.get(skip).map_or(key.len(), |at| usize::from(*at));
        &key[start..]
    }

    /// A letter's part of the key.
    pub fn fold_of(&self, word: &Word, letter: usize) -> &[u8] {
        let (key, parts) = self.forms.key(word.form);
        match parts.get(letter..letter + 2) {
            Some(&[start, end]) => &key[usize::from(start)..usize::from(end)],
            _ => &[],
        }
    }

    /// How many letters of a word are in so many bytes of its key.
    pub fn letters_in(&self, word: &Word, bytes: usize) -> usize {
        let (_, parts) = self.forms.key(word.form);
        parts.partition_point(|at| usize::from(*at) <= bytes) - 1
    }

    /// Where in the text some words in a row stand.
    pub fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.list[first].start..self.list[last].end
    }

    /// Where in the text the word begins without its first letters.
    pub fn start_after(&self, word: &Word, skip: usize) -> usize {
        let sources = self.forms.sources(word.form);
        match sources.get(skip).or(sources.last()) {
            Some(source) if skip > 0 => {
                (word.start + usize::from(source.0)).clamp(word.start, word.end)
            }
            _ => word.start,
        }
    }

    /// Where in `text` the word ends without its last letters, with the marks of the last
    /// letter that stays.
    pub fn end_before(&self, text: &str, word: &Word, drop: usize) -> usize {
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

impl Word {
    /// A word of a piece, where it stands.
    fn new(form: &Form, piece: &Piece, joint: Joint, source: Range<usize>) -> Word {
        let whole = joint == piece.joint;
        Word {
            form: form.number(),
            start: source.start,
            end: source.end,
            joint,
            line_start: piece.line_start && whole,
            tag: match piece.tag {
                Tag::HashStart if !whole => Tag::Hash,
                tag => tag,
            },
            space: form.space,
            case: form.case,
            hints: form.hints,
        }
    }
}

/// Whether a word is one of these.
pub(super) fn is_one_of(list: &[&str], word: &[char]) -> bool {
    list.iter().any(|one| one.chars().eq(word.iter().copied()))
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
