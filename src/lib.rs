//! From a place name, as somebody wrote it, to a place.

pub mod normalize;

mod error;
mod fuzzy;
mod key;
mod name;
mod place;
mod script;

pub use error::{Error, Result};
/// The search engine itself, for the benches and `examples/compare_fuzzy.rs`; no part of the
/// interface.
#[doc(hidden)]
pub use fuzzy::{Cursor, Dictionary, Hit, Keys};
pub use key::{Key, KeySpace};
pub use name::{Language, Name, NameKind};
pub use place::{
    Authority, BoundingBox, Coordinates, CountryCode, Feature, FeatureClass, Place, PlaceId,
};
pub use script::Script;
