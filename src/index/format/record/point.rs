//! Where places are: their points, and boxes around those that are neighbors.

use crate::index::format::put;
use crate::index::format::record::place::coordinates;
use crate::index::format::record::u32_at;
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;

/// The point of a place, in the order of a space-filling curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::index) struct PointRecord {
    /// In ten-millionths of a degree, as the place's own record has them.
    pub latitude: i32,
    pub longitude: i32,
    /// Number of the place.
    pub place: u32,
}

impl PointRecord {
    pub const LEN: usize = 12;

    #[inline]
    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        PointRecord {
            latitude: u32_at(bytes, 0) as i32,
            longitude: u32_at(bytes, 4) as i32,
            place: u32_at(bytes, 8),
        }
    }

    /// The point.
    pub fn coordinates(self) -> Coordinates {
        coordinates(self.latitude, self.longitude)
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        put(&mut bytes, 0, &self.latitude.to_le_bytes());
        put(&mut bytes, 4, &self.longitude.to_le_bytes());
        put(&mut bytes, 8, &self.place.to_le_bytes());
        bytes
    }
}

/// What lies under a node of the tree of points: between which parallels and meridians, and
/// which kinds of place and countries there may be. No box crosses the 180th meridian: one that
/// holds points on both of its sides reaches around the globe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::index) struct BoxRecord {
    /// In ten-millionths of a degree.
    pub south: i32,
    pub west: i32,
    pub north: i32,
    pub east: i32,
    pub classes: ClassSet,
    pub countries: CountrySet,
}

impl BoxRecord {
    pub const LEN: usize = 26;

    /// Nothing, to be widened.
    pub const EMPTY: BoxRecord = BoxRecord {
        south: i32::MAX,
        west: i32::MAX,
        north: i32::MIN,
        east: i32::MIN,
        classes: ClassSet(0),
        countries: CountrySet(0),
    };

    #[inline]
    pub fn read(bytes: &[u8; Self::LEN]) -> Self {
        let countries = u64::from(u32_at(bytes, 18)) | u64::from(u32_at(bytes, 22)) << 32;
        BoxRecord {
            south: u32_at(bytes, 0) as i32,
            west: u32_at(bytes, 4) as i32,
            north: u32_at(bytes, 8) as i32,
            east: u32_at(bytes, 12) as i32,
            classes: ClassSet(u16::from_le_bytes([bytes[16], bytes[17]])),
            countries: CountrySet(countries),
        }
    }

    pub fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        put(&mut bytes, 0, &self.south.to_le_bytes());
        put(&mut bytes, 4, &self.west.to_le_bytes());
        put(&mut bytes, 8, &self.north.to_le_bytes());
        put(&mut bytes, 12, &self.east.to_le_bytes());
        put(&mut bytes, 16, &self.classes.0.to_le_bytes());
        put(&mut bytes, 18, &self.countries.0.to_le_bytes());
        bytes
    }

    /// The smallest box around both.
    pub fn around(self, other: BoxRecord) -> BoxRecord {
        BoxRecord {
            south: self.south.min(other.south),
            west: self.west.min(other.west),
            north: self.north.max(other.north),
            east: self.east.max(other.east),
            classes: ClassSet(self.classes.0 | other.classes.0),
            countries: CountrySet(self.countries.0 | other.countries.0),
        }
    }

    /// The box that holds a single place.
    pub fn of(point: PointRecord, class: FeatureClass, country: Option<CountryCode>) -> BoxRecord {
        BoxRecord {
            south: point.latitude,
            west: point.longitude,
            north: point.latitude,
            east: point.longitude,
            classes: ClassSet::of(&[class]),
            countries: CountrySet::of(country),
        }
    }
}

/// Feature classes, a bit for each in the order of [`FeatureClass::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::index) struct ClassSet(u16);

impl ClassSet {
    pub fn of(classes: &[FeatureClass]) -> ClassSet {
        let is_in = |class: &FeatureClass| classes.contains(class);
        let bits = FeatureClass::ALL.iter().zip(0..);
        ClassSet(bits.fold(0, |set, (class, bit)| set | u16::from(is_in(class)) << bit))
    }

    pub fn meets(self, other: ClassSet) -> bool {
        self.0 & other.0 != 0
    }
}

/// Countries as a Bloom filter of three bits each: one that is not in the set is nowhere under the
/// node, one that is may be. Of three countries, which few small boxes hold, one in 500 others
/// seems to be a fourth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::index) struct CountrySet(u64);

impl CountrySet {
    pub fn of(country: Option<CountryCode>) -> CountrySet {
        let Some(code) = country else {
            return CountrySet(0);
        };
        let [a, b] = code.to_bytes().map(u64::from);
        let hash = (a << 8 | b).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        CountrySet(
            [46, 52, 58]
                .iter()
                .fold(0, |set, at| set | 1 << (hash >> at & 63)),
        )
    }

    /// Whether all of another set may be in this one.
    pub fn may_hold(self, other: CountrySet) -> bool {
        self.0 & other.0 == other.0
    }
}
