//! Words for the people and things of a place: الأذربيجاني, հայկական, azərbaycanlı.

use crate::key::KeySpace;
use crate::key::letter::fold_in;
use crate::lang::affix;
use crate::lang::lexicon::{Demonyms, Lexicon};
use crate::mention::token::Tokens;

/// A demonym in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DemonymMatch {
    /// Its first and last word.
    pub first: usize,
    pub last: usize,
    /// Letters of the first word that do not belong to it: clitics and the article.
    pub skip: usize,
    /// Letters of the last word that do not belong to it.
    pub drop: usize,
    /// How many things were taken off.
    pub stripped: usize,
    pub demonyms: Demonyms,
}

impl DemonymMatch {
    /// Its spelling, normalized; of an inflected form as it stands.
    pub fn spelling(&self, tokens: &Tokens) -> String {
        let mut spelling = String::new();
        for at in self.first..=self.last {
            let letters = tokens.letters(&tokens.list[at]);
            let skip = if at == self.first { self.skip } else { 0 };
            if at > self.first {
                spelling.push(' ');
            }
            spelling.extend(letters.get(skip..).unwrap_or_default());
        }
        spelling
    }
}

/// The demonym that begins at a word: of most words, then with least taken off.
pub(crate) fn demonym_at(tokens: &Tokens, at: usize) -> Option<DemonymMatch> {
    let lexicon = Lexicon::get();
    let word = tokens.list.get(at).filter(|word| word.hints.demonym)?;
    let space = word.space?;
    let letters = tokens.letters(word);
    let whole = std::iter::once((0, 0));
    let proclitic_splits = affix::proclitic_splits(word.languages, letters)
        .filter(|start| start.prepend.is_empty())
        .map(|start| (start.skip, start.count()));
    let mut key = Vec::new();
    let mut best: Option<DemonymMatch> = None;
    for (skip, stripped) in whole.chain(proclitic_splits) {
        let longest = lexicon.longest_demonym(space, tokens.key_from(word, skip));
        for last in (at..at + longest).rev() {
            if best.is_some_and(|best| best.last >= last) || !tokens.joined(at, last) {
                continue;
            }
            tokens.join_key(at, last, skip, &mut key);
            let demonyms = lexicon.demonyms_of(word.languages, space, &key);
            if !demonyms.is_empty() {
                best = Some(DemonymMatch {
                    first: at,
                    last,
                    skip,
                    drop: 0,
                    stripped,
                    demonyms,
                });
            }
        }
    }
    if best.is_none() {
        best = inflected(tokens, at, space, &mut key);
    }
    best.filter(|best| tokens.are_whole(best.first, best.last))
}

/// Whether a demonym begins at a word or can, if the right words follow it.
pub(crate) fn may_begin(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    let Some(space) = word.space else {
        return false;
    };
    let proclitic_splits = affix::proclitic_splits(word.languages, tokens.letters(word))
        .filter(|start| start.prepend.is_empty())
        .map(|start| start.skip);
    let mut skips = std::iter::once(0).chain(proclitic_splits);
    skips.any(|skip| Lexicon::get().longest_demonym(space, tokens.key_from(word, skip)) > 0)
        || inflected(tokens, at, space, &mut Vec::new()).is_some()
}

/// A demonym of one word with a case ending.
fn inflected(
    tokens: &Tokens,
    at: usize,
    space: KeySpace,
    key: &mut Vec<u8>,
) -> Option<DemonymMatch> {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    affix::suffix_splits(word.languages, letters).find_map(|end| {
        key.clear();
        for letter in 0..letters.len() - end.drop {
            key.extend_from_slice(tokens.fold_of(word, letter));
        }
        for letter in end.append.chars() {
            key.extend_from_slice(fold_in(space, letter, &mut [0; 4]));
        }
        let demonyms = Lexicon::get().demonyms_of(word.languages, space, key);
        (!demonyms.is_empty()).then_some(DemonymMatch {
            first: at,
            last: at,
            skip: 0,
            drop: end.drop,
            stripped: 1,
            demonyms,
        })
    })
}
