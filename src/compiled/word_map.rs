//! Words with what a table says of each: a hash table that is read in place.
//!
//! ```text
//! number of slots, a power of two; slots: (tag, place of the entry); entries
//! entry: length of the word (1), of what is said of it (2), the word, what is said of it
//! ```
//!
//! A slot is empty if its place is 0. The tag is the upper half of a word's FNV-1a hash, so that a
//! word that the map has not, as most are that are asked for, is mostly known by one slot.

use crate::compiled::bytes::{Reader, u32_at};

/// A map in a section of the compiled tables. The bytes of words mean what the table wants.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordMap {
    bytes: &'static [u8],
    /// Number of slots; 0 in a section without a map.
    slots: usize,
}

/// Bytes of the number of slots, and of a slot.
const HEAD: usize = 4;
const SLOT: usize = 8;

impl WordMap {
    pub const fn new(bytes: &'static [u8]) -> WordMap {
        let slots = u32_at(bytes, 0) as usize;
        let is_whole = slots.is_power_of_two() && slots <= bytes.len() / SLOT;
        WordMap {
            bytes,
            slots: if is_whole { slots } else { 0 },
        }
    }

    /// What is said of a word, if the map has it. The word is given in its parts.
    #[inline]
    pub fn get<const N: usize>(self, word: [&[u8]; N]) -> Option<Reader> {
        let hash = hash(word);
        let (tag, mask) = ((hash >> 32) as u32, self.slots.checked_sub(1)?);
        let mut at = hash as usize & mask;
        // A map has empty slots; one that has none is damaged.
        for _ in 0..self.slots {
            let slot = HEAD + SLOT * at;
            let place = u32_at(self.bytes, slot + 4) as usize;
            if place == 0 {
                return None;
            }
            if u32_at(self.bytes, slot) == tag {
                let mut entry = Reader::new(self.bytes.get(place..)?);
                let (len, said) = (entry.u8(), entry.u16());
                if is_word(entry.bytes(len.into()), word) {
                    return Some(Reader::new(entry.bytes(said.into())));
                }
            }
            at = (at + 1) & mask;
        }
        None
    }
}

#[inline]
fn is_word<const N: usize>(mut entry: &[u8], word: [&[u8]; N]) -> bool {
    let is_next = |part: &[u8]| match entry.strip_prefix(part) {
        Some(rest) => {
            entry = rest;
            true
        }
        None => false,
    };
    word.into_iter().all(is_next) && entry.is_empty()
}

/// FNV-1a, 64 bits.
#[inline]
fn hash<const N: usize>(word: [&[u8]; N]) -> u64 {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    for part in word {
        for byte in part {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
    hash
}

/// The bytes of a map of words that occur once each; a word has at most 255 bytes, what is said of one
/// at most 65,535.
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) fn write<'w>(words: impl IntoIterator<Item = (&'w [u8], &'w [u8])>) -> Vec<u8> {
    let words: Vec<_> = words.into_iter().collect();
    let slots = (2 * words.len()).next_power_of_two().max(2);
    let mut bytes = vec![0; HEAD + SLOT * slots];
    bytes[..HEAD].copy_from_slice(&(slots as u32).to_le_bytes());
    for (word, said) in words {
        let hash = hash([word]);
        let mut at = hash as usize & (slots - 1);
        while u32_at(&bytes, HEAD + SLOT * at + 4) != 0 {
            at = (at + 1) & (slots - 1);
        }
        let slot = (hash >> 32) | (bytes.len() as u64) << 32;
        bytes[HEAD + SLOT * at..][..SLOT].copy_from_slice(&slot.to_le_bytes());
        bytes.push(u8::try_from(word.len()).expect("words have at most 255 bytes"));
        let len = u16::try_from(said.len()).expect("not so much is said of a word");
        bytes.extend_from_slice(&len.to_le_bytes());
        bytes.extend_from_slice(word);
        bytes.extend_from_slice(said);
    }
    bytes
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn a_map_has_its_words_and_no_others(
            words in proptest::collection::btree_map("[ab]{0,5}", any::<u32>(), 0..40),
            others in proptest::collection::vec("[ab]{0,6}", 20),
        ) {
            let said: BTreeMap<_, _> = words.iter().map(|(word, n)| (word, n.to_le_bytes())).collect();
            let pairs = said.iter().map(|(word, said)| (word.as_bytes(), said.as_slice()));
            let map = WordMap::new(Vec::leak(write(pairs)));
            for word in words.keys().chain(&others) {
                let (a, b) = word.split_at(word.len() / 2);
                let found = map.get([a.as_bytes(), b.as_bytes()]).map(|mut said| said.u32());
                prop_assert_eq!(found, words.get(word).copied());
            }
        }

        #[test]
        fn damage_gives_other_answers_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut bytes = bytes;
            if let Some(slots) = bytes.get_mut(..4) {
                slots.copy_from_slice(&4u32.to_le_bytes());
            }
            WordMap::new(Vec::leak(bytes)).get([b"ab"]);
        }
    }
}
