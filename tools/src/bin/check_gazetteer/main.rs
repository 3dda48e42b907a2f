//! Checks the gazetteer's tables and says what they cover:
//! `cargo run --release -p toponym-tools --bin check_gazetteer`.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

// By its path, as a test of the tables takes it too.
#[path = "checks.rs"]
mod checks;
mod report;

use checks::{Failure, Tables, coverage, facts};
use program::Stop;
use report::Report;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use toponym_tools::program;

const USAGE: &str = "\
Checks the tables of a gazetteer and says what they cover.

Usage: check_gazetteer [OPTION]..

Prints how many places of each country have a name in each language, what is missing, and
which rows break a rule of data/README.md.

Options:
      --tables DIR  the folder of places.csv and names.csv, and of the word tables if it has
                    them (default: data/ of the crate)
      --shared DIR  a folder whose facts/ to compare towns with (default: $TOPONYM_SHARED;
                    without either they are not compared)
      --missing     name every place that lacks a name in some language, not only the first
  -h, --help        print this
  -V, --version     print the version

Exit status: 0 if no rule is broken, 1 if one is, whether or not the report is read to its end;
2 for bad arguments or an output that cannot be written.
";

/// What the arguments ask for.
struct Options {
    tables: PathBuf,
    shared: Option<PathBuf>,
    all_missing: bool,
}

fn main() -> ExitCode {
    program::run("check_gazetteer", USAGE, check_and_print)
}

fn check_and_print() -> Result<ExitCode, Stop> {
    let report = check(&options()?);
    let mut out = io::stdout().lock();
    match report.print(&mut out).and_then(|()| out.flush()) {
        // The status tells even those who have read enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ if report.failures.is_empty() => Ok(ExitCode::SUCCESS),
        _ => Ok(ExitCode::FAILURE),
    }
}

/// Reads the arguments.
fn options() -> Result<Options, Stop> {
    use lexopt::prelude::*;
    let mut options = Options {
        tables: concat!(env!("CARGO_MANIFEST_DIR"), "/../data").into(),
        shared: std::env::var_os("TOPONYM_SHARED").map(PathBuf::from),
        all_missing: false,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("tables") => options.tables = parser.value()?.into(),
            Long("shared") => options.shared = Some(parser.value()?.into()),
            Long("missing") => options.all_missing = true,
            _ => return Err(program::other(&argument)),
        }
    }
    Ok(options)
}

fn check(options: &Options) -> Report {
    let mut report = Report::new(options.all_missing);
    let tables = match Tables::read(&options.tables) {
        Ok(tables) => tables,
        // Without tables there is nothing else to check.
        Err(error) => {
            let failure = Failure::new("the tables read", error.to_string());
            report.failures.push(failure);
            return report;
        }
    };
    report.failures = checks::of_tables(&options.tables, &tables);
    match options.shared.as_deref() {
        None => report.compared = "not compared: TOPONYM_SHARED names no folder".into(),
        Some(shared) => match facts::check(shared, &tables) {
            Ok(compared) => {
                report.compared = format!(
                    "{} towns and {} first-level units compared",
                    compared.towns, compared.units
                );
                report.failures.extend(compared.failures);
            }
            Err(reason) => {
                report.compared = "not compared".into();
                report.failures.push(Failure::new("the facts read", reason));
            }
        },
    }
    match coverage::wanted(&options.tables, &tables) {
        Ok(wanted) => report.wanted = wanted,
        Err(reason) => report
            .failures
            .push(Failure::new("what is missing is missing", reason)),
    }
    report.tables = Some(tables);
    report
}
