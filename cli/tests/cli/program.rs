//! Running programs. The tests of the tools do it with this too.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a program wrote and how it ended.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs a program, such as `toponym resolve`, with these arguments and this standard input.
pub fn run(program: &str, args: &[&str], input: &[u8]) -> Run {
    let mut child = command(program)
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

/// A program: the name of a binary, and the first arguments, parted by blanks.
pub fn command(program: &str) -> Command {
    let mut words = program.split(' ');
    let mut command = Command::new(super::binary(words.next().unwrap()));
    command.args(words);
    // Tests search what they name.
    command.env_remove("TOPONYM_INDEX");
    command
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
