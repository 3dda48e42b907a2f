//! Whether columns of Arrow are what they say.
//!
//! Arrow's readers believe what a column says of itself, as that its texts are UTF-8; who made it need not have
//! looked. Arrow's own check goes through all that a chunk can reach, and chunks share buffers and dictionaries:
//! with it a column in many chunks takes time in proportion to its chunks times what they share. Here only that is
//! checked which the rows of a chunk refer to, as nothing else is read.

use arrow_array::cast::AsArray;
use arrow_array::types::{Int16Type, Int32Type, Int64Type, RunEndIndexType};
use arrow_array::{AnyDictionaryArray, Array, ArrayRef, GenericListViewArray, GenericStringArray};
use arrow_array::{OffsetSizeTrait, RunArray, StringViewArray, UnionArray, new_empty_array};
use arrow_data::{ByteView, validate_string_view};
use arrow_schema::{ArrowError, DataType, UnionMode};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::slice;

/// Rows that share a longer text share its check, which takes less than remembering a shorter one.
const LONG: usize = 256;

/// Maximum number of rows of a column of type null. They have no bytes that would have to be there, and answers have some for
/// each.
const MAX_NULLS: usize = 1 << 24;

/// The chunks of a column that were checked.
#[derive(Default)]
pub(crate) struct CheckedChunks {
    /// They are held as long as it is remembered where what was checked lies: nothing else can lie there.
    chunks: Vec<ArrayRef>,
    texts: HashSet<(usize, usize)>,
    run_ends: HashSet<(DataType, usize, usize)>,
    nulls: usize,
}

impl CheckedChunks {
    /// Checks a chunk, and takes it.
    pub fn push(&mut self, chunk: ArrayRef) -> Result<(), ArrowError> {
        if self.chunks.is_empty() && is_deep(chunk.data_type()) {
            return Err(unfit(format_args!(
                "types that stand more than {MAX_DEPTH} deep in each other"
            )));
        }
        if let DataType::Null = chunk.data_type() {
            self.nulls = self.nulls.saturating_add(chunk.len());
            if self.nulls > MAX_NULLS {
                return Err(unfit(format_args!(
                    "more than {MAX_NULLS} rows of type null; give fewer at once"
                )));
            }
        }
        if chunk.is_empty() {
            // Of no rows in the midst of others, offsets are handed on without what they lead to.
            self.chunks.push(new_empty_array(chunk.data_type()));
            return Ok(());
        }
        if !matches!(chunk.data_type(), DataType::Utf8View) {
            // Lengths of buffers, and what can be told of all else without going through it; arrays of views know.
            chunk.to_data().validate()?;
        }
        self.check(&chunk)?;
        self.chunks.push(chunk);
        Ok(())
    }

    pub fn into_chunks(self) -> Vec<ArrayRef> {
        self.chunks
    }

    /// Checks what the rows of an array hold.
    fn check(&mut self, array: &dyn Array) -> Result<(), ArrowError> {
        if let DataType::Utf8View = array.data_type() {
            // Of all buffers that views of other chunks may lead to, nothing is copied either.
            return self.views(array.as_string_view());
        }
        let data = array.to_data();
        data.validate_nulls()?;
        match array.data_type() {
            DataType::Utf8 => return self.texts(array.as_string::<i32>()),
            DataType::LargeUtf8 => return self.texts(array.as_string::<i64>()),
            DataType::RunEndEncoded(ends, _) => {
                return match ends.data_type() {
                    DataType::Int16 => self.runs(array.as_run::<Int16Type>()),
                    DataType::Int32 => self.runs(array.as_run::<Int32Type>()),
                    _ => self.runs(array.as_run::<Int64Type>()),
                };
            }
            // Numbers of keys and types, and where lists and bytes begin and end.
            _ => data.validate_values()?,
        }
        match array.data_type() {
            DataType::Dictionary(..) => self.dictionary(array.as_any_dictionary()),
            DataType::List(_) => {
                let lists = array.as_list::<i32>();
                self.between(lists.values(), lists.value_offsets())
            }
            DataType::LargeList(_) => {
                let lists = array.as_list::<i64>();
                self.between(lists.values(), lists.value_offsets())
            }
            DataType::Map(..) => {
                let maps = array.as_map();
                self.between(maps.entries(), maps.value_offsets())
            }
            DataType::ListView(_) => self.list_views(array.as_list_view::<i32>()),
            DataType::LargeListView(_) => self.list_views(array.as_list_view::<i64>()),
            DataType::FixedSizeList(..) => self.check(array.as_fixed_size_list().values()),
            DataType::Struct(_) => {
                let mut columns = array.as_struct().columns().iter();
                columns.try_for_each(|column| self.check(column))
            }
            DataType::Union(_, mode) => self.union(array.as_union(), *mode),
            _ => Ok(()),
        }
    }

    fn texts<O: OffsetSizeTrait>(
        &mut self,
        texts: &GenericStringArray<O>,
    ) -> Result<(), ArrowError> {
        let bytes = texts.value_data();
        for (row, ends) in texts.value_offsets().windows(2).enumerate() {
            let (start, end) = (ends[0].to_usize(), ends[1].to_usize());
            let text = start
                .zip(end)
                .and_then(|(start, end)| bytes.get(start..end));
            let Some(text) = text else {
                let (start, end) = (ends[0], ends[1]);
                return Err(unfit(format_args!(
                    "row {row}: a text from byte {start:?} to {end:?}"
                )));
            };
            if self.is_new(text) && str::from_utf8(text).is_err() {
                return Err(unfit(format_args!("row {row}: a text that is not UTF-8")));
            }
        }
        Ok(())
    }

