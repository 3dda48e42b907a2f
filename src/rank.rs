//! Ranking: the score of a candidate, its bound, and which candidates are rivals.

pub(crate) mod ambiguity;
pub(crate) mod candidate;
pub(crate) mod candidate_record;
pub(crate) mod score;
pub(crate) mod score_hit;
