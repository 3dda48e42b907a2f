//! Completion: names that begin with a variant.

use crate::candidate::filter::admits;
use crate::candidate::filter::spellings::FirstSpellings;
use crate::candidate::name_hit::NameHit;
use crate::candidate::source::Search;
use crate::candidate::variant::QueryVariant;
use crate::key::Key;
use crate::model::feature::FeatureClass;
use crate::query::Query;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};
use std::sync::Arc;

/// Names that are looked at, the most important first. Where a query wants few places of all that are called so,
/// such as those of a small country, and they are not found among these, they are not found by so short a beginning.
const MAX_LOOKED_AT: usize = 200_000;

/// Adds names that begin with a variant, the most important places first, until no other can
/// score better than those that are asked for, or [`MAX_LOOKED_AT`] were looked at.
pub(super) fn collect<'i>(
    search: Search<'i>,
    query: &Query,
    variant: &Arc<QueryVariant>,
    found: &mut Vec<NameHit<'i>>,
) {
    collect_of(MAX_LOOKED_AT, search, query, variant, found);
}

/// [`collect`], which looks at no more names than this.
fn collect_of<'i>(
    most: usize,
    search: Search<'i>,
    query: &Query,
    variant: &Arc<QueryVariant>,
    found: &mut Vec<NameHit<'i>>,
) {
    // One more than asked for, since the next one may be the last one's rival.
    let enough = query.limit.saturating_add(1);
    let mut places = HashSet::new();
    let mut units = HashSet::new();
    let mut best: BinaryHeap<Reverse<(i32, Reverse<u32>)>> = BinaryHeap::new();
    let completed = |name, key: &Key| {
        let mut new = NameHit::exact(name, Arc::clone(variant));
        new.completed = key.len() > variant.key().len();
        new
    };
    let mut spellings = FirstSpellings::default();
    for (name, importance) in search.index.completions(variant.key()).take(most) {
        if !spellings.admits(name) {
            continue;
        }
        let bound = |name| {
            search
                .ranking
                .bound(query, name, importance, variant.stripped.len())
        };
        let worst = best.peek().filter(|_| best.len() >= enough);
        let worst = worst.map(|Reverse(worst)| *worst);
        if worst.is_some_and(|(points, _)| points > bound(None)) {
            break;
        }
        let place = name.place();
        // Of equal scores the first by id comes first.
        if worst > Some((bound(Some(name)), Reverse(place.number())))
            || !admits(query, variant, name)
        {
            continue;
        }
        let key = Key::of(name.text());
        let new = completed(name, &key);
        if place.feature().class() == FeatureClass::Administrative {
            units.insert(key);
        }
        if places.insert(place.number()) {
            let points = search.ranking.points(query, new.clone());
            best.push(Reverse((points, Reverse(place.number()))));
            if best.len() > enough {
                best.pop();
            }
        }
        found.push(new);
    }
    // The seat of a unit comes before it under the same name, however small it is.
    let mut of_keys = search.index.names_of_keys();
    for key in units {
        let names = of_keys
            .of_key(&key)
            .filter(|name| admits(query, variant, *name));
        found.extend(names.map(|name| completed(name, &key)));
    }
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use super::*;
    use crate::candidate::source::{Ranking, Reach};
    use crate::index::NameRef;
    use crate::resolver::Resolver;

    /// No name is worse than another, so that only the bound ends the search.
    struct Even;

    impl Ranking for Even {
        fn points(&self, _: &Query, _: NameHit<'_>) -> i32 {
            0
        }

        fn bound(&self, _: &Query, _: Option<NameRef<'_>>, _: u8, _: usize) -> i32 {
            0
        }
    }

    #[test]
    fn so_many_names_are_looked_at_and_no_more() {
        let resolver = Resolver::embedded();
        let search = Search {
            index: resolver.index(),
            ranking: &Even,
            reach: Reach::Whole,
        };
        let query = Query::new("a").prefix(true).limit(20);
        let query = query.class(FeatureClass::Populated);
        let variant = QueryVariant::new("a".to_owned(), Vec::new());
        let count = |most| {
            let mut found = Vec::new();
            collect_of(most, search, &query, &variant, &mut found);
            found.len()
        };
        assert_eq!(count(0), 0);
        assert!(count(10) <= 10);
        assert!(count(MAX_LOOKED_AT) > 20);
    }
}
