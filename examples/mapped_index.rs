//! An index file, built once and mapped into memory by every program that searches it:
//! `cargo run --release --features mmap --example mapped_index`.

use toponym::{Gazetteer, Index, IndexBuilder, Query, Resolver};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("places.toponym");

    // `IndexBuilder::add_from` takes a GeoNames dump besides, in bounded memory. The file appears
    // when it is complete: programs that have an older one mapped keep what they have.
    let report = IndexBuilder::with_scratch_folder(folder.path())
        .add_gazetteer(Gazetteer::embedded())
        .write(&file)?;
    println!("{}: {report}", file.display());

    // Opening reads the header only; a query reads the pages that it needs. Never overwrite a
    // mapped file in place: write a new one and rename it, as `write` does.
    let resolver = Resolver::new(Index::open_mmap(&file)?);
    println!("{} names", resolver.index().name_count());

    let beginning = Query::new("Step").prefix(true).limit(3);
    for candidate in resolver.resolve(beginning).candidates() {
        println!("{} {}", candidate.place().id(), candidate.name().text());
    }
    Ok(())
}
