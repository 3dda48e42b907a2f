//! Fuzzy search side by side with what a user would pick instead.
//!
//! ```text
//! cargo run --release -p toponym-tools --features compare --bin compare_fuzzy -- \
//!     [--names N] [--format table|jsonl] [--only METHOD]..
//! ```
//!
//! Speed is that of one thread, over a thousand queries that are the same for all methods, fewer
//! for those that take longer than ten seconds for them (`queries`, the last column). `recall`
//! compares what is found for the first 200 of them, name by name, with what brute force finds; for
//! texts it is the share of the names put into them that is found where it was put.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

mod measure;
mod methods;
mod names;
mod queries;
mod row;
mod scan;
mod text;

use indicatif::{ProgressBar, ProgressStyle};
use measure::Bench;
use methods::{BruteForce, FstLevenshtein, LevenshteinAutomata, Symmetric, Toponym};
use program::{Input, Stop, other};
use row::Row;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use toponym_tools::program;

const METHODS: [&str; 6] = [
    "toponym",
    "levenshtein_automata+fst",
    "fst-levenshtein",
    "symspell",
    "rapidfuzz",
    "daachorse",
];

struct Options {
    names: usize,
    jsonl: bool,
    only: Vec<String>,
}

const USAGE: &str = "\
Measures fuzzy search side by side with what a user would pick instead.

Usage: compare_fuzzy [OPTION]..

Options:
      --names N           so many names (default 1000000, at least 1000)
      --only METHOD       only toponym, levenshtein_automata+fst, fst-levenshtein, symspell,
                          rapidfuzz or daachorse; may be repeated
      --format FORMAT     table (default) or jsonl (one JSON object a line)
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 whatever the figures; 2 for a bad command line or an output that cannot be written.
";

fn options() -> Result<Options, Stop> {
    use lexopt::prelude::*;
    let mut options = Options {
        names: 1_000_000,
        jsonl: false,
        only: Vec::new(),
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("names") => match arguments.value()?.parse()? {
                0..1000 => return Err(Stop::Usage("--names: fewer than 1000 names".to_owned())),
                names => options.names = names,
            },
            Long("only") => match arguments.value()?.string()? {
                method if METHODS.contains(&method.as_str()) => options.only.push(method),
                method => return Err(Stop::Usage(format!("--only: no such method: {method}"))),
            },
            Long("format") => {
                options.jsonl = match arguments.value()?.string()?.as_str() {
                    "table" => false,
                    "jsonl" => true,
                    format => {
                        return Err(Stop::Usage(format!("--format: no such format: {format}")));
                    }
                }
            }
            _ => return Err(other(&argument)),
        }
    }
    Ok(options)
}

fn main() -> ExitCode {
    program::run("compare_fuzzy", USAGE, compare)
}

fn compare() -> Result<Input, Stop> {
    let options = options()?;
    let bar = ProgressBar::new(options.names as u64);
    if let Ok(style) = ProgressStyle::with_template("{msg:35} {wide_bar} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message("making names");
    let (names, models) = names::generate(options.names, |n| bar.inc(n as u64));
    let bench = Bench::new(&names, &models, &bar);
    let mut rows: Vec<Row> = Vec::new();
    for method in METHODS {
        if !options.only.is_empty() && !options.only.iter().any(|only| only == method) {
            continue;
        }
        let new = match method {
            "toponym" => bench.run(|| Toponym::build(&names), &["exact", "d1", "d2", "tiered"]),
            "levenshtein_automata+fst" => bench.run(
                || LevenshteinAutomata::build(&names),
                &["exact", "d1", "d2", "tiered"],
            ),
            "fst-levenshtein" => bench.run(|| FstLevenshtein::build(&names), &["d1", "d2"]),
            "symspell" if !memory_for(options.names * Symmetric::BYTES_A_NAME) => {
                let reason = "symspell is left out: its dictionary would not fit into memory";
                bench.remark(reason);
                continue;
            }
            "symspell" => bench.run(|| Symmetric::build(&names), &["d1", "d2", "tiered"]),
            "rapidfuzz" => bench.run(|| BruteForce(&names), &["d1", "d2"]),
            _ => Vec::new(),
        };
        rows.extend(new);
        if let "toponym" | "daachorse" = method {
            rows.extend(scan::run(method, &names, &bench));
        }
    }
    bar.finish_and_clear();
    let mut out = BufWriter::new(io::stdout().lock());
    if options.jsonl {
        for row in &rows {
            writeln!(out, "{}", row.json())?;
        }
    } else {
        row::print_table(&mut out, &rows)?;
    }
    out.flush()?;
    Ok(Input::Good)
}

/// Whether so many bytes are free, where the system tells; with room for the others.
fn memory_for(bytes: usize) -> bool {
    let free = std::fs::read_to_string("/proc/meminfo")
        .ok()
        .and_then(|info| {
            let line = info
                .lines()
                .find_map(|line| line.strip_prefix("MemAvailable:"))?;
            line.trim().strip_suffix(" kB")?.parse::<usize>().ok()
        });
    free.is_none_or(|kilobytes| bytes < kilobytes * 1024 / 2)
}
