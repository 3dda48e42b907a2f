//! A place: what a name stands for.
//!
//! [`Place`] is the record that gazetteers are read into and indexes are built from. What a
//! search returns is a view of the same facts inside an index, [`PlaceRef`](crate::PlaceRef).

use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::Feature;
use crate::model::place_id::PlaceId;

/// One place of a gazetteer, as its tables describe it.
///
/// ```
/// use toponym::{Coordinates, Place};
///
/// let mut depot = Place::new("acme:north-depot".parse()?, Coordinates::new(40.1, 44.5)?);
/// depot.country = Some("AM".parse()?);
/// assert_eq!(depot.id.to_string(), "acme:north-depot");
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Place {
    /// The canonical id: GeoNames where a source gives one, else Wikidata, else Who's On
    /// First, else a slug of our own.
    pub id: PlaceId,
    /// Ids of the same place with other authorities, [`Place::MAX_SAME_AS`] at most; a place is found by any of them.
    #[cfg_attr(feature = "serde", serde(default))]
    pub same_as: Vec<PlaceId>,
    /// What kind of place it is.
    #[cfg_attr(feature = "serde", serde(default))]
    pub feature: Feature,
    /// The internationally recognised country it lies in; `None` for seas, continents and
    /// whatever lies in several.
    #[cfg_attr(feature = "serde", serde(default))]
    pub country: Option<CountryCode>,
    /// The next larger unit: a village's district, a district's country.
    #[cfg_attr(feature = "serde", serde(default))]
    pub parent: Option<PlaceId>,
    /// Where it is; for an area, a point inside it.
    pub coordinates: Coordinates,
    /// How far off the point may be, in kilometres; `None` for a plain point of a source.
    #[cfg_attr(feature = "serde", serde(default))]
    pub accuracy_km: Option<f32>,
    /// Inhabitants, [`Place::MAX_POPULATION`] at most; `None` where no source says.
    #[cfg_attr(feature = "serde", serde(default))]
    pub population: Option<u64>,
    /// Where id and point come from, as `data/README.md` explains.
    #[cfg_attr(feature = "serde", serde(default))]
    pub source: String,
}

impl Place {
    /// The most other ids that a gazetteer may give a place: what is told of a place tells all of them.
    pub const MAX_SAME_AS: usize = 64;

    /// The most inhabitants that an index can hold, a hundred times those of the Earth.
    pub const MAX_POPULATION: u64 = (1 << 40) - 2;

    /// A populated place of unknown country, parent and population.
    pub fn new(id: PlaceId, coordinates: Coordinates) -> Self {
        Place {
            id,
            same_as: Vec::new(),
            feature: Feature::default(),
            country: None,
            parent: None,
            coordinates,
            accuracy_km: None,
            population: None,
            source: String::new(),
        }
    }
}
