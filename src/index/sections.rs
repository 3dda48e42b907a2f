//! The sections of an index, written from places and names that are numbered and in order.

use super::builder::KeyedName;
use super::format::record::{
    ConcordanceRecord, FeatureRecord, NONE, NameRecord, OriginRecord, PackedId, PlaceRecord,
    TagRecord, push_text, units,
};
use super::format::{self, Entry, Section};
use super::{NameNumber, PlaceNumber};
use crate::error::{Error, Result};
use crate::fuzzy::Dictionary;
use crate::key::{Key, KeySpace};
use crate::place::{Feature, Place, PlaceId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The bytes of every section, by its number.
pub(super) type Sections = [Vec<u8>; Section::COUNT];

/// Puts sections together to a file.
pub(super) fn join(sections: &Sections) -> Vec<u8> {
    let entries = sections.each_ref().map(|bytes| Entry {
        len: bytes.len() as u64,
        checksum: format::checksum(bytes),
    });
    let mut file = format::head(&entries).to_vec();
    file.reserve_exact(sections.iter().map(Vec::len).sum());
    for section in sections {
        file.extend_from_slice(section);
    }
    file
}

/// Writes all sections. Names are in the order of their keys, those without a key at the end.
pub(super) fn write(
    places: &[Place],
    parents: &[Option<PlaceNumber>],
    names: &[KeyedName],
) -> Result<Sections> {
    let mut sections: Sections = std::array::from_fn(|_| Vec::new());
    let sources = places
        .iter()
        .map(|place| place.source.as_str())
        .chain(names.iter().map(|keyed| keyed.name.source.as_str()));
    let sources = write_texts(sources, &mut sections[Section::Sources.number()])?;
    let shown = write_names(names, &sources, &mut sections)?;
    write_places(places, parents, &shown, &sources, &mut sections)?;
    for space in KeySpace::ALL {
        let (forward, backward) = dictionary(space, names)?.into_parts();
        sections[Section::Forward(space).number()] = forward;
        sections[Section::Backward(space).number()] = backward;
    }
    Ok(sections)
}

/// Writes each text once, in order; returns where they begin.
fn write_texts<'t>(
    texts: impl Iterator<Item = &'t str>,
    section: &mut Vec<u8>,
) -> Result<HashMap<&'t str, u32>> {
    let texts: BTreeSet<&str> = texts.collect();
    let mut starts = HashMap::with_capacity(texts.len());
    for text in texts {
        let start = u32::try_from(section.len())
            .map_err(|_| Error::Build("the sources of places and names are too long".into()))?;
        starts.insert(text, start);
        push_text(section, text);
    }
    Ok(starts)
}

/// Writes names, their spellings and tags; returns for each place, in turn, the numbers of its
/// names in the order of showing them.
fn write_names(
    names: &[KeyedName],
    sources: &HashMap<&str, u32>,
    sections: &mut Sections,
) -> Result<Vec<(PlaceNumber, NameNumber)>> {
    let tag = |keyed: &KeyedName| TagRecord {
        language: keyed.name.language,
        kind: keyed.name.kind,
        source: sources[keyed.name.source.as_str()],
    };
    let tags: BTreeSet<TagRecord> = names.iter().map(tag).collect();
    if tags.len() > NameRecord::MOST_TAGS {
        return Err(too_many(
            "combinations of language, kind and source of names",
        ));
    }
    let tags: BTreeMap<TagRecord, u32> = tags.into_iter().zip(0..).collect();
    for tag in tags.keys() {
        sections[Section::Tags.number()].extend(tag.to_bytes());
    }

    let mut last: Option<&Key> = None;
    let mut texts_of_key: Vec<(&str, u64)> = Vec::new();
    for keyed in names {
        let continues = last == Some(&keyed.key);
        if !continues {
            texts_of_key.clear();
        }
        last = Some(&keyed.key);
        let spelling = keyed.name.text.as_str();
        let known = texts_of_key.iter().find(|(text, _)| *text == spelling);
        let text = match known {
            Some((_, start)) => *start,
            None => {
                let texts = &mut sections[Section::Texts.number()];
                let start = texts.len() as u64;
                push_text(texts, spelling);
                texts_of_key.push((spelling, start));
                start
            }
        };
        let record = NameRecord {
            place: keyed.place,
            text,
            tag: tags[&tag(keyed)],
            continues,
        };
        sections[Section::Names.number()].extend(record.to_bytes());
    }
    if sections[Section::Texts.number()].len() as u64 > NameRecord::MOST_TEXT {
        return Err(too_many("letters of names"));
    }

    let mut shown: Vec<(PlaceNumber, NameNumber)> =
        names.iter().map(|keyed| keyed.place).zip(0..).collect();
    shown.sort_by_key(|&(place, number)| {
        let name = &names[number as usize].name;
        (place, name.kind, name.language, name.text.as_str())
    });
    Ok(shown)
}

