//! From places and names that were given to the sections of an index.
//!
//! ```text
//! places ─> combine ─> numbered places ──────────────┐
//! names ─> sorted by place ─> shown ─> sorted by key ─┴─> sections
//! ```
//!
//! Places stay in memory, in some fifty bytes each; names pass through the sorter.

use crate::error::{Error, Result};
use crate::fuzzy::{Dictionary, tree_of};
use crate::index::combine::Combined;
use crate::index::completion;
use crate::index::draft::{Drafts, Tag};
use crate::index::format::Section;
use crate::index::format::record::{
    ConcordanceRecord, FeatureRecord, NONE, NameRecord, OriginRecord, PackedId, PlaceRecord,
    TagRecord,
};
use crate::index::format::text::push_text;
use crate::index::names::{ByKey, ByPlace, KeyedName, NO_SPACE, show};
use crate::index::phonetic_keys::MAX_NAMES;
use crate::index::phonetic_sorter::SkeletonSorter;
use crate::index::report::BuildProgress;
use crate::index::sections::Sections;
use crate::index::spool::scratch_error;
use crate::key::KeySpace;
use std::io;
use std::path::Path;

/// Writes the sections of an index.
pub(super) struct Assembly<'a> {
    pub folder: &'a Path,
    pub drafts: &'a Drafts,
    /// All slugs in order.
    pub slugs: &'a [String],
    pub combined: &'a Combined,
    /// Of each place.
    pub importances: Vec<u8>,
    pub progress: &'a mut dyn FnMut(BuildProgress),
}

