//! Says which places names mean: `cargo run --release --example resolve -- غيومري Xankəndi`.

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

#[path = "resolve/answers.rs"]
mod answers;
#[path = "resolve/lines.rs"]
mod lines;
#[path = "resolve/options.rs"]
mod options;

use answers::Answers;
use lines::Lines;
use options::{Options, USAGE};
use program::{Input, Stop, note};
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    program::run("resolve", USAGE, resolve)
}

fn resolve() -> Result<Input, Stop> {
    let options = Options::parse(lexopt::Parser::from_env())?;
    let resolver = search::resolver(options.index.as_deref())?;
    options.check(&resolver)?;
    let mut answers = Answers::begin(io::stdout().lock(), options.format, options.explain)?;
    let mut input = Input::Good;
    for name in &options.names {
        answers.add(name, &resolver.resolve(options.query(name)))?;
    }
    if options.names.is_empty() {
        let mut lines = Lines::new(io::stdin().lock());
        while let Some(line) = lines
            .next()
            .map_err(|error| Stop::File(format!("-: {error}")))?
        {
            if let Some(at) = line.bad_byte {
                input = Input::PartlyBad;
                note(format_args!(
                    "resolve: -:{}: not UTF-8 from byte {at} of the line on",
                    line.number
                ));
            }
            answers.add(&line.text, &resolver.resolve(options.query(&line.text)))?;
            // Whoever sent the line may wait for its answer before sending the next.
            if lines.will_wait() {
                answers.flush()?;
            }
        }
    }
    answers.end()?;
    Ok(input)
}
