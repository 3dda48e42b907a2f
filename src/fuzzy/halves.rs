//! The two halves of a search: from the front with few errors, from the back with none.
//!
//! A search that allows `d` edits from the first letter on must look at nearly all keys of the
//! first few letters. Mihov & Schulz ("Fast approximate search in large dictionaries", 2004) avoid
//! it by cutting the pattern in two and beginning with the half that has fewer errors, which asks
//! for the keys reversed too. Cut the pattern before its `split`-th letter and follow an alignment
//! of pattern and key from the front. Either its `d`-th edit comes when at least `split` letters
//! are used up, or there is none; then the *poor* half finds it, an automaton whose last edit is
//! not to be had earlier. Or all `d` edits are over with fewer than `split` letters used up, and
//! the others are read unchanged; then the *exact* half finds it, an automaton that reads keys and
//! pattern from the other end and allows no edit before those letters are used up. The two together
//! find every key within `d`. The poor half has all that are nearer than `d`, so it gets every
//! distance right; what only the exact half finds is `d` away.
//!
//! "Front" may be either end.

use super::automaton::{Automaton, MOST_EDITS};
use super::pattern::Windows;
use super::walk::{self, Branch};

/// Finds every key within `max_edits` (from 1 to [`MOST_EDITS`]) of a pattern of `len` letters,
/// each once; `found` gets value and edits. `poor` searches from one end, with the automaton given
/// to it; `exact` are the keys from the other end, and how many places may be looked at. The
/// windows are those of the pattern from either end.
pub(super) fn within<E: Branch, W: Windows>(
    (poor_windows, poor): (&W, impl FnOnce(&Automaton<'_, W>, &mut dyn FnMut(u64, u8))),
    (exact_windows, exact, visits): (&W, E, usize),
    len: usize,
    max_edits: u8,
    split: usize,
    mut found: impl FnMut(u64, u8),
) {
    let last = usize::from(max_edits.min(MOST_EDITS));
    let mut floors = [0; MOST_EDITS as usize + 1];
    floors[last] = split;
    let from_poor = Automaton::new(poor_windows, len, &floors[..=last]);
    poor(&from_poor, &mut found);

    floors[1..].fill((len + 1).saturating_sub(split));
    let from_exact = Automaton::new(exact_windows, len, &floors[..=last]);
    walk::whole(exact, &from_exact, visits, |value, edits, letters| {
        if !from_poor.accepts(letters.iter().rev().copied()) {
            found(value, edits);
        }
    });
}
