//! Lower bounds of the distance from a point to what is in a box.
//!
//! Of the haversine `h = sin²(Δφ/2) + cos φ · cos φ' · sin²(Δλ/2)`, which grows with the
//! distance, each factor is taken at its least over the box: the difference of latitude to the
//! nearer parallel, that of longitude to the nearer meridian (the short way round), and the cosine
//! of whichever parallel is farther from the equator. Nothing needs special care at the
//! poles or the 180th meridian. Sine and cosine are series cut behind a negative
//! term, which are lower bounds themselves and cost a few multiplications.

use crate::index::format::record::{BoxRecord, PointRecord};
use crate::model::coordinates::Coordinates;

/// The haversine of a distance and a little more, for what rounding does to either.
pub(super) fn farthest(km: f64) -> f64 {
    let half_angle = km / (2.0 * Coordinates::EARTH_RADIUS_KM);
    match half_angle < std::f64::consts::FRAC_PI_2 {
        true => (half_angle.sin() * (1.0 + ROUNDING) + LEAST_ROUNDING).powi(2),
        false => f64::INFINITY,
    }
}

/// How far rounding may carry the sine of half a distance, as a share of it: many times what it does.
const ROUNDING: f64 = 1e-9;

/// The same where it is nearly nothing; a tenth of a micrometre.
const LEAST_ROUNDING: f64 = 1e-14;

/// The point that places are near to.
pub(super) struct Origin {
    /// In ten-millionths of a degree.
    latitude: f64,
    longitude: f64,
    cos_latitude: f64,
}

/// Radians in a ten-millionth of a degree.
const RADIANS: f64 = std::f64::consts::PI / 1.8e9;

/// Once around the globe, in ten-millionths of a degree.
const FULL_CIRCLE: f64 = 3.6e9;

impl Origin {
    pub fn of(point: Coordinates) -> Origin {
        Origin {
            latitude: point.latitude() * 1e7,
            longitude: point.longitude() * 1e7,
            cos_latitude: point.latitude().to_radians().cos().max(0.0),
        }
    }

    /// A lower bound of the haversine of the distance to what is in a box.
    #[inline]
    pub fn bound(&self, node: &BoxRecord) -> f64 {
        let [south, west] = [node.south, node.west].map(f64::from);
        let [north, east] = [node.north, node.east].map(f64::from);
        let latitudes = larger(south - self.latitude, self.latitude - north);
        // One of them is the way to the nearer meridian, the other goes back over the whole box.
        let (to_west, to_east) = (west - self.longitude, self.longitude - east);
        let direct = larger(to_west, to_east);
        let around = FULL_CIRCLE + smaller(to_west, to_east);
        self.haversine(
            larger(latitudes, 0.0),
            larger(smaller(direct, around), 0.0),
            larger(south.abs(), north.abs()),
        )
    }

    #[inline]
    pub fn bound_of_point(&self, point: PointRecord) -> f64 {
        let [latitude, longitude] = [point.latitude, point.longitude].map(f64::from);
        let between = (longitude - self.longitude).abs();
        self.haversine(
            (latitude - self.latitude).abs(),
            larger(smaller(between, FULL_CIRCLE - between), 0.0),
            latitude.abs(),
        )
    }

    /// A lower bound of the haversine, from differences and the other latitude.
    #[inline]
    fn haversine(&self, latitudes: f64, longitudes: f64, other_latitude: f64) -> f64 {
        least_square_of_half_sine(latitudes * RADIANS)
            + self.cos_latitude
                * least_cosine(other_latitude * RADIANS)
                * least_square_of_half_sine(longitudes * RADIANS)
    }
}

/// A lower bound of `sin²(x/2)` for `x` from 0 to π: its series, of which the next term is positive
/// and each later one smaller than the one before.
#[inline]
fn least_square_of_half_sine(x: f64) -> f64 {
    let square = x * x;
    let series = 1.0 / 1440.0 - square / 80640.0;
    let series = -1.0 / 48.0 + square * series;
    larger(square * (0.25 + square * series), 0.0)
}

/// A lower bound of `cos x` for `x` from 0 to π/2, likewise.
#[inline]
fn least_cosine(x: f64) -> f64 {
    let square = x * x;
    let series = 1.0 / 24.0 - square / 720.0;
    larger(1.0 + square * (-0.5 + square * series), 0.0)
}

/// The larger of two numbers. `f64::max` minds NaN besides, which costs several times as much.
#[inline]
fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The smaller of two numbers.
#[inline]
fn smaller(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bounds_are_bounds(x in 0.0..=std::f64::consts::PI) {
            let exact = (x / 2.0).sin().powi(2);
            let bound = least_square_of_half_sine(x);
            prop_assert!(bound <= exact * (1.0 + 1e-14) && bound >= exact * 0.98);
            let half = x / 2.0;
            prop_assert!(least_cosine(half) <= half.cos() + 1e-14);
            prop_assert!(least_cosine(half) >= half.cos() - 0.001);
        }
    }
}
