//! From a name that was found to a candidate with its score.

use crate::candidate::name_hit::{NameHit, alike};
use crate::candidate::source::Ranking;
use crate::index::NameRef;
use crate::model::evidence::MatchKind;
use crate::query::Query;
use crate::rank::candidate::Candidate;
use crate::rank::score::ScoreFeatures;
use crate::text::normalize::normal_form;

/// Weighs one found name.
pub(crate) fn score_hit<'r>(query: &Query, found: NameHit<'r>) -> Candidate<'r> {
    let NameHit {
        name,
        edits,
        cost,
        variant,
        completed,
        by_id,
        sounded,
        outranks_spelling,
    } = found;
    let spelling = match edits {
        _ if by_id => MatchKind::Id,
        _ if sounded => MatchKind::Sounded { cost },
        0 if completed => {
            let letters = variant.letters();
            let matched = normal_form(name.text());
            alike(
                &variant.text,
                &matched.chars().take(letters).collect::<String>(),
            )
        }
        0 => alike(&variant.text, &normal_form(name.text())),
        edits => MatchKind::Edited { edits, cost },
    };
    let mut candidate = Candidate::new(name, variant, spelling, completed);
    candidate.outranks_spelling = outranks_spelling;
    candidate.distance_km = query
        .near
        .map(|point| point.distance_km(name.place().coordinates()));
    candidate.points = ScoreFeatures::of(&candidate, query).points();
    candidate
}

/// The scores of this module, for those who only look for names.
pub(crate) struct Scores;

impl Ranking for Scores {
    fn points(&self, query: &Query, found: NameHit<'_>) -> i32 {
        score_hit(query, found).points
    }

    fn bound(
        &self,
        query: &Query,
        name: Option<NameRef<'_>>,
        importance: u8,
        stripped: usize,
    ) -> i32 {
        ScoreFeatures::bound(name, importance, stripped, query).points()
    }
}
