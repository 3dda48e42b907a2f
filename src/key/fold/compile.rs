//! Compiling the rows of the alphabets into the fold table, and hashing what they say.

use crate::key::KeySpace;
use crate::key::fold::{
    BLOCK, BLOCKS, FIRST_LETTER, Fold, FoldTable, IGNORED, NO_LETTER, SHARED, SPACE, ZERO, ignored,
    rows, without_diacritics,
};
use crate::text::normalize;

/// The first byte of a letter of no alphabet here.
const OTHER: u8 = IGNORED + 1;

/// The table as the rows say it.
type Draft = FoldTable<Vec<[Fold; BLOCK]>>;

pub(crate) fn compile() -> Vec<u8> {
    let table = Draft::new();
    let mut compiled = table.rules_hash().to_le_bytes().to_vec();
    compiled.extend(table.blocks);
    for fold in table.folds.iter().flatten() {
        compiled.extend(match *fold {
            Fold::Letter(space, number) => [space as u8, number],
            Fold::Shared(number) => [SHARED, number],
            Fold::Ignored => [IGNORED, 0],
            Fold::Other(_) => [OTHER, 0],
        });
    }
    compiled
}

impl Draft {
    fn new() -> Draft {
        let mut table = FoldTable {
            blocks: [0; BLOCKS],
            folds: vec![[NO_LETTER; BLOCK]],
        };
        table.set(' ', Fold::Shared(SPACE));
        for (digit, number) in ('0'..='9').zip(ZERO..) {
            table.set(digit, Fold::Shared(number));
        }
        for space in KeySpace::ALL {
            for ((letter, others), number) in rows(space).iter().zip(FIRST_LETTER..) {
                table.set(*letter, Fold::Letter(space, number));
                for other in others.chars() {
                    table.set(other, Fold::Letter(space, number));
                }
            }
            for letter in ignored(space).chars() {
                table.set(letter, Fold::Ignored);
            }
        }
        // Letters with diacritics go with their base, but those that have a row.
        for c in '\0'..'\u{FFFF}' {
            let base = without_diacritics(c);
            if base != c && matches!(table.get(c), Fold::Other(_)) {
                let fold = table.get(base);
                if !matches!(fold, Fold::Other(_)) {
                    table.set(c, fold);
                }
            }
        }
        table
    }

    fn set(&mut self, c: char, fold: Fold) {
        let code = c as usize;
        let Some(block) = self.blocks.get_mut(code >> 8) else {
            return;
        };
        if *block == 0 {
            *block = self.folds.len() as u8;
            self.folds.push([NO_LETTER; BLOCK]);
        }
        self.folds[usize::from(*block)][code & 0xFF] = fold;
    }

    fn rules_hash(&self) -> u64 {
        let mut hash = Fnv::new();
        hash.add(&normalize::VERSION.to_le_bytes());
        for c in '\0'..'\u{FFFF}' {
            let (space, number) = match self.get(c) {
                Fold::Letter(space, number) => (space as u8, number),
                Fold::Shared(number) => (u8::MAX, number),
                Fold::Ignored => (u8::MAX, 0),
                // What the Unicode tables say of other scripts is not ours to pin.
                Fold::Other(_) => continue,
            };
            hash.add(&u32::from(c).to_le_bytes());
            hash.add(&[space, number]);
        }
        hash.0
    }
}

/// FNV-1a, 64 bits.
struct Fnv(u64);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0xCBF2_9CE4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
}
