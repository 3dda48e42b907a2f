//! What `cargo package` packs.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// The files of a folder and of those in it, as the package would list them.
fn files(folder: &Path, name: &str, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder.join(name)).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{name}/{}", entry.file_name().to_str().unwrap());
        match entry.file_type().unwrap().is_dir() {
            true => files(folder, &name, found),
            false => drop(found.insert(name)),
        }
    }
}

/// The tables that `data/embedded.toponym` and `data/words.toponym` are compiled of: nothing in the
/// package reads them.
const COMPILED: [&str; 18] = [
    "abbreviations",
    "common_words",
    "confusions",
    "context_words",
    "demonyms",
    "demonyms_unplaced",
    "derivations",
    "feature_words",
    "frequent_words",
    "generic_parts",
    "mention_models",
    "mention_scores",
    "mention_weights",
    "missing",
    "names",
    "places",
    "query_words",
    "suffixes",
];

/// The library, the examples and what they read; no other package and no table that only other
/// packages read.
#[test]
fn the_library_and_its_examples_are_packed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let listed = Command::new(env!("CARGO"))
        .args(["package", "--package", "toponym", "--list"])
        .args(["--allow-dirty", "--offline"])
        .current_dir(&root)
        .output()
        .unwrap();
    assert!(listed.status.success(), "{listed:?}");
    let listed = String::from_utf8(listed.stdout).unwrap();
    let listed: BTreeSet<String> = listed.lines().map(|file| file.replace('\\', "/")).collect();
    let mut wanted = BTreeSet::new();
    for folder in ["src", "examples", "data"] {
        files(&root, folder, &mut wanted);
    }
    for source in COMPILED {
        assert!(wanted.remove(&format!("data/{source}.csv")), "{source}");
    }
    let missing: Vec<_> = wanted.difference(&listed).collect();
    assert_eq!(missing, Vec::<&String>::new());
    let others = ["benches/", "cli/", "tests/", "tools/", ".ci/"];
    let foreign = |file: &&String| others.iter().any(|folder| file.starts_with(folder));
    let foreign: Vec<_> = listed.difference(&wanted).filter(foreign).collect();
    assert_eq!(foreign, Vec::<&String>::new());
}
