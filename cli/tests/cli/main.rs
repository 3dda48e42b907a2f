//! Runs the command `toponym`: what it writes is a contract with whoever reads it.

mod batch;
mod docs;
mod endings;
#[cfg(target_os = "linux")]
mod faults;
mod formats;
mod index;
mod inputs;
mod library;
mod map;
mod program;
mod resolve;
mod scan;
#[path = "../../../tests/shared/folder.rs"]
mod shared;
mod spreadsheets;
#[cfg(target_os = "linux")]
mod stream_checks;
#[cfg(target_os = "linux")]
mod streams;

/// The program.
fn binary(name: &str) -> &'static str {
    assert_eq!(name, "toponym");
    env!("CARGO_BIN_EXE_toponym")
}
