//! What containers ask of a place that may lie in them.

use crate::index::PlaceRef;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;

/// A place that may lie in containers, with what each of them asks for: it may have 64 parents, and be asked about by
/// thousands of containers.
pub(crate) struct Contained<'i> {
    pub(super) place: PlaceRef<'i>,
    pub(super) country: Option<CountryCode>,
    pub(super) level: Option<u8>,
    /// The numbers of its parents, in order.
    parents: Vec<u32>,
    /// The number of the smallest unit that it is known to lie in.
    pub(super) unit: Option<u32>,
}

impl<'i> Contained<'i> {
    pub fn new(place: PlaceRef<'i>) -> Self {
        let unit = place.parents().find(|parent| is_unit(*parent));
        let mut parents: Vec<u32> = place.parents().map(PlaceRef::number).collect();
        parents.sort_unstable();
        Contained {
            place,
            country: place.country(),
            level: unit_level(place),
            parents,
            unit: unit.map(PlaceRef::number),
        }
    }

    /// Whether the place of a number is one of its parents.
    pub(super) fn lies_below(&self, number: u32) -> bool {
        self.parents.binary_search(&number).is_ok()
    }
}

/// Whether a place is an administrative unit below a country.
fn is_unit(place: PlaceRef<'_>) -> bool {
    let feature = place.feature();
    feature.class() == FeatureClass::Administrative && !feature.is_country()
}

/// The level of a unit, 1 for the largest.
pub(super) fn unit_level(place: PlaceRef<'_>) -> Option<u8> {
    let feature = place.feature();
    let level = feature.code().strip_prefix("ADM")?.get(..1)?;
    level.parse().ok()
}
