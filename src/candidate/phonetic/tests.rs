//! The whole tier against a plain loop: for each query all names of a small gazetteer are looked at, without a walk,
//! a shortlist or a bound.

use super::*;
use crate::candidate::phonetic::comparison::{MAX_NAMES, NEAR_PER_CANDIDATE, SPREAD};
use crate::candidate::variant::whole;
use crate::gazetteer::Gazetteer;
use crate::index::phonetic_keys::keys_of_place;
use crate::index::{IndexBuilder, PlaceRef};
use crate::phonetic::phonetic_key::tests::{classes_apart, meets};
use crate::phonetic::sound::Sounds;
use crate::resolver::Resolver;
use crate::text::script::Script;
use proptest::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Edits between a key that is asked for and a stored one, then consonants that share a class alone; `None` if more
/// than so many edits are needed. Classes count without an edit only.
fn distance(asked: &PhoneticKey, stored: &PhoneticKey, max_edits: u8) -> Option<(u8, usize)> {
    let (asked, stored) = (asked.as_bytes(), stored.as_bytes());
    if let Some(apart) = classes_apart(asked, stored) {
        return Some((0, apart.min(3)));
    }
    let edits = |most: u8| most < 2 || asked.len() >= MIN_TWO_EDITS;
    let mut within = (1..=max_edits).filter(|most| edits(*most));
    let edits = within.find(|most| meets(asked, stored, *most, false))?;
    Some((edits, 0))
}

/// The least distance of a name from any key of the request; those for places of Arab countries alone count for these.
fn nearest_key(
    request: &PhoneticRequest,
    stored: &PhoneticKey,
    name: NameRef<'_>,
    max_edits: u8,
) -> Option<(u8, usize)> {
    let is_arab = name.place().country().is_some_and(writes_arabic);
    let keys = request
        .keys()
        .filter(|(_, arab_only)| is_arab || !arab_only);
    keys.filter_map(|(key, _)| distance(key, stored, max_edits))
        .min()
}

