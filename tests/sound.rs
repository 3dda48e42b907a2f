//! Names that nothing is spelled like are found by their sound, in the script the gazetteer has.

use toponym::{Gazetteer, IndexBuilder, MatchKind, Query, Resolver, Status, StrippedAffix};

/// Places with names in Latin letters only, made up for these tests but for the names.
fn resolver() -> Resolver {
    let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
        gn:1,,P,PPL,AZ,,39.8,46.7,50000\n\
        gn:2,,P,PPL,AM,,40.4,43.8,1000\n\
        gn:3,,P,PPL,AM,,40.3,43.8,1000\n\
        gn:4,,P,PPL,AM,,40.4,43.9,1000\n\
        gn:5,,L,RGN,,,39.8,46.7,\n\
        gn:6,,P,PPL,AM,,40.1,44.1,\n\
        gn:7,,P,PPL,TR,,40.3,28.0,\n\
        gn:8,,P,PPL,IT,,43.8,11.2,\n\
        gn:9,,P,PPL,NO,,60.0,10.0,\n";
    let names = "place,text,language,kind\n\
        gn:1,Xankəndi,az,preferred\n\
        gn:2,Verin Talin,en,preferred\n\
        gn:3,Nerkin Talin,en,preferred\n\
        gn:4,Talin,en,preferred\n\
        gn:5,Nagorno Karabakh,en,preferred\n\
        gn:6,Nor Hachn,en,preferred\n\
        gn:7,Bandırma,tr,preferred\n\
        gn:8,Borgo Vittorio Veneto,it,preferred\n\
        gn:9,Midgard,no,preferred\n";
    resolver_of(places, names)
}

fn resolver_of(places: &str, names: &str) -> Resolver {
    let gazetteer = Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes()));
    let builder = IndexBuilder::new().add_gazetteer(gazetteer.unwrap());
    let index = builder.build().unwrap();
    index.verify().unwrap();
    Resolver::new(index)
}

fn best(resolver: &Resolver, query: impl Into<Query>) -> Option<String> {
    let resolution = resolver.resolve(query);
    Some(resolution.best()?.place().id().to_string())
}

#[test]
fn names_are_found_in_other_scripts() {
    let resolver = resolver();
    for query in ["خانكندي", "Ханкенди", "Խանքենդի", "ხანქენდი"]
    {
        let resolution = resolver.resolve(query);
        let best = resolution.best().unwrap();
        assert_eq!(best.place().id().to_string(), "gn:1", "{query}");
        let evidence = best.evidence();
        assert!(matches!(evidence.spelling, MatchKind::Sounded { .. }));
        assert!(
            evidence.to_string().starts_with("sounds alike"),
            "{evidence}"
        );
        assert_eq!(evidence.edits(), 0);
    }
}

#[test]
fn what_only_arabic_writes_keeps_no_other_script_from_meeting_it() {
    let resolver = resolver();
    for query in ["باندرمة", "بندرمة", "وباندرمة"] {
        assert_eq!(best(&resolver, query).as_deref(), Some("gn:7"), "{query}");
    }
}

#[test]
fn generic_parts_match_across_languages_and_never_alone() {
    let resolver = resolver();
    let cases = [
        ("تالين العليا", "gn:2"),
        ("Верхний Талин", "gn:2"),
        ("Վերին Թալին", "gn:2"),
        ("تالين السفلى", "gn:3"),
        ("Нижний Талин", "gn:3"),
        ("تالين", "gn:4"),
        ("نور هاتشن", "gn:6"),
    ];
    for (query, expected) in cases {
        assert_eq!(best(&resolver, query).as_deref(), Some(expected), "{query}");
    }
    assert_eq!(best(&resolver, "العليا"), None);
    assert_eq!(best(&resolver, "Верхний"), None);
}

#[test]
fn words_may_stand_in_another_order() {
    let resolver = resolver();
    for query in ["Karabakh, Nagorno", "قره باغ ناغورنو", "Карабах Нагорно"]
    {
        assert_eq!(best(&resolver, query).as_deref(), Some("gn:5"), "{query}");
    }
}

#[test]
fn what_stands_beside_a_name_may_say_nothing() {
    let resolver = resolver();
    for query in ["خانكندي (توضيح)", "خانكندي، بلاد أخرى"] {
        let resolution = resolver.resolve(query);
        let best = resolution.best().unwrap();
        assert_eq!(best.place().id().to_string(), "gn:1", "{query}");
        let aside =
            |stripped: &StrippedAffix| matches!(stripped, StrippedAffix::UnverifiedQualifier(_));
        assert!(best.evidence().stripped.iter().any(aside), "{query}");
        let alone = resolver.resolve("خانكندي");
        assert!(best.score() < alone.best().unwrap().score());
    }
}

