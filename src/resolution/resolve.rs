//! From a query to places, ranked.

use crate::candidate::name_hit::NameHit;
use crate::candidate::reading::find;
use crate::candidate::scope;
use crate::candidate::source::{Reach, Search};
use crate::index::Index;
use crate::model::country::CountryCode;
use crate::model::status::Status;
use crate::query::Query;
use crate::rank::ambiguity::{share_names, status};
use crate::rank::candidate::Candidate;
use crate::rank::nested::order_nested;
use crate::rank::order::{rank_key, sort_by_rank};
use crate::rank::score::points_without_endonym;
use crate::rank::score_hit::{Scorer, Scores};
use crate::resolution::Resolution;
use std::cmp::{Ordering, Reverse};

/// The country of a name or a code.
pub(crate) fn country(index: &Index, name: &str) -> Option<CountryCode> {
    let source = Search {
        index,
        ranking: &Scores,
        reach: Reach::Edits,
    };
    scope::country(source, name)
}

/// Which place a name means.
pub(crate) fn resolve<'r>(index: &'r Index, query: &Query) -> Resolution<'r> {
    if query.name.len() > Query::LONGEST_NAME {
        return Resolution::new(Status::Unknown, Vec::new());
    }
    let source = Search {
        index,
        ranking: &Scores,
        reach: Reach::Edits,
    };
    let scoped;
    let query = match query.names_places() {
        true => match scope::scoped(source, query) {
            Some(query) => {
                scoped = query;
                &scoped
            }
            None => return Resolution::new(Status::Unknown, Vec::new()),
        },
        false => query,
    };
    rank(query, find(source, query))
}

/// Ranks what was found for a query.
fn rank<'r>(query: &Query, found: Vec<NameHit<'r>>) -> Resolution<'r> {
    let mut scorer = Scorer::new(query);
    let candidates = found.into_iter().map(|found| scorer.score(found));
    rank_candidates(query.prefix, query.limit, candidates.collect())
}

/// Ranks candidates that have their scores, and keeps so many; `completed` if they complete the beginning of a
/// name.
pub(crate) fn rank_candidates<'r>(
    completed: bool,
    limit: usize,
    mut candidates: Vec<Candidate<'r>>,
) -> Resolution<'r> {
    // As most names in a text have.
    if candidates.len() == 1 && limit > 0 {
        return Resolution::new(status(&candidates), candidates);
    }
    let number = |candidate: &Candidate<'_>| candidate.place().number();
    // The best of each place, and of equals the first, with the best score. Completing passes
    // over names that score less than it needs, so that there the score must decide.
    let points = match completed {
        true => |c: &Candidate<'_>| c.points,
        false => points_without_endonym,
    };
    let better = |a: &_, b: &_| points(b).cmp(&points(a)).then_with(|| clearer(a, b));
    candidates.sort_by(|a, b| number(a).cmp(&number(b)).then_with(|| better(a, b)));
    candidates.dedup_by(|other, best| {
        let same = number(other) == number(best);
        if same {
            best.points = best.points.max(other.points);
        }
        same
    });
    // What completes a beginning is ranked by importance alone.
    if completed {
        candidates.sort_by_key(|candidate| Reverse(rank_key(candidate)));
    } else {
        sort_by_rank(&mut candidates, limit);
        order_nested(&mut candidates);
    }
    let status = status(&candidates);
    share_names(&mut candidates);
    candidates.truncate(limit);
    // Of a name that thousands of places share, room for all of them would stay.
    candidates.shrink_to((2 * candidates.len()).max(MIN_CANDIDATES));
    Resolution::new(status, candidates)
}

/// Room for so many candidates is not given back.
const MIN_CANDIDATES: usize = 8;

/// Which of two names of one place that score alike says best what was written: the kind of name,
/// then English and languages in their main script (a spelling that several languages share says
/// nothing of the language), then the alphabet: never the order of search.
fn clearer(a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    let language = |c: &Candidate<'_>| {
        let language = c.name.language();
        let other_script = language.script().is_some();
        (language.primary() != "en", other_script, language)
    };
    // Kinds mostly tell, and cost the least.
    (a.name.kind().cmp(&b.name.kind()))
        .then_with(|| language(a).cmp(&language(b)))
        .then_with(|| a.name.text().cmp(b.name.text()))
}
