//! Places that no gazetteer holds, told by what they are: شارع الحمراء, مستشفى رفيق الحريري.
//!
//! They are what stands behind the word for a site ([`site_names`]).

use crate::mention::lookup::dictionary_match::Match;
use crate::mention::span::leading_head;
use crate::mention::span::leading_head::Head;
use crate::mention::token::Words;
use crate::text::style::Habits;

/// A place without an entry.
pub(crate) struct Sighting {
    pub head: Head,
    /// The words of its name.
    pub first: usize,
    pub last: usize,
}

/// The place whose name begins at a word, if a word for it stands before; `listed` are the names
/// of the gazetteer that begin there and that are not meant as such.
pub(crate) fn sight(
    words: &Words,
    at: usize,
    floor: usize,
    listed: &[Match],
    habits: Habits,
) -> Option<Sighting> {
    let head = leading_head::head(words, at, floor)?;
    let whole = listed.iter().filter(|found| found.start.is_none());
    let last = whole.map(|found| found.last).max();
    Some(Sighting {
        head,
        first: at,
        last: leading_head::name_end(words, head, last, habits)?,
    })
}
