//! The crate's tables keep the rules of `data/README.md`, as the tool
//! `check_gazetteer` checks them.

#[path = "../tools/src/bin/check_gazetteer/checks.rs"]
#[allow(dead_code, reason = "coverage is for the tool to print")]
mod checks;

use checks::{Failure, Tables, coverage, facts};
use std::path::Path;
use toponym::Gazetteer;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../data"))
}

fn listed(failures: &[Failure]) -> String {
    let lines: Vec<String> = failures.iter().map(Failure::to_string).collect();
    lines.join("\n")
}

#[test]
fn the_tables_break_no_rule() {
    let tables = Tables::read(folder()).unwrap();
    let failures = checks::of_tables(folder(), &tables);
    assert!(failures.is_empty(), "{}", listed(&failures));
    coverage::wanted(folder(), &tables).unwrap();
}

#[test]
fn towns_are_where_the_facts_have_them() {
    let Some(shared) = crate::shared::folder("where towns are") else {
        return;
    };
    let tables = Tables::read(folder()).unwrap();
    let compared = facts::check(&shared, &tables).unwrap();
    assert!(compared.towns > 500, "{} towns compared", compared.towns);
    assert!(
        compared.failures.is_empty(),
        "{}",
        listed(&compared.failures)
    );
}

#[test]
fn a_folder_without_the_facts_is_an_error() {
    let tables = Tables::read(folder()).unwrap();
    assert!(facts::check(Path::new("no such folder"), &tables).is_err());
}

#[test]
fn every_exception_is_needed() {
    let tables = Tables::read(folder()).unwrap();
    let exists = |id: &str| {
        let id = id.parse().unwrap();
        assert!(tables.row(&id).is_some(), "there is no place {id}");
    };
    for (id, _, _) in checks::limits::FAR_REACHING {
        exists(id);
    }
    for (id, _) in checks::limits::OTHER_POINT {
        exists(id);
    }
    for (id, _) in checks::limits::TRANSLATED {
        exists(id);
    }
    for (id, _) in checks::limits::OTHER_UNIT {
        exists(id);
    }
    for (one, other, _) in checks::limits::NEIGHBORS {
        exists(one);
        exists(other);
    }
}

const PLACES: &str = "\
id,class,feature,country,parent,latitude,longitude
gn:1,A,PCLI,AM,,40.2,44.9
gn:2,A,ADM1,AM,gn:1,40.8,44.0
gn:3,P,PPLA,AM,gn:2,40.79,43.85
";

const NAMES: &str = "\
place,text,language,kind
gn:1,Armenia,en,preferred
gn:1,أرمينيا,ar,preferred
gn:1,Հայաստան,hy,preferred
gn:1,Армения,ru,preferred
gn:2,Shirak,en,preferred
gn:2,شيراك,ar,preferred
gn:2,Շիրակ,hy,preferred
gn:2,Ширак,ru,preferred
gn:3,Gyumri,en,preferred
gn:3,غيومري,ar,preferred
gn:3,Գյումրի,hy,preferred
gn:3,Гюмри,ru,preferred
";

/// What the checks say to small tables with these rows besides.
fn failures(places: &str, names: &str) -> Vec<String> {
    let (places, names) = (format!("{PLACES}{places}"), format!("{NAMES}{names}"));
    let gazetteer = Gazetteer::from_csv(
        ("places.csv", places.as_bytes()),
        ("names.csv", names.as_bytes()),
    );
    let tables = Tables::of(gazetteer.unwrap());
    let found = checks::of_tables(Path::new("no word tables"), &tables);
    found.iter().map(Failure::to_string).collect()
}

#[test]
fn good_tables_pass() {
    assert_eq!(failures("", ""), Vec::<String>::new());
}

#[test]
fn names_with_stray_marks_are_found() {
    for (name, what) in [
        ("gn:3,غيومري\u{64E},ar,variant", "stray U+064E"),
        ("gn:3,\u{200F}غيومري,ar,variant", "stray U+200F"),
        ("gn:3,غيـومري,ar,variant", "stray U+0640"),
        ("gn:3,غيو\u{200C}مري,ar,variant", "stray U+200C"),
        ("gn:3,Gyumri (city),en,variant", "stray U+0028"),
        ("gn:3, Gyumri,en,variant", "space"),
        ("gn:3,Gyumri  Town,en,variant", "space"),
        ("gn:3,Gu\u{308}mru\u{308},tr,preferred", "NFC"),
        ("gn:3,Gyumri,hy,variant", "G is not of its script"),
        ("gn:3,Гyumri,ru,variant", "y is not of its script"),
        ("gn:3,غیومری,ar,variant", "another language's keyboard"),
        ("gn:3,غيومري,fa,preferred", "another language's keyboard"),
        (
            "gn:3,G\u{1DD}mr\u{1DD},az,preferred",
            "another language's keyboard",
        ),
        ("gn:3,Gyumri,xx,preferred", "no script is known"),
    ] {
        let found = failures("", &format!("{name}\n"));
        assert!(
            found.len() == 1 && found[0].contains(what),
            "{name}: {found:?}"
        );
    }
    // The joint of Persian compounds is no stray mark.
    assert!(failures("", "gn:3,قره\u{200C}باغ,fa,preferred\n").is_empty());
}

