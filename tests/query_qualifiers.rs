//! A name with what stands around it, asked of the gazetteer that ships with the crate, class by
//! class. `docs/queries.md` says what is understood.
#![cfg(feature = "embedded")]

use toponym::{Candidate, Relation, Resolver, Status, StrippedAffix};

/// The id of the best place.
fn best(query: &str) -> String {
    let resolver = Resolver::embedded();
    let found = resolver.resolve(query);
    let best = found.best().map(|best| best.place().id().to_string());
    best.unwrap_or_default()
}

/// Asserts that all queries mean what the first of a row does by its id.
fn all_mean(cases: &[(&str, &[&str])]) {
    for (id, queries) in cases {
        for query in *queries {
            assert_eq!(best(query), *id, "{query}");
        }
    }
}

fn has(best: &Candidate<'_>, what: fn(&StrippedAffix) -> bool) -> bool {
    best.evidence().stripped.iter().any(what)
}

const GYUMRI: &str = "gn:616635";
const BAGHDAD: &str = "gn:98182";

#[test]
fn a_name_stands_with_its_country_in_any_way_of_writing() {
    let marks = [
        ", ", "، ", "; ", " / ", " - ", " – ", " — ", " | ", ": ", " > ", "\n", " ",
    ];
    for (name, country, id) in [
        ("Gyumri", "Armenia", GYUMRI),
        ("غيومري", "أرمينيا", GYUMRI),
        ("Գյումրի", "Հայաստան", GYUMRI),
        ("Гюмри", "Армения", GYUMRI),
        ("Gümrü", "Ermənistan", GYUMRI),
        ("بغداد", "العراق", BAGHDAD),
        ("Bağdat", "Irak", BAGHDAD),
    ] {
        for mark in marks {
            let query = format!("{name}{mark}{country}");
            assert_eq!(best(&query), id, "{query}");
            let reversed = format!("{country}{mark}{name}");
            assert_eq!(best(&reversed), id, "{reversed}");
        }
        for query in [format!("{name} ({country})"), format!("{name} [{country}]")] {
            assert_eq!(best(&query), id, "{query}");
        }
    }
}

#[test]
fn there_may_be_as_many_qualifiers_as_there_are_units() {
    all_mean(&[
        (
            GYUMRI,
            &[
                "Gyumri, Shirak, Armenia",
                "Armenia, Shirak, Gyumri",
                "Gyumri Shirak Armenia",
            ],
        ),
        (
            "gn:99532",
            &["Basra, Basra, Iraq", "البصرة، محافظة البصرة، العراق"],
        ),
    ]);
}

#[test]
fn a_place_does_not_lie_in_itself() {
    let resolver = Resolver::embedded();
    for query in [
        "Tunis, Tunisia",
        "Panama, Panama",
        "Алжир, Алжир",
        "Luxembourg, Luxembourg",
    ] {
        let found = resolver.resolve(query);
        let feature = found.best().unwrap().place().feature();
        assert_eq!(feature.class().letter(), 'P', "{query}");
    }
    // Of a city-state there is one place only.
    assert_eq!(
        resolver.resolve("Singapore, Singapore").status(),
        Status::Resolved
    );
}

#[test]
fn a_qualifier_that_contradicts_refutes() {
    for query in [
        "بغداد، السعودية",
        "بغداد السعودية",
        "Baghdad, Saudi Arabia",
        "Gyumri, Georgia",
        "Gyumri (Lori)",
        "Gyumri - Azerbaijan",
        "Գյումրի, Վրաստան",
        "Cambridge, Massachusetts",
        "Wilmington, DE",
        "Gyumri, Syunik, Armenia",
    ] {
        assert_eq!(best(query), "", "{query}");
    }
}

#[test]
fn a_container_is_not_the_answer_for_a_place_that_it_lacks() {
    for query in [
        "Zzyzxville, Syria",
        "Syria, Zzyzxville",
        "زززكفيل، سوريا",
        "Syria Zzyzxville",
    ] {
        assert_eq!(best(query), "", "{query}");
    }
}

