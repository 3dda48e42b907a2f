//! `toponym_resolve` and `toponym_id`: which place a name means.

use crate::arguments::{Columns, Searched, Wanted, coerced};
use datafusion::arrow::array::{ArrayRef, StringBuilder};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, plan_err};
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility,
};
use std::sync::Arc;
use toponym::{Query, Resolver, Status};
use toponym_arrow::{Answer, AnswerColumns, Asker, Question, Repeats, TextColumn};

#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct ResolveName {
    searched: Searched,
    told: Told,
    signature: Signature,
}

/// What is told of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Told {
    Place,
    Id,
}

impl ResolveName {
    /// `toponym_resolve`, which tells all of the likeliest place.
    pub fn place(resolver: &Resolver) -> Self {
        Self::telling(Told::Place, resolver)
    }

    /// `toponym_id`, which tells the id if one place stands out.
    pub fn id(resolver: &Resolver) -> Self {
        Self::telling(Told::Id, resolver)
    }

    fn telling(told: Told, resolver: &Resolver) -> Self {
        ResolveName {
            searched: Searched(resolver.clone()),
            told,
            signature: Signature::user_defined(Volatility::Immutable),
        }
    }
}

impl ScalarUDFImpl for ResolveName {
    fn name(&self) -> &str {
        match self.told {
            Told::Place => "toponym_resolve",
            Told::Id => "toponym_id",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        let name = self.name();
        if !matches!(types.len(), 1 | 2 | 4) {
            return plan_err!(
                "{name}: expected (name [, country [, lat, lon]]), not {} arguments",
                types.len()
            );
        }
        coerced(
            name,
            &[Wanted::Text, Wanted::Text, Wanted::Degrees, Wanted::Degrees],
            types,
        )
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(match self.told {
            Told::Place => DataType::Struct(AnswerColumns::fields()),
            Told::Id => DataType::Utf8,
        })
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let columns = Columns::of(&args)?;
        let (names, countries) = (columns.text(0)?, columns.text(1)?);
        let question = |row: usize| {
            Some(Question {
                name: names.as_ref()?.get(row)?,
                country: countries
                    .as_ref()
                    .and_then(|countries: &TextColumn| countries.get(row)),
                near: columns.degrees(2, row).zip(columns.degrees(3, row)),
            })
        };
        let repeats = Repeats::of((0..columns.rows()).map(question));
        let asker = Asker::new(&self.searched.0, Query::new(""));
        let answers: Vec<Answer<'_>> = repeats
            .distinct()
            .iter()
            .map(|asked| asker.ask(asked))
            .collect();
        let rows = repeats.rows().map(|row| row.map(|at| &answers[at]));
        columns.value(match self.told {
            Told::Place => places(rows),
            Told::Id => ids(rows),
        })
    }
}

fn places<'a>(rows: impl Iterator<Item = Option<&'a Answer<'a>>>) -> ArrayRef {
    let mut columns = AnswerColumns::default();
    rows.for_each(|answer| columns.append(answer));
    Arc::new(columns.finish_struct())
}

/// The ids of places that stand out: two ambiguous names are no reason to join two rows.
fn ids<'a>(rows: impl Iterator<Item = Option<&'a Answer<'a>>>) -> ArrayRef {
    let mut ids = StringBuilder::new();
    for answer in rows {
        let resolved = answer.filter(|answer| answer.status() == Status::Resolved);
        let place = resolved.and_then(Answer::place);
        ids.append_option(place.map(|place| place.id().to_string()));
    }
    Arc::new(ids.finish())
}
