//! What an index of such a gazetteer is asked, in its own names and in words that rules ask for.

use super::part::Part;
use crate::lot::Lot;
use std::hint::black_box;
use toponym::{
    Coordinates, Document, FeatureClass, MaxEdits, Nearest, Query, Resolver, Scheme, transliterate,
};

/// A piece of work, with what it is called in a report.
pub struct Work {
    pub what: &'static str,
    pub detail: String,
    pub done: Box<dyn Fn(&Resolver)>,
}

fn work(what: &'static str, detail: impl Into<String>, done: impl Fn(&Resolver) + 'static) -> Work {
    Work {
        what,
        detail: detail.into(),
        done: Box::new(done),
    }
}

/// Questions that are drawn for each gazetteer, and texts.
const QUESTIONS: u64 = 16;
const TEXTS: u64 = 4;

/// What names and words (`a`, `b`; `w`) are put together to.
const PHRASES: [&str; 18] = [
    "a",
    "a",
    "b",
    "a, b",
    "b, a",
    "a b",
    "a-b",
    "a, a",
    "w a",
    "a w",
    "a w w",
    "w a, b",
    "a, w b",
    "a, b, a",
    "w w a",
    "a (b)",
    "w a, w b, a",
    "aa",
];

/// What stands between names and words of a text.
const BETWEEN: [&str; 8] = [" ", " ", " ", ", ", "، ", ". ", " - ", " ("];

/// Everything that is done with an index, with questions and texts that are drawn.
pub fn all(lot: &mut Lot, parts: &[Part]) -> Vec<Work> {
    let mut all = vec![
        work("verify", "", |resolver| {
            resolver.index().verify().expect("a whole index")
        }),
        work("names of places", "", |resolver| {
            for place in resolver.index().places() {
                black_box((
                    place.name(),
                    place.names().count(),
                    place.same_as().count(),
                    place.name_in("hy"),
                ));
            }
        }),
        work("nearest", "", |resolver| {
            let at = Coordinates::new(40.0, 44.9).expect("a point");
            drop(resolver.nearest(Nearest::to(at).limit(100).class(FeatureClass::Water)));
        }),
    ];
    all.extend((0..QUESTIONS).map(|_| question(lot, parts)));
    all.extend((0..TEXTS).map(|_| text(lot, parts)));
    all
}

/// A name of the gazetteer, as somebody may have written it.
fn spelled(lot: &mut Lot, part: &Part) -> String {
    let name = part.names.text([0, 1, 77][lot.below(3)]);
    let mut letters: Vec<char> = name.chars().collect();
    match lot.below(8) {
        0 => {
            letters.remove(lot.below(letters.len()));
            letters.into_iter().collect()
        }
        1 => {
            letters.insert(lot.below(letters.len()), 'n');
            letters.into_iter().collect()
        }
        2 => name.to_uppercase(),
        3 => transliterate(&name, Scheme::Latin),
        4 => format!("{}{name}", lot.one(&["و", "بال", "ל", "d'", "ول"])),
        _ => name,
    }
}

fn question(lot: &mut Lot, parts: &[Part]) -> Work {
    let [a, b] = [
        spelled(lot, &parts[0]),
        spelled(lot, parts.last().expect("a part")),
    ];
    let words = parts[0].names.words();
    let phrase = lot.one::<&str>(&PHRASES);
    let mut name = String::new();
    for letter in phrase.chars() {
        match letter {
            'a' => name.push_str(&a),
            'b' => name.push_str(&b),
            'w' => name.push_str(lot.one::<String>(words)),
            other => name.push(other),
        }
    }
    let query = Query::new(name.clone());
    let (query, option) = match lot.below(8) {
        0 => (query.prefix(true), "prefix"),
        1 => (query.country_named(b), "country"),
        2 => (query.admin(b), "unit"),
        3 => (
            query.max_edits(MaxEdits::Limit(2)).exhaustive(true),
            "all edits",
        ),
        4 => (query.class(FeatureClass::Populated), "towns"),
        5 => {
            return work("suggestions", name, move |resolver| {
                drop(black_box(resolver.suggestions(query.clone())));
            });
        }
        _ => (query, "plain"),
    };
    work("resolve", format!("{name} ({option})"), move |resolver| {
        drop(black_box(resolver.resolve(query.clone())));
    })
}

/// A short text: what is read once may not take more than the places or the names, and a little of each again.
fn text(lot: &mut Lot, parts: &[Part]) -> Work {
    let mut text = String::from("They went from ");
    for _ in 0..12 {
        let part = lot.one::<Part>(parts);
        match lot.below(3) {
            0 => text.push_str(lot.one::<String>(part.names.words())),
            _ => text.push_str(&spelled(lot, part)),
        }
        text.push_str(lot.one::<&str>(&BETWEEN));
    }
    let posts = lot.below(4) == 0;
    let detail = format!("{text} (posts: {posts})");
    work("scan", detail, move |resolver| {
        let document = Document::new(&text).posts(posts).low_confidence(true);
        let places = resolver.scan(document).places();
        black_box((places.places().len(), places.focus().is_some()));
    })
}
