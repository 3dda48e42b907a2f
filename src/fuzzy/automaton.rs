//! The edit automaton: which prefixes of the pattern some letters of a key can stand for, and with
//! how many edits.
//!
//! A state says, for every number of edits `e` up to the limit and every `i`, whether the first
//! `i` letters of the pattern can be turned into the letters read so far with `e` edits. It is the
//! bit-parallel automaton of Wu & Manber ("Fast text searching allowing errors", 1992), with the
//! transposition of Hyyrö ("A bit-vector algorithm for computing Levenshtein and Damerau edit
//! distances", 2003). A transposition is one step over two letters that nothing else touches: that
//! makes the distance the *optimal string alignment* distance.
//!
//! After `t` letters only `i` from `t - 2` to `t + 2` can be reached with two edits, so a state
//! needs five bits for each `e`, whatever the length of the pattern. We keep them relative to the
//! diagonal: bit `i - t + 3` of lane `e`, a lane being one byte of a `u64`.
//!
//! ```text
//!   byte      7      6        5         4        3       2        1        0
//!         unused  unused  swapped 1  swapped 0  unused  e = 2    e = 1    e = 0
//! ```
//!
//! Relative to the diagonal a match and a substitution keep their bit, an insertion moves one bit
//! down, a deletion one bit up.

use crate::fuzzy::pattern::{LANE, MatchMasks};

/// Maximum number of edits that a search can allow.
pub(super) const MAX_EDITS: u8 = 2;

/// A state of the automaton; [`State::DEAD`] reaches no match any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct State(u64);

/// One copy of a lane's bits for each number of edits.
const LANES: u64 = 0x0001_0101;
/// Position of the lanes that hold whether the first letter of a transposition has been read.
const SWAPPED_SHIFT: u32 = 32;
/// Bits of a lane.
const LANE_BITS: u32 = 8;

impl State {
    /// No cell is left.
    pub const DEAD: State = State(0);

    pub fn is_dead(self) -> bool {
        self.0 == 0
    }
}

/// The automaton of one pattern, for one direction of reading.
pub(super) struct Automaton<'w, W> {
    masks: &'w W,
    len: usize,
    max_edits: usize,
    /// One for each number of letters that can be read, and two without cells.
    levels: Vec<Level>,
}

/// What states can be after some letters.
#[derive(Clone, Copy, Default)]
struct Level {
    /// The cells that may be alive.
    allowed: u64,
    /// The cells that accept.
    accepting: u64,
    /// The cells that take any letter next.
    any_letter: u64,
    /// The cells from which the next two letters may be transposed.
    swappable: u64,
}

/// An automaton after a number of letters of the key: what its states can do there.
pub(super) struct Depth<'a, W> {
    masks: &'a W,
    depth: usize,
    here: &'a Level,
    next: &'a Level,
}

/// Where a key is too long for any match.
static TOO_DEEP: [Level; 2] = [Level {
    allowed: 0,
    accepting: 0,
    any_letter: 0,
    swappable: 0,
}; 2];

impl<'w, W: MatchMasks> Automaton<'w, W> {
    /// An automaton for a pattern of `len` letters and `floors.len() - 1` edits, which are at most
    /// [`MAX_EDITS`]: the `e`-th edit may not happen before `floors[e]` letters of the pattern are
    /// used up.
    pub fn new(masks: &'w W, len: usize, floors: &[usize]) -> Self {
        // The bits of the positions from `from` on.
        let from = |place: usize, depth: usize| -> u64 {
            LANE & u64::MAX << (place + 3).saturating_sub(depth).min(6)
        };
        let last = len + usize::from(MAX_EDITS);
        let mut levels = vec![Level::default(); last + 3];
        for depth in (0..=last).rev() {
            let beyond = from(len + 1, depth);
            let lanes = floors
                .iter()
                .rev()
                .map(|floor| from(*floor, depth) & !beyond);
            let allowed = lanes.fold(0, |all, lane| all << LANE_BITS | lane);
            // Cells from which an edit leads to an allowed one, whichever letter it takes.
            let [edited, swapped] = [1, 2].map(|ahead: usize| {
                let allowed = levels[depth + ahead].allowed;
                (before_deletions(allowed) >> LANE_BITS) & (LANE * LANES)
            });
            levels[depth] = Level {
                allowed,
                accepting: (from(len, depth) & !beyond) * LANES,
                any_letter: edited | edited << 1,
                swappable: swapped,
            };
        }
        Automaton {
            masks,
            len,
            max_edits: floors.len().saturating_sub(1),
            levels,
        }
    }