#[test]
fn an_unknown_qualifier_neither_helps_nor_harms_and_says_so() {
    let resolver = Resolver::embedded();
    let found = resolver.resolve("Gyumri, Zzyzxland");
    let best = found.best().unwrap();
    assert_eq!(best.place().id().to_string(), GYUMRI);
    assert!(has(best, |stripped| matches!(
        stripped,
        StrippedAffix::UnverifiedQualifier(_)
    )));
    let with_country = resolver.resolve("Gyumri, Zzyzxland, Armenia");
    let with_country = with_country.best().unwrap();
    assert!(has(with_country, |stripped| matches!(
        stripped,
        StrippedAffix::AgreeingQualifier(_)
    )));
    // Without a mark it is a part of a name.
    assert_eq!(self::best("Gyumri Zzyzxland"), "");
}

#[test]
fn codes_are_codes_in_capitals_or_behind_a_mark() {
    all_mean(&[
        (
            GYUMRI,
            &[
                "Gyumri, AM",
                "Gyumri, ARM",
                "Gyumri AM",
                "Gyumri, arm",
                "Gyumri, AM-SH",
            ],
        ),
        ("gn:3169070", &["Rome IT", "Rome, ITA"]),
        (
            "gn:4930956",
            &[
                "Boston, MA",
                "Boston MA",
                "Boston, US-MA",
                "Boston, MA, USA",
            ],
        ),
        ("", &["Gyumri IT", "Gyumri, GE", "Boston, TX"]),
    ]);
}

#[test]
fn units_are_abbreviated_as_by_tradition() {
    for (name, elsewhere) in [
        ("Cambridge", "Mass."),
        ("Paris", "Tex."),
        ("Baghdad", "Ill."),
        ("Yerevan", "N. Dak."),
        ("Rome", "N.Y."),
        ("Manchester", "N.H."),
        ("Sydney", "N.S."),
        ("Basra", "Penna"),
    ] {
        let query = format!("{name}, {elsewhere}");
        assert_eq!(best(&query), "", "{query}");
        assert_ne!(best(name), "", "{name}");
    }
    let london = best("London, Ontario");
    assert_ne!(london, best("London"));
    for query in ["London, Ont.", "London (Ont)", "London, ON", "London, O.N."] {
        assert_eq!(best(query), london, "{query}");
    }
}

#[test]
fn names_of_countries_may_be_inverted_or_abbreviated() {
    all_mean(&[
        (
            "gn:357994",
            &["Egypt, Arab Rep.", "Egypt (Arab Republic of)"],
        ),
        (
            "gn:130758",
            &["Iran (Islamic Republic of)", "Iran, Islamic Rep."],
        ),
        ("gn:1835841", &["Korea, Rep.", "S. Korea", "Korea, South"]),
        (
            "gn:203312",
            &["Congo, Dem. Rep. of", "Congo, Democratic Republic of the"],
        ),
        ("gn:6252001", &["U.S.A.", "U.S.A"]),
        ("gn:2635167", &["U.K."]),
        ("gn:718075", &["N. Macedonia"]),
    ]);
}

#[test]
fn countries_beside_a_name_may_be_inverted() {
    for (name, country, elsewhere) in [
        ("Kinshasa", "Congo, Dem. Rep.", "Congo, Rep. of"),
        (
            "Kisangani",
            "Congo, Democratic Republic of the",
            "Korea, South",
        ),
        ("Busan", "Korea, Rep. of", "Korea, North"),
        ("Tehran", "Iran, Islamic Republic of", "Egypt, Arab Rep. of"),
    ] {
        for query in [format!("{name}, {country}"), format!("{name} ({country})")] {
            assert_eq!(best(&query), best(name), "{query}");
        }
        let query = format!("{name}, {elsewhere}");
        assert_eq!(best(&query), "", "{query}");
    }
}

#[test]
fn abbreviations_are_written_out_and_the_evidence_says_so() {
    all_mean(&[
        ("gn:520555", &["Н. Новгород", "Ниж. Новгород"]),
        ("gn:4691930", &["Ft. Worth", "Ft Worth, TX"]),
        ("gn:498817", &["St. Petersburg, Russia"]),
    ]);
    let resolver = Resolver::embedded();
    let found = resolver.resolve("Ft. Worth");
    assert_eq!(
        found.best().unwrap().evidence().read_as.as_deref(),
        Some("fort Worth")
    );
}

