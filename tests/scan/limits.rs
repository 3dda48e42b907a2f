//! Words, gaps and queries that are just as long as is read, and one byte or letter longer.

use toponym::{Query, Resolver, Status};

/// Bytes of the longest word that is read, and of the widest gap that a name goes over.
const WORD: usize = 1024;
const GAP: usize = 1024;

/// The mentions of a text, as they are written.
fn mentions(text: &str) -> Vec<&str> {
    let resolver = Resolver::embedded();
    let found = resolver.scan(text);
    found.map(|mention| &text[mention.range()]).collect()
}

fn names(text: &str) -> Vec<&str> {
    let resolver = Resolver::embedded();
    let found = resolver.names_in(text);
    found.map(|name| &text[name.range()]).collect()
}

#[test]
fn words_are_read_up_to_their_length_as_written() {
    // Tatweel, two bytes, says nothing wherever it stands in a word.
    let stretched = |bytes: usize| format!("ب{}اكو", "ـ".repeat((bytes - "باكو".len()) / 2));
    for (word, read) in [(stretched(WORD), true), (stretched(WORD + 2), false)] {
        let text = format!("وصلوا إلى غزة ثم إلى {word} ثم إلى بيروت");
        let expected: Vec<&str> = ["غزة", &word, "بيروت"]
            .into_iter()
            .filter(|name| read || *name != word)
            .collect();
        assert_eq!(mentions(&text), expected, "{} bytes", word.len());
        assert_eq!(names(&text), expected, "{} bytes", word.len());
    }
}

#[test]
fn names_do_not_go_on_over_words_that_are_passed_over() {
    assert_eq!(names("in New York today"), ["New York"]);
    for long in ["x".repeat(WORD + 1), "東\u{301}".repeat(WORD)] {
        for text in [
            format!("in New {long} York today"),
            format!("in New {long}York today"),
            format!("in New{long} York today"),
        ] {
            assert!(!names(&text).iter().any(|name| name.starts_with("New")));
            assert!(!mentions(&text).iter().any(|name| name.starts_with("New")));
        }
    }
}

#[test]
fn names_go_on_over_blanks_up_to_a_width() {
    for (blanks, names_found) in [(GAP, 1), (GAP + 1, 0)] {
        let text = format!("in New{}York today", " ".repeat(blanks));
        let found = names(&text);
        let whole = found.iter().filter(|name| name.starts_with("New"));
        assert_eq!(whole.count(), names_found, "{blanks} blanks");
    }
}

#[test]
fn texts_without_blanks_are_read_throughout() {
    let text = "غزة،".repeat(20_000);
    assert_eq!(names(&text).len(), 20_000);
    // Joined into words as long as are read, and those into stretches.
    let word = "غزة\u{200C}".repeat(WORD / "غزة\u{200C}".len());
    let text = format!("{word} ").repeat(100);
    assert_eq!(
        names(&text).len(),
        100 * (WORD / "غزة\u{200C}".len()),
        "{} bytes",
        word.len()
    );
}

#[test]
fn longer_queries_are_unknown() {
    let resolver = Resolver::embedded();
    let padded = |bytes: usize| format!("Baku{}", " ".repeat(bytes - "Baku".len()));
    let longest = padded(Query::LONGEST_NAME);
    assert_eq!(resolver.resolve(&longest).status(), Status::Resolved);
    let longer = padded(Query::LONGEST_NAME + 1);
    for query in [
        Query::new(&*longer),
        Query::new(&*longer).prefix(true),
        Query::new(&*longer).exhaustive(true),
    ] {
        assert_eq!(resolver.resolve(query).status(), Status::Unknown);
    }
}

#[test]
fn and_so_are_longer_names_of_countries_and_units() {
    let resolver = Resolver::embedded();
    let padded = |bytes: usize| format!("{}Azerbaijan", " ".repeat(bytes - "Azerbaijan".len()));
    for (country, is_known) in [
        (padded(Query::LONGEST_NAME), true),
        (padded(Query::LONGEST_NAME + 1), false),
    ] {
        assert_eq!(resolver.country(&country).is_some(), is_known);
        for query in [
            Query::new("Baku").country_named(&*country),
            Query::new("Baku").admin(&*country),
        ] {
            assert_eq!(resolver.resolve(query).best().is_some(), is_known);
        }
    }
}

#[test]
fn blanks_before_a_place_are_not_gone_through_for_each_site_behind_it() {
    let (blanks, sites) = (400_000, 12_000);
    let text = format!(
        "The town {}Gyumri. {}",
        " ".repeat(blanks),
        "They saw Petersen Street. He slept. ".repeat(sites)
    );
    // Where each asked for what stands before the place, this took minutes.
    assert_eq!(Resolver::embedded().scan(&text).count(), sites + 1);
}
