//! What the lexicon says of a word without its proclitics: one look-up for each way to take them off
//! tells all that its tables say.

use crate::analysis::split::stems_of;
use crate::analysis::token::Tokens;
use crate::key::KeySpace;
use crate::lang::affix::ProcliticSplit;
use crate::lang::lexicon::{Entry, entry};

/// What the lexicon says of the stems of a token, the whole token first, of those that it has words for:
/// of most tokens nothing.
pub(crate) fn stem_entries(
    tokens: &Tokens,
    at: usize,
    splits: impl Iterator<Item = ProcliticSplit>,
) -> impl Iterator<Item = Entry> {
    let word = &tokens.list[at];
    // Without letters of its own it is no word of any table.
    let stems = stems_of(splits).filter(|_| word.space.is_some());
    let space = word.space.unwrap_or(KeySpace::Other);
    let entries = stems.map(move |stem| entry(space, tokens.key_from(word, stem.skip)));
    entries.filter(|entry| !entry.is_empty())
}