impl Assembly<'_> {
    pub fn write(mut self, by_place: ByPlace, names: u64) -> Result<Sections> {
        let mut sections = Sections::new(self.folder);
        let sources = self.write_sources(&mut sections)?;
        let (tags, _) = self.drafts.tags.sorted();
        self.write_tags(&tags, &sources, &mut sections)?;
        let (by_key, phonetic_keys, starts) = self.show_names(by_place, &tags, names)?;
        let total = starts.last().copied().unwrap_or_default();
        self.write_places(&starts, &sources, &mut sections)?;
        drop(starts);
        self.write_names(by_key, total, &mut sections)?;
        self.write_skeletons(phonetic_keys, &mut sections)?;
        Ok(sections)
    }

    fn io(&self, error: io::Error) -> Error {
        scratch_error(self.folder, error)
    }

    /// Writes the sources in order; returns where each begins.
    fn write_sources(&self, sections: &mut Sections) -> Result<Vec<u32>> {
        let (sorted, _) = self.drafts.sources.sorted();
        self.write_texts(
            Section::Sources,
            sorted.into_iter().map(String::as_str),
            sections,
        )
    }

    /// Writes texts; returns where each begins.
    fn write_texts<'t>(
        &self,
        section: Section,
        texts: impl Iterator<Item = &'t str>,
        sections: &mut Sections,
    ) -> Result<Vec<u32>> {
        let mut bytes = Vec::new();
        let mut starts = Vec::new();
        for text in texts {
            starts.push(
                u32::try_from(sections.len(section))
                    .map_err(|_| too_many("letters of sources or slugs"))?,
            );
            bytes.clear();
            push_text(&mut bytes, text);
            sections
                .push(section, &bytes)
                .map_err(|error| self.io(error))?;
        }
        Ok(starts)
    }

    fn write_tags(&self, tags: &[&Tag], sources: &[u32], sections: &mut Sections) -> Result<()> {
        if tags.len() > NameRecord::MAX_TAGS {
            return Err(too_many(
                "combinations of language, kind and source of names",
            ));
        }
        for &&(language, kind, source) in tags {
            let source = sources[source as usize];
            let record = TagRecord {
                language,
                kind,
                source,
            };
            sections
                .push(Section::Tags, &record.to_bytes())
                .map_err(|error| self.io(error))?;
        }
        Ok(())
    }

    /// Chooses among the names of each place; returns them to be sorted by key and by skeleton,
    /// and for each place, and for the end of the last, how many come before its own.
    fn show_names(
        &mut self,
        mut by_place: ByPlace,
        tags: &[&Tag],
        names: u64,
    ) -> Result<(ByKey, SkeletonSorter, Vec<u32>)> {
        let mut by_key = ByKey::new(self.folder);
        let mut phonetic_keys = SkeletonSorter::new(self.folder);
        let mut starts = vec![0u32];
        let (mut shown, mut given) = (0u32, 0);
        let (mut group, mut record) = (Vec::new(), Vec::new());
        while let Some(place) = by_place.next(&mut group).map_err(|error| self.io(error))? {
            starts.resize(place as usize + 1, shown);
            let before = given;
            given += group.len() as u64;
            show(&mut group, tags);
            let importance = self.importances[place as usize];
            let texts = group
                .iter()
                .map(|name| (name.text.as_str(), tags[name.tag as usize].1));
            phonetic_keys
                .add(texts, shown, importance)
                .map_err(|error| self.io(error))?;
            for name in &group {
                by_key
                    .add(place, shown, name, &mut record)
                    .map_err(|error| self.io(error))?;
                shown = (shown + 1 < MAX_NAMES)
                    .then_some(shown + 1)
                    .ok_or_else(|| too_many("names"))?;
            }
            starts.push(shown);
            if before / BuildProgress::EVERY != given / BuildProgress::EVERY {
                (self.progress)(BuildProgress {
                    step: "keying names",
                    done: given,
                    total: names,
                });
            }
        }
        starts.resize(self.combined.places.len() + 1, shown);
        Ok((by_key, phonetic_keys, starts))
    }

    fn write_places(&self, starts: &[u32], sources: &[u32], sections: &mut Sections) -> Result<()> {
        let slugs = self.write_texts(
            Section::Slugs,
            self.slugs.iter().map(String::as_str),
            sections,
        )?;
        let pack = |id: PackedId| id.map_slug(|slug| slugs[slug as usize].into());
        let mut push = |section, bytes: &[u8]| {
            sections
                .push(section, bytes)
                .map_err(|error| self.io(error))
        };

        let (features, feature_numbers) = self.drafts.features.sorted();
        if features.len() >= usize::from(u16::MAX) {
            return Err(too_many("kinds of feature"));
        }
        for feature in features {
            push(Section::Features, &FeatureRecord::to_bytes(*feature))?;
        }
        let (origins, origin_numbers) = self.drafts.origins.sorted();
        if origins.len() > NameRecord::MAX_TAGS {
            return Err(too_many("combinations of accuracy and source of places"));
        }
        for &(accuracy, source) in origins {
            let record = OriginRecord {
                accuracy_km: accuracy.map(f32::from_bits),
                source: sources[source as usize],
            };
            push(Section::Origins, &record.to_bytes())?;
        }

        let concordances = &self.combined.concordances;
        for &(id, place) in concordances {
            let record = ConcordanceRecord {
                id: pack(id),
                place,
            };
            push(Section::Concordances, &record.to_bytes())?;
        }
        let mut same_as: Vec<(u32, u32)> = concordances
            .iter()
            .map(|(_, place)| *place)
            .zip(0..)
            .collect();
        same_as.sort_unstable();
        for (_, number) in &same_as {
            push(Section::SameAs, &number.to_le_bytes())?;
        }

        let mut same_as_at = 0;
        for (place, number) in self.combined.places.iter().zip(0u32..) {
            let record = PlaceRecord {
                id: pack(place.id),
                latitude: place.latitude,
                longitude: place.longitude,
                parent: self.combined.parents[number as usize].unwrap_or(NONE),
                names: starts[number as usize],
                same_as: same_as_at as u32,
                population: place.population,
                feature: feature_numbers[place.feature as usize] as u16,
                country: place.country,
                origin: origin_numbers[place.origin as usize],
                importance: self.importances[number as usize],
            };
            push(Section::Places, &record.to_bytes())?;
            let own = same_as[same_as_at..]
                .iter()
                .take_while(|(owner, _)| *owner == number);
            same_as_at += own.count();
        }
        Ok(())
    }

    /// Writes names in the order of their keys, with their spellings, and the keys of each space.
    fn write_names(&mut self, by_key: ByKey, total: u32, sections: &mut Sections) -> Result<()> {
        let mut sorted = by_key.sorted().map_err(|error| self.io(error))?;
        let mut place_names = vec![0u32; total as usize];
        let mut importances = Vec::with_capacity(completion::levels_len(total as usize));
        let mut keys = Keys::default();
        let mut last = KeyedName {
            space: NO_SPACE,
            ..KeyedName::default()
        };
        let mut texts_of_key: Vec<(String, u64)> = Vec::new();
        let (mut record, mut bytes) = (Vec::new(), Vec::new());
        let mut number = 0u32;
        while sorted.next(&mut record).map_err(|error| self.io(error))? {
            let name = KeyedName::read(&record)
                .ok_or_else(|| self.io(io::ErrorKind::InvalidData.into()))?;
            let continues = number > 0 && last.space == name.space && last.key == name.key;
            if !continues {
                texts_of_key.clear();
                if name.space != last.space {
                    self.write_keys(last.space, std::mem::take(&mut keys), sections)?;
                }
                if name.space != NO_SPACE {
                    keys.add(&name.key, number);
                }
            }
            let known = texts_of_key.iter().find(|(text, _)| *text == name.text);
            let text = match known {
                Some((_, start)) => *start,
                None => {
                    let start = sections.len(Section::Texts);
                    bytes.clear();
                    push_text(&mut bytes, &name.text);
                    sections
                        .push(Section::Texts, &bytes)
                        .map_err(|error| self.io(error))?;
                    if texts_of_key.len() < TEXTS_COMPARED {
                        texts_of_key.push((name.text.clone(), start));
                    }
                    start
                }
            };
            let written = NameRecord {
                place: name.place,
                text,
                tag: name.tag,
                continues,
            };
            sections
                .push(Section::Names, &written.to_bytes())
                .map_err(|error| self.io(error))?;
            place_names[name.shown as usize] = number;
            importances.push(self.importances[name.place as usize]);
            number += 1;
            last = name;
            if u64::from(number).is_multiple_of(BuildProgress::EVERY) {
                let (done, total) = (number.into(), total.into());
                (self.progress)(BuildProgress {
                    step: "writing names",
                    done,
                    total,
                });
            }
        }
        self.write_keys(last.space, keys, sections)?;
        if sections.len(Section::Texts) > NameRecord::MAX_TEXT {
            return Err(too_many("letters of names"));
        }
        for number in place_names {
            sections
                .push(Section::PlaceNames, &number.to_le_bytes())
                .map_err(|error| self.io(error))?;
        }
        completion::push_levels(&mut importances);
        sections
            .push(Section::Importances, &importances)
            .map_err(|error| self.io(error))?;
        // Empty key spaces are dictionaries too.
        for space in KeySpace::ALL {
            if sections.len(Section::Forward(space)) == 0 {
                self.write_keys(space as u8, Keys::default(), sections)?;
            }
        }
        Ok(())
    }

    /// Writes the tree of skeletons and the names that have each.
    fn write_skeletons(&self, names: SkeletonSorter, sections: &mut Sections) -> Result<()> {
        let mut keys = Keys::default();
        let mut last = None;
        let mut sorted = names.sorted().map_err(|error| self.io(error))?;
        let mut position = 0u32;
        while let Some(name) = sorted.next().map_err(|error| self.io(error))? {
            if last.as_ref() != Some(&name.phonetic_key) {
                keys.add(&name.phonetic_key, position);
            }
            sections
                .push(Section::PhoneticKeyNames, &name.stored.to_le_bytes())
                .map_err(|error| self.io(error))?;
            position = position
                .checked_add(1)
                .ok_or_else(|| too_many("skeletons"))?;
            last = Some(name.phonetic_key);
        }
        let entries: Vec<(&[u8], u64)> = keys.iter().collect();
        let tree = tree_of(&entries).map_err(|error| Error::build(error.to_string()))?;
        sections
            .push(Section::PhoneticKeys, &tree)
            .map_err(|error| self.io(error))
    }

    /// Writes the dictionary of a key space.
    fn write_keys(&mut self, space: u8, keys: Keys, sections: &mut Sections) -> Result<()> {
        let Some(&space) = KeySpace::ALL.get(usize::from(space)) else {
            return Ok(());
        };
        let total = keys.entries.len() as u64;
        (self.progress)(BuildProgress {
            step: "writing keys",
            done: 0,
            total,
        });
        let dictionary = Dictionary::build(space, keys.iter())
            .map_err(|error| Error::build(error.to_string()))?;
        drop(keys);
        let (forward, backward) = dictionary.into_parts();
        sections
            .push(Section::Forward(space), &forward)
            .map_err(|error| self.io(error))?;
        sections
            .push(Section::Backward(space), &backward)
            .map_err(|error| self.io(error))
    }
}

/// Different spellings of one key that a further name is compared with, to share its text.
const TEXTS_COMPARED: usize = 64;

/// The keys of one space, in order, each with the number of the first name that has it.
#[derive(Default)]
struct Keys {
    bytes: Vec<u8>,
    /// Where each key ends, and its number.
    entries: Vec<(usize, u32)>,
}

impl Keys {
    fn add(&mut self, key: &[u8], number: u32) {
        self.bytes.extend_from_slice(key);
        self.entries.push((self.bytes.len(), number));
    }

    fn iter(&self) -> impl Iterator<Item = (&[u8], u64)> {
        let mut start = 0;
        self.entries.iter().map(move |&(end, number)| {
            let key = &self.bytes[start..end];
            start = end;
            (key, number.into())
        })
    }
}

fn too_many(what: &str) -> Error {
    Error::build(format!("there are more {what} than an index can hold"))
}
