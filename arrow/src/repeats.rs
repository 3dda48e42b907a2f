//! Which rows ask the same.

use crate::question::Question;
use std::collections::HashMap;

/// The rows of a column by what they ask: columns of places hold few names many times.
#[derive(Clone, Debug, Default)]
pub struct Repeats<'a> {
    distinct: Vec<Question<'a>>,
    rows: Vec<Option<usize>>,
}

impl<'a> Repeats<'a> {
    /// Reads what the rows ask; `None` for one that asks nothing.
    pub fn of(rows: impl IntoIterator<Item = Option<Question<'a>>>) -> Self {
        // Its hashes have a seed: whoever wrote the names cannot make them all alike.
        let mut numbers: HashMap<Question<'a>, usize> = HashMap::new();
        let mut distinct = Vec::new();
        let mut number = |question: Question<'a>| {
            *numbers.entry(question).or_insert_with(|| {
                distinct.push(question);
                distinct.len() - 1
            })
        };
        let rows = rows.into_iter().map(|row| row.map(&mut number)).collect();
        Repeats { distinct, rows }
    }

    /// Each question once, in the order of the rows that ask it first.
    pub fn distinct(&self) -> &[Question<'a>] {
        &self.distinct
    }

    /// For each row, which of the distinct questions it asks; `None` for one that asks nothing.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Option<usize>> {
        self.rows.iter().copied()
    }
}
