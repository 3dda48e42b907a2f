//! The records that sections are made of.
//!
//! Reading gives what the bytes say, right or not; where a value must be inside some range,
//! whoever uses it looks. Bytes that are not there read as [`PlaceRecord::MISSING`] or the like.

use crate::index::format::put;
use crate::index::format::text::text;
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::{Feature, FeatureClass};
use crate::model::language::Language;
use crate::model::name::NameKind;
use crate::model::place_id::{Authority, PlaceId};

/// Stands for "none" where a number of a place could stand.
pub(in crate::index) const NONE: u32 = u32::MAX;

/// Most of the numbers that are stored in 40 bits.
const MAX_40: u64 = (1 << 40) - 1;

/// Reads record `number` of a section.
pub(in crate::index) fn record<const LEN: usize>(
    section: &[u8],
    number: usize,
) -> Option<&[u8; LEN]> {
    section.get(number.checked_mul(LEN)?..)?.first_chunk()
}

/// Number `position` of a section of u32.
pub(in crate::index) fn number(section: &[u8], position: usize) -> Option<u32> {
    record(section, position).map(|bytes| u32::from_le_bytes(*bytes))
}

/// An id in 64 bits, ordered as ids are: the authority in the four highest, below it the number,
/// or where the slug begins in the section of slugs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::index) struct PackedId(u64);

impl PackedId {
    /// The largest number that an id may have in an index.
    pub const MAX: u64 = (1 << 60) - 1;

    /// The id of a number or, for [`Authority::Local`], of the start of a slug.
    pub fn new(authority: Authority, number: u64) -> Option<PackedId> {
        (number <= Self::MAX).then_some(PackedId((authority as u64) << 60 | number))
    }

    pub fn read(bytes: &[u8]) -> PackedId {
        PackedId(
            bytes
                .first_chunk()
                .map_or(0, |bytes| u64::from_le_bytes(*bytes)),
        )
    }

    pub fn to_bytes(self) -> [u8; 8] {
        self.0.to_le_bytes()
    }

    /// Where the slug begins, if the id is one.
    pub fn slug(self) -> Option<u64> {
        (self.0 >> 60 >= Authority::Local as u64).then_some(self.0 & Self::MAX)
    }

    /// The same id with another number for its slug, if it has one.
    pub fn map_slug(self, map: impl Fn(u64) -> u64) -> PackedId {
        match self.slug() {
            Some(slug) => PackedId(self.0 - slug + map(slug)),
            None => self,
        }
    }

    /// Whether both come from one authority that numbers places.
    pub fn same_authority(self, other: PackedId) -> bool {
        self.0 >> 60 == other.0 >> 60 && self.slug().is_none()
    }

    /// The id; `gn:0`, which no place has, if the bytes are damaged.
    pub fn unpack(self, slugs: &[u8]) -> PlaceId {
        let number = self.0 & Self::MAX;
        let id = match self.0 >> 60 {
            0 => Some(PlaceId::geonames(number)),
            1 => Some(PlaceId::numbered(Authority::Wikidata, number)),
            2 => Some(PlaceId::numbered(Authority::WhosOnFirst, number)),
            _ => text(slugs, number).parse().ok(),
        };
        id.unwrap_or(PlaceId::geonames(0))
    }
}

/// A place. Its names and other ids reach from where they begin to where the next place's do.
#[derive(Clone, Copy, Debug)]
pub(in crate::index) struct PlaceRecord {
    pub id: PackedId,
    /// In ten-millionths of a degree, about a centimetre.
    pub latitude: i32,
    pub longitude: i32,
    /// Number of a place, or [`NONE`].
    pub parent: u32,
    /// Where its names begin among the place names.
    pub names: u32,
    /// Where its other ids begin among those of all places.
    pub same_as: u32,
    pub population: Option<u64>,
    /// Number of a [`FeatureRecord`].
    pub feature: u16,
    pub country: Option<CountryCode>,
    /// Number of an [`OriginRecord`].
    pub origin: u32,
    /// How much it is talked about, 0 to 100.
    pub importance: u8,
}

impl PlaceRecord {
    pub const LEN: usize = 41;

