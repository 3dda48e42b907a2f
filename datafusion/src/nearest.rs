//! `toponym_nearest`: the place nearest to a point.

use crate::arguments::{Columns, Searched, Wanted, coerced};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{DataFusionError, Result, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility,
};
use std::sync::Arc;
use toponym::{Coordinates, FeatureClass, Nearest, Resolver};
use toponym_arrow::NearbyColumns;

#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct NearestPlace {
    searched: Searched,
    signature: Signature,
}

impl NearestPlace {
    pub fn new(resolver: &Resolver) -> Self {
        NearestPlace {
            searched: Searched(resolver.clone()),
            signature: Signature::user_defined(Volatility::Immutable),
        }
    }
}

impl ScalarUDFImpl for NearestPlace {
    fn name(&self) -> &str {
        "toponym_nearest"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        match types.len() {
            2 | 3 => coerced(
                self.name(),
                &[Wanted::Degrees, Wanted::Degrees, Wanted::Text],
                types,
            ),
            count => {
                plan_err!("toponym_nearest: expected (lat, lon [, class]), not {count} arguments")
            }
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Struct(NearbyColumns::fields()))
    }

    /// A row whose point is null or none has no nearest place; a class that is none is an error, as it is
    /// hardly one row's.
    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = Columns::of(&args)?;
        let classes = columns.text(2)?;
        let mut places = NearbyColumns::default();
        for row in 0..columns.rows() {
            let degrees = columns.degrees(0, row).zip(columns.degrees(1, row));
            let point = degrees
                .and_then(|(latitude, longitude)| Coordinates::new(latitude, longitude).ok());
            let Some(point) = point else {
                places.append(None);
                continue;
            };
            let mut query = Nearest::to(point).limit(1);
            if let Some(class) = classes.as_ref().and_then(|classes| classes.get(row)) {
                let class = class.parse::<FeatureClass>();
                let external = |error| DataFusionError::External(Box::new(error));
                query = query.class(class.map_err(external)?);
            }
            places.append(self.searched.0.nearest(query).first());
        }
        columns.value(Arc::new(places.finish_struct()))
    }
}
