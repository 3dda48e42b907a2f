//! From a place name, as somebody wrote it, to a place: an id and coordinates.
//!
//! `toponym` resolves names in Arabic, Armenian, Azerbaijani, Russian, Persian, Georgian,
//! Turkish and English, in whatever spelling they come, and finds them in running text. It
//! embeds a gazetteer of the world's countries and capitals and of the South Caucasus, and
//! works on any other that you give it.
//!
//! ```text
//! gazetteer tables ──> places + names ──> IndexBuilder ──> Index
//!                                                            │
//! spelling ──> normalize ──> key, skeleton ──> candidates in the index ──> score ──> Resolution
//! text ──> scan: words, clitics, endings, feature words ──> mentions, each with its Resolution
//! ```
//!
//! # A name
//! ```
//! # #[cfg(feature = "embedded")] {
//! use toponym::Resolver;
//!
//! let resolver = Resolver::embedded();
//! let place = resolver.resolve("غيومرى").best().map(|candidate| candidate.place()).unwrap();
//! assert_eq!(place.id().to_string(), "gn:616635");
//! assert_eq!(place.name_in("hy").unwrap().text(), "Գյումրի");
//! # }
//! ```
//!
//! # A name, with what else is known
//! ```
//! # #[cfg(feature = "embedded")] {
//! use toponym::{FeatureClass, Query, Resolver};
//!
//! let query = Query::new("Tərtər").class(FeatureClass::Administrative).limit(1);
//! let resolver = Resolver::embedded();
//! let resolution = resolver.resolve(query);
//! let district = resolution.best().unwrap();
//! println!("{:?}, because: {}", district.place(), district.evidence());
//! # }
//! ```
//!
//! # A text
//! ```
//! # #[cfg(feature = "embedded")] {
//! use toponym::Resolver;
//!
//! let text = "وصل الوفد إلى مدينة شوشة قادما من باكو";
//! let resolver = Resolver::embedded();
//! for mention in resolver.scan(text) {
//!     let place = mention.resolution().best().unwrap().place();
//!     println!("{} at {:?}: {}", &text[mention.range()], mention.range(), place.coordinates());
//! }
//! # }
//! ```
//!
//! # Limits
//! - Edits are counted within one script, at most two. A name that nothing is spelled like is
//!   looked for by its sound in all scripts, but not in running text.
//! - Names are not stemmed, nor translated but for words such as *Upper* and *New*.
//! - In a text a mention is resolved by the words beside it and by some dozen mentions before
//!   and after it, no more.

#![cfg_attr(not(feature = "mmap"), forbid(unsafe_code))]

pub mod normalize;
pub mod transliterate;

mod affix;
mod candidate;
mod confusion;
mod document;
#[cfg(feature = "embedded")]
mod embedded;
mod error;
mod evidence;
mod fuzzy;
mod gazetteer;
mod generic;
mod hash;
mod index;
mod key;
mod lexicon;
mod name;
mod place;
mod query;
mod reading;
mod resolution;
mod resolver;
mod scan;
mod score;
mod script;
#[cfg(feature = "serde")]
mod serialize;
mod skeleton;
mod slip;
mod sound;

pub use document::Document;
pub use error::{Error, IndexFault, Result};
pub use evidence::{Clue, Demonym, Evidence, FeatureWord, Spelling, Taken};
/// The search engine itself, no part of the interface. `benches/fuzzy.rs` and
/// `examples/compare_fuzzy` measure it beside others that neither fold spellings nor score what
/// they find, which a [`Resolver`] always does.
#[doc(hidden)]
pub use fuzzy::{Cursor, Dictionary, Hit, Keys};
pub use gazetteer::{BadRows, Corrections, Gazetteer, GeoNames, LeftOut, Sink};
pub use index::{BuildProgress, BuildReport, Index, IndexBuilder, NameRef, PlaceRef};
pub use key::{Key, KeySpace};
pub use name::{Language, Name, NameKind};
pub use place::{
    Authority, BoundingBox, Coordinates, CountryCode, Feature, FeatureClass, Place, PlaceId,
};
pub use query::{MaxEdits, Query};
pub use resolution::{Candidate, Resolution, Status};
pub use resolver::Resolver;
pub use scan::{Mention, MentionKind, Mentions, NameMatch, NameMatches};
pub use score::Score;
pub use script::Script;
pub use slip::Slip;
/// For `examples/learn_sounds.rs`, which learns its costs; no part of the interface.
#[doc(hidden)]
pub use sound::{Habit, Sounds};

/// Where the built-in gazetteer's data comes from and under which licenses: the text to show
/// wherever the data, or what was made from it, is published.
pub const ATTRIBUTION: &str = include_str!("../data/ATTRIBUTION.txt");

/// The README's examples, compiled and run as tests.
#[cfg(all(doctest, feature = "embedded"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
