//! The sections of names: their records and spellings, the keys of each key space, and the order
//! in which the names of a place are shown.

use crate::error::{Error, Result};
use crate::fuzzy::Dictionary;
use crate::index::build::assembly::{Assembly, too_many};
use crate::index::build::draft::Tag;
use crate::index::build::names::{
    KeyedName, NO_SPACE, NamesByKey, NamesByPlace, order_for_display,
};
use crate::index::build::phonetic_keys::PhoneticKeySorter;
use crate::index::build::report::BuildProgress;
use crate::index::build::sections::Sections;
use crate::index::completion;
use crate::index::format::Section;
use crate::index::format::record::NameRecord;
use crate::index::format::text::push_text;
use crate::index::phonetic_keys::MAX_NAMES;
use crate::key::KeySpace;
use crate::phonetic::sound::code::push_code;
use std::io;

impl Assembly<'_> {
    /// Chooses among the names of each place, and puts them in display order; returns them to be
    /// sorted by key and by phonetic key, and for each place, and for the end of the last, the
    /// number of names before its own.
    pub(super) fn order_names(
        &mut self,
        mut by_place: NamesByPlace,
        tags: &[&Tag],
        names: u64,
    ) -> Result<(NamesByKey, PhoneticKeySorter, Vec<u32>)> {
        let mut by_key = NamesByKey::new(self.folder);
        let mut phonetic_keys = PhoneticKeySorter::new(self.folder);
        let mut starts = vec![0u32];
        let (mut shown, mut given) = (0u32, 0);
        let (mut group, mut record) = (Vec::new(), Vec::new());
        while let Some(place) = by_place.next(&mut group).map_err(|error| self.io(error))? {
            starts.resize(place as usize + 1, shown);
            let before = given;
            given += group.len() as u64;
            order_for_display(&mut group, tags);
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
            if before / BuildProgress::INTERVAL_NAMES != given / BuildProgress::INTERVAL_NAMES {
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

    /// Writes names in the order of their keys, with their spellings, and the keys of each space.
    pub(super) fn write_names(
        &mut self,
        by_key: NamesByKey,
        total: u32,
        sections: &mut Sections,
    ) -> Result<()> {
        let mut sorted = by_key.sorted().map_err(|error| self.io(error))?;
        let mut place_names = vec![0u32; total as usize];
        let mut importances = Vec::with_capacity(completion::levels_len(total as usize));
        let mut keys = SortedKeys::default();
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
                    push_code(&name.text, &mut bytes);
                    sections.push(Section::Texts, &bytes)?;
                    if texts_of_key.len() < MAX_TEXTS_COMPARED {
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
            sections.push(Section::Names, &written.to_bytes())?;
            place_names[name.shown as usize] = number;
            importances.push(self.importances[name.place as usize]);
            number += 1;
            last = name;
            if u64::from(number).is_multiple_of(BuildProgress::INTERVAL_NAMES) {
                let (done, total) = (number.into(), total.into());
                (self.progress)(BuildProgress {
                    step: "writing names",
                    done,
                    total,
                });
            }
        }
        self.write_keys(last.space, keys, sections)?;
        if sections.len(Section::Texts) > NameRecord::MAX_TEXT_BYTES {
            return Err(too_many("letters of names"));
        }
        for number in place_names {
            sections.push(Section::PlaceNames, &number.to_le_bytes())?;
        }
        completion::push_levels(&mut importances);
        sections.push(Section::Importances, &importances)?;
        // Empty key spaces are dictionaries too.
        for space in KeySpace::ALL {
            if sections.len(Section::Forward(space)) == 0 {
                self.write_keys(space as u8, SortedKeys::default(), sections)?;
            }
        }
        Ok(())
    }

    /// Writes the dictionary of a key space.
    fn write_keys(&mut self, space: u8, keys: SortedKeys, sections: &mut Sections) -> Result<()> {
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
        sections.push(Section::Forward(space), &forward)?;
        sections.push(Section::Backward(space), &backward)
    }
}

/// Maximum number of spellings of one key that a further name is compared with, to share its
/// text.
const MAX_TEXTS_COMPARED: usize = 64;

/// The keys of one space, in order, each with the number of the first name that has it.
#[derive(Default)]
pub(super) struct SortedKeys {
    bytes: Vec<u8>,
    /// Where each key ends, and its number.
    entries: Vec<(usize, u32)>,
}

impl SortedKeys {
    pub fn add(&mut self, key: &[u8], number: u32) {
        self.bytes.extend_from_slice(key);
        self.entries.push((self.bytes.len(), number));
    }

    pub fn iter(&self) -> impl Iterator<Item = (&[u8], u64)> {
        let mut start = 0;
        self.entries.iter().map(move |&(end, number)| {
            let key = &self.bytes[start..end];
            start = end;
            (key, number.into())
        })
    }
}
