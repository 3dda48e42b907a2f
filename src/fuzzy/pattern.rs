//! Match masks: where a pattern has a letter, which is all that the automaton needs of it.

/// The bits of a lane that are in use: for `i - t` from -2 to 2.
pub(super) const LANE: u64 = 0b0011_1110;

/// Match masks of a pattern near the diagonal.
pub(super) trait MatchMasks {
    /// Bit `i - depth + 3` is set if the pattern's `i`-th letter (from 0) is `letter`, for `i` from
    /// `depth - 2` to `depth + 2`; the other bits are clear.
    fn mask(&self, letter: u32, depth: usize) -> u64;

    /// The letters whose mask has one of some bits, as a set of letters below 64. The set may hold
    /// more.
    fn letters(&self, depth: usize, bits: u64) -> u64;
}

/// A pattern of letters below 64, at most [`ShortPattern::MAX_LETTERS`] of them: a word for each
/// letter, with bit `i + 3` set where the pattern has it, from which a shift makes the mask.
pub(super) struct ShortPattern {
    positions: [u64; 64],
    /// For each position, from two before the first on, and for each choice among it and the next
    /// two, the letters there as a set.
    sets: Vec<[u64; 8]>,
}

impl ShortPattern {
    /// Maximum length in letters.
    pub const MAX_LETTERS: usize = 61;

    /// The masks of a pattern; letters beyond [`MAX_LETTERS`](Self::MAX_LETTERS) match nothing.
    pub fn new(pattern: &[u8]) -> Self {
        let mut positions = [0; 64];
        let mut row = [0; Self::MAX_LETTERS + 8];
        for (i, letter) in pattern.iter().take(Self::MAX_LETTERS).enumerate() {
            if let Some(position) = positions.get_mut(usize::from(*letter)) {
                *position |= 1 << (i + 3);
                row[i + 2] = 1 << letter;
            }
        }
        let triples = row.windows(3).take(pattern.len() + 6);
        let sets = triples.map(|triple| match *triple {
            [a, b, c] => [0, a, b, a | b, c, a | c, b | c, a | b | c],
            _ => [0; 8],
        });
        let sets = sets.collect();
        ShortPattern { positions, sets }
    }
}

impl MatchMasks for ShortPattern {
    #[inline]
    fn mask(&self, letter: u32, depth: usize) -> u64 {
        // No state lives deeper than two letters below a pattern's end, at 63.
        match self.positions.get(letter as usize) {
            Some(position) if depth < 64 => position >> depth & LANE,
            _ => 0,
        }
    }

    #[inline]
    fn letters(&self, depth: usize, bits: u64) -> u64 {
        match self.sets.get(depth..).and_then(<[_]>::first_chunk::<4>) {
            Some([first, .., last]) => {
                first[(bits >> 1) as usize & 7] | last[(bits >> 4) as usize & 3]
            }
            None => 0,
        }
    }
}

/// A pattern of any letters and length: for each letter that it has, a row of such words.
pub(super) struct LongPattern {
    /// The letters of the pattern, ascending, each once.
    letters: Vec<u32>,
    /// `row` words for each letter.
    positions: Vec<u64>,
    row: usize,
}

impl LongPattern {
    pub fn new(pattern: &[u32]) -> Self {
        let mut letters = pattern.to_vec();
        // A word more than the last position needs: a mask may start in one and end in the next.
        let row = (letters.len() + 3) / 64 + 2;
        letters.sort_unstable();
        letters.dedup();
        let mut positions = vec![0; row * letters.len()];
        for (i, letter) in pattern.iter().enumerate() {
            if let Ok(at) = letters.binary_search(letter) {
                positions[at * row + (i + 3) / 64] |= 1 << ((i + 3) % 64);
            }
        }
        LongPattern {
            letters,
            positions,
            row,
        }
    }
}

impl MatchMasks for LongPattern {
    #[inline]
    fn mask(&self, letter: u32, depth: usize) -> u64 {
        let Ok(at) = self.letters.binary_search(&letter) else {
            return 0;
        };
        let (word, shift) = (depth / 64, depth % 64);
        if word + 1 >= self.row {
            return 0;
        }
        let at = at * self.row + word;
        let both = u128::from(self.positions[at]) | u128::from(self.positions[at + 1]) << 64;
        (both >> shift) as u64 & LANE
    }

    #[inline]
    fn letters(&self, _: usize, bits: u64) -> u64 {
        // Which they are is not worth finding out for the few patterns that are so long; that a dead
        // state wants none is, for nothing below it is read then.
        u64::from(bits != 0).wrapping_neg()
    }
}
