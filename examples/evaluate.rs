//! Measures how often answers are right: in texts, `cargo run --release --example evaluate -- text
//! GOLD..`, and of names alone, `.. places TSV`.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

#[path = "output/program.rs"]
#[allow(dead_code, reason = "shared by all programs")]
mod program;
#[path = "output/search.rs"]
mod search;

#[path = "evaluate/conll.rs"]
mod conll;
#[path = "evaluate/counts.rs"]
mod counts;
#[path = "evaluate/gold.rs"]
mod gold;
#[path = "evaluate/options.rs"]
mod options;
#[path = "evaluate/pairs.rs"]
mod pairs;
#[path = "evaluate/places.rs"]
mod places;
#[path = "evaluate/queries.rs"]
mod queries;
#[path = "evaluate/reliability.rs"]
mod reliability;
#[path = "evaluate/resolved.rs"]
mod resolved;
#[path = "evaluate/spans.rs"]
mod spans;
#[path = "evaluate/text.rs"]
mod text;

use options::{Options, Task, USAGE};
use program::{Input, Stop};
use std::process::ExitCode;

fn main() -> ExitCode {
    program::run("evaluate", USAGE, evaluate)
}

fn evaluate() -> Result<Input, Stop> {
    let options = Options::parse(lexopt::Parser::from_env())?;
    match options.task {
        Task::Text => text::evaluate(&options),
        Task::Places => places::evaluate(&options),
        Task::Pairs => pairs::evaluate(&options),
    }
}
