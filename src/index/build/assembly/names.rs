//! The sections of names: their records and spellings, the keys of each key space, and the order
//! in which the names of a place are shown.

use crate::error::{Error, Result};
use crate::fuzzy::Dictionary;
use crate::index::build::assembly::{Assembly, too_many};
use crate::index::build::draft::Tag;
use crate::index::build::names::{
    KeyedName, NO_SPACE, NamesByKey, NamesByPlace, PlaceName, keyed, order_for_display,
};
use crate::index::build::parallel;
use crate::index::build::phonetic_keys::PhoneticKeySorter;
use crate::index::build::report::BuildProgress;
use crate::index::build::sections::Sections;
use crate::index::build::sorter::SortedRecords;
use crate::index::build::spill::scratch_error;
use crate::index::completion;
use crate::index::format::Section;
use crate::index::format::record::NameRecord;
use crate::index::format::text::push_text;
use crate::index::phonetic_keys::{MAX_NAMES, keys_of_place};
use crate::key::KeySpace;
use crate::phonetic::phonetic_key::PhoneticKey;
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
        let mut record = Vec::new();
        let (folder, importances) = (self.folder, &self.importances);
        let next = || next_places(&mut by_place).map_err(|error| scratch_error(folder, error));
        let work = |places: Vec<GivenNames>| -> Vec<PlaceInOrder> {
            let places = places.into_iter();
            places
                .map(|(place, names)| PlaceInOrder::of(place, names, tags))
                .collect()
        };
        let consume = |places: Vec<PlaceInOrder>| {
            let before = given;
            for place in places {
                starts.resize(place.number as usize + 1, shown);
                given += place.given;
                phonetic_keys
                    .add(&place.sounds, shown, importances[place.number as usize])
                    .map_err(|error| scratch_error(folder, error))?;
                for (name, key) in place.names.iter().zip(&place.keys) {
                    by_key
                        .add(place.number, shown, name, key, &mut record)
                        .map_err(|error| scratch_error(folder, error))?;
                    shown = (shown + 1 < MAX_NAMES)
                        .then_some(shown + 1)
                        .ok_or_else(|| too_many("names"))?;
                }
                starts.push(shown);
            }
            if before / BuildProgress::INTERVAL_NAMES != given / BuildProgress::INTERVAL_NAMES {
                (self.progress)(BuildProgress {
                    step: "keying names",
                    done: given,
                    total: names,
                });
            }
            Ok(())
        };
        parallel::pipeline(next, work, consume)?;
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
        let mut number = 0u32;
        let folder = self.folder;
        let next = || next_names(&mut sorted).map_err(|error| scratch_error(folder, error));
        let consume = |names: Vec<(KeyedName, Option<Vec<u8>>)>| {
            for (name, bytes) in names {
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
                        let bytes = bytes.unwrap_or_else(|| text_of(&name));
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
            Ok(())
        };
        parallel::pipeline(next, with_texts, consume)?;
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
        let dictionary = Dictionary::build(space, keys.iter()).map_err(Error::dictionary)?;
        drop(keys);
        let (forward, backward) = dictionary.into_parts();
        sections.push(Section::Forward(space), &forward)?;
        sections.push(Section::Backward(space), &backward)
    }
}

/// A place, with its names in display order.
struct PlaceInOrder {
    number: u32,
    /// How many names were given for it.
    given: u64,
    names: Vec<PlaceName>,
    /// The key space and the key of each name.
    keys: Vec<(u8, Vec<u8>)>,
    /// The phonetic keys that it is found by, each with which name has it.
    sounds: Vec<(PhoneticKey, u32)>,
}

impl PlaceInOrder {
    fn of(number: u32, mut names: Vec<PlaceName>, tags: &[&Tag]) -> PlaceInOrder {
        let given = names.len() as u64;
        order_for_display(&mut names, tags);
        let of_kinds = names
            .iter()
            .map(|name| (name.text.as_str(), tags[name.tag as usize].1));
        PlaceInOrder {
            number,
            given,
            sounds: keys_of_place(of_kinds),
            keys: names.iter().map(|name| keyed(&name.text)).collect(),
            names,
        }
    }
}

/// A place and the names that were given for it.
type GivenNames = (u32, Vec<PlaceName>);

/// The next places that have names.
fn next_places(by_place: &mut NamesByPlace) -> io::Result<Option<Vec<GivenNames>>> {
    let mut places = Vec::new();
    let (mut count, mut names) = (0, Vec::new());
    while count < BATCH
        && let Some(place) = by_place.next(&mut names)?
    {
        count += names.len();
        places.push((place, std::mem::take(&mut names)));
    }
    Ok((!places.is_empty()).then_some(places))
}

/// The next names in the order of their keys.
fn next_names(sorted: &mut SortedRecords) -> io::Result<Option<Vec<KeyedName>>> {
    let mut names = Vec::new();
    let mut record = Vec::new();
    while names.len() < BATCH && sorted.next(&mut record)? {
        names.push(KeyedName::read(&record).ok_or(io::ErrorKind::InvalidData)?);
    }
    Ok((!names.is_empty()).then_some(names))
}

/// Names with what stands of them among the texts, but where the name right before is spelled the same.
fn with_texts(names: Vec<KeyedName>) -> Vec<(KeyedName, Option<Vec<u8>>)> {
    let mut with_texts: Vec<(KeyedName, Option<Vec<u8>>)> = Vec::with_capacity(names.len());
    for name in names {
        let last = with_texts.last();
        let is_new = last.is_none_or(|(last, _)| last.text != name.text);
        let text = is_new.then(|| text_of(&name));
        with_texts.push((name, text));
    }
    with_texts
}

/// The spelling of a name and its sound code, as they stand among the texts.
fn text_of(name: &KeyedName) -> Vec<u8> {
    let mut bytes = Vec::new();
    push_text(&mut bytes, &name.text);
    push_code(&name.text, &mut bytes);
    bytes
}

/// Names that a thread works on before others are handed on.
const BATCH: usize = 4096;

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
