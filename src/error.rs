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

    /// A file, or bytes in memory, were refused as an index.
    #[error("{} {fault}", .path.as_ref().map_or("the index".into(), |path| path.display().to_string()))]
    Index {
        /// The file; none for bytes in memory.
        path: Option<PathBuf>,
        /// What is wrong with it and what to do.
        fault: IndexFault,
    },

    /// The index could not be built from what was given.
    #[error("building the index: {0}")]
    Build(String),
}

/// Why an index file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IndexFault {
    /// There are no bytes.
    #[error("is empty: build it again")]
    Empty,
    /// The path is that of a folder.
    #[error("is a folder: name the index file in it")]
    Folder,
    /// The path is that of a device, pipe or socket.
    #[error("is a device, pipe or socket: an index is read from a file, so put it into one")]
    NotAFile,
    /// It does not begin as an index does.
    #[error(
        "is not an index: name a file that `IndexBuilder::write` made, or the example program `build_index`"
    )]
    NotAnIndex,
    /// It has another version of the format.
    #[error(
        "has format {found}, and this release of toponym reads format {expected}: \
         build it again with this release"
    )]
    Version {
        /// The version of the file.
        found: u32,
        /// The version that is read.
        expected: u32,
    },
    /// Its keys were made by other rules than searches use now.
    #[error(
        "was built with other rules of folding letters than this release of toponym has: \
         build it again with this release"
    )]
    Rules,
    /// Its end is missing.
    #[error("was cut short, to {found} bytes of at least {expected}: copy or build it again")]
    CutShort {
        /// Its length in bytes.
        found: u64,
        /// The length in bytes that it should have, at least.
        expected: u64,
    },
    /// Something follows its end.
    #[error("has {found} bytes where {expected} were written: copy or build it again")]
    TooLong {
        /// Its length in bytes.
        found: u64,
        /// The length in bytes that it should have.
        expected: u64,
    },
    /// Some of its bytes are not those that were written.
    #[error("is damaged in {what}: copy or build it again")]
    Damaged {
        /// The part where that shows.
        what: &'static str,
    },
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
