//! Where a pattern has a letter: the only thing the automaton asks about it.

use super::automaton::LANE;

/// Tells near which places of the diagonal a pattern has a letter.
pub(super) trait Windows {
    /// Bit `i - depth + 3` is set if the pattern's `i`-th letter (from 0) is `letter`, for `i` from
    /// `depth - 2` to `depth + 2`; the other bits are clear.
    fn window(&self, letter: u32, depth: usize) -> u64;

    /// The letters with a window that has one of some bits, as a set of letters below 64. The set
    /// may hold more.
    fn letters(&self, depth: usize, bits: u64) -> u64;
}

/// A pattern of letters below 64, at most [`Narrow::LONGEST`] of them: a word for each letter, with
/// bit `i + 3` set where the pattern has it, from which a shift makes the window.
pub(super) struct Narrow {
    places: [u64; 64],
    /// The letters, each as a set, from two before the first on.
    sets: [u64; 64 + 4],
}

impl Narrow {
    pub const LONGEST: usize = 61;

    /// The windows of a pattern; letters from its [`LONGEST`](Self::LONGEST)-th on match nothing.
    pub fn new(pattern: &[u8]) -> Self {
        let mut places = [0; 64];
        let mut sets = [0; 64 + 4];
        for (i, letter) in pattern.iter().take(Self::LONGEST).enumerate() {
            if let Some(place) = places.get_mut(usize::from(*letter)) {
                *place |= 1 << (i + 3);
                sets[i + 2] = 1 << letter;
            }
        }
        Narrow { places, sets }
    }
}

impl Windows for Narrow {
    #[inline]
    fn window(&self, letter: u32, depth: usize) -> u64 {
        // No state lives deeper than two letters below a pattern's end, at 63.
        match self.places.get(letter as usize) {
            Some(place) if depth < 64 => place >> depth & LANE,
            _ => 0,
        }
    }

    #[inline]
    fn letters(&self, depth: usize, bits: u64) -> u64 {
        let sets = self.sets.get(depth..).and_then(<[u64]>::first_chunk::<5>);
        let sets = sets.into_iter().flatten().zip(1..);
        sets.fold(0, |all, (set, bit)| {
            all | set & (bits >> bit & 1).wrapping_neg()
        })
    }
}

/// A pattern of any letters, as many as there are: the same words in a row for each letter that the
/// pattern has.
pub(super) struct Wide {
    /// The letters of the pattern, ascending, each once.
    letters: Vec<u32>,
    /// `row` words for each letter.
    places: Vec<u64>,
    row: usize,
}

impl Wide {
    pub fn new(pattern: &[u32]) -> Self {
        let mut letters = pattern.to_vec();
        // A word more than the last place needs: a window may start in one and end in the next.
        let row = (letters.len() + 3) / 64 + 2;
        letters.sort_unstable();
        letters.dedup();
        let mut places = vec![0; row * letters.len()];
        for (i, letter) in pattern.iter().enumerate() {
            if let Ok(at) = letters.binary_search(letter) {
                places[at * row + (i + 3) / 64] |= 1 << ((i + 3) % 64);
            }
        }
        Wide {
            letters,
            places,
            row,
        }
    }
}

impl Windows for Wide {
    #[inline]
    fn window(&self, letter: u32, depth: usize) -> u64 {
        let Ok(at) = self.letters.binary_search(&letter) else {
            return 0;
        };
        let (word, shift) = (depth / 64, depth % 64);
        if word + 1 >= self.row {
            return 0;
        }
        let at = at * self.row + word;
        let both = u128::from(self.places[at]) | u128::from(self.places[at + 1]) << 64;
        (both >> shift) as u64 & LANE
    }
    fn letters(&self, _: usize, _: u64) -> u64 {
        u64::MAX
    }
}
