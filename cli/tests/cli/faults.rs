//! Disks that are full, programs that are killed, and two of them at once: a file that is replaced is the older one
//! or the new one, whole.
//!
//! What the system answers is changed by strace, call by call; where that cannot be run, the tests say that they
//! are skipped.
#![cfg(target_os = "linux")]

use crate::program::command;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The calls by which a file comes to be: its bytes, their way to the disk, its name.
const CALLS: [&str; 3] = ["write", "fsync", "rename"];

/// More calls of a kind than any of these programs makes.
const MANY: usize = 60;

/// A folder with an older file, and a program that replaces it.
struct Replacing {
    folder: TempDir,
    program: &'static str,
    args: Vec<String>,
}

impl Replacing {
    fn all() -> [Replacing; 2] {
        let rows: String = (1..=30)
            .map(|id| {
                format!(
                    "{id}\tTown {id}\tTown {id}\t\t40.5\t44.5\tP\tPPL\tAM\t\t\t\t\t\t{id}\t\t\t\t\n"
                )
            })
            .collect();
        let table: String = (0..3000).map(|row| format!("Gyumri,{row}\n")).collect();
        let new = |program, input: &str, text: &str, option: &[&str]| {
            let folder = tempfile::tempdir().unwrap();
            let input = folder.path().join(input);
            fs::write(&input, text).unwrap();
            let args = option.iter().map(|word| (*word).to_owned());
            let args = args.chain([input.to_str().unwrap().to_owned(), "--output".to_owned()]);
            let args = args.collect();
            Replacing {
                folder,
                program,
                args,
            }
        };
        [
            new("toponym index build", "AM.txt", &rows, &["--geonames"]),
            new(
                "toponym batch",
                "towns.csv",
                &format!("city,row\n{table}"),
                &["--threads", "1"],
            ),
        ]
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    fn command(&self) -> Command {
        let mut command = command(self.program);
        command.args(&self.args).arg(self.output());
        command
    }

    /// The program under strace, with a fault; what it did is in the log.
    fn traced(&self, log: &Path, fault: &str) -> Option<Output> {
        let command = self.command();
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-e", "trace=/^(write|fsync|rename)"]);
        if !fault.is_empty() {
            strace.args(["-e", &format!("inject={fault}")]);
        }
        strace
            .arg("-o")
            .arg(log)
            .arg(command.get_program())
            .args(command.get_args());
        strace.env_remove("TOPONYM_INDEX");
        strace.output().ok()
    }

    /// Files beside the input and the output.
    fn left_over(&self) -> usize {
        fs::read_dir(self.folder.path()).unwrap().count() - 2
    }
}

/// Whether strace can be run, and follow what it runs.
fn can_trace() -> bool {
    let traced = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .status();
    let can = traced.is_ok_and(|status| status.success());
    if !can {
        let _ = writeln!(std::io::stderr(), "skipped: strace cannot be run");
    }
    can
}

#[test]
fn at_whatever_call_a_disk_is_full_or_a_program_killed() {
    if !can_trace() {
        return;
    }
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("log");
    for replacing in Replacing::all() {
        let output = replacing.output();
        fs::write(&output, "old").unwrap();
        assert!(replacing.command().output().unwrap().status.success());
        let new = fs::read(&output).unwrap();
        for (what, clears_up) in [
            ("error=ENOSPC", true),
            ("error=EIO", true),
            ("signal=KILL", false),
        ] {
            for call in CALLS {
                let mut injected = 0;
                for at in 1..=MANY {
                    fs::write(&output, "old").unwrap();
                    // The kinds of rename that there are.
                    let call = if call == "rename" { "/^rename" } else { call };
                    let fault = format!("{call}:{what}:when={at}");
                    let run = replacing.traced(&log, &fault).unwrap();
                    let log = fs::read_to_string(&log).unwrap();
                    if !log.contains("INJECTED") && !log.contains("SIGKILL") {
                        break;
                    }
                    injected += 1;
                    let found = fs::read(&output).unwrap();
                    let title = format!("{} {fault}: {run:?}\n{log}", replacing.program);
                    if run.status.success() {
                        assert!(found == new, "{title}");
                    } else if clears_up {
                        assert!(found == b"old", "{title}");
                    } else {
                        assert!(found == b"old" || found == new, "{title}");
                    }
                    let left = replacing.left_over();
                    assert!(left <= usize::from(!clears_up), "{title}");
                    for file in fs::read_dir(replacing.folder.path()).unwrap() {
                        let path = file.unwrap().path();
                        let name = path.file_name().unwrap().to_str().unwrap();
                        if name.starts_with('.') {
                            fs::remove_file(&path).unwrap();
                        }
                    }
                }
                assert!(
                    (1..MANY).contains(&injected),
                    "{} {call}",
                    replacing.program
                );
            }
        }
    }
}

#[test]
fn a_file_is_on_the_disk_before_it_has_its_name_and_its_name_then() {
    if !can_trace() {
        return;
    }
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("log");
    for replacing in Replacing::all() {
        let run = replacing.traced(&log, "").unwrap();
        assert!(run.status.success(), "{run:?}");
        let log = fs::read_to_string(&log).unwrap();
        let calls: Vec<&str> = log
            .lines()
            .filter_map(|line| line.split_once(' ')?.1.trim().split_once('('))
            .map(|(call, _)| call)
            .filter(|call| !call.starts_with("write"))
            .collect();
        assert!(
            matches!(calls[..], ["fsync", rename, "fsync"] if rename.starts_with("rename")),
            "{} {calls:?}",
            replacing.program
        );
    }
}

#[test]
fn of_two_at_once_one_is_whole() {
    for replacing in Replacing::all() {
        assert!(replacing.command().output().unwrap().status.success());
        let whole = fs::read(replacing.output()).unwrap();
        for _ in 0..5 {
            fs::write(replacing.output(), "old").unwrap();
            let started: Vec<_> = (0..4)
                .map(|_| replacing.command().stderr(Stdio::null()).spawn().unwrap())
                .collect();
            // Whoever reads meanwhile finds the older file, or a whole one.
            for mut one in started {
                while one.try_wait().unwrap().is_none() {
                    let found = fs::read(replacing.output()).unwrap();
                    assert!(found == b"old" || found == whole);
                    std::thread::sleep(std::time::Duration::from_millis(1));
                }
                assert!(one.wait().unwrap().success());
            }
            assert!(fs::read(replacing.output()).unwrap() == whole);
            assert_eq!(replacing.left_over(), 0);
        }
    }
}
