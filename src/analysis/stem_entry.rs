//! What the lexicon says of a word without its proclitics: one look-up for each way to take them off
//! tells all that its tables say.

use crate::analysis::split::stems_of;
use crate::analysis::token::Tokens;
use crate::lang::affix::ProcliticSplit;
use crate::lang::lexicon::{Entry, entry};

/// What the lexicon says of the stems of a token, the whole token first, of those that it has words for:
/// of most tokens nothing.
pub(crate) fn stem_entries(
    tokens: &Tokens,
    at: usize,
    splits: impl Iterator<Item = ProcliticSplit>,
) -> Vec<Entry> {
    let word = &tokens.list[at];
    let Some(space) = word.space else {
        return Vec::new();
    };
    let entries = stems_of(splits).map(|stem| entry(space, tokens.key_from(word, stem.skip)));
    entries.filter(|entry| !entry.is_empty()).collect()
}
