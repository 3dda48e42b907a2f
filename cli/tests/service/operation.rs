//! Running the service: its health, its counters, its log, its end, and an index that changes.

use crate::server::{PATIENCE, Server};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn health_and_counters_are_told() {
    let server = Server::start(&[]);
    let health = server.get("/healthz").json();
    assert_eq!(health["status"], "ok");
    assert_eq!(health["version"], env!("CARGO_PKG_VERSION"));
    assert!(health["names"].as_u64() > health["places"].as_u64());
    for _ in 0..3 {
        server.get("/v1/place/gn:616635");
    }
    server.get("/v1/resolve");
    server.get("/nowhere/at/all");
    let metrics = server.get("/metrics");
    assert!(
        metrics.kind.starts_with("application/openmetrics-text"),
        "{}",
        metrics.kind
    );
    for line in [
        "toponym_requests_total{route=\"/v1/place/{id}\",method=\"GET\",status=\"200\"} 3",
        "toponym_requests_total{route=\"/v1/resolve\",method=\"GET\",status=\"400\"} 1",
        // Paths that clients make up are not counted one by one.
        "toponym_requests_total{route=\"none\",method=\"GET\",status=\"404\"} 1",
        "toponym_request_duration_seconds_count{route=\"/v1/place/{id}\"} 3",
    ] {
        assert!(
            metrics.body.lines().any(|one| one == line),
            "{line}\n{}",
            metrics.body
        );
    }
    assert!(metrics.body.ends_with("# EOF\n"));
    let places = format!("toponym_places {}", health["places"]);
    assert!(metrics.body.lines().any(|one| one == places), "{places}");
}

#[test]
fn the_description_is_one_of_openapi_and_has_every_path() {
    let server = Server::start(&[]);
    let text = server.get("/openapi.json").body;
    let description = oas3::from_json(&text).unwrap();
    assert_eq!(description.info.version, env!("CARGO_PKG_VERSION"));
    let paths = description.paths.unwrap();
    // The paths of the program are those of the description.
    let router = include_str!("../../src/service/router.rs");
    let routes: Vec<&str> = router
        .split(".route(")
        .skip(1)
        .map(|rest| {
            let mut quoted = rest.split('"');
            quoted.nth(1).unwrap()
        })
        .collect();
    assert!(routes.len() > 15, "{routes:?}");
    for route in &routes {
        assert!(paths.contains_key(*route), "{route} is not described");
    }
    assert_eq!(paths.len(), routes.len());
    // References lead somewhere.
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    for part in text.split("\"$ref\":\"").skip(1) {
        let reference = part.split('"').next().unwrap();
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(json.pointer(pointer).is_some(), "{reference}");
    }
    let schema = server.get("/schema/output-v1.json").body;
    assert_eq!(schema, include_str!("../../schema/output-v1.json"));
}

#[test]
fn pages_of_other_sites_may_ask() {
    let server = Server::start(&[]);
    let origin = ("origin", "https://example.org");
    let answer = server.get_with("/v1/resolve?q=Gyumri", &[origin]);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let wanted = [
        origin,
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type"),
    ];
    let preflight = server.ask("OPTIONS", "/v1/scan", &wanted, None);
    assert_eq!(preflight.status, 200);
    let methods = preflight.header("access-control-allow-methods").unwrap();
    assert!(methods.contains("POST"), "{methods}");
    let problem = server.get_with("/v1/resolve", &[origin]);
    assert_eq!(problem.header("access-control-allow-origin"), Some("*"));
}

#[test]
fn the_log_has_json_and_no_names() {
    let server = Server::start(&["--log", "debug", "--log-format", "json"]);
    server.get("/v1/resolve?q=Xankendi");
    let line = server.wait_for_log("finished processing request");
    let entry: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(entry["span"]["path"], "/v1/resolve");
    assert!(!line.contains("Xankendi"), "{line}");
}

#[test]
fn a_bad_start_is_told() {
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_toponym"));
        let output = command.arg("serve").args(args).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{message}");
        message
    };
    let server = Server::start(&[]);
    let taken = run(&["--listen", &server.address]);
    assert!(
        taken.starts_with("toponym serve: --listen 127.0.0.1:"),
        "{taken}"
    );
    assert!(run(&["--listen", "nothing"]).contains("--listen nothing"));
    let missing = run(&["--listen", "127.0.0.1:0", "--index", "/no/such.toponym"]);
    assert!(missing.contains("/no/such.toponym"), "{missing}");
    assert!(run(&["--public-url", "example.org"]).contains("https://example.org/places"));
    assert!(run(&["--max-batch", "0"]).contains("from 1"));
    let folder = tempfile::tempdir().unwrap();
    let damaged = folder.path().join("damaged.toponym");
    write_index(&damaged, &["Alpha"]);
    let mut bytes = fs::read(&damaged).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x55;
    fs::write(&damaged, bytes).unwrap();
    run(&[
        "--listen",
        "127.0.0.1:0",
        "--index",
        damaged.to_str().unwrap(),
    ]);
}

