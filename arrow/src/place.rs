//! What columns tell of places.

use arrow_array::ArrayRef;
use arrow_array::builder::{Float64Builder, Int64Builder, StringBuilder};
use arrow_schema::{DataType, Field};
use std::sync::Arc;
use toponym::PlaceRef;

/// The columns of places, as they grow.
#[derive(Debug, Default)]
pub(crate) struct PlaceColumns {
    id: StringBuilder,
    name: StringBuilder,
    lat: Float64Builder,
    lon: Float64Builder,
    country: StringBuilder,
    class: StringBuilder,
    feature: StringBuilder,
    population: Int64Builder,
}

impl PlaceColumns {
    /// What the columns are called, and their types. Numbers are signed: Spark knows no others.
    pub fn fields() -> [Field; 8] {
        [
            text("id"),
            text("name"),
            Field::new("lat", DataType::Float64, true),
            Field::new("lon", DataType::Float64, true),
            text("country"),
            text("class"),
            text("feature"),
            Field::new("population", DataType::Int64, true),
        ]
    }

    /// Adds a row, of nulls without a place.
    pub fn append(&mut self, place: Option<PlaceRef<'_>>) {
        let id = place.map(|place| place.id().to_string());
        self.id.append_option(id);
        self.name.append_option(place.map(PlaceRef::name));
        let point = place.map(PlaceRef::coordinates);
        self.lat.append_option(point.map(|point| point.latitude()));
        self.lon.append_option(point.map(|point| point.longitude()));
        let country = place.and_then(PlaceRef::country);
        self.country
            .append_option(country.as_ref().map(|country| country.as_str()));
        let feature = place.map(PlaceRef::feature);
        let class = feature.map(|feature| feature.class().to_string());
        self.class.append_option(class);
        let code = feature.as_ref().map(|feature| feature.code());
        self.feature
            .append_option(code.filter(|code| !code.is_empty()));
        let population = place.and_then(PlaceRef::population);
        let population = population.and_then(|inhabitants| i64::try_from(inhabitants).ok());
        self.population.append_option(population);
    }

    /// The columns; they are empty afterwards.
    pub fn finish(&mut self) -> [ArrayRef; 8] {
        [
            Arc::new(self.id.finish()),
            Arc::new(self.name.finish()),
            Arc::new(self.lat.finish()),
            Arc::new(self.lon.finish()),
            Arc::new(self.country.finish()),
            Arc::new(self.class.finish()),
            Arc::new(self.feature.finish()),
            Arc::new(self.population.finish()),
        ]
    }
}

/// A column of text, which may be null.
pub(crate) fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, true)
}

/// A column of small numbers, which may be null.
pub(crate) fn small_number(name: &str) -> Field {
    Field::new(name, DataType::Int32, true)
}
