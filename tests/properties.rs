//! What holds for any input: no text makes resolving panic, no bytes make reading a table
//! panic, and answers keep their promises.
#![cfg(feature = "embedded")]

use proptest::prelude::*;
use toponym::{Gazetteer, MaxEdits, Query, Resolver, Status};

/// Names and pieces of names mixed with everything that is awkward about writing.
fn pieces_of_names() -> impl Strategy<Value = String> {
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
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn any_characters() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "\\PC{0,40}"]
}

fn any_query() -> impl Strategy<Value = Query> {
    let edits = prop_oneof![Just(MaxEdits::Auto), (0u8..9).prop_map(MaxEdits::Limit)];
    (
        prop_oneof![1 => pieces_of_names(), 2 => any_characters()],
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

/// A name resolves to something or to nothing.
fn resolves(name: &str) -> Result<(), TestCaseError> {
    let resolver = Resolver::embedded();
    let resolution = resolver.resolve(name);
    let candidates = resolution.candidates();
    prop_assert_eq!(
        candidates.is_empty(),
        resolution.status() == Status::Unknown
    );
    prop_assert!(candidates.len() <= Query::DEFAULT_LIMIT);
    prop_assert!(candidates.is_sorted_by(|a, b| a.score() >= b.score()));
    let mut places: Vec<String> = candidates
        .iter()
        .map(|candidate| candidate.place().id().to_string())
        .collect();
    places.sort();
    places.dedup();
    prop_assert_eq!(places.len(), candidates.len(), "a place comes once");
    Ok(())
}

// Two tests of 50,000, so that two processors share them.
proptest! {
    #![proptest_config(ProptestConfig::with_cases(50_000))]

    #[test]
    fn pieces_of_names_resolve_to_something_or_to_nothing(name in pieces_of_names()) {
        resolves(&name)?;
    }

    #[test]
    fn any_characters_resolve_to_something_or_to_nothing(name in any_characters()) {
        resolves(&name)?;
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
