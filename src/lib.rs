//! From a place name, as somebody wrote it, to a place.

pub mod normalize;

mod affix;
mod candidate;
mod error;
mod evidence;
mod fuzzy;
mod gazetteer;
mod index;
mod key;
mod lexicon;
mod name;
mod place;
mod query;
mod reading;
mod resolution;
mod resolver;
mod score;
mod script;
#[cfg(feature = "serde")]
mod serialize;

pub use error::{Error, Result};
pub use evidence::{Evidence, FeatureWord, Spelling, Taken};
/// The search engine itself, for the benches and `examples/compare_fuzzy.rs`; no part of the
/// interface.
#[doc(hidden)]
pub use fuzzy::{Cursor, Dictionary, Hit, Keys};
pub use gazetteer::Gazetteer;
pub use index::{Index, IndexBuilder, NameRef, PlaceRef};
pub use key::{Key, KeySpace};
pub use name::{Language, Name, NameKind};
pub use place::{
    Authority, BoundingBox, Coordinates, CountryCode, Feature, FeatureClass, Place, PlaceId,
};
pub use query::{MaxEdits, Query};
pub use resolution::{Candidate, Resolution, Status};
pub use resolver::Resolver;
pub use score::Score;
pub use script::Script;

/// Where the built-in gazetteer's data comes from and under which licenses: the text to show
/// wherever the data, or what was made from it, is published.
pub const ATTRIBUTION: &str = include_str!("../data/ATTRIBUTION.txt");
