//! The command line of `evaluate`.

use crate::program::{Stop, text, value};
use lexopt::Arg;
use std::ffi::OsString;
use std::path::PathBuf;

pub const USAGE: &str = "\
Measures how often answers are right, on gold files.

Usage: evaluate text [OPTION].. GOLD..

GOLD is a CoNLL file: one word a line with its tag (B-LOC, I-LOC ..) in the last column, an
empty line after each sentence. Or it is a TSV (its name ends in .tsv) with a header and the
columns start and end (bytes of the name), of any others these: id or ids (gn:616635, separated
by spaces), geonames, wikidata, lat, lon, radius_km, country, kind, language. The text of NAME.gold.tsv or
NAME.tsv is NAME.txt beside it.

Options:
      --index FILE        an index file in place of the built-in gazetteer
      --tags TAG,..       the tags that are places (LOC)
      --span SPAN         what gold marks: name (default), token or phrase
      --listed            no places that the gazetteer does not hold
      --errors            print the errors too
  -h, --help              print this

A word of a CoNLL file counts as a whole: a name is right with or without its clitics and
endings. Exit status: 0 whatever the figures; 2 for a bad command line or bad files.
";

/// What is evaluated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Mentions in running text.
    Text,
}

/// Which range of a mention gold marks.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Span {
    #[default]
    Name,
    Token,
    Phrase,
}

impl std::str::FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "name" => Ok(Span::Name),
            "token" => Ok(Span::Token),
            "phrase" => Ok(Span::Phrase),
            _ => Err(format!("{text:?} is none of name, token and phrase")),
        }
    }
}

/// What the command line asks for.
pub struct Options {
    pub task: Task,
    pub gold: Vec<PathBuf>,
    pub index: Option<OsString>,
    pub tags: Vec<String>,
    pub span: Span,
    pub errors: bool,
    pub listed: bool,
}

impl Options {
    /// Reads the command line.
    pub fn parse(mut parser: lexopt::Parser) -> Result<Options, Stop> {
        let mut task = None;
        let mut options = Options {
            task: Task::Text,
            gold: Vec::new(),
            index: None,
            tags: vec!["LOC".to_owned()],
            span: Span::default(),
            errors: false,
            listed: false,
        };
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Short('h') | Arg::Long("help") => return Err(Stop::Help),
                Arg::Long("index") => options.index = Some(parser.value()?),
                Arg::Long("tags") => {
                    let tags = text(&mut parser, "--tags")?;
                    options.tags = tags.split(',').map(str::to_owned).collect();
                }
                Arg::Long("span") => options.span = value(&mut parser, "--span")?,
                Arg::Long("listed") => options.listed = true,
                Arg::Long("errors") => options.errors = true,
                Arg::Value(word) if task.is_none() => match word.to_str() {
                    Some("text") => task = Some(Task::Text),
                    _ => return Err(Stop::Usage(format!("{word:?}: evaluate what? text"))),
                },
                Arg::Value(file) => options.gold.push(file.into()),
                Arg::Short(_) | Arg::Long(_) => return Err(arg.unexpected().into()),
            }
        }
        options.task = task.ok_or_else(|| Stop::Usage("evaluate what? text".to_owned()))?;
        match options.gold.is_empty() {
            true => Err(Stop::Usage("no gold file".to_owned())),
            false => Ok(options),
        }
    }
}
