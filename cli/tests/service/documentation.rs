//! `docs/service.md`: its commands are run, and their answers are what it shows.

use crate::server::{Answer, Server};
use serde_json::Value;
use std::path::Path;

/// A block of the page: its language and its lines.
struct Block<'a> {
    language: &'a str,
    text: &'a str,
}

fn page() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::read_to_string(root.join("docs/service.md")).unwrap()
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let fenced = page.split("\n```").enumerate();
    let inside = fenced.filter(|(at, _)| at % 2 == 1);
    let blocks = inside.map(|(_, block)| {
        let (language, text) = block.split_once('\n').unwrap();
        Block { language, text }
    });
    blocks.collect()
}

/// Asks a service what a command of `curl` asks.
fn curl(server: &Server, line: &str) -> Answer {
    let words = shlex::split(line).unwrap_or_else(|| panic!("{line}"));
    let mut words = words.into_iter().skip(1);
    let (mut url, mut headers, mut data, mut as_query) = (None, Vec::new(), Vec::new(), false);
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap_or_else(|| panic!("{line}"));
        match word.as_str() {
            "-s" => {}
            "-G" => as_query = true,
            "-H" => {
                let header = value();
                let (name, value) = header.split_once(": ").unwrap();
                headers.push((name.to_lowercase(), value.to_owned()));
            }
            "-d" => data.push(value()),
            "--data-urlencode" => {
                let pair = value();
                let (name, value) = pair.split_once('=').unwrap();
                data.push(format!("{name}={}", crate::server::encode(value)));
            }
            "--data-binary" => {
                let file = value();
                let file = Path::new("..").join(file.strip_prefix('@').unwrap());
                data.push(std::fs::read_to_string(file).unwrap());
            }
            option if option.starts_with('-') => panic!("{option} is not known here: {line}"),
            _ => url = Some(word),
        }
    }
    let url = url.unwrap();
    let mut path = url
        .strip_prefix("http://127.0.0.1:8080")
        .unwrap()
        .to_owned();
    let body = data.join("&");
    if as_query {
        path = format!("{path}?{body}");
    }
    let posted = (!as_query && !data.is_empty()).then_some(body.as_bytes());
    let form = (
        "content-type".to_owned(),
        "application/x-www-form-urlencoded".to_owned(),
    );
    if posted.is_some() && !headers.iter().any(|(name, _)| *name == form.0) {
        headers.push(form);
    }
    let headers: Vec<(&str, &str)> = headers
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    let method = if posted.is_some() { "POST" } else { "GET" };
    server.ask(method, &path, &headers, posted)
}

#[test]
fn the_examples_are_answered_as_shown() {
    let server = Server::start(&[]);
    let page = page();
    let blocks = blocks(&page);
    let (mut asked, mut compared) = (0, 0);
    let mut answers: Vec<Value> = Vec::new();
    for block in &blocks {
        // Those of the section about errors are wrong.
        let begin = block.text.as_ptr() as usize - page.as_ptr() as usize;
        let in_errors = page[..begin].rfind("\n## ") == page.find("\n## Errors");
        match block.language {
            "sh" => {
                answers.clear();
                for line in block.text.lines().filter(|line| line.starts_with("curl ")) {
                    let answer = curl(&server, line);
                    assert!(
                        answer.status < 500 && !answer.body.is_empty(),
                        "{line}: {answer:?}"
                    );
                    let expected = if in_errors { 400 } else { 200 };
                    assert_eq!(answer.status, expected, "{line}: {answer:?}");
                    answers.extend(serde_json::from_str(&answer.body).ok());
                    asked += 1;
                }
            }
            "json" => {
                let shown = serde_json::Deserializer::from_str(block.text).into_iter();
                let shown: Vec<Value> = shown.collect::<Result<_, _>>().unwrap();
                assert_eq!(shown, answers, "{}", block.text);
                compared += 1;
            }
            other => panic!("a block of {other:?}"),
        }
    }
    assert!(asked >= 9 && compared >= 5, "{asked} {compared}");
}

#[test]
fn the_commands_start_a_service() {
    let page = page();
    let mut started = 0;
    for block in blocks(&page) {
        for line in block.text.lines() {
            let Some(args) = line.strip_prefix("toponym serve") else {
                continue;
            };
            let mut args = shlex::split(args).unwrap();
            // On a port that is free.
            if let Some(at) = args.iter().position(|arg| arg == "--listen") {
                args.drain(at..at + 2);
            }
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let server = Server::start(&args);
            assert_eq!(server.get("/healthz").status, 200, "{line}");
            started += 1;
        }
    }
    assert!(started >= 2);
}

#[test]
fn every_option_and_every_code_is_explained() {
    let page = page();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_toponym"))
        .args(["serve", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let options = help.lines().filter_map(|line| {
        let line = line.trim_start();
        let option = line
            .strip_prefix("--")
            .or_else(|| line.strip_prefix("-h, --"))?;
        option.split([' ', ',']).next()
    });
    for option in options.filter(|option| !matches!(*option, "help" | "version")) {
        assert!(
            page.contains(&format!("`--{option}")) || page.contains(&format!("--{option} ")),
            "--{option}"
        );
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/service");
    let mut codes = 0;
    let mut folders = vec![source];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            for rest in text.split("bad_request(").skip(1) {
                let argument = rest.trim_start().split('"').nth(1);
                if let Some(code) = argument.filter(|_| rest.trim_start().starts_with('"')) {
                    assert!(page.contains(&format!("`{code}`")), "{code}");
                    codes += 1;
                }
            }
        }
    }
    assert!(codes > 10, "{codes}");
}
