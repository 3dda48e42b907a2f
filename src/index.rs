//! The index: gazetteers come in, places and their names go out, found by keys, by prefixes and by
//! phonetic keys. In between it is bytes, in memory or in a file (decision 11 of the design).
//!
//! Two kinds of number run through it, and both are needed: a *name number* stands for one
//! spelling of one place, a *place number* for the place. A key leads to name numbers, each
//! name to its place, and a place back to all its names.
//!
//! Names are numbered in the order of their keys, so the names of one key are neighbors and
//! the dictionary stores only the first one's number. Places are numbered in the order of
//! their canonical ids, so an id leads to its place by binary search.
//!
//! Nothing is unpacked when an index is opened: every answer is read where it lies, and what is
//! read is never trusted.
//!
//! - [`format`]: the index file, its sections and their records; [`bytes`]: where they lie,
//! - [`place_ref`], [`name_ref`]: places and names as a search hands them out; [`completion`]: names by a prefix;
//!   [`spellings`]: all keys in their order; [`phonetic_keys`] and [`sounding`]: names by their sound; [`importance`]: what they are ordered by,
//! - [`points`]: which places are neighbors; [`nearest`]: those nearest to a point,
//! - [`verify`]: the check of a whole index,
//! - [`build`]: how an index is made.
//!
//! # Walks and their bounds
//! In a damaged file anything may lead anywhere. These are all the walks over its bytes, and the
//! bound of each, whatever the bytes are; a whole index stays far below them. Where
//! lengths are named they are those of a section, which the length of the file vouches for.
//!
//! | walk | bound |
//! |---|---|
//! | header and table (`format`) | a fixed number of bytes; sections follow each other up to the end of the file |
//! | a place by its id (`find_id`) | the binary logarithm of the number of records |
//! | a text (`format::text`) | a length of five bytes, then at most [`Name::MAX_LEN`] bytes |
//! | what stands behind a text (`phonetic::sound::code`) | seven rows of letters of 127 bytes at most, and 255 senses |
//! | a key, a word of a text, a prefix (`Cursor::step`, `follow`) | the letters of what is looked for |
//! | the first and last key of a prefix (`completion`) | 65,536 steps, and the length of the keys: a step leads to a smaller address |
//! | keys within some edits, in a tree (`fuzzy::tree::search`) | half as many nodes as there are bytes, each on the list once |
//! | the same in an `fst` map, or by prefix (`fuzzy::fst_map`) | `FstMap::max_visits` bytes of keys stepped over: 64 for each byte of the section, and four million; of these no more than some thousand a letter are in memory |
//! | all keys in their order (`spellings`) | likewise, 65,536 bytes each, and as many as there are names |
//! | phonetic keys (`phonetic_key::walk`) | 60,000 visits, 12 consonants deep |
//! | the names of a key (`names_from`) | the number of names |
//! | the names of all keys that a search finds ([`NamesOfKeys`]) | the number of names, altogether |
//! | the names of a phonetic key | the length of their section; a search takes at most 20,000 of all keys together |
//! | completions | each block of 64 names once |
//! | the places nearest to a point (`nearest`) | each box of the tree of points once, and each point once: where a box's children are follows from its position |
//! | parents of a place | 64 |
//! | other ids and names of a place | the length of their section |
//! | `verify` | as many names as there are, and the logarithm of the names of their phonetic keys |
//! | a gazetteer out of an index (`to_gazetteer`) | the number of places, of names and of other ids |

#[cfg(feature = "build")]
pub(crate) mod build;
pub(crate) mod bytes;
pub(crate) mod completion;
#[cfg_attr(
    not(feature = "build"),
    allow(dead_code, reason = "what writes a record stands beside what reads it")
)]
pub(crate) mod format;
pub(crate) mod importance;
pub(crate) mod name_ref;
pub(crate) mod nearest;
pub(crate) mod phonetic_keys;
pub(crate) mod place_ref;
pub(crate) mod points;
pub(crate) mod sounding;
pub(crate) mod spellings;
pub(crate) mod summary;
#[cfg(all(test, feature = "build"))]
mod tests;
pub(crate) mod verify;

#[cfg(feature = "build")]
pub use crate::index::build::builder::IndexBuilder;
#[cfg(feature = "build")]
pub use crate::index::build::report::{BuildProgress, BuildReport};
pub use crate::index::name_ref::NameRef;
pub use crate::index::nearest::{NearbyPlace, NearbyRecord};
pub use crate::index::place_ref::PlaceRef;
pub use crate::index::spellings::{Spelling, Spellings};
pub use crate::index::summary::PlaceSummary;

use crate::error::{Error, Result};
use crate::fuzzy::Keys;
use crate::gazetteer::Gazetteer;
use crate::index::bytes::Bytes;
use crate::index::format::record;
use crate::index::format::record::{ConcordanceRecord, NameRecord, PackedId, PlaceRecord};
use crate::index::format::{Layout, Section, text};
use crate::key::{Key, KeySpace};
use crate::model::name::Name;
use crate::model::place_id::PlaceId;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::path::Path;

