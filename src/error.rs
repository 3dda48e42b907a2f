//! What can go wrong, and where: one error type for the whole crate.
//!
//! Searching never fails. Errors arise when a value is constructed (an id, a coordinate, a
//! language tag), when a table is read, and when an index is built.

use std::path::PathBuf;

/// Everything that can go wrong in this crate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A value does not have the form that its type asks for.
    #[error("{what} {value:?}: {reason}")]
    Invalid {
        /// The kind of value, such as `place id`.
        what: &'static str,
        /// The value as it was given.
        value: String,
        /// What is wrong with it and what would be right.
        reason: &'static str,
    },

    /// A row of a gazetteer table is wrong.
    #[error("{file}:{line}: {}{reason}", in_column(.column))]
    Row {
        /// The table, as the caller named it.
        file: String,
        /// Line of the row in the file, from 1; 0 when the whole file is meant.
        line: u64,
        /// The column's name, where one column is to blame.
        column: Option<&'static str>,
        /// What is wrong and what would be right.
        reason: String,
    },

    /// A file could not be read.
    #[error("{}: {source}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },

    /// The index could not be built from what was given.
    #[error("building the index: {0}")]
    Build(String),
}

/// A result whose error is this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

fn in_column(column: &Option<&'static str>) -> String {
    column
        .map(|name| format!("column `{name}`: "))
        .unwrap_or_default()
}

impl Error {
    /// An [`Error::Invalid`]; the value is cut to a length that a message can carry.
    pub(crate) fn invalid(what: &'static str, value: &str, reason: &'static str) -> Self {
        const SHOWN: usize = 80;
        let mut value = value.to_owned();
        if let Some((cut, _)) = value.char_indices().nth(SHOWN) {
            value.truncate(cut);
            value.push('…');
        }
        Error::Invalid {
            what,
            value,
            reason,
        }
    }
}
