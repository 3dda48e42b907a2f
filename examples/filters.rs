//! What else is known of a name or of a text, said with the question:
//! `cargo run --release --example filters`.

use toponym::{
    BoundingBox, Coordinates, Document, FeatureClass, MaxEdits, Query, Resolution, Resolver,
};

fn show(what: &str, answer: &Resolution<'_>) {
    println!("{what}: {}", answer.status());
    for candidate in answer.candidates() {
        let (place, score) = (candidate.place(), candidate.score());
        println!(
            "  {score} {} {} at {}",
            place.id(),
            place.name(),
            place.coordinates()
        );
    }
}

fn main() -> Result<(), toponym::Error> {
    let resolver = Resolver::embedded();
    let sevan = Coordinates::new(40.5, 45.0)?;

    // Filters leave out all else.
    let name = Query::new("Tərtər").limit(2);
    show("any Tərtər", &resolver.resolve(&name));
    let district = name.clone().class(FeatureClass::Administrative);
    show("a district", &resolver.resolve(district));
    show("in Armenia", &resolver.resolve(name.country("AM".parse()?)));
    let south = BoundingBox::new(Coordinates::new(38.8, 45.0)?, Coordinates::new(39.8, 47.0)?)?;
    show(
        "in the south",
        &resolver.resolve(Query::new("Qarabağ").within_box(south)),
    );

    // Hints change the order.
    show(
        "near Lake Sevan",
        &resolver.resolve(Query::new("Norashen").near(sevan).limit(2)),
    );

    // How far a spelling may be from a name, and names that only begin so.
    let strict = Query::new("Gyumr").max_edits(MaxEdits::Limit(0));
    show("without edits", &resolver.resolve(strict.clone()));
    show(
        "a beginning",
        &resolver.resolve(strict.prefix(true).limit(2)),
    );

    // A text takes the same hints.
    let text = "Վերադարձան Նորաշեն գյուղից։";
    for mention in resolver.scan(Document::new(text).near(sevan)) {
        show(mention.as_str(), mention.resolution());
    }
    Ok(())
}
