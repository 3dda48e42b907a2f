//! The names of the dictionary at every token of a window: the dictionary is walked once for each
//! token, and all later stages read what it found there.

use crate::analysis::token::Tokens;
use crate::index::Index;
use crate::mention::lookup::dictionary::DictionaryWalk;
use crate::mention::lookup::dictionary_match::DictionaryMatch;

/// The names that begin at each token of a window, in buffers that are used again for the next.
#[derive(Debug, Default)]
pub(crate) struct NameLattice {
    matches: Vec<DictionaryMatch>,
    /// Where the matches of each token end among all; they begin where those of the token before
    /// end.
    ends: Vec<usize>,
}

impl NameLattice {
    /// Looks up the names of all tokens of a window.
    pub fn fill(&mut self, index: &Index, tokens: &Tokens) {
        self.matches.clear();
        self.ends.clear();
        let finder = DictionaryWalk { index, tokens };
        for at in 0..tokens.list.len() {
            finder.add_names_at(at, &mut self.matches);
            self.ends.push(self.matches.len());
        }
    }

    /// The names that begin at a token, in the order in which they are tried: the longest first,
    /// then the one with least stripped off.
    #[inline]
    pub fn at(&self, token: usize) -> &[DictionaryMatch] {
        let start = token
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = start.copied().unwrap_or(0);
        let end = self.ends.get(token).copied().unwrap_or(start);
        self.matches.get(start..end).unwrap_or_default()
    }
}
