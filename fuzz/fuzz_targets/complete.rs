//! Any name as it is typed, letter by letter: no place comes twice, and fewer answers are the first of more.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;
use toponym::Query;
use toponym_fuzz::RESOLVER;
use toponym_fuzz::options::Options;

fuzz_target!(|data: &[u8]| {
    let mut options = Options(data);
    let limit = usize::from(options.byte());
    let text = options.text();
    // As a reader types it: after every letter.
    for (end, c) in text.char_indices().take(24) {
        let begun = &text[..end + c.len_utf8()];
        let query = Query::new(begun).prefix(true).limit(limit);
        let resolution = RESOLVER.resolve(&query);
        let candidates = resolution.candidates();
        assert!(candidates.len() <= limit);
        let places: HashSet<_> = candidates
            .iter()
            .map(|candidate| candidate.place().id())
            .collect();
        assert_eq!(places.len(), candidates.len(), "a place comes once");
        let fewer = RESOLVER.resolve(Query::new(begun).prefix(true).limit(limit / 2));
        let ids = |of: &toponym::Resolution| -> Vec<_> {
            of.candidates()
                .iter()
                .take(limit / 2)
                .map(|one| one.place().id())
                .collect()
        };
        assert_eq!(
            ids(&resolution),
            ids(&fewer),
            "the first of many are the first of few"
        );
    }
});
