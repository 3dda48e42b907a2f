//! Building an index from gazetteers.

use super::format::record::PlaceRecord;
use super::{Index, NameNumber, PlaceNumber, file, sections};
use crate::error::{Error, Result};
use crate::gazetteer::Gazetteer;
use crate::key::Key;
use crate::name::Name;
use crate::place::{Place, PlaceId};
use std::collections::HashMap;
use std::path::Path;

/// Collects gazetteers and makes an [`Index`] of them. The order in which places and names
/// are given does not change the result.
///
/// ```
/// use toponym::{Coordinates, Gazetteer, IndexBuilder, Name, NameKind, Place};
///
/// let depot = Place::new("acme:depot".parse()?, Coordinates::new(40.1, 44.5)?);
/// let name = Name::new(depot.id.clone(), "North Depot", "en".parse()?, NameKind::Preferred);
/// let index = IndexBuilder::new()
///     .add_gazetteer(Gazetteer { places: vec![depot], names: vec![name] })
///     .build()?;
/// assert_eq!(index.place(&"acme:depot".parse()?).unwrap().name(), "North Depot");
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct IndexBuilder {
    places: Vec<Place>,
    names: Vec<Name>,
}

impl IndexBuilder {
    /// A builder without places.
    pub fn new() -> Self {
        IndexBuilder::default()
    }

    /// Adds a gazetteer's places and names.
    pub fn add_gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.places.extend(gazetteer.places);
        self.names.extend(gazetteer.names);
        self
    }

    /// Builds the index.
    ///
    /// # Errors
    /// If two places share an id, if a parent or a name's place is missing, or if places are
    /// their own parents.
    pub fn build(self) -> Result<Index> {
        let IndexBuilder { mut places, names } = self;
        if places.len() > PlaceNumber::MAX as usize || names.len() > NameNumber::MAX as usize {
            return Err(Error::Build(
                "an index holds at most 4,294,967,295 places and as many names".into(),
            ));
        }
        places.sort_by(|a, b| a.id.cmp(&b.id));
        let ids = number_ids(&places)?;
        let parents = number_parents(&places, &ids)?;
        let names = key_names(names, &ids)?;
        let sections = sections::write(&places, &parents, &names)?;
        Index::from_bytes(sections::join(&sections))
    }

    /// Builds the index into a file, which appears whole or not at all: it is written beside its
    /// final place and then put there, so whoever has an older file of that name open
    /// keeps reading that.
    ///
    /// # Errors
    /// As [`IndexBuilder::build`], and if the file cannot be written.
    pub fn write(self, path: impl AsRef<Path>) -> Result<()> {
        let index = self.build()?;
        file::replace(path.as_ref(), index.as_bytes())
    }
}

/// Every id with the position of its place.
fn number_ids(places: &[Place]) -> Result<HashMap<PlaceId, PlaceNumber>> {
    let mut ids = HashMap::with_capacity(places.len());
    for (number, place) in places.iter().enumerate() {
        for id in std::iter::once(&place.id).chain(&place.same_as) {
            if let Some(other) = ids.insert(id.clone(), number as PlaceNumber) {
                let other = &places[other as usize].id;
                return Err(Error::Build(format!(
                    "{id} stands on two places, {other} and {}",
                    place.id
                )));
            }
        }
    }
    Ok(ids)
}

/// The parent of each place.
fn number_parents(
    places: &[Place],
    ids: &HashMap<PlaceId, PlaceNumber>,
) -> Result<Vec<Option<PlaceNumber>>> {
    let number = |place: &Place| match &place.parent {
        Some(id) => ids.get(id).copied().map(Some).ok_or_else(|| {
            Error::Build(format!(
                "there is no place {id}, the parent of {}",
                place.id
            ))
        }),
        None => Ok(None),
    };
    let parents: Vec<Option<PlaceNumber>> = places.iter().map(number).collect::<Result<_>>()?;
    for (place, parent) in places.iter().zip(&parents) {
        let next = |&number: &PlaceNumber| parents[number as usize];
        if std::iter::successors(*parent, next)
            .nth(PlaceRecord::MOST_PARENTS)
            .is_some()
        {
            return Err(Error::Build(format!(
                "the parents of {} form a loop, or are more than {}",
                place.id,
                PlaceRecord::MOST_PARENTS
            )));
        }
    }
    Ok(parents)
}

/// A name, its key, and the number of its place.
pub(super) struct KeyedName {
    pub key: Key,
    pub place: PlaceNumber,
    pub name: Name,
}

