//! The nearest names, believed or not: what may have been meant where nothing is found.
//!
//! ```text
//! variant ─> keys within two edits ─┐
//!        └─> names of its sounds ───┴─> the most promising ─> edit distance of the spellings ─> nearest
//! ```
//!
//! A search for places takes a name only if its slip is one that writers make. Here nothing is weighed:
//! names are ordered by how many letters would have to be changed, as they are written.

use crate::candidate::filter::admits;
use crate::candidate::phonetic;
use crate::candidate::source::Search;
use crate::candidate::variant::{QueryVariant, variants};
use crate::index::{Index, NameRef};
use crate::query::Query;
use crate::query::max_edits::MaxEdits;
use crate::text::normalize::normal_form;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

/// Maximum number of names whose spellings are compared.
const MAX_COMPARED: usize = 64;

/// How many of them are there for their sound, and for their letters.
const MAX_SOUNDED: usize = 16;
const MAX_SPELLED: usize = MAX_COMPARED - MAX_SOUNDED;

/// Maximum number of letters of a name that is compared: the time that it takes grows with their square.
const MAX_LETTERS: usize = 128;

/// Maximum number of letters, spaces not counted, of a name in which one edit is looked for, not two.
const MAX_ONE_EDIT: usize = 3;

/// Maximum number of variants whose neighbors are looked for.
const MAX_VARIANTS: usize = 3;

/// A name with how many letters of its normalized spelling differ from what was written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nearby<'i> {
    pub name: NameRef<'i>,
    pub distance: usize,
}

/// As many of the nearest names as the query asks for candidates, the nearest first; of equally near ones
/// those of the most important places, then in the order of ids.
pub(crate) fn nearest<'i>(source: Search<'i>, query: &Query) -> Vec<Nearby<'i>> {
    if query.name.chars().count() > MAX_LETTERS {
        return Vec::new();
    }
    let mut variants = variants(&query.name, query.language);
    variants.retain(|variant| variant.only_feature_words());
    let mut nearest = Vec::new();
    for variant in variants.iter().take(MAX_VARIANTS) {
        let mut names = spelled(source.index, query, variant);
        if !query.spelled {
            names.extend(phonetic::nearest(source.index, query, variant, MAX_SOUNDED));
        }
        for name in names {
            let spelling = normal_form(name.text());
            if spelling.chars().count() <= MAX_LETTERS {
                let distance = strsim::osa_distance(&variant.text, &spelling);
                nearest.push(Nearby { name, distance });
            }
        }
    }
    nearest.sort_by_key(|nearby: &Nearby<'_>| {
        let place = nearby.name.place();
        let importance = Reverse(place.importance());
        (
            nearby.distance,
            importance,
            place.number(),
            nearby.name.number(),
        )
    });
    // One name of each place, and one place of each name: others of that name are no other suggestion.
    let (mut places, mut spellings) = (FxHashSet::default(), FxHashSet::default());
    nearest.retain(|nearby| {
        places.insert(nearby.name.place().number())
            && spellings.insert(normal_form(nearby.name.text()))
    });
    nearest.truncate(query.limit);
    nearest
}

/// The names whose keys are within two edits, the nearest first, then the most important; of each key the
/// name of the most important place.
fn spelled<'i>(index: &'i Index, query: &Query, variant: &Arc<QueryVariant>) -> Vec<NameRef<'i>> {
    let key = variant.key();
    if key.is_empty() {
        return Vec::new();
    }
    let letters = variant.text.chars().filter(|c| *c != ' ').count();
    let edits = match (query.max_edits, letters) {
        (MaxEdits::Auto, 0..=MAX_ONE_EDIT) => 1,
        (MaxEdits::Auto, _) => MaxEdits::MAX,
        (limited, letters) => limited.for_length(letters),
    };
    let mut names = index.names_of_keys();
    // The worst of those that are kept stands first.
    let mut kept: BinaryHeap<(u8, Reverse<u8>, u32)> = BinaryHeap::new();
    index
        .keys(key.space())
        .within(key.as_bytes(), edits, false, &mut |hit| {
            let is_better = |new: (u8, Reverse<u8>, u32), kept: &BinaryHeap<_>| {
                kept.len() < MAX_SPELLED || kept.peek().is_none_or(|worst| new < *worst)
            };
            let names = names.of_value(hit.value);
            let new = names.map(|name| (hit.edits, Reverse(index.importance(name)), name.number()));
            let new = new.filter(|new| is_better(*new, &kept));
            let admitted = new.filter(|new| admits(query, variant, index.name(new.2)));
            if let Some(best) = admitted.min() {
                kept.push(best);
                if kept.len() > MAX_SPELLED {
                    kept.pop();
                }
            }
        });
    let kept = kept.into_sorted_vec().into_iter();
    kept.map(|(.., number)| index.name(number)).collect()
}