/// A searchable gazetteer. Built by [`IndexBuilder`]; read by a
/// [`Resolver`](crate::Resolver).
///
/// An index is bytes, in memory or in a file, and is used where they lie: opening one reads
/// its header and table of sections, however large it is. Bytes that are damaged past the
/// header give fewer answers or wrong ones, but never a panic, nor a search without end;
/// [`Index::verify`] finds any damage.
///
/// ```
/// # #[cfg(feature = "build")] {
/// use toponym::{Coordinates, Gazetteer, Index, IndexBuilder, Name, NameKind, Place};
///
/// let depot = Place::new("acme:depot".parse()?, Coordinates::new(40.1, 44.5)?);
/// let name = Name::new(depot.id.clone(), "North Depot", "en".parse()?, NameKind::Preferred);
/// let gazetteer = Gazetteer { places: vec![depot], names: vec![name] };
/// let bytes = IndexBuilder::new().add_gazetteer(gazetteer).build()?.as_bytes().to_vec();
///
/// let index = Index::from_bytes(bytes)?;
/// assert_eq!(index.places().next().unwrap().name(), "North Depot");
/// # }
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Debug)]
pub struct Index {
    bytes: Bytes,
    layout: Layout,
}

/// Position of a place in the index.
pub(crate) type PlaceNumber = u32;

/// Position of a name in the index.
pub(crate) type NameNumber = u32;

/// Reads the names of many keys: altogether no more than there are, though in a damaged index many
/// keys could lead to the same long row of names.
pub(crate) struct NamesOfKeys<'i> {
    index: &'i Index,
    left: usize,
}

impl<'i> NamesOfKeys<'i> {
    /// The names of a key.
    pub fn of_key(&mut self, key: &Key) -> impl Iterator<Item = NameRef<'i>> {
        let first = self.index.keys(key.space()).get(key.as_bytes());
        let names = first.map(|first| self.of_value(first));
        names.into_iter().flatten()
    }

    /// The names of a key, from the value that a dictionary stores with it.
    pub fn of_value(&mut self, first: u64) -> impl Iterator<Item = NameRef<'i>> {
        let NamesOfKeys { index, left } = self;
        index.names_from(first).take_while(|_| {
            let more = left.checked_sub(1);
            *left = more.unwrap_or(0);
            more.is_some()
        })
    }
}

