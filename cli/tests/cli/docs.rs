//! The commands in pages under `docs/` run: a page's blocks of shell commands, one after the
//! other in a folder of the page's own. (Those of `service.md` are run by the tests of the service.) A block that begins with "```sh ignore" is not run: it asks for
//! the network, or would not end.

use std::path::Path;
use std::process::Command;

/// The blocks of a page that are run, each with the number of its first line.
fn blocks(page: &str) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let inside = lines.by_ref().take_while(|(_, line)| *line != "```");
            let text: String = inside.map(|(_, line)| format!("{line}\n")).collect();
            if language == "sh" {
                blocks.push((number + 2, text));
            }
        }
    }
    blocks
}

/// Runs a page's blocks; `toponym` is found first on the path.
fn run_page(file: &Path) {
    let page = std::fs::read_to_string(file).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let programs = Path::new(super::binary("toponym")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(programs.to_owned()).chain(std::env::split_paths(&path));
    let path = std::env::join_paths(path).unwrap();
    for (line, block) in blocks(&page) {
        let output = Command::new("bash")
            .args(["-euo", "pipefail", "-c", &block])
            .current_dir(&folder)
            .env("PATH", &path)
            .env_remove("TOPONYM_INDEX")
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}:{line}: {}\n{block}{}{}",
            file.display(),
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
    }
}

#[test]
#[cfg(unix)]
fn commands_of_the_cookbook_run() {
    run_page(&docs().join("cookbook.md"));
}

/// The folder of pages.
fn docs() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

#[test]
fn blocks_are_told_by_their_language() {
    let page = "a\n```sh\none\ntwo\n```\n```sh ignore\nthree\n```\n```text\nfour\n```\n";
    assert_eq!(blocks(page), [(3, "one\ntwo\n".to_owned())]);
}
