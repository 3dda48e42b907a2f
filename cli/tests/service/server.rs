//! A service of its own for each test, and what it answers.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long anything may take, however busy the machine is.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A service that runs until it is dropped.
pub struct Server {
    child: Child,
    /// Such as `127.0.0.1:40001`.
    pub address: String,
    log: Mutex<Receiver<String>>,
    reader: Option<JoinHandle<()>>,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub kind: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let header = headers.find(|(given, _)| given == name);
        header.map(|(_, value)| value.as_str())
    }

    /// What a problem says.
    pub fn detail(&self) -> String {
        let problem = self.json();
        problem["detail"].as_str().unwrap_or_default().to_owned()
    }

    /// A request that is refused so, with a problem of this code.
    #[track_caller]
    pub fn assert_problem(&self, status: u16, code: &str) {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.kind, "application/problem+json", "{self:?}");
        let problem = self.json();
        assert_eq!(problem["status"], status, "{self:?}");
        assert_eq!(problem["code"], code, "{self:?}");
        assert!(!problem["detail"].as_str().unwrap().is_empty(), "{self:?}");
    }
}

impl Server {
    pub fn start(args: &[&str]) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_toponym"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(args)
            .env_remove("TOPONYM_INDEX")
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (sender, log) = channel();
        let reader = std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let mut server = Server {
            child,
            address: String::new(),
            log: Mutex::new(log),
            reader: Some(reader),
        };
        let line = server.wait_for_log("listening on http://");
        let (_, rest) = line.split_once("http://").unwrap();
        let is_address = |c: char| c.is_ascii_digit() || matches!(c, '.' | ':');
        let end = rest.find(|c| !is_address(c)).unwrap_or(rest.len());
        server.address = rest[..end].to_owned();
        server
    }

    /// The next line of the log that has this in it.
    #[track_caller]
    pub fn wait_for_log(&self, part: &str) -> String {
        loop {
            let line = self.log.lock().unwrap().recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|error| panic!("{part:?} was not logged: {error}"));
            if line.contains(part) {
                return line;
            }
        }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", path, headers, None)
    }

    pub fn post(&self, path: &str, kind: &str, body: &[u8]) -> Answer {
        self.ask("POST", path, &[("content-type", kind)], Some(body))
    }

    /// A form of reconciliation.
    pub fn post_form(&self, name: &str, value: &str) -> Answer {
        let form = format!("{name}={}", encode(value));
        let kind = "application/x-www-form-urlencoded";
        self.post("/reconcile", kind, form.as_bytes())
    }

    pub fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&[u8]>,
    ) -> Answer {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = match body {
            Some(body) => agent.run(request.body(body).unwrap()),
            None => agent.run(request.body(()).unwrap()),
        };
        let mut response = response.unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        let headers = response.headers().iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes());
            (name.to_string(), value.into_owned())
        });
        let headers: Vec<(String, String)> = headers.collect();
        let mut answer = Answer {
            status: response.status().as_u16(),
            kind: String::new(),
            headers,
            body: response
                .body_mut()
                .with_config()
                .limit(1 << 30)
                .read_to_string()
                .unwrap(),
        };
        answer.kind = answer.header("content-type").unwrap_or_default().to_owned();
        answer
    }

    /// What is sent to the service as it is; what comes back until it closes the connection.
    pub fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        // It may answer, and close, before it has read everything.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Waits until so many requests are being answered, with the one that asks for their number.
    #[track_caller]
    pub fn wait_for_requests(&self, count: usize) {
        let line = format!("toponym_requests_in_flight {count}");
        let end = Instant::now() + PATIENCE;
        while !self.get("/metrics").body.lines().any(|one| one == line) {
            assert!(Instant::now() < end, "never: {line}");
        }
    }

    /// Sends the process a signal, such as `HUP`.
    #[cfg(unix)]
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill")
            .args([&format!("-{name}"), &id])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Waits for its end.
    #[cfg(unix)]
    pub fn wait(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}

/// Percent-encoded, as in queries and forms.
pub fn encode(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => (byte as char).to_string(),
        _ => format!("%{byte:02X}"),
    });
    bytes.collect()
}
