//! How much of the tables has a name in each language, and what has none.

use super::{Tables, is_home};
use std::collections::BTreeMap;
use std::path::Path;
use toponym::{FeatureClass, Language};

/// The languages that names are asked in.
pub const LANGUAGES: [&str; 10] = [
    "ar", "hy", "az", "az-Cyrl", "az-Arab", "ru", "en", "fa", "tr", "ka",
];

/// What places are counted as: countries and units, seats, settlements that are no seats, and the
/// rest (rivers, mountains, crossings ...).
pub const KINDS: [&str; 4] = ["units", "seats", "villages", "other"];

/// Countries with at least so many places have a line of their own.
const OWN_LINE: usize = 20;

/// A country, or the rest of the world.
pub struct Line {
    pub title: String,
    /// Rows of its places.
    places: Vec<usize>,
    /// How many of them are of each kind, in the order of [`KINDS`].
    pub kinds: [usize; KINDS.len()],
    pub names: usize,
    /// For each language the rows without a name in it.
    pub missing: [Vec<usize>; LANGUAGES.len()],
    /// For each language how many places have names by rule only.
    pub generated: [usize; LANGUAGES.len()],
    /// Whether its gaps are the gazetteer's own business.
    pub home: bool,
}

impl Line {
    pub fn places(&self) -> usize {
        self.places.len()
    }

    /// Hundredths of the places that have a name in the language, rounded down.
    pub fn percent(&self, language: usize) -> usize {
        let all = self.places.len();
        (all - self.missing[language].len()) * 100 / all.max(1)
    }
}

/// A line for each country, the countries with the most places first, and for the rest.
pub fn lines(tables: &Tables) -> Vec<Line> {
    let mut countries: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (row, place) in tables.places.iter().enumerate() {
        let country = place
            .country
            .map_or("none".into(), |country| country.to_string());
        countries.entry(country).or_default().push(row);
    }
    let mut lines = Vec::new();
    let mut rest = Vec::new();
    for (country, rows) in countries {
        match rows.len() >= OWN_LINE {
            true => lines.push(line(tables, country, rows)),
            false => rest.extend(rows),
        }
    }
    lines.sort_by_key(|line| (!line.home, std::cmp::Reverse(line.places.len())));
    if !rest.is_empty() {
        lines.push(line(tables, "others".into(), rest));
    }
    lines
}

/// A line for all places together.
pub fn total(tables: &Tables) -> Line {
    line(tables, "all".into(), (0..tables.places.len()).collect())
}

fn line(tables: &Tables, title: String, places: Vec<usize>) -> Line {
    let languages = LANGUAGES.map(|tag| tag.parse().unwrap_or(Language::UNDETERMINED));
    let missing = LANGUAGES.map(|language| {
        let without = places.iter().copied();
        without
            .filter(|&row| !tables.has_language(row, language))
            .collect()
    });
    let generated = languages.map(|language| {
        let by_rule = |row: &&usize| {
            let mut names = tables.names[**row]
                .iter()
                .filter(|name| name.language == language)
                .peekable();
            names.peek().is_some() && names.all(|name| name.is_generated())
        };
        places.iter().filter(by_rule).count()
    });
    Line {
        title,
        kinds: kinds(tables, &places),
        names: places.iter().map(|&row| tables.names[row].len()).sum(),
        missing,
        generated,
        home: places.iter().all(|&row| is_home(&tables.places[row])),
        places,
    }
}

fn kinds(tables: &Tables, places: &[usize]) -> [usize; KINDS.len()] {
    let mut kinds = [0; KINDS.len()];
    for &row in places {
        let feature = tables.places[row].feature;
        let kind = match (feature.class(), feature.code()) {
            (FeatureClass::Administrative, _) => 0,
            (FeatureClass::Populated, code) if code.starts_with("PPLA") || code == "PPLC" => 1,
            (FeatureClass::Populated, _) => 2,
            _ => 3,
        };
        kinds[kind] += 1;
    }
    kinds
}

/// Places that are wanted and left out, because no source gives an id or a point.
pub struct Wanted {
    pub name: String,
    pub country: String,
    pub reason: String,
}

/// Reads `missing.csv` of the folder, if there is one.
///
/// # Errors
/// If a row does not read, or if the place has meanwhile come in.
pub fn wanted(folder: &Path, tables: &Tables) -> Result<Vec<Wanted>, String> {
    let path = folder.join("missing.csv");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let mut reader =
        csv::Reader::from_path(&path).map_err(|error| format!("missing.csv: {error}"))?;
    let mut wanted = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("missing.csv: {error}"))?;
        let [name, country, reason] = [0, 1, 2].map(|at| record.get(at).unwrap_or("").to_owned());
        let line = record.position().map_or(0, csv::Position::line);
        let there = (0..tables.places.len()).find(|&row| {
            let code = tables.places[row].country.map(|code| code.to_string());
            tables.name(row) == name && code.unwrap_or_default() == country
        });
        if let Some(row) = there {
            let shown = tables.shown(row);
            return Err(format!("missing.csv:{line}: {shown} is there now"));
        }
        wanted.push(Wanted {
            name,
            country,
            reason,
        });
    }
    Ok(wanted)
}
