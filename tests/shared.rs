//! Facts and texts that lie beside the project, in the folder that `TOPONYM_SHARED` names.

mod folder;

pub use folder::folder;

#[cfg(feature = "embedded")]
mod tests {
    use std::path::Path;
    use std::process::{Command, Output};

    /// The tests that need the folder.
    const NEEDING: [&str; 3] = [
        "article::every_place_of_the_article_and_no_other",
        "gazetteer::towns_are_where_the_facts_have_them",
        "news_spellings::newspapers_spellings_lead_to_their_places",
    ];

    /// Runs them in a process of their own, with the variable set so.
    fn run(folder: Option<&Path>) -> Output {
        let mut tests = Command::new(std::env::current_exe().unwrap());
        tests.arg("--exact").args(NEEDING);
        match folder {
            Some(folder) => tests.env("TOPONYM_SHARED", folder),
            None => tests.env_remove("TOPONYM_SHARED"),
        };
        tests.output().unwrap()
    }

    fn assert_all(output: &Output, result: &str) {
        let written = String::from_utf8_lossy(&output.stdout);
        assert!(written.contains(result), "{written}");
    }

    #[test]
    fn without_the_variable_each_says_that_it_is_skipped() {
        let output = run(None);
        assert_all(&output, "3 passed; 0 failed");
        let notices = String::from_utf8_lossy(&output.stderr);
        let skipped = notices.lines().filter(|line| {
            line.starts_with("skipped: ") && line.ends_with("(TOPONYM_SHARED is not set)")
        });
        assert_eq!(skipped.count(), NEEDING.len(), "{notices}");
    }

    #[test]
    fn with_a_wrong_folder_each_fails() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing");
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        for wrong in [missing.as_path(), &file, Path::new("")] {
            let output = run(Some(wrong));
            assert_all(&output, "0 passed; 3 failed");
            assert_all(
                &output,
                &format!("TOPONYM_SHARED: {} is no folder", wrong.display()),
            );
        }
        let empty = tempfile::tempdir().unwrap();
        assert_all(&run(Some(empty.path())), "0 passed; 3 failed");
    }

    /// A test that asks for the folder in another way, or that is missing above, would be skipped
    /// in silence.
    #[test]
    fn no_other_test_needs_the_folder() {
        let mut asked = 0;
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let source = std::fs::read_to_string(&path).unwrap();
                    asked += source
                        .matches(concat!("crate::shared", "::folder("))
                        .count();
                    let own = path.ends_with("shared.rs") || path.ends_with("shared/folder.rs");
                    assert!(own || !source.contains("\"TOPONYM_SHARED\""), "{path:?}");
                }
            }
        }
        assert_eq!(asked, NEEDING.len());
    }
}
