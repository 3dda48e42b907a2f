//! What is wrong with a question is said with the parameter or field that is meant, what was given, and what is expected.

use crate::server::Server;

#[test]
fn parameters_of_names_and_points() {
    let server = Server::start(&[]);
    let whole = "expected a whole number from 1 to 100";
    let long = "9".repeat(400);
    let shown = format!("\"{}\"..", &long[..80]);
    for (path, query, name, value, cure) in [
        ("resolve", "q=a&limit=-1", "limit", "\"-1\"", whole),
        ("resolve", "q=a&limit=abc", "limit", "\"abc\"", whole),
        ("resolve", "q=a&limit=2.5", "limit", "\"2.5\"", whole),
        ("complete", "q=a&limit=٥", "limit", "\"٥\"", whole),
        (
            "resolve",
            &format!("q=a&limit={long}"),
            "limit",
            &shown,
            whole,
        ),
        (
            "resolve",
            "q=a&max_edits=-1",
            "max_edits",
            "\"-1\"",
            "0, 1 or 2",
        ),
        ("resolve", "q=a&class=Q", "class", "\"Q\"", "A H L P"),
        ("resolve", "q=a&lang=@", "lang", "\"@\"", "such as"),
        (
            "resolve",
            "q=a&near=abc",
            "near",
            "\"abc\"",
            "such as 40.18",
        ),
        (
            "resolve",
            "q=a&explain=si",
            "explain",
            "\"si\"",
            "true or false",
        ),
        (
            "nearest",
            "lat=abc&lon=1",
            "lat",
            "\"abc\"",
            "from -90 to 90",
        ),
        (
            "nearest",
            "lat=1&lon=181",
            "lon",
            "\"181\"",
            "from -180 to 180",
        ),
        (
            "nearest",
            "lat=1&lon=1&within_km=-2",
            "within_km",
            "\"-2\"",
            "kilometers",
        ),
        ("nearest", "lat=1&lon=1&limit=-1", "limit", "\"-1\"", whole),
        ("nearest", "lat=&lon=1", "lat", "missing", "add lat="),
    ] {
        let query = query.replace('٥', "%D9%A5").replace('@', "%40");
        let answer = server.get(&format!("/v1/{path}?{query}"));
        assert_eq!(answer.status, 400, "{query}");
        let detail = answer.detail();
        assert!(detail.starts_with(name), "{query}: {detail}");
        assert!(detail.contains(value), "{query}: {detail}");
        assert!(detail.contains(cure), "{query}: {detail}");
    }
}

#[test]
fn parameters_of_texts() {
    let server = Server::start(&[]);
    for (query, name, value) in [
        (
            "min_confidence=abc",
            "min_confidence",
            "\"abc\": expected a whole number from 0 to 1000",
        ),
        ("min_confidence=1001", "min_confidence", "\"1001\""),
        (
            "features=town",
            "features",
            "\"town\": expected mention or place",
        ),
        ("lang=ar,@", "lang", "\"@\""),
        ("unique=2", "unique", "\"2\": expected true or false"),
    ] {
        let path = format!("/v1/scan?{}", query.replace('@', "%40"));
        let answer = server.post(&path, "text/plain", b"Baku");
        answer.assert_problem(400, "bad-parameter");
        let detail = answer.detail();
        assert!(
            detail.starts_with(name) && detail.contains(value),
            "{detail}"
        );
    }
}

