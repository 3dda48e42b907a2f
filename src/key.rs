//! Keys: what the search compares, one byte a letter, in the key space of the name's script.

use crate::normalize::{Normalized, normalize};
use crate::script::Script;

/// Which letters a key is made of. Every search stays in one key space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum KeySpace {
    /// Arabic script.
    Arabic,
    /// Armenian script.
    Armenian,
    /// Cyrillic script.
    Cyrillic,
    /// Georgian script.
    Georgian,
    /// Latin script.
    Latin,
    /// Scripts without an alphabet here, and names that mix scripts: keys of whole code
    /// points, in UTF-8.
    Other,
}

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

/// A folded key. Two names with one key are spellings that the search does not tell apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    space: KeySpace,
    bytes: Vec<u8>,
}

impl Key {
    /// The key of a name as somebody wrote it.
    pub fn of(name: &str) -> Key {
        Key::fold(&normalize(name))
    }

    /// The key of a normalized name, in the space of its script.
    pub fn fold(name: &Normalized) -> Key {
        let mut scripts = name.letters().iter().filter_map(|l| Script::of(l.char));
        let space = match scripts.next() {
            Some(first) if scripts.all(|s| s == first) => match first {
                Script::Latin => KeySpace::Latin,
                _ => KeySpace::Other,
            },
            _ => KeySpace::Other,
        };
        let bytes = match space {
            KeySpace::Latin => name
                .as_str()
                .bytes()
                .filter_map(|b| match b {
                    b' ' => Some(1),
                    b'0'..=b'9' => Some(2 + b - b'0'),
                    b'a'..=b'z' => Some(12 + b - b'a'),
                    _ => None,
                })
                .collect(),
            _ => name.as_str().as_bytes().to_vec(),
        };
        Key { space, bytes }
    }

    /// The key space.
    pub fn space(&self) -> KeySpace {
        self.space
    }

    /// The letters: numbers from 1 to 63, or UTF-8 in [`KeySpace::Other`].
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Length in letters.
    pub fn len(&self) -> usize {
        match self.space {
            KeySpace::Other => self.bytes.iter().filter(|b| (**b as i8) >= -0x40).count(),
            _ => self.bytes.len(),
        }
    }

    /// Whether no letter is left; such a key finds nothing.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}