#[test]
fn kinds_stand_behind_names_in_registries() {
    for (name, queries) in [
        ("Казань", &["Казань г", "Казань г.", "Казань город"][..]),
        (
            "Химки",
            &["Химки г., Московская обл.", "Московская обл, Химки г"],
        ),
        ("Тверь", &["Тверская обл, Тверь г", "Тверь г"]),
        ("Сочи", &["Сочи г, Краснодарский край"]),
        // And not the unit that is called "город Ереван".
        ("Ереван", &["Ереван город", "Ереван г, Армения"]),
        ("Գյումրի", &["Գյումրի ք", "Գյումրի ք."]),
        ("حلب", &["حلب مدينة", "حلب مدينة، سوريا"]),
        ("تبریز", &["تبریز شهر"]),
    ] {
        for query in queries {
            assert_eq!(best(query), best(name), "{query}");
        }
    }
    for query in ["Казань г, Армения", "Ереван озеро", "чудо г"] {
        assert_eq!(best(query), "", "{query}");
    }
}

#[test]
fn phrases_are_read() {
    all_mean(&[
        (
            GYUMRI,
            &[
                "Gyumri in Armenia",
                "غيومري في أرمينيا",
                "مدينة غيومري الأرمينية",
            ],
        ),
        (
            "gn:2210247",
            &["العاصمة الليبية طرابلس", "طرابلس ليبيا", "Tripoli Libya"],
        ),
        ("gn:266826", &["Tripoli Lebanon", "طرابلس اللبنانية"]),
        ("gn:174895", &["Սյունիքի Գորիս", "Գորիս Սյունիք"]),
        ("", &["مدينة غيومري العراقية"]),
    ]);
}

#[test]
fn prepositions_and_articles_are_copied_with_a_phrase() {
    for query in [
        "the city of Gyumri in Armenia",
        "the Armenian city of Gyumri",
        "in Gyumri Armenia",
        "в Гюмри Армения",
    ] {
        assert_eq!(best(query), GYUMRI, "{query}");
    }
    for query in ["the Syrian city of Gyumri", "in Gyumri Syria"] {
        assert_eq!(best(query), "", "{query}");
    }
}

#[test]
fn a_capital_behind_a_preposition_tells_a_name_from_the_word() {
    let turkey = best("Turkey");
    assert_eq!(turkey, "gn:298795");
    assert_eq!(best("from Turkey"), turkey);
    assert_eq!(best("from turkey"), "");
    assert_eq!(best("Adana in Turkey"), best("Adana"));
    assert_eq!(best("Gyumri in Turkey"), "");
}

#[test]
fn regions_that_are_nobodys_parent_agree_by_distance() {
    all_mean(&[
        (
            "gn:147105",
            &["Shushi, Artsakh", "شوشة، ناغورنو قره باغ", "Şuşa, Qarabağ"],
        ),
        ("gn:95446", &["Erbil, Kurdistan"]),
        ("", &["Baghdad, Artsakh", "Gyumri, Sinai"]),
    ]);
}

#[test]
fn relations_lead_to_the_place_itself_with_a_wider_circle() {
    let resolver = Resolver::embedded();
    for (query, relation) in [
        ("north of Gyumri", Relation::North),
        ("شمال غيومري", Relation::North),
        ("ضواحي غيومري", Relation::Around),
        ("Gümrü ətrafı", Relation::Around),
        ("окрестности Гюмри", Relation::Around),
        ("к югу от Гюмри", Relation::South),
        ("Գյումրիի շրջակայք", Relation::Around),
        ("near Gyumri, Armenia", Relation::Near),
        ("Gyumri area", Relation::Around),
    ] {
        let found = resolver.resolve(query);
        let best = found.best().unwrap_or_else(|| panic!("{query}"));
        assert_eq!(best.place().id().to_string(), GYUMRI, "{query}");
        assert_eq!(
            best.relation().map(|word| word.relation),
            Some(relation),
            "{query}"
        );
        assert!(best.accuracy_km() >= Some(10.0), "{query}");
    }
    let plain = resolver.resolve("Gyumri");
    assert_eq!(plain.best().unwrap().accuracy_km(), None);
    // What is a name as it stands has no relation.
    assert_eq!(best("South Sudan"), "gn:7909807");
}

#[test]
fn so_many_relations_are_read_around_each_other() {
    // Each one that comes off has the rest looked for again: a long query of nothing else would take the
    // square of its length.
    for (name, written) in [("Gyumri", "Gyumri"), ("Stepanakert", "Stepanakirt")] {
        let behind = |count: usize| best(&("near ".repeat(count) + written));
        assert_eq!(behind(4), best(name));
        // One more may come off as a preposition does.
        assert_eq!(behind(6), "");
    }
}

