//! Names on their way into an index: kept as they come, then brought into the order of places,
//! where the names of one place are compared, and from there into the order of keys.

use crate::index::draft::{Drafts, Tag};
use crate::index::format::record::PackedId;
use crate::index::sorter::{Sorted, Sorter};
use crate::index::spool::{Spool, read_record, write_record};
use crate::key::{KeySpace, fold_into};
use crate::model::language::Language;
use crate::model::name::Name;
use crate::text::normalize::normalize;
use std::collections::HashMap;
use std::io;
use std::path::Path;

/// All names that were given, one after the other.
#[derive(Debug)]
pub(super) struct GivenNames {
    spool: Spool,
    record: Vec<u8>,
    count: u64,
}

impl GivenNames {
    pub fn new(folder: &Path) -> GivenNames {
        GivenNames {
            spool: Spool::new(folder),
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
        let source = drafts.sources.number(name.source.as_str());
        let tag = drafts.tags.number(&(name.language, name.kind, source));
        self.record.clear();
        self.record.extend(place.to_bytes());
        self.record.push(layer);
        self.record.extend(tag.to_le_bytes());
        self.record.extend(name.text.as_bytes());
        self.count += 1;
        write_record(&mut self.spool, &self.record).map_err(AddError::Io)
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
    ) -> crate::error::Result<ByPlace> {
        let io = |error| crate::index::spool::scratch_error(folder, error);
        let (_, tags) = drafts.tags.sorted();
        let mut sorter = Sorter::new(folder);
        let mut given = self.spool.read().map_err(io)?;
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
            if layer > 0 && withdrawn.takes(place, text, language) {
                continue;
            }
            sorted.clear();
            sorted.extend(place.to_be_bytes());
            sorted.push(layer);
            sorted.extend(tags[tag as usize].to_be_bytes());
            sorted.extend(text);
            sorter.push(&sorted).map_err(io)?;
        }
        Ok(ByPlace {
            sorted: sorter.sorted().map_err(io)?,
            ahead: None,
        })
    }
}

/// Names to be left out, by place and spelling.
#[derive(Debug, Default)]
pub(super) struct Withdrawn(HashMap<(u32, String), Vec<Withdrawal>>);

#[derive(Debug)]
struct Withdrawal {
    /// In this language, or in all.
    language: Option<Language>,
    /// Whether there was such a name.
    found: bool,
}

impl Withdrawn {
    /// A name of a place is to be left out, in one language or in all.
    pub fn add(&mut self, place: u32, text: String, language: Option<Language>) {
        let withdrawal = Withdrawal {
            language,
            found: false,
        };
        self.0.entry((place, text)).or_default().push(withdrawal);
    }

    /// Whether a name is to be left out.
    fn takes(&mut self, place: u32, text: &[u8], language: Language) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let key = (place, String::from_utf8_lossy(text).into_owned());
        let mut takes = false;
        for withdrawal in self.0.get_mut(&key).into_iter().flatten() {
            if withdrawal
                .language
                .is_none_or(|wanted| language.is_within(wanted))
            {
                withdrawal.found = true;
                takes = true;
            }
        }
        takes
    }

    /// Whether there was such a name.
    pub fn was_found(&self, place: u32, text: &str, language: Option<Language>) -> bool {
        let mut all = self.0.get(&(place, text.to_owned())).into_iter().flatten();
        all.any(|withdrawal| withdrawal.language == language && withdrawal.found)
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
pub(super) struct Named {
    pub layer: u8,
    /// Position among the tags in order.
    pub tag: u32,
    pub text: String,
}

/// Names, the places' one after the other.
#[derive(Debug)]
pub(super) struct ByPlace {
    sorted: Sorted,
    ahead: Option<(u32, Named)>,
}

impl ByPlace {
    /// Reads the names of the next place that has any, over what is in `names`; its number.
    pub fn next(&mut self, names: &mut Vec<Named>) -> io::Result<Option<u32>> {
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

fn parse(record: &[u8]) -> io::Result<(u32, Named)> {
    let (head, text) = record
        .split_first_chunk::<9>()
        .ok_or(io::ErrorKind::InvalidData)?;
    let [a, b, c, d, layer, tag @ ..] = *head;
    let text = String::from_utf8(text.to_vec()).map_err(|_| io::ErrorKind::InvalidData)?;
    let named = Named {
        layer,
        tag: u32::from_be_bytes(tag),
        text,
    };
    Ok((u32::from_be_bytes([a, b, c, d]), named))
}

/// Leaves one of each spelling and language, that of the most trusted gazetteer and then of the
/// best kind, and puts names in the order in which they are shown.
pub(super) fn show(names: &mut Vec<Named>, tags: &[&Tag]) {
    let tag = |name: &Named| tags[name.tag as usize];
    names.sort_by(|a, b| {
        let order = |name: &Named| (tag(name).0, name.layer, tag(name).1, tag(name).2);
        (&a.text, order(a)).cmp(&(&b.text, order(b)))
    });
    names.dedup_by(|b, a| a.text == b.text && tag(a).0 == tag(b).0);
    names.sort_by(|a, b| {
        let order = |name: &Named| (tag(name).1, tag(name).0);
        (order(a), &a.text).cmp(&(order(b), &b.text))
    });
}

/// Names in the order of keys.
#[derive(Debug)]
pub(super) struct ByKey(Sorter);

/// A name with its key. Names without one come last.
#[derive(Debug, Default)]
pub(super) struct KeyedName {
    pub space: u8,
    pub key: Vec<u8>,
    /// Position among all names in the order of places and of showing them.
    pub shown: u32,
    pub place: u32,
    pub tag: u32,
    pub text: String,
}

/// Stands for the key space of names without a key.
pub(super) const NO_SPACE: u8 = KeySpace::ALL.len() as u8;

impl ByKey {
    pub fn new(folder: &Path) -> ByKey {
        ByKey(Sorter::new(folder))
    }

    /// Adds a name; `shown` is its position in the order of places and of showing them.
    pub fn add(
        &mut self,
        place: u32,
        shown: u32,
        name: &Named,
        record: &mut Vec<u8>,
    ) -> io::Result<()> {
        let mut key = Vec::new();
        let space = fold_into(normalize(&name.text).letters(), &mut key);
        record.clear();
        record.push(if key.is_empty() {
            NO_SPACE
        } else {
            space as u8
        });
        record.extend(&key);
        // No letter of a key is a zero, so a key stands before all that it begins.
        record.push(0);
        record.extend(shown.to_be_bytes());
        record.extend(place.to_be_bytes());
        record.extend(name.tag.to_be_bytes());
        record.extend(name.text.as_bytes());
        self.0.push(record)
    }

    pub fn sorted(self) -> io::Result<Sorted> {
        self.0.sorted()
    }
}

impl KeyedName {
    /// Reads a record of [`ByKey`].
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
