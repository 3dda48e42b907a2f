//! Which of several places a name means, asked of the gazetteer that ships with the crate.
#![cfg(feature = "embedded")]

use toponym::Resolver;

#[test]
fn a_word_for_a_village_asks_for_the_village_before_the_seat() {
    let resolver = Resolver::embedded();
    for (query, code) in [
        ("Talış", "PPLA2"),
        ("Talış kəndi", "PPL"),
        ("Talış şəhəri", "PPLA2"),
    ] {
        let found = resolver.resolve(query);
        let best = found.best().unwrap();
        assert_eq!(best.place().feature().code(), code, "{query}");
    }
    // Where there is no village, the seat is meant all the same.
    assert!(resolver.resolve("Qazax kəndi").best().is_some());
}
