//! The command line of `evaluate`.

use crate::groups::By;
use crate::program::{Stop, other, text, value};
use lexopt::Arg;
use std::ffi::OsString;
use std::path::PathBuf;
use toponym::Rule;

pub const USAGE: &str = "\
Measures how often answers are right, on gold files.

Usage: evaluate text [OPTION].. GOLD..
       evaluate places [OPTION].. TSV..
       evaluate pairs [OPTION].. TSV..

text: GOLD is a CoNLL file: one word a line with its tag (B-LOC, I-LOC ..) in the last column, an
empty line after each sentence. Or it is a TSV (its name ends in .tsv) with a header and the
columns start and end (bytes of the name), of any others these: id or ids (gn:616635, separated
by spaces), geonames, wikidata, lat, lon, radius_km, country, kind, language. The text of NAME.gold.tsv or
NAME.tsv is NAME.txt beside it.

places: TSV has a header and the columns query, and id or ids (a point pt:LAT,LON may stand for
one), or lat and lon; of others these: radius_km (25), language, script, country. An answer is right if it is the place, one that bears
one of its names, or one within 25 km of it; the ids alone are counted beside.

pairs: TSV has two columns, a name and its right name in another script; the second column is the
gazetteer, and an answer is right if it is the same string. A first row of language tags is a
header.

Options:
      --index FILE        an index file in place of the built-in gazetteer. It may be mapped:
                          never overwrite it in place while a program searches it, but write a
                          new file beside it and rename that to FILE
      --tags TAG,..       the tags that are places (LOC)
      --span SPAN         what gold marks: name (default), token or phrase
      --listed            no places that the gazetteer does not hold; places: of those given by a
                          point, only those that it has a settlement within 5 km of under a name
                          with nearly the same consonants
      --by KEY,..         text: the share of gold that was found for each event, language or kind (a
                          column of a TSV), of all files together
      --without RULE      text: reads it without a rule; may be repeated
      --confidence        text: of each file how many of the mentions of a confidence are places, and what
                          a minimum confidence does to precision and recall
      --ablate            text: a table of what each rule is worth: the change of exact F1, and of
                          the share of places answered right where gold has places, in thousandths,
                          when the rule is left out; a dot where nothing changes
      --rules             text: prints the rules, and needs no gold
      --with-country      places: asks for places of the country that the table gives
      --part PART         places: how far to go: folding, edits, weights or sounds (default)
      --parts             places: a line for each of these
      --test-share N      pairs: asks for one name in N, those that learn_sounds --hold-out N keeps
                          apart; all names are searched
      --reverse           pairs: asks for the second column, and the first is the gazetteer
      --errors            print the errors too
  -h, --help              print this
  -V, --version           print the version

A word of a CoNLL file counts as a whole: a name is right with or without its clitics and
endings. Exit status: 0 whatever the figures; 2 for a bad command line or bad files.
";

/// What is evaluated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Mentions in running text.
    Text,
    /// Names alone.
    Places,
    /// Names in one script against those in another.
    Pairs,
}

impl Task {
    fn named(name: Option<&str>) -> Option<Task> {
        match name? {
            "text" => Some(Task::Text),
            "places" => Some(Task::Places),
            "pairs" => Some(Task::Pairs),
            _ => None,
        }
    }
}

/// What there are.
const TASKS: &str = "text, places or pairs";

/// A part of the search; each is used with those before it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    Folding,
    Edits,
    Weights,
    #[default]
    Sounds,
}

impl Part {
    pub const ALL: [Part; 4] = [Part::Folding, Part::Edits, Part::Weights, Part::Sounds];

    pub fn name(self) -> &'static str {
        match self {
            Part::Folding => "folding",
            Part::Edits => "edits",
            Part::Weights => "weights",
            Part::Sounds => "sounds",
        }
    }
}

impl std::str::FromStr for Part {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let part = Part::ALL.into_iter().find(|part| part.name() == text);
        part.ok_or_else(|| format!("{text:?} is none of folding, edits, weights and sounds"))
    }
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
    pub without: Vec<Rule>,
    pub by: Vec<By>,
    pub confidence: bool,
    pub ablate: bool,
    pub rules: bool,
    pub with_country: bool,
    pub part: Part,
    pub parts: bool,
    pub test_share: u64,
    pub reverse: bool,
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
            without: Vec::new(),
            by: Vec::new(),
            confidence: false,
            ablate: false,
            rules: false,
            with_country: false,
            part: Part::default(),
            parts: false,
            test_share: 0,
            reverse: false,
        };
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("index") => options.index = Some(parser.value()?),
                Arg::Long("tags") => {
                    let tags = text(&mut parser, "--tags")?;
                    options.tags = tags.split(',').map(str::to_owned).collect();
                }
                Arg::Long("span") => options.span = value(&mut parser, "--span")?,
                Arg::Long("listed") => options.listed = true,
                Arg::Long("without") => {
                    options.without.push(value(&mut parser, "--without")?);
                }
                Arg::Long("by") => {
                    let keys = text(&mut parser, "--by")?;
                    let keys = keys.split(',').map(str::parse);
                    let keys: Result<Vec<By>, String> = keys.collect();
                    options.by = keys.map_err(|error| Stop::Usage(format!("--by: {error}")))?;
                }
                Arg::Long("confidence") => options.confidence = true,
                Arg::Long("ablate") => options.ablate = true,
                Arg::Long("rules") => options.rules = true,
                Arg::Long("errors") => options.errors = true,
                Arg::Long("with-country") => options.with_country = true,
                Arg::Long("part") => options.part = value(&mut parser, "--part")?,
                Arg::Long("test-share") => {
                    options.test_share = value(&mut parser, "--test-share")?;
                }
                Arg::Long("reverse") => options.reverse = true,
                Arg::Long("parts") => options.parts = true,
                Arg::Value(word) if task.is_none() => {
                    let unknown = || Stop::Usage(format!("{word:?}: evaluate what? {TASKS}"));
                    task = Some(Task::named(word.to_str()).ok_or_else(unknown)?);
                }
                Arg::Value(file) => options.gold.push(file.into()),
                Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
            }
        }
        options.task = task.ok_or_else(|| Stop::Usage(format!("evaluate what? {TASKS}")))?;
        match options.gold.is_empty() && !options.rules {
            true => Err(Stop::Usage("no gold file".to_owned())),
            false => Ok(options),
        }
    }
}
