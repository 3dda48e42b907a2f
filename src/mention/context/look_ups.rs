//! How many names of a text are looked for by their sound: a look-up costs a hundred times what a word does.

use crate::model::country::CountryCode;
use rustc_hash::FxHashSet;

/// The look-ups by sound of a text.
#[derive(Debug, Default)]
pub(crate) struct LookUps {
    made: usize,
    /// What sounds like nothing in a country.
    unknown: FxHashSet<(String, Option<CountryCode>)>,
    /// The same of all texts that were read: a look-up that counts, but need not be made.
    pub known: SilentNames,
}

/// Names that sound like none of an index, in a country or anywhere.
#[derive(Debug, Default)]
pub(crate) struct SilentNames {
    names: FxHashSet<(String, Option<CountryCode>)>,
}

/// Maximum number of them: some 100 kB. Then all are forgotten.
const MAX_SILENT: usize = 1024;

impl SilentNames {
    /// Whether a name is one of them.
    pub fn has(&self, name: &(String, Option<CountryCode>)) -> bool {
        self.names.contains(name)
    }

    fn add(&mut self, name: (String, Option<CountryCode>)) {
        if self.names.len() == MAX_SILENT {
            self.names.clear();
        }
        self.names.insert(name);
    }
}

/// Maximum number of names that are kept as unknown; then all are forgotten.
const MAX_UNKNOWN: usize = 128;

/// Number of look-ups that any text has, and number of its bytes for each more.
const LOOK_UPS: usize = 32;
const BYTES_PER_LOOK_UP: usize = 2048;

impl LookUps {
    /// Whether a name may be looked for that stands at a byte of the text; it then counts as looked for.
    pub fn take(&mut self, name: &(String, Option<CountryCode>), at: usize) -> bool {
        let left = self.made < LOOK_UPS + at / BYTES_PER_LOOK_UP && !self.unknown.contains(name);
        self.made += usize::from(left);
        left
    }

    /// Takes note of a name that sounds like nothing.
    pub fn add_unknown(&mut self, name: (String, Option<CountryCode>)) {
        if self.unknown.len() == MAX_UNKNOWN {
            self.unknown.clear();
        }
        self.known.add(name.clone());
        self.unknown.insert(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_ups_grow_with_the_text_and_no_faster() {
        let mut look_ups = LookUps::default();
        let x = ("x".to_owned(), None);
        let taken = (0..1000).filter(|_| look_ups.take(&x, 100)).count();
        assert_eq!(taken, LOOK_UPS);
        assert!(!look_ups.take(&x, BYTES_PER_LOOK_UP - 1));
        assert!(look_ups.take(&x, BYTES_PER_LOOK_UP));
        assert!(!look_ups.take(&x, BYTES_PER_LOOK_UP));
    }

    #[test]
    fn what_is_unknown_is_not_looked_for_again() {
        let mut look_ups = LookUps::default();
        let name = |name: &str| (name.to_owned(), None);
        assert!(look_ups.take(&name("x"), 0));
        look_ups.add_unknown(name("x"));
        assert!(!look_ups.take(&name("x"), 0));
        let in_country = ("x".to_owned(), "LB".parse().ok());
        assert!(look_ups.take(&name("y"), 0) && look_ups.take(&in_country, 0));
        for number in 0..5000 {
            look_ups.add_unknown(name(&number.to_string()));
            assert!(look_ups.unknown.len() <= MAX_UNKNOWN);
            assert!(look_ups.known.names.len() <= MAX_SILENT);
        }
        assert!(look_ups.known.has(&name("4999")) && !look_ups.known.has(&in_country));
    }
}
