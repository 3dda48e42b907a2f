//! Keys: normalized names come in, and what the search compares goes out, one byte a letter, in
//! the key space of the name's script (decisions 2 and 3 of the design).
//!
//! A key is a normalized name with every letter *folded*: replaced by one letter of a small
//! alphabet, or left out, with no regard to its neighbors, so that folding never increases an edit
//! distance. Letters are numbered in the order of the rows of their script's table.
//!
//! - [`fold`]: the fold table of all scripts, and a hash of it for index files,
//! - [`arabic`], [`armenian`], [`cyrillic`], [`georgian`], [`latin`]: the alphabet of each script
//!   and what folds to which letter,
//! - [`letter`]: folding letter by letter, for words that are read as a text goes on.

pub(crate) mod arabic;
pub(crate) mod armenian;
pub(crate) mod cyrillic;
pub(crate) mod fold;
pub(crate) mod georgian;
pub(crate) mod latin;
pub(crate) mod letter;
#[cfg(all(test, feature = "build"))]
mod tests;

pub(crate) use crate::key::fold::{Fold, fold, rules_hash};

use crate::text::normalize::{Letter, Normalized, normal_form};
use crate::text::script::Script;
use std::fmt;

/// Which letters a key is made of. Every search stays in one key space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum KeySpace {
    /// Arabic script: the 28 letters of the Arabic alphabet.
    Arabic,
    /// Armenian script: its letters but է, օ and ւ.
    Armenian,
    /// Cyrillic script: the Russian letters but ё, й, ъ and э.
    Cyrillic,
    /// Georgian script: its 33 letters.
    Georgian,
    /// Latin script: the 26 letters of ASCII.
    Latin,
    /// Scripts without an alphabet here, names that mix scripts, and names without a letter:
    /// keys of whole code points, in UTF-8.
    Other,
}

/// A row of a fold table: a letter of an alphabet, and the letters that fold to it besides itself.
type FoldRow = (char, &'static str);

impl KeySpace {
    /// Every key space, in the order of their numbers.
    pub const ALL: [KeySpace; 6] = [
        KeySpace::Arabic,
        KeySpace::Armenian,
        KeySpace::Cyrillic,
        KeySpace::Georgian,
        KeySpace::Latin,
        KeySpace::Other,
    ];
}

impl KeySpace {
    /// The key space of this name, as the tables write it.
    #[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
    pub(crate) fn of_name(name: &str) -> Option<KeySpace> {
        let mut all = KeySpace::ALL.into_iter();
        all.find(|space| format!("{space:?}") == name)
    }
}

/// A folded key. Two names with one key are spellings that the search does not tell apart.
///
/// ```
/// use toponym::Key;
/// assert_eq!(Key::of("Ağdam"), Key::of("AGDAM"));
/// assert_eq!(Key::of("قرة باغ").to_string(), "قره باغ");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    space: KeySpace,
    bytes: Vec<u8>,
}

impl Key {
    /// The key of a name as somebody wrote it.
    pub fn of(name: &str) -> Key {
        Key::of_normal(&normal_form(name))
    }

    /// The key of a name in its normal form.
    pub(crate) fn of_normal(name: &str) -> Key {
        let mut bytes = Vec::new();
        let space = fold_letters(name.chars(), &mut bytes);
        Key { space, bytes }
    }

    /// The key of a normalized name, in the space of its script.
    pub fn fold(name: &Normalized) -> Key {
        let mut bytes = Vec::new();
        let space = fold_into(name.letters(), &mut bytes);
        Key { space, bytes }
    }

    /// The key of these letters, as an index stores them.
    pub(crate) fn of_letters(space: KeySpace, letters: &[u8]) -> Key {
        let bytes = letters.to_vec();
        Key { space, bytes }
    }

    /// The key space.
    pub fn space(&self) -> KeySpace {
        self.space
    }

    /// The letters. In [`KeySpace::Other`] they are UTF-8; in every other space a byte each:
    /// 1 for a space, 2 to 11 for the digits, from 12 to at most 63 for the letters in the
    /// order of the script's alphabet.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Length in letters.
    pub fn len(&self) -> usize {
        match self.space {
            // All bytes but those that continue a code point.
            KeySpace::Other => self.bytes.iter().filter(|b| **b & 0xC0 != 0x80).count(),
            _ => self.bytes.len(),
        }
    }

    /// Whether no letter is left; such a key finds nothing.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

/// Writes the folded letters as text.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        match self.space {
            KeySpace::Other => f.write_str(&String::from_utf8_lossy(&self.bytes)),
            space => self.bytes.iter().try_for_each(|number| {
                f.write_char(fold::letter(space, *number).unwrap_or('\u{FFFD}'))
            }),
        }
    }
}

/// Writes the key of normalized letters (a name, or some of its words) over what is in `bytes`;
/// returns its space.
pub(crate) fn fold_into(letters: &[Letter], bytes: &mut Vec<u8>) -> KeySpace {
    bytes.reserve(letters.len());
    fold_letters(letters.iter().map(|letter| letter.char), bytes)
}

fn fold_letters(letters: impl Iterator<Item = char> + Clone, bytes: &mut Vec<u8>) -> KeySpace {
    bytes.clear();
    let mut space = None;
    for letter in letters.clone() {
        let own = match fold(letter) {
            Fold::Letter(own, number) => {
                bytes.push(number);
                own
            }
            Fold::Shared(number) => {
                bytes.push(number);
                continue;
            }
            // A letter left out still says what script the name is in.
            Fold::Ignored => Script::of(letter).map_or(KeySpace::Other, KeySpace::from),
            Fold::Other(_) => KeySpace::Other,
        };
        if own == KeySpace::Other || *space.get_or_insert(own) != own {
            space = None;
            break;
        }
    }
    space.unwrap_or_else(|| {
        fold_into_other(letters, bytes);
        KeySpace::Other
    })
}

fn fold_into_other(letters: impl Iterator<Item = char>, bytes: &mut Vec<u8>) {
    bytes.clear();
    for letter in letters {
        if let Some(folded) = folded(letter) {
            bytes.extend_from_slice(folded.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

/// The letter that a normalized letter folds to; `None` if it is left out.
pub(crate) fn folded(letter: char) -> Option<char> {
    match fold(letter) {
        Fold::Letter(space, number) => fold::letter(space, number),
        Fold::Shared(_) => Some(letter),
        Fold::Ignored => None,
        Fold::Other(letter) => Some(letter),
    }
}
