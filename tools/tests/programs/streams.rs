//! The tools when their output cannot be written.
#![cfg(target_os = "linux")]

use crate::stream_checks::{self as checks, To, run};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// All that are built: some are with a feature of theirs.
fn programs() -> Vec<&'static str> {
    let mut programs = vec![
        "arab_places",
        "check_gazetteer",
        "compile_words",
        "evaluate",
        "evaluate_queries",
        "learn_mentions",
        "learn_romanization",
        "learn_sounds",
        "learn_words",
        "multiply_geonames",
    ];
    if cfg!(feature = "base-map") {
        programs.push("base_map");
    }
    if cfg!(feature = "compare") {
        programs.push("compare_fuzzy");
    }
    if cfg!(feature = "compare-places") {
        programs.push("ask_places");
    }
    programs
}

/// Small input for every tool.
struct Inputs {
    folder: TempDir,
}

impl Inputs {
    fn new() -> Inputs {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write(
            "gold.conll",
            "وصل O\nليريفان B-LOC\nأمس O\n\nزار O\nباريس B-LOC\n. O\n",
        );
        write("pairs.tsv", "خانكندي\tKhankendi\nمارتوني\tMartuni\n");
        write(
            "AM.txt",
            "1\tTown\tTown\t\t40.5\t44.5\tP\tPPL\tAM\t\t\t\t\t\t9\t\t\t\t\n\
             0\tNull\tNull\t\t0\t0\tP\tPPL\tAM\t\t\t\t\t\t\t\t\t\t\n",
        );
        write("alternates.txt", "1\t1\tar\tمدينة\t\t\t\t\n");
        write(
            "places.csv",
            "id,class,feature,country,parent,latitude,longitude\ngn:1,A,PCLI,GE,,42,43.5\n",
        );
        write(
            "names.csv",
            "place,text,language,kind\ngn:1,Georgia,en,preferred\n",
        );
        Inputs { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Arguments with which a tool writes something on standard output, and on standard error
    /// too if it ever does while it works; `None` if it writes only files.
    fn writing(&self, program: &str) -> Option<Vec<String>> {
        let missing = self.path("missing");
        let args = match program {
            "check_gazetteer" => vec!["--tables".into(), self.path("")],
            "compare_fuzzy" => ["--names", "1000", "--only", "daachorse"]
                .map(String::from)
                .to_vec(),
            "evaluate" => vec!["text".into(), missing, self.path("gold.conll")],
            "learn_mentions" => vec![missing, self.path("gold.conll")],
            "learn_romanization" => {
                let dump = [
                    "--geonames",
                    "AM.txt",
                    "--alternate-names",
                    "alternates.txt",
                ];
                let file = |word: &str| match word.starts_with("--") {
                    true => word.to_owned(),
                    false => self.path(word),
                };
                let mut args: Vec<String> = dump.map(file).to_vec();
                args.push(self.path("pairs.tsv"));
                args
            }
            "learn_sounds" => vec![self.path("pairs.tsv")],
            _ => return None,
        };
        Some(args)
    }
}

/// Does so for every tool that writes on standard output.
fn for_each_writing(check: impl Fn(&str, &[&str])) {
    let inputs = Inputs::new();
    for program in programs() {
        if let Some(args) = inputs.writing(program) {
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            check(program, &args);
        }
    }
}

#[test]
fn help_and_version_are_printed_wherever_they_can_be() {
    for program in programs() {
        checks::prints_help_and_version(program, &format!("{program} (toponym)"));
    }
}

#[test]
fn a_full_disk_is_an_error_and_nobody_who_reads_is_none() {
    for_each_writing(checks::ends_with_its_output);
}

#[test]
fn data_are_written_though_messages_cannot_be() {
    for_each_writing(|program, args| {
        checks::writes_though_unheard(program, args, program == "compare_fuzzy");
    });
}

#[test]
fn bad_arguments_end_with_2_though_nobody_is_told() {
    for program in programs() {
        checks::refuses_bad_arguments(program);
    }
}

#[test]
fn files_are_written_though_nobody_is_told() {
    let inputs = Inputs::new();
    let (gold, folder) = (inputs.path("gold.conll"), inputs.path(""));
    let args = ["--output", &folder, &gold];
    let learned = run("learn_mentions", &args, To::FullDisk, To::Nobody);
    assert_eq!(learned.status.code(), Some(2));
    for table in ["mention_weights.csv", "mention_scores.csv"] {
        let table = fs::read_to_string(inputs.path(table)).unwrap();
        assert!(table.lines().count() > 1, "{table}");
    }

    let dump = inputs.path("AM.txt");
    let args = ["2", &dump, &dump, &folder];
    let copied = run("multiply_geonames", &args, To::Nobody, To::Nobody);
    assert_eq!(copied.status.code(), Some(0));
    let places = fs::read_to_string(inputs.path("places.txt")).unwrap();
    assert_eq!(places.lines().count(), 4);
}

#[test]
fn a_broken_rule_is_told_by_the_status_though_nobody_reads_on() {
    let inputs = Inputs::new();
    let tables = inputs.path("");
    fs::write(
        inputs.path("names.csv"),
        "place,text,language,kind\ngn:1,Georgia (land),en,preferred\n",
    )
    .unwrap();
    let args = ["--tables", &tables];
    let checked = run("check_gazetteer", &args, To::Nobody, To::Test);
    assert_eq!(checked.status.code(), Some(1), "{checked:?}");
}

#[test]
fn every_tool_forbids_printing_that_panics() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin");
    let mut tools = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let source = if path.is_dir() {
            path.join("main.rs")
        } else {
            path
        };
        forbids_printing_that_panics(&source);
        tools += 1;
    }
    let of_features = [
        cfg!(feature = "base-map"),
        cfg!(feature = "compare"),
        cfg!(feature = "compare-places"),
    ];
    let untested = of_features.iter().filter(|built| !*built).count();
    assert_eq!(
        tools,
        programs().len() + untested,
        "a tool is not tested here"
    );
}

/// The lint keeps `print!` and `eprint!`, which panic in all these cases, out of a program.
fn forbids_printing_that_panics(source: &Path) {
    let lint = "#![forbid(clippy::print_stdout, clippy::print_stderr)]";
    let source_text = fs::read_to_string(source).unwrap();
    assert!(source_text.lines().any(|l| l == lint), "{source:?}");
}
