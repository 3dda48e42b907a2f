//! `toponym_scan`: the places that a text mentions.

use crate::arguments::{Columns, Searched, Wanted, coerced};
use datafusion::arrow::array::ListArray;
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::{Result, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility,
};
use std::sync::Arc;
use toponym::{Offsets, Resolver};
use toponym_arrow::MentionColumns;

#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct ScanText {
    searched: Searched,
    signature: Signature,
}

impl ScanText {
    pub fn new(resolver: &Resolver) -> Self {
        ScanText {
            searched: Searched(resolver.clone()),
            signature: Signature::user_defined(Volatility::Immutable),
        }
    }
}

fn mention_field() -> FieldRef {
    Arc::new(Field::new_list_field(
        DataType::Struct(MentionColumns::fields()),
        true,
    ))
}

impl ScalarUDFImpl for ScanText {
    fn name(&self) -> &str {
        "toponym_scan"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        match types.len() {
            1 => coerced(self.name(), &[Wanted::Text], types),
            count => plan_err!("toponym_scan: expected (text), not {count} arguments"),
        }
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::List(mention_field()))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = Columns::of(&args)?;
        let texts = columns.text(0)?;
        let (mut mentions, mut lengths, mut valid) =
            (MentionColumns::default(), Vec::new(), Vec::new());
        for row in 0..columns.rows() {
            let before = mentions.len();
            let text = texts.as_ref().and_then(|texts| texts.get(row));
            if let Some(text) = text {
                let chars = Offsets::chars(text);
                for mention in self.searched.0.scan(text) {
                    mentions.append(&mention, &chars);
                }
            }
            lengths.push(mentions.len() - before);
            valid.push(text.is_some());
        }
        let offsets = OffsetBuffer::from_lengths(lengths);
        let mentions = Arc::new(mentions.finish_struct());
        let lists = ListArray::try_new(
            mention_field(),
            offsets,
            mentions,
            Some(NullBuffer::from(valid)),
        )?;
        columns.value(Arc::new(lists))
    }
}
