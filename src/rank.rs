//! Ranking: the score of a candidate, its bound, their order, and which candidates are rivals.

pub(crate) mod ambiguity;
pub(crate) mod candidate;
pub(crate) mod candidate_record;
pub(crate) mod nested;
pub(crate) mod order;
pub(crate) mod score;
pub(crate) mod score_hit;
