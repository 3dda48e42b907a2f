//! What is said beside a name: countries and units of structured queries, a point, a language.
#![cfg(feature = "embedded")]

use toponym::{Coordinates, PlaceId, Query, Resolver, Status};

fn best(query: Query) -> String {
    let resolver = Resolver::embedded();
    let found = resolver.resolve(query);
    let best = found.best().map(|best| best.place().id().to_string());
    best.unwrap_or_default()
}

#[test]
fn countries_are_given_by_name_or_code() {
    for country in ["Lebanon", "لبنان", "Liban", "LB", "LBN", "lb"] {
        let query = Query::new("طرابلس").country_named(country);
        assert_eq!(best(query), "gn:266826", "{country}");
    }
    assert_eq!(best(Query::new("طرابلس").country_named("Nowhereland")), "");
    let either = Query::new("طرابلس")
        .country_named("Nowhereland")
        .country_named("LY");
    assert_eq!(best(either), "gn:2210247");
}

#[test]
fn units_are_given_by_id_or_name() {
    let resolver = Resolver::embedded();
    let syunik: PlaceId = "gn:409314".parse().unwrap();
    let goris = best(Query::new("Goris"));
    assert_eq!(best(Query::new("Goris").within(syunik.clone())), goris);
    assert_eq!(
        best(Query::new("Goris").within(resolver.place(&syunik).unwrap())),
        goris
    );
    for unit in [
        "Syunik",
        "Syunik Province",
        "Սյունիք",
        "gn:409314",
        "Armenia",
        "AM",
    ] {
        assert_eq!(best(Query::new("Goris").admin(unit)), goris, "{unit}");
    }
    for unit in ["Lori", "Georgia", "Nowhereland", "gn:1"] {
        assert_eq!(best(Query::new("Goris").admin(unit)), "", "{unit}");
    }
    assert_eq!(
        best(Query::new("Gorris").admin("Syunik")),
        goris,
        "edits stay allowed"
    );
}

#[test]
fn a_near_point_decides_between_names_that_are_both_exact() {
    let near = |lat, lon| Query::new("طرابلس").near(Coordinates::new(lat, lon).unwrap());
    assert_eq!(best(near(34.43, 35.84)), "gn:266826");
    assert_eq!(best(near(32.88, 13.19)), "gn:2210247");
    let resolver = Resolver::embedded();
    let resolution = resolver.resolve(near(34.43, 35.84));
    assert_eq!(resolution.status(), Status::Resolved);
    let mut scores = resolution
        .candidates()
        .iter()
        .map(|found| found.score().get());
    assert!(scores.all(|score| score <= 1000));
}

#[test]
fn a_name_of_the_querys_own_language_comes_first() {
    let feature = |query: Query| {
        let resolver = Resolver::embedded();
        let found = resolver.resolve(query);
        let code = found.best().unwrap().place().feature();
        code.code().to_owned()
    };
    for query in ["مراكش", "Tunis"] {
        assert!(feature(Query::new(query)).starts_with("PPL"), "{query}");
    }
    for (query, language) in [("مراکش", "fa"), ("Tunis", "az")] {
        let asked = Query::new(query).language(language.parse().unwrap());
        assert!(feature(asked).starts_with("PCL"), "{query}");
    }
    for country in ["Georgia", "Mexico", "Luxembourg", "الكويت", "Грузия"] {
        assert!(feature(Query::new(country)).starts_with("PCL"), "{country}");
    }
}

#[test]
fn the_version_of_the_gazetteer_is_that_of_its_bytes() {
    let version = toponym::embedded_version();
    assert_eq!(version, toponym::embedded_version());
    assert_eq!(version.len(), 8);
}
