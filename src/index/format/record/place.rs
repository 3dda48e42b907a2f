//! Places, with their other ids, kinds of feature and origins.

use crate::index::format::put;
use crate::index::format::record::{MAX_U40, NONE, PackedId, u24_at, u32_at, u40_at};
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::{Feature, FeatureClass};
use crate::model::place::Place;

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

    /// Maximum number of parents of a place, of their parents, and so on: more than any gazetteer
    /// has. A longer chain is taken for a loop.
    pub const MAX_PARENTS: usize = 64;

    /// What is read where no place is.
    pub const MISSING: PlaceRecord = PlaceRecord {
        id: PackedId::MISSING,
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
            population: Some(u40_at(bytes, 28)).filter(|&number| number != MAX_U40),
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
        // Who builds refuses larger ones.
        let population = self
            .population
            .map_or(MAX_U40, |number| number.min(Place::MAX_POPULATION));
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

/// The point of these units, moved to the edge of the globe if they lie outside.
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

/// A class by its letter and a code padded with zeros.
pub(in crate::index) struct FeatureRecord;

impl FeatureRecord {
    pub const LEN: usize = 1 + Feature::MAX_CODE_BYTES;

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
