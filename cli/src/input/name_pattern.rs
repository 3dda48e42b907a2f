//! Patterns of file names: what has such a name, `*` in one folder, `**` at any depth.
//!
//! The crate `glob` matches names, but goes into links to folders however they lead, and so comes to one folder on as
//! many paths as there are ways through them: the power of the links by the stars. Here a folder is read once for each
//! part of the pattern.

use crate::input::files::is_pattern;
use glob::{MatchOptions, Pattern, PatternError};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf, is_separator};
use walkdir::WalkDir;

/// How names are matched: `*` is a part of a name, and hidden files are named with their point.
const MATCHING: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: true,
};

/// A pattern of paths.
pub(super) struct NamePattern<'p> {
    /// What stands before the first part that is not plain, as it is written.
    start: &'p str,
    /// Parts of a path, up to the first that is any folders.
    names: Vec<Part<'p>>,
    /// The others.
    deep: Vec<Part<'p>>,
}

/// What a part of a path may be.
enum Part<'p> {
    /// Any number of folders that are not hidden.
    AnyFolders,
    Name(Pattern),
    /// A name that is no pattern, or `..`.
    Plain(&'p str),
}

/// Paths, and messages of what could not be read.
type Paths = Vec<Result<PathBuf, String>>;

impl<'p> NamePattern<'p> {
    pub fn new(pattern: &'p str) -> Result<NamePattern<'p>, PatternError> {
        let parts = pattern.split_inclusive(is_separator);
        let before = parts.take_while(|part| !is_pattern(part));
        let (start, rest) = pattern.split_at(before.map(str::len).sum());
        let parts = rest.split(is_separator).filter(|name| !name.is_empty());
        let parts = parts.map(|name| match name {
            "**" => Ok(Part::AnyFolders),
            name if is_pattern(name) => Pattern::new(name).map(Part::Name),
            name => Ok(Part::Plain(name)),
        });
        let mut names = parts.collect::<Result<Vec<_>, _>>()?;
        let any = |part: &Part| matches!(part, Part::AnyFolders);
        let first = names.iter().position(any).unwrap_or(names.len());
        let deep = names.split_off(first);
        Ok(NamePattern { start, names, deep })
    }

    /// The paths that it matches, in order. Links to folders are followed where a part of the pattern names them, but
    /// what two such lead to is told once; as in a folder that is named itself, none is followed behind a `**`.
    pub fn paths(&self) -> Paths {
        let mut errors = Vec::new();
        let mut paths = vec![PathBuf::from(self.start)];
        for part in &self.names {
            paths = paths_in(distinct(paths), part, &mut errors);
        }
        let mut paths: Paths = match self.deep.is_empty() {
            true => paths.into_iter().map(Ok).collect(),
            false => {
                let folders = outermost(distinct(paths));
                let found = folders.iter().flat_map(|folder| self.deep_in(folder));
                found.collect()
            }
        };
        paths.sort();
        paths.extend(errors.into_iter().map(Err));
        paths
    }

    /// What lies in a folder at any depth and has such a name behind the folder's.
    fn deep_in(&self, folder: &Path) -> impl Iterator<Item = Result<PathBuf, String>> {
        let entries = WalkDir::new(here(folder)).min_depth(1);
        entries.into_iter().filter_map(move |entry| match entry {
            Ok(entry) => {
                let path = entry.path();
                let behind = path.strip_prefix(here(folder)).unwrap_or(path);
                self.matches(behind).then(|| Ok(folder.join(behind)))
            }
            Err(error) => Some(Err(error.to_string())),
        })
    }

    /// Whether a path has such a name. After each part of it, all parts of the pattern are known that it may go on
    /// with, so that no way is tried twice.
    fn matches(&self, path: &Path) -> bool {
        let all = self.deep.len();
        let mut next = vec![false; all + 1];
        self.allow(&mut next, 0);
        for part in path.components() {
            let Component::Normal(name) = part else {
                return false;
            };
            // A star matches what is no UTF-8.
            let name = &*name.to_string_lossy();
            let before = std::mem::replace(&mut next, vec![false; all + 1]);
            for (at, part) in self.deep.iter().enumerate().filter(|(at, _)| before[*at]) {
                match part {
                    Part::AnyFolders if !name.starts_with('.') => self.allow(&mut next, at),
                    Part::Name(pattern) if pattern.matches_with(name, MATCHING) => {
                        self.allow(&mut next, at + 1);
                    }
                    Part::Plain(plain) if *plain == name => self.allow(&mut next, at + 1),
                    _ => {}
                }
            }
        }
        next[all]
    }

    /// A path may go on with this part of the pattern, and with what is behind it if that may be nothing.
    fn allow(&self, next: &mut [bool], mut at: usize) {
        next[at] = true;
        while let Some(Part::AnyFolders) = self.deep.get(at) {
            at += 1;
            next[at] = true;
        }
    }
}

/// The folder that a path names, which is none where a pattern begins with its first name.
fn here(folder: &Path) -> &Path {
    match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    }
}

/// A folder, and where it lies when links are followed.
struct Folder {
    path: PathBuf,
    real: PathBuf,
}

/// The folders among paths, each once however many links lead to it, by the path with the fewest links.
fn distinct(paths: Vec<PathBuf>) -> Vec<Folder> {
    let mut seen = HashSet::new();
    let (links, plain): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_symlink());
    let folders = plain.into_iter().chain(links).filter_map(|path| {
        let folder = here(&path);
        let real = folder.canonicalize().ok().filter(|_| folder.is_dir())?;
        Some(Folder { path, real })
    });
    folders
        .filter(|folder| seen.insert(folder.real.clone()))
        .collect()
}

