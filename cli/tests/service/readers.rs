//! Clients that ask, and read slowly or not at all.

use crate::server::Server;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Asks for the largest file so often, on one connection, and reads nothing.
fn ask(server: &Server, times: usize) -> TcpStream {
    let mut stream = server.connect();
    let request = "GET /assets/base-map.json HTTP/1.1\r\nHost: x\r\n\r\n";
    stream.write_all(request.repeat(times).as_bytes()).unwrap();
    stream
}

/// That others get an answer while these hold all connections: the service closes them.
#[track_caller]
fn assert_freed(server: &Server) {
    // It waits in the system's queue until there is a connection for it.
    let begin = Instant::now();
    assert_eq!(server.get("/healthz").status, 200);
    let waited = begin.elapsed();
    assert!(waited < Duration::from_secs(20), "{waited:?}");
}

#[test]
fn who_reads_nothing_is_closed() {
    let server = Server::start(&["--timeout", "1", "--max-connections", "2"]);
    let held = [ask(&server, 200), ask(&server, 200)];
    assert_freed(&server);
    drop(held);
}

#[test]
fn who_reads_a_byte_from_time_to_time_is_closed() {
    let server = Server::start(&["--timeout", "1", "--max-connections", "1"]);
    let mut held = ask(&server, 200);
    let begin = Instant::now();
    let mut byte = [0];
    // What arrived may still be read once the connection is gone, if the system did not drop it.
    while !matches!(held.read(&mut byte), Ok(0) | Err(_)) && begin.elapsed().as_secs() < 5 {
        sleep(Duration::from_millis(100));
    }
    assert_freed(&server);
}

#[test]
fn who_reads_slowly_gets_all() {
    let server = Server::start(&["--timeout", "1"]);
    let one = server.get("/assets/base-map.json").body.len();
    // More than the systems of both sides hold, so that the service waits for the reader.
    let times = (4 << 20) / one + 1;
    let mut stream = ask(&server, times);
    let begin = Instant::now();
    let mut read = 0;
    let mut part = vec![0; 64 << 10];
    while read < times * one {
        // Ten times what must be read, so that a busy machine may stumble.
        sleep(Duration::from_millis(100));
        match stream.read(&mut part) {
            Ok(0) => panic!("closed after {read} bytes"),
            Ok(bytes) => read += bytes,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => panic!("{error} after {read} bytes"),
        }
    }
    // It took several times as long as a client that reads nothing is given.
    assert!(begin.elapsed() > Duration::from_secs(3));
}

/// Asks for the mentions of a text whose answer is longer than what the systems of both sides hold, and reads no more
/// than its first line, by which the text is being read.
fn scan(server: &Server) -> TcpStream {
    let text = "Gyumri ".repeat(20_000);
    let mut stream = server.connect();
    let head = format!(
        "POST /v1/scan HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        text.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    let mut line = [0; 12];
    stream.read_exact(&mut line).unwrap();
    assert_eq!(&line, b"HTTP/1.1 200");
    stream
}

/// Whether the rest of an answer in chunks is whole.
fn is_whole(mut stream: TcpStream) -> bool {
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    rest.ends_with(b"\r\n0\r\n\r\n")
}

/// No answer ends by its time.
const LONG: [&str; 4] = ["--timeout", "600", "--threads", "2"];

#[test]
fn who_does_not_read_holds_up_no_other_text() {
    let server = Server::start(&LONG);
    let mut held: Vec<TcpStream> = (0..4).map(|_| scan(&server)).collect();
    let text = server.post("/v1/scan", "text/plain", b"Gyumri");
    assert_eq!(text.json()[0]["text"], "Gyumri");
    let batch = server.post_form("queries", r#"{"q":{"query":"Gyumri"}}"#);
    assert_eq!(batch.json()["q"]["result"][0]["id"], "gn:616635");
    // Whoever begins to read gets all, though others still do not.
    assert!(is_whole(held.remove(1)));
}

#[test]
fn of_too_many_who_do_not_read_the_first_gets_no_more() {
    let server = Server::start(&LONG);
    let mut held: Vec<TcpStream> = (0..40).map(|_| scan(&server)).collect();
    let text = server.post("/v1/scan", "text/plain", b"Gyumri");
    assert_eq!(text.json()[0]["text"], "Gyumri");
    assert!(!is_whole(held.remove(0)));
    assert!(is_whole(held.pop().unwrap()));
}

#[test]
fn who_would_take_a_part_for_all_gets_all_or_none() {
    let server = Server::start(&LONG);
    let scan = |text: &str| {
        let length = text.len();
        server.raw(
            format!("POST /v1/scan HTTP/1.0\r\nContent-Length: {length}\r\n\r\n{text}").as_bytes(),
        )
    };
    let answer = scan("They met in Gyumri.");
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.0 200"), "{head}");
    let length = format!("content-length: {}", body.len());
    assert!(
        head.contains(&length) && body.contains("gn:616635"),
        "{answer}"
    );
    let answer = scan(&"Gyumri ".repeat(100_000));
    assert!(answer.starts_with("HTTP/1.0 413"), "{}", &answer[..200]);
    assert!(answer.contains("answer-too-large"), "{answer}");
}
