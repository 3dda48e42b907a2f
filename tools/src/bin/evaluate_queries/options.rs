//! The command line.

use crate::sample::Half;
use lexopt::Arg;
use std::ffi::OsString;
use std::path::PathBuf;
use toponym_tools::program::{Stop, other, value};

pub const USAGE: &str = "\
Measures how often a name with what stands around it is answered right.

Usage: evaluate_queries [OPTION].. [SET..]

The sets, all of them unless some are named:
  qualified               towns and units with their unit, country, both, and the country's codes,
                          in nine ways of writing, in en ar hy az ru fa tr. Right is the place, or
                          another one of that name that lies in all that stands beside it
  contradicted            towns with a country, or a unit of their own country, that holds no place
                          called so, nor nearly so; right is no answer
  ordinary                words, persons, organizations and products; right is no answer
  timing                  how long an unknown name with a country takes, beside the name alone

Options:
      --index FILE        an index file in place of the built-in gazetteer; never overwrite it in
                          place while a program searches it
      --half HALF         which places are asked: tune (default), held or all. The halves are told
                          by a hash of the id, so tuning on one never sees the other
      --seed N            which places of the half are asked (1)
      --towns N           qualified: towns for each language (60)
      --units N           qualified: first- and second-level units for each language (24)
      --wrong N           contradicted: towns for each of five languages, once with a country and
                          once with a unit (120)
      --words FILE        ordinary: one a line (tests/accuracy/words.txt)
      --phrases FILE      ordinary: phrase, language and kind, parted by tabs, with a header
                          (tests/accuracy/phrases.txt)
      --errors            print the errors too
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 whatever the figures; 2 for a bad command line or bad files.
";

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Set {
    Qualified,
    Contradicted,
    Ordinary,
    Timing,
}

impl Set {
    const ALL: [(&'static str, Set); 4] = [
        ("qualified", Set::Qualified),
        ("contradicted", Set::Contradicted),
        ("ordinary", Set::Ordinary),
        ("timing", Set::Timing),
    ];

    fn named(name: &str) -> Option<Set> {
        let found = Set::ALL.into_iter().find(|(known, _)| *known == name);
        found.map(|(_, set)| set)
    }
}

/// What the command line asks for.
pub struct Options {
    pub sets: Vec<Set>,
    pub index: Option<OsString>,
    pub half: Half,
    pub seed: u64,
    pub towns: usize,
    pub units: usize,
    pub wrong: usize,
    pub words: PathBuf,
    pub phrases: PathBuf,
    pub errors: bool,
}

impl Options {
    /// Reads the command line.
    pub fn parse(mut parser: lexopt::Parser) -> Result<Options, Stop> {
        let mut options = Options {
            sets: Vec::new(),
            index: None,
            half: Half::default(),
            seed: 1,
            towns: 60,
            units: 24,
            wrong: 120,
            words: "tests/accuracy/words.txt".into(),
            phrases: "tests/accuracy/phrases.txt".into(),
            errors: false,
        };
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("index") => options.index = Some(parser.value()?),
                Arg::Long("half") => options.half = value(&mut parser, "--half")?,
                Arg::Long("seed") => options.seed = value(&mut parser, "--seed")?,
                Arg::Long("towns") => options.towns = value(&mut parser, "--towns")?,
                Arg::Long("units") => options.units = value(&mut parser, "--units")?,
                Arg::Long("wrong") => options.wrong = value(&mut parser, "--wrong")?,
                Arg::Long("words") => options.words = parser.value()?.into(),
                Arg::Long("phrases") => options.phrases = parser.value()?.into(),
                Arg::Long("errors") => options.errors = true,
                Arg::Value(word) => {
                    let set = word.to_str().and_then(Set::named);
                    options.sets.push(set.ok_or_else(|| {
                        let known = Set::ALL.map(|(name, _)| name).join(", ");
                        Stop::Usage(format!("{word:?} is none of {known}"))
                    })?);
                }
                Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
            }
        }
        if options.sets.is_empty() {
            options.sets = Set::ALL.map(|(_, set)| set).to_vec();
        }
        Ok(options)
    }
}
