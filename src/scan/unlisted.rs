//! Places that no gazetteer holds, told by what they are: شارع الحمراء, مستشفى رفيق الحريري.
//!
//! They are what stands behind the word for a site ([`sites`]).

use super::judge::Habits;
use super::sites::{self, Head};
use super::words::Words;

/// A place without an entry.
pub(super) struct Sighting {
    pub head: Head,
    /// The words of its name.
    pub first: usize,
    pub last: usize,
}

/// The place whose name begins at a word, if a word for it stands before.
pub(super) fn sight(words: &Words, at: usize, floor: usize, habits: Habits) -> Option<Sighting> {
    let head = sites::head(words, at, floor)?;
    Some(Sighting {
        head,
        first: at,
        last: sites::name_end(words, head, habits)?,
    })
}
