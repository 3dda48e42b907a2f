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
