//! What is searched, and the places in it that options name.

use crate::stop::Stop;
use std::path::Path;
use toponym::{
    Candidate, CountryCode, FeatureClass, Index, MaxEdits, PlaceId, PlaceRef, Query, Resolution,
    Resolver, Status,
};

/// The resolver over the index in a file; over the built-in gazetteer without a file.
pub(crate) fn resolver(index: Option<&Path>) -> Result<Resolver, Stop> {
    match index {
        // A command that asks one name reads a few pages of a world's index.
        Some(path) => Ok(Resolver::new(Index::open_mmap(path)?)),
        None => Ok(Resolver::embedded()),
    }
}

/// The codes of ISO 3166-1 for which the built-in gazetteer has no country: Antarctica and Western
/// Sahara. Places of other gazetteers have them.
const PLACELESS_COUNTRIES: [&str; 2] = ["AQ", "EH"];

/// The country of this code (ISO 3166-1, of two letters or three), or of this name in any language, as
/// the option `--country` reads it. A code is known too where
/// an index lacks the country that its places lie in.
///
/// # Errors
/// If there is none, with a message for who wrote it.
pub fn country(resolver: &Resolver, text: &str) -> Result<CountryCode, String> {
    let known = resolver.country(text.trim());
    // An index of towns may lack the countries that its places lie in.
    known
        .or_else(|| {
            let code: CountryCode = text.trim().parse().ok()?;
            let is_placeless = PLACELESS_COUNTRIES.contains(&code.as_str());
            match is_placeless {
                true => Some(code),
                false => Resolver::embedded().country(code.as_str()),
            }
        })
        .ok_or_else(|| {
            format!("{text:?}: no country has this name or code (ISO 3166-1, such as AM)")
        })
}

/// The place of this id, or of this name, of which larger units come first.
pub(crate) fn place<'r>(resolver: &'r Resolver, text: &str) -> Result<PlaceRef<'r>, String> {
    if let Ok(id) = text.parse::<PlaceId>() {
        let place = resolver.place(&id);
        return place.ok_or_else(|| format!("{text:?}: no place has this id"));
    }
    let unit = resolver.resolve(Query::new(text).class(FeatureClass::Administrative));
    let answer = match unit.status() {
        Status::Unknown => resolver.resolve(text),
        _ => unit,
    };
    match (answer.status(), answer.best()) {
        (Status::Resolved, Some(best)) => Ok(best.place()),
        (Status::Ambiguous, Some(_)) => {
            let all = candidates(&answer);
            Err(format!("{text:?} has several meanings; give an id: {all}"))
        }
        _ => Err(format!(
            "{text:?}: no such place is known; give another name or an id"
        )),
    }
}

/// Whether this is the name or the id of a place that others lie in, spelled as it is known, as the option
/// `--in` asks for it: a guess would leave out what was asked for, or nothing at all. No gazetteer says
/// what lies in a sea.
///
/// # Errors
/// If it is not, with a message for who wrote it.
pub fn container(resolver: &Resolver, text: &str) -> Result<(), String> {
    let exact = resolver.resolve(Query::new(text).max_edits(MaxEdits::Limit(0)));
    let mut places = exact.candidates().iter().map(Candidate::place);
    let is_water = |place: PlaceRef<'_>| place.feature().class() == FeatureClass::Water;
    if places.any(|place| !is_water(place)) || resolver.country(text.trim()).is_some() {
        return Ok(());
    }
    if let Some(water) = exact.best() {
        let (id, name) = (water.place().id(), water.place().name());
        return Err(format!(
            "{text:?}: of what lies in waters, as {id} ({name}), nothing is known; see --near"
        ));
    }
    let guess = resolver.resolve(text);
    let guess = guess.best().map(|best| {
        let place = best.place();
        format!("; the nearest is {} ({})", place.id(), place.name())
    });
    let guess = guess.unwrap_or_default();
    Err(format!("{text:?}: no place has this name or id{guess}"))
}

fn candidates(answer: &Resolution<'_>) -> String {
    let named = answer.candidates().iter().map(|candidate| {
        let place = candidate.place();
        let parent = place.parents().next().map_or("", PlaceRef::name);
        format!("{} ({}, {parent})", place.id(), place.name())
    });
    named.collect::<Vec<_>>().join(", ")
}

/// The query for a name that stands in a table beside the unit which its place lies in.
///
/// The unit is told as people write it, behind the name and a comma: one that the gazetteer lacks, as a
/// column full of them may have, then neither helps nor harms.
pub(crate) fn query_beside(name: &str, unit: &str) -> Query {
    match name.trim().is_empty() || unit.trim().is_empty() {
        true => Query::new(name),
        false => Query::new(format!("{name}, {}", unit.trim())),
    }
}
