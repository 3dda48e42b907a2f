//! Learns which names of a gazetteer are words of a language, from texts in which people marked the
//! places, and writes them as rows of `frequent_words.csv`:
//! `cargo run --release -p toponym-tools --bin learn_words -- --language ar --index WORLD
//! --output data/frequent_words.csv GOLD..`.
//!
//! A name of one word that stands in the texts again and again, and hardly ever where a place is
//! marked, is an ordinary word there: هام "important" is a village too.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

use gold::Gold;
use lexopt::Arg;
use program::{Input, Stop, note, other, text, value};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use toponym::{FeatureClass, NameRef, Resolver};
use toponym_tools::{gold, program, search};

const USAGE: &str = "\
Learns which names of a gazetteer are ordinary words, from texts in which people marked the places.

Usage: learn_words --language CODE [OPTION].. GOLD..

GOLD is what `evaluate text` reads. A plain text counts as one without places, if its name ends
in .txt and its words are to be learned whatever they are.

Options:
      --language CODE     the language of the texts, as the word tables call it (ar, fa)
      --index FILE        an index file in place of the built-in gazetteer: the larger it is, the
                          more words it has as names. It is mapped: never overwrite it in
                          place
      --tags TAG,..       the tags that are places (LOC)
      --least N           how often a word must stand outside of places (2); that of a town twice as
                          often, that of a country or a great city is never learned
      --output FILE       the table: rows of other languages stay, those of this one are replaced;
                          without it the words are printed
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if all files are good; 2 for a bad command line, for files that cannot be read or
are no gold (the others are learned from all the same), for a table that cannot be written.
";

/// Minimum number of times that a word stands outside of places for each time that it is one.
const OUTSIDE_FOR_EACH_PLACE: usize = 9;

/// The columns of the table.
const HEADER: &str = "text,language";

fn main() -> ExitCode {
    program::run("learn_words", USAGE, learn)
}

/// The source of names that an index has from a dump alone.
const DUMP: &str = "geonames:dump";

/// How often a word stands where a place is marked, and elsewhere.
#[derive(Default)]
struct Counts {
    places: usize,
    outside: usize,
    known: Known,
}

/// How well known the best-known place of a name is.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    #[default]
    Village,
    /// A town of 50,000 inhabitants, the seat of something.
    Town,
    /// A country, a capital, a city of 300,000: what stands outside of marked places may be its club
    /// or its government, and tells nothing of the word.
    FarAway,
}

/// How well known the place of a name is. Under a name that only a dump has, great cities too are hardly
/// known: المدينة "the city" is one of Medina's.
fn known(name: NameRef<'_>) -> Known {
    if name.source() == DUMP {
        return Known::Village;
    }
    let place = name.place();
    let (feature, people) = (place.feature(), place.population().unwrap_or(0));
    let settlement = feature.class() == FeatureClass::Populated;
    if feature.code().starts_with("PCL")
        || feature.code() == "PPLC"
        || (settlement && people >= 300_000)
    {
        Known::FarAway
    } else if feature.code().starts_with("PPLA") || (settlement && people >= 50_000) {
        Known::Town
    } else {
        Known::Village
    }
}

fn learn() -> Result<Input, Stop> {
    let (mut files, mut index, mut output) = (Vec::<PathBuf>::new(), None::<OsString>, None);
    let (mut language, mut least) = (None, 2);
    let mut tags = vec!["LOC".to_owned()];
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("language") => language = Some(text(&mut parser, "--language")?),
            Arg::Long("index") => index = Some(parser.value()?),
            Arg::Long("output") => output = Some(PathBuf::from(parser.value()?)),
            Arg::Long("least") => least = value(&mut parser, "--least")?,
            Arg::Long("tags") => {
                let list: String = value(&mut parser, "--tags")?;
                tags = list.split(',').map(str::to_owned).collect();
            }
            Arg::Value(file) => files.push(file.into()),
            Arg::Short(_) | Arg::Long(_) => return Err(other(&arg)),
        }
    }
    let language = language.ok_or_else(|| Stop::Usage("no --language".to_owned()))?;
    if files.is_empty() {
        return Err(Stop::Usage("no gold file".to_owned()));
    }
    let resolver = search::resolver(index.as_deref())?;
    let mut input = Input::Good;
    let mut words = BTreeMap::new();
    for file in &files {
        match read(file, &tags) {
            Ok(gold) => count(&resolver, &gold, &mut words),
            Err(message) => {
                note(format_args!("learn_words: {message}"));
                input = Input::PartlyBad;
            }
        }
    }
    let is_word = |counts: &Counts| {
        let least = match counts.known {
            Known::Village => least,
            Known::Town => 2 * least,
            Known::FarAway => return false,
        };
        counts.outside >= least && counts.outside >= OUTSIDE_FOR_EACH_PLACE * counts.places
    };
    let words = words.iter().filter(|(_, counts)| is_word(counts));
    let words: BTreeSet<&str> = words.map(|(word, _)| word.as_str()).collect();
    match output {
        Some(table) => write(&table, &language, &words)?,
        None => {
            let mut out = io::stdout().lock();
            for word in words {
                writeln!(out, "{word},{language}")?;
            }
        }
    }
    Ok(input)
}

/// A text with its places; of a plain text none are known.
fn read(file: &Path, tags: &[String]) -> Result<Gold, String> {
    if file.extension().is_some_and(|extension| extension == "txt") {
        let text = std::fs::read_to_string(file);
        let text = text.map_err(|error| format!("{}: {error}", file.display()))?;
        return Ok(Gold::unmarked(text));
    }
    Gold::read(file, tags)
}

/// Counts the names of one word in a text.
fn count(resolver: &Resolver, gold: &Gold, words: &mut BTreeMap<String, Counts>) {
    for found in resolver.names_in(&gold.text) {
        let word = found.as_str();
        if !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let Some(weight) = found.names().map(known).max() else {
            continue;
        };
        let range = found.range();
        let mut spans = gold.spans.iter();
        let counts = words.entry(word.to_owned()).or_default();
        counts.known = counts.known.max(weight);
        match spans.any(|s| s.range.start < range.end && range.start < s.range.end) {
            true => counts.places += 1,
            false => counts.outside += 1,
        }
    }
}

/// Writes the table, with the rows of other languages that it has.
fn write(table: &Path, language: &str, words: &BTreeSet<&str>) -> Result<(), Stop> {
    let failed = |error: io::Error| Stop::File(format!("{}: {error}", table.display()));
    let old = match std::fs::read_to_string(table) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(error)),
    };
    let others = old.lines().skip(1).filter_map(|row| row.split_once(','));
    let others = others.filter(|(_, of)| *of != language);
    let mut rows: Vec<(&str, &str)> = others.collect();
    rows.extend(words.iter().map(|word| (*word, language)));
    rows.sort_by_key(|&(word, of)| (of, word));
    let mut new = format!("{HEADER}\n");
    for (word, of) in rows {
        new.push_str(&format!("{word},{of}\n"));
    }
    std::fs::write(table, new).map_err(failed)
}
