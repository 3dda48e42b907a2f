//! Builds an index from gazetteers: places and names come in, in order of trust, and the sections
//! of an index file go out.
//!
//! ```text
//! places ─> draft ─> combine ─> corrected ─> numbered places ─────┐
//! names ─> spill file ─> sorted by place ─> in display order ─┐   │
//!                                                 sorted by key ─┴─> assembly ─> sections ─> file
//! ```
//!
//! Places stay in memory, in some fifty bytes each; names pass through the sorter. The same
//! gazetteers give the same bytes (decision 12 of the design).
//!
//! - [`builder`]: what users call; [`handover`]: reading beside keeping; [`pipeline`]: the steps of a build one after the other;
//!   [`report`]: progress, and counts of what was merged and left out,
//! - [`draft`]: places as they are given, packed; [`combine`]: which of them are one place;
//!   [`corrected`]: a user's corrections; [`metropolitan`]: importance of city districts;
//!   [`inhabitants`]: of units that nobody counted,
//! - [`names`]: names in the order of places and of keys; [`phonetic_keys`]: names in the order of
//!   phonetic keys; [`sorter`] and [`spill`]: sorting beyond memory; [`parallel`]: work on all cores,
//! - [`assembly`]: the records of each section; [`sections`]: lengths and checksums; [`file`]: the
//!   file, which appears whole or not at all.

pub(crate) mod assembly;
pub(crate) mod builder;
pub(crate) mod combine;
pub(crate) mod corrected;
pub(crate) mod draft;
pub(crate) mod file;
pub(crate) mod handover;
pub(crate) mod inhabitants;
pub(crate) mod metropolitan;
pub(crate) mod names;
pub(crate) mod parallel;
pub(crate) mod phonetic_keys;
pub(crate) mod pipeline;
pub(crate) mod report;
pub(crate) mod sections;
pub(crate) mod sorter;
pub(crate) mod spill;
