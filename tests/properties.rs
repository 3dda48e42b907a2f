//! What holds for any input: no text makes resolving panic, no bytes make reading a table
//! panic, and answers keep their promises.
#![cfg(feature = "embedded")]

use proptest::prelude::*;
use toponym::{Gazetteer, MaxEdits, Query, Resolver, Status};

/// Names and pieces of names mixed with everything that is awkward about writing.
fn awkward_name() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ناغورني",
        "قره",
        "باغ",
        "ليريفان",
        "ال",
        "لل",
        "و",
        "ب",
        "مدينة",
        "ـ",
        "\u{64e}",
        "\u{200c}",
        "\u{202e}",
        "ﻻ",
        "Երևան",
        "ում",
        "և",
        "ՈՒ",
        "՞",
        "Xankəndi",
        "ndə",
        "İ",
        "I",
        "ı",
        "'",
        "-",
        " ",
        "rayonu",
        "Шуша",
        "ҝ",
        "нагорного",
        "თბილისი",
        "東京",
        "🙂",
        "\0",
        "1",
        "٣",
        "city of",
        "ß",
    ]);
    prop_oneof![
        prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat()),
        any::<String>(),
        "\\PC{0,40}",
    ]
}

fn any_query() -> impl Strategy<Value = Query> {
    let edits = prop_oneof![Just(MaxEdits::Auto), (0u8..9).prop_map(MaxEdits::Limit)];
    (
        awkward_name(),
        edits,
        any::<(bool, bool, bool)>(),
        0usize..9,
    )
        .prop_map(|(name, edits, (prefix, exhaustive, in_armenia), limit)| {
            let query = Query::new(name).max_edits(edits).limit(limit);
            let mut query = query.prefix(prefix).exhaustive(exhaustive);
            if in_armenia {
                query = query.country("AM".parse().unwrap());
            }
            query
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100_000))]

    #[test]
    fn any_text_resolves_to_something_or_to_nothing(name in awkward_name()) {
        let resolver = Resolver::embedded();
        let resolution = resolver.resolve(name.as_str());
        let candidates = resolution.candidates();
        prop_assert_eq!(candidates.is_empty(), resolution.status() == Status::Unknown);
        prop_assert!(candidates.len() <= Query::DEFAULT_LIMIT);
        prop_assert!(candidates.is_sorted_by(|a, b| a.score() >= b.score()));
        let places: Vec<String> = candidates.iter().map(|c| c.place().id().to_string()).collect();
        let mut unique = places.clone();
        unique.sort();
        unique.dedup();
        prop_assert_eq!(unique.len(), places.len(), "a place comes once");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn any_options_keep_their_promises(query in any_query()) {
        let resolver = Resolver::embedded();
        let resolution = resolver.resolve(&query);
        for candidate in resolution.candidates() {
            prop_assert!(!candidate.evidence().to_string().is_empty());
            prop_assert!(candidate.place().names().any(|name| name.text() == candidate.name().text()));
        }
        let again = resolver.resolve(&query);
        prop_assert_eq!(format!("{resolution:?}"), format!("{again:?}"));
    }

    #[test]
    fn any_bytes_are_a_table_or_an_error(places in any::<Vec<u8>>(), names in "\\PC{0,60}") {
        let head = |columns: &str, rest: &[u8]| [columns.as_bytes(), b"\n", rest].concat();
        let tables = [
            (places.clone(), names.clone().into_bytes()),
            (head("id,latitude,longitude", &places), head("place,text,language", names.as_bytes())),
        ];
        for (places, names) in tables {
            if let Err(error) = Gazetteer::from_csv(("p.csv", &places[..]), ("n.csv", &names[..])) {
                prop_assert!(error.to_string().contains(".csv:"), "{}", error);
            }
        }
    }
}
