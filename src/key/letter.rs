//! Folding letter by letter, as keys are folded as a whole.

use crate::key::fold::rows;
use crate::key::{Fold, KeySpace, fold};

/// What a normalized letter is in the keys of a space; nothing if it is left out.
pub(crate) fn fold_in(space: KeySpace, letter: char, key: &mut [u8; 4]) -> &[u8] {
    if space == KeySpace::Other {
        return match crate::key::folded(letter) {
            Some(folded) => folded.encode_utf8(key).as_bytes(),
            None => &[],
        };
    }
    match fold(letter) {
        Fold::Letter(own, number) if own == space => key[0] = number,
        Fold::Shared(number) => key[0] = number,
        _ => return &[],
    }
    &key[..1]
}

/// The letters of a key space, each standing for all that fold to it; none of
/// [`KeySpace::Other`].
pub(crate) fn alphabet(space: KeySpace) -> impl Iterator<Item = char> {
    rows(space).iter().map(|(letter, _)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Key;
    use crate::text::normalize::normalize;

    #[test]
    fn letters_make_the_key_that_the_whole_makes() {
        for text in [
            "ناغورنو قرة باغ",
            "Երևան",
            "Şuşa 1",
            "Нагорный Карабах",
            "თბილისი",
            "東京 2",
            "Baku Баку",
            "ГəнҸə x",
        ] {
            let whole = Key::of(text);
            let letters = normalize(text);
            let mut key = Vec::new();
            for letter in letters.letters() {
                key.extend_from_slice(fold_in(whole.space(), letter.char, &mut [0; 4]));
            }
            assert_eq!(key, whole.as_bytes(), "{text}");
        }
    }
}
