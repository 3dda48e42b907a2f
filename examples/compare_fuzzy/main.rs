//! Fuzzy search side by side with what a user would pick instead.
//!
//! ```text
//! cargo run --release --example compare_fuzzy -- [--names N] [--format table|jsonl]
//! ```

mod measure;
mod methods;
mod names;
mod queries;

use indicatif::{ProgressBar, ProgressStyle};
use measure::{Bench, Row};
use methods::{BruteForce, FstLevenshtein, LevenshteinAutomata, Symmetric, Toponym};
use std::process::ExitCode;

struct Options {
    names: usize,
    jsonl: bool,
    only: Option<String>,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options {
        names: 1_000_000,
        jsonl: false,
        only: None,
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("names") => options.names = arguments.value()?.parse()?,
            Long("only") => options.only = Some(arguments.value()?.string()?),
            Long("format") => {
                options.jsonl = match arguments.value()?.string()?.as_str() {
                    "table" => false,
                    "jsonl" => true,
                    other => return Err(format!("no such format: {other}").into()),
                }
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => {
            eprintln!("{error}");
            eprintln!("usage: compare_fuzzy [--names N] [--format table|jsonl] [--only METHOD]");
            return ExitCode::from(2);
        }
    };
    let bar = ProgressBar::new(options.names as u64);
    if let Ok(style) = ProgressStyle::with_template("{msg:30} {wide_bar} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message("making names");
    let (names, models) = names::generate(options.names, |n| bar.inc(n as u64));
    let bench = Bench::new(&names, &models, &bar);
    let wanted = |method: &str| options.only.as_ref().is_none_or(|only| only == method);
    let mut rows: Vec<Row> = Vec::new();
    if wanted("toponym") {
        rows.extend(bench.run(
            || Toponym::build(&names),
            &["exact", "d1", "d2", "tiered"],
            1000,
        ));
    }
    if wanted("levenshtein_automata+fst") {
        let modes = &["exact", "d1", "d2", "tiered"];
        rows.extend(bench.run(|| LevenshteinAutomata::build(&names), modes, 1000));
    }
    if wanted("fst-levenshtein") {
        rows.extend(bench.run(|| FstLevenshtein::build(&names), &["d1", "d2"], 100));
    }
    if wanted("symspell") {
        rows.extend(bench.run(|| Symmetric::build(&names), &["d1", "d2", "tiered"], 1000));
    }
    if wanted("rapidfuzz") {
        rows.extend(bench.run(|| BruteForce(&names), &["d1", "d2"], 20));
    }
    bar.finish_and_clear();
    if options.jsonl {
        for row in &rows {
            println!("{}", row.json());
        }
    } else {
        measure::print_table(&rows);
    }
    ExitCode::SUCCESS
}
