//! Completion: names that begin with a reading.

use crate::candidate::variant::Reading;
use crate::candidate::{Found, appraise};
use crate::index::{Index, NameRef};
use crate::key::Key;
use crate::model::feature::FeatureClass;
use crate::query::Query;
use crate::rank::score;
use crate::rank::score::Score;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// Adds names that begin with a reading, the most important places first, until no other can
/// score better than those that are asked for.
pub(super) fn complete<'i>(
    index: &'i Index,
    query: &Query,
    reading: &Reading,
    admitted: impl Fn(&NameRef<'i>) -> bool,
    found: &mut Vec<Found<'i>>,
) {
    // One more than asked for, since the next one may be the last one's rival.
    let enough = query.limit.saturating_add(1);
    let mut places = HashSet::new();
    let mut units = HashSet::new();
    let mut best: BinaryHeap<Reverse<(Score, Reverse<u32>)>> = BinaryHeap::new();
    let written = reading.to_written();
    let completed = |name, key: &Key| {
        let mut new = Found::exact(name, written.clone());
        new.completed = key.len() > reading.key.len();
        new
    };
    for (name, importance) in index.completions(&reading.key) {
        let most = |name| score::most(name, importance, reading.taken.len(), query);
        let worst = best.peek().filter(|_| best.len() >= enough);
        let worst = worst.map(|Reverse(worst)| *worst);
        if worst.is_some_and(|(score, _)| score > most(None)) {
            break;
        }
        let place = name.place();
        // Of equal scores the first by id comes first.
        if worst > Some((most(Some(name)), Reverse(place.number()))) || !admitted(&name) {
            continue;
        }
        let key = Key::of(name.text());
        let new = completed(name, &key);
        if place.feature().class() == FeatureClass::Administrative {
            units.insert(key);
        }
        if places.insert(place.number()) {
            let score = appraise(query, new.clone()).score;
            best.push(Reverse((score, Reverse(place.number()))));
            if best.len() > enough {
                best.pop();
            }
        }
        found.push(new);
    }
    // The seat of a unit comes before it under the same name, however small it is.
    for key in units {
        let names = index.names_of_key(&key).filter(&admitted);
        found.extend(names.map(|name| completed(name, &key)));
    }
}
