//! The formats that `resolve` and `scan` share, and where they are written.

use crate::program::{Run, command, keys_in_order, run};
use serde_json::Value;
use std::fs;

const TEXT: &str = "وصل الوفد إلى مدينة شوشة. ثم غادر إلى يريفان";

fn rows(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = reader.records().map(|row| row.unwrap());
    let rows = rows.map(|row| row.iter().map(str::to_owned).collect());
    (header, rows.collect())
}

fn good(run: Run) -> String {
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    run.out
}

#[test]
fn csv_of_mentions_has_the_columns_of_the_contract() {
    let args = ["--format", "csv", "--name-language", "ar,hy"];
    let (header, rows) = rows(&good(run("toponym scan", &args, TEXT.as_bytes())));
    assert_eq!(
        header.join(" "),
        "file start end start_char end_char text status id name name:ar name:hy country class lat \
         lon accuracy_km score kind confidence"
    );
    assert_eq!(rows.len(), 2, "{rows:?}");
    let jsonl = good(run("toponym scan", &["--format", "jsonl"], TEXT.as_bytes()));
    let chars: Vec<char> = TEXT.chars().collect();
    for (row, line) in rows.iter().zip(jsonl.lines()) {
        let json: Value = serde_json::from_str(line).unwrap();
        let cell = |title: &str| row[header.iter().position(|t| t == title).unwrap()].as_str();
        let number = |title: &str| cell(title).parse::<usize>().unwrap();
        assert_eq!(&TEXT[number("start")..number("end")], cell("text"));
        let of_chars: String = chars[number("start_char")..number("end_char")]
            .iter()
            .collect();
        assert_eq!(of_chars, cell("text"));
        for title in ["file", "text", "status", "kind"] {
            assert_eq!(json[title], cell(title), "{title}");
        }
        for title in ["id", "name", "country", "class"] {
            assert_eq!(json["place"][title], cell(title), "{title}");
        }
        for title in ["lat", "lon", "score"] {
            assert_eq!(json["place"][title].to_string(), cell(title), "{title}");
        }
        assert_eq!(json["confidence"].to_string(), cell("confidence"));
    }
    assert_eq!(rows[1][9..11], ["يريفان", "Երևան"]);
}

#[test]
fn csv_of_answers_has_a_row_for_each_candidate() {
    let args = [
        "--format",
        "csv",
        "Gyumri",
        "qqxxzzkk",
        "a \"quoted\", name",
    ];
    let (header, rows) = rows(&good(run("toponym resolve", &args, b"")));
    assert_eq!(
        header.join(" "),
        "query status rank id name country class feature lat lon accuracy_km matched_name \
         matched_language edits score"
    );
    assert_eq!(
        rows[0][..5],
        ["Gyumri", "resolved", "1", "gn:616635", "Gyumri"]
    );
    let unknown: Vec<_> = rows.iter().filter(|row| row[1] == "unknown").collect();
    assert_eq!(unknown.len(), 2);
    assert_eq!(
        (unknown[1][0].as_str(), unknown[1][3].as_str()),
        ("a \"quoted\", name", "")
    );
}

#[test]
fn json_is_a_list_of_the_lines() {
    for (program, args, input) in [
        ("toponym scan", &[][..], TEXT),
        ("toponym scan", &[], ""),
        ("toponym resolve", &["Gyumri", "qqxxzzkk"], ""),
        (
            "toponym resolve",
            &["--explain", "--name-language", "hy", "Gyumri"],
            "",
        ),
    ] {
        let formatted = |format| {
            let args = [&["--format", format], args].concat();
            good(run(program, &args, input.as_bytes()))
        };
        let lines = formatted("jsonl");
        let lines = lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap());
        let list: Vec<Value> = serde_json::from_str(&formatted("json")).unwrap();
        assert_eq!(list, lines.collect::<Vec<Value>>(), "{program} {args:?}");
    }
}

