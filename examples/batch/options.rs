//! The command line of `batch`.

use crate::program::{Stop, other, text, value};
use lexopt::Arg;
use std::ffi::OsString;
use std::num::NonZero;
use std::thread;

pub const USAGE: &str = "\
Resolves the names in a column of a CSV file, and writes the file with the places beside them.

Usage: batch [OPTION].. [FILE]

Reads standard input without a FILE. The first row is the header. To each row are added the
columns status (resolved, ambiguous, unknown, bad_row), place_id, latitude, longitude and score;
the last four are empty where the name is unknown or the row is bad. All rows are written, in
their order.

Bad rows are those with more or fewer fields than the header and those that are not UTF-8. Their
fields are written as they are, and nothing is resolved. Short rows are filled up with empty
fields before the added columns; what a long row has too many stands behind them. The first ten
are named on standard error, and all are counted there at the end.

Options:
      --index FILE        search the index in FILE instead of the built-in gazetteer. It may be
                          mapped: never overwrite it in place while a program searches it, but
                          write a new file beside it and rename that to FILE
      --column NAME       the column with the names (default: the first)
      --threads N         so many threads, 1 to 256 (default: one for each processor)
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if all rows are good, whatever the answers; 2 if rows are bad, though all are
written, for a bad command line, and for files that cannot be read or written. Nobody reading on
ends the program quietly with 0.
";

/// More would only fill memory with rows.
const MAX_THREADS: usize = 256;

/// What the command line asks for.
pub struct Options {
    pub file: Option<OsString>,
    /// The index to search instead of the embedded one.
    pub index: Option<OsString>,
    pub column: Option<String>,
    pub threads: usize,
}

impl Options {
    /// Reads the command line.
    pub fn parse(mut parser: lexopt::Parser) -> Result<Options, Stop> {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let mut options = Options {
            file: None,
            index: None,
            column: None,
            threads: threads.min(MAX_THREADS),
        };
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("index") => options.index = Some(parser.value()?),
                Arg::Long("column") => options.column = Some(text(&mut parser, "--column")?),
                Arg::Long("threads") => options.threads = threads_asked(&mut parser)?,
                Arg::Value(file) if options.file.is_none() => options.file = Some(file),
                _ => return Err(other(&arg)),
            }
        }
        Ok(options)
    }
}

fn threads_asked(parser: &mut lexopt::Parser) -> Result<usize, Stop> {
    match value(parser, "--threads")? {
        threads @ 1..=MAX_THREADS => Ok(threads),
        threads => Err(Stop::Usage(format!(
            "--threads: {threads}: expected a number from 1 to {MAX_THREADS}"
        ))),
    }
}
