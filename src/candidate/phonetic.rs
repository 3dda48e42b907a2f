//! Names of any script that sound like a variant, when nothing is spelled like it.
//!
//! ```text
//! variant ─> phonetic keys ─> names of the same classes ─> alignment ─> near enough? ─> hits
//!                             └─ if none is near: names one edit away, then two ─┘
//! ```
//!
//! Phonetic keys find a hundred names where one is meant; the alignment of sounds tells them
//! apart, and says of the best whether it is to be believed at all.
//!
//! - [`request`] has what is asked for, in all forms in which names are compared with it,
//! - [`shortlist`] the names that phonetic keys lead to, before any is compared,
//! - [`comparison`] the places that are near enough,
//! - [`arabic_words`] has the ordinary words that are romanized as names are,
//! - [`own_names`] which of their names tell, where what was asked for is a romanization of one,
//! - [`belief`] says what is near enough, by the numbers of [`threshold`].

mod arabic_words;
mod belief;
pub(crate) mod comparison;
pub(crate) mod own_names;
pub(crate) mod request;
pub(crate) mod shortlist;
#[cfg(all(test, feature = "embedded"))]
mod tests;
pub(crate) mod threshold;

use crate::candidate::filter::affix::Fit;
use crate::candidate::name_hit::NameHit;
use crate::candidate::phonetic::belief::Belief;
use crate::candidate::phonetic::comparison::{Comparison, refined};
use crate::candidate::phonetic::own_names::writes_arabic;
use crate::candidate::phonetic::request::PhoneticRequest;
use crate::candidate::phonetic::shortlist::Shortlist;
use crate::candidate::variant::QueryVariant;
use crate::fuzzy::TreeCursor;
use crate::index::sounding::SoundingName;
use crate::index::{Index, NameRef};
use crate::key::KeySpace;
use crate::phonetic::phonetic_key::{PhoneticKey, PhoneticMatch, PhoneticWalk};
use crate::query::Query;
use std::sync::Arc;

/// Maximum number of places that are compared by all their names.
const MAX_REFINED: usize = 32;

/// Maximum alignment cost a letter, in hundredths of an edit, of a best name that ends the search:
/// a dearer one may have a better one among those with one edit more.
const MAX_FINAL_COST: u16 = 6;

/// The same once all names of the same classes are compared, and after a walk with one edit. Without the first, of 6,100
/// Arabic names asked of places that have none 13 more are right among five and 8 fewer first, and all of them take
/// two fifths longer.
const MAX_NO_EDIT_COST: u16 = 15;
const MAX_ONE_EDIT_COST: u16 = 20;

/// Minimum consonants of a phonetic key that is searched with two edits: of shorter ones there are
/// too many, and too far.
const MIN_TWO_EDITS: usize = 6;

/// Maximum number of edits of a walk.
pub(super) const MAX_WALK_EDITS: u8 = 2;

/// Adds the names that sound like a variant, whose phonetic keys are so many edits away at most.
pub(super) fn collect<'i>(
    index: &'i Index,
    query: &Query,
    variant: &Arc<QueryVariant>,
    max_edits: u8,
    found: &mut Vec<NameHit<'i>>,
) {
    let letters = letters_of(variant);
    let script_is_known = is_script_known(index, variant.space());
    let request = PhoneticRequest::of(&variant.text, typed(query, variant));
    let belief = Belief {
        request: &request,
        variant,
        letters,
        script_is_known,
        in_country: !query.countries.is_empty(),
    };
    let (Some(max_cost), Some(start)) = (belief.max_cost(), index.phonetic_keys()) else {
        return;
    };
    let max_of_place = |place, own| belief.max_cost_of_place(place, own, max_cost);
    let fit = Fit::of(variant);
    let admitted = |name: &SoundingName<'i>, arab_only: bool| {
        is_admitted(query, variant, fit, name, arab_only)
    };
    let mut shortlist = Shortlist::default();
    let mut comparison = Comparison::new(letters, query.limit);
    // Where names are known in this script, what differs by a consonant is more often a word than a name: of
    // 804 Arabic names of places that had none one more was found with an edit, and of 1,000 that were made up
    // three more.
    let max_edits = if script_is_known { 0 } else { max_edits };
    for edits in 0..=max_edits {
        walk(&request, index, start, edits, &mut shortlist);
        // A romanized name has the sounds of the Arabic one, mostly.
        let same_sounds = (edits == 0).then_some(0);
        let mut near = false;
        for max_distance in same_sounds.into_iter().chain([u8::MAX]) {
            let names = shortlist.most_promising(index, max_distance, !script_is_known, admitted);
            for name in names {
                comparison.add(&request, variant, fit, &name, max_of_place);
            }
            near = per_letter(comparison.least(), letters) <= MAX_FINAL_COST;
            if near {
                break;
            }
        }
        let bound = max_cost.min(comparison.bound());
        if near
            || is_last_walk(
                &request,
                edits,
                per_letter(comparison.least(), letters),
                bound,
            )
        {
            break;
        }
    }
    let mut ranked = comparison.ranked();
    if script_is_known && !ranked.iter().any(|(_, name)| belief.may_be_of_place(*name)) {
        return;
    }
    let believed = ranked
        .iter_mut()
        .filter(|(_, name)| !script_is_known || belief.may_be_of_place(*name));
    for (cost, name) in believed.take(MAX_REFINED) {
        (*cost, *name) = refined(&request, variant, fit, (*cost, *name));
    }
    let nearest = ranked.iter().min_by_key(|(cost, _)| *cost);
    if nearest.is_some_and(|(cost, name)| request.is_nearer_word(*cost, *name)) {
        return;
    }
    for (cost, name) in ranked {
        if belief.includes(name, cost) {
            let mut new = NameHit::exact(name, Arc::clone(variant));
            new.cost = cost;
            new.sounded = true;
            found.push(new);
        }
    }
}

