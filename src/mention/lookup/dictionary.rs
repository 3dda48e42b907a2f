//! The names that begin at a token: a walk down the index's dictionary, letter by letter and token
//! by token, with every split of the first token into proclitics and a rest, and of the last one
//! into a rest and an ending.

#[cfg(all(test, feature = "build"))]
mod tests;

use crate::analysis::policy::Policy;
use crate::analysis::split::is_suffix;
use crate::analysis::token::annotation::NameStartKind;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{Token, Tokens};
use crate::fuzzy::Cursor;
use crate::index::Index;
use crate::key::KeySpace;
use crate::key::letter::fold_in;
use crate::lang::abbreviation;
use crate::lang::affix::{self, ProcliticSplit};
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::foremost::names_from;
use std::cell::Cell;

/// Maximum length of a name in tokens.
const MAX_WORDS: usize = 12;

/// Maximum length of an ending in letters: where the walk ends farther from the end of a token, no
/// ending makes it a name.
const MAX_ENDING: usize = 10;

/// Maximum length in letters of an abbreviation within a name, and of the case ending of one with a
/// hyphen: р-не, р-ном.
const MAX_ABBREVIATION: usize = 4;
const MAX_ABBREVIATED_ENDING: usize = 2;

/// What a token can be to the name that is being followed.
pub(super) enum WalkStep<'a> {
    /// Its last token.
    Name(DictionaryMatch),
    /// One that others must follow, from this node of the dictionary on.
    Prefix(Cursor<'a>),
}

/// Maximum number of words that the names of one token are followed over, and of the names: each word may end in several
/// ways, whose number is multiplied from word to word where a gazetteer has names for all of them. The names of the world
/// take a dozen.
const MAX_FOLLOWED: u32 = 1024;
const MAX_FOUND: usize = 256;

/// Looks names up in the dictionary of an index.
pub(crate) struct DictionaryWalk<'a> {
    pub index: &'a Index,
    pub tokens: &'a Tokens,
    /// How many words the names of the token may still be followed over.
    words_left: Cell<u32>,
}

impl<'a> DictionaryWalk<'a> {
    pub fn new(index: &'a Index, tokens: &'a Tokens) -> Self {
        DictionaryWalk {
            index,
            tokens,
            words_left: Cell::new(MAX_FOLLOWED),
        }
    }

    /// All names that begin at a token, the longest first; among those of the same length the one
    /// without any affix stripped off, then the one with the fewest.
    pub fn names_at(&self, at: usize, found: &mut Vec<DictionaryMatch>) {
        found.clear();
        self.add_names_at(at, found);
    }

    /// Whether it is known that no name begins at a token, as at nearly all.
    #[inline]
    pub fn is_no_name(&self, at: usize) -> bool {
        let list = &self.tokens.list;
        let word = &list[at];
        word.hints.name_starts_known
            && !word.hints.begins_name
            && word.space.is_some()
            && self.is_separate(word.space, list.get(at + 1))
    }

    /// Whether no name of another key space goes on with the next token, and none without a blank.
    #[inline]
    fn is_separate(&self, space: Option<KeySpace>, next: Option<&Token>) -> bool {
        next.is_none_or(|next| {
            !next.boundary.joins()
                || next.boundary.is_spaced() && (next.space.is_none() || next.space == space)
        })
    }

    /// The same, behind what was found at other tokens.
    pub fn add_names_at(&self, at: usize, found: &mut Vec<DictionaryMatch>) {
        let before = found.len();
        self.words_left.set(MAX_FOLLOWED);
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
        let separate = self.is_separate(Some(space), next);
        if separate && word.space.is_some() && word.hints.name_starts_known {
            self.resume(at, space, next, found);
        } else {
            self.walk_from(space, at, found);
            if space != KeySpace::Other && next_space.is_some_and(|next| next != space) {
                self.walk_from(KeySpace::Other, at, found);
            }
        }
        let mut kept = before;
        for at in before..found.len() {
            if self
                .tokens
                .are_whole(found[at].first, found[at].token_last())
            {
                found.swap(kept, at);
                kept += 1;
            }
        }
        found.truncate(kept);
        if found.len() > before + 1 {
            found[before..].sort_by_key(|m| (usize::MAX - m.last, m.stripped()));
            found.truncate(before + MAX_FOUND);
            self.drop_glued_endings(found, before);
        }
    }

