//! `map`: the data in the page, and the pictures.

use crate::program::{Run, run};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use toponym::Resolver;
use toponym_cli::Console;
use toponym_cli::map::{MapOptions, PlaceMap};

const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/articles");

/// A text in three scripts, with a letter outside of the first plane of Unicode, and a place that stands
/// where its neighbor is.
const NOTE: &str = "🏔 From Gyumri to ستيباناكيرت. They came by Shirak Airport.\n\
                    Երևանում էր։ The bus went north of Gyumri.\n";

fn map(args: &[&str], input: &str) -> Run {
    run("toponym map", args, input.as_bytes())
}

/// The page of a text.
fn page(args: &[&str], input: &str) -> String {
    let run = map(args, input);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    run.out
}

/// What stands between two marks.
fn between<'p>(page: &'p str, start: &str, end: &str) -> Vec<&'p str> {
    let parts = page.split(start).skip(1);
    parts.map(|part| part.split(end).next().unwrap()).collect()
}

/// The data of a page.
fn data(page: &str) -> Value {
    let block = between(
        page,
        "<script type=\"application/json\" id=\"data\">",
        "</script>",
    );
    assert_eq!(block.len(), 1);
    serde_json::from_str(block[0]).unwrap()
}

fn place<'d>(data: &'d Value, id: &str) -> &'d Value {
    let mut places = data["places"].as_array().unwrap().iter();
    places
        .find(|place| place["id"] == id)
        .unwrap_or_else(|| panic!("no {id}"))
}

/// A stretch of a text in UTF-16 code units.
fn units(text: &str, start: &Value, end: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let [start, end] = [start, end].map(|offset| offset.as_u64().unwrap() as usize);
    String::from_utf16(&units[start..end]).unwrap()
}

#[test]
fn the_page_holds_places_texts_and_mentions() {
    let data = data(&page(&["--title", "A note", "--name-language", "hy"], NOTE));
    assert_eq!(
        (&data["title"], &data["language"]),
        (&"A note".into(), &"hy".into())
    );
    assert_eq!(data["texts"][0]["name"], "-");
    assert_eq!(data["texts"][0]["text"], NOTE);

    let gyumri = place(&data, "gn:616635");
    assert_eq!(gyumri["country"], "AM");
    let known = Resolver::embedded();
    let point = known
        .place(&"gn:616635".parse().unwrap())
        .unwrap()
        .coordinates();
    assert_eq!(gyumri["lat"], point.latitude());
    assert_eq!(gyumri["lon"], point.longitude());
    let names = gyumri["names"].as_array().unwrap();
    for name in [["hy", "Գյումրի"], ["ar", "غيومري"], ["en", "Gyumri"]] {
        assert!(names.contains(&serde_json::json!(name)), "{name:?}");
    }
    let wikidata = gyumri["same_as"].as_array().unwrap().iter();
    assert!(
        wikidata
            .filter_map(Value::as_str)
            .any(|id| id.starts_with("wd:Q"))
    );

    let mentions = data["mentions"].as_array().unwrap();
    let told: Vec<String> = mentions
        .iter()
        .map(|mention| units(NOTE, &mention["start"], &mention["end"]))
        .collect();
    for text in ["Gyumri", "ستيباناكيرت", "Shirak Airport", "Երևան"] {
        assert!(told.iter().any(|told| told == text), "{text}: {told:?}");
    }
    let sentence = &mentions[0]["sentence"];
    assert_eq!(
        units(NOTE, &sentence[0], &sentence[1]),
        "🏔 From Gyumri to ستيباناكيرت."
    );
}

#[test]
fn what_is_not_certain_is_told() {
    let note = data(&page(&[], NOTE));
    let shirak = place(&note, "local:shirak-airport");
    assert_eq!(shirak["certainty"], "approximate");
    assert!(shirak["accuracy_km"].as_f64().unwrap() > 0.0);
    assert_eq!(place(&note, "gn:616635")["certainty"], "sure");
    for mention in note["mentions"].as_array().unwrap() {
        assert_eq!(mention["status"], "resolved");
        assert!(mention.get("rivals").is_none(), "{mention}");
    }

    let either = data(&page(&[], "They met in Martuni."));
    assert_eq!(either["places"][0]["certainty"], "ambiguous");
    let mention = &either["mentions"][0];
    assert_eq!(mention["status"], "ambiguous");
    let rival = mention["rivals"][0].as_u64().unwrap() as usize;
    let rival = &either["others"][rival];
    assert_ne!(rival["id"], either["places"][0]["id"]);
    assert!(
        rival["name"].as_str().unwrap().starts_with("Martuni"),
        "{rival}"
    );
}

#[test]
fn words_for_people_are_told_from_places() {
    let data = data(&page(&[], "وصلت الحافلة الأرمينية إلى يريفان."));
    let mentions = data["mentions"].as_array().unwrap();
    assert_eq!(mentions.len(), 2);
    assert_eq!(mentions[0]["demonym"], true);
    assert!(mentions[1].get("demonym").is_none());
}

