//! Which files arguments name: files, folders, patterns, and `-` for standard input.

use crate::input::name_pattern::NamePattern;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The endings of the files that are read of a folder, in small letters.
const ENDINGS: [&str; 9] = [
    "txt", "text", "md", "html", "htm", "xhtml", "docx", "pdf", "log",
];

/// A file that is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileName {
    StandardInput,
    Path(PathBuf),
}

impl FileName {
    /// As answers and messages call it.
    pub fn display(&self) -> String {
        match self {
            FileName::StandardInput => "-".to_owned(),
            FileName::Path(path) => path.display().to_string(),
        }
    }

    /// Where it lies on the disk.
    pub fn path(&self) -> &Path {
        match self {
            FileName::StandardInput => standard_input(),
            FileName::Path(path) => path,
        }
    }
}

/// Where standard input may lie on the disk: on Linux this name leads to the file that a shell made it.
pub(crate) fn standard_input() -> &'static Path {
    Path::new("/dev/stdin")
}

/// The files that arguments name, each argument's in the order of their names. An error is a message
/// that names the argument; the others are read all the same.
pub(crate) fn expand(args: &[OsString]) -> Vec<Result<FileName, String>> {
    match args {
        [] => vec![Ok(FileName::StandardInput)],
        _ => args.iter().flat_map(|arg| expand_one(arg)).collect(),
    }
}

fn expand_one(arg: &OsStr) -> Vec<Result<FileName, String>> {
    let path = Path::new(arg);
    if arg == "-" {
        vec![Ok(FileName::StandardInput)]
    } else if path.is_dir() {
        folder(path)
    } else if let Some(pattern) = arg.to_str().filter(|text| is_pattern(text))
        && !path.exists()
    {
        matching(pattern)
    } else {
        vec![Ok(FileName::Path(path.to_owned()))]
    }
}

pub(super) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '['])
}

/// The texts in a folder and in those in it, without hidden ones. Links to folders are not followed,
/// which could go round in a circle.
fn folder(path: &Path) -> Vec<Result<FileName, String>> {
    let is_hidden = |entry: &DirEntry| {
        let name = entry.file_name().as_encoded_bytes();
        entry.depth() > 0 && name.starts_with(b".")
    };
    let entries = WalkDir::new(path).sort_by_file_name().into_iter();
    let mut files = Vec::new();
    for entry in entries.filter_entry(|entry| !is_hidden(entry)) {
        match entry {
            Ok(entry) if is_text(entry.path()) => match entry.path().metadata() {
                Ok(metadata) if metadata.is_file() => {
                    files.push(Ok(FileName::Path(entry.into_path())));
                }
                Ok(_) => {}
                // A link to nothing, a folder that may be listed but not entered.
                Err(error) => files.push(Err(format!("{}: {error}", entry.path().display()))),
            },
            Ok(_) => {}
            Err(error) => files.push(Err(error.to_string())),
        }
    }
    if files.is_empty() {
        let endings = ENDINGS.join(", .");
        files.push(Err(format!(
            "{}: no file in this folder ends in .{endings}; name files of another kind",
            path.display()
        )));
    }
    files
}

fn is_text(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str);
    ending.is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// The files that a pattern matches, for shells that expand none and for quoted ones, and those in folders that it matches.
fn matching(pattern: &str) -> Vec<Result<FileName, String>> {
    let paths = match NamePattern::new(pattern) {
        Ok(pattern) => pattern.paths(),
        Err(error) => return vec![Err(format!("{pattern}: {error}"))],
    };
    // Behind `**` what a folder holds has such a name itself, or is not meant.
    let are_folders_read = !pattern
        .split(std::path::is_separator)
        .any(|part| part == "**");
    let mut files: Vec<_> = Vec::new();
    for path in paths {
        match path {
            Ok(path) if path.is_dir() && are_folders_read => files.extend(folder(&path)),
            // As in a folder: a pipe among the files would be waited for without end.
            Ok(path) if path.is_file() || !path.exists() => files.push(Ok(FileName::Path(path))),
            Ok(_) => {}
            Err(error) => files.push(Err(error)),
        }
    }
    if files.is_empty() {
        files.push(Err(format!("{pattern}: no file has such a name")));
    }
    files
}