#[test]
fn json_of_a_text() {
    let server = Server::start(&[]);
    for (json, parts) in [
        (r#"{"text": 5}"#, ["text", "5", "expected a string"]),
        (
            r#"{"text": ["Baku"]}"#,
            ["text", "[\"Baku\"]", "expected a string"],
        ),
        (r#"{"text": null}"#, ["text", "null", "expected a string"]),
        (
            r#""Baku""#,
            ["the body", "\"Baku\"", "object with the key \"text\""],
        ),
        (r#"{"txt": "Baku"}"#, ["txt", "Baku", "`text`"]),
        ("{}", ["the body", "missing", "`text`"]),
        ("Baku", ["the body", "no JSON", "line 1"]),
        (r#"{"text": "a"} {}"#, ["the body", "no JSON", "line 1"]),
    ] {
        let answer = server.post("/v1/scan", "application/json", json.as_bytes());
        answer.assert_problem(400, "bad-json");
        let detail = answer.detail();
        for part in parts {
            assert!(detail.contains(part), "{json}: {detail}");
        }
    }
}

#[test]
fn json_of_reconciliation() {
    let server = Server::start(&[]);
    for (field, json, parts) in [
        (
            "queries",
            r#"{"q0":{"query":"Baku","limit":-1}}"#,
            ["q0.limit", "-1", "whole number"],
        ),
        (
            "queries",
            r#"{"q0":{"query":"Baku","limit":"x"}}"#,
            ["q0.limit", "\"x\"", "number"],
        ),
        (
            "queries",
            r#"{"q0":{"query":5}}"#,
            ["q0.query", "5", "string"],
        ),
        (
            "queries",
            r#"{"q0":{"query":"Baku","type":5}}"#,
            ["q0.type", "5", "expected a text"],
        ),
        (
            "queries",
            r#"{"q0":{"query":"Baku","type_strict":"no"}}"#,
            ["q0.type_strict", "\"no\"", "`any`"],
        ),
        (
            "queries",
            r#"{"q0":"Baku"}"#,
            ["q0", "\"Baku\"", "\"query\""],
        ),
        (
            "queries",
            r#"["Baku"]"#,
            ["queries", "[\"Baku\"]", "expected a map"],
        ),
        (
            "queries",
            r#"{"q0":{"query":"a","properties":[{"pid":"unit","v":{"a":1}}]}}"#,
            ["properties[0].v", "{\"a\":1}", "expected a text"],
        ),
        (
            "queries",
            r#"{"q0":{"query":"a","type":["P",{"a":1}]}}"#,
            ["q0.type[1]", "{\"a\":1}", "expected a string"],
        ),
        (
            "queries",
            r#"{"q0":{"query":"a","properties":[{"pid":"unit","v":["a",["b"]]}]}}"#,
            ["properties[0].v[1]", "[\"b\"]", "expected a text"],
        ),
        (
            "extend",
            r#"{"ids":["gn:616635"]}"#,
            ["extend", "missing", "`properties`"],
        ),
        (
            "extend",
            r#"{"ids":[],"properties":[{"id":"lat","settings":{"limit":[1]}}]}"#,
            ["properties[0].settings.limit", "[1]", "whole number"],
        ),
        (
            "extend",
            r#"{"ids":"gn:616635","properties":[]}"#,
            ["ids", "\"gn:616635\"", "a sequence"],
        ),
        (
            "extend",
            r#"{"ids":[],"properties":[{"id":"lat","settings":{"limit":"x"}}]}"#,
            ["properties[0].settings.limit", "\"x\"", "whole number"],
        ),
        (
            "extend",
            r#"{"ids":[],"properties":[{"id":"lat","settings":{"limit":-1}}]}"#,
            ["properties[0].settings.limit", "-1", "whole number"],
        ),
    ] {
        let answer = server.post_form(field, json);
        assert_eq!(answer.status, 400, "{json}");
        let detail = answer.detail();
        assert!(detail.starts_with(field), "{detail}");
        for part in parts {
            assert!(detail.contains(part), "{json}: {detail}");
        }
    }
}

#[test]
fn parameters_of_reconciliation() {
    let server = Server::start(&[]);
    for (path, value) in [
        ("/reconcile/properties?limit=abc", "limit: \"abc\""),
        (
            "/reconcile/suggest/entity?prefix=a&cursor=-1",
            "cursor: \"-1\"",
        ),
        ("/reconcile?callback=a-b", "callback: \"a-b\""),
    ] {
        let answer = server.get(path);
        answer.assert_problem(400, "bad-parameter");
        let detail = answer.detail();
        assert!(detail.starts_with(value), "{detail}");
    }
}
