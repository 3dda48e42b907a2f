//! A column of text, of whatever type Arrow has for it.

use arrow_array::cast::AsArray;
use arrow_array::{
    Array, ArrayRef, LargeStringArray, StringArray, StringViewArray, downcast_integer_array,
    make_array,
};
use arrow_schema::{ArrowError, DataType};

/// A column of text: `Utf8`, `LargeUtf8`, `Utf8View`, dictionaries of them, or nothing but nulls. The
/// text is read in place.
#[derive(Clone, Debug)]
pub struct TextColumn(Texts);

#[derive(Clone, Debug)]
enum Texts {
    Utf8(StringArray),
    LargeUtf8(LargeStringArray),
    View(StringViewArray),
    Dictionary {
        values: Box<TextColumn>,
        /// Which of the values stands in a row, as integers.
        keys: ArrayRef,
    },
}

impl TextColumn {
    /// Reads a column.
    ///
    /// # Errors
    /// If the column holds no text.
    pub fn try_new(column: &ArrayRef) -> Result<Self, ArrowError> {
        let texts = match column.data_type() {
            DataType::Utf8 => Texts::Utf8(column.as_string().clone()),
            DataType::LargeUtf8 => Texts::LargeUtf8(column.as_string().clone()),
            DataType::Utf8View => Texts::View(column.as_string_view().clone()),
            DataType::Null => Texts::Utf8(StringArray::new_null(column.len())),
            DataType::Dictionary(_, values) if values.is_string() => {
                let column = column.as_any_dictionary();
                Texts::Dictionary {
                    values: Box::new(TextColumn::try_new(column.values())?),
                    keys: make_array(column.keys().to_data()),
                }
            }
            other => {
                let message = format!("expected a column of text, and this one is of {other}");
                return Err(ArrowError::InvalidArgumentError(message));
            }
        };
        Ok(TextColumn(texts))
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Texts::Utf8(texts) => texts.len(),
            Texts::LargeUtf8(texts) => texts.len(),
            Texts::View(texts) => texts.len(),
            Texts::Dictionary { keys, .. } => keys.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of a row; `None` where it is null, and beyond the end.
    pub fn get(&self, row: usize) -> Option<&str> {
        if row >= self.len() {
            return None;
        }
        match &self.0 {
            Texts::Utf8(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Texts::LargeUtf8(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Texts::View(texts) => texts.is_valid(row).then(|| texts.value(row)),
            Texts::Dictionary { values, keys } => values.get(key_of(keys, row)?),
        }
    }

    /// The texts of all rows.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<&str>> {
        (0..self.len()).map(|row| self.get(row))
    }
}

/// Which value a row of a dictionary has, by its keys; `None` where it has none.
#[allow(
    clippy::unnecessary_fallible_conversions,
    reason = "of some types of integers it can fail"
)]
fn key_of(keys: &ArrayRef, row: usize) -> Option<usize> {
    if keys.is_null(row) {
        return None;
    }
    downcast_integer_array!(
        keys => usize::try_from(keys.value(row)).ok(),
        _ => None
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::types::Int32Type;
    use arrow_array::{DictionaryArray, Int64Array, NullArray};
    use std::sync::Arc;

    #[test]
    fn all_types_of_text_are_read_alike() {
        let texts = [
            Some("Gyumri"),
            None,
            Some(""),
            Some("a name of more than twelve bytes"),
        ];
        let columns: [ArrayRef; 4] = [
            Arc::new(StringArray::from_iter(texts)),
            Arc::new(LargeStringArray::from_iter(texts)),
            Arc::new(StringViewArray::from_iter(texts)),
            Arc::new(DictionaryArray::<Int32Type>::from_iter(texts)),
        ];
        let nulls = DictionaryArray::<Int32Type>::from_iter([None::<&str>; 3]);
        let nulls = TextColumn::try_new(&(Arc::new(nulls) as ArrayRef)).unwrap();
        assert_eq!(nulls.iter().collect::<Vec<_>>(), [None; 3]);
        for column in columns {
            let read = TextColumn::try_new(&column).unwrap();
            assert_eq!(
                read.iter().collect::<Vec<_>>(),
                texts,
                "{}",
                column.data_type()
            );
            assert_eq!((read.len(), read.get(4)), (4, None));
        }
        let nulls: ArrayRef = Arc::new(NullArray::new(2));
        let nulls = TextColumn::try_new(&nulls).unwrap();
        assert_eq!(nulls.iter().collect::<Vec<_>>(), [None, None]);
    }

    #[test]
    fn slices_begin_where_they_begin() {
        let column: ArrayRef = Arc::new(StringArray::from(vec!["a", "b", "c"]));
        let read = TextColumn::try_new(&column.slice(1, 2)).unwrap();
        assert_eq!(read.iter().collect::<Vec<_>>(), [Some("b"), Some("c")]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let numbers: ArrayRef = Arc::new(Int64Array::from(vec![1]));
        let error = TextColumn::try_new(&numbers).unwrap_err().to_string();
        assert!(
            error.contains("column of text") && error.contains("Int64"),
            "{error}"
        );
    }
}
