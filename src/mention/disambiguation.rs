//! Stage 7, disambiguation: which of several places a mention is of.
//!
//! In: a [`Detection`](crate::mention::detection::Detection) with its span. Out: a
//! [`Resolution`](crate::resolution::Resolution), first by itself, then once more when the mentions
//! around it are known.
//!
//! - `candidates`: the places that a detection may mean, ranked by what was written.
//! - `coherence`: ranked again by the mentions before and behind.
//! - `containment`: whether the text says that one place lies in another.
//! - `site`: where a place is that no gazetteer holds.
//! - `geo_point`: distances between places.

pub(crate) mod candidates;
pub(crate) mod coherence;
mod containment;
mod geo_point;
pub(crate) mod site;