    /// The most inhabitants that are told from fewer.
    const MAX_INHABITANTS: u64 = MAX_40 - 1;

    /// More levels than any gazetteer has; a longer chain of parents is taken for a loop.
    pub const MAX_PARENTS: usize = 64;

    /// What is read where no place is.
    pub const MISSING: PlaceRecord = PlaceRecord {
        id: PackedId(0),
        latitude: 0,
        longitude: 0,
        parent: NONE,
        names: NONE,
        same_as: NONE,
        population: None,
        feature: u16::MAX,
        country: None,
        origin: u32::MAX,
        importance: 0,
    };

    #[inline]
    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        PlaceRecord {
            id: PackedId::read(bytes),
            latitude: u32_at(bytes, 8) as i32,
            longitude: u32_at(bytes, 12) as i32,
            parent: u32_at(bytes, 16),
            names: u32_at(bytes, 20),
            same_as: u32_at(bytes, 24),
            population: Some(u40_at(bytes, 28)).filter(|&number| number != MAX_40),
            feature: u16::from_le_bytes([bytes[33], bytes[34]]),
            country: CountryCode::from_bytes([bytes[35], bytes[36]]),
            origin: u24_at(bytes, 37),
            importance: bytes[40],
        }
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        put(&mut bytes, 0, &self.id.to_bytes());
        put(&mut bytes, 8, &self.latitude.to_le_bytes());
        put(&mut bytes, 12, &self.longitude.to_le_bytes());
        put(&mut bytes, 16, &self.parent.to_le_bytes());
        put(&mut bytes, 20, &self.names.to_le_bytes());
        put(&mut bytes, 24, &self.same_as.to_le_bytes());
        let population = self
            .population
            .map_or(MAX_40, |number| number.min(Self::MAX_INHABITANTS));
        put(&mut bytes, 28, &population.to_le_bytes()[..5]);
        put(&mut bytes, 33, &self.feature.to_le_bytes());
        put(
            &mut bytes,
            35,
            &self.country.map_or([0; 2], CountryCode::to_bytes),
        );
        put(&mut bytes, 37, &self.origin.to_le_bytes()[..3]);
        bytes[40] = self.importance;
        bytes
    }

    /// The point.
    pub fn coordinates(&self) -> Coordinates {
        coordinates(self.latitude, self.longitude)
    }
}

/// The point of these units, at the edge of the globe if they are too many.
pub(in crate::index) fn coordinates(latitude: i32, longitude: i32) -> Coordinates {
    Coordinates::clamped(degrees(latitude), degrees(longitude))
}

/// Degrees in the unit of the file.
pub(in crate::index) fn units(degrees: f64) -> i32 {
    (degrees * UNITS_PER_DEGREE).round() as i32
}

/// The quotient of two integers is the number nearest to the decimal fraction, so that degrees
/// of up to seven decimals come back as they were given.
fn degrees(units: i32) -> f64 {
    f64::from(units) / UNITS_PER_DEGREE
}

const UNITS_PER_DEGREE: f64 = 1e7;

/// An id that is not canonical, and the number of its place.
#[derive(Clone, Copy, Debug)]
pub(in crate::index) struct ConcordanceRecord {
    pub id: PackedId,
    pub place: u32,
}

impl ConcordanceRecord {
    pub const LEN: usize = 12;

    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        ConcordanceRecord {
            id: PackedId::read(bytes),
            place: u32_at(bytes, 8),
        }
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        put(&mut bytes, 0, &self.id.to_bytes());
        put(&mut bytes, 8, &self.place.to_le_bytes());
        bytes
    }
}

/// A name.
#[derive(Clone, Copy, Debug)]
pub(in crate::index) struct NameRecord {
    /// Number of the place.
    pub place: u32,
    /// Where the spelling begins among the texts; names of one spelling and key share it.
    pub text: u64,
    /// Number of a [`TagRecord`].
    pub tag: u32,
    /// Whether the name before this one has the same key.
    pub continues: bool,
}

impl NameRecord {
    pub const LEN: usize = 12;

    /// The most kinds of [`TagRecord`], as of [`OriginRecord`].
    pub const MAX_TAGS: usize = 1 << 23;

