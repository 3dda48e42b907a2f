//! A name of the index where it stands among the tokens of a text.

use crate::analysis::split::AffixedSpan;
use crate::analysis::token::Tokens;
use crate::key::KeySpace;
use crate::lang::affix::{ProcliticSplit, SuffixSplit};
use crate::lang::language::LanguageSet;

/// A name that the index holds, at its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DictionaryMatch {
    /// Its first and last token.
    pub first: usize,
    pub last: usize,
    /// What the dictionary stores with it.
    pub value: u64,
    pub space: KeySpace,
    /// What was stripped off the first token: clitics and the article.
    pub proclitics: Option<ProcliticSplit>,
    /// What was stripped off the last token: a case ending.
    pub suffix: Option<SuffixSplit>,
    /// Whether the token behind it is only an ending of it, after a hyphen or an apostrophe.
    pub detached_suffix: bool,
}

impl DictionaryMatch {
    /// A match that begins with a whole token.
    pub(crate) fn at(at: usize, space: KeySpace) -> DictionaryMatch {
        DictionaryMatch {
            first: at,
            last: at,
            value: 0,
            space,
            proclitics: None,
            suffix: None,
            detached_suffix: false,
        }
    }

    /// Number of affixes stripped off.
    pub fn stripped(&self) -> usize {
        self.proclitics.map_or(0, |split| split.count()) + usize::from(self.suffix.is_some())
    }

    /// Number of letters of the first token that do not belong to the name.
    pub fn skip(&self) -> usize {
        self.proclitics.map_or(0, |split| split.skip())
    }

    /// Number of letters of the last token that do not belong to the name.
    pub fn drop(&self) -> usize {
        self.suffix.map_or(0, |split| split.drop)
    }

    /// The last token of the name with its ending.
    pub fn token_last(&self) -> usize {
        self.last + usize::from(self.detached_suffix)
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

    /// The letters of the ending of the name, which may stand behind an apostrophe or a hyphen.
    pub fn ending<'w>(&self, tokens: &'w Tokens) -> &'w [char] {
        let letters = tokens.letters(&tokens.list[self.token_last()]);
        match self.detached_suffix {
            true => letters,
            false => &letters[letters.len() - self.drop().min(letters.len())..],
        }
    }

    /// The name's spelling, normalized.
    pub fn spelling(&self, tokens: &Tokens) -> String {
        self.affixed().spelling(tokens)
    }

    /// Its tokens, with what was stripped from them.
    pub fn affixed(&self) -> AffixedSpan {
        AffixedSpan {
            first: self.first,
            last: self.last,
            proclitics: self.proclitics,
            inner: None,
            suffix: self.suffix,
            suffixed: self.detached_suffix,
        }
    }
}
