//! Names that are ordinary words too, asked of the gazetteer that ships with the crate.
#![cfg(feature = "embedded")]

use toponym::Resolver;

/// The best place's name in English, and whether it is said to be a word as well.
fn best(query: &str) -> Option<(String, bool)> {
    let resolver = Resolver::embedded();
    let found = resolver.resolve(query);
    let best = found.best()?;
    let name = best.place().name_in("en")?.text().to_owned();
    Some((name, best.evidence().is_word))
}

#[test]
fn words_that_are_names_too_bear_what_names_bear_for_a_lower_score() {
    for (query, place) in [
        ("بسيول", "Seoul"),
        ("وسيول", "Seoul"),
        ("Qumda", "Qom"),
        ("Somalidən", "Somalia"),
        ("Ղազախում", "Qazax"),
    ] {
        assert_eq!(best(query), Some((place.to_owned(), true)), "{query}");
    }
    let score = |query: &str| {
        let resolver = Resolver::embedded();
        resolver.resolve(query).best().map(|best| best.score())
    };
    assert!(score("بسيول") < score("بيريفان") && score("بسيول") < score("سيول"));
}

#[test]
fn words_stay_words() {
    for query in [
        "فسيول",
        "السيول",
        "بالسيول",
        "سيولا",
        "qumda",
        "somalidən",
        "Quma",
        "Somalilər",
        "QUMDA",
    ] {
        assert_eq!(best(query), None, "{query}");
    }
    assert_eq!(best("بيريفان"), Some(("Yerevan".to_owned(), false)));
}
