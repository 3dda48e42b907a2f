//! Runs the tools: what they write, and how they end.

mod check_gazetteer;
mod evaluate;
mod evaluate_queries;
#[path = "../../../tests/examples/program.rs"]
#[allow(dead_code, reason = "the order of keys is asked of the examples only")]
mod program;
#[cfg(target_os = "linux")]
#[path = "../../../tests/examples/stream_checks.rs"]
mod stream_checks;
mod streams;

/// Where cargo puts binaries: right in the folder of the profile.
const FOLDER: &str = "";
