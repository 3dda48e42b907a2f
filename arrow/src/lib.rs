//! Columns of names and texts in, columns of places out: `toponym` on
//! [Apache Arrow](https://arrow.apache.org), as the packages for Python and DataFusion share it.
//!
//! ```
//! use arrow_array::{ArrayRef, StringArray};
//! use std::sync::Arc;
//! use toponym::{Query, Resolver};
//! use toponym_arrow::{Answer, AnswerColumns, Asker, Question, Repeats, TextColumn};
//!
//! let column: ArrayRef = Arc::new(StringArray::from(vec![Some("غيومري"), None, Some("غيومري")]));
//! let names = TextColumn::try_new(&column)?;
//!
//! // What repeats is asked once.
//! let repeats = Repeats::of(names.iter().map(|name| name.map(Question::new)));
//! assert_eq!(repeats.distinct().len(), 1);
//!
//! let resolver = Resolver::embedded();
//! let asker = Asker::new(&resolver, Query::new(""));
//! let answers: Vec<Answer> = repeats.distinct().iter().map(|asked| asker.ask(asked)).collect();
//! let mut columns = AnswerColumns::default();
//! for row in repeats.rows() {
//!     columns.append(row.map(|at| &answers[at]));
//! }
//! let table = columns.finish();
//! assert_eq!((table.num_rows(), table.column_by_name("id").unwrap().null_count()), (3, 1));
//! # Ok::<(), arrow_schema::ArrowError>(())
//! ```
//!
//! `text_column` reads a column of any of Arrow's types of text; `question` is what a row asks, and
//! `repeats` which rows ask the same; `answer`, `mention` and `nearby` are answers as columns, each with
//! those of `place`, and mentions with that of `site`. The names of columns are the keys of the command's JSON (`docs/output.md`).

mod answer;
mod mention;
mod nearby;
mod place;
mod question;
mod repeats;
mod site;
mod text_column;

pub use crate::answer::{Answer, AnswerColumns};
pub use crate::mention::{MentionColumns, MentionRow};
pub use crate::nearby::NearbyColumns;
pub use crate::question::{Asker, Question};
pub use crate::repeats::Repeats;
pub use crate::text_column::TextColumn;
