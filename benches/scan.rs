//! What reading text costs, in bytes a second: `cargo bench --bench scan`. `TOPONYM_TEXT=FILE` adds
//! a text of your own, `TOPONYM_INDEX=FILE` reads with an index file in place of the built-in
//! gazetteer.
//!
//! *Scan* is the whole scanner, resolution and coherence included; *first* is the same by a
//! resolver that has read nothing before; *names* is the walk in the dictionary alone, every name
//! where it stands, meant or not.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::Arc;
use toponym::{
    Coordinates, Gazetteer, Index, IndexBuilder, Name, NameKind, Place, PlaceId, Resolver, Script,
};

/// Made-up names, shared with the comparison with other crates.
#[allow(dead_code)]
#[path = "../examples/compare_fuzzy/names.rs"]
mod names;
/// And texts that hold them.
#[allow(dead_code)]
#[path = "../examples/compare_fuzzy/text.rs"]
mod text;

const STORY: &str = include_str!("../examples/story.txt");

/// A text so long that what is done once a text does not count.
const STORIES: usize = 50;

fn built_in(c: &mut Criterion) {
    let index = match std::env::var_os("TOPONYM_INDEX") {
        Some(file) => Arc::new(Index::open(file).unwrap()),
        None => {
            Arc::new(Index::from_bytes(Resolver::embedded().index().as_bytes().to_vec()).unwrap())
        }
    };
    let mut texts = vec![("story", STORY.repeat(STORIES))];
    // Text without a single name: what the walk over words costs.
    texts.push((
        "no names",
        "وكان ذلك كله مما لا يقال بعد اليوم. ".repeat(5_000),
    ));
    if let Some(file) = std::env::var_os("TOPONYM_TEXT") {
        texts.push(("own text", std::fs::read_to_string(file).unwrap()));
    }
    for (title, text) in &texts {
        measure(c, title, &index, text);
    }
}

/// A million names, each that of a village of its own, and a text of which every tenth word is one.
fn million(c: &mut Criterion) {
    let (all, _) = names::generate(1_000_000, |_| {});
    let mut gazetteer = Gazetteer::default();
    let language = "und".parse().unwrap();
    let names = all.iter().flat_map(|names| &names.names);
    for (number, name) in (1..).zip(names) {
        let id: PlaceId = format!("gn:{number}").parse().unwrap();
        let name = Name::new(id.clone(), name.as_str(), language, NameKind::Preferred);
        let coordinates = Coordinates::new(40.0, 45.0).unwrap();
        gazetteer.places.push(Place::new(id, coordinates));
        gazetteer.names.push(name);
    }
    let index = IndexBuilder::new().add_gazetteer(gazetteer).build();
    let index = Arc::new(index.unwrap());
    let arabic = all.iter().find(|names| names.script == Script::Arabic);
    let texts = text::texts(200, arabic.unwrap());
    let text: String = texts.into_iter().map(|text| text.text).collect();
    measure(c, "a million names", &index, &text);
}

fn measure(c: &mut Criterion, title: &str, index: &Arc<Index>, text: &str) {
    let resolver = Resolver::new(index.clone());
    let mut group = c.benchmark_group(title);
    group.sample_size(20);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("names", |b| {
        b.iter(|| black_box(resolver.names_in(text).count()))
    });
    group.bench_function("scan", |b| {
        b.iter(|| black_box(resolver.scan(text).count()))
    });
    group.bench_function("first", |b| {
        b.iter(|| black_box(Resolver::new(index.clone()).scan(text).count()))
    });
    group.finish();
}

criterion_group!(benches, built_in, million);
criterion_main!(benches);
