//! Readings of a query: the name as it stands, and what may be left of it once clitics, case
//! endings and feature words are taken off.

use crate::evidence::Taken;
use crate::key::Key;
use crate::normalize::normalize;

/// One way to read a query.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The normalized spelling of what is taken for the name.
    pub written: String,
    /// Its key; never empty.
    pub key: Key,
    /// What was taken off, in the order of the text.
    pub taken: Vec<Taken>,
}

impl Reading {
    fn new(written: &str, taken: Vec<Taken>) -> Option<Reading> {
        let key = Key::of(written);
        (!key.is_empty()).then(|| Reading {
            written: written.to_owned(),
            key,
            taken,
        })
    }

    /// Whether nothing but whole words was taken off.
    pub fn only_feature_words(&self) -> bool {
        self.taken
            .iter()
            .all(|taken| matches!(taken, Taken::FeatureWord(_)))
    }
}

/// All readings of a query, the whole of it first, then by how much is taken off.
/// Empty if there is no letter in it.
pub(crate) fn readings(query: &str) -> Vec<Reading> {
    Reading::new(normalize(query).as_str(), Vec::new())
        .into_iter()
        .collect()
}
