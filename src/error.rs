//! What can go wrong, and where: one error type for the whole crate.
//!
//! Searching never fails. Errors arise when a value is constructed (an id, a coordinate, a
//! language tag), when a table is read, and when an index is built.

use std::fmt;
use std::path::{Path, PathBuf};

/// What went wrong, and where. Its message, which it prints in one line, names the file, line
/// and column and says what to do; the same is to be had by [`Error::kind`] and the accessors.
///
/// ```
/// use toponym::{Error, ErrorKind, PlaceId};
///
/// let error: Error = "gn:x".parse::<PlaceId>().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::InvalidValue);
/// assert_eq!(error.value(), Some("gn:x"));
/// assert!(error.to_string().contains("expected gn: and a positive number"));
/// ```
// Boxed, so that a `Result` is no larger for what seldom happens.
pub struct Error(Box<Cause>);

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A value does not have the form that its type asks for; see [`Error::value`].
    InvalidValue,
    /// A row of a table is wrong; see [`Error::path`], [`Error::line`] and [`Error::column`].
    Row,
    /// A file could not be read or written; see [`Error::path`] and [`Error::io_error`].
    Io,
    /// A file, or bytes in memory, were refused as an index; see [`Error::index_fault`].
    Index,
    /// No index can be built from what was given.
    Build,
}

#[derive(Debug, thiserror::Error)]
#[cfg_attr(
    not(feature = "build"),
    expect(
        dead_code,
        reason = "rows are read, and indexes built, by that feature alone"
    )
)]
enum Cause {
    #[error("{what} {value:?}: {reason}")]
    Invalid {
        what: &'static str,
        value: String,
        reason: &'static str,
    },

    #[error("{}:{line}: {}{reason}", .file.display(), in_column(.column))]
    Row {
        file: PathBuf,
        /// From 1; 0 when the whole file is meant.
        line: u64,
        column: Option<&'static str>,
        reason: String,
    },

    #[error("{}: {source}", .path.display())]
    Io {
        path: PathBuf,
        source: std::io::Error,
    },

