//! From a name that was found to a candidate with its score.

use crate::candidate::name_hit::{Found, alike};
use crate::candidate::prefix::Ranking;
use crate::index::NameRef;
use crate::model::evidence::Spelling;
use crate::model::score::Score;
use crate::query::Query;
use crate::rank::candidate::Candidate;
use crate::rank::score::{most, score};
use crate::text::normalize::normal_form;

/// Weighs one found name.
pub(crate) fn appraise<'r>(query: &Query, found: Found<'r>) -> Candidate<'r> {
    let Found {
        name,
        edits,
        cost,
        written,
        completed,
        by_id,
        sounded,
    } = found;
    let spelling = match edits {
        _ if by_id => Spelling::Id,
        _ if sounded => Spelling::Sounded { cost },
        0 if completed => {
            let letters = written.letters();
            let matched = normal_form(name.text());
            alike(
                &written.text,
                &matched.chars().take(letters).collect::<String>(),
            )
        }
        0 => alike(&written.text, &normal_form(name.text())),
        edits => Spelling::Edited { edits, cost },
    };
    let mut candidate = Candidate::new(name, written, spelling, completed);
    candidate.distance_km = query
        .near
        .map(|point| point.distance_km(name.place().coordinates()));
    candidate.score = score(&candidate, query);
    candidate
}

/// The scores of this module, for those who only look for names.
pub(crate) struct Scores;

impl Ranking for Scores {
    fn score(&self, query: &Query, found: Found<'_>) -> Score {
        appraise(query, found).score
    }

    fn most(
        &self,
        query: &Query,
        name: Option<NameRef<'_>>,
        importance: u8,
        taken: usize,
    ) -> Score {
        most(name, importance, taken, query)
    }
}
