//! `scan`.

use crate::program::{Run, keys_in_order, run};
use serde_json::Value;

const STORY: &str = include_str!("../../../examples/story.txt");
const STORY_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/story.txt");

fn scan(args: &[&str], input: &str) -> Run {
    run("toponym scan", args, input.as_bytes())
}

/// The mentions of a text, one a line.
fn mentions(text: &str) -> Vec<Value> {
    let run = scan(&["--format", "jsonl"], text);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let lines = run.out.lines();
    lines.map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn range<'t>(text: &'t str, mention: &Value, which: &str) -> &'t str {
    let at = |end: &str| mention[format!("{which}{end}")].as_u64().unwrap() as usize;
    &text[at("start")..at("end")]
}

#[test]
fn the_story_comes_out_as_ids() {
    let mentions = mentions(STORY);
    let found: Vec<(&str, &str)> = mentions
        .iter()
        .filter(|mention| mention["kind"] == "place")
        .map(|mention| {
            let id = mention["place"]["id"].as_str().unwrap_or("unknown");
            (mention["text"].as_str().unwrap(), id)
        })
        .collect();
    let lake = found
        .iter()
        .find(|(text, _)| text.contains("سيفان"))
        .unwrap()
        .1;
    assert_eq!(
        found,
        [
            ("غيومري", "gn:616635"),
            ("أرمينيا", "gn:174982"),
            ("سيفان", lake),
            ("يريفان", "gn:616052"),
            ("ستيباناكيرت", "gn:146970"),
            ("شوشة", "gn:147105"),
            ("ناغورني قره باغ", "wd:Q44302"),
            ("أذربيجان", "gn:587116"),
            ("خانكندي", "gn:146970"),
            ("تارتر", "gn:584871"),
            ("غنجة", "gn:586523"),
            ("باكو", "gn:587084"),
            ("قزوين", "gn:630671"),
            ("غيومرى", "gn:616635"),
            ("يريفان", "gn:616052"),
            ("تبليسي", "gn:611717"),
            ("قارص", "gn:743952"),
            ("تبريز", "gn:113646"),
            ("إسطنبول", "gn:745044"),
            ("جنيف", "gn:2660646"),
            ("بيروت", "gn:276781"),
            ("القاهرة", "gn:360630"),
        ]
    );
}

#[test]
fn offsets_are_bytes_and_the_ranges_are_nested() {
    for mention in mentions(STORY) {
        let [name, token, phrase] =
            ["", "token_", "phrase_"].map(|which| range(STORY, &mention, which));
        assert_eq!(name, mention["text"]);
        assert!(token.contains(name) && phrase.contains(token), "{mention}");
    }
    let text = "وصلوا ليريفان من مدينة شوشة";
    let mentions = mentions(text);
    assert_eq!(range(text, &mentions[0], ""), "يريفان");
    assert_eq!(range(text, &mentions[0], "token_"), "ليريفان");
    assert_eq!(range(text, &mentions[1], ""), "شوشة");
    assert_eq!(range(text, &mentions[1], "phrase_"), "مدينة شوشة");
}

#[test]
fn a_byte_order_mark_counts_as_bytes_of_the_file() {
    let text = "\u{feff}غيومري";
    let mentions = mentions(text);
    assert_eq!(range(text, &mentions[0], ""), "غيومري");
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let run = scan(&["--format", "jsonl"], "غيومري");
    let keys = keys_in_order(&run.out);
    let candidate = "id name same_as lat lon class feature country population matched_name \
                     matched_language edits score matched_generated";
    assert_eq!(keys[0].join(" "), candidate);
    assert_eq!(
        keys.last().unwrap().join(" "),
        "file start end token_start token_end phrase_start phrase_end text kind status place \
         alternatives confidence"
    );
    assert!(
        run.out.starts_with("{\"file\":\"-\",\"start\":0,"),
        "{}",
        run.out
    );
}

#[test]
fn files_and_standard_input_are_named() {
    let run = scan(&["--format", "jsonl", STORY_FILE, "-"], "غيومري");
    let files: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["file"].clone())
        .collect();
    assert_eq!(
        (&files[0], files.last().unwrap()),
        (&STORY_FILE.into(), &"-".into())
    );

    let table = scan(&[STORY_FILE, "-"], "غيومري").out;
    let title = format!("{STORY_FILE}:");
    assert!(table.starts_with("LINE  MENTION"), "{table}");
    let cut: String = title.chars().take(30).collect();
    assert!(table.lines().nth(1).unwrap().starts_with(&cut), "{table}");
}

#[test]
fn bad_files_are_named_and_the_others_scanned() {
    let run = scan(&["--format", "jsonl", "no/such.txt", STORY_FILE], "");
    assert_eq!(run.status, 2);
    assert!(
        run.err.starts_with("toponym scan: no/such.txt: "),
        "{}",
        run.err
    );
    assert!(run.out.lines().count() > 10);

    let run = self::run(
        "toponym scan",
        &["--format", "jsonl"],
        "غيومري\nشوشة\u{1}\n".as_bytes(),
    );
    assert_eq!(run.status, 0);
    let run = self::run(
        "toponym scan",
        &["--format", "jsonl"],
        b"Gyumri\nGyum\xffri\n",
    );
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(
        run.err
            .starts_with("toponym scan: -:2: not UTF-8 at byte 11"),
        "{}",
        run.err
    );
}

#[test]
fn geojson_has_flat_properties() {
    let run = scan(&["--format", "geojson", STORY_FILE], "");
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["type"], "FeatureCollection");
    let features = json["features"].as_array().unwrap();
    assert_eq!(features.len(), mentions(STORY).len());
    let properties = &features[0]["properties"];
    assert_eq!(properties["id"], "gn:616635");
    assert_eq!(features[0]["geometry"]["coordinates"][0], properties["lon"]);
    assert_eq!(features[0]["geometry"]["coordinates"][1], properties["lat"]);
}

#[test]
fn text_without_places_gives_no_lines() {
    assert!(mentions("").is_empty() && mentions("\n \n").is_empty());
    assert_eq!(scan(&[], "").out, "");
}

#[test]
fn explain_says_why() {
    let table = scan(&["--explain"], "نزح السكان من محافظات حلب وإدلب").out;
    for said in ["why: ", "in:  Syria", "signs: any, "] {
        assert_eq!(table.matches(said).count(), 2, "{table}");
    }
    let line = scan(&["--explain", "--format", "jsonl"], "وصل إلى يريفان").out;
    let mention: Value = serde_json::from_str(&line).unwrap();
    assert!(mention["place"]["evidence"].is_string());
    assert!(
        mention["signs"]
            .as_array()
            .unwrap()
            .contains(&"behind from or to".into())
    );
    // Without it no key is added.
    assert!(mentions("وصل إلى يريفان")[0].get("signs").is_none());
}

#[test]
fn the_place_of_a_word_for_its_people_is_no_spelling() {
    let text = "وصلت الحافلة الأرمينية إلى يريفان. Russian officials met in Gyumri.";
    let jsonl = scan(&["--explain", "--format", "jsonl"], text);
    for line in jsonl.out.lines() {
        let mention: Value = serde_json::from_str(line).unwrap();
        let evidence = mention["place"]["evidence"].as_str().unwrap();
        let is_demonym = mention["kind"] == "demonym";
        let is_told = evidence.starts_with("a word for who or what is from there");
        assert_eq!(is_told, is_demonym, "{line}");
        assert_eq!(evidence.contains("spelling"), !is_demonym, "{line}");
    }
    let table = scan(&["--explain"], text).out;
    assert_eq!(table.matches("why: a word for who").count(), 2, "{table}");
}
