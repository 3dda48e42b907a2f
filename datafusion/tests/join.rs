//! Two columns of a million names joined by their places.

mod million;

use datafusion::datasource::MemTable;
use datafusion::prelude::SessionContext;
use std::sync::Arc;
use std::time::Instant;
use toponym::Resolver;

#[tokio::test(flavor = "multi_thread")]
async fn a_million_rows_are_joined_as_without_datafusion() {
    let (a, b) = (million::table(1), million::table(2));
    let ctx = SessionContext::new();
    toponym_datafusion::register(&ctx, &Resolver::embedded());
    for (name, batches) in [("a", &a), ("b", &b)] {
        let (one, other) = batches.split_at(batches.len() / 2);
        let partitions = vec![one.to_vec(), other.to_vec()];
        let table = MemTable::try_new(batches[0].schema(), partitions).unwrap();
        ctx.register_table(name, Arc::new(table)).unwrap();
    }
    let start = Instant::now();
    let found = ctx
        .sql(million::JOIN)
        .await
        .unwrap()
        .collect()
        .await
        .unwrap();
    let seconds = start.elapsed().as_secs_f64();
    let (found, expected) = (million::pairs(&found), million::expected(&a, &b));
    assert!(expected.len() > million::ROWS / 10, "{}", expected.len());
    assert!(
        found == expected,
        "{} pairs, not {}",
        found.len(),
        expected.len()
    );
    let rate = 2.0 * million::ROWS as f64 / seconds;
    println!(
        "{} pairs; {rate:.0} names a second, joined in one process",
        found.len()
    );
}
