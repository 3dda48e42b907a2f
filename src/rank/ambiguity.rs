//! Ambiguity: homonyms are rivals, a town and the unit that is named after it are not, and of many
//! places that share a name which only sounds like the query each is the less likely.

use crate::key::Key;
use crate::model::evidence::MatchKind;
use crate::model::score::AMBIGUITY_MARGIN;
use crate::model::status::Status;
use crate::rank::candidate::Candidate;
use crate::rank::nested::{Homonym, MAX_NESTED};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Resolved unless a candidate that is a rival of the first comes within the margin; the best
/// come first.
/// A town and the unit around it are no rivals, nor are a unit and a part of it.
pub(crate) fn status(candidates: &[Candidate<'_>]) -> Status {
    let Some((first, others)) = candidates.split_first() else {
        return Status::Unknown;
    };
    let best = first.points;
    let is_close = |other: &&Candidate<'_>| best - other.points < AMBIGUITY_MARGIN;
    let mut close = others
        .iter()
        .take_while(is_close)
        .take(MAX_NESTED)
        .peekable();
    if close.peek().is_none() {
        return Status::Resolved;
    }
    let first = Homonym::of(first);
    match close.any(|other| !first.is_nested_with(&Homonym::of(other))) {
        true => Status::Ambiguous,
        false => Status::Resolved,
    }
}

/// Lowers the scores of places that share a name which only sounds like the query, the best least:
/// whether that was the name at all is open, and other names should be among the candidates.
pub(crate) fn share_names(candidates: &mut [Candidate<'_>]) {
    let mut bearers: HashMap<Key, i32> = HashMap::new();
    for candidate in candidates.iter_mut() {
        if matches!(candidate.spelling, MatchKind::Sounded { .. }) {
            let before = bearers.entry(Key::of(candidate.name.text())).or_default();
            candidate.points -= *before * SHARED_NAME;
            *before += 1;
        }
    }
    candidates.sort_by_key(|candidate| Reverse(candidate.points));
}

/// Points that a place loses for each better one of the same name: measured, with five candidates, on Arabic names
/// of places in countries of other scripts.
const SHARED_NAME: i32 = 20;
