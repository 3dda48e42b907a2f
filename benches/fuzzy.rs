//! The search in one key space: 100,000 made-up keys, exact, within one and two edits, by prefix.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use toponym::{Dictionary, KeySpace};

/// Numbers that look random, the same on every machine (xorshift, Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % n
    }
}

/// Keys of two to six syllables, a few of which are far more frequent than the others.
fn keys(count: usize) -> Vec<Vec<u8>> {
    let mut random = Random(1);
    let mut keys = std::collections::BTreeSet::new();
    while keys.len() < count {
        let mut key = Vec::new();
        for _ in 0..2 + random.below(5) {
            let range = 1 + random.below(24);
            key.push(1 + random.below(range) as u8);
            key.push(25 + random.below(6) as u8);
            if random.below(2) == 0 {
                key.push(1 + random.below(12) as u8);
            }
        }
        keys.insert(key);
    }
    keys.into_iter().collect()
}

fn build(keys: &[Vec<u8>]) -> Dictionary {
    let entries = keys
        .iter()
        .zip(0..)
        .map(|(key, value)| (key.as_slice(), value));
    Dictionary::build(KeySpace::Latin, entries).expect("keys are ascending")
}

fn fuzzy(criterion: &mut Criterion) {
    let keys = keys(100_000);
    let dictionary = build(&keys);
    let mut random = Random(2);
    let mut pattern = || {
        let mut pattern = keys[random.below(keys.len())].clone();
        let at = random.below(pattern.len());
        pattern[at] = 1 + random.below(30) as u8;
        pattern
    };
    let mut group = criterion.benchmark_group("fuzzy");
    group.bench_function("build 100,000", |b| b.iter(|| build(black_box(&keys))));
    for (name, max_edits, prefix) in [
        ("exact", 0, false),
        ("d1", 1, false),
        ("d2", 2, false),
        ("prefix d1", 1, true),
    ] {
        group.bench_function(name, |b| {
            b.iter_batched(
                &mut pattern,
                |pattern| {
                    let mut hits = 0;
                    dictionary.within(&pattern, max_edits, prefix, &mut |_| hits += 1);
                    hits
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, fuzzy);
criterion_main!(benches);
