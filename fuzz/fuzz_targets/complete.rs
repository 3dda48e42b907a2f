//! Any beginning of a name: no place comes twice, and fewer answers are the first of more. The beginnings that lead to it
//! are inputs of their own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;
use toponym::{PlaceId, Query, Resolution};
use toponym_fuzz::RESOLVER;
use toponym_fuzz::options::Options;

fuzz_target!(|data: &[u8]| {
    let mut options = Options(data);
    let limit = usize::from(options.byte());
    let begun = options.text();
    let query = Query::new(&*begun).prefix(true).limit(limit);
    let resolution = RESOLVER.resolve(&query);
    let ids = |resolution: &Resolution| -> Vec<PlaceId> {
        let candidates = resolution.candidates().iter();
        candidates.map(|one| one.place().id()).collect()
    };
    let all = ids(&resolution);
    assert!(all.len() <= limit);
    let places: HashSet<_> = all.iter().collect();
    assert_eq!(places.len(), all.len(), "a place comes once");
    let fewer = RESOLVER.resolve(query.limit(limit / 2));
    let first = &all[..all.len().min(limit / 2)];
    assert_eq!(first, ids(&fewer), "the first of many are the first of few");
});
