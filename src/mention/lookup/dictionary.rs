//! Finding names that begin at a word: a walk down the index's dictionary, letter by letter
//! and word by word, with every reading of the first and the last word.

use crate::mention::lookup::dictionary_match::DictionaryMatch;

use crate::fuzzy::Cursor;
use crate::index::Index;
use crate::key::KeySpace;
use crate::key::letter::fold_in;
use crate::lang::affix;
use crate::mention::token::annotation::{NameStart, NameStartKind};
use crate::mention::token::segmentation::{Boundary, HashtagPart};
use crate::mention::token::{Token, Tokens};

/// No name has more words.
const MAX_WORDS: usize = 12;

/// The longest ending, in letters: below it the walk need not have come to look for one.
const MAX_ENDING: usize = 10;

/// What a word can be to the name that is being followed.
enum WalkStep<'a> {
    /// Its last word.
    Name(DictionaryMatch),
    /// One that others must follow, from this place in the dictionary on.
    Part(Cursor<'a>),
}

pub(crate) struct Finder<'a> {
    pub index: &'a Index,
    pub tokens: &'a Tokens,
}

impl<'a> Finder<'a> {
    /// All names that begin at a word, the longest first; among those of the same length the
    /// one that leaves the words as they are, then the one that takes least off.
    #[inline]
    pub fn names_at(&self, at: usize, found: &mut Vec<DictionaryMatch>) {
        found.clear();
        let Some(word) = self.tokens.list.get(at) else {
            return;
        };
        let next = self
            .tokens
            .list
            .get(at + 1)
            .filter(|next| next.boundary.joins());
        let next_space = next.and_then(|next| next.space);
        let space = word.space.or(next_space).unwrap_or(KeySpace::Other);
        let apart = next.is_none_or(|next| {
            next.boundary.is_spaced() && next_space.is_none_or(|next| next == space)
        });
        if apart && word.space.is_some() && word.hints.openings_known {
            if word.hints.names {
                self.open(at, space, next, found);
            }
        } else {
            self.names_in(space, at, found);
            if space != KeySpace::Other && next_space.is_some_and(|next| next != space) {
                self.names_in(KeySpace::Other, at, found);
            }
        }
        found.retain(|m| self.tokens.are_whole(m.first, m.token_last()));
        if found.len() > 1 {
            found.sort_by_key(|m| (usize::MAX - m.last, m.stripped()));
            self.part_at_apostrophes(found);
        }
    }

    /// Leaves out the names that have an ending behind an apostrophe for their last letters, if
    /// there is one without it and they are not written so themselves: Hama'dan is not Hamadan.
    fn part_at_apostrophes(&self, found: &mut Vec<DictionaryMatch>) {
        let glued = |m: &DictionaryMatch| {
            let last = &self.tokens.list[m.last];
            m.last > m.first
                && last.boundary == Boundary::Apostrophe
                && affix::suffix(last.languages, self.tokens.letters(last))
        };
        if !found.iter().any(glued) {
            return;
        }
        let parted: Vec<usize> = found
            .iter()
            .filter(|m| m.suffixed)
            .map(|m| m.last)
            .collect();
        found.retain(|m| {
            let written_so = || {
                let mut names = self.index.names_from(m.value);
                names.any(|name| affix::split_ending(name.text()).is_some())
            };
            !glued(m) || !parted.contains(&(m.last - 1)) || written_so()
        });
    }

    /// The names that a word begins by what is known of it, in its own key space, and followed by
    /// the next word only apart from it.
    fn open(
        &self,
        at: usize,
        space: KeySpace,
        next: Option<&Token>,
        found: &mut Vec<DictionaryMatch>,
    ) {
        let word = &self.tokens.list[at];
        let keys = self.index.keys(space);
        for name_start in self.tokens.name_starts(word) {
            if name_start.start.is_some() && word.tag != HashtagPart::None {
                continue;
            }
            let start = name_start.start;
            let proto = DictionaryMatch {
                start,
                ..DictionaryMatch::at(at, space)
            };
            match name_start.begun {
                NameStartKind::Name { value, end } => found.push(DictionaryMatch {
                    value,
                    end,
                    suffixed: end.is_none() && self.is_suffixed(at),
                    ..proto
                }),
                NameStartKind::Part(position) => {
                    let Some(next) = next else { continue };
                    let Some(cursor) = keys.resume(position) else {
                        continue;
                    };
                    // Most words that are the beginning of a name are followed by another one.
                    let first = self
                        .tokens
                        .key(next)
                        .first()
                        .filter(|_| next.space.is_some());
                    if first.is_none_or(|first| cursor.letters() >> (first & 63) & 1 != 0) {
                        let last = at + 1;
                        self.follow(cursor, DictionaryMatch { last, ..proto }, found);
                    }
                }
            }
        }
    }

