//! Running the example programs.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a program wrote and how it ended.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs an example with these arguments and this standard input.
pub fn run(example: &str, args: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(path(example))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // On a thread of its own, for a program may write before it has read everything. It may
    // also end before that, so a closed pipe is no failure.
    let feeder = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Run {
        status: output.status.code().expect("ended by a signal"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

/// Where cargo has put a program.
///
/// Cargo does not tell a test where the examples of another package are. They lie in a folder beside
/// `deps/`, which holds this test, in the same profile and for the same target. `cargo test` builds
/// them before it runs tests; `cargo test --test all` does not, and then they may be missing or old.
pub fn path(program: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(|deps| deps.parent()).unwrap();
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let path = profile.join(super::FOLDER).join(name);
    assert!(
        path.exists(),
        "{} is missing; run `cargo test`, or `cargo build --examples` first",
        path.display()
    );
    path
}

/// The keys of each object in the text, one list an object, in the order of the text: what a
/// JSON library would sort away.
pub fn keys_in_order(json: &str) -> Vec<Vec<String>> {
    let mut done = Vec::new();
    let mut open: Vec<Vec<String>> = Vec::new();
    let mut chars = json.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        match c {
            '{' => open.push(Vec::new()),
            '}' => done.push(open.pop().unwrap()),
            '"' => {
                let mut end = start;
                while let Some((at, c)) = chars.next() {
                    end = at;
                    match c {
                        '\\' => drop(chars.next()),
                        '"' => break,
                        _ => {}
                    }
                }
                if chars.peek().is_some_and(|&(_, c)| c == ':') {
                    let key = json[start + 1..end].to_owned();
                    open.last_mut().unwrap().push(key);
                }
            }
            _ => {}
        }
    }
    done
}
