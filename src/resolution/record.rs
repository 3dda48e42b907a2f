//! An answer as a record of its own, apart from the index.

use crate::model::status::Status;
use crate::rank::candidate::Candidate;
use crate::rank::candidate_record::CandidateRecord;
use crate::resolution::Resolution;

/// A [`Resolution`] that borrows nothing, serialized as `resolve --format jsonl` writes answers,
/// but for the query.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ResolutionRecord {
    /// Whether one place stands out.
    pub status: Status,
    /// All candidates, the likeliest first.
    pub candidates: Vec<CandidateRecord>,
}

impl<'r> Resolution<'r> {
    /// A record of the answer that outlives the index, without explanations.
    pub fn to_record(&self) -> ResolutionRecord {
        self.recorded(Candidate::to_record)
    }

    /// A record of the answer that outlives the index, with why each candidate is one.
    pub fn to_explained_record(&self) -> ResolutionRecord {
        self.recorded(Candidate::to_explained_record)
    }

    fn recorded(&self, record: impl Fn(&Candidate<'r>) -> CandidateRecord) -> ResolutionRecord {
        ResolutionRecord {
            status: self.status(),
            candidates: self.candidates().iter().map(record).collect(),
        }
    }
}