#[test]
fn it_selects_what_scan_selects() {
    for options in [
        &[][..],
        &["--no-demonyms", "--unique"],
        &["--in", "Armenia"],
        &["--country", "AM", "--min-confidence", "900"],
    ] {
        let scanned = run(
            "toponym scan",
            &[&["--format", "jsonl", ARTICLES], options].concat(),
            b"",
        );
        let scanned: Vec<Value> = scanned
            .out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let drawn = data(&page(&[&[ARTICLES], options].concat(), ""));
        let mentions = drawn["mentions"].as_array().unwrap();
        assert_eq!(mentions.len(), scanned.len(), "{options:?}");
        for (mention, line) in mentions.iter().zip(&scanned) {
            let text = &drawn["texts"][mention["text"].as_u64().unwrap() as usize];
            assert_eq!(text["name"], line["file"]);
            let told = units(
                text["text"].as_str().unwrap(),
                &mention["start"],
                &mention["end"],
            );
            assert_eq!(line["text"], told);
            let id = mention["place"]
                .as_u64()
                .map(|place| &drawn["places"][place as usize]["id"]);
            assert_eq!(id.unwrap_or(&Value::Null), &line["place"]["id"]);
        }
    }
}

#[test]
fn the_policy_allows_what_is_in_the_page_and_nothing_else() {
    let page = page(&[], NOTE);
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"")[0];
    for rule in [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        assert!(policy.contains(rule), "{policy}");
    }
    assert!(
        !policy.contains("unsafe") && !policy.contains("http"),
        "{policy}"
    );
    let programs = between(&page, "<script>", "</script>");
    let styles = between(&page, "<style>", "</style>");
    assert_eq!((programs.len(), styles.len()), (4, 1));
    for inlined in programs.iter().chain(&styles) {
        let hash = STANDARD.encode(Sha256::digest(inlined.as_bytes()));
        assert!(
            policy.contains(&format!("'sha256-{hash}'")),
            "{}",
            &inlined[..80]
        );
    }
    assert_eq!(policy.matches("sha256-").count(), 5);
    // Nothing that a browser would load.
    let data = page.find("<script type=\"application/json\"").unwrap();
    let document = page[..data].replace(styles[0], "");
    for loads in ["src=", "<link", "<img", "<iframe", "http-equiv=\"refresh"] {
        assert!(!document.contains(loads), "{loads}");
    }
    for license in ["Volodymyr Agafonkin", "David Leaver", "Michael Bostock"] {
        assert!(page.contains(license), "{license}");
    }
    assert!(page.contains("licensed under CC BY 4.0"));
}

#[test]
fn nothing_in_a_text_or_a_title_ends_its_place() {
    let evil = "Gyumri </script><script>alert(1)</script> <!-- \u{2028} \"'&lt;\n";
    let written = page(&["--title", "</title><b>\"'&{attribution}"], evil);
    assert_eq!(data(&written)["texts"][0]["text"], evil);
    assert!(!written.contains("alert(1)</script>"));
    let title = "&lt;/title&gt;&lt;b&gt;&quot;&#39;&amp;{attribution}";
    assert_eq!(between(&written, "<title>", "</title>"), [title]);
    assert!(written.contains(&format!("<h1 dir=\"auto\">{title}</h1>")));
}

#[test]
fn what_no_gazetteer_holds_is_in_the_text_only() {
    // A street, which the built-in gazetteer does not hold.
    let text = "أغلق شارع السنديان في بيروت";
    let data = data(&page(&[], text));
    let mentions = data["mentions"].as_array().unwrap();
    let unlisted = mentions.iter().filter(|mention| mention["place"].is_null());
    assert_eq!(unlisted.count(), 1, "{mentions:?}");
    assert_eq!(data["places"].as_array().unwrap().len(), 1);
}

#[test]
fn the_name_of_the_output_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| format!("{}/{name}", folder.path().display());
    for (name, starts) in [
        ("map.html", &b"<!DOCTYPE html>"[..]),
        ("map.HTM", b"<!DOCTYPE html>"),
        ("map", b"<!DOCTYPE html>"),
        ("map.svg", b"<svg "),
    ] {
        page(&["-o", &path(name)], NOTE);
        let written = std::fs::read(path(name)).unwrap();
        assert!(written.starts_with(starts), "{name}");
    }
    page(&["--format", "svg", "-o", &path("other.html")], NOTE);
    assert!(
        std::fs::read(path("other.html"))
            .unwrap()
            .starts_with(b"<svg ")
    );
    let bad = map(&["-o", &path("map.gif")], NOTE);
    assert_eq!(bad.status, 2);
    assert!(
        bad.err.contains(".gif") && bad.err.contains(".svg"),
        "{}",
        bad.err
    );
    assert!(!std::fs::exists(path("map.gif")).unwrap());
}

