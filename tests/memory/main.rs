//! What reading a text holds beside the text, whatever the text is. One test alone, since the
//! allocator counts what all threads of the program allocate.
#![cfg(feature = "embedded")]

use peak_alloc::PeakAlloc;
use std::sync::Arc;
use toponym::{
    Coordinates, Gazetteer, Index, IndexBuilder, Name, NameKind, Place, Query, Resolver, Status,
};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const MB: usize = 1 << 20;

/// What may be held beside a text while it is read, and what is kept for the next one by those that
/// look for mentions and by those that look for names alone.
const PEAK: usize = 64 * MB;
const KEPT: usize = 16 * MB;

/// How long a text is: as long as can be read in a moment.
const LONG: usize = 16 * MB;
const MEDIUM: usize = 4 * MB;
const SHORT: usize = MB;
/// Of names that thousands of places share, each of which is weighed.
const SHORTEST: usize = 64 << 10;

/// A text of repeated parts, each made from its number.
fn repeated(length: usize, part: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(length + length / 8);
    for number in 0.. {
        if text.len() >= length {
            break;
        }
        text.push_str(&part(number));
    }
    text
}

/// A word of its own for each number.
fn word(number: usize) -> String {
    let letters = ['ب', 'ت', 'د', 'ر', 'س', 'ع', 'ك', 'ل', 'م', 'ن'];
    let digits = number.to_string();
    digits
        .bytes()
        .map(|digit| letters[usize::from(digit - b'0')])
        .collect()
}

type Text = Box<dyn Fn() -> String>;

/// Texts with what is uncommon about them.
fn texts() -> Vec<(&'static str, Text)> {
    fn same(length: usize, part: &'static str) -> Text {
        Box::new(move || repeated(length, |_| part.to_owned()))
    }
    fn words(length: usize, part: impl Fn(usize) -> String + 'static) -> Text {
        Box::new(move || repeated(length, |number| part(number) + " "))
    }
    let marks = |count: usize| "\u{64E}".repeat(count);
    vec![
        ("a word whose letters expand", same(LONG, "\u{FDFA}")),
        (
            "such words without a blank",
            same(SHORT, "\u{FDFA}\u{FDFA}\u{FDFA}\u{FDFA}،"),
        ),
        (
            "a letter with marks",
            Box::new(move || format!("ب{}", marks(LONG / 2))),
        ),
        (
            "words with 100 kB of marks",
            words(LONG, move |n| word(n) + &marks(50_000)),
        ),
        (
            "words as long as are read",
            words(MEDIUM, move |n| word(n) + &marks(480)),
        ),
        (
            "words as long as are read that expand",
            words(SHORT, |n| word(n) + &"\u{FDFA}".repeat(330)),
        ),
        ("ever new words", words(MEDIUM, word)),
        ("hashtags", same(LONG, "#حفر_الباطن_")),
        ("a hashtag of one word", same(LONG, "#حفر\u{64E}")),
        ("hashtags in one line", same(MEDIUM, "#غزة #باكو ")),
        ("names joined into one word", same(LONG, "غزة\u{200C}")),
        (
            "names joined into long words",
            words(MEDIUM, |_| "غزة\u{200C}".repeat(100)),
        ),
        ("names with commas", same(MEDIUM, "غزة،باكو،")),
        ("names written together", same(MEDIUM, "أذربيجانوأرمينيا ")),
        ("names and nothing else", same(MEDIUM, "باكو غزة ")),
        ("a list", same(MEDIUM, "باكو وغزة وحلب و")),
        ("namesakes", same(SHORTEST, "Springfield. ")),
        (
            "namesakes joined into long words",
            words(SHORTEST, |_| "نبعة\u{200C}".repeat(90)),
        ),
        ("names of no spaces", same(MEDIUM, "東京")),
        ("quotation marks", same(MEDIUM, "«Bakı \"")),
        ("fillers in quotation marks", same(MEDIUM, "\u{3164}\"")),
        (
            "commas",
            Box::new(|| format!("باكو{}باكو", ",".repeat(LONG))),
        ),
        (
            "feature words torn apart",
            Box::new(|| {
                let blanks = " ".repeat(LONG / 16);
                format!("город Баку, автономная{blanks}область Баку. ").repeat(16)
            }),
        ),
    ]
}

/// The built-in places and more of one name than anybody has heard of.
fn index() -> Arc<Index> {
    let mut gazetteer = Gazetteer::embedded();
    for number in 0..2000u32 {
        let at = Coordinates::new(30.0 + f64::from(number) / 100.0, -90.0).unwrap();
        let place = Place::new(format!("acme:{number}").parse().unwrap(), at);
        let id = place.id.clone();
        for (name, language) in [("Springfield", "en"), ("نبعة", "ar")] {
            let language = language.parse().unwrap();
            let name = Name::new(id.clone(), name, language, NameKind::Preferred);
            gazetteer.names.push(name);
        }
        gazetteer.places.push(place);
    }
    Arc::new(
        IndexBuilder::new()
            .add_gazetteer(gazetteer)
            .build()
            .unwrap(),
    )
}

/// What is held at most and afterwards, beside what was held before, while something is done.
fn measure(what: impl FnOnce()) -> (usize, usize) {
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    what();
    let after = ALLOCATOR.current_usage();
    let peak = ALLOCATOR.peak_usage();
    (peak.saturating_sub(before), after.saturating_sub(before))
}

#[test]
fn memory_is_bounded_whatever_the_text() {
    let index = index();
    let all = Resolver::new(index.clone());
    // What is made once for all texts: the tables of words of each script, too.
    all.scan("مدينة باكو. Bakı şəhəri, Երևան քաղաք, город Баку, თბილისი")
        .for_each(drop);
    all.resolve("Stepanakirt");
    all.resolve(Query::new("Stepana").prefix(true));
    let mut failures = Vec::new();
    let mut check = |what: String, measured: usize, bound: usize| {
        eprintln!("{:6.1} MB {what}", measured as f64 / MB as f64);
        if measured > bound {
            failures.push(what);
        }
    };
    let (_, kept) = measure(|| {
        for (title, text) in texts() {
            let text = text();
            // A resolver with nothing learned, and one that has read the texts before.
            let new = Resolver::new(index.clone());
            let (peak, kept) = measure(|| new.scan(&*text).for_each(drop));
            check(format!("held for mentions: {title}"), peak, PEAK);
            check(format!("kept for mentions: {title}"), kept, KEPT);
            let (peak, kept) = measure(|| new.names_in(&text).for_each(drop));
            check(format!("held for names: {title}"), peak, PEAK);
            check(format!("kept for names: {title}"), kept, KEPT);
            drop(new);
            let (peak, _) = measure(|| all.scan(&*text).for_each(drop));
            check(format!("held after other texts: {title}"), peak, PEAK);
            let (peak, kept) = measure(|| {
                assert_eq!(all.resolve(&text).status(), Status::Unknown, "{title}");
                assert_eq!(
                    all.resolve(Query::new(&*text).prefix(true)).status(),
                    Status::Unknown
                );
            });
            // The query owns a copy of its name.
            check(format!("held for a query: {title}"), peak, text.len() + MB);
            check(format!("kept for a query: {title}"), kept, 0);
        }
    });
    check("kept of all texts".to_owned(), kept, KEPT);
    assert_eq!(failures, [""; 0]);
}
