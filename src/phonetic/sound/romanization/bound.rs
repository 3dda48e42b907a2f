//! What an alignment of a romanization costs at least: letters of which no sign is there are silent, and signs that are
//! of none of the letters are added.

use crate::phonetic::sound::romanization::{added_cost, arabic, latin, omitted_cost, table};

/// What is still to be spent at least behind each letter and each sign, in twentieths of a nat.
pub(super) struct LeastCosts {
    pub letters: [u16; arabic::MAX_LETTERS + 1],
    pub signs: [u16; latin::MAX_SIGNS + 1],
}

impl LeastCosts {
    /// `None` if that is more than `bound` altogether.
    pub fn of(arabic: &[u8], signs: &[u8], bound: u16) -> Option<LeastCosts> {
        let model = table::get();
        let there = signs.iter().fold(0, |set, sign| set | 1u64 << (sign & 63));
        let mut least = LeastCosts {
            letters: [0; arabic::MAX_LETTERS + 1],
            signs: [0; latin::MAX_SIGNS + 1],
        };
        let (mut spelled, mut left) = (0, 0);
        for (cost, letter) in least.letters.iter_mut().zip(arabic).rev() {
            let known = model.letter(*letter);
            spelled |= known.signs;
            let silent = known.least_silent.min(omitted_cost(*letter));
            left += match known.signs & there {
                0 => silent,
                _ => silent.min(known.least),
            };
            *cost = left;
        }
        let of_letters = left;
        left = 0;
        for (cost, sign) in least.signs.iter_mut().zip(signs).rev() {
            if spelled >> (sign & 63) & 1 == 0 {
                left += added_cost(*sign);
            }
            *cost = left;
        }
        (of_letters + left <= bound).then_some(least)
    }
}
