//! Names on their way into an index: written to a spill file as they come, then sorted by place,
//! where the names of one place are compared, and from there sorted by key.

use crate::index::build::corrected::Withdrawn;
use crate::index::build::draft::{Drafts, Tag};
use crate::index::build::sorter::{SortedRecords, Sorter};
use crate::index::build::spill::{SpillFile, read_record, scratch_error, write_record};
use crate::index::format::record::PackedId;
use crate::key::{KeySpace, fold_into};
use crate::model::name::Name;
use crate::text::normalize::normalize;
use std::io;
use std::path::Path;

/// All names that were given, one after the other.
#[derive(Debug)]
pub(super) struct GivenNames {
    spill: SpillFile,
    record: Vec<u8>,
    count: u64,
}

impl GivenNames {
    pub fn new(folder: &Path) -> GivenNames {
        GivenNames {
            spill: SpillFile::new(folder),
            record: Vec::new(),
            count: 0,
        }
    }

    /// Number of names.
    pub fn len(&self) -> u64 {
        self.count
    }

    /// Keeps a name of a gazetteer.
    pub fn add(&mut self, drafts: &mut Drafts, name: &Name, layer: u8) -> Result<(), AddError> {
        if name.text.contains('\0') {
            return Err(AddError::Name(format!(
                "{} has a name with a zero byte",
                name.place
            )));
        }
        if name.text.len() > Name::MAX_LEN || name.source.len() > Name::MAX_LEN {
            return Err(AddError::Name(format!(
                "{} has a name that is longer, or whose source is, than {} bytes",
                name.place,
                Name::MAX_LEN
            )));
        }
        let place = drafts.pack(&name.place).map_err(AddError::Name)?;
        let source = drafts.sources.intern(name.source.as_str());
        let tag = drafts.tags.intern(&(name.language, name.kind, source));
        self.record.clear();
        self.record.extend(place.to_bytes());
        self.record.push(layer);
        self.record.extend(tag.to_le_bytes());
        self.record.extend(name.text.as_bytes());
        self.count += 1;
        write_record(&mut self.spill, &self.record).map_err(AddError::Io)
    }

    /// The names in the order of their places, which `place_of` finds by their ids.
    pub fn by_place(
        self,
        drafts: &Drafts,
        folder: &Path,
        place_of: impl Fn(PackedId) -> (PackedId, Option<u32>),
        mut missing: impl FnMut(PackedId, u8, &[u8]) -> crate::error::Result<()>,
        mut step: impl FnMut(),
        withdrawn: &mut Withdrawn,
    ) -> crate::error::Result<NamesByPlace> {
        let io = |error| scratch_error(folder, error);
        let (_, tags) = drafts.tags.sorted();
        let mut sorter = Sorter::new(folder);
        let mut given = self.spill.read().map_err(io)?;
        let (mut record, mut sorted) = (Vec::new(), Vec::new());
        while read_record(&mut given, &mut record).map_err(io)? {
            step();
            let (id, place) = place_of(PackedId::read(&record));
            let (layer, text) = (record[8], &record[13..]);
            let Some(place) = place else {
                missing(id, layer, text)?;
                continue;
            };
            let tag = u32::from_le_bytes([record[9], record[10], record[11], record[12]]);
            let language = drafts.tags.get(tag).0;
            if layer > 0 && withdrawn.contains(place, text, language) {
                continue;
            }
            sorted.clear();
            sorted.extend(place.to_be_bytes());
            sorted.push(layer);
            sorted.extend(tags[tag as usize].to_be_bytes());
            sorted.extend(text);
            sorter.push(&sorted).map_err(io)?;
        }
        Ok(NamesByPlace {
            sorted: sorter.sorted().map_err(io)?,
            ahead: None,
        })
    }
}

/// Why a name could not be kept.
#[derive(Debug)]
pub(super) enum AddError {
    Name(String),
    Io(io::Error),
}

/// A name of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlaceName {
    pub layer: u8,
    /// Position among the tags in order.
    pub tag: u32,
    pub text: String,
}

/// Names in the order of places.
#[derive(Debug)]
pub(super) struct NamesByPlace {
    sorted: SortedRecords,
    ahead: Option<(u32, PlaceName)>,
}

