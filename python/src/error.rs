//! What goes wrong, as Python's exceptions with the library's messages.

use arrow_schema::ArrowError;
use pyo3::create_exception;
use pyo3::exceptions::{PyFileNotFoundError, PyOSError, PyPermissionError, PyValueError};
use pyo3::prelude::*;
use std::io;

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

/// The exception for a message.
pub(crate) fn message(message: impl ToString) -> PyErr {
    Error::new_err(message.to_string())
}

/// The exception for columns that cannot be read or made.
pub(crate) fn column_exception(error: ArrowError) -> PyErr {
    Error::new_err(error.to_string())
}