/// An index of places of these names.
fn write_index(path: &Path, names: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let mut places = String::from("id,class,feature,country,latitude,longitude\n");
    let mut rows = String::from("place,text,language,kind\n");
    for (number, name) in names.iter().enumerate() {
        places += &format!("test:{number},P,PPL,AM,40.{number},44.5\n");
        rows += &format!("test:{number},{name},en,preferred\n");
    }
    fs::write(folder.path().join("places.csv"), places).unwrap();
    fs::write(folder.path().join("names.csv"), rows).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_toponym"));
    command
        .args(["index", "build", "--tables"])
        .arg(folder.path());
    let output = command.arg("--output").arg(path).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[cfg(unix)]
#[test]
fn an_index_is_swapped_without_a_gap() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("places.toponym");
    write_index(&file, &["Alphaville"]);
    let server = Server::start(&["--index", file.to_str().unwrap()]);
    let status = |name: &str| {
        let answer = server.get(&format!("/v1/resolve?q={name}&max_edits=0"));
        assert_eq!(answer.status, 200);
        answer.json()["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        (status("Alphaville"), status("Betatown")),
        ("resolved".into(), "unknown".into())
    );
    std::thread::scope(|scope| {
        // Somebody asks all the time, and is always answered.
        let asking = scope.spawn(|| (0..300).for_each(|_| drop(status("Alphaville"))));
        write_index(&file, &["Alphaville", "Betatown"]);
        server.signal("HUP");
        server.wait_for_log("the index was read again");
        asking.join().unwrap();
    });
    assert_eq!(
        (status("Alphaville"), status("Betatown")),
        ("resolved".into(), "resolved".into())
    );

    // A file that is no index, one that is damaged, and none at all change nothing.
    let good = fs::read(&file).unwrap();
    let mut damaged = good.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0x55;
    for bad in [
        Some(b"no index".to_vec()),
        Some(damaged),
        Some(good[..good.len() / 2].to_vec()),
        None,
    ] {
        let beside = folder.path().join("new");
        match bad {
            Some(bytes) => {
                fs::write(&beside, bytes).unwrap();
                fs::rename(&beside, &file).unwrap();
            }
            None => fs::remove_file(&file).unwrap(),
        }
        server.signal("HUP");
        let line = server.wait_for_log("the old one goes on");
        assert!(line.contains("ERROR"), "{line}");
        assert_eq!(status("Betatown"), "resolved");
    }
    let metrics = server.get("/metrics").body;
    assert!(
        metrics.contains("toponym_reloads_total{outcome=\"done\"} 1"),
        "{metrics}"
    );
    assert!(
        metrics.contains("toponym_reloads_total{outcome=\"failed\"} 4"),
        "{metrics}"
    );
    assert!(metrics.contains("toponym_places 2"), "{metrics}");
}

#[cfg(unix)]
#[test]
fn the_built_in_gazetteer_has_nothing_to_read_again() {
    let server = Server::start(&[]);
    server.signal("HUP");
    server.wait_for_log("nothing to read again");
    assert_eq!(server.get("/healthz").status, 200);
}

#[cfg(unix)]
#[test]
fn requests_that_have_begun_are_answered_before_the_end() {
    use std::io::{Read, Write};
    for name in ["TERM", "INT"] {
        let mut server = Server::start(&[]);
        // A connection that waits, and a request that has begun.
        let mut idle = server.connect();
        idle.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            .unwrap();
        let mut head = [0; 12];
        idle.read_exact(&mut head).unwrap();
        let mut begun = server.connect();
        let head = b"POST /v1/scan HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nBa";
        begun.write_all(head).unwrap();
        server.wait_for_requests(2);
        server.signal(name);
        server.wait_for_log("requests that have begun are answered");
        begun.write_all(b"ku").unwrap();
        let mut answer = String::new();
        begun.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.contains("\"text\":\"Baku\""), "{answer}");
        server.wait_for_log("stopped");
        assert_eq!(server.wait().code(), Some(0));
        assert!(std::net::TcpStream::connect(&server.address).is_err());
    }
}

#[cfg(unix)]
#[test]
fn a_service_whose_log_nobody_reads_ends_all_the_same() {
    use std::io::{BufRead, BufReader, Read, Write};

    /// Ended whatever comes of the test.
    struct Service(std::process::Child);
    impl Drop for Service {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    let service = Command::new(env!("CARGO_BIN_EXE_toponym"))
        .args(["serve", "--listen", "127.0.0.1:0", "--log", "debug"])
        .env_remove("TOPONYM_INDEX")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    let mut service = Service(service.unwrap());
    let mut log = BufReader::new(service.0.stderr.take().unwrap()).lines();
    let address = log.find_map(|line| {
        let line = line.unwrap();
        let (_, rest) = line.split_once("http://")?;
        Some(rest.split_whitespace().next()?.to_owned())
    });
    let mut client = std::net::TcpStream::connect(address.unwrap()).unwrap();
    // More than a pipe holds; from now on it is not read.
    for _ in 0..3000 {
        client
            .write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            .unwrap();
        let mut answer = [0; 15];
        client.read_exact(&mut answer).unwrap();
        assert_eq!(&answer, b"HTTP/1.1 200 OK");
        // As long as the rest is, it is no more than comes with it.
        let _ = client.read(&mut [0; 4096]).unwrap();
    }
    let kill = Command::new("kill")
        .args(["-TERM", &service.0.id().to_string()])
        .status();
    assert!(kill.unwrap().success());
    let start = std::time::Instant::now();
    let status = loop {
        if let Some(status) = service.0.try_wait().unwrap() {
            break status;
        }
        assert!(start.elapsed() < PATIENCE, "it goes on");
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    assert_eq!(status.code(), Some(0));
    drop(log);
}
