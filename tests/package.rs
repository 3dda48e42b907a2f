//! What `cargo package` packs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
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

/// Cargo warns about each target that it leaves out of a package.
#[test]
fn no_target_is_left_out() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    if root.join("Cargo.toml.orig").exists() {
        eprintln!("skipped: this is a package already, which cannot be packed again");
        return;
    }
    let listed = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(&root)
        .output()
        .unwrap();
    assert!(listed.status.success(), "{listed:?}");
    let listed = String::from_utf8(listed.stdout).unwrap();
    let listed: BTreeSet<String> = listed.lines().map(|file| file.replace('\\', "/")).collect();
    let mut wanted = BTreeSet::new();
    for folder in ["benches", "examples", "tests"] {
        files(&root, folder, &mut wanted);
    }
    // What the targets read, and what an index is made of.
    files(&root, "data", &mut wanted);
    let missing: Vec<_> = wanted.difference(&listed).collect();
    assert_eq!(missing, Vec::<&String>::new());
}
