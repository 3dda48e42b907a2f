//! Words for the people and things of a place: الأذربيجاني, հայկական, azərbaycanlı.

use crate::key::KeySpace;
use crate::key::letter::fold_in;
use crate::lang::affix;
use crate::lang::lexicon::{Demonym, Lexicon};
use crate::mention::token::Words;

/// A demonym in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spotted {
    /// Its first and last word.
    pub first: usize,
    pub last: usize,
    /// Letters of the first word that do not belong to it: clitics and the article.
    pub skip: usize,
    /// Letters of the last word that do not belong to it.
    pub drop: usize,
    /// How many things were taken off.
    pub taken: usize,
    pub demonyms: &'static [Demonym],
}

impl Spotted {
    /// Its spelling, normalized; of an inflected form as it stands.
    pub fn spelling(&self, words: &Words) -> String {
        let mut spelling = String::new();
        for at in self.first..=self.last {
            let letters = words.letters(&words.list[at]);
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
pub(crate) fn demonym_at(words: &Words, at: usize) -> Option<Spotted> {
    let lexicon = Lexicon::get();
    let word = words.list.get(at).filter(|word| word.hints.demonym)?;
    let space = word.space?;
    let letters = words.letters(word);
    let whole = std::iter::once((0, 0));
    let starts = affix::starts(letters)
        .filter(|start| start.prepend.is_empty())
        .map(|start| (start.skip, start.count()));
    let mut key = Vec::new();
    let mut best: Option<Spotted> = None;
    for (skip, taken) in whole.chain(starts) {
        let longest = lexicon.longest_demonym(space, words.key_from(word, skip));
        for last in (at..at + longest).rev() {
            if best.is_some_and(|best| best.last >= last) || !words.joined(at, last) {
                continue;
            }
            words.join_key(at, last, skip, &mut key);
            let demonyms = lexicon.demonyms_of(space, &key);
            if !demonyms.is_empty() {
                best = Some(Spotted {
                    first: at,
                    last,
                    skip,
                    drop: 0,
                    taken,
                    demonyms,
                });
            }
        }
    }
    if best.is_some() {
        return best;
    }
    inflected(words, at, space, &mut key)
}

/// Whether a demonym begins at a word or can, if the right words follow it.
pub(crate) fn may_begin(words: &Words, at: usize) -> bool {
    let word = &words.list[at];
    let Some(space) = word.space else {
        return false;
    };
    let starts = affix::starts(words.letters(word))
        .filter(|start| start.prepend.is_empty())
        .map(|start| start.skip);
    let mut skips = std::iter::once(0).chain(starts);
    skips.any(|skip| Lexicon::get().longest_demonym(space, words.key_from(word, skip)) > 0)
        || inflected(words, at, space, &mut Vec::new()).is_some()
}

/// A demonym of one word with a case ending.
fn inflected(words: &Words, at: usize, space: KeySpace, key: &mut Vec<u8>) -> Option<Spotted> {
    let word = &words.list[at];
    let letters = words.letters(word);
    affix::ends(letters).find_map(|end| {
        key.clear();
        for letter in 0..letters.len() - end.drop {
            key.extend_from_slice(words.fold_of(word, letter));
        }
        for letter in end.append.chars() {
            key.extend_from_slice(fold_in(space, letter, &mut [0; 4]));
        }
        let demonyms = Lexicon::get().demonyms_of(space, key);
        (!demonyms.is_empty()).then_some(Spotted {
            first: at,
            last: at,
            skip: 0,
            drop: end.drop,
            taken: 1,
            demonyms,
        })
    })
}
