//! The walk: an automaton and a tree of keys, followed side by side.
//!
//! Every letter that leaves a node takes the automaton one step on, and where its state is dead no
//! key below can match. What makes it cheap is that nearly all letters of a node are nowhere near
//! in the pattern, so that they share one next state, computed once a node. With all edits used up
//! that state is dead, and only the few letters that the pattern holds there are followed.

use super::automaton::{Automaton, State};
use super::pattern::Windows;

/// A place in a tree of keys, between two letters.
pub(super) trait Branch: Copy {
    /// The value of the key that ends here, if one does. Offers each letter that goes on from here
    /// to `keep`, in ascending order, and where it answers with something, takes that to `visit`
    /// with the place after the letter.
    fn open<T>(
        self,
        keep: impl FnMut(u32) -> Option<T>,
        visit: impl FnMut(u32, T, Self),
    ) -> Option<u64>;
}

/// A place still to be looked at.
struct Pending<B> {
    branch: B,
    state: State,
    depth: usize,
    /// The letter that led here.
    letter: u32,
    /// In prefix mode, the fewest edits that a prefix of the letters so far takes.
    best: Option<u8>,
}

/// Finds the keys that the automaton accepts; `found` gets their value, edits and letters. Looks
/// at no more than `visits` places.
pub(super) fn whole<B: Branch, W: Windows>(
    root: B,
    automaton: &Automaton<'_, W>,
    mut visits: usize,
    mut found: impl FnMut(u64, u8, &[u32]),
) {
    let mut path = Vec::with_capacity(24);
    let mut pending = Vec::with_capacity(16);
    pending.push(Pending {
        branch: root,
        state: automaton.start(),
        depth: 0,
        letter: 0,
        best: None,
    });
    while let Some(Pending {
        branch,
        state,
        depth,
        letter,
        ..
    }) = pending.pop()
    {
        let Some(left) = visits.checked_sub(1) else {
            return;
        };
        visits = left;
        if depth > 0 {
            path.truncate(depth - 1);
            path.push(letter);
        }
        let unmatched = automaton.step_unmatched(state, depth);
        let value = branch.open(
            |letter| {
                let next = match automaton.window(letter, depth) {
                    0 => unmatched,
                    window => automaton.step(state, window, depth),
                };
                (!next.is_dead()).then_some(next)
            },
            |letter, state, branch| {
                pending.push(Pending {
                    branch,
                    state,
                    depth: depth + 1,
                    letter,
                    best: None,
                });
            },
        );
        if let (Some(value), Some(edits)) = (value, automaton.edits(state, depth)) {
            found(value, edits, &path);
        }
    }
}

/// Finds the keys of which the automaton accepts some prefix; `found` gets their value and the
/// fewest edits that a prefix takes. Looks at no more than `visits` places.
pub(super) fn prefixes<B: Branch, W: Windows>(
    root: B,
    automaton: &Automaton<'_, W>,
    mut visits: usize,
    mut found: impl FnMut(u64, u8),
) {
    let mut pending = Vec::with_capacity(16);
    pending.push(Pending {
        branch: root,
        state: automaton.start(),
        depth: 0,
        letter: 0,
        best: None,
    });
    while let Some(Pending {
        branch,
        state,
        depth,
        best,
        ..
    }) = pending.pop()
    {
        let Some(left) = visits.checked_sub(1) else {
            return;
        };
        visits = left;
        let here = automaton.edits(state, depth);
        let best = here.map_or(best, |here| Some(best.map_or(here, |best| best.min(here))));
        // Nothing is better than no edits: all keys below are found, and the letters don't matter.
        let state = if best == Some(0) { State::DEAD } else { state };
        let value = branch.open(
            |letter| {
                let next = automaton.step(state, automaton.window(letter, depth), depth);
                (best.is_some() || !next.is_dead()).then_some(next)
            },
            |letter, state, branch| {
                pending.push(Pending {
                    branch,
                    state,
                    depth: depth + 1,
                    letter,
                    best,
                });
            },
        );
        if let (Some(value), Some(edits)) = (value, best) {
            found(value, edits);
        }
    }
}