    /// The length of all texts together that names can point into.
    pub const MAX_TEXT: u64 = MAX_40;

    /// What is read where no name is.
    pub const MISSING: NameRecord = NameRecord {
        place: NONE,
        text: MAX_40,
        tag: u32::MAX,
        continues: false,
    };

    #[inline]
    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        let tag = u24_at(bytes, 9);
        NameRecord {
            place: u32_at(bytes, 0),
            text: u40_at(bytes, 4),
            tag: tag & (Self::MAX_TAGS as u32 - 1),
            continues: tag >= Self::MAX_TAGS as u32,
        }
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        let tag = self.tag | u32::from(self.continues) << 23;
        put(&mut bytes, 0, &self.place.to_le_bytes());
        put(&mut bytes, 4, &self.text.to_le_bytes()[..5]);
        put(&mut bytes, 9, &tag.to_le_bytes()[..3]);
        bytes
    }
}

/// What many names have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::index) struct TagRecord {
    pub language: Language,
    pub kind: NameKind,
    /// Where the source begins among the sources.
    pub source: u32,
}

impl TagRecord {
    pub const LEN: usize = Language::MAX_LEN + 1 + 4;

    /// What is read where no tag is.
    pub const MISSING: TagRecord = TagRecord {
        language: Language::UNDETERMINED,
        kind: NameKind::Variant,
        source: u32::MAX,
    };

    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        TagRecord {
            language: Self::language(bytes),
            kind: Self::kind(bytes),
            source: Self::source(bytes),
        }
    }

    /// The language alone.
    pub fn language(bytes: &[u8; Self::LEN]) -> Language {
        let (language, _) = bytes.split_at(Language::MAX_LEN);
        Language::from_padded(language)
    }

    /// The kind alone.
    #[inline]
    pub fn kind(bytes: &[u8; Self::LEN]) -> NameKind {
        let kind = usize::from(bytes[Language::MAX_LEN]);
        NameKind::ALL
            .get(kind)
            .copied()
            .unwrap_or(NameKind::Variant)
    }

    /// The source alone.
    #[inline]
    pub fn source(bytes: &[u8; Self::LEN]) -> u32 {
        u32_at(bytes, Language::MAX_LEN + 1)
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        put(&mut bytes, 0, self.language.as_str().as_bytes());
        bytes[Language::MAX_LEN] = self.kind as u8;
        put(
            &mut bytes,
            Language::MAX_LEN + 1,
            &self.source.to_le_bytes(),
        );
        bytes
    }
}

/// A class by its letter and a code padded with zeros.
pub(in crate::index) struct FeatureRecord;

impl FeatureRecord {
    pub const LEN: usize = 1 + Feature::MAX_CODE;

    /// A populated place of unknown code if the bytes are damaged.
    pub fn read(bytes: &[u8; Self::LEN]) -> Feature {
        let [class, code @ ..] = *bytes;
        FeatureClass::of_letter(class)
            .and_then(|class| Feature::from_padded(class, code))
            .unwrap_or_default()
    }

    pub fn to_bytes(feature: Feature) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        bytes[0] = feature.class().letter() as u8;
        put(&mut bytes, 1, feature.code().as_bytes());
        bytes
    }
}

/// Where many places come from.
#[derive(Clone, Copy, Debug)]
pub(in crate::index) struct OriginRecord {
    pub accuracy_km: Option<f32>,
    /// Where the source begins among the sources.
    pub source: u32,
}

impl OriginRecord {
    pub const LEN: usize = 8;

    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        let accuracy_km = f32::from_bits(u32_at(bytes, 0));
        OriginRecord {
            accuracy_km: Some(accuracy_km).filter(|km| km.is_finite()),
            source: u32_at(bytes, 4),
        }
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        put(
            &mut bytes,
            0,
            &self.accuracy_km.unwrap_or(f32::INFINITY).to_le_bytes(),
        );
        put(&mut bytes, 4, &self.source.to_le_bytes());
        bytes
    }
}

fn u24_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], 0])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn u40_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(bytes[at + 4]) << 32
}
