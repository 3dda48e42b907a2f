//! Checks of the tables under `data/`; the tool prints what they find, a test asserts that
//! they find nothing.

pub mod coverage;
pub mod facts;
pub mod limits;
pub mod names;
pub mod places;
pub mod policy;
pub mod towns;
pub mod words;

use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use toponym::{Error, FeatureClass, Gazetteer, Name, NameKind, Place, PlaceId};

/// Something in the tables that is wrong.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule that is broken.
    pub rule: &'static str,
    /// The row that breaks it, and how.
    pub row: String,
}

impl Failure {
    pub fn new(rule: &'static str, row: impl Into<String>) -> Self {
        Failure {
            rule,
            row: row.into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, self.row)
    }
}

/// The places and names of a folder, by id and by place.
pub struct Tables {
    pub places: Vec<Place>,
    /// The names of each place, in the order of `places`.
    pub names: Vec<Vec<Name>>,
    rows: HashMap<PlaceId, usize>,
}

impl Tables {
    /// Reads `places.csv` and `names.csv`; the reader checks ids, parents and columns.
    pub fn read(folder: &Path) -> Result<Tables, Error> {
        Gazetteer::read_tables(folder).map(Tables::of)
    }

    pub fn of(gazetteer: Gazetteer) -> Tables {
        let mut rows = HashMap::new();
        for (row, place) in gazetteer.places.iter().enumerate() {
            for id in std::iter::once(&place.id).chain(&place.same_as) {
                rows.insert(id.clone(), row);
            }
        }
        let mut names = vec![Vec::new(); gazetteer.places.len()];
        for name in gazetteer.names {
            let row = rows[&name.place];
            names[row].push(name);
        }
        Tables {
            places: gazetteer.places,
            names,
            rows,
        }
    }

    /// The row of a place, by any of its ids.
    pub fn row(&self, id: &PlaceId) -> Option<usize> {
        self.rows.get(id).copied()
    }

    /// The place that another names as its parent.
    pub fn parent(&self, place: &Place) -> Option<&Place> {
        let row = self.row(place.parent.as_ref()?)?;
        self.places.get(row)
    }

    /// Id, English name and kind of a place, as failures show it.
    pub fn shown(&self, row: usize) -> String {
        let place = &self.places[row];
        format!("{} {} ({})", place.id, self.name(row), place.feature)
    }

    /// The name to show: the English one, else any.
    pub fn name(&self, row: usize) -> &str {
        let names = &self.names[row];
        let english =
            |name: &&Name| name.language.as_str() == "en" && name.kind == NameKind::Preferred;
        let name = names.iter().find(english).or(names.first());
        name.map_or("without a name", |name| &name.text)
    }

    /// Whether some name of the place is in the language, exactly.
    pub fn has_language(&self, row: usize, language: &str) -> bool {
        self.names[row]
            .iter()
            .any(|name| name.language.as_str() == language)
    }
}

/// Whether the place is the seat of a unit, or as large as a town.
pub fn is_town(place: &Place) -> bool {
    place.feature.class() == FeatureClass::Populated
        && (["PPLC", "PPLA", "PPLA2", "PPLA3"].contains(&place.feature.code())
            || place.population >= Some(limits::TOWN_POPULATION))
}

/// Whether the place lies in one of the countries that are checked most closely.
pub fn is_home(place: &Place) -> bool {
    place
        .country
        .is_some_and(|country| limits::HOME.contains(&country.as_str()))
}

/// Every check that needs nothing but the tables of the folder.
pub fn of_tables(folder: &Path, tables: &Tables) -> Vec<Failure> {
    let mut failures = names::check(tables);
    failures.extend(places::check(tables));
    failures.extend(policy::check(tables));
    failures.extend(words::check(folder, tables));
    failures
}
