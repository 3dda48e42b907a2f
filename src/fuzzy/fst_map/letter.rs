//! Letters as bytes of an `fst` map.
//!
//! The format has six bits for an input that is one of 63 common bytes: a node that leads to the one
//! written before it by such a byte takes a single byte. No alphabet here has more letters, so each
//! letter is such a byte, the smaller letter the smaller byte.

use crate::fuzzy::fst_map::node::{COMMON, INPUT_OF_CODE};

/// The byte of the map for each letter of a key; 0, which no map has, for what is no letter.
pub(in crate::fuzzy) static BYTE_OF_LETTER: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut letter = 0;
    let mut byte = 0;
    while byte < 256 {
        let mut i = 0;
        while i < COMMON.len() {
            if COMMON[i] == byte as u8 {
                letter += 1;
                bytes[letter] = byte as u8;
            }
            i += 1;
        }
        byte += 1;
    }
    bytes
};

/// Code points are in the map byte by byte as they are.
pub(super) static SAME_BYTE: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        bytes[byte] = byte as u8;
        byte += 1;
    }
    bytes
};

/// The letter of each byte of the map; 0 for a byte that is none.
pub(super) static LETTER_OF_BYTE: [u8; 256] = {
    let mut letters = [0; 256];
    let mut letter = 1;
    while letter < 64 {
        letters[BYTE_OF_LETTER[letter] as usize] = letter as u8;
        letter += 1;
    }
    letters
};

/// The letter of the six bits that a node has for its byte; 0 for those that stand for none.
pub(super) static LETTER_OF_CODE: [u8; 64] = {
    let mut letters = [0; 64];
    let mut code = 1;
    while code < 64 {
        letters[code] = LETTER_OF_BYTE[INPUT_OF_CODE[code] as usize];
        code += 1;
    }
    letters
};

/// A key of letters as a key of the map, put in the place of what was there.
pub(in crate::fuzzy) fn encode(key: &[u8], bytes: &mut Vec<u8>) {
    bytes.clear();
    bytes.extend(
        key.iter()
            .map(|letter| BYTE_OF_LETTER[usize::from(*letter)]),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_common_bytes_in_their_order() {
        assert!(BYTE_OF_LETTER[1..64].is_sorted_by(|a, b| a < b));
        assert_eq!((BYTE_OF_LETTER[0], BYTE_OF_LETTER[64]), (0, 0));
        for letter in 1..64 {
            let byte = BYTE_OF_LETTER[usize::from(letter)];
            assert!(COMMON.contains(&byte));
            assert_eq!(LETTER_OF_BYTE[usize::from(byte)], letter);
        }
    }
}
