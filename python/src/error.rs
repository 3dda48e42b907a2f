//! What goes wrong, as Python's exceptions with the library's messages.

use arrow_schema::ArrowError;
use pyo3::create_exception;
use pyo3::exceptions::{PyFileNotFoundError, PyOSError, PyPermissionError, PyValueError};
use pyo3::prelude::*;
use std::io;
use std::path::PathBuf;

create_exception!(
    toponym,
    Error,
    PyValueError,
    "What was asked for, or a file, is not as it should be; the message says where and what to do."
);

/// The exception for an error of the library: a kind of ``OSError`` where a file cannot be read or written.
pub(crate) fn exception(error: toponym::Error) -> PyErr {
    let message = error.to_string();
    match error.io_error().map(io::Error::kind) {
        None => Error::new_err(message),
        Some(io::ErrorKind::NotFound) => PyFileNotFoundError::new_err(message),
        Some(io::ErrorKind::PermissionDenied) => PyPermissionError::new_err(message),
        Some(_) => PyOSError::new_err(message),
    }
}

/// The exception for a file that cannot be written: the kind of ``OSError`` that Python itself would raise.
pub(crate) fn unwritten(path: PathBuf, error: io::Error) -> PyErr {
    let told = error.to_string();
    // Python tells the number itself.
    let told = told.split(" (os error").next().unwrap_or_default();
    match error.raw_os_error() {
        Some(number) => PyOSError::new_err((number, told.to_owned(), path)),
        None => error.into(),
    }
}

/// The exception for a message.
pub(crate) fn message(message: impl ToString) -> PyErr {
    Error::new_err(message.to_string())
}

/// The exception for columns that cannot be read or made.
pub(crate) fn column_exception(error: ArrowError) -> PyErr {
    Error::new_err(error.to_string())
}
