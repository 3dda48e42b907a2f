//! The point of a place, and how near another one is.

use crate::index::PlaceRef;
use crate::model::coordinates::Coordinates;
use crate::model::feature::FeatureClass;

/// A point, as angles and as a unit vector from the center of the earth: the vectors tell at once
/// which of many points is the nearest.
#[derive(Clone, Copy)]
pub(super) struct GeoPoint {
    pub coordinates: Coordinates,
    direction: [f64; 3],
}

impl GeoPoint {
    /// The point of a place, if a point says where it is: not that of a country or a river.
    pub fn of(place: PlaceRef<'_>) -> Option<Self> {
        has_point(place).then(|| {
            let coordinates = place.coordinates();
            let (lat, lon) = (coordinates.latitude(), coordinates.longitude());
            let ((z, r), (y, x)) = (lat.to_radians().sin_cos(), lon.to_radians().sin_cos());
            GeoPoint {
                coordinates,
                direction: [r * x, r * y, z],
            }
        })
    }

    /// The cosine of the angle to another point: the greater, the nearer.
    pub fn cosine(&self, other: &GeoPoint) -> f64 {
        let [a, b, c] = self.direction;
        let [x, y, z] = other.direction;
        a * x + b * y + c * z
    }
}

/// Whether a place has a point that says where it is.
fn has_point(place: PlaceRef<'_>) -> bool {
    let feature = place.feature();
    match feature.class() {
        FeatureClass::Populated => true,
        FeatureClass::Administrative => !feature.is_country(),
        _ => false,
    }
}