    #[error("{} {fault}", .path.as_ref().map_or("the index".into(), |path| path.display().to_string()))]
    Index {
        path: Option<PathBuf>,
        fault: IndexFault,
    },

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
        "is not an index: name a file that `IndexBuilder::write` made, or the command `toponym index build`"
    )]
    NotAnIndex,
    /// It has another version of the format.
    #[error(
        "has format {found}, and this release of toponym reads format {expected}: \
         build it again, with `toponym index build`"
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
         build it again, with `toponym index build`"
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
    /// What kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        match *self.0 {
            Cause::Invalid { .. } => ErrorKind::InvalidValue,
            Cause::Row { .. } => ErrorKind::Row,
            Cause::Io { .. } => ErrorKind::Io,
            Cause::Index { .. } => ErrorKind::Index,
            Cause::Build(_) => ErrorKind::Build,
        }
    }

    /// The file at which it arose; for a table that was read from memory the label that the
    /// caller gave it. None if there is no file.
    pub fn path(&self) -> Option<&Path> {
        match &*self.0 {
            Cause::Row { file, .. } => Some(file),
            Cause::Io { path, .. } => Some(path),
            Cause::Index { path, .. } => path.as_deref(),
            Cause::Invalid { .. } | Cause::Build(_) => None,
        }
    }

    /// The line of the row that is wrong, from 1; none if no row or the table as a whole is
    /// meant.
    pub fn line(&self) -> Option<u64> {
        match *self.0 {
            Cause::Row { line, .. } => Some(line).filter(|line| *line > 0),
            _ => None,
        }
    }

    /// The name of the column that is wrong, where one column of a row is to blame.
    pub fn column(&self) -> Option<&str> {
        match *self.0 {
            Cause::Row { column, .. } => column,
            _ => None,
        }
    }

    /// The value that does not have the form its type asks for; of a long one the beginning, and
    /// an ellipsis.
    pub fn value(&self) -> Option<&str> {
        match &*self.0 {
            Cause::Invalid { value, .. } => Some(value),
            _ => None,
        }
    }

    /// What the operating system said, or the reader of a packed file.
    pub fn io_error(&self) -> Option<&std::io::Error> {
        match &*self.0 {
            Cause::Io { source, .. } => Some(source),
            _ => None,
        }
    }

    /// Why an index was refused.
    pub fn index_fault(&self) -> Option<&IndexFault> {
        match &*self.0 {
            Cause::Index { fault, .. } => Some(fault),
            _ => None,
        }
    }

    /// A value of the wrong form; it is cut to a length that a message can carry.
    pub(crate) fn invalid(what: &'static str, value: &str, reason: &'static str) -> Self {
        const SHOWN: usize = 80;
        let mut value = value.to_owned();
        if let Some((cut, _)) = value.char_indices().nth(SHOWN) {
            value.truncate(cut);
            value.push('…');
        }
        Cause::Invalid {
            what,
            value,
            reason,
        }
        .into()
    }

    /// A file that could not be read or written.
    pub(crate) fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        let path = path.into();
        Cause::Io { path, source }.into()
    }

    /// A file, or bytes in memory, that are refused as an index.
    pub(crate) fn index(path: Option<&Path>, fault: IndexFault) -> Self {
        let path = path.map(Path::to_owned);
        Cause::Index { path, fault }.into()
    }

    /// A row that is wrong: its table, its line from 1 or 0 for the whole table, and the column
    /// if one is to blame.
    #[cfg(feature = "build")]
    pub(crate) fn row(
        file: &str,
        line: u64,
        column: Option<&'static str>,
        reason: impl Into<String>,
    ) -> Self {
        Cause::Row {
            file: file.into(),
            line,
            column,
            reason: reason.into(),
        }
        .into()
    }

    /// What was given makes no index.
    #[cfg(feature = "build")]
    pub(crate) fn build(reason: impl Into<String>) -> Self {
        Cause::Build(reason.into()).into()
    }

    /// What was given makes no dictionary. (`fst` does not tell what an error of input or output is.)
    #[cfg(feature = "build")]
    pub(crate) fn dictionary(error: fst::Error) -> Self {
        Error::build(match error {
            fst::Error::Io(error) => error.to_string(),
            error => error.to_string(),
        })
    }
}

impl From<Cause> for Error {
    fn from(fault: Cause) -> Self {
        Error(Box::new(fault))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Names its kind's fields, not the private type that holds them.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_message_says_is_to_be_had_alone() {
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        let error = Error::io("a/b.csv", missing);
        assert_eq!(error.kind(), ErrorKind::Io);
        assert_eq!(error.path(), Some(Path::new("a/b.csv")));
        assert_eq!(
            error.io_error().unwrap().kind(),
            std::io::ErrorKind::NotFound
        );
        assert!(std::error::Error::source(&error).is_some());
        assert_eq!(
            (error.line(), error.column(), error.value()),
            (None, None, None)
        );

        let fault = IndexFault::Version {
            found: 9,
            expected: 1,
        };
        let error = Error::index(None, fault.clone());
        assert_eq!((error.kind(), error.path()), (ErrorKind::Index, None));
        assert_eq!(error.index_fault(), Some(&fault));
        assert!(
            error.to_string().starts_with("the index has format 9"),
            "{error}"
        );
    }

    #[cfg(feature = "build")]
    #[test]
    fn rows_have_a_line_and_a_column_or_are_the_whole_table() {
        let error = Error::row("t.csv", 3, Some("id"), "is empty");
        assert_eq!(error.to_string(), "t.csv:3: column `id`: is empty");
        assert_eq!((error.line(), error.column()), (Some(3), Some("id")));
        assert_eq!(error.path(), Some(Path::new("t.csv")));
        assert_eq!(Error::row("t.csv", 0, None, "is empty").line(), None);
        let error = Error::build("no places");
        assert_eq!((error.kind(), error.path()), (ErrorKind::Build, None));
    }

    #[test]
    fn long_values_are_cut() {
        let error = Error::invalid("place id", &"ա".repeat(500), "too long");
        assert_eq!(error.value().unwrap().chars().count(), 81);
    }
}
