//! Places of one name: what a question takes grows with their number, and no faster.

use crate::counted::{Taken, count};
use std::hint::black_box;
use toponym::{
    Coordinates, Feature, FeatureClass, Gazetteer, IndexBuilder, Name, NameKind, Place, PlaceId,
    Query, Resolver,
};

/// Places of one name in the smaller index; the larger one has twice as many.
const PLACES: u32 = 8_000;

/// How much more twice as many may take, in hundredths.
const MOST: u64 = 240;

const QUESTIONS: [&str; 5] = [
    "Springfield",
    "Springfeld",
    "Springfield, Springfield",
    "north of Springfield",
    "مدينة سبرينغفيلد",
];

fn resolver(places: u32) -> Resolver {
    let mut gazetteer = Gazetteer::default();
    for number in 1..=places {
        let at = Coordinates::new(30.0 + f64::from(number) / 1000.0, -90.0).expect("a point");
        let id = PlaceId::geonames(u64::from(number));
        for (name, language) in [("Springfield", "en"), ("سبرينغفيلد", "ar")] {
            let language = language.parse().expect("a language");
            let name = Name::new(id.clone(), name, language, NameKind::Preferred);
            gazetteer.names.push(name);
        }
        // Every other one is a unit, with the town behind it: such are told apart in pairs.
        let (class, code) = match number % 2 {
            0 => (FeatureClass::Populated, "PPL"),
            _ => (FeatureClass::Administrative, "ADM2"),
        };
        let mut place = Place::new(id, at);
        place.feature = Feature::new(class, code).expect("a feature");
        if number % 2 == 0 {
            place.parent = Some(PlaceId::geonames(u64::from(number - 1)));
        }
        gazetteer.places.push(place);
    }
    let index = IndexBuilder::new().add_gazetteer(gazetteer).build();
    Resolver::new(index.expect("an index"))
}

fn take(places: u32, question: &str, prefix: bool) -> Taken {
    let resolver = resolver(places);
    // What is made once is made before.
    resolver.resolve("Baku, Azerbaijan");
    let query = Query::new(question).prefix(prefix);
    count(|| drop(black_box(resolver.resolve(query))))
}

pub fn check() -> Vec<String> {
    let mut faults = Vec::new();
    for question in QUESTIONS {
        for prefix in [false, true] {
            let [few, many] = [PLACES, 2 * PLACES].map(|places| take(places, question, prefix));
            let growth = many.steps * 100 / few.steps.max(1);
            println!(
                "{:9} steps, x{growth}%: {} places {question:?}",
                many.steps,
                2 * PLACES
            );
            if growth > MOST {
                faults.push(format!(
                    "{question}: {few:?}, twice as many places {many:?}"
                ));
            }
        }
    }
    faults
}
