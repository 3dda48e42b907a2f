//! A name of the index where it stands among the words of a text.

use crate::analysis::split::AffixedSpan;
use crate::analysis::token::Tokens;
use crate::key::KeySpace;
use crate::lang::affix::{ProcliticSplit, SuffixSplit};

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
        self.affixed().spell(tokens, written);
    }

    /// Its words, with what was stripped from them.
    pub fn affixed(&self) -> AffixedSpan {
        AffixedSpan {
            first: self.first,
            last: self.last,
            proclitics: self.start,
            inner: None,
            suffix: self.end,
            suffixed: self.suffixed,
        }
    }
}