    /// Before the first letter: nothing read, and as many letters of the pattern left out as there
    /// are edits.
    pub fn start(&self) -> State {
        State(deletions(1 << 3) & self.at(0).here.allowed)
    }

    /// The automaton after some letters.
    #[inline]
    pub fn at(&self, depth: usize) -> Depth<'_, W> {
        let levels = self.levels.get(depth..).and_then(<[_]>::first_chunk::<2>);
        let [here, next] = levels.unwrap_or(&TOO_DEEP);
        Depth {
            masks: self.masks,
            depth,
            here,
            next,
        }
    }

    /// Whether a key of `depth` letters may be within reach.
    #[inline]
    pub fn can_end(&self, depth: usize) -> bool {
        self.len.abs_diff(depth) <= self.max_edits
    }

    /// Whether a whole key, letter by letter, is within reach.
    pub fn accepts(&self, key: impl Iterator<Item = u32>) -> bool {
        let mut state = self.start();
        let mut depth = 0;
        for letter in key {
            state = self.at(depth).step(state, letter);
            if state.is_dead() {
                return false;
            }
            depth += 1;
        }
        self.at(depth).edits(state).is_some()
    }
}

impl<W: MatchMasks> Depth<'_, W> {
    /// Whether a state takes any letter next.
    #[inline]
    pub fn takes_any_letter(&self, State(state): State) -> bool {
        state & self.here.any_letter != 0
    }

    /// The state after one more letter.
    #[inline]
    pub fn step(&self, State(state): State, letter: u32) -> State {
        let window = self.masks.mask(letter, self.depth) * LANES;
        let swapped = state >> SWAPPED_SHIFT;
        let cells = state & (LANE * LANES);
        let matched = cells & window;
        // A substitution, an insertion, or the second letter of a transposition.
        let edited = (cells | cells >> 1 | swapped & window << 1) << LANE_BITS;
        let next = deletions(matched | edited) & self.next.allowed;
        let swapped = cells & window >> 1 & self.here.swappable;
        State(next | swapped << SWAPPED_SHIFT)
    }

    /// The state after a letter that is nowhere near in the pattern.
    #[inline]
    pub fn step_unmatched(&self, State(state): State) -> State {
        let cells = state & (LANE * LANES);
        State(deletions((cells | cells >> 1) << LANE_BITS) & self.next.allowed)
    }

    /// The edits of what has been read, if the whole pattern can stand for it.
    #[inline]
    pub fn edits(&self, State(state): State) -> Option<u8> {
        let accepting = state & self.here.accepting;
        (accepting != 0).then(|| (accepting.trailing_zeros() / LANE_BITS) as u8)
    }

    /// The letters that some state could match here, as a set of letters below 64. The set may hold
    /// more.
    #[inline]
    pub fn nearby(&self) -> u64 {
        self.masks.letters(self.depth, LANE)
    }

    /// The letters with which a state does not die, as a set of letters below 64, and bit 0 if it
    /// accepts. The set may hold more.
    #[inline]
    pub fn wanted(&self, State(state): State) -> u64 {
        // All letters, if one that is nowhere near will do. Not a branch: it would be guessed
        // wrong.
        let all = u64::from(state & self.here.any_letter != 0).wrapping_neg() << 1;
        // The letter of a match, or the first or the second of a transposition.
        let places = state | (state & self.here.swappable) << 1 | state >> (SWAPPED_SHIFT + 1);
        let places = (places | places >> LANE_BITS | places >> (2 * LANE_BITS)) & LANE;
        let letters = self.masks.letters(self.depth, places);
        all | letters | u64::from(state & self.here.accepting != 0)
    }
}

/// Adds the cells that leaving out letters of the pattern reaches, an edit each.
#[inline]
fn deletions(mut cells: u64) -> u64 {
    for _ in 0..MAX_EDITS {
        cells |= cells << (LANE_BITS + 1);
    }
    cells
}

