//! The commands in the README and in the pages under `docs/`. Blocks of shell commands are run, one after the other in a
//! folder of the page's own. (Those of `service.md` are run by the tests of the service.) A block that begins with
//! "```sh ignore" is not run: it asks for the network, for other programs or for hours. Of these, and of what
//! stands within a line, the commands are at least known, with all of their options.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A block of shell commands.
#[derive(Debug, PartialEq)]
struct Block {
    /// The number of its first line.
    line: usize,
    text: String,
    runs: bool,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let inside = lines.by_ref().take_while(|(_, line)| *line != "```");
            let text: String = inside.map(|(_, line)| format!("{line}\n")).collect();
            if language.split(' ').next() == Some("sh") {
                blocks.push(Block {
                    line: number + 2,
                    text,
                    runs: language == "sh",
                });
            }
        }
    }
    blocks
}

/// What stands within lines as code.
fn spans(page: &str) -> Vec<String> {
    let mut inside = false;
    let prose = page.lines().filter(|line| {
        let is_fence = line.starts_with("```");
        inside ^= is_fence;
        !inside && !is_fence
    });
    let prose: Vec<&str> = prose.collect();
    let joined = prose.join(" ");
    let parts = joined.split('`').enumerate();
    let spans = parts.filter(|(at, _)| at % 2 == 1);
    spans.map(|(_, span)| span.to_owned()).collect()
}

/// The folder of the project.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The README of the project and that of the command, and the pages under `docs/`.
fn pages() -> Vec<(PathBuf, String)> {
    let docs = std::fs::read_dir(project().join("docs")).unwrap();
    let docs = docs.map(|entry| entry.unwrap().path());
    let docs = docs.filter(|path| path.extension().is_some_and(|end| end == "md"));
    let readmes = ["README.md", "cli/README.md"].map(|name| project().join(name));
    let paths = readmes.into_iter().chain(docs);
    let pages = paths.map(|path| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    });
    pages.collect()
}

fn page(name: &str) -> String {
    std::fs::read_to_string(project().join(name)).unwrap()
}

/// Runs a shell's commands in a folder; `toponym` is found first on the path.
fn shell(commands: &str, folder: &Path, what: &str) {
    let programs = Path::new(super::binary("toponym")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(programs.to_owned()).chain(std::env::split_paths(&path));
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", commands])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(path).unwrap())
        .env_remove("TOPONYM_INDEX")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{what}: {}\n{commands}{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
}

/// Runs the blocks of a page in one folder.
fn run_page(name: &str, folder: &Path) {
    let blocks = blocks(&page(name));
    let blocks: Vec<&Block> = blocks.iter().filter(|block| block.runs).collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        shell(&block.text, folder, &format!("{name}:{}", block.line));
    }
}

#[test]
#[cfg(unix)]
fn commands_of_the_cookbook_run() {
    let folder = tempfile::tempdir().unwrap();
    run_page("docs/cookbook.md", folder.path());
}

#[test]
#[cfg(unix)]
fn commands_about_the_map_run() {
    let folder = tempfile::tempdir().unwrap();
    copy_examples(&folder.path().join("examples/articles"));
    run_page("docs/map.md", folder.path());
    // The command that the picture was made by.
    let page = page("docs/map.md");
    for command in spans(&page)
        .iter()
        .filter(|span| span.starts_with("toponym map "))
    {
        if cfg!(feature = "png") || !command.ends_with(".png") {
            shell(command, folder.path(), "docs/map.md");
        }
    }
    assert!(std::fs::read_dir(folder.path()).unwrap().count() >= 2);
}

/// The articles that examples are about.
fn copy_examples(to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(project().join("examples/articles")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

/// The READMEs name files that a reader has: each command is run that asks for nothing else.
#[test]
#[cfg(unix)]
fn commands_of_the_readmes_run() {
    for name in ["README.md", "cli/README.md"] {
        let folder = tempfile::tempdir().unwrap();
        copy_examples(&folder.path().join("examples/articles"));
        copy_examples(&folder.path().join("news"));
        let write = |name: &str, text| std::fs::write(folder.path().join(name), text).unwrap();
        write("article.txt", "وصل الوفد ليريفان من مدينة شوشة");
        write("towns.csv", "no,city\n1,Gyumri\n2,شوشة\n");
        let mut run = 0;
        for block in blocks(&page(name)) {
            for line in block.text.lines() {
                // Others install, end only when told to, or read what is large.
                let asks = [
                    "toponym resolve",
                    "toponym scan",
                    "toponym map",
                    "toponym batch",
                    "toponym --",
                ];
                if asks.iter().any(|begin| line.starts_with(begin)) {
                    shell(&format!("{line}\n"), folder.path(), name);
                    run += 1;
                }
            }
        }
        assert!(run >= 6, "{name}: {run}");
    }
}

/// Every block that is said to run is run by one of the tests.
#[test]
fn no_block_is_left_out() {
    let run_here = [
        "README.md",
        "cli/README.md",
        "docs/cookbook.md",
        "docs/map.md",
    ];
    let run_elsewhere = ["docs/service.md"];
    for (path, text) in pages() {
        let is = |names: &[&str]| names.iter().any(|name| path == project().join(name));
        let runs = blocks(&text).iter().any(|block| block.runs);
        assert!(
            !runs || is(&run_here) || is(&run_elsewhere),
            "{}: no test runs its blocks",
            path.display()
        );
    }
}

/// What a program says of itself.
#[derive(Default)]
struct Helps(BTreeMap<String, String>);

impl Helps {
    /// The help of a command of `toponym`; nothing if there is no such command.
    fn of(&mut self, command: &[String]) -> &str {
        self.0.entry(command.join(" ")).or_insert_with(|| {
            let mut toponym = Command::new(super::binary("toponym"));
            let output = toponym.args(command).arg("--help").output().unwrap();
            match output.status.success() {
                true => String::from_utf8(output.stdout).unwrap(),
                false => String::new(),
            }
        })
    }

    /// Asserts that a command exists, and its options.
    fn check(&mut self, words: &[String], said: &str) {
        let is_name = |word: &&String| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte == b'-' || byte.is_ascii_lowercase())
                && !word.starts_with('-')
        };
        let mut command: Vec<String> = words.iter().take_while(is_name).take(2).cloned().collect();
        // What follows a command's name may be its argument.
        while self.of(&command).is_empty() {
            assert!(command.len() > 1, "there is no such command: {said}");
            command.pop();
        }
        let help = self.of(&command);
        let options = words.iter().filter(|word| word.starts_with("--"));
        for option in options.map(|option| option.split('=').next().unwrap()) {
            let known = help.split([' ', ',', '\n', '=']).any(|word| word == option);
            assert!(known, "there is no {option}: {said}");
        }
    }
}

/// The sources of a tool of the project, as one text.
fn tool(name: &str) -> String {
    let folder = project().join("tools/src/bin").join(name);
    let mut files = vec![folder.with_extension("rs")];
    if let Ok(entries) = std::fs::read_dir(&folder) {
        files.extend(entries.map(|entry| entry.unwrap().path()));
    }
    let texts = files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok());
    texts.collect()
}

