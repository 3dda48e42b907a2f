//! Measures how often answers are right: in texts,
//! `cargo run --release -p toponym-tools --bin evaluate -- text GOLD..`, and of names alone,
//! `.. places TSV`.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

mod ablation;
mod confidence;
mod counts;
mod groups;
mod likeness;
mod options;
mod pairs;
mod places;
mod queries;
mod reliability;
mod resolved;
mod text;

use options::{Options, Task, USAGE};
use program::{Input, Stop};
use std::process::ExitCode;
use toponym_tools::{gold, program, search};

fn main() -> ExitCode {
    program::run("evaluate", USAGE, evaluate)
}

fn evaluate() -> Result<Input, Stop> {
    let options = Options::parse(lexopt::Parser::from_env())?;
    if options.rules {
        ablation::list_rules(&mut std::io::stdout().lock())?;
        return Ok(Input::Good);
    }
    match options.task {
        Task::Text => text::evaluate(&options),
        Task::Places => places::evaluate(&options),
        Task::Pairs => pairs::evaluate(&options),
    }
}
