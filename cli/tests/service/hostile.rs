//! Requests that nobody means well: each is refused or answered, and the service goes on.

use crate::server::{Server, encode};
use serde_json::{Value, json};
use std::io::{Read, Write};

/// The service still answers.
#[track_caller]
fn assert_alive(server: &Server) {
    let answer = server.get("/v1/resolve?q=Gyumri&limit=1");
    assert_eq!(answer.json()["candidates"][0]["id"], "gn:616635");
    let metrics = server.get("/metrics").body;
    assert!(!metrics.contains("status=\"500\""), "{metrics}");
}

#[test]
fn large_bodies_are_refused_before_they_are_held() {
    let server = Server::start(&["--max-body", "1000"]);
    let huge = "a".repeat(50_000_000);
    for path in ["/v1/scan", "/reconcile"] {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n\r\n",
            huge.len()
        );
        let answer = server.raw(&[head.as_bytes(), huge.as_bytes()].concat());
        // The connection may be gone before the answer is read.
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 413"),
            "{answer}"
        );
    }
    let just = server.post("/v1/scan", "text/plain", "a".repeat(1000).as_bytes());
    assert_eq!(just.status, 200);
    let more = server.post("/v1/scan", "text/plain", "a".repeat(1001).as_bytes());
    more.assert_problem(413, "body-too-large");
    // Of a length that is not told.
    let chunk = format!("3e8\r\n{}\r\n", "a".repeat(1000));
    let head = "POST /v1/scan HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    let answer = server.raw(format!("{head}{}0\r\n\r\n", chunk.repeat(100)).as_bytes());
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert_alive(&server);
}

#[test]
fn no_more_mentions_are_held_than_a_request_may_have_held() {
    let server = Server::start(&["--timeout", "600"]);
    let most = 100_000;
    let ask = |features: &str, count: usize| {
        let path = format!("/v1/scan?format=geojson&features={features}");
        server.post(&path, "text/plain", "UK ".repeat(count).as_bytes())
    };
    let more = ask("place", most + 1);
    more.assert_problem(413, "too-many-mentions");
    assert!(more.detail().contains("features=mention"), "{more:?}");
    let features = ask("mention", most + 1).json()["features"].take();
    assert_eq!(features.as_array().unwrap().len(), most + 1);
    let features = ask("place", most).json()["features"].take();
    assert_eq!(features.as_array().unwrap().len(), 1);
    assert_eq!(features[0]["properties"]["count"], most);
    let last = &features[0]["properties"]["mentions"][most - 1];
    assert_eq!(
        (&last["start"], &last["text"]),
        (&json!(3 * (most - 1)), &json!("UK"))
    );
    assert_alive(&server);
}

