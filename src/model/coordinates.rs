//! Points and boxes on the globe, in decimal degrees (WGS 84).

use crate::error::{Error, Result};
use std::fmt;

/// A point: latitude and longitude in decimal degrees (WGS 84), both finite and in range.
///
/// ```
/// use toponym::Coordinates;
///
/// let yerevan = Coordinates::new(40.18, 44.51)?;
/// let gyumri: Coordinates = "40.79,43.84".parse()?;
/// assert_eq!(yerevan.distance_km(gyumri).round(), 88.0);
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "UncheckedCoordinates"))]
pub struct Coordinates {
    latitude: f64,
    longitude: f64,
}

impl Coordinates {
    /// Mean radius of the Earth in kilometres (IUGG, R1).
    pub(crate) const EARTH_RADIUS_KM: f64 = 6371.0088;

    /// A point from degrees north (-90 to 90) and degrees east (-180 to 180).
    ///
    /// # Errors
    /// If either is out of range or not a number.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self> {
        let fail =
            |reason| Error::invalid("coordinates", &format!("{latitude},{longitude}"), reason);
        if !(-90.0..=90.0).contains(&latitude) {
            return Err(fail("latitude must be a number of degrees from -90 to 90"));
        }
        if !(-180.0..=180.0).contains(&longitude) {
            return Err(fail(
                "longitude must be a number of degrees from -180 to 180",
            ));
        }
        Ok(Coordinates {
            latitude,
            longitude,
        })
    }

    /// A point from degrees that may be out of range, and are then taken for the nearest in range.
    pub(crate) fn clamped(latitude: f64, longitude: f64) -> Self {
        Coordinates {
            latitude: latitude.clamp(-90.0, 90.0),
            longitude: longitude.clamp(-180.0, 180.0),
        }
    }

    /// Degrees north of the equator, -90 to 90.
    pub fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east of Greenwich, -180 to 180.
    pub fn longitude(self) -> f64 {
        self.longitude
    }

    /// Great-circle distance in kilometres on a sphere of the Earth's mean radius (the
    /// haversine formula; within 0.6 % of the distance on the ellipsoid).
    pub fn distance_km(self, other: Coordinates) -> f64 {
        let (lat1, lat2) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_dlat = (lat2 - lat1) / 2.0;
        let half_dlon = (other.longitude - self.longitude).to_radians() / 2.0;
        let h = half_dlat.sin().powi(2) + lat1.cos() * lat2.cos() * half_dlon.sin().powi(2);
        // Rounding can carry h past 1 at antipodes, and asin past 1 is NaN.
        2.0 * Self::EARTH_RADIUS_KM * h.sqrt().min(1.0).asin()
    }
}

impl fmt::Display for Coordinates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", self.latitude, self.longitude)
    }
}

/// The form of [`Display`](fmt::Display): `LAT,LON` in decimal degrees.
impl std::str::FromStr for Coordinates {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let fail = || {
            Error::invalid(
                "coordinates",
                text,
                "expected LAT,LON in decimal degrees, such as 40.18,44.51",
            )
        };
        let (lat, lon) = text.split_once(',').ok_or_else(fail)?;
        let lat = lat.trim().parse().map_err(|_| fail())?;
        let lon = lon.trim().parse().map_err(|_| fail())?;
        Coordinates::new(lat, lon)
    }
}

/// A box between two parallels and two meridians; it may cross the 180th meridian.
///
/// ```
/// use toponym::{BoundingBox, Coordinates};
///
/// let (south_west, north_east) = (Coordinates::new(-21.0, 176.0)?, Coordinates::new(-12.0, -178.0)?);
/// let fiji = BoundingBox::new(south_west, north_east)?;
/// assert!(fiji.contains(Coordinates::new(-18.0, 178.4)?));
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "UncheckedBox"))]
pub struct BoundingBox {
    south_west: Coordinates,
    north_east: Coordinates,
}

