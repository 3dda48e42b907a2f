//! From a name that was found to a candidate with its score.

use crate::candidate::name_hit::{NameHit, alike};
use crate::candidate::source::Ranking;
use crate::candidate::variant::QueryVariant;
use crate::index::NameRef;
use crate::model::evidence::MatchKind;
use crate::query::Query;
use crate::rank::candidate::Candidate;
use crate::rank::score::ScoreFeatures;
use crate::text::normalize::normal_form;
use std::sync::Arc;

/// Weighs one found name.
pub(crate) fn score_hit<'r>(query: &Query, found: NameHit<'r>) -> Candidate<'r> {
    Scorer::new(query).score(found)
}

/// Weighs found names, of which many that follow each other may be spelled alike.
pub(crate) struct Scorer<'q, 'r> {
    query: &'q Query,
    last: Option<Compared<'r>>,
}

/// How a name compares with a variant of its key.
struct Compared<'r> {
    name: &'r str,
    variant: Arc<QueryVariant>,
    completed: bool,
    spelling: MatchKind,
}

impl<'q, 'r> Scorer<'q, 'r> {
    pub fn new(query: &'q Query) -> Self {
        Scorer { query, last: None }
    }

    pub fn score(&mut self, found: NameHit<'r>) -> Candidate<'r> {
        let query = self.query;
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
            0 => self.compare(name.text(), &variant, completed),
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

    fn compare(
        &mut self,
        name: &'r str,
        variant: &Arc<QueryVariant>,
        completed: bool,
    ) -> MatchKind {
        let is_last = |last: &&Compared<'_>| {
            last.name == name && Arc::ptr_eq(&last.variant, variant) && last.completed == completed
        };
        if let Some(last) = self.last.as_ref().filter(is_last) {
            return last.spelling;
        }
        let normal = normal_form(name);
        let spelling = match completed {
            true => {
                let letters = normal.chars().take(variant.letters());
                alike(&variant.text, &letters.collect::<String>())
            }
            false => alike(&variant.text, &normal),
        };
        self.last = Some(Compared {
            name,
            variant: variant.clone(),
            completed,
            spelling,
        });
        spelling
    }
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