#[test]
fn names_in_other_languages_stand_at_the_end() {
    let args = ["--name-language", "hy,tlh", "--limit", "1"];
    let jsonl = [&args[..], &["--format", "jsonl", "غيومري"]].concat();
    let out = good(run("toponym resolve", &jsonl, b""));
    let answer: Value = serde_json::from_str(&out).unwrap();
    let candidate = &answer["candidates"][0];
    assert_eq!(
        candidate["names"],
        serde_json::json!({"hy": "Գյումրի", "tlh": null})
    );
    let keys = keys_in_order(&out);
    assert_eq!(keys[0], ["hy", "tlh"]);
    assert_eq!(keys[1].last().unwrap(), "names");
    let table = good(run(
        "toponym resolve",
        &[&args[..], &["غيومري"]].concat(),
        b"",
    ));
    assert!(
        table
            .lines()
            .next()
            .unwrap()
            .contains("NAME (hy)  NAME (tlh)"),
        "{table}"
    );
    assert!(table.contains("Գյումրի"), "{table}");
}

#[test]
fn right_to_left_names_are_isolated_and_columns_stay_straight() {
    // The ligature of lam and alef is two cells of a terminal.
    let out = good(run("toponym resolve", &["فلاديفوستوك", "Gyumri"], b""));
    assert!(out.contains("\u{2068}فلاديفوستوك\u{2069}"), "{out}");
    let columns = |line: &str| {
        let cells = line
            .chars()
            .filter(|c| !matches!(c, '\u{2068}' | '\u{2069}'));
        let line: String = cells.collect();
        let at = line.find("resolved").map(|at| line[..at].chars().count());
        at.unwrap_or_else(|| line.find("STATUS").unwrap())
    };
    let lines: Vec<&str> = out.lines().filter(|l| !l.starts_with(' ')).collect();
    assert_eq!(lines.len(), 3, "{out}");
    assert!(
        lines.iter().all(|line| columns(line) == columns(lines[0])),
        "{out}"
    );
}

#[test]
fn a_file_takes_its_place_when_it_is_complete() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let table = path("towns.csv");
    fs::write(&table, "city\nGyumri\n").unwrap();
    // The file that is read may be the one that is written.
    let written = run("toponym batch", &["--quiet", &table, "-o", &table], b"");
    assert_eq!((written.status, written.out.as_str()), (0, ""));
    let located = fs::read_to_string(&table).unwrap();
    assert!(located.starts_with("city,status,place_id") && located.contains("gn:616635"));

    let out = path("out.jsonl");
    fs::write(&out, "old").unwrap();
    // What cannot be read leaves the old file: here it is no index.
    let args = ["--index", &table, "--output", &out, "Gyumri"];
    assert_eq!(run("toponym resolve", &args, b"").status, 2);
    assert_eq!(fs::read_to_string(&out).unwrap(), "old");
    let args = ["--format", "jsonl", "--output", &out, "Gyumri"];
    assert_eq!(run("toponym resolve", &args, b"").status, 0);
    assert!(fs::read_to_string(&out).unwrap().contains("gn:616635"));
    for wrong in [path("no/such/folder/out"), path("")] {
        let refused = run("toponym resolve", &["-o", &wrong, "Gyumri"], b"");
        assert_eq!((refused.status, refused.out.as_str()), (2, ""));
        let message = format!("toponym resolve: {}", wrong.trim_end_matches('/'));
        assert!(refused.err.starts_with(&message), "{}", refused.err);
    }
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        2,
        "nothing else is left behind"
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_modes_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (target, link) = (folder.path().join("target"), folder.path().join("link"));
    fs::write(&target, "old").unwrap();
    // As no umask would make it.
    fs::set_permissions(&target, fs::Permissions::from_mode(0o666)).unwrap();
    symlink(&target, &link).unwrap();
    let written = run(
        "toponym resolve",
        &["-o", link.to_str().unwrap(), "Gyumri"],
        b"",
    );
    assert_eq!(written.status, 0, "{}", written.err);
    assert!(link.is_symlink());
    assert!(fs::read_to_string(&target).unwrap().contains("gn:616635"));
    assert_eq!(
        target.metadata().unwrap().permissions().mode() & 0o777,
        0o666
    );
    // Of a file that is not there yet, too.
    fs::remove_file(&target).unwrap();
    let made = run(
        "toponym resolve",
        &["-o", link.to_str().unwrap(), "Gyumri"],
        b"",
    );
    assert_eq!(made.status, 0, "{}", made.err);
    assert!(link.is_symlink() && target.is_file());
    // Through a chain of links, each told from its own folder.
    fs::remove_file(&target).unwrap();
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).unwrap();
    let (first, second) = (folder.path().join("first"), inner.join("second"));
    symlink("inner/second", &first).unwrap();
    symlink("../link", &second).unwrap();
    let chained = run(
        "toponym resolve",
        &["-o", first.to_str().unwrap(), "Gyumri"],
        b"",
    );
    assert_eq!(chained.status, 0, "{}", chained.err);
    assert!(first.is_symlink() && second.is_symlink() && link.is_symlink());
    assert!(target.is_file());
    // What leads to no end is no file.
    let (there, back) = (folder.path().join("there"), folder.path().join("back"));
    symlink(&back, &there).unwrap();
    symlink(&there, &back).unwrap();
    let endless = run(
        "toponym resolve",
        &["-o", there.to_str().unwrap(), "Gyumri"],
        b"",
    );
    assert_eq!(endless.status, 2, "{}", endless.err);
    assert!(endless.err.contains("lead to no end"), "{}", endless.err);
    assert!(there.is_symlink() && back.is_symlink());
    let device = run("toponym resolve", &["-o", "/dev/null", "Gyumri"], b"");
    assert_eq!((device.status, device.out.as_str()), (0, ""));
}

