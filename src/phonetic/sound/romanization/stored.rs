//! A name of a gazetteer as one side of a romanization.

use crate::phonetic::sound::MAX_LETTERS;
use crate::phonetic::sound::romanization::latin;

/// A name of a gazetteer, as an index holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoredName<'n> {
    /// The letters of an Arabic name.
    Arabic(&'n [u8]),
    /// The signs of a Latin one, and whether marks are among them.
    Latin { signs: &'n [u8], is_marked: bool },
}

impl<'n> StoredName<'n> {
    /// A Latin name of three words without one of them, the first being 0; `None` of any other.
    pub fn without_word(
        self,
        word: usize,
        buffer: &'n mut [u8; MAX_LETTERS],
    ) -> Option<StoredName<'n>> {
        let StoredName::Latin { signs, is_marked } = self else {
            return None;
        };
        let words = || signs.split(|sign| *sign == latin::SPACE);
        if words().count() != 3 {
            return None;
        }
        let mut length = 0;
        for (_, letters) in words().enumerate().filter(|(at, _)| *at != word) {
            let space = [latin::SPACE];
            let space = if length > 0 { &space[..] } else { &[] };
            for sign in space.iter().chain(letters) {
                *buffer.get_mut(length)? = *sign;
                length += 1;
            }
        }
        Some(StoredName::Latin {
            signs: &buffer[..length],
            is_marked,
        })
    }
}
