//! Texts scanned for all names at once.

use crate::measure::Bench;
use crate::names::Names;
use crate::row::Row;
use crate::text::{Text, texts};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use std::ops::Range;
use toponym::{
    Coordinates, Gazetteer, Index, IndexBuilder, Language, Name, NameKind, Place, PlaceId,
    Resolver, Script,
};

/// Texts of 5 kB.
const TEXTS: usize = 200;

/// The rows of a method.
pub fn run(method: &'static str, names: &[Names], bench: &Bench) -> Vec<Row> {
    let arabic = names.iter().find(|names| names.script == Script::Arabic);
    let texts = arabic.map_or(Vec::new(), |names| texts(TEXTS, names));
    if method == "toponym" {
        let (resolver, build_s) = bench.build(|| Resolver::new(index(names)));
        let bytes = resolver.index().as_bytes().len();
        let scan = |text: &str| resolver.scan(text).map(|mention| mention.range()).collect();
        let names = |text: &str| resolver.names_in(text).map(|name| name.range()).collect();
        // What `daachorse` does, too: all names, whether they are meant or not.
        let names_only = row(method, &texts, names, bytes, build_s, bench);
        vec![Row {
            names_only: names_only.mb_per_s.map(|speed| (speed, names_only.recall)),
            ..row(method, &texts, scan, bytes, build_s, bench)
        }]
    } else {
        let (automaton, build_s) = bench.build(|| automaton(names));
        let bytes = automaton.heap_bytes();
        let scan = |text: &str| matches(&automaton, text);
        vec![row(method, &texts, scan, bytes, build_s, bench)]
    }
}

fn row(
    method: &'static str,
    texts: &[Text],
    scan: impl Fn(&str) -> Vec<Range<usize>>,
    bytes: usize,
    build_s: f64,
    bench: &Bench,
) -> Row {
    let mut times = bench.times(format!("{method} scan"), texts.len(), |i| {
        std::hint::black_box(scan(&texts[i].text));
    });
    let texts = &texts[..times.len()];
    // Longer names may hide the ones the text was made with, and clitics be taken off them.
    let found = texts.iter().map(|text| {
        let found = scan(&text.text);
        text.names
            .iter()
            .filter(|name| found.contains(name))
            .count()
    });
    let found: usize = found.sum();
    let expected: usize = texts.iter().map(|text| text.names.len()).sum();
    let length: usize = texts.iter().map(|text| text.text.len()).sum();
    let ns: u128 = times.iter().sum();
    Row {
        method,
        mode: "scan",
        names: bench.count(),
        recall: found as f64 / expected as f64,
        bytes_per_name: Some(bytes as f64 / bench.count() as f64),
        build_s,
        mb_per_s: Some(length as f64 * 1e3 / ns as f64),
        ..Row::of_times(&mut times)
    }
}

/// The index of a gazetteer in which every name is that of a village of its own.
fn index(names: &[Names]) -> Index {
    let mut gazetteer = Gazetteer::default();
    let coordinates = Coordinates::new(40.0, 45.0).expect("a point on earth");
    for names in names {
        let language = match names.script {
            Script::Arabic => "ar",
            Script::Armenian => "hy",
            Script::Cyrillic => "ru",
            _ => "az",
        };
        let language: Language = language.parse().expect("a language");
        for name in &names.names {
            let number = gazetteer.places.len();
            let id: PlaceId = format!("gn:{}", number + 1).parse().expect("an id");
            let name = Name::new(id.clone(), name.as_str(), language, NameKind::Preferred);
            gazetteer.places.push(Place::new(id, coordinates));
            gazetteer.names.push(name);
        }
    }
    let index = IndexBuilder::new().add_gazetteer(gazetteer).build();
    index.expect("each name has its place")
}

/// The automaton of all names, of which the longest matches.
fn automaton(names: &[Names]) -> CharwiseDoubleArrayAhoCorasick<u32> {
    CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(names.iter().flat_map(|names| &names.names))
        .expect("names are different and not empty")
}

/// The matches that begin and end with a word.
fn matches(automaton: &CharwiseDoubleArrayAhoCorasick<u32>, text: &str) -> Vec<Range<usize>> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    automaton
        .leftmost_find_iter(text)
        .map(|found| found.start()..found.end())
        .filter(|at| {
            let (before, after) = (&text[..at.start], &text[at.end..]);
            !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
        })
        .collect()
}
