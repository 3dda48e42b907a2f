//! `/v1`: the contract of `docs/output.md` over HTTP.

use crate::schema::{assert_valid, of_api, of_output, whole_output};
use crate::server::{Server, encode};
use serde_json::{Value, json};
use std::process::Command;

/// What the command writes for the same question.
fn command(args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_toponym"));
    let output = command.args(args).env_remove("TOPONYM_INDEX").output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

#[test]
fn a_name_is_answered_as_the_command_answers_it() {
    let server = Server::start(&[]);
    let answer = server.get(&format!("/v1/resolve?q={}", encode("غيومرى")));
    assert_eq!(
        (answer.status, answer.kind.as_str()),
        (200, "application/json")
    );
    assert_eq!(
        answer.body,
        command(&["resolve", "--format", "jsonl", "غيومرى"])
    );
    assert_valid(&of_output("Answer"), &answer.json());

    let query = "q=Norashen&country=Armenia&class=P&near=40.9,44.1&limit=2&max_edits=0&lang=en&\
        explain&name_language=ar,hy";
    let answer = server.get(&format!("/v1/resolve?{query}"));
    let args = "resolve --format jsonl --country Armenia --class P --near 40.9,44.1 --limit 2 \
        --max-edits 0 --lang en --explain --name-language ar,hy Norashen";
    let args: Vec<&str> = args.split_whitespace().collect();
    assert_eq!(answer.body, command(&args));
    assert_valid(&of_output("Answer"), &answer.json());

    let inside = server.get("/v1/resolve?q=Goris&in=Syunik&format=csv");
    assert_eq!(
        inside.body,
        command(&["resolve", "--format", "csv", "--in", "Syunik", "Goris"])
    );

    let unknown = server.get("/v1/resolve?q=qqxxzzkk");
    assert_eq!(unknown.status, 200);
    assert_eq!(unknown.json()["status"], "unknown");
    assert_valid(&of_output("Answer"), &unknown.json());
}

#[test]
fn beginnings_are_completed() {
    let server = Server::start(&[]);
    let answer = server.get("/v1/complete?q=Gyumr");
    assert_eq!(answer.json()["candidates"][0]["id"], "gn:616635");
    assert_valid(&of_output("Answer"), &answer.json());
    assert_eq!(
        answer.body,
        server.get("/v1/resolve?q=Gyumr&prefix&limit=10").body
    );
    let armenian = server.get(&format!("/v1/complete?q={}&limit=1", encode("Գյու")));
    assert_eq!(armenian.json()["candidates"].as_array().unwrap().len(), 1);
}

#[test]
fn points_and_ids_are_answered() {
    let server = Server::start(&[]);
    let near = server.get("/v1/nearest?lat=39.8&lon=46.75&class=P&country=AZ&within_km=30&limit=3");
    assert_valid(&of_api(&server, "Nearest"), &near.json());
    let places = near.json()["places"].as_array().unwrap().clone();
    assert_eq!(places.len(), 3);
    let distances: Vec<f64> = places
        .iter()
        .map(|place| place["distance_km"].as_f64().unwrap())
        .collect();
    assert!(
        distances.is_sorted() && distances[2] <= 30.0,
        "{distances:?}"
    );

    let place = server.get("/v1/place/wd:Q199500");
    assert_eq!(place.json()["id"], "gn:616635");
    assert_eq!(
        place.body + "\n",
        command(&["index", "place", "--format", "jsonl", "gn:616635"])
    );
    assert_valid(
        &of_output("Place"),
        &server.get("/v1/place/gn:616635").json(),
    );
    server
        .get("/v1/place/gn:999999999")
        .assert_problem(404, "not-found");
    server
        .get("/v1/place/Gyumri")
        .assert_problem(400, "bad-parameter");
}

#[test]
fn texts_are_scanned_as_the_command_scans_them() {
    let server = Server::start(&[]);
    let text = "وصل الوفد ليريفان من مدينة شوشة، والتقى بالسفير الأرميني";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.txt");
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    for (query, option) in [
        ("", vec![]),
        (
            "explain&name_language=hy",
            vec!["--explain", "--name-language", "hy"],
        ),
        ("demonyms=false&unique", vec!["--no-demonyms", "--unique"]),
        (
            "country=AZ&in=Azerbaijan&posts",
            vec!["--country", "AZ", "--in", "Azerbaijan", "--posts"],
        ),
        (
            "lang=fa,hy&min_confidence=700",
            vec!["--lang", "fa", "--lang", "hy", "--min-confidence", "700"],
        ),
    ] {
        for format in ["jsonl", "json", "csv", "geojson"] {
            let mut args = vec!["scan", "--format", format];
            args.extend(option.iter().copied());
            args.push(file);
            let path = format!("/v1/scan?format={format}&{query}");
            let answer = server.post(&path, "text/plain; charset=utf-8", text.as_bytes());
            assert_eq!(answer.status, 200, "{answer:?}");
            assert_eq!(
                answer.body,
                command(&args).replace(file, "-"),
                "{query} {format}"
            );
        }
    }
    let answer = server.post(
        "/v1/scan?explain&name_language=hy",
        "text/plain",
        text.as_bytes(),
    );
    let mentions = answer.json().as_array().unwrap().clone();
    assert!(mentions.len() >= 3, "{mentions:#?}");
    let schema = of_output("Mention");
    mentions
        .iter()
        .for_each(|mention| assert_valid(&schema, mention));

    let json = json!({ "text": text }).to_string();
    let same = server.post(
        "/v1/scan?explain&name_language=hy",
        "application/json",
        json.as_bytes(),
    );
    assert_eq!(same.body, answer.body);
    let places = server.post(
        "/v1/scan?format=geojson&features=place",
        "text/plain",
        text.as_bytes(),
    );
    assert!(places.json()["features"][0]["properties"]["mentions"].is_array());
    assert_eq!(server.post("/v1/scan", "text/plain", b"").json(), json!([]));
}

#[test]
fn a_long_text_comes_back_whole() {
    let server = Server::start(&["--max-body", "4000000"]);
    // Dense, so that the answer is some hundred times the size of a chunk.
    let text = "Baku, Gyumri und Yerevan.\n".repeat(4000);
    let answer = server.post("/v1/scan?format=jsonl", "text/plain", text.as_bytes());
    let mut end = 0;
    let mut count = 0;
    for line in answer.body.lines() {
        let mention: Value = serde_json::from_str(line).unwrap();
        let start = usize::try_from(mention["start"].as_u64().unwrap()).unwrap();
        assert!(start >= end);
        end = usize::try_from(mention["end"].as_u64().unwrap()).unwrap();
        assert_eq!(&text[start..end], mention["text"].as_str().unwrap());
        count += 1;
    }
    assert_eq!(count, 3 * 4000);
}

#[test]
fn short_answers_come_back_whole_each_time() {
    let server = Server::start(&[]);
    for _ in 0..300 {
        let mentions = server.post("/v1/scan", "text/plain", b"Baku").json();
        assert_eq!(mentions[0]["text"], "Baku");
    }
}

#[test]
fn geojson_is_given_to_who_accepts_it() {
    let server = Server::start(&[]);
    let schema = of_api(&server, "FeatureCollection");
    let accept = [("accept", "application/geo+json, application/json;q=0.5")];
    for path in [
        "/v1/resolve?q=Gyumri",
        "/v1/complete?q=Gyum",
        "/v1/nearest?lat=40&lon=45",
        "/v1/place/gn:616635",
    ] {
        let answer = server.get_with(path, &accept);
        assert_eq!(answer.kind, "application/geo+json", "{path}");
        assert_valid(&schema, &answer.json());
        let point = answer.json()["features"][0]["geometry"]["coordinates"].clone();
        let (lon, lat) = (point[0].as_f64().unwrap(), point[1].as_f64().unwrap());
        assert!(
            (38.0..42.0).contains(&lat) && (42.0..47.0).contains(&lon),
            "{path}: {point}"
        );
        let picture = server.get_with(path, &[("accept", "image/png")]);
        picture.assert_problem(406, "not-acceptable");
    }
    let csv = server.get_with("/v1/nearest?lat=40&lon=45", &[("accept", "text/csv")]);
    csv.assert_problem(406, "not-acceptable");
}

#[test]
fn what_is_wrong_with_a_question_is_said() {
    let server = Server::start(&[]);
    let schema = of_api(&server, "Problem");
    for (path, code, part) in [
        ("/v1/resolve", "missing-parameter", "q"),
        ("/v1/resolve?q=a&q=b", "bad-parameter", "more than once"),
        ("/v1/resolve?name=Baku", "unknown-parameter", "\"name\""),
        (
            "/v1/resolve?q=Baku&limit=0",
            "bad-parameter",
            "from 1 to 100",
        ),
        (
            "/v1/resolve?q=Baku&limit=101",
            "bad-parameter",
            "from 1 to 100",
        ),
        (
            "/v1/resolve?q=Baku&country=Nowhereland",
            "bad-parameter",
            "Nowhereland",
        ),
        (
            "/v1/resolve?q=Baku&in=Nowhereland",
            "bad-parameter",
            "Nowhereland",
        ),
        ("/v1/resolve?q=Baku&class=Q", "bad-parameter", "class"),
        ("/v1/resolve?q=Baku&near=91,0", "bad-parameter", "near"),
        (
            "/v1/resolve?q=Baku&explain=maybe",
            "bad-parameter",
            "explain",
        ),
        (
            "/v1/resolve?q=Baku&format=table",
            "bad-parameter",
            "geojson",
        ),
        ("/v1/nearest?lat=40", "missing-parameter", "lon"),
        (
            "/v1/nearest?lat=999&lon=0",
            "bad-parameter",
            "from -90 to 90",
        ),
        (
            "/v1/nearest?lat=NaN&lon=0",
            "bad-parameter",
            "from -90 to 90",
        ),
        (
            "/v1/nearest?lat=1&lon=0&within_km=-1",
            "bad-parameter",
            "within_km",
        ),
    ] {
        let answer = server.get(path);
        answer.assert_problem(400, code);
        assert_valid(&schema, &answer.json());
        let detail = answer.json()["detail"].to_string();
        assert!(
            detail.contains(&part.replace('"', "\\\"")),
            "{path}: {detail}"
        );
    }
    let post = |path, kind| server.post(path, kind, b"Baku");
    post("/v1/scan?features=place", "text/plain").assert_problem(400, "bad-parameter");
    post("/v1/scan?min_confidence=1001", "text/plain").assert_problem(400, "bad-parameter");
    post("/v1/scan", "application/pdf").assert_problem(415, "media-type");
    post("/v1/scan", "text/plain; charset=windows-1256").assert_problem(415, "media-type");
    post("/v1/scan", "application/json").assert_problem(400, "bad-json");
    post("/v1/resolve?q=Baku", "text/plain").assert_problem(405, "wrong-method");
    server.get("/v2/resolve").assert_problem(404, "not-found");
}

/// A short text does not tell its language: it may be told.
#[test]
fn the_language_of_a_text_may_be_told() {
    let server = Server::start(&[]);
    let text = "به تارتار رفت";
    let found = |query: &str| {
        let answer = server.post(&format!("/v1/scan{query}"), "text/plain", text.as_bytes());
        answer.json().as_array().unwrap().len()
    };
    assert_eq!(found("?lang=fa"), 1);
    assert_eq!(found("?lang=fa&lang=hy"), 1);
    assert_eq!(found("?lang=fa,hy"), 1);
    assert_eq!(found("?lang=hy"), found(""));
}

#[test]
fn what_the_command_writes_is_what_the_schema_says() {
    let story = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/story.txt");
    let names = "Gyumri qqxxzzkk Norashen شوشه غيومرى Tərtər";
    let explained = ["--explain", "--name-language", "ar,hy"];
    let mut lines = 0;
    for details in [&explained[..], &[]] {
        let scan = [&["scan", "--format", "jsonl"], details, &[story]].concat();
        let names: Vec<&str> = names.split(' ').collect();
        let resolve = [&["resolve", "--format", "jsonl"], details, &names].concat();
        let place = vec![
            "index",
            "place",
            "--format",
            "jsonl",
            "gn:616635",
            "gn:146970",
        ];
        for (shape, args) in [("Mention", scan), ("Answer", resolve), ("Place", place)] {
            let schema = of_output(shape);
            for line in command(&args).lines() {
                let line = serde_json::from_str(line).unwrap();
                assert_valid(&schema, &line);
                assert_valid(&whole_output(), &line);
                lines += 1;
            }
        }
    }
    assert!(lines > 30, "{lines}");
    for wrong in [
        json!({}),
        json!([]),
        json!({"query": "Baku", "status": "found", "candidates": []}),
    ] {
        assert!(!whole_output().is_valid(&wrong), "{wrong}");
    }
}
