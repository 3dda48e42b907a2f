//! What a name costs that nothing is spelled like, so that it is compared by its sound, and what its
//! suggestions cost: `cargo bench --bench phonetic`.
//!
//! The built-in gazetteer by default. With `TOPONYM_BENCH_INDEX` an index file, with
//! `TOPONYM_BENCH_FOREIGN` a file of names, one a line, in a script that it has no names in.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use toponym::{Index, Resolver};

/// Made-up names that no place has, in scripts that the gazetteer has names in.
const UNANSWERED: [&str; 8] = [
    "Vlavan",
    "Mahnoviko",
    "Тавичи",
    "Полорадеское",
    "Ֆորետենդենո",
    "Արեսաձորոդգա",
    "عبدایر",
    "آرمیاندینورج",
];

/// The same with the country beside them.
const WITH_COUNTRY: [&str; 4] = [
    "Vlavan Armenia",
    "Тавичи Россия",
    "Ֆորետենդենո Հայաստան",
    "عبدایر العراق",
];

fn resolver() -> Resolver {
    match std::env::var_os("TOPONYM_BENCH_INDEX") {
        Some(path) => Resolver::new(Index::open(path).expect("an index file")),
        None => Resolver::embedded(),
    }
}

fn phonetic(c: &mut Criterion) {
    let resolver = resolver();
    let mut bench = |title: &str, names: &[&str]| {
        let mut next = names.iter().cycle();
        c.bench_function(&format!("phonetic/{title}"), |b| {
            b.iter(|| black_box(resolver.resolve(*next.next().unwrap()).status()));
        });
    };
    bench("unanswered", &UNANSWERED);
    bench("unanswered, with a country", &WITH_COUNTRY);
    let path = std::env::var_os("TOPONYM_BENCH_FOREIGN");
    if let Some(text) = path.map(|path| std::fs::read_to_string(path).expect("a file of names")) {
        let names: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        if !names.is_empty() {
            bench("in another script", &names);
        }
    }
    let mut next = UNANSWERED.iter().cycle();
    c.bench_function("phonetic/suggestions", |b| {
        b.iter(|| black_box(resolver.suggestions(*next.next().unwrap()).len()));
    });
}

criterion_group!(benches, phonetic);
criterion_main!(benches);
