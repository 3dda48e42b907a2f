//! The search in an `fst` map of UTF-8 keys, for names outside the alphabets.
//!
//! It follows an automaton and the nodes side by side, as [`letters`](super::letters) does, with less
//! care for speed: most names have an alphabet.

use crate::fuzzy::automaton::{Automaton, State};
use crate::fuzzy::fst_map::{FstCursor, FstMap};
use crate::fuzzy::halves::{Backward, Forward};
use crate::fuzzy::pattern::MatchMasks;
use crate::fuzzy::prefix_state::PrefixState;

/// An `fst` map of code points.
#[derive(Clone, Copy, Debug)]
pub(in crate::fuzzy) struct CodePoints<'f>(pub FstMap<'f>);

/// A [`FstCursor`] between two code points: one letter is the one to four bytes of its UTF-8.
#[derive(Clone, Copy, Debug)]
pub(in crate::fuzzy) struct CodePointCursor<'f>(pub FstCursor<'f>);

impl CodePointCursor<'_> {
    /// Visits each letter that goes on from here, with the cursor after it, as long as steps are
    /// left.
    pub fn each(self, left: &mut usize, mut visit: impl FnMut(u32, Self)) {
        self.0.each(left, |byte, next, left| {
            let (bits, missing) = match byte {
                0x00..=0x7F => (byte, 0),
                0xC0..=0xDF => (byte & 0x1F, 1),
                0xE0..=0xEF => (byte & 0x0F, 2),
                0xF0..=0xF7 => (byte & 0x07, 3),
                _ => return,
            };
            CodePointCursor(next).rest(left, u32::from(bits), missing, &mut visit);
        });
    }

    /// Follows the `missing` last bytes of a code point that begins with the bits `start`.
    fn rest(self, left: &mut usize, start: u32, missing: u32, visit: &mut impl FnMut(u32, Self)) {
        if missing == 0 {
            return visit(start, self);
        }
        self.0.each(left, |byte, next, left| {
            if let 0x80..=0xBF = byte {
                CodePointCursor(next).rest(
                    left,
                    start << 6 | u32::from(byte & 0x3F),
                    missing - 1,
                    visit,
                );
            }
        });
    }
}

impl Forward for CodePoints<'_> {
    fn search<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8, &[u32])) {
        search(self.0, automaton, found);
    }

    fn prefixes<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8)) {
        prefixes(self.0, automaton, found);
    }
}

impl Backward for CodePoints<'_> {
    fn search<W: MatchMasks>(self, automaton: &Automaton<W>, mut found: impl FnMut(u64, u8)) {
        search(self.0, automaton, |value, edits, _| found(value, edits));
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
