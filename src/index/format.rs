//! The index file: what lies where. Nothing else in the crate knows an offset.
//!
//! ```text
//! 0    magic                        8 bytes
//! 8    version of the format        u32
//! 12   number of sections           u32
//! 16   hash of the rules            u64
//! 24   length of the whole file     u64
//! 32   checksum (CRC-32) of the header and the table, these four bytes taken for zeros
//! 36   zeros                        4 bytes
//! 40   table: length (u64) and checksum (CRC-32, u32) of each section
//!      the sections, one right after the other, in the order of the table
//! ```
//!
//! All numbers are little-endian and nothing is aligned: records are read byte by byte, so a
//! file may lie anywhere in memory. The records of each section are in [`record`].
//!
//! A file of another version, or of other fold rules, is refused: an index is made from its
//! gazetteers in minutes, and half understood it would give wrong answers. The version is
//! raised whenever the meaning of any byte changes.

pub(crate) mod record;
pub(crate) mod text;

use crate::error::IndexFault;
use crate::key;
use crate::key::KeySpace;
use crate::phonetic::phonetic_key;
use std::ops::Range;
use std::sync::LazyLock;

const MAGIC: [u8; 8] = *b"toponym\x1a";
const VERSION: u32 = 8;

const VERSION_AT: usize = 8;
const SECTIONS_AT: usize = 12;
const RULES_AT: usize = 16;
const LENGTH_AT: usize = 24;
const CHECKSUM_AT: usize = 32;
const TABLE_AT: usize = 40;
const ENTRY_BYTES: usize = 12;

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Where places and names come from: texts that tags and origins point to.
    Sources,
    /// The kinds of feature that occur, in order: [`record::FeatureRecord`].
    Features,
    /// What accuracies and sources of places occur together: [`record::OriginRecord`].
    Origins,
    /// What languages, kinds and sources of names occur together: [`record::TagRecord`].
    Tags,
    /// The ids that are no numbers, as texts in order.
    Slugs,
    /// [`record::PlaceRecord`]s in the order of canonical ids.
    Places,
    /// [`record::ConcordanceRecord`]s, one for each id that is not canonical, in their order.
    Concordances,
    /// For each place in turn its other ids, in order: numbers (u32) of concordances.
    SameAs,
    /// [`record::NameRecord`]s in the order of their keys; those without a key at the end.
    Names,
    /// For each place in turn its names in the order of showing them: numbers (u32) of names.
    PlaceNames,
    /// The spellings: texts that names point to, each with the code that it is compared with by sound
    /// behind it (`phonetic::sound::code`).
    Texts,
    /// For each name the importance of its place, then maxima of them: see `completion`.
    Importances,
    /// The phonetic keys of names: a tree whose values are positions among their postings.
    PhoneticKeys,
    /// The postings of each phonetic key in turn: names that have it, one of each place and the
    /// most important first, as positions (u32) among the names of places, each with the importance (u8). The
    /// last position has the highest bit set.
    PhoneticKeyNames,
    /// [`record::PointRecord`]s, one for each place, in the order of a space-filling curve.
    Points,
    /// [`record::BoxRecord`]s around 8 points each, then around 8 boxes each, and so on to a
    /// single one: see `points`.
    PointBoxes,
    /// The keys of a space: the forward half of a [`Keys`](crate::fuzzy::Keys), an `fst` map.
    Forward(KeySpace),
    /// The same keys reversed: a tree, in [`KeySpace::Other`] an `fst` map.
    Backward(KeySpace),
}

/// Sections before those of the keys.
const PLAIN: [Section; 16] = [
    Section::Sources,
    Section::Features,
    Section::Origins,
    Section::Tags,
    Section::Slugs,
    Section::Places,
    Section::Concordances,
    Section::SameAs,
    Section::Names,
    Section::PlaceNames,
    Section::Texts,
    Section::Importances,
    Section::PhoneticKeys,
    Section::PhoneticKeyNames,
    Section::Points,
    Section::PointBoxes,
];

impl Section {
    /// How many there are.
    pub const COUNT: usize = PLAIN.len() + 2 * KeySpace::ALL.len();

