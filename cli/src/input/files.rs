//! Which files arguments name: files, folders, patterns, and `-` for standard input.

use glob::Pattern;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf, is_separator};
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

fn is_pattern(text: &str) -> bool {
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
            Ok(entry) if entry.path().is_file() && is_text(entry.path()) => {
                files.push(Ok(FileName::Path(entry.into_path())));
            }
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

/// How patterns are matched: `*` is a part of a name, and hidden files are named with their point.
const MATCHING: glob::MatchOptions = glob::MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: true,
};

/// The files that a pattern matches, for shells that expand none and for quoted ones.
fn matching(pattern: &str) -> Vec<Result<FileName, String>> {
    let found = match at_any_depth(pattern) {
        Some((folders, names)) => matching_within(folders, names),
        None => glob::glob_with(pattern, MATCHING).map(|paths| {
            let paths = paths.map(|path| path.map_err(|error| error.to_string()));
            paths.collect()
        }),
    };
    let paths = match found {
        Ok(paths) => paths,
        Err(error) => return vec![Err(format!("{pattern}: {error}"))],
    };
    // As in a folder: a pipe among the files would be waited for without end.
    let is_read = |path: &PathBuf| path.is_file() || !path.exists();
    let paths = paths.into_iter();
    let mut files: Vec<_> = paths
        .filter(|path| path.as_ref().is_ok_and(is_read) || path.is_err())
        .map(|path| path.map(FileName::Path))
        .collect();
    if files.is_empty() {
        files.push(Err(format!("{pattern}: no file has such a name")));
    }
    files
}

/// A pattern parted before its first `**`: the folders in which, at any depth, the names lie.
fn at_any_depth(pattern: &str) -> Option<(&str, &str)> {
    let mut start = 0;
    for part in pattern.split_inclusive(is_separator) {
        if part.trim_end_matches(is_separator) == "**" {
            return Some(pattern.split_at(start));
        }
        start += part.len();
    }
    None
}

/// The paths of these names at any depth in these folders. As in a folder that is named itself, links to folders
/// are not followed there: two that lead back would make as many paths as there are ways through them.
fn matching_within(
    folders: &str,
    names: &str,
) -> Result<Vec<Result<PathBuf, String>>, glob::PatternError> {
    let names = Pattern::new(names)?;
    let folders: Vec<Result<PathBuf, String>> = match is_pattern(folders) {
        true => {
            let folders = glob::glob_with(folders, MATCHING)?;
            let folders = folders.map(|folder| folder.map_err(|error| error.to_string()));
            folders.collect()
        }
        false => vec![Ok(PathBuf::from(folders))],
    };
    let mut paths = Vec::new();
    for folder in folders {
        match folder {
            // A path that is asked for as `**/x` is told without the folder of the program.
            Ok(folder) if folder == Path::new("") => {
                let here = walk(Path::new("."), &names);
                paths.extend(here.map(|path| {
                    let path = path?;
                    Ok(path.strip_prefix(".").unwrap_or(&path).to_owned())
                }));
            }
            Ok(folder) if folder.is_dir() => paths.extend(walk(&folder, &names)),
            Ok(_) => {}
            Err(error) => paths.push(Err(error)),
        }
    }
    Ok(paths)
}

/// What lies in a folder at any depth and has such a name behind the folder's.
fn walk<'p>(
    folder: &'p Path,
    names: &'p Pattern,
) -> impl Iterator<Item = Result<PathBuf, String>> + use<'p> {
    let entries = WalkDir::new(folder).min_depth(1).sort_by_file_name();
    let matches = move |path: &Path| {
        let behind = path.strip_prefix(folder).unwrap_or(path);
        names.matches_path_with(behind, MATCHING)
    };
    entries.into_iter().filter_map(move |entry| match entry {
        Ok(entry) => matches(entry.path()).then(|| Ok(entry.into_path())),
        Err(error) => Some(Err(error.to_string())),
    })
}
