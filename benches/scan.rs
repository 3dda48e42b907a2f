//! What reading text costs, resolution and coherence included, in bytes a second:
//! `cargo bench --bench scan`. `TOPONYM_TEXT=FILE` adds a text of your own, `TOPONYM_INDEX=FILE`
//! reads with an index file in place of the built-in gazetteer.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use toponym::{Index, Resolver};

const STORY: &str = include_str!("../examples/story.txt");

/// A text so long that what is done once a text does not count.
const STORIES: usize = 50;

fn texts(c: &mut Criterion) {
    let resolver = match std::env::var_os("TOPONYM_INDEX") {
        Some(file) => Resolver::new(Index::open(file).unwrap()),
        None => Resolver::embedded(),
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
    let mut group = c.benchmark_group("scan");
    group.sample_size(20);
    for (title, text) in &texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(*title, |b| {
            b.iter(|| black_box(resolver.scan(text).count()))
        });
    }
    group.finish();
}

criterion_group!(benches, texts);
criterion_main!(benches);