    /// All sections in the order of the file.
    pub fn all() -> impl Iterator<Item = Section> {
        let keys = KeySpace::ALL
            .into_iter()
            .flat_map(|space| [Section::Forward(space), Section::Backward(space)]);
        PLAIN.into_iter().chain(keys)
    }

    /// What an error calls it.
    pub fn describe(self) -> &'static str {
        match self {
            Section::Sources => "the sources",
            Section::Features => "the kinds of feature",
            Section::Origins => "the origins of places",
            Section::Tags => "the tags of names",
            Section::Slugs => "the slugs",
            Section::Places => "the places",
            Section::Concordances => "the concordances",
            Section::SameAs => "the other ids of places",
            Section::Names => "the names",
            Section::PlaceNames => "the names of places",
            Section::Texts => "the spellings",
            Section::Importances => "the importances",
            Section::PhoneticKeys => "the phonetic keys",
            Section::PhoneticKeyNames => "the names of phonetic keys",
            Section::Points => "the points",
            Section::PointBoxes => "the boxes around points",
            Section::Forward(_) => "the keys",
            Section::Backward(_) => "the reversed keys",
        }
    }

    /// Position in the file, from 0.
    pub fn number(self) -> usize {
        match self {
            Section::Sources => 0,
            Section::Features => 1,
            Section::Origins => 2,
            Section::Tags => 3,
            Section::Slugs => 4,
            Section::Places => 5,
            Section::Concordances => 6,
            Section::SameAs => 7,
            Section::Names => 8,
            Section::PlaceNames => 9,
            Section::Texts => 10,
            Section::Importances => 11,
            Section::PhoneticKeys => 12,
            Section::PhoneticKeyNames => 13,
            Section::Points => 14,
            Section::PointBoxes => 15,
            Section::Forward(space) => PLAIN.len() + 2 * space as usize,
            Section::Backward(space) => PLAIN.len() + 2 * space as usize + 1,
        }
    }
}

/// Bytes before the first section.
pub(super) const HEAD_BYTES: usize = TABLE_AT + ENTRY_BYTES * Section::COUNT;

/// Length and checksum of a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SectionEntry {
    pub len: u64,
    pub checksum: u32,
}

/// Where the sections of a file lie.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// Start of each section, and the end of the last.
    starts: [usize; Section::COUNT + 1],
    checksums: [u32; Section::COUNT],
}

impl Layout {
    /// Reads header and table, checking all that they can tell. `head` is the beginning of the
    /// file, [`HEAD_BYTES`] bytes of it if it has so many; `len` is the length of the whole file.
    pub fn read(head: &[u8], len: u64) -> Result<Layout, IndexFault> {
        if len == 0 {
            return Err(IndexFault::Empty);
        }
        if head.get(..MAGIC.len()).is_some_and(|magic| magic != MAGIC)
            || !MAGIC.starts_with(&head[..head.len().min(MAGIC.len())])
        {
            return Err(IndexFault::NotAnIndex);
        }
        let found = len;
        let cut_short = |expected| IndexFault::CutShort { found, expected };
        let version = u32_at(head, VERSION_AT).ok_or(cut_short(HEAD_BYTES as u64))?;
        if version != VERSION {
            return Err(IndexFault::Version {
                found: version,
                expected: VERSION,
            });
        }
        let head = head.get(..HEAD_BYTES).ok_or(cut_short(HEAD_BYTES as u64))?;
        if u32_at(head, SECTIONS_AT) != Some(Section::COUNT as u32)
            || u32_at(head, CHECKSUM_AT) != Some(head_checksum(head))
        {
            return Err(IndexFault::Damaged { what: "its header" });
        }
        if u64_at(head, RULES_AT) != Some(rules_hash()) {
            return Err(IndexFault::Rules);
        }
        let expected = u64_at(head, LENGTH_AT).unwrap_or_default();
        if found < expected {
            return Err(cut_short(expected));
        }
        if found > expected {
            return Err(IndexFault::TooLong { found, expected });
        }
        Layout::of_table(head, expected).ok_or(IndexFault::Damaged {
            what: "its table of sections",
        })
    }

