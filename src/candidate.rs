//! Candidates: the names that a query finds, tier by tier, before they are ranked.
//!
//! The first tier that finds an admissible place answers: the name as it was written; the
//! name with something taken off it; names one edit away, then two; names that sound alike.

pub(crate) mod affix;
pub(crate) mod apostrophe;
mod edit;
pub(crate) mod name_hit;
mod ordinary_word;
mod phonetic;
pub(crate) mod prefix;
mod tier;
pub(crate) mod variant;
