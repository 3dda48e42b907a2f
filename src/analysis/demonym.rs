//! Words for the people and things of a place: الأذربيجاني, հայկական, azərbaycanlı.

use crate::analysis::split::stems;
use crate::analysis::token::{Token, Tokens};
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::lexicon::{Demonyms, entry};

/// A demonym in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DemonymMatch {
    /// Its first and last token.
    pub first: usize,
    pub last: usize,
    /// Number of letters of the first token that do not belong to it: clitics and the article.
    pub skip: usize,
    /// Number of letters of the last token that do not belong to it.
    pub drop: usize,
    /// Number of affixes stripped off.
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

/// The demonym that begins at a token: the longest, then the one with the fewest affixes stripped
/// off.
#[inline]
pub(crate) fn demonym_at(tokens: &Tokens, at: usize) -> Option<DemonymMatch> {
    let word = tokens.list.get(at).filter(|word| word.hints.demonym)?;
    longest_at(tokens, at, word)
}

fn longest_at(tokens: &Tokens, at: usize, word: &Token) -> Option<DemonymMatch> {
    let space = word.space?;
    let letters = tokens.letters(word);
    let mut key = Vec::new();
    let mut best: Option<DemonymMatch> = None;
    for stem in stems(word.languages, letters) {
        let skip = stem.skip;
        let alone = entry(space, tokens.key_from(word, skip));
        for last in (at..at + alone.longest_demonym()).rev() {
            if best.is_some_and(|best| best.last >= last) || !tokens.joined(at, last) {
                continue;
            }
            let said = match last == at {
                true => alone,
                false => {
                    tokens.join_key(at, last, skip, &mut key);
                    entry(space, &key)
                }
            };
            let demonyms = said.demonyms(word.languages);
            if !demonyms.is_empty() {
                best = Some(DemonymMatch {
                    first: at,
                    last,
                    skip,
                    drop: 0,
                    stripped: stem.stripped(),
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

/// The demonyms that some words in a row are with the Arabic article, as the adjective of a place
/// behind its name is: الأرمينية.
pub(crate) fn definite(tokens: &Tokens, first: usize, last: usize) -> Demonyms {
    let word = &tokens.list[first];
    match (word.space, tokens.letters(word)) {
        (Some(space), ['ا', 'ل', ..]) if first == last => {
            entry(space, tokens.key_from(word, 2)).demonyms(word.languages)
        }
        (Some(space), ['ا', 'ل', ..]) => {
            let mut key = Vec::new();
            tokens.join_key(first, last, 2, &mut key);
            entry(space, &key).demonyms(word.languages)
        }
        _ => Demonyms::NONE,
    }
}

/// Whether a token is a demonym with a case ending, by its form alone.
pub(crate) fn is_inflected(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    affix::has_suffixes(word.languages)
        && word
            .space
            .is_some_and(|space| inflected(tokens, at, space, &mut Vec::new()).is_some())
}

/// A demonym of one token with a case ending.
fn inflected(
    tokens: &Tokens,
    at: usize,
    space: KeySpace,
    key: &mut Vec<u8>,
) -> Option<DemonymMatch> {
    let word = &tokens.list[at];
    let letters = tokens.letters(word);
    affix::suffix_splits(word.languages, letters).find_map(|split| {
        tokens.stem_key(word, letters.len() - split.drop, split.append, key);
        let demonyms = entry(space, key).demonyms(word.languages);
        (!demonyms.is_empty()).then_some(DemonymMatch {
            first: at,
            last: at,
            skip: 0,
            drop: split.drop,
            stripped: 1,
            demonyms,
        })
    })
}
