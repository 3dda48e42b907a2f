//! A name of the index where it stands among the words of a text.

use crate::key::KeySpace;
use crate::lang::affix::{ProcliticSplit, SuffixSplit};
use crate::lang::language::LanguageSet;
use crate::mention::token::Tokens;

/// A name that the index holds, as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DictionaryMatch {
    /// Its first and last word.
    pub first: usize,
    pub last: usize,
    /// What the dictionary stores with it.
    pub value: u64,
    pub space: KeySpace,
    pub start: Option<ProcliticSplit>,
    pub end: Option<SuffixSplit>,
    /// Whether the word after it is only an ending of it, behind a hyphen or an apostrophe.
    pub suffixed: bool,
}

impl DictionaryMatch {
    /// What begins with the whole word there.
    pub(crate) fn at(at: usize, space: KeySpace) -> DictionaryMatch {
        DictionaryMatch {
            first: at,
            last: at,
            value: 0,
            space,
            start: None,
            end: None,
            suffixed: false,
        }
    }

    /// How many things were taken off.
    pub fn stripped(&self) -> usize {
        self.start.map_or(0, |start| start.count()) + usize::from(self.end.is_some())
    }

    /// Letters of the first word that do not belong to the name.
    pub fn skip(&self) -> usize {
        self.start.map_or(0, |start| start.skip)
    }

    /// Letters of the last word that do not belong to the name.
    pub fn drop(&self) -> usize {
        self.end.map_or(0, |end| end.drop)
    }

    /// The last word of the token.
    pub fn token_last(&self) -> usize {
        self.last + usize::from(self.suffixed)
    }

    /// The languages that the name may be read in; none if it mixes scripts.
    pub fn languages(&self, tokens: &Tokens) -> LanguageSet {
        let words = tokens.list.get(self.first..=self.last).unwrap_or_default();
        let mut of_space = words.iter().filter(|word| word.space == Some(self.space));
        match of_space.next() {
            Some(word) if self.space != KeySpace::Other => word.languages,
            _ => LanguageSet::NONE,
        }
    }

    /// The letters of the ending of a name, which may stand behind an apostrophe or a hyphen.
    pub fn ending<'w>(&self, tokens: &'w Tokens) -> &'w [char] {
        let letters = tokens.letters(&tokens.list[self.token_last()]);
        match self.suffixed {
            true => letters,
            false => &letters[letters.len() - self.drop().min(letters.len())..],
        }
    }

    /// The name's spelling, normalized.
    pub fn written(&self, tokens: &Tokens) -> String {
        let mut written = String::new();
        self.write(tokens, &mut written);
        written
    }

    /// Puts the name's spelling, normalized, in place of what was written there.
    pub fn write(&self, tokens: &Tokens, written: &mut String) {
        written.clear();
        for at in self.first..=self.last {
            let word = &tokens.list[at];
            if at > self.first && word.boundary.is_spaced() {
                written.push(' ');
            }
            let mut letters = tokens.letters(word);
            written.reserve(2 * letters.len());
            if at == self.last {
                letters = &letters[..letters.len().saturating_sub(self.drop())];
            }
            if at == self.first {
                written.push_str(self.start.map_or("", |start| start.prepend));
                letters = letters.get(self.skip()..).unwrap_or_default();
            }
            written.extend(letters);
        }
        written.push_str(self.end.map_or("", |end| end.append));
    }
}
