//! What is told with a name: the properties of a question, as filters and preferences of the search.

use crate::gazetteer::{country, query_beside};
use crate::service::limits::{Deadline, Limits};
use crate::service::problem::Problem;
use crate::service::reconcile::one_or_more::{OneOrMore, Value};
use serde::Deserialize;
use toponym::{
    Coordinates, CountryCode, FeatureClass, Nearest, PlaceId, PlaceRef, Query, Resolver,
};

/// A property with its values, as the API writes it.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object with the keys \"pid\" and \"v\"")]
pub(crate) struct Property {
    pub pid: String,
    pub v: OneOrMore<Value, { Limits::MAX_ANSWERS }>,
}

/// What the properties of a question tell.
#[derive(Default)]
pub(crate) struct Context {
    countries: Vec<CountryCode>,
    units: Vec<String>,
    within: Option<PlaceId>,
    lat: Option<f64>,
    lon: Option<f64>,
    point: Option<Coordinates>,
    classes: Vec<FeatureClass>,
    /// Ids that say which place it is, whatever it is called.
    pub ids: Vec<PlaceId>,
}

impl Context {
    /// What is told; values that tell nothing are left out, as `batch` does with cells.
    ///
    /// # Errors
    /// If the deadline passes.
    pub fn of(
        properties: &[Property],
        resolver: &Resolver,
        deadline: Deadline,
    ) -> Result<Context, Problem> {
        let mut context = Context::default();
        for property in properties {
            for value in property.v.as_slice() {
                deadline.check()?;
                context.add(&property.pid, value, resolver);
            }
        }
        Ok(context)
    }

    fn add(&mut self, pid: &str, value: &Value, resolver: &Resolver) {
        let text = match value {
            Value::Text(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Entity { id } => id.clone(),
            Value::Truth(truth) => truth.to_string(),
        };
        let entity = || {
            text.parse()
                .ok()
                .and_then(|id: PlaceId| resolver.place(&id))
        };
        match pid {
            "country" | "country_name" => {
                let by_id = entity().and_then(PlaceRef::country);
                let country = by_id.or_else(|| country(resolver, &text).ok());
                self.countries.extend(country);
            }
            "unit" | "parents" => match entity() {
                Some(place) => self.within = Some(place.id()),
                None => self.units.push(text),
            },
            "lat" => self.lat = text.parse().ok(),
            "lon" => self.lon = text.parse().ok(),
            "point" => self.point = text.parse().ok(),
            "class" => self.classes.extend(text.parse::<FeatureClass>()),
            "wikidata" => self.ids.extend(id_of("wd", &text)),
            "geonames" => self.ids.extend(id_of("gn", &text)),
            "same_as" | "id" => self.ids.extend(text.parse::<PlaceId>()),
            _ => {}
        }
    }

    /// The point near which the place is, if it is told.
    pub fn point(&self) -> Option<Coordinates> {
        let parts = self.lat.zip(self.lon);
        let of_parts = parts.and_then(|(lat, lon)| Coordinates::new(lat, lon).ok());
        self.point.or(of_parts)
    }

    /// The query for a name.
    pub fn query(&self, name: &str) -> Query {
        let mut query = query_beside(name, &self.units.join(", "));
        for &country in &self.countries {
            query = query.country(country);
        }
        if let Some(place) = &self.within {
            query = query.within(place.clone());
        }
        if let Some(point) = self.point() {
            query = query.near(point);
        }
        for &class in &self.classes {
            query = query.class(class);
        }
        query
    }

    /// The query for what is around the point, where nothing has a name.
    pub fn around(&self) -> Option<Nearest> {
        let mut query = Nearest::to(self.point()?);
        for &country in &self.countries {
            query = query.country(country);
        }
        for &class in &self.classes {
            query = query.class(class);
        }
        Some(query)
    }
}

/// An id of an authority, with or without its prefix, or at the end of a URL.
fn id_of(authority: &str, text: &str) -> Option<PlaceId> {
    let number = text.trim_end_matches('/').rsplit(['/', ':']).next()?;
    format!("{authority}:{number}").parse().ok()
}