    fn views(&mut self, texts: &StringViewArray) -> Result<(), ArrowError> {
        let buffers = texts.data_buffers();
        for (row, view) in texts.views().iter().enumerate() {
            let at = ByteView::from(*view);
            let (start, length) = (at.offset as usize, at.length as usize);
            if length > LONG
                && let Some(buffer) = buffers.get(at.buffer_index as usize)
                && let Some(text) = buffer.get(start..start.saturating_add(length))
                && text.starts_with(&at.prefix.to_le_bytes())
                && !self.is_new(text)
            {
                continue;
            }
            validate_string_view(slice::from_ref(view), buffers)
                .map_err(|error| unfit(format_args!("row {row}: {error}")))?;
        }
        Ok(())
    }

    /// Whether a text has not been checked, as far as that is remembered; it is from now on. What does not pass
    /// ends all checks.
    fn is_new(&mut self, text: &[u8]) -> bool {
        text.len() <= LONG || self.texts.insert((text.as_ptr().addr(), text.len()))
    }

    fn dictionary(&mut self, rows: &dyn AnyDictionaryArray) -> Result<(), ArrowError> {
        if rows.values().is_empty() {
            return Ok(());
        }
        let keys = rows.normalized_keys().into_iter().enumerate();
        let keys: Vec<usize> = keys
            .filter(|(row, _)| rows.is_valid(*row))
            .map(|(_, key)| key)
            .collect();
        let keys = keys.into_iter().map(|key| key..key + 1);
        self.ranges(rows.values(), keys.collect())
    }

    /// Checks what lists that lie one behind the other hold.
    fn between<O: OffsetSizeTrait>(
        &mut self,
        values: &dyn Array,
        ends: &[O],
    ) -> Result<(), ArrowError> {
        let ends = ends.first().zip(ends.last());
        let (start, end) = ends.map_or((0, 0), |(first, last)| (first.as_usize(), last.as_usize()));
        self.check(&values.slice(start, end - start))
    }

    fn list_views<O: OffsetSizeTrait>(
        &mut self,
        lists: &GenericListViewArray<O>,
    ) -> Result<(), ArrowError> {
        let lists_at = lists.offsets().iter().zip(lists.sizes().iter());
        let ranges = lists_at.map(|(start, length)| {
            let start = start.as_usize();
            start..start + length.as_usize()
        });
        self.ranges(lists.values(), ranges.collect())
    }

    /// Checks what rows refer to each by itself, once however many of them refer to it.
    fn ranges(
        &mut self,
        values: &dyn Array,
        mut ranges: Vec<Range<usize>>,
    ) -> Result<(), ArrowError> {
        ranges.retain(|range| !range.is_empty());
        ranges.sort_unstable_by_key(|range| range.start);
        ranges.dedup_by(|next, before| {
            let goes_on = next.start <= before.end;
            if goes_on {
                before.end = before.end.max(next.end);
            }
            goes_on
        });
        for range in ranges {
            self.check(&values.slice(range.start, range.len()))?;
        }
        Ok(())
    }

    fn union(&mut self, rows: &UnionArray, mode: UnionMode) -> Result<(), ArrowError> {
        if mode == UnionMode::Sparse {
            let mut fields = rows.fields().iter();
            return fields.try_for_each(|(id, _)| self.check(rows.child(id)));
        }
        let mut ranges: BTreeMap<i8, Vec<Range<usize>>> = BTreeMap::new();
        for row in 0..rows.len() {
            let at = rows.value_offset(row);
            ranges
                .entry(rows.type_id(row))
                .or_default()
                .push(at..at + 1);
        }
        let mut ranges = ranges.into_iter();
        ranges.try_for_each(|(id, ranges)| self.ranges(rows.child(id), ranges))
    }

    fn runs<R: RunEndIndexType>(&mut self, rows: &RunArray<R>) -> Result<(), ArrowError> {
        let ends = rows.run_ends();
        let all = ends.values();
        let place = (R::DATA_TYPE, all.as_ptr().addr(), all.len());
        // Where a run lies is searched among all of them, which have to ascend.
        if self.run_ends.insert(place)
            && !(all.is_sorted_by(|end, next| end < next)
                && all.first().is_none_or(|end| *end > R::default_value()))
        {
            return Err(unfit(format_args!("runs whose ends do not ascend")));
        }
        if !rows.is_empty() && ends.max_value() < ends.offset() + ends.len() {
            return Err(unfit(format_args!("runs that end before the rows do")));
        }
        self.check(&rows.values_slice())
    }
}

/// Types may stand so deep in each other, as pyarrow has it: all that reads them goes down by itself.
const MAX_DEPTH: usize = 64;

/// Whether types stand deeper in each other.
fn is_deep(outer: &DataType) -> bool {
    let mut left = vec![(outer, 0)];
    while let Some((data_type, depth)) = left.pop() {
        if depth > MAX_DEPTH {
            return true;
        }
        let inner: Vec<&DataType> = match data_type {
            DataType::List(field)
            | DataType::LargeList(field)
            | DataType::FixedSizeList(field, _)
            | DataType::ListView(field)
            | DataType::LargeListView(field)
            | DataType::Map(field, _)
            | DataType::RunEndEncoded(_, field) => vec![field.data_type()],
            DataType::Dictionary(_, values) => vec![values],
            DataType::Struct(fields) => fields.iter().map(|field| field.data_type()).collect(),
            DataType::Union(fields, _) => {
                fields.iter().map(|(_, field)| field.data_type()).collect()
            }
            _ => Vec::new(),
        };
        left.extend(inner.into_iter().map(|inner| (inner, depth + 1)));
    }
    false
}

fn unfit(what: std::fmt::Arguments<'_>) -> ArrowError {
    ArrowError::InvalidArgumentError(what.to_string())
}
