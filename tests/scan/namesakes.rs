//! Places of one name, of which only the larger would be found by itself.

use super::dump;
use toponym::Resolver;

/// The places that the only mention of a text may mean, the likeliest first.
fn places(resolver: &Resolver, text: &str) -> Vec<String> {
    let mut mentions = resolver.scan(text);
    let mention = mentions.next().unwrap_or_else(|| panic!("{text}"));
    assert!(mentions.next().is_none(), "{text}");
    let candidates = mention.resolution().candidates().iter();
    candidates.map(|c| c.place().id().to_string()).collect()
}

#[test]
fn a_town_brings_the_small_places_of_its_name() {
    let resolver = dump(
        &[
            "gn:1,P,PPL,GB,52.0,-1.0,200000",
            "gn:2,P,PPL,US,40.0,-80.0,2000",
            "gn:3,P,PPL,US,41.0,-81.0,2000",
            "gn:4,T,MT,US,42.0,-82.0,",
        ],
        &[
            "gn:1,Belmora,en,preferred",
            "gn:2,Belmora,en,preferred",
            "gn:3,Belmorá,es,preferred",
            "gn:4,Belmora,en,preferred",
        ],
    );
    // Neither the one that is spelled otherwise nor what is no town.
    let expected = ["gn:1", "gn:2"];
    assert_eq!(places(&resolver, "They met in Belmora again."), expected);
}

#[test]
fn a_small_place_alone_is_not_found_by_its_bare_name() {
    let resolver = dump(
        &["gn:2,P,PPL,US,40.0,-80.0,2000"],
        &["gn:2,Belmora,en,preferred"],
    );
    assert_eq!(resolver.scan("They met in Belmora again.").count(), 0);
}

#[test]
fn initials_are_namesakes_only_in_capitals() {
    let resolver = dump(
        &[
            "gn:1,P,PPL,JP,33.5,131.3,200000",
            "gn:2,A,PCLI,NO,60.0,10.0,5000000",
        ],
        &["gn:1,Nrka,en,preferred", "gn:2,NRKA,en,abbreviation"],
    );
    assert_eq!(places(&resolver, "They live in Nrka now."), ["gn:1"]);
    let both = places(&resolver, "They live in NRKA now.");
    assert!(both.contains(&"gn:2".to_owned()), "{both:?}");
}

/// More places than a mention is weighed with, the greatest of which has the last number.
#[test]
fn of_thousands_of_places_the_greatest_are_looked_at() {
    let mut places: Vec<String> = (1..=9_000)
        .map(|number| format!("gn:{number},P,PPL,US,{}.5,-80.0,2000", number % 60))
        .collect();
    places.push("gn:99999,P,PPLC,GB,52.0,-1.0,2000000".to_owned());
    let names = (1..=9_000).chain([99_999]);
    let names: Vec<String> = names
        .map(|number| format!("gn:{number},Belmora,en,preferred"))
        .collect();
    fn rows(rows: &[String]) -> Vec<&str> {
        rows.iter().map(String::as_str).collect()
    }
    let resolver = dump(&rows(&places), &rows(&names));
    let found = self::places(&resolver, "They met in Belmora again.");
    assert_eq!(found[0], "gn:99999");
    assert_eq!(
        resolver
            .resolve("Belmora")
            .best()
            .unwrap()
            .place()
            .id()
            .to_string(),
        "gn:99999"
    );
}
