//! What a question costs on the built-in gazetteer: `cargo bench --bench resolve`.
//!
//! Every group takes names of several scripts one after the other, so that a figure is a mean
//! over scripts and no name stays in the cache of a single path.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use toponym::{Gazetteer, IndexBuilder, Key, MaxEdits, Query, Resolver, Script};

const STORY: &str = include_str!("../examples/story.txt");

/// As the gazetteer has them.
const EXACT: [&str; 6] = [
    "غيومري",
    "ستيباناكيرت",
    "Գյումրի",
    "Xankəndi",
    "Ереван",
    "Nagorno-Karabakh",
];

/// One letter wrong, missing, too many; two letters swapped.
const ONE_EDIT: [&str; 4] = ["غيوومري", "Գյւմրի", "Xankənddi", "Ереавн"];

/// Two such errors in names that are long enough for them.
const TWO_EDITS: [&str; 4] = [
    "ستيبانااكيزت",
    "Ստեփնակերդ",
    "Nagrno-Karabach",
    "Степнакертт",
];

/// Ordinary words, which a scanner asks for most often.
const UNKNOWN: [&str; 4] = ["المسافرين", "ճանապարհորդ", "yolçuların", "путешественник"];

fn names(c: &mut Criterion) {
    let resolver = Resolver::embedded();
    let groups: [(&str, &[&str]); 4] = [
        ("exact", &EXACT),
        ("one edit", &ONE_EDIT),
        ("two edits", &TWO_EDITS),
        ("unknown word", &UNKNOWN),
    ];
    for (title, names) in groups {
        let mut next = names.iter().cycle();
        c.bench_function(&format!("resolve/{title}"), |b| {
            b.iter(|| black_box(resolver.resolve(*next.next().unwrap()).status()));
        });
    }
    let mut next = EXACT.iter().cycle();
    c.bench_function("resolve/exact, no edits tried", |b| {
        b.iter(|| {
            let query = Query::new(*next.next().unwrap()).max_edits(MaxEdits::Limit(0));
            black_box(resolver.resolve(query).status())
        });
    });
}

fn text(c: &mut Criterion) {
    let resolver = Resolver::embedded();
    let words = STORY.split_whitespace().count();
    c.bench_function(&format!("scan/story of {words} words"), |b| {
        b.iter(|| black_box(resolver.scan(STORY).count()));
    });
}

/// The dictionaries read in their order, whole and from a beginning.
fn spellings(c: &mut Criterion) {
    let resolver = Resolver::embedded();
    let index = resolver.index();
    let count = index.spellings(Script::Arabic).count();
    c.bench_function(&format!("spellings/all {count} Arabic ones"), |b| {
        b.iter(|| black_box(index.spellings(Script::Arabic).count()));
    });
    let beginning = Key::of("Գյում");
    c.bench_function("spellings/with a beginning", |b| {
        b.iter(|| {
            let spellings = index.spellings(Script::Armenian);
            black_box(spellings.beginning_with(&beginning).count())
        });
    });
}

fn building(c: &mut Criterion) {
    let mut group = c.benchmark_group("build");
    group.sample_size(20);
    group.bench_function("read the embedded gazetteer", |b| {
        b.iter(Gazetteer::embedded)
    });
    group.bench_function("read it and build the index", |b| {
        b.iter(|| {
            let builder = IndexBuilder::new().add_gazetteer(Gazetteer::embedded());
            builder.build().unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, names, text, spellings, building);
criterion_main!(benches);
