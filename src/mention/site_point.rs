//! The point of a place that no gazetteer holds: in or beside a place that the text names with it. Which
//! place that is, `disambiguation::site` tells.

use crate::index::PlaceRef;
use crate::model::coordinates::Coordinates;
use crate::model::place_id::PlaceId;
use crate::query::container::extent_km;

/// How a site lies to the place whose point it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SiteRelation {
    /// The text says that it lies in the place: مستشفى الرازي *في جنين*.
    In,
    /// The text names the place just before or behind it, and says no more.
    Beside,
}

impl SiteRelation {
    /// The word that output for programs uses.
    pub fn as_str(self) -> &'static str {
        match self {
            SiteRelation::In => "in",
            SiteRelation::Beside => "beside",
        }
    }
}

impl std::fmt::Display for SiteRelation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The point of a place that no gazetteer holds: that of a place which the text names with it. See
/// [`Mention::site_point`](crate::Mention::site_point).
#[derive(Clone, Copy, Debug)]
pub struct SitePoint<'r> {
    pub(crate) place: PlaceRef<'r>,
    pub(crate) relation: SiteRelation,
}

/// How much farther off a place may be that is named beside another one, in kilometres: a short drive.
const BESIDE_KM: f64 = 25.0;

impl<'r> SitePoint<'r> {
    /// The place in which or beside which it lies.
    pub fn place(&self) -> PlaceRef<'r> {
        self.place
    }

    /// How it lies to that place.
    pub fn relation(&self) -> SiteRelation {
        self.relation
    }

    /// The point of that place.
    pub fn coordinates(&self) -> Coordinates {
        self.place.coordinates()
    }

    /// How far from the point the site may be, in kilometres: as far as the place reaches, and farther
    /// if the text only names it beside.
    pub fn accuracy_km(&self) -> f32 {
        let reach = extent_km(self.place);
        let km = match self.relation {
            SiteRelation::In => reach,
            SiteRelation::Beside => reach + BESIDE_KM,
        };
        km as f32
    }

    /// The point as a record of its own.
    pub fn to_record(&self) -> SitePointRecord {
        let point = self.coordinates();
        SitePointRecord {
            relation: self.relation,
            id: self.place.id(),
            lat: point.latitude(),
            lon: point.longitude(),
            accuracy_km: self.accuracy_km(),
        }
    }
}

/// A [`SitePoint`] that borrows nothing.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SitePointRecord {
    /// How the site lies to the place.
    pub relation: SiteRelation,
    /// The place in which or beside which it lies.
    pub id: PlaceId,
    /// Latitude of that place, in degrees.
    pub lat: f64,
    /// Longitude of that place, in degrees.
    pub lon: f64,
    /// How far from the point the site may be, in kilometres.
    pub accuracy_km: f32,
}
