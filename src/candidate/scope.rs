//! Scopes: the countries, units and regions that a query names apart from its name.

use crate::candidate::reading::qualifier::Qualifier;
use crate::candidate::source::{Reach, Search};
use crate::model::country::CountryCode;
use crate::query::Query;
use crate::query::container::{Container, Scope};

/// The query with what it says of countries, units and regions looked up; `None` if one of these is
/// unknown, so that no place lies in it.
pub(crate) fn scoped(source: Search<'_>, query: &Query) -> Option<Query> {
    let mut scoped = query.clone();
    let names = query.country_names.iter();
    let named: Vec<CountryCode> = names.filter_map(|name| country(source, name)).collect();
    if named.is_empty() && query.countries.is_empty() && !query.country_names.is_empty() {
        return None;
    }
    scoped.countries.extend(named);
    scoped.country_names.clear();
    if let Some(id) = scoped.within.take() {
        let container = Container::of(source.index.place(&id)?);
        scoped.scope.push(Scope::inside(&[container]));
    }
    for name in std::mem::take(&mut scoped.admins) {
        let containers = containers(source, &name);
        if containers.is_empty() {
            return None;
        }
        scoped.scope.push(Scope::inside(&containers));
    }
    Some(scoped)
}

/// The country of a name or a code.
pub(crate) fn country(source: Search<'_>, name: &str) -> Option<CountryCode> {
    containers(source, name)
        .iter()
        .find_map(Container::as_country)
}

/// The places of a name, a code or an id that others may lie in; spelled as known, if it is. As of all
/// names, one that is too long is unknown.
fn containers(source: Search<'_>, name: &str) -> Vec<Container> {
    if name.len() > Query::LONGEST_NAME {
        return Vec::new();
    }
    if let Some(place) = name
        .trim()
        .parse()
        .ok()
        .and_then(|id| source.index.place(&id))
    {
        return vec![Container::of(place)];
    }
    let reaches = [Reach::Words, Reach::Affixes, Reach::Edits].into_iter();
    let query = Query::new(name);
    let mut found = reaches.map(|reach| {
        let qualifier = Qualifier::of(source, &query, 0..name.len(), reach, true);
        qualifier.containers
    });
    found
        .find(|containers| !containers.is_empty())
        .unwrap_or_default()
}
