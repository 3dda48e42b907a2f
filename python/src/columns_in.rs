//! Columns that Python's modules hand on: the capsules of a column of Arrow, which is read in place; or a list.

use crate::checked::CheckedChunks;
use crate::error::message;
use crate::guarded::guarded;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{ArrowError, DataType, FieldRef};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyCapsule, PyString, PyTuple};
use pyo3_arrow::input::AnyArray;
use pyo3_arrow::{PyArray, PyArrayReader};
use toponym_arrow::TextColumn;

/// A column of texts.
pub(crate) enum Texts {
    Arrow {
        chunks: Vec<TextColumn>,
        /// The row behind the last of each chunk.
        ends: Vec<usize>,
    },
    Listed(Vec<Option<PyBackedStr>>),
}

impl Texts {
    /// Reads a column, which messages call `what`.
    pub fn read(what: &str, column: &Bound<'_, PyAny>) -> PyResult<Texts> {
        if column.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err(format!(
                "{what}: expected a column or list of texts, not one text"
            )));
        }
        if let Some((_, chunks)) = chunks(what, column)? {
            let chunks = chunks.iter().map(TextColumn::try_new);
            let chunks: Result<Vec<_>, _> = chunks.collect();
            let chunks = chunks.map_err(|error| named(what, error))?;
            let end = |rows: &mut usize, chunk: &TextColumn| {
                *rows += chunk.len();
                Some(*rows)
            };
            let ends = chunks.iter().scan(0, end).collect();
            return Ok(Texts::Arrow { chunks, ends });
        }
        let text = |(row, value): (usize, PyResult<Bound<'_, PyAny>>)| {
            let value = value?;
            if is_nothing(&value) {
                return Ok(None);
            }
            let text = value.extract::<PyBackedStr>();
            text.map(Some)
                .map_err(|_| match value.is_instance_of::<PyString>() {
                    true => message(format_args!(
                        "{what}: row {row}: half of a pair of surrogates is no text"
                    )),
                    false => unfit(what, row, "a text", &value),
                })
        };
        let texts = column
            .try_iter()?
            .enumerate()
            .map(text)
            .collect::<PyResult<_>>()?;
        Ok(Texts::Listed(texts))
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Texts::Arrow { ends, .. } => ends.last().copied().unwrap_or_default(),
            Texts::Listed(texts) => texts.len(),
        }
    }

    /// The text of a row; `None` where it has none, and beyond the end.
    pub fn get(&self, row: usize) -> Option<&str> {
        match self {
            Texts::Arrow { chunks, ends } => {
                let at = ends.partition_point(|end| *end <= row);
                let chunk = chunks.get(at)?;
                chunk.get(row - (ends[at] - chunk.len()))
            }
            Texts::Listed(texts) => texts.get(row)?.as_deref(),
        }
    }
}

/// Reads a column of numbers, which messages call `what`; what is no number stays out.
pub(crate) fn numbers(what: &str, column: &Bound<'_, PyAny>) -> PyResult<Vec<Option<f64>>> {
    if let Some((_, chunks)) = chunks(what, column)? {
        let mut numbers = Vec::new();
        for chunk in chunks {
            match chunk.data_type() {
                DataType::Float64 => widen::<Float64Type>(&chunk, &mut numbers),
                DataType::Float32 => widen::<Float32Type>(&chunk, &mut numbers),
                DataType::Float16 => widen::<Float16Type>(&chunk, &mut numbers),
                DataType::Int8 => widen::<Int8Type>(&chunk, &mut numbers),
                DataType::Int16 => widen::<Int16Type>(&chunk, &mut numbers),
                DataType::Int32 => widen::<Int32Type>(&chunk, &mut numbers),
                DataType::UInt8 => widen::<UInt8Type>(&chunk, &mut numbers),
                DataType::UInt16 => widen::<UInt16Type>(&chunk, &mut numbers),
                DataType::UInt32 => widen::<UInt32Type>(&chunk, &mut numbers),
                // Whole degrees; what is none by far is out of range all the same.
                DataType::Int64 => {
                    let whole = chunk.as_primitive::<Int64Type>().iter();
                    numbers.extend(whole.map(|number| number.map(|number| number as f64)));
                }
                DataType::UInt64 => {
                    let whole = chunk.as_primitive::<UInt64Type>().iter();
                    numbers.extend(whole.map(|number| number.map(|number| number as f64)));
                }
                DataType::Null => numbers.extend(std::iter::repeat_n(None, chunk.len())),
                other => {
                    let wanted = "expected a column of floats or integers";
                    return Err(message(format_args!(
                        "{what}: {wanted}, and this one is of {other}"
                    )));
                }
            }
        }
        return Ok(numbers);
    }
    let number = |(row, value): (usize, PyResult<Bound<'_, PyAny>>)| {
        let value = value?;
        if is_nothing(&value) {
            return Ok(None);
        }
        value
            .extract::<f64>()
            .map(Some)
            .map_err(|_| unfit(what, row, "a number", &value))
    };
    column.try_iter()?.enumerate().map(number).collect()
}

fn widen<T: ArrowPrimitiveType<Native: Into<f64>>>(
    chunk: &ArrayRef,
    numbers: &mut Vec<Option<f64>>,
) {
    let narrow = chunk.as_primitive::<T>().iter();
    numbers.extend(narrow.map(|number| number.map(Into::into)));
}

/// What a column of Arrow, which messages call `what`, says of itself, and its chunks; none of another column. What
/// their rows hold is checked.
pub(crate) fn chunks(
    what: &str,
    column: &Bound<'_, PyAny>,
) -> PyResult<Option<(FieldRef, Vec<ArrayRef>)>> {
    let stream = column.cast::<PyCapsule>();
    if stream.is_err() && !column.is_instance_of::<PyTuple>() {
        return Ok(None);
    }
    guarded(what, || {
        let column = match stream {
            Ok(stream) => AnyArray::Stream(PyArrayReader::from_arrow_pycapsule(stream)?),
            Err(_) => {
                let (schema, array) = column.extract()?;
                AnyArray::Array(PyArray::from_arrow_pycapsule(&schema, &array)?)
            }
        };
        let mut checked = CheckedChunks::default();
        let column = column.into_reader()?;
        let field = column.field();
        for chunk in column {
            let chunk = chunk.and_then(|chunk| checked.push(chunk));
            chunk.map_err(|error| named(what, error))?;
        }
        Ok(Some((field, checked.into_chunks())))
    })
}

/// Whether a value stands for none: `None`, and the NaN, NA and NaT of pandas, which are not themselves.
fn is_nothing(value: &Bound<'_, PyAny>) -> bool {
    if value.is_none() || value.is_instance_of::<PyString>() {
        return value.is_none();
    }
    match value.eq(value) {
        Ok(is_itself) => !is_itself,
        // Of NA that cannot be said; nor of arrays, which are something.
        Err(_) => value.get_type().name().is_ok_and(|kind| kind == "NAType"),
    }
}

/// The exception for a column of Arrow that is not what was expected.
fn named(what: &str, error: ArrowError) -> PyErr {
    match error {
        ArrowError::InvalidArgumentError(told) => message(format_args!("{what}: {told}")),
        other => message(format_args!("{what}: {other}")),
    }
}

fn unfit(what: &str, row: usize, wanted: &str, value: &Bound<'_, PyAny>) -> PyErr {
    let kind = value
        .get_type()
        .name()
        .map_or_else(|_| "something else".to_owned(), |name| name.to_string());
    PyTypeError::new_err(format!(
        "{what}: row {row}: expected {wanted} or None, not {kind}"
    ))
}
