//! The nearest places are those that comparing all of them finds.
#![cfg(feature = "embedded")]

use proptest::prelude::*;
use toponym::{Coordinates, CountryCode, FeatureClass, Nearest, Resolver};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn among_the_built_in_places(
        latitude in prop_oneof![-90.0..=90.0, Just(-90.0), Just(90.0), 35.0..45.0],
        longitude in prop_oneof![-180.0..=180.0, Just(-180.0), Just(180.0), 40.0..50.0],
        class in prop::option::of(prop::sample::select(FeatureClass::ALL.to_vec())),
        country in prop::option::of(prop::sample::select(vec!["AM", "AZ", "FJ", "AQ"])),
        within_km in prop::option::of(0.0..3000.0),
        limit in 0usize..30,
    ) {
        let resolver = Resolver::embedded();
        let country: Option<CountryCode> = country.map(|code| code.parse().unwrap());
        let point = Coordinates::new(latitude, longitude).unwrap();
        let mut query = Nearest::to(point).limit(limit);
        if let Some(class) = class {
            query = query.class(class);
        }
        if let Some(country) = country {
            query = query.country(country);
        }
        if let Some(km) = within_km {
            query = query.within_km(km);
        }
        let mut all: Vec<_> = resolver
            .index()
            .places()
            .filter(|place| class.is_none_or(|class| place.feature().class() == class))
            .filter(|place| country.is_none() || place.country() == country)
            .map(|place| (place.coordinates().distance_km(point), place.id().to_string()))
            .filter(|(km, _)| within_km.is_none_or(|most| *km <= most))
            .collect();
        // Places are in the order of their ids, and equally near ones stay so.
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        all.truncate(limit);
        let found: Vec<_> = resolver
            .nearest(&query)
            .iter()
            .map(|found| (found.distance_km(), found.place().id().to_string()))
            .collect();
        prop_assert_eq!(found, all);
    }
}

#[test]
fn records_outlive_the_answer() {
    let resolver = Resolver::embedded();
    let found = resolver.nearest(Coordinates::new(40.79, 43.84).unwrap());
    assert_eq!(found.len(), Nearest::DEFAULT_LIMIT);
    let record = found[0].to_record();
    assert_eq!(record.place, found[0].place().to_summary());
    assert_eq!(record.distance_km, found[0].distance_km());
}
