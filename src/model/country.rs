//! ISO 3166-1 country codes.

use crate::error::{Error, Result};
use std::fmt;

/// A country by its two capital letters (ISO 3166-1 alpha-2), such as `AM`.
///
/// The form is checked, not that ISO has assigned the code: gazetteers also use `XK`.
///
/// ```
/// use toponym::CountryCode;
///
/// let armenia: CountryCode = "AM".parse()?;
/// assert_eq!(armenia.as_str(), "AM");
/// assert!("ARM".parse::<CountryCode>().is_err());
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// The country of two capital letters, if they are that.
    pub(crate) fn from_bytes(letters: [u8; 2]) -> Option<Self> {
        letters
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(CountryCode(letters))
    }

    pub(crate) fn to_bytes(self) -> [u8; 2] {
        self.0
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Accepts small letters too.
impl std::str::FromStr for CountryCode {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text.as_bytes() {
            &[a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => Ok(CountryCode([
                a.to_ascii_uppercase(),
                b.to_ascii_uppercase(),
            ])),
            _ => Err(Error::invalid(
                "country",
                text,
                "expected two letters (ISO 3166-1), such as AM",
            )),
        }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_letters_of_either_case() {
        assert_eq!("am".parse::<CountryCode>().unwrap().as_str(), "AM");
        for bad in ["", "A", "ARM", "A1", "Ա"] {
            assert!(bad.parse::<CountryCode>().is_err(), "{bad}");
        }
    }
}
