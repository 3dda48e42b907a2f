//! Answers to JSON, and values back from it:
//! `cargo run --release --features serde --example with_serde`.

use toponym::{Gazetteer, IndexBuilder, Place, PlaceId, Resolver};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let resolver = Resolver::embedded();

    // Answers are views of an index: they are written only, in the shape that the programs
    // `resolve` and `scan` write (docs/output.md).
    let answer = resolver.resolve("غيومرى");
    println!("{}", serde_json::to_string_pretty(&answer)?);
    for mention in resolver.scan("وصل الوفد ليريفان") {
        println!("{}", serde_json::to_string(&mention)?);
    }

    // Values are read as well, and checked as their constructors do.
    let id: PlaceId = serde_json::from_str("\"gn:616635\"")?;
    println!("{id}: {:?}", resolver.place(&id));
    let error = serde_json::from_str::<PlaceId>("\"gn:Gyumri\"").unwrap_err();
    println!("{error}");

    // A gazetteer in JSON, every place no longer than it has to be.
    let place: Place = serde_json::from_str(
        r#"{"id": "acme:depot", "country": "AM", "coordinates": {"latitude": 40.8, "longitude": 43.8}}"#,
    )?;
    let name = serde_json::from_str(
        r#"{"place": "acme:depot", "text": "North Depot", "language": "en", "kind": "preferred"}"#,
    )?;
    let own = Gazetteer {
        places: vec![place],
        names: vec![name],
    };
    let index = IndexBuilder::new().add_gazetteer(own).build()?;
    let found = serde_json::to_string(&Resolver::new(index).resolve("Nort Depot"))?;
    println!("{found}");
    Ok(())
}
