//! The gazetteer that ships with the crate: countries, capitals, larger cities and units of the
//! world, and the South Caucasus in detail.
//!
//! It ships as a finished index alone, made from the tables `data/places.csv` and
//! `data/names.csv` of the project; `tests/embedded.rs` compares them byte for byte.

use crate::gazetteer::Gazetteer;
use crate::index::Index;
use crate::resolver::Resolver;
use std::sync::OnceLock;

/// The version of the gazetteer that ships with the crate: eight hexadecimal digits, which change
/// whenever a place, an id, a name or a rule by which names are folded does. Answers of one version
/// of the crate and one version of its gazetteer are the same everywhere, so that what is stored
/// with an answer should be both; `docs/stability.md` says what may change between versions.
///
/// ```
/// let version = toponym::embedded_version();
/// assert!(version.len() == 8 && version.chars().all(|c| c.is_ascii_hexdigit()));
/// ```
pub fn embedded_version() -> String {
    format!("{:08x}", Resolver::embedded().index().checksum())
}

impl Resolver {
    /// The resolver over the gazetteer that ships with the crate. Its index is a part of the
    /// program, so nothing is read or built; all resolvers share one.
    pub fn embedded() -> Self {
        static EMBEDDED: OnceLock<Resolver> = OnceLock::new();
        EMBEDDED
            .get_or_init(|| {
                let index = Index::from_bytes(include_bytes!("../../data/embedded.toponym"));
                Resolver::new(index.expect("tests/embedded.rs compares the file with the tables"))
            })
            .clone()
    }
}

impl Gazetteer {
    /// The places and names of the gazetteer that ships with the crate, to build an index of
    /// them together with others.
    ///
    /// ```
    /// # #[cfg(feature = "build")] {
    /// use toponym::{Gazetteer, IndexBuilder, Resolver};
    ///
    /// let index = IndexBuilder::new().add_gazetteer(Gazetteer::embedded()).build()?;
    /// assert!(index.as_bytes() == Resolver::embedded().index().as_bytes());
    /// # }
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn embedded() -> Self {
        Resolver::embedded().index().to_gazetteer()
    }
}