/// The folders that lie in none of the others, or are hidden there: what begins with `**` matches in them what it
/// matches in those around them.
fn outermost(mut folders: Vec<Folder>) -> Vec<PathBuf> {
    let mut seen: HashSet<PathBuf> = HashSet::new();
    folders.sort_by_key(|folder| folder.real.components().count());
    folders.retain(|folder| {
        let is_hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
        let shown = |inner: &&Path| !inner.file_name().is_some_and(is_hidden);
        let around = folder.real.ancestors().take_while(shown);
        let is_new = !around
            .filter_map(Path::parent)
            .any(|outer| seen.contains(outer));
        is_new && seen.insert(folder.real.clone())
    });
    folders.into_iter().map(|folder| folder.path).collect()
}

/// What has such a name in the folders.
fn paths_in(folders: Vec<Folder>, part: &Part, errors: &mut Vec<String>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for Folder { path: folder, .. } in folders {
        let pattern = match part {
            Part::Name(pattern) => pattern,
            Part::Plain(name) => {
                let path = folder.join(name);
                found.extend(path.symlink_metadata().is_ok().then_some(path));
                continue;
            }
            Part::AnyFolders => continue,
        };
        let mut told =
            |error: std::io::Error| errors.push(format!("{}: {error}", here(&folder).display()));
        let entries = match here(&folder).read_dir() {
            Ok(entries) => entries,
            Err(error) => {
                told(error);
                continue;
            }
        };
        for entry in entries {
            match entry {
                Ok(entry) => {
                    let name = entry.file_name();
                    let has = pattern.matches_with(&name.to_string_lossy(), MATCHING);
                    found.extend(has.then(|| folder.join(&name)));
                }
                Err(error) => told(error),
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, path: &str) -> bool {
        let pattern = NamePattern::new(pattern).unwrap();
        let path = Path::new(path);
        let behind = path.strip_prefix(pattern.start).unwrap();
        pattern.matches(behind)
    }

    #[test]
    fn names_are_matched_as_the_crate_matches_them() {
        let names = ["a", "b", "ab", ".a", "ba.txt"];
        let parts = ["**", "*", "a*", "*b", ".a", "?", "*a*.txt"];
        let mut compared = 0;
        for (a, b, c) in in_all_orders(&names) {
            let paths = [a.to_owned(), format!("{a}/{b}"), format!("{a}/{b}/{c}")];
            for first in parts {
                // What ends in `**` names folders to the crate, and all that is in them here.
                for second in &parts[1..] {
                    let pattern = format!("**/{first}/{second}");
                    let known = Pattern::new(&pattern).unwrap();
                    for path in &paths {
                        let expected = known.matches_with(path, MATCHING);
                        assert_eq!(matches(&pattern, path), expected, "{pattern} {path}");
                        compared += 1;
                    }
                }
            }
        }
        assert!(compared > 10_000);
    }

    fn in_all_orders<'n>(names: &[&'n str]) -> Vec<(&'n str, &'n str, &'n str)> {
        let three = names
            .iter()
            .flat_map(|a| names.iter().map(move |b| (*a, *b)))
            .flat_map(|(a, b)| names.iter().map(move |c| (a, b, *c)));
        three.collect()
    }

    #[test]
    fn without_links_the_same_paths_are_found_as_by_the_crate() {
        let folder = tempfile::tempdir().unwrap();
        for (a, b, c) in in_all_orders(&["a", "ab", ".b"]) {
            let inner = folder.path().join(a).join(b);
            std::fs::create_dir_all(&inner).unwrap();
            std::fs::write(inner.join(format!("{c}.txt")), "").unwrap();
        }
        let root = folder.path().to_str().unwrap();
        let parts = ["*", "a", "a*", "?b", "**"];
        let mut found = 0;
        for (first, second, third) in in_all_orders(&parts) {
            for last in ["*.txt", "a.txt", ".b.txt", ".*.txt"] {
                let pattern = format!("{root}/{first}/{second}/{third}/{last}");
                // The crate finds nothing hidden behind any folders, even if its name is told.
                let is_hidden = last.starts_with('.');
                if !is_pattern(&pattern) || pattern.contains("**") && is_hidden {
                    continue;
                }
                let known = glob::glob_with(&pattern, MATCHING).unwrap();
                let mut known: Vec<PathBuf> = known.map(Result::unwrap).collect();
                known.sort();
                known.dedup();
                let own = NamePattern::new(&pattern).unwrap().paths();
                let own: Vec<PathBuf> = own.into_iter().map(Result::unwrap).collect();
                let real = |paths: &[PathBuf]| -> HashSet<PathBuf> {
                    let paths = paths.iter().map(|path| path.canonicalize().unwrap());
                    paths.collect()
                };
                assert_eq!(real(&own), real(&known), "{pattern}");
                found += own.len();
            }
        }
        assert!(found > 400, "{found}");
    }

    #[test]
    fn many_stars_take_no_longer_than_few() {
        // The crate takes eight times as long for each `a*` more.
        let pattern = format!("**/{}b/c", "*a".repeat(40) + "*");
        assert!(!matches(&pattern, &format!("{}/x.txt", "a".repeat(250))));
        let deep = format!("{}x", "a/".repeat(100));
        assert!(!matches(&format!("{}y", "**/a/".repeat(60)), &deep));
        assert!(matches(&format!("{}x", "**/a/".repeat(60)), &deep));
    }

    #[test]
    fn stars_beside_letters_are_not_any_folders() {
        assert!(NamePattern::new("a/**/b**/c").is_err());
        assert_eq!(NamePattern::new("/a/b/**/c").unwrap().start, "/a/b/");
        assert!(matches("a/**", "a/b/c.txt"));
    }
}
