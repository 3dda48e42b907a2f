//! Finds the places that texts mention: `cargo run --release --example scan examples/story.txt`.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

#[path = "output/explanation.rs"]
mod explanation;
#[path = "output/format.rs"]
mod format;
#[path = "output/geojson.rs"]
mod geojson;
#[path = "output/layout.rs"]
mod layout;
#[path = "output/program.rs"]
#[allow(dead_code, reason = "shared by all programs")]
mod program;
#[path = "output/record.rs"]
mod record;
#[path = "output/search.rs"]
mod search;
#[path = "output/table.rs"]
mod table;
#[path = "output/width.rs"]
mod width;

#[path = "scan/input.rs"]
mod input;
#[path = "scan/options.rs"]
mod options;
#[path = "scan/report.rs"]
mod report;

use options::{Options, USAGE};
use program::{Input, Stop, note};
use report::Report;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    program::run("scan", USAGE, scan)
}

fn scan() -> Result<Input, Stop> {
    let options = Options::parse(lexopt::Parser::from_env())?;
    let resolver = search::resolver(options.index.as_deref())?;
    let mut report = Report::begin(io::stdout().lock(), options.format, options.explain)?;
    let mut all = Input::Good;
    for file in &options.files {
        match input::read(file) {
            Ok(text) => {
                let name = file.to_string_lossy();
                let titled = options.files.len() > 1;
                report.add(&name, &text, resolver.scan(&text), titled)?;
            }
            Err(message) => {
                note(format_args!("scan: {message}"));
                all = Input::PartlyBad;
            }
        }
    }
    report.end()?;
    Ok(all)
}
