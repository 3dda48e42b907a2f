//! What the `serde` feature promises: values survive the way to JSON and back, and what no
//! constructor accepts is not accepted here either.
#![cfg(feature = "serde")]

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{from_str, json, to_string, to_value};
use std::fmt::Debug;
use toponym::{
    Authority, BoundingBox, CandidateRecord, Coordinates, CountryCode, Evidence, Feature,
    FeatureClass, FeatureWord, Gazetteer, IndexBuilder, KeySpace, Language, MatchKind, MaxEdits,
    MentionKind, MentionRecord, Name, NameKind, NearbyRecord, Nearest, Place, PlaceId, Query,
    ResolutionRecord, Resolver, Score, Script, Status, StrippedAffix,
};

fn survives<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T, text: &str) {
    let written = to_string(&value).unwrap();
    assert_eq!(written, text);
    assert_eq!(from_str::<T>(&written).unwrap(), value);
}

fn refused<T: DeserializeOwned + Debug>(text: &str, reason: &str) {
    let message = from_str::<T>(text).unwrap_err().to_string();
    assert!(message.contains(reason), "{text}: {message}");
}

#[test]
fn text_stays_text() {
    for id in [
        "gn:616635",
        "wd:Q199500",
        "wof:890431289",
        "local:lachin-corridor",
    ] {
        survives::<PlaceId>(id.parse().unwrap(), &format!("{id:?}"));
    }
    survives::<Language>("az-Cyrl".parse().unwrap(), "\"az-Cyrl\"");
    survives::<CountryCode>("AM".parse().unwrap(), "\"AM\"");
    for class in FeatureClass::ALL {
        survives(class, &format!("\"{class}\""));
    }
    for kind in NameKind::ALL {
        survives(kind, &format!("\"{kind}\""));
    }
    survives(Status::Ambiguous, "\"ambiguous\"");
    survives(MaxEdits::Auto, "\"auto\"");
    survives(MaxEdits::Limit(1), "\"1\"");
    survives(KeySpace::Armenian, "\"armenian\"");
    survives(Script::Arabic, "\"arabic\"");
    survives(Authority::GeoNames, "\"geonames\"");
    survives(Authority::WhosOnFirst, "\"whos_on_first\"");
}

