//! Numbers that look drawn by lot, the same in every run (Steele's SplitMix64).

pub struct Lot(u64);

impl Lot {
    /// The lot of a text or a gazetteer, by its number among those that are drawn and by what the command line says.
    pub fn new(number: u64, seed: u64) -> Lot {
        Lot(number ^ (seed << 32))
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut drawn = self.0;
        drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((drawn ^ (drawn >> 31)) % end as u64) as usize
    }

    pub fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