    /// What begins at a word by itself: names, and parts of names that go on with words apart from
    /// it and in its own key space. `None` if that can't be kept.
    pub fn name_starts(&self, at: usize) -> Option<Vec<NameStart>> {
        let space = self.tokens.list[at].space.unwrap_or(KeySpace::Other);
        let (mut name_starts, mut all) = (Vec::new(), true);
        self.each_start(space, at, true, |cursor, proto| {
            let start = proto.start;
            self.readings(cursor, proto, &mut |reading| {
                let begun = match reading {
                    WalkStep::Name(DictionaryMatch { value, end, .. }) => {
                        Some(NameStartKind::Name { value, end })
                    }
                    WalkStep::Part(cursor) => step(cursor, space, ' ').and_then(|cursor| {
                        let position = cursor.position();
                        all &= position.is_some();
                        Some(NameStartKind::Part(position?))
                    }),
                };
                name_starts.extend(begun.map(|begun| NameStart { start, begun }));
            });
        });
        all.then_some(name_starts)
    }

    fn names_in(&self, space: KeySpace, at: usize, found: &mut Vec<DictionaryMatch>) {
        let clitics = self.tokens.list[at].tag == HashtagPart::None;
        self.each_start(space, at, clitics, |cursor, proto| {
            self.follow(cursor, proto, found);
        });
    }