/// Names in the order of their numbers: by key, and within a key in an order that does not
/// depend on how they were given. Names without a letter stand last, as no key leads to them.
fn key_names(names: Vec<Name>, ids: &HashMap<PlaceId, PlaceNumber>) -> Result<Vec<KeyedName>> {
    let mut keyed = Vec::with_capacity(names.len());
    for name in names {
        let place = *ids.get(&name.place).ok_or_else(|| {
            Error::Build(format!(
                "there is no place {}, named {:?}",
                name.place, name.text
            ))
        })?;
        keyed.push(KeyedName {
            key: Key::of(&name.text),
            place,
            name,
        });
    }
    fn order(keyed: &KeyedName) -> impl Ord + '_ {
        let KeyedName { key, place, name } = keyed;
        (
            key.is_empty(),
            key,
            *place,
            name.language,
            name.text.as_str(),
            name.kind,
        )
    }
    keyed.sort_by(|a, b| order(a).cmp(&order(b)));
    // One name given twice counts once, with the better of its kinds.
    keyed.dedup_by(|b, a| {
        (a.place, a.name.language, &a.name.text) == (b.place, b.name.language, &b.name.text)
    });
    Ok(keyed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::NameKind;
    use crate::place::Coordinates;

    fn place(id: &str) -> Place {
        Place::new(id.parse().unwrap(), Coordinates::new(40.0, 44.0).unwrap())
    }

    fn name(place: &str, text: &str, kind: NameKind) -> Name {
        Name::new(place.parse().unwrap(), text, "en".parse().unwrap(), kind)
    }

    fn build(places: Vec<Place>, names: Vec<Name>) -> Result<Index> {
        IndexBuilder::new()
            .add_gazetteer(Gazetteer { places, names })
            .build()
    }

    #[test]
    fn names_of_one_key_are_found_together() {
        let names = vec![
            name("gn:1", "Norashen", NameKind::Preferred),
            name("gn:2", "Norashen", NameKind::Preferred),
            name("gn:2", "NORASHEN", NameKind::Variant),
            name("gn:2", "Norashen", NameKind::Former),
            name("gn:1", "Norashena", NameKind::Variant),
        ];
        let index = build(vec![place("gn:2"), place("gn:1")], names).unwrap();
        let found: Vec<_> = index
            .names_of_key(&Key::of("norashen"))
            .map(|name| (name.place().id().to_string(), name.text(), name.kind()))
            .collect();
        let expected = [
            ("gn:1".to_owned(), "Norashen", NameKind::Preferred),
            ("gn:2".to_owned(), "NORASHEN", NameKind::Variant),
            ("gn:2".to_owned(), "Norashen", NameKind::Preferred),
        ];
        assert_eq!(found, expected);
        assert_eq!(index.names_of_key(&Key::of("norash")).count(), 0);
    }

    #[test]
    fn names_without_letters_stay_with_their_place() {
        let index = build(
            vec![place("gn:1")],
            vec![name("gn:1", "—", NameKind::Preferred)],
        )
        .unwrap();
        assert_eq!(index.names_of_key(&Key::of("—")).count(), 0);
        assert_eq!(index.places().next().unwrap().name(), "—");
    }

    #[test]
    fn what_does_not_fit_together_is_an_error() {
        let message = |places, names| build(places, names).unwrap_err().to_string();
        let mut other = place("gn:2");
        other.same_as.push("gn:1".parse().unwrap());
        assert!(message(vec![place("gn:1"), other], vec![]).contains("gn:1 stands on two places"));
        assert!(
            message(vec![], vec![name("gn:9", "A", NameKind::Preferred)]).contains("no place gn:9")
        );
        let mut orphan = place("gn:1");
        orphan.parent = Some("gn:9".parse().unwrap());
        assert!(message(vec![orphan], vec![]).contains("the parent of gn:1"));
        let mut own_parent = place("gn:1");
        own_parent.parent = Some("gn:1".parse().unwrap());
        assert!(message(vec![own_parent], vec![]).contains("loop"));
    }

    #[test]
    fn parents_and_ids() {
        let mut town = place("gn:1");
        town.parent = Some("wd:Q2".parse().unwrap());
        let mut country = place("gn:5");
        country.same_as.push("wd:Q2".parse().unwrap());
        let index = build(vec![town, country], vec![]).unwrap();
        let town = index.place(&"gn:1".parse().unwrap()).unwrap();
        let parents: Vec<_> = town.parents().map(|place| place.id().to_string()).collect();
        assert_eq!(parents, ["gn:5"]);
        assert_eq!(
            index.place(&"wd:Q2".parse().unwrap()),
            Some(index.places().nth(1).unwrap())
        );
    }
}
