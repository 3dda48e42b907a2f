//! Compiles the tables of words and the rules of letters into `data/words.toponym`, which the library
//! reads in their place: `cargo run --release -p toponym-tools --bin compile_words`.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

use lexopt::Arg;
use program::{Input, Stop, note, other};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use toponym_tools::program;

const USAGE: &str = "\
Compiles the tables of words and the rules of letters into the file that the library reads.

Usage: compile_words [--tables DIR] [--output FILE]

Options:
      --tables DIR        the folder of the tables (data)
      --output FILE       the compiled file (DIR/words.toponym)
  -h, --help              print this
  -V, --version           print the version

Words are folded by the rules of letters that the program itself was compiled with. Where these have
changed since, it writes them alone, says so, and is to be run once more.

Exit status: 0; 2 for a bad command line, and for a table that has a bad row, which is named with its
line and column: nothing is written then.
";

fn main() -> ExitCode {
    program::run("compile_words", USAGE, compile)
}

fn compile() -> Result<Input, Stop> {
    let (mut tables, mut output) = (PathBuf::from("data"), None);
    let mut args = lexopt::Parser::from_env();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("tables") => tables = args.value()?.into(),
            Arg::Long("output") => output = Some(PathBuf::from(args.value()?)),
            arg => return Err(other(&arg)),
        }
    }
    let output = output.unwrap_or_else(|| tables.join("words.toponym"));
    let compiled = toponym::compile_words(&tables)?;
    write(&output, &compiled.file)?;
    if !compiled.is_whole {
        note("the rules of letters have changed, words will follow: run compile_words once more");
    }
    Ok(Input::Good)
}

fn write(path: &Path, file: &[u8]) -> Result<(), Stop> {
    let written = std::fs::write(path, file);
    written.map_err(|error| Stop::File(format!("{}: {error}", path.display())))
}
