//! The places around points, as columns.

use crate::place::PlaceColumns;
use arrow_array::builder::Float64Builder;
use arrow_array::{ArrayRef, StructArray};
use arrow_schema::{DataType, Field, Fields};
use std::sync::Arc;
use toponym::NearbyPlace;

/// The columns of places around points, as they grow: those of a place, and `distance_km`.
#[derive(Debug, Default)]
pub struct NearbyColumns {
    place: PlaceColumns,
    distance_km: Float64Builder,
}

impl NearbyColumns {
    /// What the columns are called, and their types.
    pub fn fields() -> Fields {
        let distance = Field::new("distance_km", DataType::Float64, true);
        let fields: Vec<Field> = PlaceColumns::fields()
            .into_iter()
            .chain([distance])
            .collect();
        fields.into()
    }

    /// Adds a place, or a row of nulls.
    pub fn append(&mut self, nearby: Option<&NearbyPlace<'_>>) {
        self.place.append(nearby.map(NearbyPlace::place));
        self.distance_km
            .append_option(nearby.map(NearbyPlace::distance_km));
    }

    /// The columns as one column of structs, null where there is no place; there are none afterwards.
    pub fn finish_struct(&mut self) -> StructArray {
        let mut columns: Vec<ArrayRef> = self.place.finish().into();
        columns.push(Arc::new(self.distance_km.finish()));
        let found = columns[0].nulls().cloned();
        StructArray::new(Self::fields(), columns, found)
    }
}
