//! Folding letter by letter, as keys are folded as a whole.

use crate::key::KeySpace;
use crate::script::Script;

/// The key space of a word of one script.
pub(super) fn space_of(script: Script) -> KeySpace {
    match script {
        Script::Latin => KeySpace::Latin,
        _ => KeySpace::Other,
    }
}

/// What a normalized letter is in the keys of a space.
pub(super) fn fold(space: KeySpace, letter: char, key: &mut [u8; 4]) -> &[u8] {
    let byte = match (space, letter) {
        (KeySpace::Latin, ' ') => 1,
        (KeySpace::Latin, '0'..='9') => 2 + letter as u8 - b'0',
        (KeySpace::Latin, 'a'..='z') => 12 + letter as u8 - b'a',
        (KeySpace::Latin, _) => return &[],
        _ => return letter.encode_utf8(key).as_bytes(),
    };
    key[0] = byte;
    &key[..1]
}