/// Whether a walk with one edit more than so many is not worth it, where the best name costs `least` a letter and a
/// candidate `bound` at most.
fn is_last_walk(request: &PhoneticRequest, edits: u8, least: u16, bound: u16) -> bool {
    let max_final = match edits {
        0 => MAX_NO_EDIT_COST,
        _ => MAX_ONE_EDIT_COST,
    };
    least <= max_final || request.is_generic || bound < MIN_COST_PER_EDIT * u16::from(edits + 1)
}

/// Adds the names whose phonetic keys are so many edits from those of the request: of those for all places, and of those
/// for places of Arab countries alone, which may be nearer to a name that they do not count for.
fn walk(
    request: &PhoneticRequest,
    index: &Index,
    start: TreeCursor<'_>,
    edits: u8,
    shortlist: &mut Shortlist,
) {
    let is_long = |key: &PhoneticKey| edits < 2 || key.as_bytes().len() >= MIN_TWO_EDITS;
    for arab_only in [false, true] {
        let keys = request.keys().filter(|(_, is_so)| *is_so == arab_only);
        let keys: Vec<&PhoneticKey> = keys
            .map(|(key, _)| key)
            .filter(|key| is_long(key))
            .collect();
        for keys in keys.chunks(PhoneticWalk::<fn(PhoneticMatch)>::MAX_KEYS) {
            let mut walk = PhoneticWalk::new(keys, |hit: PhoneticMatch| {
                shortlist.add(index, hit, arab_only);
            });
            match edits {
                0 => walk.same_classes(start),
                _ => walk.edits(start, edits),
            }
        }
    }
}

/// Whether a name is compared; some phonetic keys are for places of Arab countries alone.
fn is_admitted(
    query: &Query,
    variant: &QueryVariant,
    fit: Fit,
    sounding: &SoundingName<'_>,
    arab_only: bool,
) -> bool {
    let name = sounding.name;
    (!arab_only || sounding.country.is_some_and(writes_arabic))
        && query.admits(name.place())
        && fit.admits(variant, name)
}

/// Whether a variant is an ordinary Arabic word in Latin letters.
pub(super) fn is_usual_word(query: &Query, variant: &QueryVariant) -> bool {
    arabic_words::is_usual_word(&variant.text, typed(query, variant))
}

/// A variant as it was typed, or as it is spelled where it does not stand so in the query.
fn typed<'q>(query: &'q Query, variant: &'q QueryVariant) -> &'q str {
    let typed = query.name.get(variant.source.clone());
    typed
        .filter(|typed| !typed.is_empty())
        .unwrap_or(&variant.text)
}

/// The names that have the sounds of a variant, believed or not: the nearest first, one of each place, at
/// most so many.
pub(super) fn nearest<'i>(
    index: &'i Index,
    query: &Query,
    variant: &Arc<QueryVariant>,
    most: usize,
) -> Vec<NameRef<'i>> {
    let letters = letters_of(variant);
    let Some(start) = index.phonetic_keys() else {
        return Vec::new();
    };
    let request = PhoneticRequest::of(&variant.text, typed(query, variant));
    let max = MAX_SUGGESTED_COST.saturating_mul(u16::try_from(letters).unwrap_or(u16::MAX));
    let fit = Fit::of(variant);
    let mut shortlist = Shortlist::default();
    walk(&request, index, start, 0, &mut shortlist);
    let admitted = |name: &SoundingName<'i>, arab_only: bool| {
        is_admitted(query, variant, fit, name, arab_only)
    };
    let mut comparison = Comparison::new(letters, most);
    for name in shortlist.most_promising(index, u8::MAX, false, admitted) {
        comparison.add(&request, variant, fit, &name, |_, _| max);
    }
    let ranked = comparison.ranked().into_iter();
    ranked.map(|(_, name)| name).take(most).collect()
}

/// Maximum alignment cost a letter of a name that is suggested for its sound, in hundredths of an edit.
const MAX_SUGGESTED_COST: u16 = 30;

/// Whether a name that was found by its sound sounds as good as the same as its variant.
pub(super) fn sounds_same(hit: &NameHit<'_>) -> bool {
    cost_per_letter(hit) <= MAX_FINAL_COST
}

/// The alignment cost of a name that was found by its sound, a letter of its variant.
pub(super) fn cost_per_letter(hit: &NameHit<'_>) -> u16 {
    per_letter(hit.cost, letters_of(&hit.variant))
}

fn letters_of(variant: &QueryVariant) -> usize {
    variant.text.chars().filter(|c| *c != ' ').count()
}

fn per_letter(cost: u16, letters: usize) -> u16 {
    cost / u16::try_from(letters.max(1)).unwrap_or(u16::MAX)
}

/// Minimum of the alignment cost still to be spent for each edit of a walk, in hundredths of an
/// edit: a consonant too many, too few or of another class costs 50 at least, and hardly ever all
/// else fits.
const MIN_COST_PER_EDIT: u16 = 75;

/// Whether the index has names in a script. What is written in several scripts is in none that it lacks,
/// and looked for no farther than a name that it has nothing like.
pub(in crate::candidate) fn is_script_known(index: &Index, space: KeySpace) -> bool {
    space == KeySpace::Other || index.keys(space).walk().is_some()
}