#[test]
fn preferred_names_are_counted() {
    for (names, what) in [
        ("gn:3,Gumri,en,preferred\n", "2 in en"),
        ("gn:3,Gümrü,az,variant\n", "0 in az"),
        (
            "gn:3,Gümrü,az,preferred\ngn:3,Gümrü,az,former\n",
            "a name stands once",
        ),
        (
            "gn:3,Gümrü,az,generated\ngn:3,Gümri,az,preferred\ngn:3,Gumri,az,preferred\n",
            "2 in az",
        ),
    ] {
        let found = failures("", names);
        assert!(
            found.len() == 1 && found[0].contains(what),
            "{names}: {found:?}"
        );
    }
    assert!(failures("", "gn:3,Gümrü,az,generated\ngn:3,Leninakan,az,former\n").is_empty());
}

#[test]
fn countries_without_official_names_are_found() {
    let found = failures("", "gn:1,Republic of Armenia,en,official\n");
    assert!(
        found.len() == 1 && found[0].ends_with("none in ar, hy, az, ru, fa, tr, ka"),
        "{found:?}"
    );
}

#[test]
fn preferred_names_of_the_other_tradition_are_found() {
    let found = failures("", "gn:3,Ağbulaq,az,preferred\n");
    assert!(
        found.len() == 1 && found[0].ends_with("Ağbulaq (az) is not Գյումրի"),
        "{found:?}"
    );
    let place = "gn:4,A,PCLI,AZ,,40.4,47.5\ngn:5,P,PPL,AZ,gn:4,39.9,46.9\n";
    let names = |arabic: &str| {
        format!(
            "gn:4,Azerbaijan,en,preferred\ngn:4,أذربيجان,ar,preferred\n\
             gn:4,Azərbaycan,az,preferred\ngn:4,Азербайджан,ru,preferred\n\
             gn:5,Çanaqçı,az,preferred\ngn:5,Ավետարանոց,hy,preferred\n\
             gn:5,{arabic},ar,preferred\n"
        )
    };
    assert_eq!(failures(place, &names("جاناقجي")), Vec::<String>::new());
    let found = failures(place, &names("أفيتارانوتس"));
    assert!(
        found.len() == 1 && found[0].contains("follows Ավետարանոց, not Çanaqçı"),
        "{found:?}"
    );
}

#[test]
fn names_of_other_places_are_found() {
    let places = "gn:6,A,ADM2,AM,gn:1,39.5,46.3\n";
    let names = "gn:6,Goris,en,preferred\ngn:6,غيومري,ar,preferred\n\
                 gn:6,Գորիս,hy,preferred\ngn:6,Горис,ru,preferred\n";
    let found = failures(places, names);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("غيومري (ar) is gn:3"), "{found:?}");
}

#[test]
fn towns_and_districts_without_a_language_are_found() {
    let found = failures(
        "gn:4,P,PPLA,AM,gn:2,40.6,43.9\ngn:5,P,PPL,AM,gn:2,40.5,43.9\n",
        "gn:4,Artik,en,preferred\ngn:5,Arich,en,preferred\n",
    );
    assert_eq!(
        found,
        ["towns and districts have ar, hy or az, ru, en: gn:4 Artik (P.PPLA): no ar, hy or az, ru"]
    );
}

#[test]
fn parents_that_cannot_contain_a_place_are_found() {
    for (place, what) in [
        (
            "gn:4,P,PPL,AM,gn:2,39.5,46.3",
            "from its parent Shirak, which reaches",
        ),
        ("gn:4,P,PPL,AM,,40.5,44.0", "has no parent"),
        ("gn:4,P,PPL,AZ,gn:2,40.5,44.0", "in another country"),
        ("gn:4,A,ADM1,AM,gn:2,40.5,44.0", "no larger unit"),
        ("gn:4,A,ADM1,AM,gn:3,40.5,44.0", "no larger unit"),
    ] {
        let names = "gn:4,Nor,en,preferred\ngn:4,نور,ar,preferred\ngn:4,Նոր,hy,preferred\n\
            gn:4,Нор,ru,preferred\n";
        let found = failures(&format!("{place}\n"), names);
        assert!(
            found.len() == 1 && found[0].contains(what),
            "{place}: {found:?}"
        );
    }
}

#[test]
fn a_place_that_stands_twice_is_found() {
    let found = failures(
        "gn:4,P,PPL,AM,gn:2,40.791,43.851\n",
        "gn:4,Alexandropol,en,preferred\ngn:4,Գիւմրի,hy,preferred\n",
    );
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("գյումրի"), "{found:?}");
    let apart = "gn:4,P,PPL,AM,gn:2,40.795,43.851\n";
    assert!(failures(apart, "gn:4,Gyumri,en,preferred\n").is_empty());
}
