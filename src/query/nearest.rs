//! What is asked of the surroundings of a point.

use crate::index::nearest::Wanted;
use crate::index::{Index, NearbyPlace};
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;

/// A question for the places nearest to a point; [`Resolver::nearest`](crate::Resolver::nearest)
/// answers it.
///
/// ```
/// use toponym::{Coordinates, FeatureClass, Nearest};
///
/// let query = Nearest::to(Coordinates::new(40.18, 44.51)?)
///     .class(FeatureClass::Populated)
///     .country("AM".parse()?)
///     .within_km(25.0)
///     .limit(1);
/// assert_eq!(query.get_limit(), 1);
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a question does nothing until a resolver is asked"]
pub struct Nearest {
    point: Coordinates,
    classes: Vec<FeatureClass>,
    countries: Vec<CountryCode>,
    within_km: Option<f64>,
    limit: usize,
}

impl Nearest {
    /// How many places are returned unless [`Nearest::limit`] says otherwise.
    pub const DEFAULT_LIMIT: usize = 5;

    /// A question for the places nearest to this point, however far they are.
    pub fn to(point: Coordinates) -> Self {
        Nearest {
            point,
            classes: Vec::new(),
            countries: Vec::new(),
            within_km: None,
            limit: Self::DEFAULT_LIMIT,
        }
    }

    /// Only places of this class; called more than once, of any of the classes.
    pub fn class(mut self, class: FeatureClass) -> Self {
        self.classes.push(class);
        self
    }

    /// Only places in this country; called more than once, in any of the countries.
    pub fn country(mut self, country: CountryCode) -> Self {
        self.countries.push(country);
        self
    }

    /// Only places at most so many kilometres away; none if that is negative or not a number.
    pub fn within_km(mut self, km: f64) -> Self {
        self.within_km = Some(km);
        self
    }

    /// At most this many places; [`Nearest::DEFAULT_LIMIT`] unless this says otherwise.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// The point.
    pub fn get_point(&self) -> Coordinates {
        self.point
    }

    /// The classes that the places are of one of; none for any class.
    pub fn get_classes(&self) -> &[FeatureClass] {
        &self.classes
    }

    /// The countries that the places are in one of; none for any country.
    pub fn get_countries(&self) -> &[CountryCode] {
        &self.countries
    }

    /// How far away a place may be, in kilometres, if that was said.
    pub fn get_within_km(&self) -> Option<f64> {
        self.within_km
    }

    /// How many places there are at most.
    pub fn get_limit(&self) -> usize {
        self.limit
    }

    /// The answer of an index.
    pub(crate) fn of<'i>(&self, index: &'i Index) -> Vec<NearbyPlace<'i>> {
        let wanted = Wanted {
            classes: &self.classes,
            countries: &self.countries,
            max_km: self.within_km.unwrap_or(f64::INFINITY),
            limit: self.limit,
        };
        index.nearest(self.point, wanted)
    }
}

impl From<Coordinates> for Nearest {
    fn from(point: Coordinates) -> Self {
        Nearest::to(point)
    }
}

impl From<&Nearest> for Nearest {
    fn from(query: &Nearest) -> Self {
        query.clone()
    }
}
