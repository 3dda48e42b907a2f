//! Towns to put into sentences, drawn from the tables.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use toponym::{FeatureClass, Gazetteer, Key, NameKind, Place, PlaceId};

/// A town, and its preferred name in a language.
#[derive(Clone, Debug)]
pub struct Town {
    pub id: PlaceId,
    pub name: String,
    /// Whether it lies where the tables are closest.
    pub at_home: bool,
}

/// Inhabitants that a town has at least; in Armenia and Azerbaijan, whose towns the tables hold
/// closely, `LEAST_AT_HOME`.
const LEAST: u64 = 50_000;
const LEAST_AT_HOME: u64 = 5_000;
/// Letters of the shortest name: shorter ones need more than being there.
const SHORTEST: usize = 4;

/// The towns of a language whose name is one word, belongs to no other place but the unit named
/// after the town, and is in no table of words.
pub fn of(language: &str) -> &'static [Town] {
    let towns = of_words(language, 1);
    assert!(towns.len() >= 50, "{language}: {} towns", towns.len());
    towns
}

/// The same for names of so many words.
pub fn of_words(language: &str, words: usize) -> &'static [Town] {
    static TOWNS: LazyLock<HashMap<(String, usize), Vec<Town>>> = LazyLock::new(by_language);
    let towns = TOWNS.get(&(language.to_owned(), words));
    towns.map_or(&[], Vec::as_slice)
}

/// The towns by language and the number of words in their names.
fn by_language() -> HashMap<(String, usize), Vec<Town>> {
    let gazetteer = Gazetteer::embedded();
    let words = table_words();
    let places: HashMap<_, _> = gazetteer
        .places
        .iter()
        .map(|place| (&place.id, place))
        .collect();
    let is_unit = |place: &Place| {
        place.feature.class() == FeatureClass::Administrative && place.parent.is_some()
    };
    let mut bearers: HashMap<Vec<u8>, HashSet<&PlaceId>> = HashMap::new();
    for name in gazetteer
        .names
        .iter()
        .filter(|name| !is_unit(places[&name.place]))
    {
        bearers
            .entry(key(&name.text))
            .or_default()
            .insert(&name.place);
    }
    let mut towns: HashMap<(String, usize), Vec<Town>> = HashMap::new();
    for name in &gazetteer.names {
        let (place, key) = (places[&name.place], key(&name.text));
        let at_home = ["AM", "AZ"]
            .map(|code| code.parse().ok())
            .contains(&place.country);
        let least = if at_home { LEAST_AT_HOME } else { LEAST };
        if name.kind == NameKind::Preferred
            && place.feature.class() == FeatureClass::Populated
            && place.population.is_some_and(|people| people >= least)
            && name.text.chars().count() >= SHORTEST
            && name.text.chars().all(|c| c.is_alphabetic() || c == ' ')
            && bearers[&key].len() == 1
            && !words.contains(&key)
        {
            let of = (name.language.to_string(), name.text.split(' ').count());
            towns.entry(of).or_default().push(Town {
                id: place.id.clone(),
                name: name.text.clone(),
                at_home,
            });
        }
    }
    towns
}

/// Folded words of the tables: a town that is spelled so is a town on conditions.
fn table_words() -> HashSet<Vec<u8>> {
    let mut words = HashSet::new();
    for table in ["common_words", "context_words", "demonyms", "feature_words"] {
        let path = format!("{}/../data/{table}.csv", env!("CARGO_MANIFEST_DIR"));
        let mut rows = csv::Reader::from_path(path).unwrap();
        let text = rows
            .headers()
            .unwrap()
            .iter()
            .position(|column| column == "text");
        for row in rows.records() {
            words.insert(key(&row.unwrap()[text.unwrap()]));
        }
    }
    words
}

fn key(text: &str) -> Vec<u8> {
    let key = Key::of(text);
    let mut bytes = vec![key.space() as u8];
    bytes.extend(key.as_bytes());
    bytes
}