/// Asserts that a command of cargo runs what the project has.
fn check_cargo(words: &[String], said: &str) {
    let value = |option: &str| {
        let at = words.iter().position(|word| word == option)?;
        words.get(at + 1).map(String::as_str)
    };
    let own = words
        .iter()
        .position(|word| word == "--")
        .unwrap_or(words.len());
    if let Some(name) = value("--example") {
        let file = project().join(format!("examples/{name}.rs"));
        assert!(name == "NAME" || file.exists(), "{said}");
    }
    if let Some(name) = value("--bench") {
        assert!(
            project().join(format!("benches/{name}.rs")).exists(),
            "{said}"
        );
    }
    let Some(name) = value("--bin").filter(|name| *name != "NAME") else {
        return;
    };
    let source = tool(name);
    assert!(!source.is_empty(), "there is no tool {name}: {said}");
    for option in words[own..]
        .iter()
        .filter(|word| word.starts_with("--") && word.len() > 2)
    {
        let is_known = option == "--help" || source.contains(option.as_str()) || {
            // As clap derives them of fields.
            source.contains(&format!("{}:", option[2..].replace('-', "_")))
        };
        assert!(is_known, "{name} has no {option}: {said}");
    }
}

#[test]
fn every_command_that_is_named_exists_with_its_options() {
    let mut helps = Helps::default();
    let (mut commands, mut tools) = (0, 0);
    for (path, text) in pages() {
        let blocks = blocks(&text);
        let of_blocks = blocks.iter().flat_map(|block| {
            let text = block.text.replace("\\\n", " ");
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        });
        for line in of_blocks.chain(spans(&text)) {
            let said = format!("{}: {line}", path.display());
            // Of the first of a row of commands.
            let first = line
                .split(" # ")
                .next()
                .unwrap()
                .split([';', '|', '>'])
                .next();
            let Some(words) = shlex::split(first.unwrap()) else {
                continue;
            };
            match words.first().map(String::as_str) {
                Some("toponym") if words.len() > 1 => {
                    helps.check(&words[1..], &said);
                    commands += 1;
                }
                Some("cargo") => {
                    check_cargo(&words, &said);
                    tools += 1;
                }
                // A program of the project.
                Some(program) if program.starts_with("cli/tests/") || program == "python/ci" => {
                    assert!(project().join(program).exists(), "{said}");
                }
                _ => {}
            }
        }
    }
    assert!(commands > 50 && tools > 5, "{commands} {tools}");
}

#[test]
fn blocks_are_told_by_their_language() {
    let page =
        "a `b c\nd`\n```sh\none `x`\ntwo\n```\n`e`\n```sh ignore\nthree\n```\n```text\nfour\n```\n";
    let block = |line, text: &str, runs| Block {
        line,
        text: text.to_owned(),
        runs,
    };
    assert_eq!(
        blocks(page),
        [block(4, "one `x`\ntwo\n", true), block(9, "three\n", false)]
    );
    assert_eq!(spans(page), ["b c d", "e"]);
}