    /// Drops the names that have an ending behind an apostrophe for their last letters, if there is
    /// one without it and they are not written so themselves: Hama'dan is not Hamadan.
    fn drop_glued_endings(&self, found: &mut Vec<DictionaryMatch>, before: usize) {
        let glued = |m: &DictionaryMatch| {
            let last = &self.tokens.list[m.last];
            m.last > m.first
                && last.boundary == Boundary::Apostrophe
                && affix::suffix(last.languages, self.tokens.letters(last))
        };
        if !found[before..].iter().any(glued) {
            return;
        }
        let without_ending: Vec<usize> = found[before..]
            .iter()
            .filter(|m| m.detached_suffix)
            .map(|m| m.last)
            .collect();
        let mut number = 0;
        found.retain(|m| {
            number += 1;
            let written_so = || {
                let mut names = names_from(self.index, m.value);
                names.any(|name| affix::split_ending(name.text()).is_some())
            };
            number <= before || !glued(m) || !without_ending.contains(&(m.last - 1)) || written_so()
        });
    }

    /// The names that a token begins by what is known of its form, in its own key space, and that
    /// go on with the next token only if that is separate.
    fn resume(
        &self,
        at: usize,
        space: KeySpace,
        next: Option<&Token>,
        found: &mut Vec<DictionaryMatch>,
    ) {
        let word = &self.tokens.list[at];
        let keys = self.index.keys(space);
        for name_start in self.tokens.name_starts(word) {
            if name_start.proclitics.is_some() && word.tag != HashtagPart::None {
                continue;
            }
            let proto = DictionaryMatch {
                proclitics: name_start.proclitics,
                ..DictionaryMatch::at(at, space)
            };
            match name_start.kind {
                NameStartKind::Name { value, suffix } => found.push(DictionaryMatch {
                    value,
                    suffix,
                    detached_suffix: suffix.is_none() && self.has_detached_suffix(at),
                    ..proto
                }),
                NameStartKind::Prefix(position) => {
                    let Some(next) = next else { continue };
                    let Some(cursor) = keys.resume(position) else {
                        continue;
                    };
                    // Most tokens that are the beginning of a name are followed by another one.
                    let first = self
                        .tokens
                        .key(next)
                        .first()
                        .filter(|_| next.space.is_some());
                    if first.is_none_or(|first| cursor.step(*first).is_some()) {
                        let last = at + 1;
                        self.follow(cursor, DictionaryMatch { last, ..proto }, found);
                    }
                }
            }
        }
    }

    /// The names that begin at a token, in a key space.
    fn walk_from(&self, space: KeySpace, at: usize, found: &mut Vec<DictionaryMatch>) {
        let word = &self.tokens.list[at];
        let splits = affix::proclitic_splits(word.languages, self.tokens.letters(word));
        let splits = splits.filter(|_| word.tag == HashtagPart::None);
        self.each_proclitic_split(space, at, splits, |cursor, proto| {
            self.follow(cursor, proto, found);
        });
    }

