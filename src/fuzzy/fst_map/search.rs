//! The search in an `fst` map of UTF-8 keys, for names outside the alphabets.
//!
//! It follows an automaton and the nodes side by side, as `tree/search.rs` does, with less care for
//! speed: most names have an alphabet.

use crate::fuzzy::automaton::{Automaton, State};
use crate::fuzzy::fst_map::{CodePointCursor, FstMap};
use crate::fuzzy::halves::Half;
use crate::fuzzy::pattern::MatchMasks;
use crate::fuzzy::prefix_state::PrefixState;

impl Half for FstMap<'_> {
    fn search<W: MatchMasks, const LETTERS: bool>(
        self,
        automaton: &Automaton<W>,
        found: impl FnMut(u64, u8, &[u32]),
    ) {
        search(self, automaton, found);
    }

    fn prefixes<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8)) {
        prefixes(self, automaton, found);
    }
}

/// Finds the keys that the automaton accepts; `found` gets their value, edits and letters.
fn search<W: MatchMasks>(
    store: FstMap,
    automaton: &Automaton<W>,
    mut found: impl FnMut(u64, u8, &[u32]),
) {
    struct PendingVisit<'f> {
        at: CodePointCursor<'f>,
        /// The letter that led here.
        letter: u32,
        state: State,
        depth: usize,
    }
    let mut path = Vec::new();
    let root = PendingVisit {
        at: CodePointCursor(store.walk()),
        letter: 0,
        state: automaton.start(),
        depth: 0,
    };
    let mut pending = vec![root];
    let mut left = store.max_visits();
    while let Some(PendingVisit {
        at,
        letter,
        state,
        depth,
    }) = pending.pop()
    {
        if let Some(parent) = depth.checked_sub(1) {
            path.truncate(parent);
            path.push(letter);
        }
        let here = automaton.at(depth);
        if let (Some(edits), Some(value)) = (here.edits(state), at.0.value()) {
            found(value, edits, &path);
        }
        at.each(&mut left, |letter, at| {
            let state = here.step(state, letter);
            if !state.is_dead() {
                pending.push(PendingVisit {
                    at,
                    letter,
                    state,
                    depth: depth + 1,
                });
            }
        });
    }
}

/// Finds the keys of which the automaton accepts some prefix; `found` gets their value and the
/// fewest edits that a prefix takes.
fn prefixes<W: MatchMasks>(
    store: FstMap,
    automaton: &Automaton<W>,
    mut found: impl FnMut(u64, u8),
) {
    let mut pending = vec![(CodePointCursor(store.walk()), PrefixState::start(automaton))];
    let mut left = store.max_visits();
    while let Some((at, reached)) = pending.pop() {
        if let (Some(edits), Some(value)) = (reached.best, at.0.value()) {
            found(value, edits);
        }
        at.each(&mut left, |letter, at| {
            let reached = reached.step(automaton, letter);
            if !reached.is_lost() {
                pending.push((at, reached));
            }
        });
    }
}
