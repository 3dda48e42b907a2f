//! Two columns of a million names joined by their places.

mod million;

use datafusion::datasource::MemTable;
use datafusion::prelude::SessionContext;
use std::sync::Arc;
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
    let expected = million::expected(&a, &b);
    let rate = million::join(&ctx, &expected).await;
    println!(
        "{} pairs; {rate:.0} names a second, joined in one process",
        expected.len()
    );
}
