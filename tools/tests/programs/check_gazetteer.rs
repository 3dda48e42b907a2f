//! What `check_gazetteer` prints and how it ends.

use crate::program::run;

/// A folder with tables of one place and this name, under a title of its own.
fn tables(title: &str, name: &str) -> String {
    let folder = format!("{}/check-{title}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |file: &str, text: String| {
        std::fs::write(format!("{folder}/{file}"), text).unwrap();
    };
    let places = "id,class,feature,country,parent,latitude,longitude\n\
        gn:1,A,PCLI,GE,,42,43.5\ngn:2,P,PPLC,GE,gn:1,41.69,44.83\n";
    write("places.csv", places.into());
    write(
        "names.csv",
        format!("place,text,language,kind\ngn:1,Georgia,en,preferred\ngn:2,{name},en,preferred\n"),
    );
    folder
}

#[test]
fn good_tables_are_counted() {
    let folder = tables("good", "Tbilisi");
    let run = run("check_gazetteer", &["--tables", &folder, "--missing"], b"");
    assert!(run.out.contains("No rule is broken."), "{}", run.out);
    assert!(
        run.out
            .starts_with("country  places  units  seats  villages  other  names  "),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("others without ar (2): Georgia, Tbilisi"),
        "{}",
        run.out
    );
    assert_eq!((run.status, run.err.as_str()), (0, ""));
}

#[test]
fn a_broken_rule_is_named_and_exits_with_1() {
    let folder = tables("broken", "Tbilisi (city)");
    let run = run("check_gazetteer", &["--tables", &folder], b"");
    assert!(
        run.out.contains("Rows that break a rule: 1\n"),
        "{}",
        run.out
    );
    assert!(run.out.contains("gn:2 Tbilisi (city)"), "{}", run.out);
    assert_eq!(run.status, 1);
}

#[test]
fn tables_and_facts_that_are_not_there_are_failures() {
    let folder = tables("shared", "Tbilisi");
    for args in [
        &["--tables", "no/such/folder"][..],
        &["--tables", &folder, "--shared", "no/such/folder"],
    ] {
        let run = run("check_gazetteer", args, b"");
        assert!(run.out.contains("no/such/folder"), "{}", run.out);
        assert_eq!(run.status, 1, "{args:?}");
    }
}

#[test]
fn bad_arguments_exit_with_2() {
    let bad = run("check_gazetteer", &["--nope"], b"");
    assert_eq!((bad.status, bad.out.as_str()), (2, ""));
    assert!(bad.err.contains("--nope") && bad.err.contains("--help"));
    let help = run("check_gazetteer", &["--help"], b"");
    assert_eq!((help.status, help.err.as_str()), (0, ""));
    assert!(help.out.contains("--tables DIR"));
}
