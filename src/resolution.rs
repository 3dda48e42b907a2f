//! What a query is answered with: candidates in order, and whether the first one is meant.

pub(crate) mod record;
pub(crate) mod resolve;
pub(crate) mod suggestion;

use crate::rank::candidate::Candidate;
use crate::rank::order::sort_by_rank;

use crate::model::evidence::ContextEvidence;
use crate::model::score::Score;
use crate::model::status::Status;
use crate::rank::ambiguity::status;
use crate::rank::nested::order_nested;

/// The answer to a query: places that it may mean, the likeliest first.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use toponym::{Resolver, Status};
///
/// let resolver = Resolver::embedded();
/// let answer = resolver.resolve("Yerevan");
/// assert_eq!(answer.status(), Status::Resolved);
/// let ids: Vec<_> = answer.candidates().iter().map(|found| found.place().id()).collect();
/// assert_eq!(ids[0].to_string(), "gn:616052");
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Resolution<'r> {
    status: Status,
    candidates: Vec<Candidate<'r>>,
}

impl<'r> Resolution<'r> {
    pub(crate) fn new(status: Status, candidates: Vec<Candidate<'r>>) -> Self {
        Resolution { status, candidates }
    }

    /// Ranks the candidates anew, each with the points that `gain` adds and the reasons for
    /// them. Scores end at the best one there is: where points go beyond it the others lose.
    pub(crate) fn rerank(&mut self, gain: impl Fn(&Candidate<'r>) -> (i32, Vec<ContextEvidence>)) {
        let mut points = Vec::with_capacity(self.candidates.len());
        for candidate in &mut self.candidates {
            let (gained, context_evidence) = gain(candidate);
            candidate.add_evidence(context_evidence);
            points.push(i32::from(candidate.score().get()) + gained);
        }
        let max = points.iter().copied().max().unwrap_or(0);
        let above = (max - i32::from(Score::MAX.get())).max(0);
        for (candidate, points) in self.candidates.iter_mut().zip(points) {
            candidate.points = points - above;
        }
        sort_by_rank(&mut self.candidates, usize::MAX);
        order_nested(&mut self.candidates);
        self.status = status(&self.candidates);
    }

    /// Gives the best candidate this score; the others stay as far behind it as they were.
    pub(crate) fn calibrate(&mut self, score: u16) {
        let Some(best) = self.candidates.first().map(|best| best.score().get()) else {
            return;
        };
        for candidate in &mut self.candidates {
            let behind = i32::from(best) - i32::from(candidate.score().get());
            candidate.points = i32::from(score) - behind;
        }
    }

    /// Adds evidence to all candidates.
    pub(crate) fn note(&mut self, evidence: &ContextEvidence) {
        for candidate in &mut self.candidates {
            candidate.add_evidence([evidence.clone()]);
        }
    }

    /// Keeps only so many candidates.
    pub(crate) fn truncate(&mut self, limit: usize) {
        self.candidates.truncate(limit);
    }

    /// Whether one place stands out.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The likeliest candidate; none if the name is unknown.
    pub fn best(&self) -> Option<&Candidate<'r>> {
        self.candidates.first()
    }

    /// All candidates, the likeliest first.
    pub fn candidates(&self) -> &[Candidate<'r>] {
        &self.candidates
    }
}
