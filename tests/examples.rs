//! Runs the example programs: what they write is a contract with whoever reads it.
#![cfg(feature = "embedded")]

#[path = "examples/batch.rs"]
mod batch;
#[path = "examples/build_index.rs"]
mod build_index;
#[path = "examples/check_gazetteer.rs"]
mod check_gazetteer;
#[path = "examples/endings.rs"]
mod endings;
#[path = "examples/evaluate.rs"]
mod evaluate;
#[path = "examples/program.rs"]
mod program;
#[path = "examples/resolve.rs"]
mod resolve;
#[path = "examples/scan.rs"]
mod scan;
#[path = "examples/streams.rs"]
mod streams;
#[path = "examples/workers.rs"]
mod workers;
