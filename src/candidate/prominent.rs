//! Prominent places under a romanization of their name, where nothing but obscure ones is spelled so:
//! *Al-Zarqa* is the city in Jordan before the village in Egypt that writes its name like that, and
//! *Banghazi* is Benghazi. The obscure places stay among the candidates.
//!
//! What is spelled as a table has it is believed at once: names are compared by their sound only where
//! all that was found is an obscure place under a name that only a dump has, or a name that is altered.

use crate::candidate::name_hit::NameHit;
use crate::candidate::obscure::{MIN_IMPORTANCE, is_obscure};
use crate::candidate::phonetic::cost_per_letter;
use crate::candidate::phonetic::own_names::{is_arabic, writes_arabic};
use crate::candidate::search::search_romanized;
use crate::candidate::source::Search;
use crate::index::PlaceRef;
use crate::key::Key;
use crate::model::feature::FeatureClass;
use crate::phonetic::sound::romanization::RomanizedName;
use crate::query::Query;
use crate::text::script::Script;
use rustc_hash::FxHashSet;

/// How much more important a place must be to stand before one that is spelled so; a town may be as much
/// less important than the unit that is called after it.
const MIN_LEAD: u8 = 15;

/// Maximum alignment cost a letter, in hundredths of an edit, of a name whose sounds are as good as the
/// same.
const MAX_COST: u16 = 8;

/// Cost of edits, in hundredths of an edit, from which on a name that sounds the same is likelier.
const UNCOMMON_EDITS: u16 = 60;

/// A unit's point lies at its middle, which in a desert may be so far from its town, in km.
const MAX_TOWN_DISTANCE_KM: f64 = 200.0;

/// Maximum number of units of one name, and of towns that they are called after: each is compared with the others.
const MAX_NAMESAKES: usize = 256;

/// Maximum number of Arabic names of a unit that its town may have.
const MAX_ARABIC: usize = 32;

/// Maximum number of names of places, spelled like these, that are gone through for all units.
const MAX_SAME: usize = 32_768;

/// The names that were found, behind those of prominent places that sound the same; without them if
/// they are only like the query, or like a part of it.
pub(super) fn prominent_first<'i>(
    source: Search<'i>,
    query: &Query,
    mut found: Vec<NameHit<'i>>,
) -> Vec<NameHit<'i>> {
    if !is_open(query, &found) {
        return found;
    }
    let altered = found.iter().all(is_altered);
    let obscure = found
        .iter()
        .all(|hit| is_obscure(hit.name) || is_altered(hit));
    let mut outranking = match obscure && (!altered || looks_romanized(query)) {
        true => prominent(source, query, &found, altered),
        false => towns_of_units(source, &found),
    };
    let known: FxHashSet<u32> = found.iter().map(|hit| hit.name.place().number()).collect();
    outranking.retain(|hit| {
        let place = hit.name.place();
        query.admits(place) && !known.contains(&place.number())
    });
    if outranking.is_empty() {
        return found;
    }
    for hit in &mut outranking {
        hit.outranks_spelling = true;
    }
    if !altered {
        outranking.append(&mut found);
    }
    outranking
}

/// Whether a more prominent place may be meant than those that were found: nothing of the query says which.
fn is_open(query: &Query, found: &[NameHit<'_>]) -> bool {
    let is_open = |hit: &NameHit<'_>| !hit.sounded && !hit.by_id && !hit.variant.has_clitic();
    query.near.is_none()
        && !query.exhaustive
        && !found.is_empty()
        && Script::of_text(&query.name) == Some(Script::Latin)
        && found.iter().all(is_open)
}

/// Whether a name is like the query by an uncommon edit, or like a part of it.
fn is_altered(hit: &NameHit<'_>) -> bool {
    (hit.edits > 0 && hit.cost >= UNCOMMON_EDITS) || hit.variant.has_ending()
}

fn looks_romanized(query: &Query) -> bool {
    RomanizedName::of(&query.name).is_some_and(|name| name.looks_romanized())
}

/// The Arab places that sound the same as the query, and are prominent beside those that were found.
fn prominent<'i>(
    source: Search<'i>,
    query: &Query,
    found: &[NameHit<'i>],
    altered: bool,
) -> Vec<NameHit<'i>> {
    let importances = found.iter().map(|hit| hit.name.place().importance());
    let least = importances.max().unwrap_or_default();
    let least = least.saturating_add(MIN_LEAD).max(MIN_IMPORTANCE);
    let mut hits = search_romanized(source, query);
    hits.retain(|hit| {
        let place = hit.name.place();
        (altered || place.importance() >= least)
            && cost_per_letter(hit) <= MAX_COST
            && is_arabic(hit.name)
            && place.country().is_some_and(writes_arabic)
    });
    hits
}

/// The towns that Arab units are called after, where only the units are spelled so: the bare name is
/// the town's.
fn towns_of_units<'i>(source: Search<'i>, found: &[NameHit<'i>]) -> Vec<NameHit<'i>> {
    let mut towns: Vec<NameHit<'i>> = Vec::new();
    if found.len() > MAX_NAMESAKES {
        return towns;
    }
    let mut known = FxHashSet::default();
    let mut left = MAX_SAME;
    for hit in found {
        let unit = hit.name.place();
        let feature = unit.feature();
        let is_unit = feature.class() == FeatureClass::Administrative && !feature.is_country();
        let is_spelled = || found.iter().any(|hit| is_town_of(hit.name.place(), unit));
        if !is_unit || !unit.country().is_some_and(writes_arabic) || is_spelled() {
            continue;
        }
        let arabic = unit.first_names().filter(|name| is_arabic(*name));
        let keys = arabic.take(MAX_ARABIC).map(|name| Key::of(name.text()));
        let mut seen = FxHashSet::default();
        for key in keys.filter(|key| seen.insert(key.clone())) {
            for name in source.index.names_of_key(&key) {
                if left == 0 || towns.len() == MAX_NAMESAKES {
                    return towns;
                }
                left -= 1;
                let place = name.place();
                if is_town_of(place, unit) && known.insert(place.number()) {
                    let mut town = NameHit::exact(name, hit.variant.clone());
                    town.sounded = true;
                    towns.push(town);
                }
            }
        }
    }
    towns
}

/// Whether a settlement is likely the one that a unit is called after.
fn is_town_of(place: PlaceRef<'_>, unit: PlaceRef<'_>) -> bool {
    place.feature().class() == FeatureClass::Populated
        && place.country() == unit.country()
        && place.importance().saturating_add(MIN_LEAD) >= unit.importance()
        && place.coordinates().distance_km(unit.coordinates()) <= MAX_TOWN_DISTANCE_KM
}
