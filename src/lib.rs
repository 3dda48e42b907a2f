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
//! spelling ──> normalize ──> key, phonetic key ──> candidates in the index ──> score ──> Resolution
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
//! # A point
//! ```
//! # #[cfg(feature = "embedded")] {
//! use toponym::{Coordinates, FeatureClass, Nearest, Resolver};
//!
//! let query = Nearest::to(Coordinates::new(39.76, 46.74)?).class(FeatureClass::Populated);
//! let resolver = Resolver::embedded();
//! for near in resolver.nearest(query.limit(3)) {
//!     println!("{:?}, {:.1} km away", near.place(), near.distance_km());
//! }
//! # }
//! # Ok::<(), toponym::Error>(())
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
//!     println!("{} at {}: {}", mention.as_str(), mention.span(), place.coordinates());
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

mod analysis;
mod candidate;
mod compiled;
mod error;
#[cfg_attr(
    not(feature = "unstable-engine"),
    allow(dead_code, reason = "benches and tools use more of it")
)]
mod fuzzy;
mod gazetteer;
mod index;
mod key;
mod lang;
mod mention;
mod model;
#[cfg_attr(
    not(feature = "unstable-engine"),
    allow(dead_code, reason = "tools use more of it")
)]
mod phonetic;
mod query;
mod rank;
mod resolution;
mod resolver;
#[cfg(feature = "serde")]
mod serialize;
mod text;

/// For the tool `compile_words`, which writes `data/words.toponym`; no part of the interface.
#[cfg(feature = "unstable-engine")]
#[doc(hidden)]
pub use crate::compiled::compile::{CompiledWords, compile_words};
pub use crate::error::{Error, ErrorKind, IndexFault, Result};
/// The search engine itself, no part of the interface. `benches/fuzzy.rs` and the tool
/// `compare_fuzzy` measure it beside others that neither fold spellings nor score what they find,
/// which a [`Resolver`] always does.
#[cfg(feature = "unstable-engine")]
#[doc(hidden)]
pub use crate::fuzzy::{Cursor, Dictionary, Hit, Keys};
pub use crate::gazetteer::Gazetteer;
#[cfg(feature = "build")]
pub use crate::gazetteer::{BadRows, Corrections, GeoNames, Sink, SkippedRows};
#[cfg(feature = "build")]
pub use crate::index::{BuildProgress, BuildReport, IndexBuilder};
pub use crate::index::{
    Index, NameRef, NearbyPlace, NearbyRecord, PlaceRef, PlaceSummary, Spelling, Spellings,
};
pub use crate::key::{Key, KeySpace};
pub use crate::mention::mentions::Mentions;
pub use crate::mention::names::{NameMatch, NameMatches};
pub use crate::mention::record::MentionRecord;
pub use crate::mention::site_point::{SitePoint, SitePointRecord, SiteRelation};
pub use crate::mention::text_places::{MentionedPlace, TextFocus, TextPlaces};
pub use crate::mention::{Mention, MentionKind};
pub use crate::model::coordinates::{BoundingBox, Coordinates};
pub use crate::model::country::CountryCode;
pub use crate::model::edit_op::EditOp;
pub use crate::model::evidence::{
    ContextEvidence, Demonym, Evidence, FeatureWord, MatchKind, StrippedAffix,
};
pub use crate::model::feature::{Feature, FeatureClass};
pub use crate::model::language::Language;
pub use crate::model::name::{Name, NameKind};
pub use crate::model::place::Place;
pub use crate::model::place_id::{Authority, PlaceId};
pub use crate::model::relation::{Relation, RelationWord};
pub use crate::model::score::Score;
pub use crate::model::span::Span;
pub use crate::model::status::Status;
/// For the tool `learn_romanization`, which learns its costs; no part of the interface.
#[cfg(feature = "unstable-engine")]
#[doc(hidden)]
pub use crate::phonetic::sound::romanization::{arabic_letters, latin_readings, unmarked_sign};
/// For the tool `learn_sounds`, which learns its costs; no part of the interface.
#[cfg(feature = "unstable-engine")]
#[doc(hidden)]
pub use crate::phonetic::sound::{Orthography, Sounds};
pub use crate::query::Query;
pub use crate::query::document::Document;
pub use crate::query::max_edits::MaxEdits;
pub use crate::query::nearest::Nearest;
/// For the tool `evaluate`, which leaves rules out; no part of the interface.
#[cfg(feature = "unstable-engine")]
#[doc(hidden)]
pub use crate::query::rule::Rule;
pub use crate::rank::candidate::Candidate;
pub use crate::rank::candidate_record::{CandidateRecord, Explanation, ParentUnit};
pub use crate::resolution::Resolution;
pub use crate::resolution::record::ResolutionRecord;
pub use crate::resolution::suggestion::Suggestion;
pub use crate::resolver::Resolver;
#[cfg(feature = "embedded")]
pub use crate::resolver::embedded::embedded_version;
pub use crate::text::normalize::{Letter, Normalized, normalize};
pub use crate::text::offsets::Offsets;
pub use crate::text::script::Script;
pub use crate::text::transliterate::{Scheme, transliterate};
/// The crate whose maps an index holds, for the automata that [`Spellings::matching`] takes.
pub use fst;

/// What is shared between threads and kept by who asked stays so: a field that is not, does not
/// compile.
const _: () = {
    const fn can_be_shared<T: Send + Sync + 'static>() {}
    can_be_shared::<Resolver>();
    can_be_shared::<Index>();
    can_be_shared::<Query>();
    can_be_shared::<Document<'static>>();
    can_be_shared::<Nearest>();
    can_be_shared::<NearbyPlace<'static>>();
    can_be_shared::<Resolution<'static>>();
    can_be_shared::<Mention<'static, 'static>>();
    can_be_shared::<NameMatch<'static, 'static>>();
    can_be_shared::<Offsets<'static>>();
    can_be_shared::<CandidateRecord>();
    can_be_shared::<ResolutionRecord>();
    can_be_shared::<MentionRecord>();
    can_be_shared::<Gazetteer>();
    can_be_shared::<Evidence>();
    can_be_shared::<Error>();
};

/// What can be moved to another thread, though not be used by two.
const _: () = {
    const fn can_be_sent<T: Send + 'static>() {}
    can_be_sent::<Mentions<'static, 'static>>();
    can_be_sent::<NameMatches<'static, 'static>>();
    #[cfg(feature = "build")]
    can_be_sent::<IndexBuilder>();
};

/// Where the built-in gazetteer's data comes from and under which licenses: the text to show
/// wherever the data, or what was made from it, is published.
pub const ATTRIBUTION: &str = include_str!("../data/ATTRIBUTION.txt");

/// The README's examples, compiled and run as tests.
#[cfg(all(doctest, feature = "build", feature = "embedded"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
