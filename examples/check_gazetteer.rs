//! Checks the gazetteer's tables and says what they cover:
//! `cargo run --release --example check_gazetteer`.

#[path = "check_gazetteer/checks.rs"]
mod checks;
#[path = "check_gazetteer/report.rs"]
mod report;
#[path = "output/table.rs"]
mod table;
#[path = "output/width.rs"]
#[allow(dead_code, reason = "of names only the width is asked here")]
mod width;

use checks::{Failure, Tables, coverage, facts};
use report::Report;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

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

Exit status: 0 if no rule is broken, 1 if one is, 2 for bad arguments.
";

/// What the arguments ask for.
struct Options {
    tables: PathBuf,
    shared: Option<PathBuf>,
    all_missing: bool,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(Some(options)) => options,
        Ok(None) => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("check_gazetteer: {error}\nTry `check_gazetteer --help`.");
            return ExitCode::from(2);
        }
    };
    let report = check(&options);
    match report.print(&mut io::stdout().lock()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("check_gazetteer: {error}");
            ExitCode::from(2)
        }
        _ if report.failures.is_empty() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Reads the arguments; none of them means that help was asked for.
fn options() -> Result<Option<Options>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options {
        tables: concat!(env!("CARGO_MANIFEST_DIR"), "/data").into(),
        shared: std::env::var_os("TOPONYM_SHARED").map(PathBuf::from),
        all_missing: false,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("tables") => options.tables = parser.value()?.into(),
            Long("shared") => options.shared = Some(parser.value()?.into()),
            Long("missing") => options.all_missing = true,
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Some(options))
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