    /// Visits the nodes of the dictionary at which the name begins, each with the match that begins
    /// so: for the whole token first, then for each split into proclitics and a rest.
    pub(super) fn each_proclitic_split(
        &self,
        space: KeySpace,
        at: usize,
        splits: impl Iterator<Item = ProcliticSplit>,
        mut visit: impl FnMut(Cursor<'a>, DictionaryMatch),
    ) {
        let Some(root) = self.index.keys(space).walk() else {
            return;
        };
        let proto = DictionaryMatch::at(at, space);
        visit(root, proto);
        for split in splits {
            let mut prepended = split.prepend().chars();
            let cursor = prepended.try_fold(root, |cursor, letter| step(cursor, space, letter));
            if let Some(cursor) = cursor {
                let proclitics = Some(split);
                visit(
                    cursor,
                    DictionaryMatch {
                        proclitics,
                        ..proto
                    },
                );
            }
        }
    }

    /// Follows the last token of a match and what may come after it.
    fn follow(&self, root: Cursor<'a>, proto: DictionaryMatch, found: &mut Vec<DictionaryMatch>) {
        let Some(left) = self.words_left.get().checked_sub(1) else {
            return;
        };
        self.words_left.set(left);
        self.each_suffix_split(root, proto, &mut |step_to| match step_to {
            WalkStep::Name(name) => found.push(name),
            WalkStep::Prefix(cursor) => self.follow_next(cursor, proto, found),
        });
    }

    /// Follows a token from one of its letters on; also the number of the letter that the walk ends
    /// at.
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

    /// Visits what the last token of a match can be: as it stands, then for each split into a rest
    /// and an ending.
    pub(super) fn each_suffix_split(
        &self,
        root: Cursor<'a>,
        proto: DictionaryMatch,
        visit: &mut impl FnMut(WalkStep<'a>),
    ) {
        let at = proto.last;
        let word = &self.tokens.list[at];
        let letters = self.tokens.letters(word);
        // It is longer than any name, or than any token that is normalized.
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
                detached_suffix: self.has_detached_suffix(at),
                ..proto
            }));
        }
        if reached + MAX_ENDING >= letters.len() && reached > skip + 1 {
            for split in affix::suffix_splits(word.languages, letters) {
                let rest = letters.len() - split.drop;
                if rest > reached || rest <= skip {
                    continue;
                }
                let name = (skip..rest)
                    .try_fold(root, |c, letter| {
                        self.step_letter(c, proto.space, word, letter)
                    })
                    .and_then(|c| {
                        let mut append = split.append.chars();
                        append.try_fold(c, |c, letter| step(c, proto.space, letter))
                    });
                if let Some(value) = name.and_then(Cursor::value) {
                    visit(WalkStep::Name(DictionaryMatch {
                        value,
                        suffix: Some(split),
                        ..proto
                    }));
                }
            }
        }
        if whole {
            visit(WalkStep::Prefix(cursor));
            if at > proto.first && letters.len() <= MAX_ABBREVIATION {
                self.visit_abbreviated(cursor, proto, visit);
            }
        }
        if proto.space == word.space.unwrap_or(proto.space) && skip == 0 {
            for split in affix::inner_suffix_splits(word.languages, letters) {
                let rest = letters.len() - split.drop;
                if rest > reached {
                    continue;
                }
                let stem = (0..rest).try_fold(root, |c, letter| {
                    self.step_letter(c, proto.space, word, letter)
                });
                let mut append = split.append.chars();
                let cursor =
                    stem.and_then(|c| append.try_fold(c, |c, letter| step(c, proto.space, letter)));
                if let Some(cursor) = cursor {
                    visit(WalkStep::Prefix(cursor));
                }
            }
        }
    }

    /// Visits what the last token of a match can be as an abbreviation whose letters the walk has followed:
    /// Московская *обл.*, Лачинский *р-н*.
    fn visit_abbreviated(
        &self,
        cursor: Cursor<'a>,
        proto: DictionaryMatch,
        visit: &mut impl FnMut(WalkStep<'a>),
    ) {
        let word = &self.tokens.list[proto.last];
        let letters = self.tokens.letters(word);
        if word.space != Some(KeySpace::Cyrillic) {
            return;
        }
        let mut text: String = letters.iter().collect();
        let mut last = proto.last;
        let next = self.tokens.list.get(last + 1);
        if let Some(next) = next.filter(|next| next.boundary == Boundary::Hyphen)
            && let [first, ending @ ..] = self.tokens.letters(next)
            && ending.len() <= MAX_ABBREVIATED_ENDING
        {
            text.extend(['-', *first]);
            last += 1;
        }
        for meant in abbreviation::words_of(&text) {
            let mut rest = meant.chars().skip(letters.len());
            let end = rest.try_fold(cursor, |cursor, letter| step(cursor, proto.space, letter));
            let begins = meant.chars().zip(letters).all(|(a, &b)| a == b);
            if let Some(value) = end.filter(|_| begins).and_then(Cursor::value) {
                visit(WalkStep::Name(DictionaryMatch {
                    value,
                    last,
                    ..proto
                }));
            }
        }
    }

    /// Goes on to the next token, if a name may.
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

    /// One letter of a token on, in a key space.
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

    /// Whether the token behind this one is an ending of it.
    fn has_detached_suffix(&self, at: usize) -> bool {
        is_suffix(self.tokens, at + 1, &Policy::TEXT)
    }
}

/// One letter on, in a key space.
pub(super) fn step(cursor: Cursor<'_>, space: KeySpace, letter: char) -> Option<Cursor<'_>> {
    let mut key = [0; 4];
    fold_in(space, letter, &mut key)
        .iter()
        .try_fold(cursor, |cursor, &byte| cursor.step(byte))
}