#[test]
fn answers_never_replace_the_index_that_is_searched() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("world.toponym");
    let index = index.to_str().unwrap();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/embedded.toponym");
    fs::copy(data, index).unwrap();
    let before = fs::metadata(index).unwrap().len();
    for (program, more) in [
        ("toponym resolve", &["Gyumri"][..]),
        ("toponym scan", &[]),
        ("toponym batch", &[]),
    ] {
        let args = [&["--index", index, "-o", index][..], more].concat();
        let run = run(program, &args, b"city\nGyumri\n");
        assert_eq!(run.status, 2, "{program}");
        assert!(
            run.err.contains("is the index that is searched"),
            "{}",
            run.err
        );
        assert_eq!(fs::metadata(index).unwrap().len(), before, "{program}");
    }
}

#[test]
fn answers_never_replace_the_texts_that_they_are_about() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("gyumri.txt");
    fs::write(&text, "Gyumri\n").unwrap();
    let link = folder.path().join("link.svg");
    std::os::unix::fs::symlink(&text, &link).unwrap();
    let (text, link) = (text.to_str().unwrap(), link.to_str().unwrap());
    let folder = folder.path().to_str().unwrap();
    let refused = |program: &str, args: &[&str]| {
        let run = run(program, args, b"");
        assert_eq!(run.status, 2, "{program}");
        assert!(run.err.contains("is among what is read"), "{}", run.err);
        assert_eq!(fs::read_to_string(text).unwrap(), "Gyumri\n", "{program}");
    };
    refused("toponym scan", &[text, "-o", text]);
    refused("toponym scan", &["-o", text, folder]);
    refused("toponym scan", &["examples/none.txt", text, "-o", link]);
    refused("toponym map", &[text, "--format", "svg", "-o", text]);
    refused("toponym map", &[text, "-o", link]);
}

/// A shell gives a file to the program without its name.
#[cfg(target_os = "linux")]
#[test]
fn nor_the_file_that_is_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("gyumri.txt");
    for program in ["scan", "resolve"] {
        fs::write(&text, "Gyumri\n").unwrap();
        let mut command = command(&format!("toponym {program}"));
        command.args(["-o", text.to_str().unwrap()]);
        let run = command.stdin(fs::File::open(&text).unwrap()).output();
        assert_eq!(run.unwrap().status.code(), Some(2), "{program}");
        assert_eq!(fs::read_to_string(&text).unwrap(), "Gyumri\n", "{program}");
    }
}

