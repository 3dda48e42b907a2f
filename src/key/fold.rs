//! The fold table: every letter to one letter of its key space or to nothing, whatever its
//! neighbors. Since a letter never becomes two, no two words are further apart folded than
//! they were.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;

use crate::compiled::bytes::u64_at;
use crate::compiled::{Section, section};
use crate::key::{FoldRow, KeySpace, arabic, armenian, cyrillic, georgian, latin};
use crate::text::script::Script;
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
pub(crate) const SPACE: u8 = 1;
const ZERO: u8 = 2;
const FIRST_LETTER: u8 = 12;

/// Folds one letter of a normalized text.
#[inline]
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
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
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

/// The compiled table: the hash of the rules (8 bytes); for each block of 256 code points its number in
/// the blocks that follow, where 0 is a block without letters; the blocks, two bytes a letter.
const COMPILED: &[u8] = section(Section::Folds);
const BLOCKS_AT: usize = 8;
const FOLDS_AT: usize = BLOCKS_AT + BLOCKS;

/// Number of blocks of the code points that the table covers, and the letters of one.
const BLOCKS: usize = 256;
const BLOCK: usize = 256;

/// Number of blocks with letters, and that without.
const USED_BLOCKS: usize = 1 + COMPILED.len().saturating_sub(FOLDS_AT + 1) / (2 * BLOCK);

static TABLE: FoldTable = FoldTable {
    blocks: {
        let mut blocks = [0; BLOCKS];
        let mut at = 0;
        while at < BLOCKS && BLOCKS_AT + at < COMPILED.len() {
            blocks[at] = COMPILED[BLOCKS_AT + at];
            at += 1;
        }
        blocks
    },
    folds: {
        let mut folds = [[NO_LETTER; BLOCK]; USED_BLOCKS];
        let mut at = 0;
        while FOLDS_AT + 2 * at + 1 < COMPILED.len() {
            let place = FOLDS_AT + 2 * at;
            folds[at / BLOCK][at % BLOCK] = unpacked(COMPILED[place], COMPILED[place + 1]);
            at += 1;
        }
        folds
    },
};

/// What a letter folds to by its code point below 65,536, for tables that are made of this one; of a letter
/// of no alphabet here not which base it has.
pub(crate) const fn fold_of_code(code: usize) -> Fold {
    TABLE.folds[TABLE.blocks[code >> 8] as usize][code & 0xFF]
}

/// In two steps, since the alphabets here lie in few of the 256 blocks of 256 code points.
struct FoldTable<T = [[Fold; BLOCK]; USED_BLOCKS]> {
    /// For each block, its index in `folds`, where 0 is a block without letters.
    blocks: [u8; BLOCKS],
    folds: T,
}

/// What the table has for a letter of no alphabet here.
const NO_LETTER: Fold = Fold::Other(' ');

/// The first byte of what is no letter of a key space; of a letter it is the number of the space.
const SHARED: u8 = KeySpace::ALL.len() as u8;
const IGNORED: u8 = SHARED + 1;

const fn unpacked(kind: u8, number: u8) -> Fold {
    match kind {
        SHARED => Fold::Shared(number),
        IGNORED => Fold::Ignored,
        space if (space as usize) < KeySpace::ALL.len() => {
            Fold::Letter(KeySpace::ALL[space as usize], number)
        }
        _ => NO_LETTER,
    }
}

impl<T: AsRef<[[Fold; BLOCK]]>> FoldTable<T> {
    #[inline]
    fn get(&self, c: char) -> Fold {
        let code = c as usize;
        let block = self.blocks.get(code >> 8).map_or(0, |b| usize::from(*b));
        let folds = self.folds.as_ref().get(block);
        match folds.map_or(NO_LETTER, |folds| folds[code & 0xFF]) {
            Fold::Other(_) => Fold::Other(without_diacritics(c)),
            fold => fold,
        }
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
    u64_at(COMPILED, 0)
}