#[test]
fn deep_json_is_refused() {
    let server = Server::start(&[]);
    let deep = "[".repeat(200_000);
    let objects = r#"{"q0":"#.repeat(30_000);
    for text in [&deep, &objects] {
        server
            .post_form("queries", text)
            .assert_problem(400, "bad-json");
        server
            .post_form("extend", text)
            .assert_problem(400, "bad-json");
        let answer = server.post("/v1/scan", "application/json", text.as_bytes());
        answer.assert_problem(400, "bad-json");
    }
    let nested = format!(r#"{{"q0":{{"query":"a","properties":[{{"pid":"unit","v":{deep}"#);
    server
        .post_form("queries", &nested)
        .assert_problem(400, "bad-json");
    assert_alive(&server);
}

#[test]
fn what_is_not_utf8_is_refused() {
    let server = Server::start(&[]);
    for bad in ["%FF", "%C3%28", "%ED%A0%80", "a%F0%9F"] {
        server
            .get(&format!("/v1/resolve?q={bad}"))
            .assert_problem(400, "not-utf-8");
        server
            .get(&format!("/reconcile?queries={bad}"))
            .assert_problem(400, "not-utf-8");
    }
    let body = server.post("/v1/scan", "text/plain", b"Baku \xFF\xFE");
    body.assert_problem(400, "not-utf-8");
    assert!(body.json()["detail"].as_str().unwrap().contains("byte 5"));
    for path in ["/v1/place", "/place", "/assets", "/reconcile/flyout"] {
        let answer = server.get(&format!("{path}/%FF?id=1"));
        answer.assert_problem(400, "not-utf-8");
    }
    assert_alive(&server);
}

#[test]
fn a_thousand_queries_are_too_many_and_a_few_hundred_are_not() {
    let server = Server::start(&[]);
    let batch = |count: usize| {
        let queries = (0..count).map(|number| (format!("q{number}"), json!({ "query": "Xqrwzk" })));
        Value::Object(queries.collect()).to_string()
    };
    server
        .post_form("queries", &batch(1000))
        .assert_problem(413, "batch-too-large");
    let answer = server.post_form("queries", &batch(256)).json();
    assert_eq!(answer.as_object().unwrap().len(), 256);
    let values: Vec<Value> = (0..1000).map(|_| json!("Shirak")).collect();
    let many = json!({ "q0": { "query": "a", "properties": [{ "pid": "unit", "v": values }] } });
    server
        .post_form("queries", &many.to_string())
        .assert_problem(400, "bad-query");
    assert_alive(&server);
}

#[test]
fn lists_of_a_question_are_bounded() {
    let server = Server::start(&[]);
    let ask = |question: Value| {
        let queries = json!({ "q0": { "query": "Gyumri" }, "q1": question });
        server.post_form("queries", &queries.to_string())
    };
    let types = |count: usize| json!({ "query": "Gyumri", "type": vec!["P"; count] });
    assert_eq!(ask(types(32)).json()["q1"]["result"][0]["id"], "gn:616635");
    let property = json!({ "pid": "country", "v": [] });
    let properties = |count: usize| {
        let all = vec![property.clone(); count];
        json!({ "query": "Gyumri", "properties": all })
    };
    assert_eq!(ask(properties(100)).status, 200);
    for (question, why) in [
        (types(33), "33 types; at most 32 are read"),
        (types(50_000), "50000 types; at most 32 are read"),
        (properties(101), "101 properties; at most 100 are read"),
    ] {
        let answer = ask(question);
        answer.assert_problem(400, "bad-query");
        assert_eq!(answer.detail(), format!("queries: \"q1\" has {why}"));
    }
    let extend = json!({ "ids": vec!["1"; 50_000], "properties": [] });
    let answer = server.post_form("extend", &extend.to_string());
    answer.assert_problem(413, "batch-too-large");
    assert!(answer.detail().contains("50000 ids"), "{answer:?}");
    let kind = "application/x-www-form-urlencoded";
    let form = server.post("/reconcile", kind, "a&".repeat(100_000).as_bytes());
    form.assert_problem(400, "bad-parameter");
    assert!(form.detail().contains("1024 parameters"), "{form:?}");
    assert_alive(&server);
}

#[test]
fn strange_letters_are_letters() {
    let server = Server::start(&[]);
    for name in [
        "\0",
        "Gyumri\0",
        "\u{202E}irmuyG\u{202C}",
        "\u{2066}\u{2067}\u{2068}",
        "\u{FEFF}Gyumri",
        "\u{FFFF}\u{10FFFF}",
        "ﷺﷺﷺ",
        "a\u{301}\u{301}\u{301}\u{301}",
        "<script>alert(1)</script>",
        "'; DROP TABLE places; --",
        "../../etc/passwd",
        "%00",
        "\r\nSet-Cookie: a=b",
    ] {
        let encoded = encode(name);
        for path in [
            "/v1/resolve?q=",
            "/v1/complete?q=",
            "/reconcile/suggest/entity?prefix=",
        ] {
            let answer = server.get(&format!("{path}{encoded}"));
            assert_eq!(answer.status, 200, "{name:?}: {answer:?}");
            answer.json();
        }
        assert_eq!(
            server.get(&format!("/v1/resolve?q={encoded}")).json()["query"],
            name
        );
        let text = format!("{name} {name} Gyumri {name}");
        let scanned = server.post("/v1/scan", "text/plain", text.as_bytes());
        assert_eq!(scanned.status, 200, "{name:?}");
        scanned.json();
        let query =
            json!({ "q0": { "query": name, "properties": [{ "pid": "unit", "v": name }] } });
        server.post_form("queries", &query.to_string()).json();
        let place = server.get(&format!("/place/{encoded}"));
        assert!((400..500).contains(&place.status), "{name:?}: {place:?}");
        // Nothing that a browser runs.
        assert_eq!(place.kind, "application/problem+json", "{place:?}");
    }
    assert_alive(&server);
}

#[test]
fn long_names_and_queries_are_refused() {
    let server = Server::start(&[]);
    let name = |length| format!("/v1/resolve?q={}", "a".repeat(length));
    assert_eq!(server.get(&name(512)).status, 200);
    server.get(&name(513)).assert_problem(400, "name-too-long");
    server
        .get(&name(40_000))
        .assert_problem(414, "query-too-long");
    let head = format!(
        "GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n",
        "a".repeat(200_000)
    );
    let answer = server.raw(head.as_bytes());
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 431"),
        "{answer}"
    );
    let many = "country=AM&".repeat(2000);
    let answer = server.get(&format!("/v1/resolve?q=Gyumri&{many}"));
    answer.assert_problem(400, "bad-parameter");
    assert_alive(&server);
}

#[test]
fn what_is_no_http_ends_its_connection_only() {
    let server = Server::start(&["--timeout", "2"]);
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"\0\0\0\0\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\r\n",
        b"POST /v1/scan HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/scan HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"POST /v1/scan HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        let answer = server.raw(bytes);
        let is_refused = answer.is_empty() || answer.starts_with("HTTP/1.1 4");
        assert!(is_refused, "{bytes:?}: {answer}");
    }
    assert_alive(&server);
}

#[test]
fn who_sends_slowly_is_given_up() {
    let server = Server::start(&["--timeout", "1"]);
    // A head that never ends.
    let mut head = server.connect();
    head.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n").unwrap();
    let mut answer = String::new();
    let _ = head.read_to_string(&mut answer);
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 408"),
        "{answer}"
    );
    // A body that never ends.
    let mut body = server.connect();
    body.write_all(b"POST /v1/scan HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nBa")
        .unwrap();
    let mut answer = String::new();
    body.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("\"code\":\"timeout\""), "{answer}");
    assert_alive(&server);
}