#[test]
fn errors_are_those_of_the_constructors() {
    refused::<PlaceId>("\"gn:x\"", "expected gn: and a positive number");
    refused::<PlaceId>("616635", "expected a string");
    refused::<Language>("\"arab\"", "expected a BCP 47 tag");
    refused::<CountryCode>("\"ARM\"", "expected two letters");
    refused::<FeatureClass>("\"B\"", "expected one of the letters");
    refused::<NameKind>("\"nick\"", "expected preferred");
    refused::<Status>("\"maybe\"", "expected resolved");
    refused::<MaxEdits>("\"3\"", "expected auto");
    refused::<Score>("1001", "a score from 0 to 1000");
    refused::<Coordinates>(r#"{"latitude":91,"longitude":0}"#, "latitude must be");
    refused::<Coordinates>(r#"{"latitude":null,"longitude":0}"#, "invalid type");
    refused::<BoundingBox>(
        r#"{"south_west":{"latitude":2,"longitude":0},"north_east":{"latitude":1,"longitude":0}}"#,
        "its southern edge",
    );
    refused::<Feature>(r#"{"class":"P","code":"ppl"}"#, "capital letters");
}

#[test]
fn numbers_keep_their_digits() {
    let point = |lat, lon| Coordinates::new(lat, lon).unwrap();
    survives(
        point(40.7942, 43.84528),
        r#"{"latitude":40.7942,"longitude":43.84528}"#,
    );
    let fiji = BoundingBox::new(point(-21.5, 176.0), point(-12.0, -178.0)).unwrap();
    survives(
        fiji,
        r#"{"south_west":{"latitude":-21.5,"longitude":176.0},"north_east":{"latitude":-12.0,"longitude":-178.0}}"#,
    );
    survives(Score::MAX, "1000");
}

#[test]
fn kinds_of_place_are_a_class_and_a_code() {
    let seat = Feature::new(FeatureClass::Populated, "PPLA2").unwrap();
    survives(seat, r#"{"class":"P","code":"PPLA2"}"#);
    survives(Feature::default(), r#"{"class":"P","code":null}"#);
}

#[test]
fn gazetteers_survive() {
    let mut gazetteer = gazetteer();
    let town = &mut gazetteer.places[0];
    town.same_as = vec!["wd:Q1".parse().unwrap()];
    town.parent = Some("acme:land".parse().unwrap());
    town.accuracy_km = Some(2.3);
    let text = to_string(&gazetteer).unwrap();
    assert_eq!(from_str::<Gazetteer>(&text).unwrap(), gazetteer);
    assert!(text.contains(r#""accuracy_km":2.3"#), "{text}");
}

#[test]
fn places_need_no_more_than_their_constructor() {
    let place: Place =
        from_str(r#"{"id":"acme:x","coordinates":{"latitude":1,"longitude":2}}"#).unwrap();
    let built = Place::new(
        "acme:x".parse().unwrap(),
        Coordinates::new(1.0, 2.0).unwrap(),
    );
    assert_eq!(place, built);
    refused::<Place>(r#"{"id":"acme:x"}"#, "missing field `coordinates`");
}

#[test]
fn evidence_survives() {
    let word = r#"{"text":"مدينة","class":"P","codes":["PPL"]}"#;
    let read: FeatureWord = from_str(word).unwrap();
    assert_eq!(
        (read.text.as_str(), read.class),
        ("مدينة", FeatureClass::Populated)
    );
    survives(
        StrippedAffix::FeatureWord(read),
        &format!(r#"{{"feature_word":{word}}}"#),
    );
    survives(StrippedAffix::Article, r#""article""#);
    survives(MatchKind::Exact, r#""exact""#);
    survives(
        MatchKind::Edited {
            edits: 2,
            cost: 130,
        },
        r#"{"edited":{"edits":2,"cost":130}}"#,
    );
    survives(
        MatchKind::Sounded { cost: 42 },
        r#"{"sounded":{"cost":42}}"#,
    );

    let resolver = resolver();
    let answer = resolver.resolve("Nort Depot");
    let evidence = answer.best().unwrap().evidence();
    let edit_op = r#"{"written":"","name":"h","cost":35}"#;
    survives(evidence.edit_ops[0].clone(), edit_op);
    let written = to_string(evidence).unwrap();
    assert_eq!(&from_str::<Evidence>(&written).unwrap(), evidence);
}

#[test]
fn answers_have_the_shape_of_the_example_programs() {
    let resolver = resolver();
    let answer = resolver.resolve(Query::new("Nort Depot"));
    let score = answer.best().unwrap().score();
    let expected = format!(
        "{{\"status\":\"resolved\",\"candidates\":[{{\"id\":\"acme:depot\",\"name\":\"North Depot\",\
         \"same_as\":[],\"lat\":40.1,\"lon\":44.5,\"class\":\"P\",\"feature\":null,\"country\":\"AM\",\
         \"population\":null,\"matched_name\":\"North Depot\",\"matched_language\":\"en\",\
         \"edits\":1,\"score\":{score},\"matched_generated\":false}}]}}"
    );
    assert_eq!(to_string(&answer).unwrap(), expected);
    let unknown = to_value(resolver.resolve("?")).unwrap();
    assert_eq!(unknown, json!({"status": "unknown", "candidates": []}));
}

#[test]
fn mentions_have_the_shape_of_the_example_program() {
    let resolver = resolver();
    let mentions: Vec<_> = resolver.scan("To North Depot.").collect();
    let written = to_string(&mentions).unwrap();
    let start = "[{\"start\":3,\"end\":14,\"token_start\":3,\"token_end\":14,\"phrase_start\":3,\
                 \"phrase_end\":14,\"text\":\"North Depot\",\"kind\":\"place\",\
                 \"status\":\"resolved\",\"place\":{\"id\":\"acme:depot\",";
    assert!(written.starts_with(start), "{written}");
    let end = "},\"alternatives\":[],\"confidence\":null}]";
    assert!(written.ends_with(end), "{written}");
    survives(MentionKind::Demonym, "\"demonym\"");
}

#[test]
fn records_survive_and_have_the_documented_keys_in_their_order() {
    let resolver = resolver();
    let answer = resolver.resolve("Nort Depot");
    let text = "To North Depot.";
    let mention = resolver.scan(text).next().unwrap();

    let plain = answer.to_record();
    assert_eq!(to_string(&plain).unwrap(), to_string(&answer).unwrap());
    let read: ResolutionRecord = from_str(&to_string(&plain).unwrap()).unwrap();
    assert_eq!(read, plain);
    let candidate = answer.best().unwrap().to_explained_record();
    let read: CandidateRecord = from_str(&to_string(&candidate).unwrap()).unwrap();
    assert_eq!(read, candidate);
    assert_eq!(read.explanation.unwrap().edit_ops[0].name, "h");
    for record in [mention.to_record(), mention.to_explained_record()] {
        let written = to_string(&record).unwrap();
        assert_eq!(from_str::<MentionRecord>(&written).unwrap(), record);
        assert_eq!(&text[record.span()], record.text);
    }
    // A line of 0.1, and of `scan` itself, which names the file.
    let old = to_string(&mention.to_record()).unwrap();
    let old = old
        .replace(",\"confidence\":null", "")
        .replacen('{', "{\"file\":\"-\",", 1);
    assert_eq!(
        from_str::<MentionRecord>(&old).unwrap(),
        mention.to_record()
    );

    in_this_order("## A candidate", &[], &to_string(&candidate).unwrap());
    let mention = mention.to_explained_record();
    let mut site = mention.clone();
    let point = json!({"relation": "in", "id": "acme:depot", "lat": 40.1, "lon": 44.5,
                       "accuracy_km": 5.0});
    site.site_point = Some(serde_json::from_value(point).unwrap());
    let heading = "## `scan --format jsonl`";
    in_this_order(heading, &["file"], &to_string(&site).unwrap());
    let of_sites = ["file", "site_point"];
    in_this_order(heading, &of_sites, &to_string(&mention).unwrap());
}

/// The keys of a table of `docs/output.md`, but for some, are those of an object, in its order.
fn in_this_order(heading: &str, left_out: &[&str], object: &str) {
    let docs = include_str!("../docs/output.md");
    let table = docs.split_once(&format!("\n{heading}\n")).unwrap().1;
    let table = table.split("\n## ").next().unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let keys = rows.flat_map(|row| row.split(" |").next().unwrap().split(", "));
    let mut expected: Vec<&str> = keys.map(|key| key.trim_matches('`')).collect();
    expected.retain(|key| !left_out.contains(key));
    // Only the keys of the object itself, not of those in it.
    let (mut depth, mut keys) = (0, Vec::new());
    let mut parts = object.split('"').enumerate().peekable();
    while let Some((at, part)) = parts.next() {
        let is_text = at % 2 == 1;
        if is_text && depth == 1 && parts.peek().is_some_and(|next| next.1.starts_with(':')) {
            keys.push(part);
        } else if !is_text {
            depth += part.matches(['{', '[']).count();
            depth -= part.matches(['}', ']']).count();
        }
    }
    assert_eq!(keys, expected, "{object}");
}

#[test]
fn a_nearby_place_is_a_place_with_its_distance() {
    let resolver = resolver();
    let place = resolver.index().places().next().unwrap();
    let found = resolver.nearest(Nearest::to(place.coordinates()).limit(1))[0];
    let written = to_value(found).unwrap();
    let mut expected = to_value(place).unwrap();
    expected["distance_km"] = json!(0.0);
    assert_eq!(written, expected);
    let record: NearbyRecord = serde_json::from_value(written).unwrap();
    assert_eq!(record, found.to_record());
}

#[test]
fn a_name_of_an_index_reads_as_a_name() {
    let resolver = resolver();
    let place = resolver.place(&"acme:depot".parse().unwrap()).unwrap();
    let name = to_string(&place.names().next().unwrap()).unwrap();
    assert_eq!(from_str::<Name>(&name).unwrap(), gazetteer().names[0]);
}

fn gazetteer() -> Gazetteer {
    let mut depot = Place::new(
        "acme:depot".parse().unwrap(),
        Coordinates::new(40.1, 44.5).unwrap(),
    );
    depot.country = Some("AM".parse().unwrap());
    let name = Name::new(
        depot.id.clone(),
        "North Depot",
        "en".parse().unwrap(),
        NameKind::Preferred,
    );
    Gazetteer {
        places: vec![depot],
        names: vec![name],
    }
}

fn resolver() -> Resolver {
    let builder = IndexBuilder::new().add_gazetteer(gazetteer());
    Resolver::new(builder.build().unwrap())
}
