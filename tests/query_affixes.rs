//! Affixes of names that are asked for alone: endings behind an apostrophe, and initials with
//! their endings.

use toponym::{
    Coordinates, Gazetteer, IndexBuilder, MaxEdits, Name, NameKind, Place, Query, Resolver,
};

fn resolver(names: &[&str]) -> Resolver {
    let point = Coordinates::new(0.0, 0.0).unwrap();
    let (mut places, mut all) = (Vec::new(), Vec::new());
    for (number, text) in names.iter().enumerate() {
        let place = Place::new(format!("gn:{}", number + 1).parse().unwrap(), point);
        let language = "tr".parse().unwrap();
        all.push(Name::new(
            place.id.clone(),
            *text,
            language,
            NameKind::Preferred,
        ));
        places.push(place);
    }
    let gazetteer = Gazetteer { places, names: all };
    Resolver::new(
        IndexBuilder::new()
            .add_gazetteer(gazetteer)
            .build()
            .unwrap(),
    )
}

#[test]
fn the_apostrophe_parts_a_name_from_its_ending() {
    let resolver = resolver(&[
        "Hama",
        "Hamadan",
        "Hindistan",
        "Hınıs",
        "Xi'an",
        "L'Aquila",
        "Sanaa",
        "Paris",
        "Van Gölü",
    ]);
    for (query, name) in [
        ("Hama'dan", "Hama"),
        ("Hama\u{2019}dan", "Hama"),
        ("Hamadan", "Hamadan"),
        ("Hamadan'dan", "Hamadan"),
        ("Hınıs'tan", "Hınıs"),
        ("Xi'an", "Xi'an"),
        ("Xi'an'dan", "Xi'an"),
        ("L'Aquila'da", "L'Aquila"),
        ("Sana'a", "Sanaa"),
        ("Sana'a'dan", "Sanaa"),
        ("Paris'tekiler", "Paris"),
        ("Van Gölü'nde", "Van Gölü"),
    ] {
        let found = resolver.resolve(query);
        let best = found.best().map(|best| best.name().text().to_owned());
        assert_eq!(best.as_deref(), Some(name), "{query}");
    }
    let limited = Query::new("Xındis'tan").max_edits(MaxEdits::Limit(1));
    assert!(resolver.resolve(limited).best().is_some());
    assert!(resolver.resolve("Xındis'tan").best().is_none());
}

#[test]
fn who_asks_for_all_gets_both_with_the_name_behind_the_whole_written_so() {
    let resolver = resolver(&["Hama", "Hama'dan"]);
    let all = resolver.resolve(Query::new("Hama'dan").exhaustive(true));
    let names: Vec<_> = all.candidates().iter().map(|c| c.name().text()).collect();
    assert_eq!(names, ["Hama'dan", "Hama"]);
}

/// Whether a place that has nothing but these initials is found by a spelling of them.
fn finds(initials: &str, query: &str) -> bool {
    let place = Place::new("gn:1".parse().unwrap(), Coordinates::new(0.0, 0.0).unwrap());
    let language = "und".parse().unwrap();
    let name = Name::new(place.id.clone(), initials, language, NameKind::Abbreviation);
    let gazetteer = Gazetteer {
        places: vec![place],
        names: vec![name],
    };
    let index = IndexBuilder::new().add_gazetteer(gazetteer).build();
    let resolver = Resolver::new(index.unwrap());
    resolver
        .resolve(Query::new(query).spelled(true))
        .best()
        .is_some()
}

#[test]
fn initials_are_told_from_their_ending() {
    for (initials, query) in [
        ("ФРГ", "ФРГ"),
        ("ФРГ", "фрг"),
        ("ФРГ", "ФРГ-у"),
        ("ФРГ", "фрг-у"),
        ("ФРГ", "ФРГу"),
        ("ФРГ", "ФРГУ"),
        ("ФРГ", "республика ФРГу"),
        ("ABŞ", "ABŞda"),
        ("ŞKTR", "SKTRdə"),
        ("ŞKTR", "S\u{327}KTRdə"),
        ("ŞKTR", "s\u{327}ktr-də"),
        ("ABŞ", "abş'da"),
        ("İİR", "İİRdə"),
        ("BiH", "BiHdə"),
        ("U.S.", "U.S.'s"),
        ("ԱՄՆ", "ԱՄՆում"),
        ("ԱՄՆ", "ԱՄՆՈՒՄ"),
        ("ԱՄՆ", "ԱՄՆ-ՈՒՄ"),
        ("აშშ", "აშშში"),
    ] {
        assert!(finds(initials, query), "{query}");
    }
}

#[test]
fn other_words_are_no_initials_with_an_ending() {
    for (initials, query) in [
        ("ФРГ", "Фргу"),
        ("ФРГ", "фргу"),
        ("ФРГ", "ФрГу"),
        ("ФРГ", "республика Фргу"),
        ("ФРГ", "РЕСПУБЛИКА Фргу"),
        ("ФРГ", "респ. Фргу"),
        ("ФРГ", "Анна Фргу"),
        ("ИРИ", "Ирина"),
        ("USA", "usada"),
        ("ŞKTR", "S\u{327}ktrdə"),
        ("BiH", "Bihdə"),
        ("ԱՄՆ", "Ամնում"),
    ] {
        assert!(!finds(initials, query), "{query}");
    }
}
