//! Which places names mean, as columns.

use crate::place::{PlaceColumns, small_number, text};
use arrow_array::builder::{Int32Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_schema::{Field, Fields};
use std::sync::Arc;
use toponym::{NameRef, PlaceRef, Resolution, Status};

/// The likeliest place of a name, small enough to be kept for each name of a column.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'r> {
    status: Status,
    best: Option<Best<'r>>,
}

#[derive(Clone, Copy, Debug)]
struct Best<'r> {
    place: PlaceRef<'r>,
    name: NameRef<'r>,
    edits: u8,
    score: u16,
}

impl<'r> Answer<'r> {
    /// What a resolution says first.
    pub fn of(resolution: &Resolution<'r>) -> Self {
        let best = resolution.best().map(|best| Best {
            place: best.place(),
            name: best.name(),
            edits: best.evidence().edits(),
            score: best.score().get(),
        });
        Answer {
            status: resolution.status(),
            best,
        }
    }

    /// Whether one place stands out.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The likeliest place; none if the name is unknown.
    pub fn place(&self) -> Option<PlaceRef<'r>> {
        self.best.map(|best| best.place)
    }
}

/// The columns of answers, as they grow: `status`, the place, `matched_name`, `matched_language`,
/// `edits`, `score`.
#[derive(Debug, Default)]
pub struct AnswerColumns {
    status: StringBuilder,
    place: PlaceColumns,
    matched_name: StringBuilder,
    matched_language: StringBuilder,
    edits: Int32Builder,
    score: Int32Builder,
}

impl AnswerColumns {
    /// What the columns are called, and their types.
    pub fn fields() -> Fields {
        let before = [text("status")];
        let behind = [
            text("matched_name"),
            text("matched_language"),
            small_number("edits"),
            small_number("score"),
        ];
        let fields: Vec<Field> = before
            .into_iter()
            .chain(PlaceColumns::fields())
            .chain(behind)
            .collect();
        fields.into()
    }

    /// Adds a row: of nulls where nothing was asked, of nulls behind the status where nothing is known.
    pub fn append(&mut self, answer: Option<&Answer<'_>>) {
        let best = answer.and_then(|answer| answer.best);
        self.status
            .append_option(answer.map(|answer| answer.status.as_str()));
        self.place.append(best.map(|best| best.place));
        self.matched_name
            .append_option(best.map(|best| best.name.text()));
        let language = best.map(|best| best.name.language());
        self.matched_language
            .append_option(language.as_ref().map(|language| language.as_str()));
        self.edits
            .append_option(best.map(|best| i32::from(best.edits)));
        self.score
            .append_option(best.map(|best| i32::from(best.score)));
    }

    /// The columns as a table; there are none afterwards.
    pub fn finish(&mut self) -> RecordBatch {
        RecordBatch::from(StructArray::new(Self::fields(), self.arrays(), None))
    }

    /// The columns as one column of structs, null where nothing was asked; there are none afterwards.
    pub fn finish_struct(&mut self) -> StructArray {
        let columns = self.arrays();
        let asked = columns[0].nulls().cloned();
        StructArray::new(Self::fields(), columns, asked)
    }

    pub(crate) fn arrays(&mut self) -> Vec<ArrayRef> {
        let mut columns: Vec<ArrayRef> = vec![Arc::new(self.status.finish())];
        columns.extend(self.place.finish());
        columns.push(Arc::new(self.matched_name.finish()));
        columns.push(Arc::new(self.matched_language.finish()));
        columns.push(Arc::new(self.edits.finish()));
        columns.push(Arc::new(self.score.finish()));
        columns
    }
}