    /// The places in the dictionary after what a clitic or article leaves to begin with, each
    /// with the match that begins so; the word as it stands first.
    fn each_start(
        &self,
        space: KeySpace,
        at: usize,
        clitics: bool,
        mut visit: impl FnMut(Cursor<'a>, DictionaryMatch),
    ) {
        let Some(root) = self.index.keys(space).walk() else {
            return;
        };
        let proto = DictionaryMatch::at(at, space);
        visit(root, proto);
        if clitics {
            let word = &self.tokens.list[at];
            for start in affix::proclitic_splits(word.languages, self.tokens.letters(word)) {
                let cursor = start
                    .prepend
                    .chars()
                    .try_fold(root, |cursor, letter| step(cursor, space, letter));
                if let Some(cursor) = cursor {
                    let start = Some(start);
                    visit(cursor, DictionaryMatch { start, ..proto });
                }
            }
        }
    }

    /// Follows the last word of a match and what may come after it.
    fn follow(&self, root: Cursor<'a>, proto: DictionaryMatch, found: &mut Vec<DictionaryMatch>) {
        self.readings(root, proto, &mut |reading| match reading {
            WalkStep::Name(name) => found.push(name),
            WalkStep::Part(cursor) => self.follow_next(cursor, proto, found),
        });
    }

    /// Follows a word from one of its letters on; how many of its letters are behind at the end.
    fn walk(
        &self,
        root: Cursor<'a>,
        space: KeySpace,
        word: &Token,
        from: usize,
    ) -> (Cursor<'a>, usize) {
        // With at most a byte a letter, no part of a letter can be left over.
        if word.space == Some(space) && space != KeySpace::Other {
            let key = self.tokens.key_from(word, from);
            let (cursor, followed) = root.follow(key);
            let before = self.tokens.key(word).len() - key.len();
            return (cursor, self.tokens.letters_in(word, before + followed));
        }
        let (mut cursor, mut reached) = (root, from);
        while reached < self.tokens.letters(word).len() {
            match self.step_letter(cursor, space, word, reached) {
                Some(next) => cursor = next,
                None => break,
            }
            reached += 1;
        }
        (cursor, reached)
    }

    /// Reads the last word of a match: as it stands and without its endings.
    fn readings(
        &self,
        root: Cursor<'a>,
        proto: DictionaryMatch,
        visit: &mut impl FnMut(WalkStep<'a>),
    ) {
        let at = proto.last;
        let word = &self.tokens.list[at];
        let letters = self.tokens.letters(word);
        // It is longer than any name, or of any word that is read.
        if letters.is_empty() {
            return;
        }
        let skip = match at == proto.first {
            true => proto.skip(),
            false => 0,
        };
        let (cursor, reached) = self.walk(root, proto.space, word, skip);
        let whole = reached == letters.len();
        if whole && let Some(value) = cursor.value() {
            visit(WalkStep::Name(DictionaryMatch {
                value,
                suffixed: self.is_suffixed(at),
                ..proto
            }));
        }
        if reached + MAX_ENDING >= letters.len() && reached > skip + 1 {
            for end in affix::suffix_splits(word.languages, letters) {
                let rest = letters.len() - end.drop;
                if rest > reached || rest <= skip {
                    continue;
                }
                let name = (skip..rest)
                    .try_fold(root, |c, letter| {
                        self.step_letter(c, proto.space, word, letter)
                    })
                    .and_then(|c| {
                        let mut append = end.append.chars();
                        append.try_fold(c, |c, letter| step(c, proto.space, letter))
                    });
                if let Some(value) = name.and_then(Cursor::value) {
                    visit(WalkStep::Name(DictionaryMatch {
                        value,
                        end: Some(end),
                        ..proto
                    }));
                }
            }
        }
        if whole {
            visit(WalkStep::Part(cursor));
        }
        if proto.space == word.space.unwrap_or(proto.space) && skip == 0 {
            for end in affix::inner_suffix_splits(word.languages, letters) {
                let rest = letters.len() - end.drop;
                if rest > reached {
                    continue;
                }
                let stem = (0..rest).try_fold(root, |c, letter| {
                    self.step_letter(c, proto.space, word, letter)
                });
                let mut append = end.append.chars();
                let cursor =
                    stem.and_then(|c| append.try_fold(c, |c, letter| step(c, proto.space, letter)));
                if let Some(cursor) = cursor {
                    visit(WalkStep::Part(cursor));
                }
            }
        }
    }

    /// Goes on to the next word, if a name may.
    fn follow_next(
        &self,
        cursor: Cursor<'a>,
        proto: DictionaryMatch,
        found: &mut Vec<DictionaryMatch>,
    ) {
        let next = proto.last + 1;
        let Some(word) = self.tokens.list.get(next) else {
            return;
        };
        let fits =
            word.space.is_none_or(|space| space == proto.space) || proto.space == KeySpace::Other;
        if !word.boundary.joins() || !fits || next - proto.first >= MAX_WORDS {
            return;
        }
        let cursor = match word.boundary.is_spaced() {
            true => step(cursor, proto.space, ' '),
            false => Some(cursor),
        };
        if let Some(cursor) = cursor {
            self.follow(
                cursor,
                DictionaryMatch {
                    last: next,
                    ..proto
                },
                found,
            );
        }
    }

    fn step_letter(
        &self,
        cursor: Cursor<'a>,
        space: KeySpace,
        word: &Token,
        letter: usize,
    ) -> Option<Cursor<'a>> {
        if word.space == Some(space) {
            let key = self.tokens.fold_of(word, letter);
            return key.iter().try_fold(cursor, |c, &byte| c.step(byte));
        }
        step(cursor, space, self.tokens.letters(word)[letter])
    }

    /// Whether the word after this one is an ending of it.
    fn is_suffixed(&self, at: usize) -> bool {
        self.tokens.list.get(at + 1).is_some_and(|next| {
            matches!(
                next.boundary,
                Boundary::Hyphen | Boundary::Apostrophe | Boundary::Joiner
            ) && affix::suffix(self.tokens.list[at].languages, self.tokens.letters(next))
        })
    }
}

/// One letter on, in a key space.
fn step(cursor: Cursor<'_>, space: KeySpace, letter: char) -> Option<Cursor<'_>> {
    let mut key = [0; 4];
    fold_in(space, letter, &mut key)
        .iter()
        .try_fold(cursor, |cursor, &byte| cursor.step(byte))
}
