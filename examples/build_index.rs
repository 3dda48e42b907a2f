//! Builds an index file from gazetteers.

use std::path::PathBuf;
use std::process::ExitCode;
use toponym::{Error, Gazetteer, IndexBuilder};

const USAGE: &str = "\
usage: build_index [--embedded] [--tables DIR].. --output FILE

Builds an index of places and names, for `Index::open` and `resolve --index`.

  --embedded    the gazetteer that ships with the crate
  --tables DIR  places.csv and names.csv of a folder, in the format of data/README.md
  --output FILE the file to write; an older one of that name is replaced at the end
";

/// What the arguments ask for.
struct Arguments {
    tables: Vec<PathBuf>,
    output: PathBuf,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("build_index: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match build(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("build_index: {error}");
            ExitCode::from(2)
        }
    }
}

/// Reads the arguments; none of them means that help was asked for.
fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut tables = Vec::new();
    let mut output = None;
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("embedded") => tables.push(concat!(env!("CARGO_MANIFEST_DIR"), "/data").into()),
            Long("tables") => tables.push(parser.value()?.into()),
            Long("output") => output = Some(parser.value()?.into()),
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected()),
        }
    }
    let output = output.ok_or("--output is missing")?;
    if tables.is_empty() {
        return Err("there is nothing to build from".into());
    }
    Ok(Some(Arguments { tables, output }))
}

fn build(arguments: Arguments) -> Result<(), Error> {
    let mut builder = IndexBuilder::new();
    for folder in arguments.tables {
        builder = builder.add_gazetteer(Gazetteer::read_tables(folder)?);
    }
    builder.write(arguments.output)
}
