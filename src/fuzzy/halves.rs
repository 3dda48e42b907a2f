//! The two halves of a search: from the back with few errors, from the front with none.
//!
//! A search that allows `d` edits from the first letter on must look at nearly all keys of the
//! first few letters. Mihov & Schulz ("Fast approximate search in large dictionaries", 2004) avoid
//! it by cutting the pattern in two and beginning with the half that has fewer errors, which asks
//! for the keys reversed too. Cut the pattern before its `split`-th letter from the back and follow an
//! alignment of pattern and key from there. Either its `d`-th edit comes when at least `split` letters
//! are used up, or there is none; then the *poor* half finds it, an automaton whose last edit is
//! not to be had earlier. Or all `d` edits are over with fewer than `split` letters used up, and
//! the others are read unchanged; then the *exact* half finds it, an automaton that reads keys and
//! pattern from the front and allows no edit before those letters are used up. The two together
//! find every key within `d`. The poor half has all that are nearer than `d`, so it gets every
//! distance right; what only the exact half finds is `d` away.
//!
//! The poor half visits ten times as many nodes, so it takes the keys that lie in a tree made for it,
//! reversed, and the exact half those in an `fst` map.

use crate::fuzzy::automaton::{Automaton, MAX_EDITS};
use crate::fuzzy::pattern::MatchMasks;

/// Keys by their letters from the first one on: those of the exact half.
pub(super) trait Forward: Copy {
    /// Finds the keys that the automaton accepts; `found` gets value, edits and letters.
    fn search<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8, &[u32]));

    /// Finds the keys of which the automaton accepts some prefix; `found` gets value and the fewest
    /// edits that a prefix takes.
    fn prefixes<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8));
}

/// Keys by their letters from the last one on: those of the poor half.
pub(super) trait Backward: Copy {
    /// Finds the keys that the automaton accepts; `found` gets value and edits.
    fn search<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8));
}

/// Finds every key within `max_edits` of a pattern, each once; `found` gets value and edits.
pub(super) fn within<L: Copy, W: MatchMasks>(
    forward: impl Forward,
    backward: impl Backward,
    pattern: &[L],
    masks: impl Fn(&[L]) -> W,
    max_edits: u8,
    mut found: impl FnMut(u64, u8),
) {
    let len = pattern.len();
    let last = usize::from(max_edits.min(MAX_EDITS));
    // With no edits there is nothing to divide.
    // With two edits the poor half finds more of its keys by the way, and may be the longer one.
    let split = match last {
        0 => 0,
        1 => len.div_ceil(2),
        _ => len / 2 + 1,
    };
    let mut floors = [0; MAX_EDITS as usize + 1];
    floors[last] = split;
    let reversed: Vec<L> = pattern.iter().rev().copied().collect();
    let back = masks(&reversed);
    let poor = Automaton::new(&back, len, &floors[..=last]);
    backward.search(&poor, &mut found);
    if last == 0 {
        return;
    }

    floors[1..].fill(len + 1 - split);
    let front = masks(pattern);
    let exact = Automaton::new(&front, len, &floors[..=last]);
    forward.search(&exact, |value, edits, letters| {
        if !poor.accepts(letters.iter().rev().copied()) {
            found(value, edits);
        }
    });
}

/// Finds every key of which a prefix is within `max_edits` of a pattern, each once; `found` gets
/// value and the fewest edits. The end of the key is not known, so there is one half only.
pub(super) fn prefixes<L, W: MatchMasks>(
    forward: impl Forward,
    pattern: &[L],
    masks: impl Fn(&[L]) -> W,
    max_edits: u8,
    found: impl FnMut(u64, u8),
) {
    let masks = masks(pattern);
    let floors = &[0; MAX_EDITS as usize + 1][..=usize::from(max_edits.min(MAX_EDITS))];
    forward.prefixes(&Automaton::new(&masks, pattern.len(), floors), found);
}
