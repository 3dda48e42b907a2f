//! Where sites are that no gazetteer holds, as a column.

use crate::place::text;
use arrow_array::builder::{Float64Builder, NullBufferBuilder, StringBuilder};
use arrow_array::{ArrayRef, StructArray};
use arrow_schema::{DataType, Field, Fields};
use std::sync::Arc;
use toponym::SitePoint;

/// A column of structs, as it grows: `relation`, `id`, `lat`, `lon`, `accuracy_km`; null where a mention has
/// a place of its own, or where the text names none with it.
#[derive(Debug)]
pub(crate) struct SitePointColumn {
    relation: StringBuilder,
    id: StringBuilder,
    lat: Float64Builder,
    lon: Float64Builder,
    accuracy_km: Float64Builder,
    told: NullBufferBuilder,
}

impl Default for SitePointColumn {
    fn default() -> Self {
        SitePointColumn {
            relation: StringBuilder::default(),
            id: StringBuilder::default(),
            lat: Float64Builder::default(),
            lon: Float64Builder::default(),
            accuracy_km: Float64Builder::default(),
            told: NullBufferBuilder::new(0),
        }
    }
}

impl SitePointColumn {
    /// What the column is called, and its type.
    pub fn field() -> Field {
        Field::new("site_point", DataType::Struct(Self::fields()), true)
    }

    fn fields() -> Fields {
        let number = |name| Field::new(name, DataType::Float64, true);
        let fields = [
            text("relation"),
            text("id"),
            number("lat"),
            number("lon"),
            number("accuracy_km"),
        ];
        fields.into_iter().collect()
    }

    /// Adds a row.
    pub fn append(&mut self, point: Option<SitePoint<'_>>) {
        let at = point.map(|point| point.coordinates());
        self.relation
            .append_option(point.map(|point| point.relation().as_str()));
        self.id
            .append_option(point.map(|point| point.place().id().to_string()));
        self.lat.append_option(at.map(|at| at.latitude()));
        self.lon.append_option(at.map(|at| at.longitude()));
        self.accuracy_km
            .append_option(point.map(|point| f64::from(point.accuracy_km())));
        self.told.append(point.is_some());
    }

    /// The column; it is empty afterwards.
    pub fn finish(&mut self) -> ArrayRef {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.relation.finish()),
            Arc::new(self.id.finish()),
            Arc::new(self.lat.finish()),
            Arc::new(self.lon.finish()),
            Arc::new(self.accuracy_km.finish()),
        ];
        Arc::new(StructArray::new(
            Self::fields(),
            columns,
            self.told.finish(),
        ))
    }
}
