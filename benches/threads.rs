//! Queries a second when several threads share one index: `cargo bench --bench threads`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::thread;
use toponym::Resolver;

/// Asked by each thread in one round, so that starting threads does not count.
const QUERIES: usize = 20_000;

fn threads(c: &mut Criterion) {
    let resolver = Resolver::embedded();
    let names: Vec<String> = resolver
        .index()
        .places()
        .flat_map(|place| place.names())
        .step_by(7)
        .map(|name| name.text().to_owned())
        .collect();
    let ask = |thread: usize| {
        for name in names.iter().cycle().skip(thread * 997).take(QUERIES) {
            black_box(resolver.resolve(name).status());
        }
    };
    let mut group = c.benchmark_group("threads");
    group.sample_size(10);
    for count in [1, 2] {
        group.throughput(Throughput::Elements((QUERIES * count) as u64));
        group.bench_function(count.to_string(), |b| {
            b.iter(|| {
                thread::scope(|scope| {
                    for thread in 0..count {
                        let ask = &ask;
                        scope.spawn(move || ask(thread));
                    }
                });
            });
        });
    }
    group.finish();
}

criterion_group!(benches, threads);
criterion_main!(benches);
