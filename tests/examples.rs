//! Runs the example programs: what they write is a contract with whoever reads it.
#![cfg(feature = "embedded")]

mod batch;
mod build_index;
mod endings;
mod program;
mod resolve;
mod scan;
#[cfg(target_os = "linux")]
mod stream_checks;
mod streams;
mod workers;

/// Where cargo puts examples, in the folder of the profile.
const FOLDER: &str = "examples";