#[test]
fn doubled_letters_and_letters_of_one_sound_may_be_read_apart() {
    let resolver = resolver();
    let cases = [
        ("تاللين", "gn:4"),
        ("خاننكندي", "gn:1"),
        // دج is one sound in most names, and two in this one.
        ("ميدجارد", "gn:9"),
        ("تششششش", ""),
    ];
    for (query, expected) in cases {
        let found = best(&resolver, query).unwrap_or_default();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn names_of_three_words_are_found_by_any_two() {
    let resolver = resolver();
    for query in [
        "Vittorio Veneto",
        "Borgo Veneto",
        "فيتوريو فينيتو",
        "بورغو فيتوريو",
    ] {
        assert_eq!(best(&resolver, query).as_deref(), Some("gn:8"), "{query}");
    }
    assert_eq!(best(&resolver, "Vittorio"), None);
}

#[test]
fn the_query_decides_what_is_admitted() {
    let resolver = resolver();
    let query = Query::new("خانكندي");
    assert_eq!(
        resolver.resolve(query.clone().spelled(true)).status(),
        Status::Unknown
    );
    assert_eq!(best(&resolver, query.clone().prefix(true)), None);
    assert_eq!(
        best(&resolver, query.clone().country("AM".parse().unwrap())),
        None
    );
    let there = query.country("AZ".parse().unwrap());
    assert_eq!(best(&resolver, there).as_deref(), Some("gn:1"));
}

#[test]
fn what_agrees_with_the_place_beside_it_must_also_sound_like_the_name() {
    let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
        gn:1,,P,PPL,ES,,38.6,-6.6,\n\
        gn:2,,A,ADM1,IT,,45.1,9.1,\n\
        gn:3,,P,PPL,IT,gn:2,45.2,9.2,\n";
    let names = "place,text,language,kind\n\
        gn:1,Santa Marta,es,preferred\n\
        gn:2,Batalis,it,preferred\n\
        gn:3,Sammarotti,it,preferred\n";
    let resolver = resolver_of(places, names);
    assert_eq!(best(&resolver, "ساماروتي، بطاليس").as_deref(), Some("gn:3"));
    assert_eq!(
        best(&resolver, "سانتا مارتا، بطليوس").as_deref(),
        Some("gn:1")
    );
}

#[test]
fn homonyms_that_are_only_heard_share_their_likelihood() {
    let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
        gn:1,,P,PPL,IT,,45.9,11.6,\n\
        gn:2,,P,PPL,IT,,44.6,8.6,\n\
        gn:3,,P,PPL,IT,,43.2,12.5,\n\
        gn:4,,P,PPL,IT,,41.1,14.5,\n";
    let names = "place,text,language,kind\n\
        gn:1,Costarella,it,preferred\n\
        gn:2,Costarella,it,preferred\n\
        gn:3,Costarella,it,preferred\n\
        gn:4,Custarella,it,preferred\n";
    let resolution = resolver_of(places, names);
    let resolution = resolution.resolve("كوستاريلا");
    let ids: Vec<_> = resolution
        .candidates()
        .iter()
        .map(|c| c.place().id().to_string())
        .collect();
    assert_eq!(resolution.status(), Status::Ambiguous);
    assert!(
        resolution
            .candidates()
            .is_sorted_by(|a, b| a.score() >= b.score())
    );
    assert_eq!(ids.len(), 4);
    assert!(ids[..2].contains(&"gn:4".to_owned()), "{ids:?}");
}

#[test]
fn romanized_names_are_found_though_their_places_have_other_latin_names() {
    let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
        gn:1,,P,PPL,JO,,32.1,36.1,\n\
        gn:2,,P,PPL,SY,,36.2,37.2,\n\
        gn:3,,P,PPL,DZ,,31.9,5.3,\n\
        gn:4,,P,PPLA,SY,,34.7,36.7,\n";
    let names = "place,text,language,kind\n\
        gn:1,الزرقاء,ar,preferred\n\
        gn:1,Zerka,en,preferred\n\
        gn:2,حلب,ar,preferred\n\
        gn:2,Aleppo,en,preferred\n\
        gn:3,وهران,ar,preferred\n\
        gn:3,Oran,en,preferred\n\
        gn:4,حمص,ar,preferred\n\
        gn:4,Emesa,en,preferred\n";
    let resolver = resolver_of(places, names);
    let cases = [
        ("Az-Zarqāʾ", "gn:1"),
        ("el zar2a", "gn:1"),
        ("Ḩalab", "gn:2"),
        ("7alab", "gn:2"),
        ("Ouahran", "gn:3"),
        ("Ḩimş", "gn:4"),
    ];
    for (query, expected) in cases {
        assert_eq!(best(&resolver, query).as_deref(), Some(expected), "{query}");
    }
    for word in ["make", "hello", "Hamas", "Fatimah", "himself", "zebra"] {
        assert_eq!(best(&resolver, word), None, "{word}");
    }
}

#[test]
fn names_of_other_alphabets_are_found_in_every_transliteration() {
    let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
        gn:1,,P,PPL,AM,,40.8,43.8,\n\
        gn:2,,P,PPL,GE,,41.6,43.0,\n\
        gn:3,,P,PPL,IT,,45.0,9.0,\n";
    let names = "place,text,language,kind\n\
        gn:1,Գյումրի,hy,preferred\n\
        gn:1,Leninakan,en,former\n\
        gn:2,ახალციხე,ka,preferred\n\
        gn:2,Akhaltsykh,en,variant\n\
        gn:3,Միլան,hy,preferred\n\
        gn:3,Milano,it,preferred\n";
    let resolver = resolver_of(places, names);
    let cases = [
        ("Gyumri", Some("gn:1")),
        ("Gyowmri", Some("gn:1")),
        ("Axalcixe", Some("gn:2")),
        // A town abroad is called otherwise in Latin letters than it is in Armenian ones.
        ("Mylan", None),
    ];
    for (query, expected) in cases {
        assert_eq!(best(&resolver, query).as_deref(), expected, "{query}");
    }
}
