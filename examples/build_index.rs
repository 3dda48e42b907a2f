//! Builds an index of a GeoNames dump and the built-in gazetteer, and searches it:
//! `cargo run --release --example build_index -- AM.txt am.toponym`.
//! The command `toponym index build` (`cli/`) does it with options.

use std::error::Error;
use toponym::{Gazetteer, GeoNames, Index, IndexBuilder, Resolver};

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let [dump, output] = &files[..] else {
        return Err("two files are wanted: a GeoNames dump, and the index to write".into());
    };
    let builder = IndexBuilder::new()
        .add_gazetteer(Gazetteer::embedded())
        .add_geonames(&GeoNames::new(dump));
    println!("left out of the dump:\n{}", builder.skipped_rows());
    println!("{output}: {}", builder.write(output)?);

    let resolver = Resolver::new(Index::open(output)?);
    println!("Gyumri is {}", resolver.resolve("Gyumri").status());
    Ok(())
}
