//! The places that texts mention, as columns.

use crate::answer::{Answer, AnswerColumns};
use crate::place::{small_number, text};
use crate::site::SitePointColumn;
use arrow_array::builder::{Int32Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_schema::{DataType, Field, Fields};
use std::sync::Arc;
use toponym::{Mention, MentionKind, Offsets, SitePoint, Span};

/// What the columns tell of a mention, small enough to be kept for each mention of many texts: columns are
/// made once all are known, and not for each text, whose few mentions take less than the columns do.
#[derive(Clone, Copy, Debug)]
pub struct MentionRow<'r, 't> {
    /// In characters: of the name, the token and the phrase.
    spans: [Span; 3],
    text: &'t str,
    kind: MentionKind,
    confidence: Option<u16>,
    answer: Answer<'r>,
    site_point: Option<SitePoint<'r>>,
}

impl<'r, 't> MentionRow<'r, 't> {
    /// What is told of a mention; `chars` are the offsets of its text in characters.
    pub fn of(mention: &Mention<'r, 't>, chars: &Offsets<'_>) -> Self {
        let spans = [mention.span(), mention.token_span(), mention.phrase_span()];
        MentionRow {
            spans: spans.map(|span| chars.convert(span)),
            text: mention.as_str(),
            kind: mention.kind(),
            confidence: mention.confidence().map(|confidence| confidence.get()),
            answer: Answer::of(mention.resolution()),
            site_point: mention.site_point(),
        }
    }
}

/// The columns of mentions, as they grow: `start`, `end`, `token_start`, `token_end`, `phrase_start`,
/// `phrase_end`, `text`, `kind`, `confidence`, those of [`AnswerColumns`], and `site_point`.
///
/// Offsets are characters of the text (Unicode scalar values), from 0, the ends excluded: so Python
/// slices texts, and SQL counts in them.
#[derive(Debug, Default)]
pub struct MentionColumns {
    spans: [Int64Builder; 6],
    text: StringBuilder,
    kind: StringBuilder,
    confidence: Int32Builder,
    answer: AnswerColumns,
    site_point: SitePointColumn,
    rows: usize,
}

impl MentionColumns {
    /// What the columns are called, and their types.
    pub fn fields() -> Fields {
        let spans = [
            "start",
            "end",
            "token_start",
            "token_end",
            "phrase_start",
            "phrase_end",
        ];
        let spans = spans.map(|name| Field::new(name, DataType::Int64, true));
        let mut fields: Vec<Arc<Field>> = spans.into_iter().map(Arc::new).collect();
        let told = [text("text"), text("kind"), small_number("confidence")];
        fields.extend(told.map(Arc::new));
        fields.extend(AnswerColumns::fields().iter().cloned());
        fields.push(Arc::new(SitePointColumn::field()));
        fields.into()
    }

    /// Adds a mention; `chars` are the offsets of its text in characters.
    pub fn append(&mut self, mention: &Mention<'_, '_>, chars: &Offsets<'_>) {
        self.append_row(&MentionRow::of(mention, chars));
    }

    /// Adds a mention that was kept.
    pub fn append_row(&mut self, mention: &MentionRow<'_, '_>) {
        let ends = mention.spans.into_iter();
        let ends = ends.flat_map(|Span { start, end }| [start, end]);
        for (column, at) in self.spans.iter_mut().zip(ends) {
            // No text is so long.
            column.append_value(i64::try_from(at).unwrap_or(i64::MAX));
        }
        self.text.append_value(mention.text);
        self.kind.append_value(mention.kind.as_str());
        self.confidence
            .append_option(mention.confidence.map(i32::from));
        self.answer.append(Some(&mention.answer));
        self.site_point.append(mention.site_point);
        self.rows += 1;
    }

    /// How many mentions there are.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there are no mentions.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The columns as a table; there are none afterwards.
    pub fn finish(&mut self) -> RecordBatch {
        RecordBatch::from(self.finish_struct())
    }

    /// The columns as one column of structs; there are none afterwards.
    pub fn finish_struct(&mut self) -> StructArray {
        self.rows = 0;
        let spans = self
            .spans
            .iter_mut()
            .map(|column| Arc::new(column.finish()) as ArrayRef);
        let mut columns: Vec<ArrayRef> = spans.collect();
        columns.push(Arc::new(self.text.finish()));
        columns.push(Arc::new(self.kind.finish()));
        columns.push(Arc::new(self.confidence.finish()));
        columns.extend(self.answer.arrays());
        columns.push(self.site_point.finish());
        StructArray::new(Self::fields(), columns, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int64Type};
    use toponym::Resolver;

    #[test]
    fn offsets_are_characters_of_the_text() {
        let text = "🏔 وصل الوفد إلى مدينة شوشة";
        let (resolver, chars) = (Resolver::embedded(), Offsets::chars(text));
        let mut columns = MentionColumns::default();
        for mention in resolver.scan(text) {
            columns.append(&mention, &chars);
        }
        assert_eq!(columns.len(), 1);
        let table = columns.finish();
        let at = |name| table[name].as_primitive::<Int64Type>().value(0) as usize;
        let part = |start, end| {
            text.chars()
                .skip(start)
                .take(end - start)
                .collect::<String>()
        };
        assert_eq!(part(at("start"), at("end")), "شوشة");
        assert_eq!(part(at("phrase_start"), at("phrase_end")), "مدينة شوشة");
        assert_eq!(table["text"].as_string::<i32>().value(0), "شوشة");
        assert_eq!(table["site_point"].null_count(), 1);
        assert!(columns.is_empty() && columns.finish().num_rows() == 0);
    }

    #[test]
    fn sites_that_no_gazetteer_holds_have_the_point_of_a_place_named_with_them() {
        let text = "اقتحموا حي القصور في حمص";
        let (resolver, chars) = (Resolver::embedded(), Offsets::chars(text));
        let mut columns = MentionColumns::default();
        let mut told = Vec::new();
        for mention in resolver.scan(text) {
            columns.append(&mention, &chars);
            told.push(mention.site_point().map(|point| point.to_record()));
        }
        assert!(told.iter().any(Option::is_some) && told.iter().any(Option::is_none));
        let table = columns.finish();
        let points = table["site_point"].as_struct();
        let lat = points["lat"].as_primitive::<Float64Type>();
        let id = points["id"].as_string::<i32>();
        for (row, told) in told.iter().enumerate() {
            assert_eq!(points.is_valid(row), told.is_some());
            if let Some(told) = told {
                assert_eq!(lat.value(row), told.lat);
                assert_eq!(id.value(row), told.id.to_string());
            }
        }
    }
}
