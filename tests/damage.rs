//! A damaged index answers or fails to open; it never panics, and `verify` says that it is
//! damaged. The small index of the unit tests is damaged at every byte; this is a large one,
//! damaged at random.
#![cfg(feature = "embedded")]

use proptest::prelude::*;
use toponym::{Coordinates, FeatureClass, Index, MaxEdits, Nearest, Query, Resolver};

const QUERIES: [&str; 6] = [
    "غيومري",
    "ناغورني كاراباج",
    "Երևանում",
    "Xankendi",
    "Шуше",
    "東京",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_damage_to_a_large_index(
        damage in prop::collection::vec((any::<prop::sample::Index>(), 1u8..), 1..200),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = Resolver::embedded().index().as_bytes().to_vec();
        for (at, flip) in &damage {
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if bytes == Resolver::embedded().index().as_bytes() {
            return Ok(());
        }
        let Ok(index) = Index::from_bytes(bytes) else { return Ok(()) };
        prop_assert!(index.verify().is_err());
        let resolver = Resolver::new(index);
        for query in QUERIES {
            resolver.resolve(query);
            resolver.resolve(Query::new(query).max_edits(MaxEdits::Limit(2)).exhaustive(true));
            resolver.resolve(Query::new(query).prefix(true));
        }
        for mention in resolver.scan("وصل الوفد ليريفان من مدينة شوشة") {
            mention.resolution().best();
        }
        let point = Coordinates::new(40.0, 44.0).unwrap();
        let towns = Nearest::to(point).class(FeatureClass::Populated).within_km(500.0);
        for query in [Nearest::to(point), towns.limit(usize::MAX)] {
            std::hint::black_box(resolver.nearest(query).len());
        }
        for place in resolver.index().places().take(200) {
            let read = (place.parents().count(), place.names().count(), place.name(), place.id());
            std::hint::black_box(read);
        }
    }
}
