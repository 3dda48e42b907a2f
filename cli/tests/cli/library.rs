//! The command as a library, and what it says of itself.

use crate::program::run;
use toponym_cli::Console;

/// Runs the command in this process.
fn run_here(args: &[&str], mut input: &[u8]) -> (u8, String, String) {
    let (mut output, mut messages) = (Vec::new(), Vec::new());
    let mut console = Console::new(&mut input, &mut output, &mut messages);
    let args = ["toponym"].iter().chain(args);
    let status = toponym_cli::run(args, &mut console);
    let [output, messages] = [output, messages].map(|bytes| String::from_utf8(bytes).unwrap());
    (status, output, messages)
}

#[test]
fn it_writes_to_its_streams_what_the_program_writes() {
    for (args, input) in [
        (&["resolve", "Gyumri"][..], ""),
        (&["resolve", "--format", "jsonl"], "Gyumri\n\nBaku"),
        (&["scan", "--format", "csv"], "They met in Gyumri."),
        (&["scan", "no/such/file"], ""),
        (&["map", "--format", "svg"], "They met in Gyumri."),
        (&["batch"], "city\nGyumri\n"),
        (&["index", "place", "gn:616635", "gn:1"], ""),
        (&["index", "nonsense"], ""),
        (&["--help"], ""),
        (&["scan", "--nope"], ""),
        (&[], ""),
    ] {
        let here = run_here(args, input.as_bytes());
        let there = run("toponym", args, input.as_bytes());
        let there = (there.status as u8, there.out, there.err);
        assert_eq!(here, there, "{args:?}");
    }
}

#[test]
fn a_reader_who_is_gone_ends_it_quietly() {
    struct Gone;
    impl std::io::Write for Gone {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for args in [
        &["resolve", "Gyumri"][..],
        &["resolve", "--format", "csv", "Gyumri"],
        &["scan", "--format", "geojson"],
        &["scan", "--format", "geojson", "--features", "place"],
        &["map"],
        &["map", "--format", "svg"],
        &["batch"],
        &["index", "info"],
        &["index", "place", "gn:616635"],
        &["completions", "zsh"],
        &["man"],
        &["--attribution"],
        &["--help"],
    ] {
        let mut messages = Vec::new();
        let mut input: &[u8] = b"city\nGyumri\n";
        let mut gone = Gone;
        let mut console = Console::new(&mut input, &mut gone, &mut messages);
        let args = ["toponym"].iter().chain(args);
        assert_eq!(toponym_cli::run(args.clone(), &mut console), 0, "{args:?}");
        let said = String::from_utf8(messages).unwrap();
        assert!(!said.contains("standard output"), "{args:?}: {said}");
    }
}

#[test]
fn every_command_has_help_with_examples_a_page_and_completions() {
    let (_, help, _) = run_here(&["--help"], b"");
    let names = [
        "resolve",
        "scan",
        "map",
        "batch",
        "index",
        "completions",
        "man",
    ];
    for name in names {
        assert!(
            help.lines().any(|line| line.trim_start().starts_with(name)),
            "{help}"
        );
        let (status, help, _) = run_here(&[name, "--help"], b"");
        assert_eq!(status, 0);
        assert!(
            help.contains(&format!("\n  toponym {name}")),
            "{name}: {help}"
        );
        let (status, page, said) = run_here(&["man", name], b"");
        assert_eq!((status, said.as_str()), (0, ""));
        assert!(page.contains(".TH") && page.contains(name), "{page}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (status, script, _) = run_here(&["completions", shell], b"");
        assert_eq!(status, 0);
        for name in names {
            assert!(script.contains(name), "{shell}: {name}");
        }
        assert!(script.contains("name-language"), "{shell}");
    }
    let (status, attribution, _) = run_here(&["--attribution"], b"");
    assert_eq!((status, attribution.as_str()), (0, toponym::ATTRIBUTION));
    let (status, _, said) = run_here(&["man", "nonsense"], b"");
    assert_eq!(status, 2);
    assert!(said.contains("nonsense"), "{said}");
}
