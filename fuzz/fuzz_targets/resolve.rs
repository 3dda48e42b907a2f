//! Any name with any options: what is answered keeps its promises, and is the same when asked again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;
use toponym::Status;
use toponym_fuzz::RESOLVER;
use toponym_fuzz::options::Options;

fuzz_target!(|data: &[u8]| {
    let query = Options(data).query();
    let resolution = RESOLVER.resolve(&query);
    let candidates = resolution.candidates();
    assert!(candidates.len() <= query.get_limit());
    assert!(candidates.is_sorted_by(|a, b| a.score() >= b.score()));
    if resolution.status() == Status::Unknown {
        assert!(candidates.is_empty());
    }
    let places: HashSet<_> = candidates
        .iter()
        .map(|candidate| candidate.place().id())
        .collect();
    assert_eq!(places.len(), candidates.len(), "a place comes once");
    for candidate in candidates {
        let place = candidate.place();
        assert!(!candidate.evidence().to_string().is_empty());
        assert!(
            query
                .get_within_box()
                .is_none_or(|area| area.contains(place.coordinates()))
        );
        let classes = query.get_classes();
        assert!(classes.is_empty() || classes.contains(&place.feature().class()));
    }
    let record = serde_json::to_string(&resolution.to_record()).unwrap();
    // One in four is asked again, which takes as long.
    if data.len() % 4 == 0 {
        let again = RESOLVER.resolve(&query);
        assert_eq!(record, serde_json::to_string(&again.to_record()).unwrap());
    }
});
