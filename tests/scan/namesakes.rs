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
