//! How many letters of a name may differ.

use crate::error::{Error, Result};
use std::fmt;

/// How many letters may be inserted, left out, replaced or swapped with their neighbor.
///
/// ```
/// use toponym::MaxEdits;
///
/// assert_eq!([3, 4, 7].map(|letters| MaxEdits::Auto.for_length(letters)), [0, 1, 2]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MaxEdits {
    /// As many as the length of the name bears: none up to 3 letters, one up to 6, two from
    /// 7 on; and no dearer ones than writers make in a name of that length. A name of four
    /// letters has a dozen neighbors at one edit and hundreds at two.
    #[default]
    Auto,
    /// At most this many, at most [`MaxEdits::MAX`]; always fewer than the name has letters,
    /// for otherwise names would match that share no letter with it.
    Limit(u8),
}

impl MaxEdits {
    /// The most edits that are ever searched for.
    pub const MAX: u8 = 2;

    /// The edits allowed for a name of so many letters, which are counted as they are compared,
    /// without marks and what else spelling is indifferent to.
    pub fn for_length(self, letters: usize) -> u8 {
        let most = match self {
            MaxEdits::Auto => match letters {
                0..=3 => 0,
                4..=6 => 1,
                _ => 2,
            },
            MaxEdits::Limit(limit) => limit.min(Self::MAX),
        };
        most.min(letters.saturating_sub(1).try_into().unwrap_or(u8::MAX))
    }
}

/// `auto` or the number of edits that are searched for.
impl fmt::Display for MaxEdits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MaxEdits::Auto => f.write_str("auto"),
            MaxEdits::Limit(limit) => limit.min(&Self::MAX).fmt(f),
        }
    }
}

impl std::str::FromStr for MaxEdits {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "auto" => Ok(MaxEdits::Auto),
            "0" => Ok(MaxEdits::Limit(0)),
            "1" => Ok(MaxEdits::Limit(1)),
            "2" => Ok(MaxEdits::Limit(2)),
            _ => Err(Error::invalid(
                "number of edits",
                text,
                "expected auto, 0, 1 or 2",
            )),
        }
    }
}
