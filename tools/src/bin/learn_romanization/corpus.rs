//! Pairs of names, Arabic and Latin, of places of countries that write in Arabic.

use crate::program::Stop;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use toponym::{
    BadRows, GeoNames, Name, Place, PlaceId, Result, Script, Sink, arabic_letters, latin_readings,
    unmarked_sign,
};

/// A Latin name with the Arabic ones that it may be made of.
pub struct Row {
    pub arabic: Vec<Vec<char>>,
    /// Its readings as signs.
    pub latin: Vec<Vec<char>>,
    pub is_marked: bool,
}

/// A pair that is learnt from.
pub struct Pair {
    pub arabic: Vec<char>,
    pub latin: Vec<char>,
}

impl Row {
    fn new(arabic: &[&str], latin: &str) -> Option<Row> {
        let arabic: Vec<Vec<char>> = arabic
            .iter()
            .map(|name| arabic_letters(name).chars().collect::<Vec<_>>())
            .filter(|letters: &Vec<char>| !letters.is_empty())
            .collect();
        let readings = latin_readings(latin);
        let is_marked = readings.first()?.1;
        let latin = readings
            .into_iter()
            .map(|(signs, _)| signs.chars().collect())
            .collect();
        (!arabic.is_empty()).then_some(Row {
            arabic,
            latin,
            is_marked,
        })
    }

    /// The same row again.
    pub fn copy(&self) -> Row {
        Row {
            arabic: self.arabic.clone(),
            latin: self.latin.clone(),
            is_marked: self.is_marked,
        }
    }

    /// The row without marks, as those write who leave them out.
    pub fn unmarked(&self) -> Row {
        Row {
            arabic: self.arabic.clone(),
            latin: self
                .latin
                .iter()
                .map(|reading| reading.iter().copied().map(unmarked_sign).collect())
                .collect(),
            is_marked: false,
        }
    }
}

/// Names of the dump's places, by place.
struct Names {
    countries: String,
    language: String,
    even: bool,
    places: BTreeSet<PlaceId>,
    arabic: BTreeMap<PlaceId, Vec<String>>,
    latin: BTreeMap<PlaceId, BTreeSet<String>>,
}

impl Sink for Names {
    fn place(&mut self, place: Place) -> Result<()> {
        let known = place.country.is_some_and(|country| {
            self.countries
                .split(' ')
                .any(|known| known == country.as_str())
        });
        let id = place.id.to_string();
        let even = id.ends_with(['0', '2', '4', '6', '8']);
        if known && (even || !self.even) {
            self.places.insert(place.id);
        }
        Ok(())
    }

    fn name(&mut self, name: Name) -> Result<()> {
        let mut scripts = name.text.chars().filter_map(Script::of).peekable();
        let Some(script) = scripts.peek().copied() else {
            return Ok(());
        };
        if !scripts.all(|other| other == script) {
            return Ok(());
        }
        let language = name.language.primary().to_owned();
        match script {
            Script::Arabic if language == self.language => {
                self.arabic.entry(name.place).or_default().push(name.text);
            }
            Script::Latin if matches!(language.as_str(), "en" | "fr" | "und") => {
                self.latin.entry(name.place).or_default().insert(name.text);
            }
            _ => {}
        }
        Ok(())
    }
}

/// The rows of a dump: of its places in these countries, the names in Latin letters with those in
/// Arabic letters in this language. With `even`, of places with even ids alone.
pub fn of_dump(
    places: &Path,
    alternate_names: &Path,
    countries: &str,
    language: &str,
    even: bool,
) -> std::result::Result<Vec<Row>, Stop> {
    let dump = GeoNames::new(places)
        .alternate_names(alternate_names)
        .bad_rows(BadRows::Skip);
    let mut names = Names {
        countries: countries.to_owned(),
        language: language.to_owned(),
        even,
        places: BTreeSet::new(),
        arabic: BTreeMap::new(),
        latin: BTreeMap::new(),
    };
    dump.read(&mut names)?;
    let mut rows = Vec::new();
    for id in &names.places {
        let (Some(arabic), Some(latin)) = (names.arabic.get(id), names.latin.get(id)) else {
            continue;
        };
        let arabic: Vec<&str> = arabic.iter().map(String::as_str).collect();
        rows.extend(latin.iter().filter_map(|latin| Row::new(&arabic, latin)));
    }
    Ok(rows)
}

/// The rows of tables of two columns, one of which is in Arabic script.
pub fn of_tables(files: &[PathBuf]) -> std::result::Result<Vec<Row>, Stop> {
    let mut rows = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file)
            .map_err(|error| Stop::File(format!("{}: {error}", file.display())))?;
        for line in text.lines() {
            let (arabic, latin): (Vec<&str>, Vec<&str>) = line
                .split('\t')
                .partition(|name| name.chars().find_map(Script::of) == Some(Script::Arabic));
            rows.extend(latin.iter().filter_map(|latin| Row::new(&arabic, latin)));
        }
    }
    Ok(rows)
}
