//! Completion: names that begin with a variant.

use crate::candidate::filter::admits;
use crate::candidate::name_hit::NameHit;
use crate::candidate::source::Search;
use crate::candidate::variant::QueryVariant;
use crate::key::Key;
use crate::model::feature::FeatureClass;
use crate::query::Query;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};
use std::sync::Arc;

/// Adds names that begin with a variant, the most important places first, until no other can
/// score better than those that are asked for.
pub(super) fn collect<'i>(
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
    for (name, importance) in search.index.completions(variant.key()) {
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
