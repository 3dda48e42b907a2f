//! What toponym promises, tested from outside, a module for each subject:
//! `cargo test --test all gold::` runs the tests of one.

mod accuracy;
mod article;
mod completion;
mod damage;
mod embedded;
mod gazetteer;
mod geonames;
mod gold;
mod layers;
mod list_triggers;
mod metamorphic;
mod nearest;
mod news_spellings;
mod package;
mod properties;
mod query_affixes;
mod query_context;
mod query_qualifiers;
mod query_words;
mod ranking;
mod scan;
mod serde;
mod share;
mod shared;
mod sound;
mod tables;
mod threads;
mod transliterate;

/// A file that no `mod` names would never be compiled, and its tests never run.
#[test]
fn every_file_is_a_module() {
    let modules: Vec<&str> = include_str!("main.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    for entry in std::fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.file_stem().unwrap().to_str().unwrap();
            assert!(name == "main" || modules.contains(&name), "tests/{name}.rs");
        }
    }
}
