//! What texts are called: a column of any type, of which each mention gets a row.

use crate::columns_in::chunks;
use crate::error::message;
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, UInt64Array, new_empty_array};
use arrow_data::ArrayData;
use arrow_schema::{ArrowError, DataType, Field, FieldRef};
use arrow_select::concat::concat;
use arrow_select::interleave::interleave;
use arrow_select::take::take;
use pyo3::prelude::*;

/// Bytes of an id that is a text or bytes.
const MAX_ID: usize = 4096;

/// Items of the fixed-size lists of an id: `take` makes an index of all items that it copies.
const MAX_ITEMS: usize = 1 << 20;

/// The items of the fixed-size lists that a row of this type has, but for those in lists of other kinds.
fn items(kind: &DataType) -> usize {
    match kind {
        DataType::FixedSizeList(field, length) => {
            let length = usize::try_from(*length).unwrap_or_default();
            length.saturating_mul(items(field.data_type()).max(1))
        }
        DataType::Struct(fields) => fields
            .iter()
            .map(|field| items(field.data_type()))
            .fold(0, usize::saturating_add),
        DataType::Union(fields, _) => {
            let fields = fields.iter().map(|(_, field)| items(field.data_type()));
            fields.fold(0, usize::saturating_add)
        }
        DataType::RunEndEncoded(_, values) => items(values.data_type()),
        _ => 0,
    }
}

/// Whether a type has runs of values that have no length, of which `take` makes fewer than it says.
fn has_runs_of_nothing(kind: &DataType) -> bool {
    let is_nothing = |kind: &DataType| {
        matches!(
            kind,
            DataType::FixedSizeBinary(0) | DataType::FixedSizeList(_, 0)
        )
    };
    match kind {
        DataType::RunEndEncoded(_, values) => {
            is_nothing(values.data_type()) || has_runs_of_nothing(values.data_type())
        }
        DataType::List(field)
        | DataType::LargeList(field)
        | DataType::ListView(field)
        | DataType::LargeListView(field)
        | DataType::FixedSizeList(field, _)
        | DataType::Map(field, _) => has_runs_of_nothing(field.data_type()),
        DataType::Struct(fields) => fields
            .iter()
            .any(|field| has_runs_of_nothing(field.data_type())),
        DataType::Union(fields, _) => fields
            .iter()
            .any(|(_, field)| has_runs_of_nothing(field.data_type())),
        DataType::Dictionary(_, values) => has_runs_of_nothing(values),
        _ => false,
    }
}

/// Whether an array has fixed-size lists of more items together than `take` can count.
fn has_uncountable_lists(array: &ArrayData) -> bool {
    let is_list = matches!(array.data_type(), DataType::FixedSizeList(..));
    array
        .child_data()
        .iter()
        .any(|inner| is_list && i32::try_from(inner.len()).is_err() || has_uncountable_lists(inner))
}

/// The first row whose text or bytes are too long, and how long they are.
fn too_long(chunk: &ArrayRef) -> Option<(usize, usize)> {
    let lengths: Box<dyn Iterator<Item = Option<usize>>> = match chunk.data_type() {
        DataType::Utf8 => Box::new(chunk.as_string::<i32>().iter().map(|id| id.map(str::len))),
        DataType::LargeUtf8 => Box::new(chunk.as_string::<i64>().iter().map(|id| id.map(str::len))),
        DataType::Utf8View => Box::new(chunk.as_string_view().iter().map(|id| id.map(str::len))),
        DataType::Binary => Box::new(
            chunk
                .as_binary::<i32>()
                .iter()
                .map(|id| id.map(<[u8]>::len)),
        ),
        DataType::LargeBinary => Box::new(
            chunk
                .as_binary::<i64>()
                .iter()
                .map(|id| id.map(<[u8]>::len)),
        ),
        DataType::BinaryView => {
            Box::new(chunk.as_binary_view().iter().map(|id| id.map(<[u8]>::len)))
        }
        DataType::FixedSizeBinary(length) => {
            Box::new(std::iter::once(usize::try_from(*length).ok()))
        }
        _ => return None,
    };
    let mut lengths = lengths.map(Option::unwrap_or_default).enumerate();
    lengths.find(|(_, length)| *length > MAX_ID)
}