/// Adds the cells from which leaving out letters of the pattern leads to one of these.
fn before_deletions(mut cells: u64) -> u64 {
    for _ in 0..MAX_EDITS {
        cells |= cells >> (LANE_BITS + 1) & (LANE * LANES);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fuzzy::pattern::{LongPattern, ShortPattern};

    /// Every string of up to `len` letters from 1 to `letters`, the empty one too.
    fn strings(letters: u8, len: usize) -> Vec<Vec<u8>> {
        let mut all = vec![vec![]];
        let mut first = 0;
        for _ in 0..len {
            let last = all.len();
            for i in first..last {
                for letter in 1..=letters {
                    let mut longer = all[i].clone();
                    longer.push(letter);
                    all.push(longer);
                }
            }
            first = last;
        }
        all
    }

    fn run<W: MatchMasks>(automaton: &Automaton<'_, W>, key: &[u8]) -> Option<u8> {
        let mut state = automaton.start();
        for (depth, letter) in key.iter().enumerate() {
            let (at, letter) = (automaton.at(depth), u32::from(*letter));
            let next = at.step(state, letter);
            if automaton.masks.mask(letter, depth) == 0 {
                assert_eq!(next, at.step_unmatched(state));
            }
            let wanted = at.wanted(state);
            assert!(next.is_dead() || wanted >> letter & 1 != 0);
            assert!(at.edits(state).is_none() || wanted & 1 != 0);
            state = next;
        }
        automaton.at(key.len()).edits(state)
    }

    fn check(pattern: &[u8], key: &[u8]) {
        let text = |letters: &[u8]| String::from_utf8(letters.to_vec()).unwrap();
        let distance = strsim::osa_distance(&text(pattern), &text(key));
        for max_edits in 0..=2 {
            let expected = u8::try_from(distance).ok().filter(|d| *d <= max_edits);
            let floors = &[0; 3][..=usize::from(max_edits)];
            let narrow = ShortPattern::new(pattern);
            let narrow = Automaton::new(&narrow, pattern.len(), floors);
            assert_eq!(
                run(&narrow, key),
                expected,
                "{pattern:?} {key:?} {max_edits}"
            );
            let letters: Vec<u32> = pattern.iter().map(|b| u32::from(*b)).collect();
            let wide = LongPattern::new(&letters);
            let wide = Automaton::new(&wide, pattern.len(), floors);
            assert_eq!(
                run(&wide, key),
                expected,
                "wide {pattern:?} {key:?} {max_edits}"
            );
        }
    }

    #[test]
    fn every_pair_of_short_strings() {
        let strings = strings(2, 6);
        for pattern in &strings {
            for key in &strings {
                check(pattern, key);
            }
        }
    }

    #[test]
    fn a_dead_state_wants_nothing() {
        let (short, long) = (vec![7; 20], vec![7; 200]);
        let (short, long) = (ShortPattern::new(&short), LongPattern::new(&long));
        for depth in [0, 1, 5, 22] {
            let short = Automaton::new(&short, 20, &[0; 3]);
            assert_eq!(short.at(depth).wanted(State::DEAD), 0);
            let long = Automaton::new(&long, 200, &[0; 3]);
            assert_eq!(long.at(depth).wanted(State::DEAD), 0);
        }
    }

    /// What the two halves rest on, see `halves.rs`.
    #[test]
    fn the_halves_cover_every_key_between_them() {
        let strings = strings(3, 4);
        for pattern in &strings {
            let len = pattern.len();
            let reversed: Vec<u8> = pattern.iter().rev().copied().collect();
            let (masks, reversed) = (&ShortPattern::new(pattern), &ShortPattern::new(&reversed));
            for split in 0..=len + 1 {
                for max_edits in 1..=2 {
                    let mut floors = vec![0; max_edits + 1];
                    let whole = Automaton::new(masks, len, &floors);
                    floors[max_edits] = split;
                    let poor = Automaton::new(masks, len, &floors);
                    floors[1..].fill(len + 1 - split);
                    let exact = Automaton::new(reversed, len, &floors);
                    for key in &strings {
                        let back: Vec<u8> = key.iter().rev().copied().collect();
                        let (poor, exact) = (run(&poor, key), run(&exact, &back));
                        let whole = run(&whole, key);
                        assert_eq!(poor.into_iter().chain(exact).min(), whole);
                        if poor != whole {
                            assert_eq!((poor, whole), (None, Some(max_edits as u8)));
                        }
                    }
                }
            }
        }
    }
}
