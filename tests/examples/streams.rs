//! Every program when its output cannot be written: a full disk, or nobody who reads.
#![cfg(target_os = "linux")]

use crate::program::path;
use std::fs::{self, File};
use std::io::pipe;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const PROGRAMS: [&str; 10] = [
    "batch",
    "build_index",
    "check_gazetteer",
    "compare_fuzzy",
    "evaluate",
    "learn_mentions",
    "learn_sounds",
    "multiply_geonames",
    "resolve",
    "scan",
];

/// Where a stream leads.
#[derive(Clone, Copy, Debug)]
enum To {
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

fn run(program: &str, args: &[&str], out: To, err: To) -> Output {
    let mut command = Command::new(path(program));
    command.args(args).stdin(Stdio::null());
    command.stdout(out.stdio()).stderr(err.stdio());
    let output = command.spawn().unwrap().wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.contains("panicked"), "{program} {args:?}: {errors}");
    output
}

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
            "gold.conll",
            "وصل O\nليريفان B-LOC\nأمس O\n\nزار O\nباريس B-LOC\n. O\n",
        );
        write("pairs.tsv", "خانكندي\tKhankendi\nمارتوني\tMartuni\n");
        write(
            "AM.txt",
            "1\tTown\tTown\t\t40.5\t44.5\tP\tPPL\tAM\t\t\t\t\t\t9\t\t\t\t\n\
             0\tNull\tNull\t\t0\t0\tP\tPPL\tAM\t\t\t\t\t\t\t\t\t\t\n",
        );
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

    /// Arguments with which a program writes something on standard output, and on standard
    /// error too if it ever does while it works; `None` if it writes only files.
    fn writing(&self, program: &str) -> Option<Vec<String>> {
        let missing = self.path("missing");
        let args = match program {
            "batch" => vec![self.path("towns.csv")],
            "check_gazetteer" => vec!["--tables".into(), self.path("")],
            "compare_fuzzy" => ["--names", "1000", "--only", "daachorse"]
                .map(String::from)
                .to_vec(),
            "evaluate" => vec!["text".into(), missing, self.path("gold.conll")],
            "learn_mentions" => vec![missing, self.path("gold.conll")],
            "learn_sounds" => vec![self.path("pairs.tsv")],
            "resolve" => vec!["Gyumri".into()],
            "scan" => vec![missing, self.path("story.txt")],
            _ => return None,
        };
        Some(args)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn help_and_version_are_printed_wherever_they_can_be() {
    for program in PROGRAMS {
        for flag in ["--help", "-h", "--version", "-V"] {
            let printed = run(program, &[flag], To::Test, To::Test);
            assert!(printed.status.success(), "{program} {flag}");
            assert!(printed.stderr.is_empty(), "{program} {flag}");
            let printed = text(&printed.stdout);
            if flag.contains(['V', 'v']) {
                let version = env!("CARGO_PKG_VERSION");
                assert_eq!(printed, format!("{program} (toponym) {version}\n"));
            } else {
                for part in ["Usage: ", "--help", "--version", "xit status: "] {
                    assert!(printed.contains(part), "{program}: {part}");
                }
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
}

#[test]
fn a_full_disk_is_an_error_and_nobody_who_reads_is_none() {
    let inputs = Inputs::new();
    for program in PROGRAMS {
        let Some(args) = inputs.writing(program) else {
            continue;
        };
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let full = run(program, &args, To::FullDisk, To::Test);
        assert_eq!(full.status.code(), Some(2), "{program}");
        let message = text(&full.stderr);
        let last = message.lines().last().unwrap();
        assert!(
            last.starts_with(&format!("{program}: standard output: ")),
            "{message}"
        );
        let unread = run(program, &args, To::Nobody, To::Test);
        assert_eq!(unread.status.code(), Some(0), "{program}: {unread:?}");
        assert!(
            !text(&unread.stderr).contains("standard output"),
            "{program}"
        );
        // Nor is there anything to be done where the error cannot be said.
        let both = run(program, &args, To::FullDisk, To::FullDisk);
        assert_eq!(both.status.code(), Some(2), "{program}");
    }
}

#[test]
fn data_are_written_though_messages_cannot_be() {
    let inputs = Inputs::new();
    for program in PROGRAMS {
        let Some(args) = inputs.writing(program) else {
            continue;
        };
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let heard = run(program, &args, To::Test, To::Test);
        assert!(!heard.stdout.is_empty(), "{program}");
        for err in [To::Nobody, To::FullDisk] {
            let unheard = run(program, &args, To::Test, err);
            assert_eq!(unheard.status, heard.status, "{program} {err:?}");
            // What `compare_fuzzy` writes are times.
            if program != "compare_fuzzy" {
                assert_eq!(
                    text(&unheard.stdout),
                    text(&heard.stdout),
                    "{program} {err:?}"
                );
            }
            assert_eq!(
                unheard.stdout.iter().filter(|byte| **byte == b'\n').count(),
                heard.stdout.iter().filter(|byte| **byte == b'\n').count(),
                "{program} {err:?}"
            );
        }
    }
}

#[test]
fn bad_arguments_end_with_2_though_nobody_is_told() {
    for program in PROGRAMS {
        for err in [To::Nobody, To::FullDisk, To::Test] {
            let bad = run(program, &["--nope"], To::Test, err);
            assert_eq!(bad.status.code(), Some(2), "{program} {err:?}");
            assert!(bad.stdout.is_empty(), "{program}");
        }
        let said = text(&run(program, &["--nope"], To::Test, To::Test).stderr);
        assert!(said.starts_with(&format!("{program}: ")), "{said}");
        assert!(said.contains("--nope") && said.contains("--help"), "{said}");
    }
}

#[test]
fn files_are_written_though_nobody_is_told() {
    let inputs = Inputs::new();
    let (dump, output) = (inputs.path("AM.txt"), inputs.path("am.toponym"));
    let args = ["--geonames", &dump, "--output", &output];
    let built = run("build_index", &args, To::Nobody, To::Nobody);
    assert_eq!(built.status.code(), Some(0));
    let found = run("resolve", &["--index", &output, "Town"], To::Test, To::Test);
    assert!(text(&found.stdout).contains("gn:1"), "{found:?}");

    let (gold, folder) = (inputs.path("gold.conll"), inputs.path(""));
    let args = ["--output", &folder, &gold];
    let learned = run("learn_mentions", &args, To::FullDisk, To::Nobody);
    assert_eq!(learned.status.code(), Some(2));
    for table in ["mention_weights.csv", "mention_scores.csv"] {
        let table = fs::read_to_string(inputs.path(table)).unwrap();
        assert!(table.lines().count() > 1, "{table}");
    }

    let args = ["2", &dump, &dump, &folder];
    let copied = run("multiply_geonames", &args, To::Nobody, To::Nobody);
    assert_eq!(copied.status.code(), Some(0));
    assert_eq!(
        fs::read_to_string(inputs.path("places.txt"))
            .unwrap()
            .lines()
            .count(),
        4
    );
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
    let checked = run(
        "check_gazetteer",
        &["--tables", &tables],
        To::Nobody,
        To::Test,
    );
    assert_eq!(checked.status.code(), Some(1), "{checked:?}");
}

/// The lint keeps `print!` and `eprint!`, which panic in all these cases, out of the programs.
#[test]
fn every_program_forbids_printing_that_panics() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for program in PROGRAMS {
        let [file, main] = [format!("{program}.rs"), format!("{program}/main.rs")];
        let source = fs::read_to_string(folder.join(file))
            .or_else(|_| fs::read_to_string(folder.join(main)))
            .unwrap();
        let lint = "#![forbid(clippy::print_stdout, clippy::print_stderr)]";
        assert!(source.lines().any(|line| line == lint), "{program}");
    }
    let roots = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let roots = roots.filter(|path| {
        path.extension().is_some_and(|extension| extension == "rs") || path.join("main.rs").exists()
    });
    assert_eq!(
        roots.count(),
        PROGRAMS.len(),
        "a program is not tested here"
    );
}