#[test]
fn who_does_not_read_holds_no_thread_for_long() {
    let server = Server::start(&["--timeout", "1", "--threads", "1", "--max-body", "10000000"]);
    // Its answer is larger than what the system takes for a client that does not read.
    let text = "Baku, Gyumri, Yerevan. ".repeat(200_000);
    let mut stream = server.connect();
    let length = text.len();
    let head = format!("POST /v1/scan HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    let mut first = [0; 16];
    stream.read_exact(&mut first).unwrap();
    // The only thread for texts is its own until the time is up; then others have theirs.
    let mut tries = (0..60).map(|_| server.post("/v1/scan", "text/plain", b"Baku").status);
    assert!(tries.any(|status| status == 200));
    drop(stream);
    assert_alive(&server);
}

#[test]
fn more_requests_than_are_answered_at_once_are_told_so() {
    let server = Server::start(&["--max-requests", "2"]);
    // Two that wait for the rest of their texts.
    let waiting: Vec<_> = (0..2)
        .map(|_| {
            let mut stream = server.connect();
            let head = b"POST /v1/scan HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nBa";
            stream.write_all(head).unwrap();
            stream
        })
        .collect();
    // Those two, and who asks for this.
    server.wait_for_requests(3);
    let busy = server.get("/v1/resolve?q=Baku");
    busy.assert_problem(429, "busy");
    assert_eq!(busy.header("retry-after"), Some("1"));
    // They who watch it see it all the same.
    assert_eq!(server.get("/healthz").status, 200);
    assert!(server.get("/metrics").body.contains("status=\"429\""));
    for mut stream in waiting {
        stream.write_all(b"ku").unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).unwrap();
        assert_eq!(&answer, b"HTTP/1.1 200");
    }
    assert_alive(&server);
}

#[test]
fn a_small_extension_gets_no_huge_answer() {
    let server = Server::start(&[]);
    let ids: Vec<String> = (0..256).map(|number| number.to_string()).collect();
    let ask = |ids: &[String], property: &str| {
        let extend = json!({ "ids": ids, "properties": [{ "id": "name" }, { "id": property }] });
        server.post_form("extend", &extend.to_string())
    };
    let long = ask(&ids, &"x".repeat(1_000_000));
    long.assert_problem(400, "name-too-long");
    assert_eq!(
        long.detail(),
        "extend: properties[1].id has 1000000 bytes; at most 64 are read"
    );
    ask(&ids, &"x".repeat(65)).assert_problem(400, "name-too-long");
    // What is not known has empty cells.
    let unknown = "x".repeat(64);
    let answer = ask(&ids, &unknown).json();
    assert_eq!(answer["rows"]["255"][&unknown], json!([]));
    // So has an id, if any place could be called so.
    let ids = ["1".repeat(128), "1".repeat(129)];
    assert_eq!(ask(&ids[..1], "name").status, 200);
    let long = ask(&ids, "name");
    long.assert_problem(400, "name-too-long");
    assert!(long.detail().contains("ids[1]"), "{long:?}");
    assert_alive(&server);
}

#[test]
fn errors_repeat_no_more_than_shows_what_is_meant() {
    let server = Server::start(&[]);
    let key = "k".repeat(900_000);
    for question in [
        json!({ "query": "Baku", "limit": -1 }),
        json!({}),
        json!({ "query": "a".repeat(1000) }),
        json!({ "query": "a", "properties": [{ "pid": "unit", "v": "a".repeat(1000) }] }),
        json!({ "query": "a", "properties": [{ "pid": "unit", "v": vec!["a"; 101] }] }),
    ] {
        let queries = json!({ key.as_str(): question });
        let answer = server.post_form("queries", &queries.to_string());
        assert_eq!(answer.status, 400);
        let detail = answer.detail();
        assert!(detail.contains(&key[..80]), "{detail}");
        assert!(answer.body.len() < 500, "{}", answer.body.len());
    }
    let parameter = server.get(&format!("/v1/resolve?{}=1", "k".repeat(30_000)));
    parameter.assert_problem(400, "unknown-parameter");
    assert!(parameter.body.len() < 500, "{}", parameter.body.len());
}

#[test]
fn what_an_extension_asks_for_again_is_answered_once() {
    let server = Server::start(&[]);
    let ask = |ids: usize, properties: usize| {
        let ids = vec!["gn:616635"; ids];
        let properties = vec![json!({ "id": "name:ar" }); properties];
        let extend = json!({ "ids": ids, "properties": properties });
        server.post_form("extend", &extend.to_string()).json()
    };
    let (once, often) = (ask(1, 1), ask(256, 64));
    assert_eq!(often["rows"], once["rows"]);
    assert_eq!(often["meta"].as_array().unwrap().len(), 64);
    let names = once["rows"]["gn:616635"]["name:ar"].as_array().unwrap();
    assert!(names.len() > 1);
}
