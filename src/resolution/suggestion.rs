//! Suggestions: names near a query, whether they are believed or not.

use crate::candidate::scope;
use crate::candidate::source::{Reach, Search};
use crate::candidate::suggestion::{Nearby, nearest};
use crate::index::{Index, NameRef, PlaceRef};
use crate::query::Query;
use crate::rank::score_hit::Scores;

/// A name near a query: what may have been meant, and no answer. See
/// [`Resolver::suggestions`](crate::Resolver::suggestions).
#[derive(Clone, Copy, Debug)]
pub struct Suggestion<'r> {
    name: NameRef<'r>,
    distance: usize,
}

impl<'r> Suggestion<'r> {
    /// The place of the name.
    pub fn place(&self) -> PlaceRef<'r> {
        self.name.place()
    }

    /// The name, of those of its place the nearest to the query.
    pub fn name(&self) -> NameRef<'r> {
        self.name
    }

    /// How many letters would have to be inserted, left out, replaced, or swapped with their neighbor: the
    /// optimal-string-alignment distance of the two spellings in characters, both
    /// [normalized](crate::normalize()) and not folded (أ and ا differ). Between two scripts it is as large as
    /// the longer name, mostly.
    pub fn distance(&self) -> usize {
        self.distance
    }
}

/// The names nearest to a query, the nearest first.
pub(crate) fn suggest<'r>(index: &'r Index, query: &Query) -> Vec<Suggestion<'r>> {
    if query.name.len() > Query::LONGEST_NAME {
        return Vec::new();
    }
    let source = Search {
        index,
        ranking: &Scores,
        reach: Reach::Edits,
    };
    let scoped = query.names_places().then(|| scope::scoped(source, query));
    let nearest = match &scoped {
        None => nearest(source, query),
        Some(Some(query)) => nearest(source, query),
        Some(None) => Vec::new(),
    };
    let suggestion = |Nearby { name, distance }| Suggestion { name, distance };
    nearest.into_iter().map(suggestion).collect()
}
