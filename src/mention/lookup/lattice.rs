//! The names of the dictionary at every token of a window: the dictionary is walked once for each
//! token, and all later stages read what it found there.

use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, MAX_TRIGGER_WORDS, Token, Tokens};
use crate::index::Index;
use crate::key::KeySpace;
use crate::mention::lookup::dictionary::DictionaryWalk;
use crate::mention::lookup::dictionary_match::DictionaryMatch;

/// The names that begin at each token of a window, in buffers that are used again for the next.
#[derive(Debug, Default)]
pub(crate) struct NameLattice {
    matches: Vec<DictionaryMatch>,
    tokens: Vec<TokenEntry>,
}

/// What begins at a token.
#[derive(Clone, Copy, Debug)]
struct TokenEntry {
    /// Where its matches end among all; they begin where those of the token before end.
    end: u32,
    /// Whether nothing begins at it, neither a name nor anything else, as at most of a text.
    idle: bool,
}

impl NameLattice {
    /// Looks up the names of all tokens of a window, of a text with capitals or without.
    pub fn fill(&mut self, index: &Index, tokens: &Tokens, capitals: bool) {
        self.matches.clear();
        self.tokens.clear();
        let walk = DictionaryWalk::new(index, tokens);
        // Number of tokens from here on that a feature word or the word for a site may announce.
        let mut announced: usize = 0;
        for (at, token) in tokens.list.iter().enumerate() {
            let start = self.matches.len();
            if !walk.is_no_name(at) {
                walk.add_names_at(at, &mut self.matches);
            }
            let end = self.matches.len();
            self.tokens.push(TokenEntry {
                end: end as u32,
                idle: end == start
                    && begins_no_names_together(token)
                    && match token.space {
                        // It has no capital, and so is no name before its head.
                        Some(KeySpace::Arabic) => announced == 0 && !is_joined_head(tokens, at + 1),
                        _ => capitals && token.case == LetterCase::Small,
                    },
            });
            let feature_words = usize::from(token.hints.feature_words).min(MAX_TRIGGER_WORDS);
            announced = announced
                .saturating_sub(1)
                .max(feature_words)
                .max(usize::from(token.hints.site_head));
        }
    }

    /// The first token from this one on at which something begins; behind the last one if there is
    /// none.
    pub fn first_active(&self, from: usize) -> usize {
        let rest = self.tokens.get(from..).unwrap_or_default();
        let idle = rest.iter().take_while(|token| token.idle).count();
        from + idle
    }

    /// Whether nothing begins at a token.
    pub fn is_idle(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.idle)
    }

    /// The names that begin at a token, in the order in which they are tried: the longest first,
    /// then the one with least stripped off.
    pub fn at(&self, token: usize) -> &[DictionaryMatch] {
        let end_of = |token: usize| self.tokens.get(token).map(|token| token.end as usize);
        let start = token.checked_sub(1).and_then(end_of).unwrap_or(0);
        let end = end_of(token).unwrap_or(start);
        &self.matches[start..end]
    }
}

/// Whether a token may be the head that a joiner holds together with the name before it: زرینه‌*رود*.
fn is_joined_head(tokens: &Tokens, at: usize) -> bool {
    let head = tokens.list.get(at);
    head.is_some_and(|head| head.boundary == Boundary::Joiner)
}

/// Whether a token by itself is no demonym and no names written together.
fn begins_no_names_together(token: &Token) -> bool {
    !token.hints.demonym && !token.hints.compound
}
