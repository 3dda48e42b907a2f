//! What holds for every program when its output cannot be written: a full disk, or nobody who
//! reads. The tests of the command and those of the tools ask it of their own.

use super::program::command;
use std::fs::File;
use std::io::pipe;
use std::process::{Output, Stdio};

/// Where a stream leads.
#[derive(Clone, Copy, Debug)]
pub enum To {
    Test,
    /// A disk that has no room.
    FullDisk,
    /// A pipe whose reader is gone.
    Nobody,
}

impl To {
    fn stdio(self) -> Stdio {
        match self {
            To::Test => Stdio::piped(),
            To::FullDisk => File::create("/dev/full").unwrap().into(),
            To::Nobody => pipe().unwrap().1.into(),
        }
    }
}

pub fn run(program: &str, args: &[&str], out: To, err: To) -> Output {
    let mut command = command(program);
    command.args(args).stdin(Stdio::null());
    command.stdout(out.stdio()).stderr(err.stdio());
    let output = command.spawn().unwrap().wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.contains("panicked"), "{program} {args:?}: {errors}");
    output
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Help and version are printed wherever they can be.
pub fn prints_help_and_version(program: &str, version: &str) {
    for flag in ["--help", "-h", "--version", "-V"] {
        let printed = run(program, &[flag], To::Test, To::Test);
        assert!(printed.status.success(), "{program} {flag}");
        assert!(printed.stderr.is_empty(), "{program} {flag}");
        let printed = text(&printed.stdout);
        if flag.contains(['V', 'v']) {
            assert_eq!(
                printed,
                format!("{version} {}\n", env!("CARGO_PKG_VERSION"))
            );
        } else {
            for part in ["Usage: ", "--help", "--version", "xit status: "] {
                assert!(printed.contains(part), "{program}: {part}");
            }
            let words: Vec<&str> = printed.split_whitespace().collect();
            let printed = words.join(" ").replace("<FILE>", "FILE");
            assert_eq!(
                printed.contains("--index FILE"),
                printed.contains("never overwrite"),
                "{program}"
            );
        }
        let full = run(program, &[flag], To::FullDisk, To::Test);
        assert_eq!(full.status.code(), Some(2), "{program} {flag}");
        let message = text(&full.stderr);
        assert!(
            message.starts_with(&format!("{program}: standard output: ")),
            "{message}"
        );
        assert_eq!(message.lines().count(), 1, "{message}");
        let unread = run(program, &[flag], To::Nobody, To::Test);
        assert_eq!(unread.status.code(), Some(0), "{program} {flag}");
        assert!(unread.stderr.is_empty(), "{program} {flag}");
    }
}

/// With arguments that make it write: a full disk is an error, and nobody who reads is none.
pub fn ends_with_its_output(program: &str, args: &[&str]) {
    let full = run(program, args, To::FullDisk, To::Test);
    assert_eq!(full.status.code(), Some(2), "{program}");
    let message = text(&full.stderr);
    let last = message.lines().last().unwrap();
    assert!(
        last.starts_with(&format!("{program}: standard output: ")),
        "{message}"
    );
    let unread = run(program, args, To::Nobody, To::Test);
    assert_eq!(unread.status.code(), Some(0), "{program}: {unread:?}");
    assert!(
        !text(&unread.stderr).contains("standard output"),
        "{program}"
    );
    // Nor is there anything to be done where the error cannot be said.
    let both = run(program, args, To::FullDisk, To::FullDisk);
    assert_eq!(both.status.code(), Some(2), "{program}");
}

/// Data are written though messages cannot be; the same data, unless they are times.
pub fn writes_though_unheard(program: &str, args: &[&str], are_times: bool) {
    let lines = |output: &Output| output.stdout.iter().filter(|byte| **byte == b'\n').count();
    let heard = run(program, args, To::Test, To::Test);
    assert!(!heard.stdout.is_empty(), "{program}");
    for err in [To::Nobody, To::FullDisk] {
        let unheard = run(program, args, To::Test, err);
        assert_eq!(unheard.status, heard.status, "{program} {err:?}");
        if !are_times {
            let (unheard, heard) = (text(&unheard.stdout), text(&heard.stdout));
            assert_eq!(unheard, heard, "{program} {err:?}");
        }
        assert_eq!(lines(&unheard), lines(&heard), "{program} {err:?}");
    }
}

/// Bad arguments end with 2 though nobody is told.
pub fn refuses_bad_arguments(program: &str) {
    for err in [To::Nobody, To::FullDisk, To::Test] {
        let bad = run(program, &["--nope"], To::Test, err);
        assert_eq!(bad.status.code(), Some(2), "{program} {err:?}");
        assert!(bad.stdout.is_empty(), "{program}");
    }
    let said = text(&run(program, &["--nope"], To::Test, To::Test).stderr);
    assert!(said.starts_with(&format!("{program}: ")), "{said}");
    assert!(said.contains("--nope") && said.contains("--help"), "{said}");
}
