//! `resolve`.

use crate::program::{Run, command, keys_in_order, run};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

const CANDIDATE: [&str; 14] = [
    "id",
    "name",
    "same_as",
    "lat",
    "lon",
    "class",
    "feature",
    "country",
    "population",
    "matched_name",
    "matched_language",
    "edits",
    "score",
    "matched_generated",
];

fn resolve(args: &[&str]) -> Run {
    run("toponym resolve", args, b"")
}

/// Runs with `--format jsonl`; the answers, one a line.
fn answers(args: &[&str], input: &str) -> Vec<Value> {
    let args = [&["--format", "jsonl"], args].concat();
    let run = run("toponym resolve", &args, input.as_bytes());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let lines = run.out.lines();
    lines.map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn ids(answer: &Value) -> Vec<&str> {
    let candidates = answer["candidates"].as_array().unwrap().iter();
    candidates.map(|c| c["id"].as_str().unwrap()).collect()
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let run = resolve(&["--format", "jsonl", "غيومري"]);
    let keys = keys_in_order(&run.out);
    assert_eq!(keys[0], CANDIDATE);
    assert_eq!(keys.last().unwrap(), &["query", "status", "candidates"]);

    let run = resolve(&["--format", "jsonl", "--explain", "غيومري"]);
    let keys = keys_in_order(&run.out);
    let candidate = &keys[keys.len() - 2];
    assert_eq!(candidate[..13], CANDIDATE[..13]);
    let explained = [
        "parents",
        "evidence",
        "slips",
        "accuracy_km",
        "matched_generated",
    ];
    assert_eq!(candidate[13..], explained);
    assert_eq!(keys[0], ["id", "name"], "of a parent");
}

#[test]
fn values_have_their_types() {
    let answer = &answers(&["--explain", "غيومري"], "")[0];
    assert_eq!(
        (&answer["query"], &answer["status"]),
        (&"غيومري".into(), &"resolved".into())
    );
    let best = &answer["candidates"][0];
    assert_eq!(
        (&best["id"], &best["name"]),
        (&"gn:616635".into(), &"Gyumri".into())
    );
    assert!(
        best["same_as"]
            .as_array()
            .unwrap()
            .iter()
            .all(Value::is_string)
    );
    let near = |key: &str, degrees: f64| (best[key].as_f64().unwrap() - degrees).abs() < 0.05;
    assert!(near("lat", 40.79) && near("lon", 43.84), "{best}");
    assert_eq!(
        (&best["class"], &best["country"]),
        (&"P".into(), &"AM".into())
    );
    assert!(best["feature"].as_str().unwrap().starts_with("PPL"));
    assert!(best["population"].as_u64().unwrap() > 100_000);
    assert_eq!(
        (
            &best["matched_name"],
            &best["matched_language"],
            &best["edits"]
        ),
        (&"غيومري".into(), &"ar".into(), &0.into())
    );
    assert!((900..=1000).contains(&best["score"].as_u64().unwrap()));
    let parents = best["parents"].as_array().unwrap();
    assert_eq!(parents.last().unwrap()["name"], "Armenia");
    assert!(
        best["evidence"]
            .as_str()
            .unwrap()
            .starts_with("exact spelling")
    );
}

#[test]
fn numbers_are_written_as_the_table_has_them() {
    let table = include_str!("../../../data/places.csv");
    let row = table
        .lines()
        .find(|row| row.starts_with("gn:616635,"))
        .unwrap();
    let out = resolve(&["--format", "jsonl", "--limit", "1", "gn:616635"]).out;
    for key in ["lat", "lon"] {
        let (_, rest) = out.split_once(&format!("\"{key}\":")).unwrap();
        let digits = rest.split(',').next().unwrap();
        assert!(
            row.split(',').any(|cell| cell == digits),
            "{digits} in {row}"
        );
    }
}

#[test]
fn every_line_gets_a_line_blank_ones_too() {
    let input = "\u{feff}Gyumri\r\n\n  \nqqxxzzkk\nШуши";
    let answers = answers(&[], input);
    let queries: Vec<_> = answers
        .iter()
        .map(|a| a["query"].as_str().unwrap())
        .collect();
    assert_eq!(queries, ["Gyumri", "", "  ", "qqxxzzkk", "Шуши"]);
    let statuses: Vec<_> = answers
        .iter()
        .map(|a| a["status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses[..4], ["resolved", "unknown", "unknown", "unknown"]);
    assert!(ids(&answers[1]).is_empty());
    assert_eq!(self::answers(&[], ""), Vec::<Value>::new());
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = command("toponym resolve")
        .args(["--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for name in ["Gyumri", "Xankəndi"] {
        writeln!(questions, "{name}").unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap();
        assert!(
            answer.starts_with(&format!("{{\"query\":\"{name}\"")),
            "{answer}"
        );
    }
    drop(questions);
    assert!(child.wait().unwrap().success());
}

#[test]
fn options_narrow_the_answer() {
    let resolved = |args: &[&str]| ids(&answers(args, "")[0]).join(" ");
    assert_eq!(resolved(&["--country", "AM", "Gyumri"]), "gn:616635");
    assert_eq!(resolved(&["--country", "FR", "Gyumri"]), "");
    assert_eq!(
        resolved(&["--country", "FR", "--country", "am", "Gyumri"]),
        "gn:616635"
    );
    assert_eq!(resolved(&["--country", "Armenia", "Gyumri"]), "gn:616635");
    assert_eq!(resolved(&["--country", "ARM", "Gyumri"]), "gn:616635");
    assert_eq!(resolved(&["--in", "Shirak", "Gyumri"]), "gn:616635");
    assert_eq!(
        resolved(&["--in", "gn:828264", "--in", "Armenia", "Gyumri"]),
        "gn:616635"
    );
    assert_eq!(resolved(&["--in", "Lori", "Gyumri"]), "");
    assert_eq!(resolved(&["--class", "T", "Gyumri"]), "");
    assert_eq!(resolved(&["--max-edits", "0", "Gyumrri"]), "");
    assert_eq!(
        resolved(&["--max-edits", "1", "--limit", "1", "Gyumrri"]),
        "gn:616635"
    );
    assert_eq!(
        resolved(&["--max-edits=auto", "--limit=1", "Gyumrri"]),
        "gn:616635"
    );
    assert_eq!(
        resolved(&["--prefix", "--country", "AM", "--class", "P", "Gyum"]),
        "gn:616635"
    );
    assert_eq!(
        resolved(&["--near", "40.8,43.8", "--limit", "1", "--", "Gyumri"]),
        "gn:616635"
    );
    assert_eq!(
        resolved(&["--lang", "en", "--limit", "1", "Gyumri"]),
        "gn:616635"
    );
    assert!(ids(&answers(&["--limit", "2", "--prefix", "B"], "")[0]).len() <= 2);
    // Countries by their names, units by their names and ids.
    assert_eq!(resolved(&["--country", "Armenia", "Gyumri"]), "gn:616635");
    assert_eq!(resolved(&["--country", "Ֆրանսիա", "Gyumri"]), "");
    assert_eq!(
        resolved(&["--in", "Syunik", "--limit", "1", "Goris"]),
        "gn:174895"
    );
    assert_eq!(
        resolved(&["--in", "gn:409314", "--limit", "1", "Goris"]),
        "gn:174895"
    );
}

#[test]
fn geojson_is_one_collection_of_points_longitude_first() {
    let run = resolve(&["--format", "geojson", "Gyumri", "qqxxzzkk"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["type"], "FeatureCollection");
    let features = json["features"].as_array().unwrap();
    assert!(features.iter().all(|feature| feature["type"] == "Feature"));

    let best = &features[0];
    assert_eq!(best["geometry"]["type"], "Point");
    let position = best["geometry"]["coordinates"].as_array().unwrap();
    assert_eq!(
        position,
        &[
            best["properties"]["lon"].clone(),
            best["properties"]["lat"].clone()
        ]
    );
    assert!(
        position[0].as_f64() > position[1].as_f64(),
        "43.8 east, 40.8 north"
    );
    let keys = keys_in_order(&run.out);
    assert_eq!(keys[1][..2], ["query", "status"]);
    assert_eq!(keys[1][2..16], CANDIDATE);

    let unknown = features.last().unwrap();
    assert!(unknown["geometry"].is_null());
    assert_eq!(unknown["properties"]["status"], "unknown");

    let nothing = run_empty("geojson");
    assert_eq!(
        serde_json::from_str::<Value>(&nothing).unwrap(),
        serde_json::json!({"type": "FeatureCollection", "features": []})
    );
}

fn run_empty(format: &str) -> String {
    run("toponym resolve", &["--format", format], b"").out
}

#[test]
fn tables_have_a_header_and_say_unknown() {
    let run = resolve(&["غيومري", "Gyumri", "qqxxzzkk", "a\tb\u{1b}[2J\u{202e}"]);
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(lines[0].starts_with("QUERY"), "{}", run.out);
    assert!(
        lines[1].starts_with("\u{2068}غيومري\u{2069} "),
        "isolated: {}",
        lines[1]
    );
    assert!(run.out.contains("gn:616635"));
    let unknown = lines.iter().find(|line| line.starts_with("qqxxzzkk"));
    assert!(unknown.unwrap().ends_with("unknown"));
    // Nothing in a name may move the cursor or turn the line around.
    assert!(!run.out.contains(['\t', '\u{1b}', '\u{202e}']));
    assert_eq!(run_empty("table"), "");
}

#[test]
fn other_encodings_are_reported_and_the_rest_is_answered() {
    let run = run(
        "toponym resolve",
        &["--format", "jsonl"],
        b"Gyumri\nGyum\xff\nGyumri\n",
    );
    assert_eq!((run.status, run.out.lines().count()), (2, 3));
    assert!(
        run.err.contains("-:2: not UTF-8 from byte 4"),
        "{}",
        run.err
    );
}

#[test]
fn countries_and_containers_that_are_none_are_refused() {
    for (args, said) in [
        (
            ["--country", "XX"],
            "--country: \"XX\": no country has this name or code",
        ),
        (["--country", "ZZ"], "--country: \"ZZ\""),
        (["--country", "Atlantis"], "--country: \"Atlantis\""),
        (
            ["--in", "Atlantis"],
            "--in: \"Atlantis\": no place has this name or id",
        ),
        (
            ["--in", "gn:1"],
            "--in: \"gn:1\": no place has this name or id",
        ),
        // Everything would lie in it.
        (
            ["--in", "Atlantic Ocean"],
            "--in: \"Atlantic Ocean\": of what lies in waters",
        ),
    ] {
        let run = run("toponym resolve", &[&args[..], &["Tripoli"]].concat(), b"");
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(said), "{}", run.err);
    }
    for code in [
        "AM", "am", "XK", "PS", "TW", "AQ", "GB", "EH", "NA", "ARM", "YEM",
    ] {
        let run = run("toponym resolve", &["--country", code, "Tripoli"], b"");
        assert_eq!(run.status, 0, "{code}: {}", run.err);
    }
    for known in ["Lebanon", "لبنان", "LB", "gn:272103", "North Governorate"] {
        let run = run(
            "toponym resolve",
            &["--in", known, "--limit", "1", "--format", "csv", "Tripoli"],
            b"",
        );
        assert_eq!(run.status, 0, "{known}: {}", run.err);
        assert!(run.out.contains(",gn:266826,"), "{known}: {}", run.out);
    }
}

#[test]
fn an_output_that_cannot_be_made_is_named_as_it_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("missing").join("places.csv");
    let path = path.to_str().unwrap();
    let run = run("toponym resolve", &["-o", path, "Gyumri"], b"");
    assert_eq!(run.status, 2);
    assert!(run.err.contains(&format!("{path}: ")), "{}", run.err);
    assert!(!run.err.contains(".toponym-"), "{}", run.err);
}

#[test]
fn suggestions_come_last_and_only_if_they_are_asked_for() {
    let ask = |args: &[&str]| {
        let args = [
            args,
            &["--format", "jsonl", "--limit", "3", "Gxumzi", "Yerevan"],
        ]
        .concat();
        let run = run("toponym resolve", &args, b"");
        assert_eq!(run.status, 0, "{}", run.err);
        run.out
    };
    let (without, with) = (ask(&[]), ask(&["--suggest"]));
    assert!(!without.contains("suggestions"), "{without}");
    for (plain, suggesting) in without.lines().zip(with.lines()) {
        let answer = plain.strip_suffix('}').unwrap();
        let added = suggesting.strip_prefix(answer).unwrap();
        assert!(added.starts_with(",\"suggestions\":[{\"id\":"), "{added}");
        let line: serde_json::Value = serde_json::from_str(suggesting).unwrap();
        let suggestions = line["suggestions"].as_array().unwrap();
        assert!((1..=3).contains(&suggestions.len()), "{suggesting}");
        let distances = suggestions.iter().map(|near| near["distance"].as_u64());
        assert!(distances.is_sorted(), "{suggesting}");
    }
    assert!(with.starts_with("{\"query\":\"Gxumzi\",\"status\":\"unknown\""));
    let table = run("toponym resolve", &["--suggest", "Gxumzi"], b"").out;
    assert!(
        table.contains("near") && table.contains("gn:616635"),
        "{table}"
    );
}
