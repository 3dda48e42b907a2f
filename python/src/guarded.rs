//! Panics of what reads other programs' columns, as exceptions.

use crate::error::message;
use pyo3::prelude::*;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Does `work` with a column of Arrow that others made, which messages call `what`.
///
/// The structures of Arrow's C interface are read by crates that believe them and make an array of them before
/// anything can be checked; without unsafe code nobody else can look into them. Of an array that was taken
/// already, or of one that is not of the type of the schema beside it, their assertions fail: that is the
/// column's fault and no reason for a panic, which Python's `except Exception` does not catch.
pub(crate) fn guarded<T>(what: &str, work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    let told = "the column is no array of the type that it says by Arrow's C interface, or was read already";
    caught(|| format!("{what}: {told}"), work)
}

/// Does `work`; a panic is raised as an exception of this message.
pub(crate) fn caught<T>(
    told: impl FnOnce() -> String,
    work: impl FnOnce() -> PyResult<T>,
) -> PyResult<T> {
    let outer = IS_GUARDED.replace(true);
    // What `work` has made is dropped, and nothing else is changed by it.
    let done = catch_unwind(AssertUnwindSafe(work));
    IS_GUARDED.set(outer);
    done.unwrap_or_else(|_| Err(message(told())))
}

/// Keeps what is raised as an exception off standard error, where the panic hook would write it. The hook is that
/// of this extension module alone.
pub(crate) fn silence_guarded_panics() {
    let hook = take_hook();
    set_hook(Box::new(move |panic| {
        if !IS_GUARDED.get() {
            hook(panic);
        }
    }));
}