/// Writes places with all that belongs to them.
fn write_places(
    places: &[Place],
    parents: &[Option<PlaceNumber>],
    shown: &[(PlaceNumber, NameNumber)],
    sources: &HashMap<&str, u32>,
    sections: &mut Sections,
) -> Result<()> {
    let all_ids = || {
        places
            .iter()
            .flat_map(|place| std::iter::once(&place.id).chain(&place.same_as))
    };
    let slugs = all_ids().filter_map(|id| id.number().err());
    let slugs = write_texts(slugs, &mut sections[Section::Slugs.number()])?;
    let pack = |id: &PlaceId| {
        let number = match id.number() {
            Ok(number) => number,
            Err(slug) => slugs[slug].into(),
        };
        PackedId::new(id.authority(), number)
            .ok_or_else(|| Error::Build(format!("{id} is too large a number for an index")))
    };

    let mut concordances = Vec::new();
    for (place, number) in places.iter().zip(0..) {
        for id in &place.same_as {
            concordances.push(ConcordanceRecord {
                id: pack(id)?,
                place: number,
            });
        }
    }
    concordances.sort_unstable_by_key(|record| record.id);
    let mut same_as: Vec<(PlaceNumber, u32)> = concordances
        .iter()
        .map(|record| record.place)
        .zip(0..)
        .collect();
    same_as.sort_unstable();
    for record in &concordances {
        sections[Section::Concordances.number()].extend(record.to_bytes());
    }

    let features: BTreeSet<Feature> = places.iter().map(|place| place.feature).collect();
    if features.len() > usize::from(u16::MAX) {
        return Err(too_many("kinds of feature"));
    }
    let features: BTreeMap<Feature, u16> = features.into_iter().zip(0..).collect();
    for feature in features.keys() {
        sections[Section::Features.number()].extend(FeatureRecord::to_bytes(*feature));
    }
    let origin = |place: &Place| {
        let accuracy = place.accuracy_km.filter(|km| km.is_finite());
        (accuracy.map(f32::to_bits), sources[place.source.as_str()])
    };
    let origins: BTreeSet<_> = places.iter().map(origin).collect();
    if origins.len() > NameRecord::MOST_TAGS {
        return Err(too_many("combinations of accuracy and source of places"));
    }
    let origins: BTreeMap<_, u32> = origins.into_iter().zip(0..).collect();
    for &(accuracy, source) in origins.keys() {
        let record = OriginRecord {
            accuracy_km: accuracy.map(f32::from_bits),
            source,
        };
        sections[Section::Origins.number()].extend(record.to_bytes());
    }

    let (mut names_at, mut same_as_at) = (0, 0);
    for (place, number) in places.iter().zip(0..) {
        let record = PlaceRecord {
            id: pack(&place.id)?,
            latitude: units(place.coordinates.latitude()),
            longitude: units(place.coordinates.longitude()),
            parent: parents[number as usize].unwrap_or(NONE),
            names: names_at,
            same_as: same_as_at,
            population: place.population,
            feature: features[&place.feature],
            country: place.country,
            origin: origins[&origin(place)],
        };
        sections[Section::Places.number()].extend(record.to_bytes());
        write_group(
            number,
            shown,
            &mut names_at,
            &mut sections[Section::PlaceNames.number()],
        );
        write_group(
            number,
            &same_as,
            &mut same_as_at,
            &mut sections[Section::SameAs.number()],
        );
    }
    Ok(())
}

/// Writes the numbers of one place's group, which begins at `at`.
fn write_group(
    place: PlaceNumber,
    groups: &[(PlaceNumber, u32)],
    at: &mut u32,
    section: &mut Vec<u8>,
) {
    let group = groups[*at as usize..]
        .iter()
        .take_while(|(owner, _)| *owner == place);
    for (_, number) in group {
        section.extend(number.to_le_bytes());
        *at += 1;
    }
}

/// The keys of a space, each with the number of the first name that has it.
fn dictionary(space: KeySpace, names: &[KeyedName]) -> Result<Dictionary> {
    let numbered = names.iter().zip(0u64..);
    let mut entries: Vec<(&[u8], u64)> = numbered
        .filter(|(keyed, _)| keyed.key.space() == space && !keyed.key.is_empty())
        .map(|(keyed, number)| (keyed.key.as_bytes(), number))
        .collect();
    entries.dedup_by_key(|(key, _)| *key);
    Dictionary::build(space, entries).map_err(|error| Error::Build(error.to_string()))
}

fn too_many(what: &str) -> Error {
    Error::Build(format!("there are more {what} than an index can hold"))
}
