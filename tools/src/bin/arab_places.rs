//! Makes a set to measure Latin spellings of Arabic names with: of a GeoNames dump the populated
//! places of the Arab countries that have an Arabic name, as a dump that holds no other name of
//! them, and the Latin names that were left out, as queries.
//!
//! `arab_places PLACES.txt ALTERNATE-NAMES.txt FOLDER` writes `places.txt` and `alternates.txt` (the
//! dump), `even.tsv` and `odd.tsv` (queries for `evaluate places`), and for the other direction
//! `odd-arabic.tsv` into the folder.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

use program::{Input, Stop};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use toponym::Script;
use toponym_tools::program;

const USAGE: &str = "\
Makes a set to measure Latin spellings of Arabic names with.

Usage: arab_places PLACES ALTERNATE-NAMES FOLDER

Of a GeoNames dump the populated places (class P) of the Arab countries are taken that have a name
in Arabic (ar). Writes into FOLDER:
  places.txt, alternates.txt   a dump of them under their Arabic names alone
  even.tsv, odd.tsv            their main, English and French names, as queries for `evaluate
                               places`: those of places with even ids, to learn from
                               (learn_romanization --even), and with odd ids, to measure on
  odd-arabic.tsv               the Arabic names of those with odd ids, as queries for an index
                               without them (build_index --without-script Arab)

Options:
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if all files are written, 2 if not.
";

/// The countries of the Arab League.
const ARAB_COUNTRIES: &str = "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE";

fn main() -> ExitCode {
    program::run("arab_places", USAGE, make)
}

fn make() -> Result<Input, Stop> {
    let values = program::values()?;
    let [places, alternates, folder] = &values[..] else {
        let wanted = "expected PLACES ALTERNATE-NAMES FOLDER";
        return Err(Stop::Usage(wanted.to_owned()));
    };
    let mut chosen = read_places(Path::new(places))?;
    read_names(Path::new(alternates), &mut chosen)?;
    chosen.retain(|_, place| !place.arabic.is_empty());
    write(Path::new(folder), &chosen)?;
    program::note(format_args!("{} places", chosen.len()));
    Ok(Input::Good)
}

/// A place of the dump, with the names that count.
struct Place {
    columns: Vec<String>,
    arabic: Vec<String>,
    /// Latin names without repetition, each with its language.
    latin: BTreeMap<String, &'static str>,
}

/// Columns of a dump's places.
const NAME: usize = 1;
const ASCII_NAME: usize = 2;
const ALTERNATE_NAMES: usize = 3;
const LATITUDE: usize = 4;
const LONGITUDE: usize = 5;
const CLASS: usize = 6;
const COUNTRY: usize = 8;

fn read_places(path: &Path) -> Result<BTreeMap<u64, Place>, Stop> {
    let mut places = BTreeMap::new();
    for line in lines(path)? {
        let line = line.map_err(|error| unread(path, &error))?;
        let columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let Some(country) = columns.get(COUNTRY) else {
            continue;
        };
        let arab = ARAB_COUNTRIES.split(' ').any(|arab| arab == country);
        let Ok(id) = columns[0].parse() else { continue };
        if !arab || columns[CLASS] != "P" {
            continue;
        }
        let mut latin = BTreeMap::new();
        if is_in(&columns[NAME], Script::Latin) {
            latin.insert(columns[NAME].clone(), "main");
        }
        places.insert(
            id,
            Place {
                columns,
                arabic: Vec::new(),
                latin,
            },
        );
    }
    Ok(places)
}

fn read_names(path: &Path, places: &mut BTreeMap<u64, Place>) -> Result<(), Stop> {
    for line in lines(path)? {
        let line = line.map_err(|error| unread(path, &error))?;
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, id, language, name, ..] = columns[..] else {
            continue;
        };
        let Some(place) = id.parse().ok().and_then(|id: u64| places.get_mut(&id)) else {
            continue;
        };
        let language = match language {
            "ar" if is_in(name, Script::Arabic) => {
                place.arabic.push(name.to_owned());
                continue;
            }
            "en" => "en",
            "fr" => "fr",
            _ => continue,
        };
        if is_in(name, Script::Latin) {
            place.latin.entry(name.to_owned()).or_insert(language);
        }
    }
    Ok(())
}

/// Whether a name has letters of this script and of no other.
fn is_in(name: &str, script: Script) -> bool {
    let mut scripts = name.chars().filter_map(Script::of).peekable();
    scripts.peek().is_some() && scripts.all(|other| other == script)
}

fn write(folder: &Path, chosen: &BTreeMap<u64, Place>) -> Result<(), Stop> {
    let create = |name: &str| {
        let path = folder.join(name);
        File::create(&path)
            .map(BufWriter::new)
            .map_err(|error| Stop::File(format!("{}: {error}", path.display())))
    };
    let mut places = create("places.txt")?;
    let mut alternates = create("alternates.txt")?;
    let mut queries = [create("even.tsv")?, create("odd.tsv")?];
    let unwritten = |error: io::Error| Stop::File(format!("{}: {error}", folder.display()));
    for queries in &mut queries {
        writeln!(queries, "query\tid\tlat\tlon\tlanguage\tcountry").map_err(unwritten)?;
    }
    let mut number = 0;
    let mut reverse = create("odd-arabic.tsv")?;
    writeln!(reverse, "query\tid\tlat\tlon\tlanguage\tcountry").map_err(unwritten)?;
    for (id, place) in chosen {
        let mut columns = place.columns.clone();
        columns[NAME] = place.arabic[0].clone();
        columns[ASCII_NAME].clear();
        columns[ALTERNATE_NAMES].clear();
        writeln!(places, "{}", columns.join("\t")).map_err(unwritten)?;
        for name in &place.arabic {
            number += 1;
            writeln!(alternates, "{number}\t{id}\tar\t{name}\t\t\t\t").map_err(unwritten)?;
        }
        for name in place.arabic.iter().filter(|_| id % 2 == 1) {
            writeln!(
                reverse,
                "{name}\tgn:{id}\t{}\t{}\tar\t{}",
                columns[LATITUDE], columns[LONGITUDE], columns[COUNTRY]
            )
            .map_err(unwritten)?;
        }
        let queries = &mut queries[(id % 2) as usize];
        for (name, language) in &place.latin {
            writeln!(
                queries,
                "{name}\tgn:{id}\t{}\t{}\t{language}\t{}",
                columns[LATITUDE], columns[LONGITUDE], columns[COUNTRY]
            )
            .map_err(unwritten)?;
        }
    }
    for mut file in queries.into_iter().chain([places, alternates, reverse]) {
        file.flush().map_err(unwritten)?;
    }
    Ok(())
}

fn lines(path: &Path) -> Result<impl Iterator<Item = io::Result<String>>, Stop> {
    let file = File::open(path).map_err(|error| unread(path, &error))?;
    Ok(BufReader::new(file).lines())
}

fn unread(path: &Path, error: &io::Error) -> Stop {
    Stop::File(format!("{}: {error}", path.display()))
}
