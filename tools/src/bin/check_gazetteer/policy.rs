//! Which names a place must have and which of them is preferred: official names of countries, and
//! the country's own name where two traditions have one each.

use super::limits::{NO_LONGER_NAME, TRANSLATED};
use super::{Failure, Tables};
use toponym::{FeatureClass, NameKind};

/// The languages that countries have their official names in.
const OFFICIAL: [&str; 8] = ["ar", "hy", "az", "ru", "en", "fa", "tr", "ka"];

/// Likeness of two skeletons below which they are names of two traditions, not one name in two
/// languages.
const OTHER_NAME: f64 = 0.5;

/// The same for an Azerbaijani name of a place in Armenia, which must be the Armenian one: its
/// endings often differ.
const OTHER_NAME_IN_ARMENIA: f64 = 0.34;

/// Letters of Arabic, Armenian and Azerbaijani that write one consonant, under its Latin letter.
/// Vowels, h, w and y are left out: each alphabet writes them in its own way.
const CONSONANTS: [(char, &str); 11] = [
    ('b', "بپբպփbp"),
    ('d', "تطدضտթդtd"),
    ('k', "كقغخگکղկգքխkgqxğ"),
    ('c', "جچջճչծցcçjժ"),
    ('z', "زذظژզձz"),
    ('s', "سشصշսsş"),
    ('r', "رռրr"),
    ('l', "لլl"),
    ('m', "مմm"),
    ('n', "نնn"),
    ('f', "فֆf"),
];

pub fn check(tables: &Tables) -> Vec<Failure> {
    let mut failures = Vec::new();
    for row in 0..tables.places.len() {
        if let Some(missing) = missing_official(tables, row) {
            failures.push(Failure::new(
                "countries have their official names",
                format!("{}: none in {missing}", tables.shown(row)),
            ));
        }
        if let Some(wrong) = other_tradition(tables, row) {
            failures.push(Failure::new(
                "the country's own name is preferred",
                format!("{}: {wrong}", tables.shown(row)),
            ));
        }
    }
    failures
}

/// The languages in which a country has no official name, if it has one in English.
fn missing_official(tables: &Tables, row: usize) -> Option<String> {
    let place = &tables.places[row];
    let country = place.country?;
    let country = country.as_str();
    if place.feature.code() != "PCLI" || NO_LONGER_NAME.contains(&country) {
        return None;
    }
    let names = &tables.names[row];
    let has = |language: &str| {
        names
            .iter()
            .any(|name| name.language.as_str() == language && name.kind == NameKind::Official)
    };
    // Small tables of users and tests need none.
    let missing: Vec<&str> = OFFICIAL.into_iter().filter(|tag| !has(tag)).collect();
    (has("en") && !missing.is_empty()).then(|| missing.join(", "))
}

/// A preferred name that follows the other tradition.
fn other_tradition(tables: &Tables, row: usize) -> Option<String> {
    let place = &tables.places[row];
    let id = place.id.to_string();
    if place.feature.class() != FeatureClass::Populated || TRANSLATED.iter().any(|row| row.0 == id)
    {
        return None;
    }
    let preferred = |language: &str| {
        let mut names = tables.names[row].iter();
        let name = names
            .find(|name| name.language.as_str() == language && name.kind == NameKind::Preferred)?;
        Some(name.text.as_str())
    };
    let azerbaijani = preferred("az")?;
    let armenian = preferred("hy")?;
    let alike = likeness(azerbaijani, armenian);
    match place.country?.as_str() {
        "AM" if alike < OTHER_NAME_IN_ARMENIA => {
            Some(format!("{azerbaijani} (az) is not {armenian}"))
        }
        "AZ" if alike < OTHER_NAME => {
            let arabic = preferred("ar")?;
            (likeness(arabic, armenian) > likeness(arabic, azerbaijani))
                .then(|| format!("{arabic} (ar) follows {armenian}, not {azerbaijani}"))
        }
        _ => None,
    }
}

/// How nearly the consonants of two names agree, from 0 to 1.
fn likeness(one: &str, other: &str) -> f64 {
    strsim::normalized_levenshtein(&skeleton(one), &skeleton(other))
}

/// The consonants of a name, doubled ones once.
fn skeleton(name: &str) -> String {
    let lower = name.to_lowercase();
    // Two letters for one sound.
    let joined = lower
        .replace("تش", "ج")
        .replace("تس", "ج")
        .replace("دز", "ز");
    let joined = joined.replace("ts", "c").replace("dz", "z");
    let mut skeleton = String::new();
    for letter in joined.chars() {
        let class = CONSONANTS
            .iter()
            .find(|(_, letters)| letters.contains(letter));
        if let Some(&(consonant, _)) = class
            && !skeleton.ends_with(consonant)
        {
            skeleton.push(consonant);
        }
    }
    skeleton
}
