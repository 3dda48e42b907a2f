//! How the programs end: after help, bad arguments, and when nobody reads on.

use crate::program::{command, run};
use std::io::Write;
use std::process::Stdio;

#[test]
fn resolve_names_bad_arguments_and_exits_with_2() {
    for (args, message) in [
        (&["--nope"][..], "--nope"),
        (&["--limit"], "--limit"),
        (&["--limit", "0"], "--limit"),
        (&["--limit", "-1"], "--limit"),
        (&["--max-edits", "3"], "expected auto, 0, 1 or 2"),
        (
            &["--country", "Zzyzxland"],
            "--country: \"Zzyzxland\": no country has this name or code",
        ),
        (&["--in", "Zzyzxland"], "--in: \"Zzyzxland\": no place"),
        (&["--class", "X"], "A H L P R S T U V"),
        (&["--lang", "arabic"], "--lang"),
        (&["--near", "40"], "expected LAT,LON"),
        (&["--near", "91,0"], "latitude must be"),
        (&["--near", "NaN,0"], "latitude must be"),
        (
            &["--format", "xml"],
            "[possible values: table, jsonl, json, csv, geojson]",
        ),
        (&["--prefix=yes"], "--prefix"),
        (&["-x"], "-x"),
    ] {
        let run = run("toponym resolve", args, b"");
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.starts_with("toponym resolve: "), "{}", run.err);
        assert!(run.err.contains(message), "{args:?}: {}", run.err);
        assert!(run.err.contains("--help"), "{}", run.err);
    }
}

#[test]
fn scan_names_bad_arguments_and_exits_with_2() {
    for args in [
        &["--format", "xml"][..],
        &["--index"],
        &["--format"],
        &["-z"],
    ] {
        let run = run("toponym scan", args, b"");
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.starts_with("toponym scan: "), "{}", run.err);
        assert!(
            run.err.contains(args[0]) && run.err.contains("--help"),
            "{}",
            run.err
        );
    }
}

#[test]
fn help_is_printed_on_standard_output() {
    for program in ["resolve", "scan"] {
        for help in ["--help", "-h"] {
            let run = run(&format!("toponym {program}"), &[help], b"");
            assert_eq!((run.status, run.err.as_str()), (0, ""));
            assert!(run.out.contains("Usage:") && run.out.contains("--format"));
        }
    }
}

#[test]
fn a_reader_who_has_seen_enough_ends_the_program_quietly() {
    for format in ["table", "jsonl", "json", "csv", "geojson"] {
        let mut child = command("toponym resolve")
            .args(["--format", format])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        // The program may end before it has read all of it.
        let _ = child
            .stdin
            .take()
            .unwrap()
            .write_all(&b"Gyumri\n".repeat(10_000));
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert!(
            output.stderr.is_empty(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
