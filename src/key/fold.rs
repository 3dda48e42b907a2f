//! The fold table: every letter to one letter of its key space or to nothing, whatever its
//! neighbors. Since a letter never becomes two, no two words are further apart folded than
//! they were.

use crate::key::{FoldRow, KeySpace, arabic, armenian, cyrillic, georgian, latin};
use crate::text::normalize;
use crate::text::script::Script;
use std::sync::LazyLock;
use unicode_normalization::char::decompose_canonical;

/// What a normalized letter folds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// A letter of one key space, by its number there.
    Letter(KeySpace, u8),
    /// A space or digit, which has the same number in each key space.
    Shared(u8),
    /// Left out of the key.
    Ignored,
    /// A letter of no alphabet here, without its diacritics: in [`KeySpace::Other`] alone.
    Other(char),
}

/// The number of the space; the digits come next, then the letters.
pub(super) const SPACE: u8 = 1;
const ZERO: u8 = 2;
const FIRST_LETTER: u8 = 12;

/// Folds one letter of a normalized text.
pub(crate) fn fold(letter: char) -> Fold {
    TABLE.get(letter)
}

/// The letter that a number stands for.
pub(super) fn letter(space: KeySpace, number: u8) -> Option<char> {
    match number {
        0 => None,
        SPACE => Some(' '),
        ZERO..FIRST_LETTER => Some(char::from(b'0' + number - ZERO)),
        _ => {
            let row = rows(space).get(usize::from(number - FIRST_LETTER));
            row.map(|(letter, _)| *letter)
        }
    }
}

/// The alphabet of a key space in the order of its numbers, with the letters that fold to each.
pub(super) fn rows(space: KeySpace) -> &'static [FoldRow] {
    match space {
        KeySpace::Arabic => arabic::ROWS,
        KeySpace::Armenian => armenian::ROWS,
        KeySpace::Cyrillic => cyrillic::ROWS,
        KeySpace::Georgian => georgian::ROWS,
        KeySpace::Latin => latin::ROWS,
        KeySpace::Other => &[],
    }
}

/// The letters of a key space's script that are left out of keys.
pub(super) fn ignored(space: KeySpace) -> &'static str {
    match space {
        KeySpace::Arabic => arabic::IGNORED,
        KeySpace::Armenian => armenian::IGNORED,
        KeySpace::Cyrillic => cyrillic::IGNORED,
        KeySpace::Georgian => georgian::IGNORED,
        KeySpace::Latin => latin::IGNORED,
        KeySpace::Other => "",
    }
}

/// The key space of a script's letters.
impl From<Script> for KeySpace {
    fn from(script: Script) -> Self {
        match script {
            Script::Arabic => KeySpace::Arabic,
            Script::Armenian => KeySpace::Armenian,
            Script::Cyrillic => KeySpace::Cyrillic,
            Script::Georgian => KeySpace::Georgian,
            Script::Latin => KeySpace::Latin,
            Script::Other => KeySpace::Other,
        }
    }
}

static TABLE: LazyLock<FoldTable> = LazyLock::new(FoldTable::new);

/// In two steps, since the alphabets here lie in few of the 256 blocks of 256 code points.
struct FoldTable {
    /// For each block, its index in `folds`, where 0 is a block without letters.
    blocks: [u8; 256],
    folds: Vec<[Fold; 256]>,
}

impl FoldTable {
    fn get(&self, c: char) -> Fold {
        let code = c as usize;
        let block = self.blocks.get(code >> 8).map_or(0, |b| usize::from(*b));
        match self.folds[block][code & 0xFF] {
            Fold::Other(_) => Fold::Other(without_diacritics(c)),
            fold => fold,
        }
    }

    fn new() -> FoldTable {
        let mut table = FoldTable {
            blocks: [0; 256],
            folds: vec![[Fold::Other(' '); 256]],
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
            self.folds.push([Fold::Other(' '); 256]);
        }
        self.folds[usize::from(*block)][code & 0xFF] = fold;
    }
}

/// The base of a letter that decomposes to a letter and diacritics; any other letter itself.
fn without_diacritics(c: char) -> char {
    let mut base = None;
    let mut diacritics = true;
    decompose_canonical(c, |part| match base {
        None => base = Some(part),
        Some(_) => diacritics &= matches!(part, '\u{300}'..='\u{36F}' | '\u{653}'..='\u{655}'),
    });
    base.filter(|_| diacritics).unwrap_or(c)
}

/// A hash of all that decides which key a name gets, the same on every machine: an index that
/// holds another one was built with other rules.
pub(crate) fn rules_hash() -> u64 {
    let mut hash = Fnv::new();
    hash.add(&normalize::VERSION.to_le_bytes());
    for c in '\0'..'\u{FFFF}' {
        let (space, number) = match fold(c) {
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