/// The places that a variant sounds like, with their costs.
fn plain(index: &Index, query: &Query, variant: &Arc<QueryVariant>) -> Vec<(u32, u16)> {
    let letters = letters_of(variant);
    let script_is_known = is_script_known(index, variant.space());
    let max_edits = if script_is_known { 0 } else { MAX_WALK_EDITS };
    let request = PhoneticRequest::of(&variant.text, typed(query, variant));
    let belief = Belief {
        request: &request,
        variant,
        letters,
        script_is_known,
        in_country: !query.countries.is_empty(),
    };
    let Some(max_cost) = belief.max_cost() else {
        return Vec::new();
    };
    let fit = Fit::of(variant);
    let mut listed = Vec::new();
    for place in index.places() {
        let names: Vec<NameRef<'_>> = place.names().collect();
        for (key, at) in keys_of_place(names.iter().map(|name| (name.text(), name.kind()))) {
            let name = names[at as usize];
            let found = nearest_key(&request, &key, name, max_edits);
            let admitted = query.admits(place) && fit.admits(variant, name);
            listed.extend(found.filter(|_| admitted).map(|found| (found, name)));
        }
    }
    // The order in which names of equal cost count.
    listed.sort_by_key(|(found, name)| (*found, Reverse(name.place().importance())));

    let mut places: BTreeMap<u32, (u16, NameRef<'_>)> = BTreeMap::new();
    let mut bound = Sounds::FAR;
    // Of the same sounds, of the same classes, with one edit, with two.
    for group in [(0, 0), (0, 3), (1, 0), (2, 0)] {
        let is_new = |found: &(u8, usize)| match group {
            (0, 0) => *found == group,
            (edits, classes) => found.0 == edits && (edits > 0 || (1..=classes).contains(&found.1)),
        };
        for (_, name) in listed.iter().filter(|(found, _)| is_new(found)) {
            let place = name.place();
            let own = request.own_names(place);
            let others = place.names().take(MAX_NAMES);
            let others = others.filter(|name| own.include(*name) && fit.admits(variant, *name));
            let known = places.entry(place.number()).or_insert((Sounds::FAR, *name));
            for name in std::iter::once(*name).chain(others) {
                let cost = request.cost(&name.into(), own, Sounds::FAR);
                if cost < known.0 && cost <= belief.max_cost_of_place(place, own, max_cost) {
                    *known = (cost, name);
                }
            }
        }
        let mut costs: Vec<u16> = places.values().map(|(cost, _)| *cost).collect();
        costs.sort_unstable();
        let least = costs.first().copied().unwrap_or(Sounds::FAR);
        let enough = query.limit.max(Query::DEFAULT_LIMIT) * NEAR_PER_CANDIDATE;
        bound = costs.get(enough - 1).map_or(Sounds::FAR, |last| {
            last.saturating_add(SPREAD.saturating_mul(letters as u16))
        });
        let least = per_letter(least, letters);
        let ends_walk = group != (0, 0);
        if least <= MAX_FINAL_COST
            || (ends_walk && is_last_walk(&request, group.0, least, max_cost.min(bound)))
            || (ends_walk && group.0 == max_edits)
        {
            break;
        }
    }
    let mut ranked: Vec<(u16, NameRef<'_>)> = places.into_values().collect();
    ranked.retain(|(cost, _)| *cost <= bound && *cost < Sounds::FAR);
    ranked.sort_by_key(|(cost, name)| (*cost, name.number()));
    let counts = |name: &NameRef<'_>| !script_is_known || belief.may_be_of_place(*name);
    let refine = ranked.iter_mut().filter(|(_, name)| counts(name));
    for (cost, name) in refine.take(MAX_REFINED) {
        (*cost, *name) = refined(&request, variant, fit, (*cost, *name));
    }
    let nearest = ranked.iter().min_by_key(|(cost, _)| *cost);
    let is_word = nearest.is_some_and(|(cost, name)| request.is_nearer_word(*cost, *name));
    if is_word || !ranked.iter().any(|(_, name)| counts(name)) {
        return Vec::new();
    }
    ranked.retain(|(cost, name)| belief.includes(*name, *cost));
    let mut ranked: Vec<(u32, u16)> = ranked
        .into_iter()
        .map(|(cost, name)| (name.place().number(), cost))
        .collect();
    ranked.sort_unstable();
    ranked
}

/// What the tier finds.
fn found(index: &Index, query: &Query, variant: &Arc<QueryVariant>) -> Vec<(u32, u16)> {
    let mut hits = Vec::new();
    collect(index, query, variant, MAX_WALK_EDITS, &mut hits);
    let hits = hits.iter().map(|hit| (hit.name.place().number(), hit.cost));
    let mut found: Vec<(u32, u16)> = hits.collect();
    found.sort_unstable();
    found
}

/// Every so-manieth place of the built-in gazetteer, with all names or without those in a script.
fn sample(step: usize, without: Option<Script>) -> Index {
    let resolver = Resolver::embedded();
    let mut gazetteer = Gazetteer::default();
    for place in resolver.index().places().step_by(step) {
        let names = place
            .names()
            .filter(|name| without.is_none() || name.script() != without);
        gazetteer.names.extend(names.map(|name| name.to_name()));
        let mut place = place.to_place();
        place.parent = None;
        gazetteer.places.push(place);
    }
    let builder = IndexBuilder::new().add_gazetteer(gazetteer);
    builder.build().unwrap()
}

/// Gazetteers of some hundred places, and the names that queries are made of.
struct Samples {
    indexes: Vec<Index>,
    names: Vec<String>,
}

static SAMPLES: LazyLock<Samples> = LazyLock::new(|| {
    let without = [
        None,
        Some(Script::Arabic),
        Some(Script::Latin),
        Some(Script::Cyrillic),
    ];
    let all = sample(47, None);
    let names = all.places().flat_map(PlaceRef::names);
    Samples {
        names: names.map(|name| name.text().to_owned()).collect(),
        indexes: without.map(|script| sample(47, script)).into(),
    }
});

fn check(index: &Index, name: &str, country: Option<&str>) {
    let Some(variant) = whole(name, None) else {
        return;
    };
    let mut query = Query::new(name);
    if let Some(country) = country {
        query = query.country(country.parse().unwrap());
    }
    let expected = plain(index, &query, &variant);
    assert_eq!(found(index, &query, &variant), expected, "{name}");
}

proptest! {
    /// Names as they are, in gazetteers that know them in other scripts only, and in such that know them.
    #[test]
    fn the_tier_finds_of_names_what_comparing_all_finds(
        at in any::<prop::sample::Index>(),
        in_country in any::<bool>(),
    ) {
        let name = at.get(&SAMPLES.names);
        for index in &SAMPLES.indexes {
            check(index, name, in_country.then_some("AM"));
        }
    }

    /// Names with other letters, and such that nobody has.
    #[test]
    fn the_tier_finds_of_others_what_comparing_all_finds(
        at in any::<prop::sample::Index>(),
        change in any::<prop::sample::Index>(),
        letter in "[a-zا-يա-ֆа-я ]",
        made_up in "[a-z]{2,9}|[ا-ي]{2,9}|[ا-ي]{2,5} [ا-ي]{2,5}|[ա-ֆ]{2,9}|[а-я]{2,9}",
    ) {
        let mut letters: Vec<String> = at.get(&SAMPLES.names).chars().map(String::from).collect();
        let at = change.index(letters.len());
        letters[at] = letter;
        for index in &SAMPLES.indexes {
            check(index, &letters.concat(), None);
            check(index, &made_up, None);
        }
    }
}
