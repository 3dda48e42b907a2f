//! How many names of a text are looked for by their sound: a look-up costs a hundred times what a word does.

use crate::model::country::CountryCode;
use rustc_hash::FxHashSet;

/// The look-ups by sound of a text.
#[derive(Debug, Default)]
pub(crate) struct LookUps {
    made: usize,
    /// What sounds like nothing in a country.
    unknown: FxHashSet<(String, Option<CountryCode>)>,
}

/// Maximum number of names that are kept as unknown; then all are forgotten.
const MAX_UNKNOWN: usize = 128;

/// Number of look-ups that any text has, and number of its bytes for each more.
const LOOK_UPS: usize = 32;
const BYTES_PER_LOOK_UP: usize = 2048;

impl LookUps {
    /// Whether a name may be looked for that stands at a byte of the text; it then counts as looked for.
    pub fn take(&mut self, name: &str, country: Option<CountryCode>, at: usize) -> bool {
        let left = self.made < LOOK_UPS + at / BYTES_PER_LOOK_UP
            && !self.unknown.contains(&(name.to_owned(), country));
        self.made += usize::from(left);
        left
    }

    /// Takes note of a name that sounds like nothing.
    pub fn add_unknown(&mut self, name: String, country: Option<CountryCode>) {
        if self.unknown.len() == MAX_UNKNOWN {
            self.unknown.clear();
        }
        self.unknown.insert((name, country));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_ups_grow_with_the_text_and_no_faster() {
        let mut look_ups = LookUps::default();
        let taken = (0..1000).filter(|_| look_ups.take("x", None, 100)).count();
        assert_eq!(taken, LOOK_UPS);
        assert!(!look_ups.take("x", None, BYTES_PER_LOOK_UP - 1));
        assert!(look_ups.take("x", None, BYTES_PER_LOOK_UP));
        assert!(!look_ups.take("x", None, BYTES_PER_LOOK_UP));
    }

    #[test]
    fn what_is_unknown_is_not_looked_for_again() {
        let mut look_ups = LookUps::default();
        assert!(look_ups.take("x", None, 0));
        look_ups.add_unknown("x".to_owned(), None);
        assert!(!look_ups.take("x", None, 0));
        let country = "LB".parse().ok();
        assert!(look_ups.take("y", None, 0) && look_ups.take("x", country, 0));
        for number in 0..1000 {
            look_ups.add_unknown(number.to_string(), None);
            assert!(look_ups.unknown.len() <= MAX_UNKNOWN);
        }
    }
}
