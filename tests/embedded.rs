//! The embedded gazetteer is what its tables say.
#![cfg(feature = "embedded")]

use toponym::{Gazetteer, IndexBuilder, Resolver};

#[test]
fn the_embedded_index_is_what_its_tables_give() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data");
    let built = IndexBuilder::new()
        .add_gazetteer(Gazetteer::read_tables(folder).unwrap())
        .build()
        .unwrap();
    let resolver = Resolver::embedded();
    assert!(
        built.as_bytes() == resolver.index().as_bytes(),
        "data/embedded.toponym is older than its tables or the format; write it again with\n  \
         cargo run --release -p toponym-cli -- index build --tables data --output data/embedded.toponym"
    );
    resolver.index().verify().unwrap();
}

#[test]
fn the_embedded_gazetteer_is_what_its_tables_say() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data");
    let mut tables = Gazetteer::read_tables(folder).unwrap();
    let mut embedded = Gazetteer::embedded();
    for gazetteer in [&mut tables, &mut embedded] {
        gazetteer.places.sort_by(|a, b| a.id.cmp(&b.id));
        for place in &mut gazetteer.places {
            place.same_as.sort();
        }
        gazetteer
            .names
            .sort_by_cached_key(|name| format!("{name:?}"));
    }
    for (embedded, table) in embedded.places.iter().zip(&tables.places) {
        assert_eq!(embedded, table);
    }
    for (embedded, table) in embedded.names.iter().zip(&tables.names) {
        assert_eq!(embedded, table);
    }
    assert_eq!(embedded.places.len(), tables.places.len());
    assert_eq!(embedded.names.len(), tables.names.len());
}
