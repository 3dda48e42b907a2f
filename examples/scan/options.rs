//! The command line of `scan`.

use crate::format::Format;
use crate::program::{Stop, other, value};
use lexopt::Arg;
use std::ffi::OsString;

pub const USAGE: &str = "\
Finds the places that texts mention, with ids, coordinates and byte offsets.

Usage: scan [OPTION].. [FILE..]

Reads standard input (called -) without a FILE. Text is UTF-8.

Options:
      --index FILE        find the places of the index in FILE, which build_index makes, instead
                          of those of the gazetteer that ships with toponym. It may be mapped:
                          never overwrite it in place while a program searches it, but write a
                          new file beside it and rename that to FILE
      --explain           say why, and in which larger units the places lie
      --format FORMAT     table (default), jsonl (one JSON object a line) or geojson
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 whatever is found; 2 for a bad command line, for files that cannot be read or
are not UTF-8 (the others are scanned all the same), for an output that cannot be written. Nobody
reading on ends the program quietly with 0.
";

/// What the command line asks for.
#[derive(Default)]
pub struct Options {
    /// The files; `-` is standard input.
    pub files: Vec<OsString>,
    pub format: Format,
    pub explain: bool,
    /// The index to search instead of the embedded one.
    pub index: Option<OsString>,
}

impl Options {
    /// Reads the command line.
    pub fn parse(mut parser: lexopt::Parser) -> Result<Options, Stop> {
        let mut options = Options::default();
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("index") => options.index = Some(parser.value()?),
                Arg::Long("explain") => options.explain = true,
                Arg::Long("format") => options.format = value(&mut parser, "--format")?,
                Arg::Value(file) => options.files.push(file),
                Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
            }
        }
        if options.files.is_empty() {
            options.files.push("-".into());
        }
        Ok(options)
    }
}
