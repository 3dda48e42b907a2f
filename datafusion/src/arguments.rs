//! What functions are called with, and over.

use datafusion::arrow::array::{ArrayRef, AsArray};
use datafusion::arrow::datatypes::{DataType, Float64Type};
use datafusion::common::{Result, ScalarValue, plan_err};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs};
use std::fmt;
use std::hash::{Hash, Hasher};
use toponym::Resolver;
use toponym_arrow::TextColumn;

/// A resolver as a part of a function: it is another's equal if both search one index.
#[derive(Clone)]
pub(crate) struct Searched(pub Resolver);

/// Plans are printed with their functions; what a resolver remembers of texts is no part of that.
impl fmt::Debug for Searched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let index = self.0.index();
        write!(f, "{} places", index.places().len())
    }
}

impl PartialEq for Searched {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0.index(), other.0.index())
    }
}

impl Eq for Searched {}

impl Hash for Searched {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::hash(self.0.index(), state);
    }
}

/// What an argument is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Text,
    Degrees,
}

/// The types that arguments are read as: text as it is, numbers as `Float64`.
pub(crate) fn coerced(
    function: &str,
    wanted: &[Wanted],
    types: &[DataType],
) -> Result<Vec<DataType>> {
    let pairs = wanted.iter().zip(types).enumerate();
    let types = pairs.map(|(at, (wanted, given))| match (wanted, given) {
        (Wanted::Text, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View) => {
            Ok(given.clone())
        }
        (Wanted::Text, DataType::Null) => Ok(DataType::Utf8),
        (Wanted::Text, DataType::Dictionary(_, values)) if values.is_string() => Ok(given.clone()),
        (Wanted::Degrees, DataType::Null) => Ok(DataType::Float64),
        (Wanted::Degrees, given) if given.is_numeric() => Ok(DataType::Float64),
        (Wanted::Text, _) => {
            plan_err!("{function}: argument {} is to be text, not {given}", at + 1)
        }
        (Wanted::Degrees, _) => plan_err!(
            "{function}: argument {} is to be degrees, not {given}",
            at + 1
        ),
    });
    types.collect()
}

/// The arguments of a call as columns, of one row where all are constants.
pub(crate) struct Columns {
    arrays: Vec<ArrayRef>,
    are_constant: bool,
    rows: usize,
}

impl Columns {
    pub fn of(args: &ScalarFunctionArgs) -> Result<Self> {
        let are_constant = args
            .args
            .iter()
            .all(|arg| matches!(arg, ColumnarValue::Scalar(_)));
        let rows = if are_constant { 1 } else { args.number_rows };
        let arrays = args
            .args
            .iter()
            .map(|arg| arg.to_array(rows))
            .collect::<Result<_>>()?;
        Ok(Columns {
            arrays,
            are_constant,
            rows,
        })
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The text of an argument, if there is such an argument.
    pub fn text(&self, argument: usize) -> Result<Option<TextColumn>> {
        let column = self.arrays.get(argument).map(TextColumn::try_new);
        Ok(column.transpose()?)
    }

    /// The degrees of an argument in a row, if there is such an argument.
    pub fn degrees(&self, argument: usize, row: usize) -> Option<f64> {
        let column = self
            .arrays
            .get(argument)?
            .as_primitive_opt::<Float64Type>()?;
        datafusion::arrow::array::Array::is_valid(column, row).then(|| column.value(row))
    }

    /// A column of answers as the value of the call.
    pub fn value(&self, answers: ArrayRef) -> Result<ColumnarValue> {
        match self.are_constant {
            true => Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(
                &answers, 0,
            )?)),
            false => Ok(ColumnarValue::Array(answers)),
        }
    }
}
