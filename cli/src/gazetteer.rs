//! What is searched, and the places in it that options name.

use crate::stop::Stop;
use std::path::Path;
use toponym::{
    CountryCode, FeatureClass, Index, PlaceId, PlaceRef, Query, Resolution, Resolver, Status,
};

/// The resolver over the index in a file; over the built-in gazetteer without a file.
pub(crate) fn resolver(index: Option<&Path>) -> Result<Resolver, Stop> {
    match index {
        // A command that asks one name reads a few pages of a world's index.
        Some(path) => Ok(Resolver::new(Index::open_mmap(path)?)),
        None => Ok(Resolver::embedded()),
    }
}

/// The country of this code (ISO 3166-1, of two letters or three), or of this name in any language.
pub(crate) fn country(resolver: &Resolver, text: &str) -> Result<CountryCode, String> {
    let code = text.trim().parse().ok();
    code.or_else(|| resolver.country(text.trim()))
        .ok_or_else(|| format!("{text:?}: no country has this name or code"))
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
