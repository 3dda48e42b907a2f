//! Single names: the feature word, another script, other spaces and letter case change no answer.

use super::frames::LANGUAGES;
use super::{SAMPLES, Tallies, towns};
use std::collections::{HashMap, HashSet};
use toponym::{PlaceId, Resolver};

/// The word for a town, before the name or behind it.
const FEATURE_WORDS: &[(&str, &str)] = &[
    ("ar", "مدينة {}"),
    ("az", "{} şəhəri"),
    ("en", "city of {}"),
    ("fa", "شهر {}"),
    ("hy", "{} քաղաք"),
    ("ru", "город {}"),
    ("tr", "{} şehri"),
];

fn check(query: &str, expected: &PlaceId) -> Result<(), String> {
    let resolver = Resolver::embedded();
    let resolution = resolver.resolve(query);
    let found = resolution.best().map(|best| best.place().id());
    match found {
        Some(id) if id == *expected => Ok(()),
        Some(id) => Err(format!("{query}: {id}, expected {expected}")),
        None => Err(format!("{query}: unknown, expected {expected}")),
    }
}

/// The towns of a language, a sample of them.
fn sample(language: &str, words: usize, seed: u64) -> Vec<towns::Town> {
    let mut towns = towns::of_words(language, words).to_vec();
    fastrand::Rng::with_seed(seed).shuffle(&mut towns);
    towns.truncate(SAMPLES);
    towns
}

#[test]
fn a_feature_word_beside_the_name_changes_no_answer() {
    let mut tallies = Tallies::default();
    for (language, pattern) in FEATURE_WORDS {
        for town in sample(language, 1, 7) {
            tallies.count(
                language,
                check(&pattern.replace("{}", &town.name), &town.id),
            );
        }
    }
    tallies.assert(99.0, &[]);
}

#[test]
fn spaces_and_letter_case_change_no_answer() {
    let mut tallies = Tallies::default();
    for language in LANGUAGES {
        for town in sample(language, 1, 8)
            .into_iter()
            .chain(sample(language, 2, 8))
        {
            let turkic = matches!(language, "az" | "tr");
            let upper = match turkic {
                true => town.name.replace('i', "İ").to_uppercase(),
                false => town.name.to_uppercase(),
            };
            let lower = match turkic {
                true => town.name.replace('I', "ı").replace('İ', "i").to_lowercase(),
                false => town.name.to_lowercase(),
            };
            let name = &town.name;
            for query in [
                upper,
                lower,
                format!("  {name}\t"),
                format!("«{name}»"),
                format!("{name}."),
                name.replace(' ', "  "),
                name.replace(' ', "\u{a0}"),
                name.replace(' ', "-"),
            ] {
                tallies.count(language, check(&query, &town.id));
            }
        }
    }
    tallies.assert(99.0, &[]);
}

/// Every language's preferred name of a town leads to the same town.
#[test]
fn another_language_leads_to_the_same_town() {
    let mut tallies = Tallies::default();
    for language in LANGUAGES {
        let others: HashMap<_, _> = LANGUAGES
            .iter()
            .flat_map(|other| towns::of(other))
            .map(|town| (&town.name, &town.id))
            .collect();
        let own: HashSet<_> = towns::of(language).iter().map(|town| &town.id).collect();
        for (name, id) in others {
            if own.contains(id) {
                tallies.count(language, check(name, id));
            }
        }
    }
    tallies.assert(99.0, &[]);
}
