//! All names of a text, meant or not: the stages token and lookup alone.

use crate::analysis::token::Tokens;
use crate::analysis::token::window::TokenWindows;
use crate::index::{Index, NameRef};
use crate::mention::annotate;
use crate::mention::cache::BufferPool;
use crate::mention::lookup::dictionary::DictionaryWalk;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::model::span::Span;
use std::fmt;
use std::ops::Range;

/// Every name of the index that stands in a text.
pub(crate) fn names_in<'r, 't>(
    index: &'r Index,
    caches: &'r BufferPool,
    text: &'t str,
) -> NameMatches<'r, 't> {
    NameMatches {
        index,
        text,
        windows: TokenWindows::new(text),
        tokens: caches.take_tokens(),
        caches,
        at: 0,
        until: 0,
        overlap: None,
        last_end: 0,
        matches: Vec::new(),
    }
}

/// A name of the index where it stands in a text, from [`Resolver::names_in`](crate::Resolver::names_in)(crate::Resolver::names_in).
#[derive(Clone)]
pub struct NameMatch<'r, 't> {
    index: &'r Index,
    text: &'t str,
    name: Range<usize>,
    token: Range<usize>,
    value: u64,
}

impl<'r, 't> NameMatch<'r, 't> {
    /// Where the name alone is, in bytes of the text: يريفان of ليريفان.
    pub fn span(&self) -> Span {
        self.name.clone().into()
    }

    /// [`NameMatch::span`] as a range.
    pub fn range(&self) -> Range<usize> {
        self.name.clone()
    }

    /// The name with the affixes written together with it: ليريفان, Երևանում, Bakı'da.
    pub fn token_span(&self) -> Span {
        self.token.clone().into()
    }

    /// The name as it stands in the text.
    pub fn as_str(&self) -> &'t str {
        self.text.get(self.name.clone()).unwrap_or_default()
    }

    /// The names of the index that fold to the same letters, each with its place; at least one.
    pub fn names(&self) -> impl Iterator<Item = NameRef<'r>> + use<'r> {
        self.index.names_from(self.value)
    }
}

impl fmt::Debug for NameMatch<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NameMatch")
            .field("name", &self.as_str())
            .field("span", &self.span())
            .field("token_span", &self.token_span())
            .finish_non_exhaustive()
    }
}

/// The names of a text, from [`Resolver::names_in`](crate::Resolver::names_in)(crate::Resolver::names_in). What is held
/// meanwhile does not grow with the text.
#[must_use = "a text is read as the iterator goes on"]
pub struct NameMatches<'r, 't> {
    index: &'r Index,
    caches: &'r BufferPool,
    text: &'t str,
    pub(crate) windows: TokenWindows<'t>,
    pub(crate) tokens: Tokens,
    /// The next token of the window.
    at: usize,
    /// The tokens that names may begin at end there.
    until: usize,
    /// Number of segments that the next window has again, once there is a window.
    overlap: Option<usize>,
    /// The byte at which the last name ends with its token.
    last_end: usize,
    matches: Vec<DictionaryMatch>,
}

impl<'r, 't> Iterator for NameMatches<'r, 't> {
    type Item = NameMatch<'r, 't>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.at >= self.until && !self.read_on() {
                return None;
            }
            let at = self.at;
            self.at += 1;
            let tokens = &self.tokens;
            // A token of the window before may belong to a name already.
            if tokens
                .list
                .get(at)
                .is_none_or(|word| word.start < self.last_end)
            {
                continue;
            }
            let index = self.index;
            let walk = DictionaryWalk::new(index, tokens);
            if walk.is_no_name(at) {
                continue;
            }
            walk.names_at(at, &mut self.matches);
            if let Some(found) = self.matches.first() {
                let (name, token) = ranges(tokens, self.text, found);
                self.at = found.token_last() + 1;
                self.last_end = token.end;
                return Some(NameMatch {
                    index,
                    text: self.text,
                    name,
                    token,
                    value: found.value,
                });
            }
        }
    }
}

impl NameMatches<'_, '_> {
    /// Reads the next window; false at the end of the text.
    fn read_on(&mut self) -> bool {
        if let Some(overlap) = self.overlap.take() {
            self.windows.keep_overlap(overlap);
        }
        let tokens = &mut self.tokens;
        let index = self.index;
        let annotate = |tokens: &Tokens, at, name_starts: &mut _| {
            annotate::names(index, tokens, at, name_starts)
        };
        let Some(overlap) = self.windows.next(tokens, &annotate) else {
            return false;
        };
        self.at = 0;
        self.overlap = Some(overlap);
        self.until = tokens.list.len().saturating_sub(overlap);
        true
    }
}

/// The bytes of a name, and those of its token.
fn ranges(tokens: &Tokens, text: &str, found: &DictionaryMatch) -> (Range<usize>, Range<usize>) {
    let (first, last) = (&tokens.list[found.first], &tokens.list[found.last]);
    let start = tokens.start_after(first, found.skip());
    let end = tokens.end_before(text, last, found.drop()).max(start);
    let token = tokens.range(found.first, found.token_last());
    (start..end, token)
}

/// Gives back the buffers, for the next text.
impl Drop for NameMatches<'_, '_> {
    fn drop(&mut self) {
        self.caches
            .give_back_tokens(std::mem::take(&mut self.tokens));
    }
}

impl fmt::Debug for NameMatches<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NameMatches").finish_non_exhaustive()
    }
}
