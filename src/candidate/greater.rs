//! Great places under a romanization of their name, where nothing but lesser ones is spelled so:
//! *Al-Zarqa* is the city in Jordan before the village in Egypt that writes its name like that, and
//! *Banghazi* is Benghazi. The lesser places stay among the candidates.

use crate::candidate::name_hit::NameHit;
use crate::candidate::phonetic::cost_per_letter;
use crate::candidate::phonetic::own_names::{is_arabic, writes_arabic};
use crate::candidate::search::search_romanized;
use crate::candidate::source::Search;
use crate::index::PlaceRef;
use crate::model::feature::FeatureClass;
use crate::query::Query;
use crate::text::script::Script;

/// A place is greater than one that is spelled so if it is more important by so much.
const GREATER_BY: u8 = 15;

/// The least importance of a place that is greater than one that is spelled so: a town that
/// is written about abroad.
const GREAT: u8 = 45;

/// Maximum alignment cost a letter, in hundredths of an edit, of a name whose sounds are as good as the
/// same.
const SAME: u16 = 8;

/// Places of this importance are meant by their spellings, whatever sounds so.
const MEANT: u8 = 45;

/// Cost of edits, in hundredths of an edit, from which on a name that sounds the same is likelier.
const UNCOMMON_EDITS: u16 = 60;

/// The names that were found, behind those of greater places that sound the same; without them if
/// they are only like the query, or like a part of it.
pub(super) fn before_lesser<'i>(
    source: Search<'i>,
    query: &Query,
    found: Vec<NameHit<'i>>,
) -> Vec<NameHit<'i>> {
    if !may_be_lesser(query, &found) {
        return found;
    }
    let places = found.iter().map(|hit| hit.name.place());
    let Some(lesser) = places.max_by_key(|place| place.importance()) else {
        return found;
    };
    let altered = found.iter().all(is_altered);
    let lacks_town = !found.iter().any(|hit| is_town_of(hit.name.place(), lesser));
    let mut greater = search_romanized(source, query);
    greater.retain(|hit| {
        let place = hit.name.place();
        let importance = place.importance();
        let is_much_greater =
            importance >= GREAT && importance >= lesser.importance().saturating_add(GREATER_BY);
        let sounds_same = cost_per_letter(hit) <= SAME;
        let is_its_town = lacks_town && is_town_of(place, lesser);
        ((altered || is_much_greater) && sounds_same || is_its_town)
            && is_arabic(hit.name)
            && place.country().is_some_and(writes_arabic)
            && !found.iter().any(|known| known.name.place() == place)
    });
    if greater.is_empty() {
        return found;
    }
    for hit in &mut greater {
        hit.is_greater = true;
    }
    if !altered {
        greater.extend(found);
    }
    greater
}

/// Whether a name is like the query by an uncommon edit, or like a part of it.
fn is_altered(hit: &NameHit<'_>) -> bool {
    (hit.edits > 0 && hit.cost >= UNCOMMON_EDITS) || hit.variant.has_ending()
}

/// Whether a settlement is likely the one that a unit is called after: the bare name is the town's,
/// also where only the unit is spelled so.
fn is_town_of(place: PlaceRef<'_>, unit: PlaceRef<'_>) -> bool {
    let feature = unit.feature();
    feature.class() == FeatureClass::Administrative
        && !feature.is_country()
        && place.feature().class() == FeatureClass::Populated
        && place.country() == unit.country()
        && place.importance().saturating_add(GREATER_BY) >= unit.importance()
        && place.coordinates().distance_km(unit.coordinates()) <= UNIT_WITHIN_KM
}

/// A unit's point lies at its middle, which in a desert may be far from its town.
const UNIT_WITHIN_KM: f64 = 200.0;

/// Whether a greater place may be meant than those that were found.
fn may_be_lesser(query: &Query, found: &[NameHit<'_>]) -> bool {
    let is_lesser = |hit: &NameHit<'_>| {
        let place = hit.name.place();
        let spelled = is_altered(hit)
            || place.feature().class() == FeatureClass::Administrative
            || place.importance() < MEANT;
        spelled && !hit.sounded && !hit.by_id && !hit.variant.has_clitic()
    };
    query.near.is_none()
        && !query.exhaustive
        && Script::of_text(&query.name) == Some(Script::Latin)
        && found.iter().all(is_lesser)
}
