//! Places of your own beside the built-in ones: `cargo run --release --example own_gazetteer`.

use toponym::{Gazetteer, IndexBuilder, Resolver};

/// Tables as files hold them; `Gazetteer::read_tables` reads `places.csv` and `names.csv` of a
/// folder. data/README.md describes the columns; those that are missing here may be left out.
const PLACES: &str = "\
id,class,feature,country,latitude,longitude
acme:north-depot,S,DPO,AM,40.81,43.83
acme:pass,T,PASS,AM,40.12,44.47
";
const NAMES: &str = "\
place,text,language,kind
acme:north-depot,المستودع الشمالي,ar,preferred
acme:north-depot,North Depot,en,preferred
acme:pass,Կարմիր լեռնանցք,hy,preferred
acme:pass,Karmir Pass,en,preferred
";

fn main() -> Result<(), toponym::Error> {
    // The labels are what an error calls the tables by, with line and column.
    let own = Gazetteer::from_csv(
        ("places.csv", PLACES.as_bytes()),
        ("names.csv", NAMES.as_bytes()),
    )?;
    // The first gazetteer is trusted most where two know the same place.
    let index = IndexBuilder::new()
        .add_gazetteer(own)
        .add_gazetteer(Gazetteer::embedded())
        .build()?;
    index.verify()?;

    let resolver = Resolver::new(index);
    // The second is spelled with ى for ي, the third has an ending, the last is built in.
    for name in [
        "North Depot",
        "المستودع الشمالى",
        "Կարմիր լեռնանցքում",
        "Գյումրի",
    ] {
        match resolver.resolve(name).best() {
            Some(best) => println!(
                "{name}: {} at {}",
                best.place().id(),
                best.place().coordinates()
            ),
            None => println!("{name}: unknown"),
        }
    }
    Ok(())
}
