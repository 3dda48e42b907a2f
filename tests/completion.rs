//! Completing stops as soon as nothing better can come: it answers what looking at everything
//! would.
#![cfg(feature = "embedded")]

use std::collections::BTreeSet;
use toponym::{Coordinates, MaxEdits, Query, Resolution, Resolver};

fn answers(resolution: &Resolution<'_>) -> Vec<(String, u16, String)> {
    let answer = |candidate: &toponym::Candidate<'_>| {
        let (place, name) = (candidate.place(), candidate.name());
        (
            place.id().to_string(),
            candidate.score().get(),
            name.text().to_owned(),
        )
    };
    resolution.candidates().iter().map(answer).collect()
}

#[test]
fn completions_are_those_of_an_exhaustive_search() {
    let resolver = Resolver::embedded();
    let names = resolver.index().places().flat_map(|place| place.names());
    let beginnings: BTreeSet<String> = names
        .flat_map(|name| (1..=3).map(move |letters| name.text().chars().take(letters).collect()))
        .collect();
    let (mut checked, mut differ) = (0, Vec::new());
    // A prime stride keeps the test short and takes from every script.
    for beginning in beginnings.iter().step_by(29) {
        let plain = Query::new(beginning.as_str())
            .prefix(true)
            .max_edits(MaxEdits::Limit(0));
        let near = plain.clone().near(Coordinates::new(40.8, 43.8).unwrap());
        let armenian = plain.clone().country("AM".parse().unwrap()).limit(2);
        for query in [plain, near, armenian] {
            let completed = resolver.resolve(&query);
            let all = resolver.resolve(query.clone().exhaustive(true));
            // An exhaustive search takes endings off as well, which completing need not.
            let every = resolver.resolve(query.clone().exhaustive(true).limit(usize::MAX));
            if every
                .candidates()
                .iter()
                .any(|found| !found.evidence().stripped.is_empty())
            {
                continue;
            }
            checked += 1;
            if answers(&completed) != answers(&all) || completed.status() != all.status() {
                differ.push(format!(
                    "{query:?}\n  {:?}\n  {:?}",
                    answers(&completed),
                    answers(&all)
                ));
            }
        }
    }
    assert!(
        differ.is_empty(),
        "{} of {checked}:\n{}",
        differ.len(),
        differ.join("\n")
    );
}
