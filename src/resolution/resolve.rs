//! From a query to places, ranked.

use crate::candidate::apostrophe::{search, search_phonetically};
use crate::candidate::name_hit::NameHit;
use crate::candidate::source::Search;
use crate::index::{Index, PlaceRef};
use crate::model::evidence::StrippedAffix;
use crate::model::status::Status;
use crate::query::Query;
use crate::rank::ambiguity::{is_unit, order_nested, rank_key, share_names, status};
use crate::rank::candidate::Candidate;
use crate::rank::score::score_without_endonym;
use crate::rank::score_hit::{Scores, score_hit};
use crate::resolution::Resolution;
use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

/// Which place a name means.
pub(crate) fn resolve<'r>(index: &'r Index, query: &Query) -> Resolution<'r> {
    if query.name.len() > Query::LONGEST_NAME {
        return Resolution::new(Status::Unknown, Vec::new());
    }
    let source = Search {
        index,
        ranking: &Scores,
    };
    let mut found = search(source, query);
    if found.is_empty()
        && let Ok(id) = query.name.trim().parse()
        && let Some(name) = index.place(&id).and_then(|place| place.names().next())
        && query.admits(name.place())
    {
        found.push(NameHit::by_id(name));
    }
    if found.is_empty() && !query.prefix {
        found = search_qualified(source, query, false).0;
    }
    if found.is_empty() || query.exhaustive {
        let (agreeing, others) = search_qualified(source, query, true);
        if agreeing.is_empty() || query.exhaustive {
            found.extend(search_phonetically(source, query));
        }
        // Something always sounds a little like a qualifier.
        found.extend(agreeing.into_iter().chain(others));
    }
    rank(query, found)
}

/// What a query finds that names its place with a qualifier, another place beside it: `Baku, Azerbaijan`,
/// `Goris (Armenia)`, `Stepanakert/Khankendi`. First the places that lie in the other or are the
/// same; then those that agree with nothing that is known of it.
fn search_qualified<'r>(
    source: Search<'r>,
    query: &Query,
    by_sound: bool,
) -> (Vec<NameHit<'r>>, Vec<NameHit<'r>>) {
    let Some((name, qualifier)) = split_qualifier(&query.name) else {
        return (Vec::new(), Vec::new());
    };
    let named = query.clone().name(name);
    let found = match by_sound {
        true => search_phonetically(source, &named),
        false => search(source, &named),
    };
    if found.is_empty() {
        return (found, Vec::new());
    }
    let qualifying = Query::new(qualifier).limit(MAX_QUALIFIERS);
    let mut wider = rank(&qualifying, search(source, &qualifying));
    if by_sound && wider.best().is_none() {
        wider = rank(&qualifying, search_phonetically(source, &qualifying));
    }
    let agrees = |found: &NameHit<'r>| {
        let place = found.name.place();
        let mut wider = wider.candidates().iter().map(Candidate::place);
        wider.any(|wider| {
            place == wider
                || place.parents().any(|parent| parent == wider)
                || may_lie_in(place, wider)
        })
    };
    let (mut agreeing, mut others): (Vec<_>, Vec<_>) = found.into_iter().partition(agrees);
    let note = |found: &mut Vec<NameHit<'r>>, stripped: fn(String) -> StrippedAffix| {
        for hit in found {
            let variant = Arc::make_mut(&mut hit.variant);
            variant.stripped.push(stripped(qualifier.to_owned()));
        }
    };
    note(&mut agreeing, StrippedAffix::AgreeingQualifier);
    note(&mut others, StrippedAffix::UnverifiedQualifier);
    (agreeing, others)
}

/// Ranks what was found for a query.
fn rank<'r>(query: &Query, found: Vec<NameHit<'r>>) -> Resolution<'r> {
    let candidates = found.into_iter().map(|found| score_hit(query, found));
    rank_candidates(query, candidates.collect())
}

/// Ranks candidates that have their scores.
pub(crate) fn rank_candidates<'r>(
    query: &Query,
    mut candidates: Vec<Candidate<'r>>,
) -> Resolution<'r> {
    let number = |candidate: &Candidate<'_>| candidate.place().number();
    // The best of each place, and of equals the first, with the best score. Completing passes
    // over names that score less than it needs, so that there the score must decide.
    let points = match query.prefix {
        true => |c: &Candidate<'_>| i32::from(c.score().get()),
        false => score_without_endonym,
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
    candidates.sort_by_key(|candidate| Reverse(rank_key(candidate)));
    // What completes a beginning is ranked by importance alone.
    if !query.prefix {
        order_nested(&mut candidates);
    }
    let status = status(&candidates);
    share_names(&mut candidates);
    candidates.truncate(query.limit);
    // Of a name that thousands of places share, room for all of them would stay.
    candidates.shrink_to((2 * candidates.len()).max(MIN_CANDIDATES));
    Resolution::new(status, candidates)
}

/// Room for so many candidates is not given back.
const MIN_CANDIDATES: usize = 8;

/// Maximum number of places that a qualifier may mean.
const MAX_QUALIFIERS: usize = 20;

/// Whether a place may lie in a unit for all that the gazetteer knows: many dumps say nothing of a
/// village but its country.
fn may_lie_in(place: PlaceRef<'_>, unit: PlaceRef<'_>) -> bool {
    is_unit(unit.feature())
        && !place.parents().any(|parent| is_unit(parent.feature()))
        && place.country() == unit.country()
        && place.coordinates().distance_km(unit.coordinates()) <= UNIT_WITHIN_KM
}

/// Half the length of a large province.
const UNIT_WITHIN_KM: f64 = 180.0;

/// A name and its qualifier, after a comma, a slash or in parentheses.
fn split_qualifier(text: &str) -> Option<(&str, &str)> {
    let (name, qualifier) = text.split_once([',', '،', ';', '؛', '(', '/'])?;
    let (name, qualifier) = (
        name.trim(),
        qualifier.trim().trim_end_matches(')').trim_end(),
    );
    (!name.is_empty() && !qualifier.is_empty()).then_some((name, qualifier))
}

/// Which of two names of one place that score alike says best what was written: the kind of name,
/// then English and languages in their main script (a spelling that several languages share says
/// nothing of the language), then the alphabet: never the order of search.
fn clearer(a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    fn rank<'r>(c: &Candidate<'r>) -> impl Ord + use<'r> {
        let (kind, language) = (c.name.kind(), c.name.language());
        let other_script = language.script().is_some();
        (
            kind,
            language.primary() != "en",
            other_script,
            language,
            c.name.text(),
        )
    }
    rank(a).cmp(&rank(b))
}
