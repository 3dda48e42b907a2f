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

/// The country of this code of two letters, or of this name in any language.
pub(crate) fn country(resolver: &Resolver, text: &str) -> Result<CountryCode, String> {
    let wrong = match text.trim().parse::<CountryCode>() {
        Ok(country) => return Ok(country),
        Err(wrong) => wrong.to_string(),
    };
    let query = Query::new(text.trim()).class(FeatureClass::Administrative);
    let answer = resolver.resolve(query.max_edits(MaxEdits::Limit(0)));
    let is_country = |place: &PlaceRef<'_>| place.feature().code().starts_with("PCL");
    answer
        .best()
        .map(Candidate::place)
        .filter(is_country)
        .and_then(PlaceRef::country)
        .ok_or_else(|| format!("{wrong}, or the name of a country that is known"))
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
        _ => Err(format!("{text:?}: no such place is known")),
    }
}

fn candidates(answer: &Resolution<'_>) -> String {
    let named = answer.candidates().iter().map(|candidate| {
        let place = candidate.place();
        let parent = place.parents().next().map_or("", PlaceRef::name);
        format!("{} ({}, {parent})", place.id(), place.name())
    });
    named.collect::<Vec<_>>().join(", ")
}

/// The name of a unit, which may be given by its id.
pub(crate) fn unit(resolver: &Resolver, text: &str) -> Result<String, String> {
    match text.parse::<PlaceId>() {
        Ok(_) => place(resolver, text).map(|unit| unit.name().to_owned()),
        Err(_) => Ok(text.to_owned()),
    }
}

/// The query for a name whose place lies in these units.
///
/// Units are told to the library as people write them, behind the name and a comma.
pub(crate) fn query_in(query: &Query, name: &str, units: &[String]) -> Query {
    let mut text = name.to_owned();
    let is_said = |unit: &&String| !name.trim().is_empty() && !unit.trim().is_empty();
    for unit in units.iter().filter(is_said) {
        text = format!("{text}, {}", unit.trim());
    }
    query.clone().name(text)
}
