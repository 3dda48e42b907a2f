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
//! - [`threshold`] says what is near enough.

mod arabic_words;
pub(crate) mod comparison;
pub(crate) mod own_names;
pub(crate) mod request;
pub(crate) mod shortlist;
pub(crate) mod threshold;

use crate::candidate::filter::affix::Fit;
use crate::candidate::name_hit::NameHit;
use crate::candidate::phonetic::comparison::{Comparison, refined};
use crate::candidate::phonetic::own_names::{OwnNames, is_alphabetic, is_of_arab_country};
use crate::candidate::phonetic::request::PhoneticRequest;
use crate::candidate::phonetic::shortlist::Shortlist;
use crate::candidate::phonetic::threshold::{
    ScriptCoverage, max_cost_per_arabic_letter, max_cost_per_letter,
    max_cost_per_letter_in_country, max_romanized_cost_per_letter,
};
use crate::candidate::variant::QueryVariant;
use crate::fuzzy::TreeCursor;
use crate::index::{Index, NameRef, PlaceRef};
use crate::key::KeySpace;
use crate::phonetic::phonetic_key::{PhoneticKey, PhoneticMatch, PhoneticWalk};
use crate::query::Query;
use std::sync::Arc;

/// Maximum number of places that are compared by all their names.
const MAX_REFINED: usize = 32;

/// Maximum alignment cost a letter, in hundredths of an edit, of a best name that ends the search:
/// a dearer one may have a better one among those with one edit more.
const MAX_FINAL_COST: u16 = 6;

/// The same after a walk with one edit.
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
    // The greatest cost that is no more a letter.
    let by_letter = |max: u16| {
        let letters = u16::try_from(letters).unwrap_or(u16::MAX);
        (max + 1).saturating_mul(letters).saturating_sub(1)
    };
    // A generic word alone may be a name (Porto, San), but nothing that is only like one.
    let max_generic = match request.is_generic {
        true => MAX_FINAL_COST,
        false => u16::MAX - 1,
    };
    let look = request.look();
    let in_scope = |max: Option<u16>| match query.countries.is_empty() {
        true => max,
        false => max.max(max_cost_per_letter_in_country(letters)),
    };
    let max_romanized = |importance: u8| match request.is_latin() {
        true => max_romanized_cost_per_letter(letters, look, importance),
        false => max_cost_per_arabic_letter(letters),
    };
    let max_cost = match script_is_known {
        true => in_scope(max_cost_per_letter(letters, ScriptCoverage::Abroad))
            .max(max_cost_per_letter(letters, ScriptCoverage::AtHome))
            .max(max_romanized(0))
            .max((letters >= MIN_TRANSLITERATED).then_some(MAX_TRANSLITERATED_COST)),
        false => max_cost_per_letter(letters, ScriptCoverage::Nothing),
    };
    let (Some(max_cost), Some(start)) = (max_cost, index.phonetic_keys()) else {
        return;
    };
    let max_cost = by_letter(max_cost.min(max_generic));
    let max_plain = |known: ScriptCoverage| match known {
        ScriptCoverage::Names if !query.countries.is_empty() => {
            max_cost_per_letter(letters, ScriptCoverage::AtHome)
        }
        ScriptCoverage::Names => max_cost_per_letter(letters, known),
        _ => in_scope(max_cost_per_letter(letters, known)),
    };
    // Most names that only sound alike are of places that are never believed: those need not be compared
    // beyond what says that a name is known by these sounds.
    let max_of_place = |place: PlaceRef<'_>, own: OwnNames| {
        if !script_is_known {
            return max_cost;
        }
        let max = match own {
            OwnNames::Arabic => in_scope(max_romanized(place.importance())),
            _ => {
                let known = ScriptCoverage::of(place, variant);
                let at_home = known == ScriptCoverage::AtHome && !request.is_latin();
                let romanized = at_home.then(|| in_scope(max_romanized(place.importance())));
                max_plain(known).max(romanized.flatten())
            }
        };
        by_letter(max.unwrap_or(0).max(MAX_FINAL_COST).min(max_generic))
    };
    let fit = Fit::of(variant);
    let admitted = |name, arab_only| is_admitted(query, variant, fit, name, arab_only);
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
                comparison.add(&request, variant, fit, name, max_of_place);
            }
            near = per_letter(comparison.least(), letters) <= MAX_FINAL_COST;
            if near {
                break;
            }
        }
        let max_cost = max_cost.min(comparison.bound());
        let is_found = edits > 0 && per_letter(comparison.least(), letters) <= MAX_ONE_EDIT_COST;
        if near
            || is_found
            || request.is_generic
            || max_cost < MIN_COST_PER_EDIT * u16::from(edits + 1)
        {
            break;
        }
    }
    let mut ranked = comparison.ranked();
    let may_be_believed = |name: NameRef<'i>| {
        let place = name.place();
        let known = ScriptCoverage::of(place, variant);
        max_plain(known).is_some()
            || request.own_names(place) != OwnNames::None
            || (request.is_latin() && place.names().any(is_alphabetic))
            || (!request.is_latin() && known == ScriptCoverage::AtHome)
    };
    if script_is_known && !ranked.iter().any(|(_, name)| may_be_believed(*name)) {
        return;
    }
    let believed = ranked
        .iter_mut()
        .filter(|(_, name)| !script_is_known || may_be_believed(*name));
    for (cost, name) in believed.take(MAX_REFINED) {
        (*cost, *name) = refined(&request, variant, fit, (*cost, *name));
    }
    let nearest = ranked.iter().min_by_key(|(cost, _)| *cost);
    if nearest.is_some_and(|(cost, name)| request.is_nearer_word(*cost, *name)) {
        return;
    }
    for (cost, name) in ranked {
        let known = match script_is_known {
            true => ScriptCoverage::of(name.place(), variant),
            false => ScriptCoverage::Nothing,
        };
        let at_home = request.is_latin() || known == ScriptCoverage::AtHome;
        let max = match script_is_known && at_home && request.is_romanized(name) {
            true => in_scope(max_romanized(name.place().importance())),
            false if letters >= MIN_TRANSLITERATED && request.is_transliterated(name) => {
                Some(match letters {
                    0..=SHORT_TRANSLITERATED => MAX_SHORT_TRANSLITERATED_COST,
                    _ => MAX_TRANSLITERATED_COST,
                })
            }
            false => max_plain(known),
        };
        if max.is_some_and(|max| per_letter(cost, letters) <= max) {
            let mut new = NameHit::exact(name, Arc::clone(variant));
            new.cost = cost;
            new.sounded = true;
            found.push(new);
        }
    }
}

