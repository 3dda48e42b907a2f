//! `build_index`, and the programs on what it builds.

use super::program::{path, run};
use std::fs;
use std::path::Path;

/// A table of so many places.
fn table(folder: &Path, places: usize) -> String {
    let rows: String = (1..=places)
        .map(|id| {
            format!(
                "{id}\tTown {id}\tTown {id}\t\t40.5\t44.5\tP\tPPL\tAM\t\t\t\t\t\t{id}\t\t\t\t\n"
            )
        })
        .collect();
    let path = folder.join("AM.txt");
    fs::write(
        &path,
        format!("{rows}0\tNull\tNull\t\t0\t0\tP\tPPL\tAM\t\t\t\t\t\t\t\t\t\t\n"),
    )
    .unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn builds_what_resolve_and_scan_search() {
    let folder = tempfile::tempdir().unwrap();
    let dump = table(folder.path(), 9);
    let index = folder
        .path()
        .join("am.toponym")
        .to_str()
        .unwrap()
        .to_owned();
    let built = run(
        "build_index",
        &["--embedded", "--geonames", &dump, "--output", &index],
        b"",
    );
    assert_eq!((built.status, built.out.as_str()), (0, ""));
    assert!(
        built.err.contains("1 an id is a number from 1 up"),
        "{}",
        built.err
    );
    assert!(built.err.contains("AM.txt:10"), "{}", built.err);

    let found = run(
        "resolve",
        &["--index", &index, "--format", "jsonl", "Town 7", "غيومري"],
        b"",
    );
    assert!(
        found.out.contains("\"id\":\"gn:7\"") && found.out.contains("\"id\":\"gn:616635\""),
        "{}",
        found.out
    );
    let found = run(
        "scan",
        &["--index", &index, "--format", "jsonl"],
        b"They met in Town 7.",
    );
    assert!(found.out.contains("\"text\":\"Town 7\""), "{}", found.out);

    let strict = run(
        "build_index",
        &["--strict", "--geonames", &dump, "--output", &index],
        b"",
    );
    assert_eq!(strict.status, 2);
    assert!(
        strict.err.contains("AM.txt:10: column `geonameid`"),
        "{}",
        strict.err
    );
    let missing = run("resolve", &["--index", &dump, "x"], b"");
    assert_eq!(missing.status, 2);
    assert!(missing.err.contains("is not an index"), "{}", missing.err);
}

#[test]
fn no_input_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let dump = table(folder.path(), 9);
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let places = file("places.csv", "id,latitude,longitude\nacme:a,40,44\n");
    let names = file("names.csv", "place,text,language\nacme:a,A,en\n");
    let corrections = file("corrections.csv", "place,change,text\nacme:a,withdraw,A\n");
    let alternates = file("alternates.txt", "1\t1\ten\tTown\n");
    let hierarchy = file("hierarchy.txt", "1\t2\tADM\n");
    let codes = file("codes.txt", "AM.01\tA\tA\t1\n");
    let countries = file("countries.txt", &format!("AM{}1\n", "\t".repeat(16)));
    let inputs = [
        &dump,
        &places,
        &names,
        &corrections,
        &alternates,
        &hierarchy,
        &codes,
        &countries,
    ];
    for output in inputs {
        let before = fs::read(output).unwrap();
        let arguments = [
            "--tables",
            folder.path().to_str().unwrap(),
            "--corrections",
            &corrections,
            "--geonames",
            &dump,
            "--alternate-names",
            &alternates,
            "--hierarchy",
            &hierarchy,
            "--admin-codes",
            &codes,
            "--country-info",
            &countries,
            "--output",
            output,
        ];
        let refused = run("build_index", &arguments, b"");
        assert_eq!(refused.status, 2);
        assert!(refused.err.contains("which is read"), "{}", refused.err);
        assert!(fs::read(output).unwrap() == before, "{output}");
    }
}

/// A limit on the length of files stands in for a full disk: the system refuses to write on, or
/// kills who does.
#[cfg(unix)]
#[test]
fn a_full_disk_or_a_kill_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let dump = table(folder.path(), 9);
    let index = folder.path().join("am.toponym");
    let output = index.to_str().unwrap();
    assert_eq!(
        run(
            "build_index",
            &["--geonames", &dump, "--output", output],
            b""
        )
        .status,
        0
    );
    let old = fs::read(&index).unwrap();
    let dump = table(folder.path(), 20_000);
    for (signal, refused) in [("trap '' XFSZ", true), ("trap - XFSZ", false)] {
        let script =
            format!("{signal}; ulimit -f 64; exec \"$0\" --geonames \"$1\" --output \"$2\"");
        let built = std::process::Command::new("sh")
            .args(["-c", &script])
            .arg(path("build_index"))
            .args([&dump, output])
            .output()
            .unwrap();
        assert_eq!(built.status.code().is_some(), refused, "{built:?}");
        assert!(!built.status.success());
        assert!(fs::read(&index).unwrap() == old, "{signal}");
        // Who is killed cannot clear up.
        let unfinished = fs::read_dir(folder.path()).unwrap().count() - 2;
        assert_eq!(unfinished, usize::from(!refused), "{built:?}");
    }
}