#[test]
fn distances_stand_before_directions() {
    for (name, query) in [
        ("Kirkuk", "20 km south of Kirkuk"),
        ("Mosul", "5 miles north of Mosul"),
        ("كركوك", "20 كم جنوب كركوك"),
        ("Нальчик", "в 20 км от Нальчика"),
        ("Gyumri", "about 3.5 km from Gyumri, Armenia"),
    ] {
        assert_eq!(best(query), best(name), "{query}");
    }
    assert_eq!(best("20 km from Gyumri, Iraq"), "");
}

#[test]
fn directions_stand_between_two_places() {
    for (name, query) in [
        ("سامراء", "سامراء شمالي بغداد"),
        ("إدلب", "إدلب شمال غربي سوريا"),
        ("الموصل", "الموصل شمال العراق"),
        ("Goris", "Goris north of Kapan"),
        ("سبزوار", "سبزوار از توابع خراسان رضوی"),
    ] {
        assert_eq!(best(query), best(name), "{query}");
    }
    for query in [
        "الموصل شمال أرمينيا",
        "Goris north of Baghdad",
        "سبزوار از توابع آذربایجان شرقی",
    ] {
        assert_eq!(best(query), "", "{query}");
    }
}

#[test]
fn broken_letters_are_put_right_where_nothing_else_fits() {
    all_mean(&[
        ("gn:311046", &["Ä°zmir"]),
        ("gn:587084", &["Ø¨Ø§ÙƒÙˆ", "BakÄ±", "BakÄ±, AzÉ™rbaycan"]),
        (GYUMRI, &["Gy?mri", "G\u{FFFD}umri", "Գյում?ի"]),
        (
            "gn:587084",
            &["Р‘Р°РєСѓ", "Áàêó", "%D0%91%D0%B0%D0%BA%D1%83", "Bak&#305;"],
        ),
        (
            BAGHDAD,
            &["ÈÛÏÇÏ", "ÈÛÏÇÏ, Iraq", "Ba%C4%9Fdat", "Ba&#x11F;dat"],
        ),
        ("", &["????", "G?", "Ä°Ä°Ä°", "&#1;&#2;", "%00%01"]),
    ]);
    let resolver = Resolver::embedded();
    let found = resolver.resolve("Ä°zmir");
    assert_eq!(
        found.best().unwrap().evidence().read_as.as_deref(),
        Some("İzmir")
    );
}

#[test]
fn no_reading_with_an_edit_beats_one_that_is_spelled_as_known() {
    let resolver = Resolver::embedded();
    for query in ["Bakı, Azərbaycan", "Baku Azerbaijan", "Gəncə / Azərbaycan"] {
        let found = resolver.resolve(query);
        assert_eq!(found.best().unwrap().evidence().edits(), 0, "{query}");
    }
    // The name may be misspelled behind a mark, and its country may not lead elsewhere.
    all_mean(&[
        (GYUMRI, &["Gyumrri, Armenia", "Armenia: Gyumrri"]),
        ("", &["Gyumrri, Iraq"]),
    ]);
}

#[test]
fn persons_and_things_are_no_places() {
    for query in [
        "Michael Jordan",
        "Jordan Henderson",
        "Made in Georgia",
        "Chad Smith",
        "Bank of Georgia",
    ] {
        assert_eq!(best(query), "", "{query}");
    }
}

#[test]
fn words_without_end_sound_like_nothing() {
    for word in ["г. ", "St. ", "xq ", "ك "] {
        for name in ["Химки", "Gyumri", "كركوك"] {
            let query = word.repeat(500) + name;
            assert!(
                ["", &best(name)].contains(&best(&query).as_str()),
                "{word} {name}"
            );
        }
    }
}

#[test]
fn any_text_is_read_within_bounds() {
    let resolver = Resolver::embedded();
    for text in [
        "a, ".repeat(500),
        "Armenia ".repeat(400),
        "Armenia, ".repeat(400),
        "?".repeat(100),
        "St. ".repeat(300),
        "((((((((".to_owned(),
        ", , , ;".to_owned(),
        "north of north of north of".to_owned(),
    ] {
        let _ = resolver.resolve(text.as_str()).status();
    }
}