/// The ids of texts, in the chunks that they came in.
pub(crate) struct Ids {
    field: FieldRef,
    chunks: Vec<ArrayRef>,
    /// The row that each chunk ends before.
    ends: Vec<usize>,
}

impl Ids {
    pub fn read(column: &Bound<'_, PyAny>) -> PyResult<Ids> {
        let Some((field, chunks)) = chunks("ids", column)? else {
            return Err(message("ids: expected a column of Arrow"));
        };
        if has_runs_of_nothing(field.data_type()) {
            return Err(message(
                "ids: runs of values of no length are not copied: give other ids",
            ));
        }
        let mut row = 0;
        for chunk in &chunks {
            if let Some((at, length)) = too_long(chunk) {
                return Err(message(format_args!(
                    "ids: row {} has {length} bytes, and at most {MAX_ID}: each mention gets a copy; give a shorter id",
                    row + at
                )));
            }
            let items = items(chunk.data_type());
            if items > MAX_ITEMS {
                return Err(message(format_args!(
                    "ids: each is a list of {items} items, and at most {MAX_ITEMS}: each mention gets a copy; give a \
                     shorter id"
                )));
            }
            if has_uncountable_lists(&chunk.to_data()) {
                return Err(message(
                    "ids: lists of more than 2147483647 items in one chunk: give shorter ids, or more chunks",
                ));
            }
            row += chunk.len();
        }
        let lengths = chunks.iter().map(|chunk| chunk.len());
        let ends = lengths.scan(0, |rows, length| {
            *rows += length;
            Some(*rows)
        });
        let ends = ends.collect();
        Ok(Ids {
            field,
            chunks,
            ends,
        })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// The column of ids in an answer, by this name: of their type, with all that is noted of it (what extends it,
    /// whether a dictionary is in order).
    pub fn field(&self, name: &str) -> Field {
        let field = Field::clone(&self.field);
        field.with_name(name).with_nullable(true)
    }

    /// The ids of these rows, which ascend and may repeat.
    ///
    /// Only chunks that they are in are looked at, and of these only what is between the first of the rows and the
    /// last: so all of the answers that a column is cut into take time and memory as one of them would.
    pub fn of(&self, rows: &[usize]) -> Result<ArrayRef, ArrowError> {
        let (mut parts, mut places) = (Vec::new(), Vec::with_capacity(rows.len()));
        let mut rest = rows;
        while let Some(&first) = rest.first() {
            let chunk = self.ends.partition_point(|&end| end <= first);
            let here = rest.partition_point(|&row| row < self.ends[chunk]);
            let start = self.ends[chunk] - self.chunks[chunk].len();
            let length = rest[here - 1] - first + 1;
            places.extend(rest[..here].iter().map(|row| (parts.len(), row - first)));
            parts.push(self.chunks[chunk].slice(first - start, length));
            rest = &rest[here..];
        }
        match self.field.data_type() {
            kind if parts.is_empty() => Ok(new_empty_array(kind)),
            // `interleave` would join a dictionary as many times as chunks share it, and `concat` the values of lists
            // that are views as many times as chunks share these.
            DataType::Dictionary(..)
            | DataType::Struct(_)
            | DataType::List(_)
            | DataType::LargeList(_)
            | DataType::FixedSizeList(..)
            | DataType::Map(..)
            | DataType::RunEndEncoded(..)
            | DataType::Union(..) => {
                // So few at a time that no index of their items is larger than that of the longest id.
                let at_once = MAX_ITEMS / items(self.field.data_type()).max(1);
                let mut taken = Vec::new();
                for here in places.chunk_by(|(part, _), (next, _)| part == next) {
                    for places in here.chunks(at_once.max(1)) {
                        let rows = places.iter().map(|(_, row)| *row as u64);
                        let rows = UInt64Array::from_iter_values(rows);
                        taken.push(take(&parts[places[0].0], &rows, None)?);
                    }
                }
                concat(&taken.iter().map(AsRef::as_ref).collect::<Vec<_>>())
            }
            _ => {
                let parts: Vec<&dyn Array> = parts.iter().map(AsRef::as_ref).collect();
                interleave(&parts, &places)
            }
        }
    }
}