impl Index {
    /// The index in these bytes: a `Vec<u8>`, or a `&'static [u8]` such as `include_bytes!`
    /// gives. Reads the header and the table of sections only.
    ///
    /// # Errors
    /// If the bytes are not those of an index, of another version of the format or of other
    /// rules of folding, or not all there.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Index> {
        Index::new(bytes.into().into()).map_err(|fault| Error::index(None, fault))
    }

    /// Reads an index file into memory. A file that is not an index is refused by its first
    /// bytes, before the rest is read.
    ///
    /// # Errors
    /// As [`Index::from_bytes`], and if the file cannot be read.
    pub fn open(path: impl AsRef<Path>) -> Result<Index> {
        bytes::open(path.as_ref())
    }

    /// Maps an index file into memory: it is ready at once, its pages are read when they are
    /// first needed, and all processes that map it share them.
    ///
    /// **A mapped file must not be overwritten or cut in place**, by `cp` or a download, for
    /// instance: the system then kills the process when it next reads a page that is gone, or it
    /// reads a mixture of both files. The safe way is to write the new file beside the old one, on
    /// the same disk, and to rename it: whoever has the old one mapped keeps it until it is closed.
    /// [`IndexBuilder::write`], and so the command `toponym index build`, does just that. Where others
    /// cannot be trusted to do so, [`Index::open`] reads the file into memory.
    ///
    /// # Errors
    /// As [`Index::open`].
    #[cfg(feature = "mmap")]
    pub fn open_mmap(path: impl AsRef<Path>) -> Result<Index> {
        bytes::open_mmap(path.as_ref())
    }

    /// The bytes of the index, to be kept in a file or sent.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_slice()
    }

    /// Reads the whole index and checks it: the checksum of every section, and that whatever one
    /// record says of another is so.
    ///
    /// # Errors
    /// If anything in it is not as it was written.
    pub fn verify(&self) -> Result<()> {
        verify::verify(self)
            .map_err(|what| Error::index(None, crate::error::IndexFault::Damaged { what }))
    }

    fn new(bytes: Bytes) -> Result<Index, crate::error::IndexFault> {
        let slice = bytes.as_slice();
        let layout = Layout::read(
            &slice[..slice.len().min(format::HEAD_BYTES)],
            slice.len() as u64,
        )?;
        Ok(Index { bytes, layout })
    }

    /// The place with this id, canonical or not.
    pub fn place(&self, id: &PlaceId) -> Option<PlaceRef<'_>> {
        let places = self.section(Section::Places);
        let concordances = self.section(Section::Concordances);
        let number = match self.find_id::<{ PlaceRecord::LEN }>(places, id) {
            Some(number) => number,
            None => {
                let found = self.find_id::<{ ConcordanceRecord::LEN }>(concordances, id)?;
                ConcordanceRecord::read(record::record(concordances, found as usize)?).place
            }
        };
        ((number as usize) < self.place_count()).then_some(PlaceRef::new(self, number))
    }

    /// All places, ordered by canonical id.
    pub fn places(&self) -> impl ExactSizeIterator<Item = PlaceRef<'_>> {
        (0..self.place_count()).map(|number| PlaceRef::new(self, number as PlaceNumber))
    }

    /// All places and names, to be looked through or built into another index; it takes many
    /// times the memory of the index.
    pub fn to_gazetteer(&self) -> Gazetteer {
        // In a damaged index each place could have all ids and all names.
        let mut ids_left = self.section(Section::SameAs).len() / size_of::<u32>();
        let places = self.places().map(|place| {
            let same_as: Vec<PlaceId> = place.same_as().take(ids_left).collect();
            ids_left -= same_as.len();
            place.to_place_with(same_as)
        });
        let names = self.places().flat_map(PlaceRef::names);
        Gazetteer {
            places: places.collect(),
            names: names.take(self.name_count()).map(Name::from).collect(),
        }
    }

    /// The checksum of the index: of its header and of the table of its sections' checksums.
    #[cfg(feature = "embedded")]
    pub(crate) fn checksum(&self) -> u32 {
        format::file_checksum(self.as_bytes())
    }

    /// Number of names.
    pub fn name_count(&self) -> usize {
        self.section(Section::Names).len() / NameRecord::LEN
    }

    fn place_count(&self) -> usize {
        self.section(Section::Places).len() / PlaceRecord::LEN
    }

    /// The name of this number.
    pub(crate) fn name(&self, number: NameNumber) -> NameRef<'_> {
        NameRef::new(self, number)
    }

    /// How much the place of a name is talked about, 0 to 100.
    pub(crate) fn importance(&self, name: NameRef<'_>) -> u8 {
        let importances = self.section(Section::Importances);
        importances
            .get(name.number() as usize)
            .copied()
            .unwrap_or(0)
    }

    /// The names with exactly this key.
    pub(crate) fn names_of_key(&self, key: &Key) -> impl Iterator<Item = NameRef<'_>> {
        let first = self.keys(key.space()).get(key.as_bytes());
        first.into_iter().flat_map(|first| self.names_from(first))
    }

    /// The names of one key, from the value that a dictionary stores with it.
    pub(crate) fn names_from(&self, first: u64) -> impl Iterator<Item = NameRef<'_>> {
        let first = NameNumber::try_from(first).unwrap_or(NameNumber::MAX);
        let (names, places) = (self.name_count(), self.place_count());
        (first..NameNumber::MAX)
            .take_while(move |&number| (number as usize) < names)
            .map(|number| (number, self.name_record(number)))
            .take_while(move |(number, record)| *number == first || record.continues)
            .filter(move |(_, record)| (record.place as usize) < places)
            .map(|(number, _)| NameRef::new(self, number))
    }

    /// Whether a key may have more names than so many, from the value that a dictionary stores with it: if not, it has
    /// no more.
    pub(crate) fn may_have_more_names(&self, first: u64, names: usize) -> bool {
        let number = NameNumber::try_from(first.saturating_add(names as u64));
        number.is_ok_and(|number| self.name_record(number).continues)
    }

    /// A reader of the names of many keys, each to be read once.
    pub(crate) fn names_of_keys(&self) -> NamesOfKeys<'_> {
        NamesOfKeys {
            index: self,
            left: self.name_count(),
        }
    }

    /// The keys of a key space; the value of one is the number of the first name with it.
    pub(crate) fn keys(&self, space: KeySpace) -> Keys<'_> {
        let (forward, backward) = (Section::Forward(space), Section::Backward(space));
        Keys::from_parts(space, self.section(forward), self.section(backward))
    }

    fn section(&self, section: Section) -> &[u8] {
        self.as_bytes()
            .get(self.layout.range(section))
            .unwrap_or_default()
    }

    fn place_record(&self, number: PlaceNumber) -> PlaceRecord {
        record::record(self.section(Section::Places), number as usize)
            .map_or(PlaceRecord::MISSING, PlaceRecord::read)
    }

    fn name_record(&self, number: NameNumber) -> NameRecord {
        record::record(self.section(Section::Names), number as usize)
            .map_or(NameRecord::MISSING, NameRecord::read)
    }

    /// The number of the record that begins with an id, of records that are in the order of ids.
    fn find_id<const LEN: usize>(&self, records: &[u8], id: &PlaceId) -> Option<u32> {
        let slugs = self.section(Section::Slugs);
        let compare = |number| -> Option<Ordering> {
            let found = PackedId::read(record::record::<LEN>(records, number)?);
            Some(match (id.number(), found.slug()) {
                (Ok(number), _) => found.cmp(&PackedId::new(id.authority(), number)?),
                (Err(_), None) => Ordering::Less,
                (Err(wanted), Some(start)) => text::text(slugs, start).cmp(wanted),
            })
        };
        let (mut low, mut high) = (0, records.len() / LEN);
        while low < high {
            let middle = low + (high - low) / 2;
            match compare(middle)? {
                Ordering::Equal => return u32::try_from(middle).ok(),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        None
    }
}
