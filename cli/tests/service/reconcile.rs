//! `/reconcile`: every kind of answer against the schemas of the Reconciliation Service API 0.2.

use crate::schema::{assert_valid, of_file};
use crate::server::{Server, encode};
use crate::shared::folder;
use jsonschema::Validator;
use serde_json::{Value, json};

/// The schema of this name, where the schemas are at hand.
fn schema(name: &str) -> Option<Validator> {
    let folder = folder("reconciliation")?.join("reconciliation/0.2/schemas");
    Some(of_file(&folder, name))
}

#[track_caller]
fn assert_schema(name: &str, answer: &Value) {
    if let Some(schema) = schema(name) {
        assert_valid(&schema, answer);
    }
}

/// The results of one query.
fn ask(server: &Server, query: &Value) -> Value {
    let batch = json!({ "q0": query });
    assert_schema("reconciliation-query-batch.json", &batch);
    let answer = server.post_form("queries", &batch.to_string());
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_schema("reconciliation-result-batch.json", &answer.json());
    answer.json()["q0"]["result"].clone()
}

fn ids(results: &Value) -> Vec<&str> {
    let results = results.as_array().unwrap().iter();
    results
        .map(|result| result["id"].as_str().unwrap())
        .collect()
}

#[test]
fn the_schemas_tell_good_examples_from_bad_ones() {
    let Some(shared) = folder("reconciliation") else {
        return;
    };
    let root = shared.join("reconciliation/0.2");
    let mut count = 0;
    for what in [
        "manifest",
        "reconciliation-result-batch",
        "data-extension-response",
    ] {
        let schema = of_file(&root.join("schemas"), &format!("{what}.json"));
        for (kind, expected) in [("valid", true), ("invalid", false)] {
            for file in root
                .join("examples")
                .join(what)
                .join(kind)
                .read_dir()
                .unwrap()
            {
                let path = file.unwrap().path();
                let text = std::fs::read_to_string(&path).unwrap();
                let example: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(schema.is_valid(&example), expected, "{}", path.display());
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn the_manifest_says_where_everything_is() {
    let server = Server::start(&[]);
    let answer = server.get("/reconcile");
    let manifest = answer.json();
    assert_schema("manifest.json", &manifest);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let base = format!("http://{}", server.address);
    let view = manifest["view"]["url"].as_str().unwrap();
    let preview = manifest["preview"]["url"].as_str().unwrap();
    for url in [view, preview] {
        let path = url
            .strip_prefix(&base)
            .unwrap()
            .replace("{{id}}", "gn:616635");
        let page = server.get(&path);
        assert_eq!(
            (page.status, page.kind.as_str()),
            (200, "text/html; charset=utf-8")
        );
        assert!(
            page.body.contains("Gyumri") && page.body.contains("wd:Q199500"),
            "{path}"
        );
        // OpenRefine shows it in a frame.
        let policy = page.header("content-security-policy").unwrap();
        assert!(!policy.contains("frame-ancestors"), "{policy}");
    }
    for (what, prefix, id) in [
        ("entity", "gyum", "gn:616635"),
        ("type", "countr", "A.PCL"),
        ("property", "popul", "population"),
    ] {
        let endpoint = &manifest["suggest"][what];
        assert_eq!(endpoint["service_url"], base.as_str());
        let path = endpoint["service_path"].as_str().unwrap();
        let offers = server.get(&format!("{path}?prefix={prefix}")).json();
        let plural = match what {
            "entity" => "entities",
            "property" => "properties",
            _ => "types",
        };
        assert_schema(&format!("suggest-{plural}-response.json"), &offers);
        assert!(ids(&offers["result"]).contains(&id), "{offers}");
        let flyout = endpoint["flyout_service_path"].as_str().unwrap();
        let flyout = server.get(&flyout.replace("${id}", id)).json();
        assert_eq!(flyout["id"], id);
        assert!(flyout["html"].as_str().unwrap().starts_with('<'));
        server
            .get(&format!("/reconcile/flyout/{what}?id=gn:999999999"))
            .assert_problem(404, "not-found");
    }
    let again = server
        .get("/reconcile/suggest/entity?prefix=gyum&cursor=1")
        .json();
    assert!(!ids(&again["result"]).contains(&"gn:616635"));
}

#[test]
fn behind_a_proxy_the_manifest_has_the_public_address() {
    let server = Server::start(&["--public-url", "https://example.org/places/"]);
    let manifest = server.get("/reconcile").json();
    assert_eq!(
        manifest["view"]["url"],
        "https://example.org/places/place/{{id}}"
    );
    assert_eq!(
        manifest["suggest"]["entity"]["service_url"],
        "https://example.org/places"
    );
    assert_schema("manifest.json", &manifest);
    let other = Server::start(&[]);
    let answer = other.raw(b"GET /reconcile HTTP/1.1\r\nHost: a\"b\r\nConnection: close\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
}

#[test]
fn a_batch_is_answered_by_get_and_by_post() {
    let server = Server::start(&[]);
    let batch = json!({
        "a": { "query": "غيومرى" },
        "b": { "query": "Norashen", "limit": 2 },
        "c": { "query": "qqxxzzkk" },
        "d": { "query": "" },
    });
    let posted = server.post_form("queries", &batch.to_string());
    let answer = posted.json();
    assert_schema("reconciliation-result-batch.json", &answer);
    let gotten = server.get(&format!(
        "/reconcile?queries={}",
        encode(&batch.to_string())
    ));
    assert_eq!(gotten.json(), answer);
    let gyumri = &answer["a"]["result"][0];
    assert_eq!(
        (&gyumri["id"], &gyumri["match"]),
        (&json!("gn:616635"), &json!(true))
    );
    assert!(gyumri["description"].as_str().unwrap().contains("Shirak"));
    let types = ids(&gyumri["type"]);
    assert_eq!(types, ["P.PPLA", "P", "place"]);
    // Several villages: somebody has to choose.
    let norashen = answer["b"]["result"].as_array().unwrap();
    assert_eq!(norashen.len(), 2);
    assert!(norashen.iter().all(|one| one["match"] == json!(false)));
    assert_eq!(answer["c"]["result"], json!([]));
    assert_eq!(answer["d"]["result"], json!([]));
}

#[test]
fn what_is_not_spelled_as_known_is_offered_and_not_matched() {
    let server = Server::start(&[]);
    for (name, is_match) in [
        ("Gyumri", true),
        ("gn:616635", true),
        ("مدينة غيومرى", true),
        ("ليريفان", true),
        ("Gyumri, Shirak", true),
        ("Gyumri, Nowhereland", false),
        ("Gyumrri", false),
        ("north of Gyumri", false),
    ] {
        let results = ask(&server, &json!({ "query": name }));
        assert_eq!(results[0]["match"], is_match, "{name}: {results}");
    }
}

#[test]
fn jsonp_calls_the_function_and_nothing_else() {
    let server = Server::start(&[]);
    let query = encode(r#"{"q0":{"query":"Gyumri"}}"#);
    // `_` is what clients add against caches.
    let answer = server.get(&format!(
        "/reconcile?queries={query}&callback=jQuery1.f_2&_=17"
    ));
    assert_eq!(answer.kind, "application/javascript; charset=utf-8");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    let json = answer.body.strip_prefix("/**/jQuery1.f_2(").unwrap();
    let json: Value = serde_json::from_str(json.strip_suffix(");").unwrap()).unwrap();
    assert_schema("reconciliation-result-batch.json", &json);
    for path in [
        "/reconcile",
        "/reconcile/suggest/type",
        "/reconcile/properties",
    ] {
        let path = format!("{path}?prefix=a&callback=");
        assert!(
            server.get(&format!("{path}f")).body.starts_with("/**/f({"),
            "{path}"
        );
        for bad in ["alert(1)//", "f%3Balert", "a%0Ab", "%3Cb%3E"] {
            server
                .get(&format!("{path}{bad}"))
                .assert_problem(400, "bad-parameter");
        }
    }
}

#[test]
fn types_choose_between_places_of_one_name() {
    let server = Server::start(&[]);
    let of_kind = |kind: &str| ask(&server, &json!({ "query": "Tərtər", "type": kind }));
    let (town, district) = (of_kind("P"), of_kind("A.ADM1"));
    assert_eq!(
        ids(&town["0".parse::<usize>().unwrap()]["type"]).last(),
        Some(&"place")
    );
    assert_ne!(town[0]["id"], district[0]["id"]);
    assert!(ids(&town[0]["type"]).contains(&"P"));
    assert!(ids(&district[0]["type"]).contains(&"A.ADM1"));
    assert_eq!(district[0]["match"], true);
    let sign = |result: &Value, id: &str| {
        let signs = result["features"].as_array().unwrap().iter();
        signs
            .clone()
            .find(|sign| sign["id"] == id)
            .map(|sign| sign["value"].clone())
    };
    assert_eq!(sign(&district[0], "type_match"), Some(json!(true)));
    assert_eq!(sign(&district[0], "exact_name"), Some(json!(true)));
    // What is no capital is not found, or is found and doubted.
    let strictly = json!({ "query": "Gyumri", "type": "P.PPLC" });
    assert_eq!(ask(&server, &strictly), json!([]));
    let gently = json!({ "query": "Gyumri", "type": ["P.PPLC"], "type_strict": "should" });
    let doubted = ask(&server, &gently);
    assert_eq!(
        (&doubted[0]["id"], &doubted[0]["match"]),
        (&json!("gn:616635"), &json!(false))
    );
    let both = json!({ "query": "Gyumri", "type": ["P", "A"], "type_strict": "all" });
    assert_eq!(ask(&server, &both), json!([]));
}

#[test]
fn properties_tell_what_else_is_known() {
    let server = Server::start(&[]);
    let with = |name: &str, properties: Value| {
        ask(&server, &json!({ "query": name, "properties": properties }))
    };
    let alone = ask(&server, &json!({ "query": "Tripoli" }));
    assert!(
        alone[0]["description"].as_str().unwrap().contains("Libya"),
        "{alone}"
    );
    let lebanese = with("Tripoli", json!([{ "pid": "country", "v": "LB" }]));
    let by_name = with("Tripoli", json!([{ "pid": "country", "v": "لبنان" }]));
    let by_point = with(
        "Tripoli",
        json!([{ "pid": "lat", "v": 34.43 }, { "pid": "lon", "v": "35.84" }]),
    );
    let country = server.get("/v1/resolve?q=Lebanon&class=A").json()["candidates"][0]["id"].clone();
    let by_cell = with(
        "Tripoli",
        json!([{ "pid": "country", "v": { "id": country, "name": "Lebanon" } }]),
    );
    assert!(
        lebanese[0]["description"]
            .as_str()
            .unwrap()
            .contains("Lebanon"),
        "{lebanese}"
    );
    for same in [&by_name, &by_point, &by_cell] {
        assert_eq!(same[0]["id"], lebanese[0]["id"], "{same}");
    }
    let unit = with("Norashen", json!([{ "pid": "unit", "v": ["Tavush"] }]));
    assert!(
        unit[0]["description"].as_str().unwrap().contains("Tavush"),
        "{unit}"
    );
    let class = with("Tərtər", json!([{ "pid": "class", "v": "A" }]));
    assert!(ids(&class[0]["type"]).contains(&"A"));
    let by_id = with(
        "whatever",
        json!([{ "pid": "wikidata", "v": "https://www.wikidata.org/wiki/Q199500" }]),
    );
    assert_eq!(
        (&by_id[0]["id"], &by_id[0]["match"]),
        (&json!("gn:616635"), &json!(true))
    );
    // What tells nothing changes nothing.
    let nothing = json!([
        { "pid": "country", "v": "?" }, { "pid": "lat", "v": 999 }, { "pid": "color", "v": true },
    ]);
    assert_eq!(ids(&with("Gyumri", nothing))[0], "gn:616635");
    // Without a name a point has what is near it.
    let near =
        json!({ "properties": [{ "pid": "point", "v": "40.79,43.85" }], "type": "P", "limit": 1 });
    assert_eq!(ids(&ask(&server, &near)), ["gn:616635"]);
}

#[test]
fn columns_are_proposed_and_filled() {
    let server = Server::start(&[]);
    let proposal = server.get("/reconcile/properties?type=P").json();
    assert_schema("data-extension-property-proposal.json", &proposal);
    let all = ids(&proposal["properties"]).into_iter().map(str::to_owned);
    let properties: Vec<Value> = all.map(|id| json!({ "id": id })).collect();
    assert!(properties.len() > 20);
    let few = server.get("/reconcile/properties?type=P&limit=3").json();
    assert_eq!(few["properties"].as_array().unwrap().len(), 3);
    assert_schema("data-extension-property-proposal.json", &few);

    let query = json!({ "ids": ["gn:616635", "wd:Q1953", "gn:999999999", "no id"], "properties": properties });
    assert_schema("data-extension-query.json", &query);
    let answer = server.post_form("extend", &query.to_string()).json();
    assert_schema("data-extension-response.json", &answer);
    let gotten = server
        .get(&format!("/reconcile?extend={}", encode(&query.to_string())))
        .json();
    assert_eq!(gotten, answer);
    assert_eq!(answer["meta"].as_array().unwrap().len(), properties.len());
    let gyumri = &answer["rows"]["gn:616635"];
    let place = server.get("/v1/place/gn:616635").json();
    assert_eq!(gyumri["lat"], json!([{ "float": place["lat"] }]));
    assert_eq!(gyumri["lon"], json!([{ "float": place["lon"] }]));
    assert_eq!(gyumri["country"], json!([{ "str": "AM" }]));
    assert_eq!(
        gyumri["population"],
        json!([{ "int": place["population"] }])
    );
    assert_eq!(gyumri["wikidata"], json!([{ "str": "Q199500" }]));
    assert_eq!(gyumri["geonames"], json!([{ "str": "616635" }]));
    assert_eq!(gyumri["parents"], place["parents"]);
    assert_eq!(gyumri["country_name"][0]["name"], "Armenia");
    assert_eq!(gyumri["name:ar"][0], json!({ "str": "غيومري" }));
    assert!(gyumri["name:ar"].as_array().unwrap().len() > 1);
    // A row of an id that is not known has all columns, and nothing in them.
    for unknown in ["gn:999999999", "no id"] {
        let row = answer["rows"][unknown].as_object().unwrap();
        assert_eq!(row.len(), properties.len());
        assert!(row.values().all(|cells| cells == &json!([])));
    }
    for limit in [json!(1), json!("1")] {
        let one = json!({ "ids": ["gn:616635"], "properties": [{ "id": "name:ar", "settings": { "limit": limit } }] });
        let answer = server.post_form("extend", &one.to_string()).json();
        assert_eq!(
            answer["rows"]["gn:616635"]["name:ar"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
    }
}

#[test]
fn what_is_no_batch_is_refused() {
    let server = Server::start(&["--max-batch", "3", "--max-name", "100"]);
    let refused = |form: &str, value: &str, status, code| {
        server.post_form(form, value).assert_problem(status, code);
    };
    refused("queries", "", 400, "bad-json");
    refused("queries", "{", 400, "bad-json");
    refused("queries", "[]", 400, "bad-json");
    refused("queries", r#"{"q0":{}}"#, 400, "bad-query");
    refused("queries", r#"{"q0":{"query":1}}"#, 400, "bad-json");
    refused(
        "queries",
        r#"{"q0":{"query":"a","type_strict":"no"}}"#,
        400,
        "bad-json",
    );
    let long = json!({ "q0": { "query": "a".repeat(101) } });
    refused("queries", &long.to_string(), 400, "name-too-long");
    let long =
        json!({ "q0": { "query": "a", "properties": [{ "pid": "unit", "v": "a".repeat(101) }] } });
    refused("queries", &long.to_string(), 400, "name-too-long");
    let many = json!({ "a": { "query": "a" }, "b": { "query": "b" }, "c": { "query": "c" }, "d": { "query": "d" } });
    refused("queries", &many.to_string(), 413, "batch-too-large");
    refused("extend", "{}", 400, "bad-json");
    let many = json!({ "ids": ["gn:1", "gn:2", "gn:3", "gn:4"], "properties": [] });
    refused("extend", &many.to_string(), 413, "batch-too-large");
    refused("nothing", "1", 400, "missing-parameter");
    let json = server.post("/reconcile", "application/json", b"{}");
    json.assert_problem(415, "media-type");
}
