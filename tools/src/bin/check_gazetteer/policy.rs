//! Which names a place must have and which of them is preferred: official names of countries, the
//! country's own name where two traditions have one each, and no name of another place.

use super::limits::{NO_LONGER_NAME, TRANSLATED};
use super::{Failure, Tables};
use std::collections::HashMap;
use toponym::{FeatureClass, Name, NameKind};

/// The languages that countries have their official names in.
const OFFICIAL: [&str; 8] = ["ar", "hy", "az", "ru", "en", "fa", "tr", "ka"];

/// Likeness of two skeletons below which they are names of two traditions, not one name in two
/// languages.
const OTHER_NAME: f64 = 0.5;

/// The same for an Azerbaijani name of a place in Armenia, which must be the Armenian one: its
/// endings often differ.
const OTHER_NAME_IN_ARMENIA: f64 = 0.34;

/// How much nearer to the name of another place a district's name may be than to its own.
const NEARER: f64 = 0.25;

/// Places farther apart than this in kilometres are not named after each other.
const OTHER_PLACE_KM: f64 = 75.0;

/// Letters that write one consonant, under its Latin letter. Vowels, h, v, w and y are left out:
/// each alphabet writes them in its own way.
const CONSONANTS: [(char, &str); 11] = [
    ('b', "بپբպփbpбпბპფ"),
    ('d', "تطدضտթդtdтдტთდ"),
    ('k', "كکقغخگկղկգքխkgqxğкгхкгქკგღხყ"),
    ('c', "جچջճչծցcçjժчцщжჭჩცძწჯჟ"),
    ('z', "زذظژզձzзზ"),
    ('s', "سشصշսsşсшსშ"),
    ('r', "رռրrрრ"),
    ('l', "لլlлლ"),
    ('m', "مմmмმ"),
    ('n', "نնnнნ"),
    ('f', "فֆfф"),
];

pub fn check(tables: &Tables) -> Vec<Failure> {
    let mut failures = Vec::new();
    let bearers = bearers(tables);
    for row in 0..tables.places.len() {
        failures.extend(names_of_others(tables, row, &bearers).map(|wrong| {
            Failure::new(
                "a district's names are its own",
                format!("{}: {wrong}", tables.shown(row)),
            )
        }));
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

/// The places of each preferred name, by country, language and spelling.
type Bearers<'t> = HashMap<(&'t str, String), Vec<usize>>;

fn bearers(tables: &Tables) -> Bearers<'_> {
    let mut bearers = Bearers::new();
    for (row, names) in tables.names.iter().enumerate() {
        for name in names.iter().filter(|name| name.kind == NameKind::Preferred) {
            let key = (name.text.as_str(), name.language.to_string());
            bearers.entry(key).or_default().push(row);
        }
    }
    bearers
}

/// Preferred names of a district that are those of a place elsewhere in the country, and like that
/// one's English name, not its own: Who's On First mixes them up.
fn names_of_others<'t>(
    tables: &'t Tables,
    row: usize,
    bearers: &'t Bearers<'t>,
) -> impl Iterator<Item = String> + 't {
    let place = &tables.places[row];
    let own = english(&tables.names[row]).filter(|_| place.feature.code() == "ADM2");
    let preferred =
        |name: &&Name| name.kind == NameKind::Preferred && name.language.as_str() != "en";
    let names = tables.names[row].iter().filter(preferred);
    names
        .zip(std::iter::repeat(own))
        .filter_map(move |(name, own)| {
            let own = own?;
            let key = (name.text.as_str(), name.language.to_string());
            let other = bearers.get(&key)?.iter().find(|&&other| {
                let of = &tables.places[other];
                other != row
                    && of.country == place.country
                    && of.coordinates.distance_km(place.coordinates) > OTHER_PLACE_KM
                    && english(&tables.names[other]).is_some_and(|english| {
                        word_likeness(english, &name.text)
                            >= word_likeness(own, &name.text) + NEARER
                    })
            })?;
            Some(format!(
                "{} ({}) is {}",
                name.text,
                name.language,
                tables.shown(*other)
            ))
        })
}

fn english(names: &[Name]) -> Option<&str> {
    let mut names = names.iter();
    let name =
        names.find(|name| name.kind == NameKind::Preferred && name.language.as_str() == "en")?;
    Some(&name.text)
}

/// How nearly the most alike words of two names agree, from 0 to 1: the others say what it is.
fn word_likeness(one: &str, other: &str) -> f64 {
    let words = one
        .split([' ', '-'])
        .filter(|word| skeleton(word).len() > 1);
    let alike = words.flat_map(|word| {
        let others = other.split([' ', '-']);
        others.map(move |other| likeness(word, other))
    });
    alike.fold(likeness(one, other), f64::max)
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