/// A shell appends to what the program reads, or writes over it.
#[cfg(target_os = "linux")]
#[test]
fn standard_output_is_none_of_what_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("towns.csv");
    let table = "city\nGyumri\n";
    let path = text.to_str().unwrap();
    for (program, args, by_input) in [
        ("batch", &[path][..], false),
        ("batch", &[], true),
        ("batch", &[path, "-o", "/dev/stdout"], false),
        ("resolve", &[], true),
        ("scan", &[path], false),
        ("resolve", &["--index", path, "Gyumri"], false),
    ] {
        for append in [true, false] {
            fs::write(&text, table).unwrap();
            let output = fs::File::options().append(append).write(true).open(&text);
            let mut command = command(&format!("toponym {program}"));
            command.args(args).stdout(output.unwrap());
            if by_input {
                command.stdin(fs::File::open(&text).unwrap());
            }
            let run = command.output().unwrap();
            assert_eq!(run.status.code(), Some(2), "{program} {args:?}");
            assert_eq!(
                fs::read_to_string(&text).unwrap(),
                table,
                "{program} {args:?}"
            );
        }
    }
    // Other files are written to as ever.
    fs::write(&text, table).unwrap();
    let other = folder.path().join("other.csv");
    let mut command = command("toponym batch");
    command.arg(path).stdout(fs::File::create(&other).unwrap());
    assert!(command.output().unwrap().status.success());
    assert!(fs::read_to_string(&other).unwrap().contains("gn:616635"));
}

/// What a shell opened is written to where it has come to.
#[cfg(target_os = "linux")]
#[test]
fn names_of_standard_output_replace_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("link");
    std::os::unix::fs::symlink("/dev/stdout", &link).unwrap();
    let log = folder.path().join("log.txt");
    let shell = |script: &str| {
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", script]).current_dir(folder.path());
        shell.env("TOPONYM", env!("CARGO_BIN_EXE_toponym"));
        shell.output().unwrap().status
    };
    for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"] {
        let script = format!(
            "{{ echo before; \"$TOPONYM\" resolve --format csv Gyumri -o {name}; echo behind; }} > log.txt"
        );
        assert!(shell(&script).success(), "{name}");
        let text = fs::read_to_string(&log).unwrap();
        assert!(
            text.starts_with("before\n") && text.ends_with("\nbehind\n"),
            "{name}: {text}"
        );
        assert!(text.contains("gn:616635"), "{name}: {text}");
    }
    for name in ["/dev/fd/3", "/dev/stderr"] {
        let script = format!(
            "echo before > log.txt; exec 3>>log.txt 2>&3; \"$TOPONYM\" resolve Gyumri -o {name} > /dev/null"
        );
        assert_eq!(shell(&script).code(), Some(2), "{name}");
        let text = fs::read_to_string(&log).unwrap();
        assert!(
            text.starts_with("before\ntoponym resolve: ") && !text.contains("gn:"),
            "{name}: {text}"
        );
    }
    // A pipe is written to as ever.
    assert!(shell("\"$TOPONYM\" resolve Gyumri -o /dev/stdout | grep -q 616635").success());
    assert!(shell("\"$TOPONYM\" resolve Gyumri -o /dev/fd/3 3>&1 | grep -q 616635").success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_on_a_full_disk_is_named() {
    let full = run("toponym resolve", &["-o", "/dev/full", "Gyumri"], b"");
    assert_eq!(full.status, 2);
    assert!(
        full.err.starts_with("toponym resolve: /dev/full: "),
        "{}",
        full.err
    );
}

#[test]
fn the_variable_names_an_index() {
    let ask = |index: &str, args: &[&str]| {
        let mut resolve = command("toponym resolve");
        resolve.env("TOPONYM_INDEX", index).args(args);
        let output = resolve.output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), err)
    };
    let (status, err) = ask("no/such/index", &["Gyumri"]);
    assert_eq!(status, Some(2));
    assert!(err.contains("no/such/index"), "{err}");
    // One that is empty says nothing.
    assert_eq!(ask("", &["Gyumri"]).0, Some(0));
    let (_, err) = ask("no/such/index", &["--index", "another", "Gyumri"]);
    assert!(err.contains("another"), "the option comes first: {err}");
}

/// The standard library's own standard output takes all that is written to such a one.
#[cfg(unix)]
#[test]
fn an_output_that_is_not_open_for_writing_and_an_input_not_for_reading_are_errors() {
    for arguments in [
        &["resolve", "Gyumri"][..],
        &["--help"],
        &["index", "place", "gn:616635"],
    ] {
        let null = fs::File::open("/dev/null").unwrap();
        let mut command = command("toponym");
        let output = command.args(arguments).stdout(null).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
    // Nor is an input an empty one that is not open for reading.
    for arguments in [&["resolve"][..], &["batch"], &["scan"]] {
        let folder = tempfile::tempdir().unwrap();
        let written = fs::File::create(folder.path().join("a")).unwrap();
        let mut command = command("toponym");
        let output = command.args(arguments).stdin(written).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}
