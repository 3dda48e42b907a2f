//! The embedded gazetteer is what its tables say.
#![cfg(feature = "embedded")]

use toponym::{Gazetteer, IndexBuilder, Resolver};

#[test]
fn the_embedded_index_is_what_its_tables_give() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let built = IndexBuilder::new()
        .add_gazetteer(Gazetteer::read_tables(folder).unwrap())
        .build()
        .unwrap();
    let resolver = Resolver::embedded();
    assert!(
        built.as_bytes() == resolver.index().as_bytes(),
        "data/embedded.toponym is older than its tables or the format; write it again with\n  \
         cargo run --release --example build_index -- --embedded --output data/embedded.toponym"
    );
    resolver.index().verify().unwrap();
}
