//! `toponym index`, and the commands on what it builds.

use crate::program::run;
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
        "toponym index build",
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
        "toponym resolve",
        &["--index", &index, "--format", "jsonl", "Town 7", "غيومري"],
        b"",
    );
    assert!(
        found.out.contains("\"id\":\"gn:7\"") && found.out.contains("\"id\":\"gn:616635\""),
        "{}",
        found.out
    );
    let found = run(
        "toponym scan",
        &["--index", &index, "--format", "jsonl"],
        b"They met in Town 7.",
    );
    assert!(found.out.contains("\"text\":\"Town 7\""), "{}", found.out);

    let strict = run(
        "toponym index build",
        &["--strict", "--geonames", &dump, "--output", &index],
        b"",
    );
    assert_eq!(strict.status, 2);
    assert!(
        strict.err.contains("AM.txt:10: column `geonameid`"),
        "{}",
        strict.err
    );
    let missing = run("toponym resolve", &["--index", &dump, "x"], b"");
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
        let refused = run("toponym index build", &arguments, b"");
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
            "toponym index build",
            &["--geonames", &dump, "--output", output],
            b""
        )
        .status,
        0
    );
    let old = fs::read(&index).unwrap();
    let dump = table(folder.path(), 20_000);
    for (signal, refused) in [("trap '' XFSZ", true), ("trap - XFSZ", false)] {
        let script = format!(
            "{signal}; ulimit -f 64; exec \"$0\" index build --geonames \"$1\" --output \"$2\""
        );
        let built = std::process::Command::new("sh")
            .args(["-c", &script])
            .arg(crate::binary("toponym"))
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

#[test]
fn indexes_are_described_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let dump = table(folder.path(), 9);
    let index = folder.path().join("am.toponym");
    let file = index.to_str().unwrap();
    let built = run(
        "toponym index build",
        &["--geonames", &dump, "-o", file],
        b"",
    );
    assert_eq!(built.status, 0, "{}", built.err);

    let info = run("toponym index info", &["--format", "json", file], b"");
    let json: serde_json::Value = serde_json::from_str(&info.out).unwrap();
    let expected = serde_json::json!({
        "file": file, "bytes": fs::metadata(&index).unwrap().len(), "places": 9, "names": 9,
        "classes": {"P": 9}, "countries": {"AM": 9},
    });
    assert_eq!(json, expected);
    let built_in = run("toponym index info", &[], b"");
    assert!(
        built_in.out.starts_with("the built-in gazetteer: "),
        "{}",
        built_in.out
    );

    let whole = run("toponym index verify", &[file], b"");
    assert_eq!((whole.status, whole.err.as_str()), (0, ""));
    assert_eq!(whole.out, format!("{file}: whole, 9 places, 9 names\n"));
    let mut bytes = fs::read(&index).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let damaged = folder.path().join("damaged");
    fs::write(&damaged, bytes).unwrap();
    let damaged = damaged.to_str().unwrap();
    let refused = run("toponym index verify", &[damaged], b"");
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains(damaged), "{}", refused.err);

    let place = run(
        "toponym index place",
        &["--index", file, "--format", "jsonl", "gn:7"],
        b"",
    );
    let json: serde_json::Value = serde_json::from_str(&place.out).unwrap();
    assert_eq!(
        (&json["name"], &json["names"][0]["text"]),
        (&"Town 7".into(), &"Town 7".into())
    );
    let some = run("toponym index place", &["gn:1", "gn:616635", "no id"], b"");
    assert_eq!((some.status, some.out.as_str()), (2, ""));
    let some = run("toponym index place", &["gn:1", "wd:Q199500"], b"");
    assert_eq!(some.status, 2);
    assert!(some.err.contains("gn:1: no place"), "{}", some.err);
    for part in ["gn:616635  Gyumri", "Armenia", "\u{2068}غيومري\u{2069}"] {
        assert!(some.out.contains(part), "{part}: {}", some.out);
    }
}

#[test]
fn what_a_build_needs_is_asked_for() {
    for (args, message) in [
        (&["--output", "x"][..], "--tables"),
        (&["--embedded"], "--output"),
        (
            &["--embedded", "--country", "AM", "--output", "x"],
            "--geonames",
        ),
        (
            &["--embedded", "--class", "P,Y", "--output", "x"],
            "--class",
        ),
    ] {
        let refused = run("toponym index build", args, b"");
        assert_eq!((refused.status, refused.out.as_str()), (2, ""), "{args:?}");
        assert!(
            refused.err.starts_with("toponym index build: "),
            "{}",
            refused.err
        );
        assert!(refused.err.contains(message), "{args:?}: {}", refused.err);
    }
}