#[test]
fn a_terminal_gets_no_map() {
    for (format, terminal, status) in [("html", true, 2), ("svg", true, 2), ("html", false, 0)] {
        let (mut input, mut output, mut messages) = (NOTE.as_bytes(), Vec::new(), Vec::new());
        let mut console = Console::new(&mut input, &mut output, &mut messages);
        console.terminal = terminal;
        let args = ["toponym", "map", "--format", format];
        assert_eq!(toponym_cli::run(args, &mut console), status);
        assert_eq!(output.is_empty(), terminal);
        let said = String::from_utf8(messages).unwrap();
        assert_eq!(said.contains("-o map.html"), terminal, "{said}");
    }
}

#[cfg(feature = "png")]
#[test]
fn a_png_has_the_width_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = format!("{}/map.png", folder.path().display());
    let run = map(&["--width", "640", "-o", &path], NOTE);
    match run.status {
        0 => {
            let png = std::fs::read(&path).unwrap();
            assert!(png.starts_with(b"\x89PNG\r\n"));
            assert_eq!(png[16..20], 640_u32.to_be_bytes());
        }
        // On a system without fonts names could not be read.
        _ => assert!(run.err.contains("fonts"), "{}", run.err),
    }
}

#[test]
fn the_picture_has_marks_names_a_legend_and_the_sources() {
    let svg = page(
        &[
            "--format",
            "svg",
            "--name-language",
            "ar",
            "--title",
            "<&>\u{1}",
        ],
        NOTE,
    );
    let mut reader = quick_xml::Reader::from_str(&svg);
    loop {
        match reader.read_event().expect("it is well-formed") {
            quick_xml::events::Event::Eof => break,
            _ => continue,
        }
    }
    assert!(svg.contains("<title>&lt;&amp;&gt;\u{FFFD}</title>"));
    for text in [
        ">غيومري<",
        ">يريفان<",
        "located by a neighbor",
        "limit of a claimed or breakaway area",
        "GeoNames",
        "Natural Earth",
    ] {
        assert!(svg.contains(text), "{text}");
    }
    assert!(!svg.contains("others have this name"));
    for layer in ["land", "lakes", "borders", "claims"] {
        assert!(svg.contains(&format!("<path class=\"{layer}\"")), "{layer}");
    }
    assert!(svg.len() < 200_000, "{}", svg.len());
}

/// A country that the picture is about is named, whatever stands at its point, and only once.
#[test]
fn pictures_name_the_countries_that_they_are_about() {
    let picture =
        |text: &str, language: &str| page(&["--format", "svg", "--name-language", language], text);
    let countries = |svg: &str| -> Vec<String> {
        let named = svg.split("<text class=\"country halo\"").skip(1);
        let text = |rest: &str| rest.split(['>', '<']).nth(1).unwrap().to_owned();
        named.map(text).collect()
    };
    for (text, language, expected) in [
        ("They went from Gyumri to Vanadzor.", "en", "Armenia"),
        ("They met in Spitak.", "hy", "Հայաստան"),
        (
            "They went from Tripoli to Beirut and Tyre in Lebanon.",
            "en",
            "Lebanon",
        ),
        ("They went from Ganja to Sheki.", "ar", "أذربيجان"),
    ] {
        let svg = picture(text, language);
        let is_place = svg.contains(&format!("text-anchor=\"middle\">{expected}<"));
        assert!(is_place, "{text}: {:?}", countries(&svg));
        let all = svg.matches(&format!(">{expected}</text>")).count();
        assert_eq!(all, 1, "{text}");
    }
    // And so are those that it is about where the whole world is drawn.
    let wide = countries(&picture(
        "They flew from Tbilisi to Washington and Paris.",
        "en",
    ));
    assert!(wide.iter().any(|name| name == "United States"), "{wide:?}");
}

#[test]
fn nothing_found_is_an_empty_map_and_said() {
    for format in ["html", "svg"] {
        let run = map(&["--format", format], "Nothing to see.");
        assert_eq!(run.status, 0);
        assert!(run.err.contains("no place"), "{}", run.err);
        assert!(run.out.contains("Natural Earth"));
    }
}

#[test]
fn files_that_cannot_be_read_are_said_and_the_others_drawn() {
    let run = map(&["no/such/file.txt", ARTICLES], "");
    assert_eq!(run.status, 2);
    assert!(run.err.contains("no/such/file.txt"), "{}", run.err);
    assert_eq!(data(&run.out)["texts"].as_array().unwrap().len(), 6);
}

#[test]
fn the_library_draws_places_without_texts_and_always_the_same() {
    let resolver = Resolver::embedded();
    let found = resolver.resolve("Gyumri");
    let mut map = PlaceMap::new();
    for candidate in found.candidates() {
        map.add_place(candidate.place());
        map.add_place(candidate.place());
    }
    assert_eq!(map.place_count(), found.candidates().len());
    let options = MapOptions::default();
    assert_eq!(map.to_html(&options), map.to_html(&options));
    let data = data(&map.to_html(&options));
    assert_eq!(data["texts"], Value::Array(Vec::new()));
    assert_eq!(place(&data, "gn:616635")["certainty"], "sure");
    for width in [0, 400, u32::MAX] {
        let options = MapOptions {
            width,
            ..MapOptions::default()
        };
        assert!(map.to_svg(&options).contains("Gyumri"));
    }
}