/// Adds the names whose phonetic keys are so many edits from those of the request.
fn walk(
    request: &PhoneticRequest,
    index: &Index,
    start: TreeCursor<'_>,
    edits: u8,
    shortlist: &mut Shortlist,
) {
    let is_long = |key: &PhoneticKey| edits < 2 || key.as_bytes().len() >= MIN_TWO_EDITS;
    let keys = request.keys();
    let (keys, arab_only): (Vec<&PhoneticKey>, Vec<bool>) =
        keys.filter(|(key, _)| is_long(key)).unzip();
    let most = PhoneticWalk::<fn(PhoneticMatch)>::MAX_KEYS;
    for (keys, arab_only) in keys.chunks(most).zip(arab_only.chunks(most)) {
        let mut walk = PhoneticWalk::new(keys, |hit: PhoneticMatch| {
            let mut reached = (0..)
                .zip(arab_only)
                .filter(|(key, _)| hit.keys >> key & 1 != 0);
            shortlist.add(index, hit, reached.all(|(_, arab_only)| *arab_only));
        });
        match edits {
            0 => walk.same_classes(start),
            _ => walk.edits(start, edits),
        }
    }
}

/// Whether a name is compared; some phonetic keys are for places of Arab countries alone.
fn is_admitted(
    query: &Query,
    variant: &QueryVariant,
    fit: Fit,
    name: NameRef<'_>,
    arab_only: bool,
) -> bool {
    (!arab_only || is_of_arab_country(name))
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
    let admitted = |name, arab_only| is_admitted(query, variant, fit, name, arab_only);
    let mut comparison = Comparison::new(letters, most);
    for name in shortlist.most_promising(index, u8::MAX, false, admitted) {
        comparison.add(&request, variant, fit, name, |_, _| max);
    }
    let ranked = comparison.ranked().into_iter();
    ranked.map(|(_, name)| name).take(most).collect()
}

/// Maximum alignment cost a letter of a name that is suggested for its sound, in hundredths of an edit.
const MAX_SUGGESTED_COST: u16 = 30;

/// Minimum letters of a transliteration of a name that has others in Latin letters, and the
/// maximum of its cost a letter, in hundredths of an edit: one letter in three is spelled as only some
/// systems do.
const MIN_TRANSLITERATED: usize = 4;
const MAX_TRANSLITERATED_COST: u16 = 4;
const MAX_SHORT_TRANSLITERATED_COST: u16 = 2;

/// Letters of a short transliteration: of one in a few letters each must be spelled as most do.
const SHORT_TRANSLITERATED: usize = 6;

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
