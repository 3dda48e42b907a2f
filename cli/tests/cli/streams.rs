//! The commands when their output cannot be written.
#![cfg(target_os = "linux")]

use super::stream_checks::{self as checks, To, run, text};
use std::fs;
use tempfile::TempDir;

const PROGRAMS: [&str; 10] = [
    "toponym",
    "toponym batch",
    "toponym completions",
    "toponym index",
    "toponym index build",
    "toponym index info",
    "toponym index place",
    "toponym man",
    "toponym resolve",
    "toponym scan",
];

/// Small input for every program.
struct Inputs {
    folder: TempDir,
}

impl Inputs {
    fn new() -> Inputs {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write("towns.csv", "city,x\nGyumri,1\nbad\nBaku,2\n");
        write("story.txt", "They met in Gyumri.");
        write(
            "AM.txt",
            "1\tTown\tTown\t\t40.5\t44.5\tP\tPPL\tAM\t\t\t\t\t\t9\t\t\t\t\n\
             0\tNull\tNull\t\t0\t0\tP\tPPL\tAM\t\t\t\t\t\t\t\t\t\t\n",
        );
        Inputs { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Arguments with which programs write something on standard output, and on standard error
    /// too if they ever do while they work.
    fn writing(&self) -> [(&'static str, Vec<String>); 8] {
        [
            ("toponym", vec!["--attribution".into()]),
            ("toponym batch", vec![self.path("towns.csv")]),
            ("toponym completions", vec!["bash".into()]),
            ("toponym index info", vec![]),
            ("toponym index place", vec!["gn:616635".into()]),
            ("toponym man", vec!["scan".into()]),
            ("toponym resolve", vec!["Gyumri".into()]),
            (
                "toponym scan",
                vec![self.path("missing"), self.path("story.txt")],
            ),
        ]
    }
}

#[test]
fn help_and_version_are_printed_wherever_they_can_be() {
    for program in PROGRAMS {
        checks::prints_help_and_version(program, "toponym");
    }
}

#[test]
fn a_full_disk_is_an_error_and_nobody_who_reads_is_none() {
    for (program, args) in Inputs::new().writing() {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        checks::ends_with_its_output(program, &args);
    }
}

#[test]
fn data_are_written_though_messages_cannot_be() {
    for (program, args) in Inputs::new().writing() {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        checks::writes_though_unheard(program, &args, false);
    }
}

#[test]
fn bad_arguments_end_with_2_though_nobody_is_told() {
    for program in PROGRAMS {
        checks::refuses_bad_arguments(program);
    }
}

#[test]
fn an_index_is_written_though_nobody_is_told() {
    let inputs = Inputs::new();
    let (dump, output) = (inputs.path("AM.txt"), inputs.path("am.toponym"));
    let args = ["--geonames", &dump, "--output", &output];
    let built = run("toponym index build", &args, To::Nobody, To::Nobody);
    assert_eq!(built.status.code(), Some(0));
    let found = run(
        "toponym resolve",
        &["--index", &output, "Town"],
        To::Test,
        To::Test,
    );
    assert!(text(&found.stdout).contains("gn:1"), "{found:?}");
}

/// The lint keeps `print!` and `eprint!`, which panic in all these cases, out of the package.
#[test]
fn the_package_denies_printing_that_panics() {
    let manifest = include_str!("../../Cargo.toml");
    for lint in ["print_stdout = \"deny\"", "print_stderr = \"deny\""] {
        assert!(manifest.lines().any(|line| line == lint), "{lint}");
    }
}