impl NamesByPlace {
    /// Reads the names of the next place that has any, over what is in `names`; its number.
    pub fn next(&mut self, names: &mut Vec<PlaceName>) -> io::Result<Option<u32>> {
        names.clear();
        let mut place = None;
        if let Some((number, name)) = self.ahead.take() {
            place = Some(number);
            names.push(name);
        }
        let mut record = Vec::new();
        while self.sorted.next(&mut record)? {
            let (number, name) = parse(&record)?;
            if *place.get_or_insert(number) != number {
                self.ahead = Some((number, name));
                break;
            }
            names.push(name);
        }
        Ok(place)
    }
}

fn parse(record: &[u8]) -> io::Result<(u32, PlaceName)> {
    let (head, text) = record
        .split_first_chunk::<9>()
        .ok_or(io::ErrorKind::InvalidData)?;
    let [a, b, c, d, layer, tag @ ..] = *head;
    let text = String::from_utf8(text.to_vec()).map_err(|_| io::ErrorKind::InvalidData)?;
    let named = PlaceName {
        layer,
        tag: u32::from_be_bytes(tag),
        text,
    };
    Ok((u32::from_be_bytes([a, b, c, d]), named))
}

/// Leaves one name of each spelling and language, that of the most trusted gazetteer and then of
/// the best kind, and sorts names in display order: by kind, language and spelling.
pub(super) fn order_for_display(names: &mut Vec<PlaceName>, tags: &[&Tag]) {
    let tag = |name: &PlaceName| tags[name.tag as usize];
    names.sort_by(|a, b| {
        let order = |name: &PlaceName| (tag(name).0, name.layer, tag(name).1, tag(name).2);
        (&a.text, order(a)).cmp(&(&b.text, order(b)))
    });
    names.dedup_by(|b, a| a.text == b.text && tag(a).0 == tag(b).0);
    names.sort_by(|a, b| {
        let order = |name: &PlaceName| (tag(name).1, tag(name).0);
        (order(a), &a.text).cmp(&(order(b), &b.text))
    });
}

/// Names on their way into the order of keys.
#[derive(Debug)]
pub(super) struct NamesByKey(Sorter);

/// A name with its key. Names without one come last.
#[derive(Debug, Default)]
pub(super) struct KeyedName {
    pub space: u8,
    pub key: Vec<u8>,
    /// Position among all names by place and display order.
    pub shown: u32,
    pub place: u32,
    pub tag: u32,
    pub text: String,
}

/// Stands for the key space of names without a key.
pub(super) const NO_SPACE: u8 = KeySpace::ALL.len() as u8;

/// The key space of a name and its key there.
pub(super) fn keyed(text: &str) -> (u8, Vec<u8>) {
    let mut key = Vec::new();
    let space = fold_into(normalize(text).letters(), &mut key);
    match key.is_empty() {
        true => (NO_SPACE, key),
        false => (space as u8, key),
    }
}

impl NamesByKey {
    pub fn new(folder: &Path) -> NamesByKey {
        NamesByKey(Sorter::new(folder))
    }

    /// Adds a name with its key; `shown` is its position by place and display order.
    pub fn add(
        &mut self,
        place: u32,
        shown: u32,
        name: &PlaceName,
        (space, key): &(u8, Vec<u8>),
        record: &mut Vec<u8>,
    ) -> io::Result<()> {
        record.clear();
        record.push(*space);
        record.extend(key);
        // No letter of a key is a zero, so a key sorts before all that it is a prefix of.
        record.push(0);
        record.extend(shown.to_be_bytes());
        record.extend(place.to_be_bytes());
        record.extend(name.tag.to_be_bytes());
        record.extend(name.text.as_bytes());
        self.0.push(record)
    }

    pub fn sorted(self) -> io::Result<SortedRecords> {
        self.0.sorted()
    }
}

impl KeyedName {
    /// Reads a record of [`NamesByKey`].
    pub fn read(record: &[u8]) -> Option<KeyedName> {
        let (space, rest) = record.split_first()?;
        let end = rest.iter().position(|byte| *byte == 0)?;
        let (key, rest) = (&rest[..end], &rest[end + 1..]);
        let number = |at: usize| {
            rest.get(at..)?
                .first_chunk()
                .map(|bytes| u32::from_be_bytes(*bytes))
        };
        Some(KeyedName {
            space: *space,
            key: key.to_vec(),
            shown: number(0)?,
            place: number(4)?,
            tag: number(8)?,
            text: String::from_utf8(rest.get(12..)?.to_vec()).ok()?,
        })
    }
}