    fn of_table(head: &[u8], len: u64) -> Option<Layout> {
        let mut layout = Layout {
            starts: [HEAD_BYTES; Section::COUNT + 1],
            checksums: [0; Section::COUNT],
        };
        for i in 0..Section::COUNT {
            let at = TABLE_AT + ENTRY_BYTES * i;
            let section = usize::try_from(u64_at(head, at)?).ok()?;
            layout.starts[i + 1] = layout.starts[i].checked_add(section)?;
            layout.checksums[i] = u32_at(head, at + 8)?;
        }
        (u64::try_from(layout.starts[Section::COUNT]).ok()? == len).then_some(layout)
    }

    /// Where a section lies in the file.
    pub fn range(&self, section: Section) -> Range<usize> {
        let number = section.number();
        self.starts[number]..self.starts[number + 1]
    }

    /// The checksum that the bytes of a section should have.
    pub fn checksum(&self, section: Section) -> u32 {
        self.checksums[section.number()]
    }
}

/// The checksum of header and table that a file carries, and so of all of it.
#[cfg(feature = "embedded")]
pub(super) fn file_checksum(bytes: &[u8]) -> u32 {
    u32_at(bytes, CHECKSUM_AT).unwrap_or_default()
}

/// Header and table of a file with these sections.
pub(super) fn head(entries: &[SectionEntry; Section::COUNT]) -> [u8; HEAD_BYTES] {
    let len = HEAD_BYTES as u64 + entries.iter().map(|entry| entry.len).sum::<u64>();
    let mut head = [0; HEAD_BYTES];
    put(&mut head, 0, &MAGIC);
    put(&mut head, VERSION_AT, &VERSION.to_le_bytes());
    put(
        &mut head,
        SECTIONS_AT,
        &(Section::COUNT as u32).to_le_bytes(),
    );
    put(&mut head, RULES_AT, &rules_hash().to_le_bytes());
    put(&mut head, LENGTH_AT, &len.to_le_bytes());
    for (i, entry) in entries.iter().enumerate() {
        put(
            &mut head,
            TABLE_AT + ENTRY_BYTES * i,
            &entry.len.to_le_bytes(),
        );
        put(
            &mut head,
            TABLE_AT + ENTRY_BYTES * i + 8,
            &entry.checksum.to_le_bytes(),
        );
    }
    let checksum = head_checksum(&head);
    put(&mut head, CHECKSUM_AT, &checksum.to_le_bytes());
    head
}

/// A hash of the rules that decide which keys and phonetic keys a name gets. It goes through all letters, once in a
/// program and not with each file that is opened.
fn rules_hash() -> u64 {
    static HASH: LazyLock<u64> = LazyLock::new(|| key::rules_hash() ^ phonetic_key::rules_hash());
    *HASH
}

/// The checksum of some bytes of a section.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes)
}

fn head_checksum(head: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&head[..CHECKSUM_AT]);
    hasher.update(&[0; 4]);
    hasher.update(&head[CHECKSUM_AT + 4..]);
    hasher.finalize()
}

fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
    bytes[at..at + value.len()].copy_from_slice(value);
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// A file as it would be if it had been built with other fold rules.
#[cfg(test)]
pub(super) fn with_other_rules(file: &[u8]) -> Vec<u8> {
    let mut file = file.to_vec();
    file[RULES_AT] ^= 1;
    let checksum = head_checksum(&file[..HEAD_BYTES]);
    put(&mut file, CHECKSUM_AT, &checksum.to_le_bytes());
    file
}

/// What does not hold of a file, as the name of the section that is damaged.
pub(super) fn ensure(holds: bool, what: &'static str) -> Result<(), &'static str> {
    if holds { Ok(()) } else { Err(what) }
}

/// A file in which a section has these bytes, with the right checksums: damage that they do not
/// tell.
#[cfg(test)]
pub(super) fn with_section(file: &[u8], changed: Section, bytes: &[u8]) -> Vec<u8> {
    let layout = Layout::read(&file[..HEAD_BYTES], file.len() as u64).unwrap();
    let sections: Vec<&[u8]> = Section::all()
        .map(|section| match section == changed {
            true => bytes,
            false => &file[layout.range(section)],
        })
        .collect();
    let mut entries = [SectionEntry::default(); Section::COUNT];
    for (entry, section) in entries.iter_mut().zip(&sections) {
        *entry = SectionEntry {
            len: section.len() as u64,
            checksum: checksum(section),
        };
    }
    [head(&entries).to_vec(), sections.concat()].concat()
}
