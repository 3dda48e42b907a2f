//! What answers tell of a place, as a record of its own.

use crate::index::PlaceRef;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::place_id::PlaceId;

/// What an answer tells of a place, apart from the index it came from; serialized with the keys
/// that the command's JSON has. [`PlaceRef::to_place`] gives all that is known of it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PlaceSummary {
    /// The canonical id.
    pub id: PlaceId,
    /// The name for an international reader; empty if the place has none.
    pub name: String,
    /// Its other ids.
    pub same_as: Vec<PlaceId>,
    /// Degrees north of the equator, -90 to 90 (WGS 84).
    pub lat: f64,
    /// Degrees east of Greenwich, -180 to 180 (WGS 84).
    pub lon: f64,
    /// GeoNames' feature class.
    pub class: FeatureClass,
    /// GeoNames' feature code, such as `PPLA`, where it is known.
    pub feature: Option<String>,
    /// The internationally recognised country it lies in, if it lies in one.
    pub country: Option<CountryCode>,
    /// Inhabitants, where a source says.
    pub population: Option<u64>,
}

impl PlaceRef<'_> {
    /// What answers tell of the place.
    pub fn to_summary(self) -> PlaceSummary {
        let (feature, point) = (self.feature(), self.coordinates());
        PlaceSummary {
            id: self.id(),
            name: self.name().to_owned(),
            same_as: self.same_as().collect(),
            lat: point.latitude(),
            lon: point.longitude(),
            class: feature.class(),
            feature: Some(feature.code().to_owned()).filter(|code| !code.is_empty()),
            country: self.country(),
            population: self.population(),
        }
    }
}