impl BoundingBox {
    /// A box from its south-west and north-east corners. A western edge east of the eastern
    /// one means that the box crosses the 180th meridian.
    ///
    /// # Errors
    /// If the south lies north of the north.
    pub fn new(south_west: Coordinates, north_east: Coordinates) -> Result<Self> {
        if south_west.latitude > north_east.latitude {
            let value = format!("{south_west},{north_east}");
            return Err(Error::invalid(
                "bounding box",
                &value,
                "its southern edge lies north of its northern edge",
            ));
        }
        Ok(BoundingBox {
            south_west,
            north_east,
        })
    }

    /// The south-west corner.
    pub fn south_west(&self) -> Coordinates {
        self.south_west
    }

    /// The north-east corner; west of the other one if the box crosses the 180th meridian.
    pub fn north_east(&self) -> Coordinates {
        self.north_east
    }

    /// Whether the point lies in the box or on its edge.
    pub fn contains(&self, point: Coordinates) -> bool {
        let (west, east) = (self.south_west.longitude, self.north_east.longitude);
        let in_longitude = if west <= east {
            (west..=east).contains(&point.longitude)
        } else {
            point.longitude >= west || point.longitude <= east
        };
        in_longitude
            && (self.south_west.latitude..=self.north_east.latitude).contains(&point.latitude)
    }
}

/// [`Coordinates`] before their range is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct UncheckedCoordinates {
    latitude: f64,
    longitude: f64,
}

#[cfg(feature = "serde")]
impl TryFrom<UncheckedCoordinates> for Coordinates {
    type Error = Error;

    fn try_from(unchecked: UncheckedCoordinates) -> Result<Self> {
        Coordinates::new(unchecked.latitude, unchecked.longitude)
    }
}

/// A [`BoundingBox`] before its corners are compared.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct UncheckedBox {
    south_west: Coordinates,
    north_east: Coordinates,
}

#[cfg(feature = "serde")]
impl TryFrom<UncheckedBox> for BoundingBox {
    type Error = Error;

    fn try_from(unchecked: UncheckedBox) -> Result<Self> {
        BoundingBox::new(unchecked.south_west, unchecked.north_east)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Coordinates {
        Coordinates::new(lat, lon).unwrap()
    }

    #[test]
    fn out_of_range_and_not_a_number_are_errors() {
        for (lat, lon) in [
            (90.1, 0.0),
            (-999.0, 0.0),
            (0.0, 180.1),
            (f64::NAN, 0.0),
            (0.0, f64::INFINITY),
        ] {
            assert!(Coordinates::new(lat, lon).is_err(), "{lat},{lon}");
        }
        assert_eq!(at(90.0, -180.0).latitude(), 90.0);
    }

    #[test]
    fn distances() {
        assert_eq!(at(40.0, 44.0).distance_km(at(40.0, 44.0)), 0.0);
        // A quarter of a meridian, and half way round.
        let quarter = Coordinates::EARTH_RADIUS_KM * std::f64::consts::FRAC_PI_2;
        assert!((at(0.0, 0.0).distance_km(at(90.0, 0.0)) - quarter).abs() < 1e-6);
        assert!((at(0.0, 0.0).distance_km(at(0.0, 180.0)) - 2.0 * quarter).abs() < 1e-6);
    }

    #[test]
    fn boxes_may_cross_the_date_line() {
        let fiji = BoundingBox::new(at(-21.0, 176.0), at(-12.0, -178.0)).unwrap();
        assert!(fiji.contains(at(-18.0, 178.4)) && fiji.contains(at(-17.0, -179.0)));
        assert!(!fiji.contains(at(-18.0, 0.0)));
        assert!(BoundingBox::new(at(1.0, 0.0), at(0.0, 1.0)).is_err());
    }

    #[test]
    fn parses_what_it_prints() {
        let point = at(-33.9258, 18.4232);
        assert_eq!(point.to_string().parse::<Coordinates>().unwrap(), point);
        assert!("40.1".parse::<Coordinates>().is_err());
        assert!("40.1;44".parse::<Coordinates>().is_err());
    }
}
