//! Patterns of file names with `**`: what has such a name at any depth.
//!
//! The crate `glob` goes into links to folders, of which two that lead back make as many paths as there are ways through
//! them, and takes time that grows with the power of the stars. So folders are gone through by `walkdir`, and paths are
//! matched part by part.

use crate::input::files::{MATCHING, is_pattern};
use glob::{Pattern, PatternError};
use std::path::{Component, Path, PathBuf, is_separator};
use walkdir::WalkDir;

/// A pattern with `**`.
pub(super) struct AnyDepth<'p> {
    /// What stands before the first `**`: the folders in which the names lie.
    folders: &'p str,
    names: Vec<Part>,
}

/// What a part of a path may be.
enum Part {
    /// Any number of folders that are not hidden.
    AnyFolders,
    Name(Pattern),
}

impl<'p> AnyDepth<'p> {
    /// The pattern, if it is one of these.
    pub fn of(pattern: &'p str) -> Option<Result<AnyDepth<'p>, PatternError>> {
        let is_any = |part: &str| part.trim_end_matches(is_separator) == "**";
        let parts = pattern.split_inclusive(is_separator);
        let before = parts.take_while(|part| !is_any(part));
        let start = before.map(str::len).sum();
        if start == pattern.len() {
            return None;
        }
        let (folders, names) = pattern.split_at(start);
        let names = names.split(is_separator).filter(|name| !name.is_empty());
        let names = names.map(|name| match name {
            "**" => Ok(Part::AnyFolders),
            name => Pattern::new(name).map(Part::Name),
        });
        let names = names.collect::<Result<_, _>>();
        Some(names.map(|names| AnyDepth { folders, names }))
    }

    /// The paths that it matches. As in a folder that is named itself, links to folders are not followed behind the
    /// `**`.
    pub fn paths(&self) -> Result<Vec<Result<PathBuf, String>>, PatternError> {
        let folders: Vec<Result<PathBuf, String>> = match is_pattern(self.folders) {
            true => {
                let folders = glob::glob_with(self.folders, MATCHING)?;
                let folders = folders.map(|folder| folder.map_err(|error| error.to_string()));
                folders.collect()
            }
            false => vec![Ok(PathBuf::from(self.folders))],
        };
        let mut paths = Vec::new();
        for folder in folders {
            match folder {
                // A path that is asked for as `**/x` is told without the folder of the program.
                Ok(folder) if folder == Path::new("") => {
                    let here = self.paths_in(Path::new("."));
                    paths.extend(here.map(|path| {
                        let path = path?;
                        Ok(path.strip_prefix(".").unwrap_or(&path).to_owned())
                    }));
                }
                Ok(folder) if folder.is_dir() => paths.extend(self.paths_in(&folder)),
                Ok(_) => {}
                Err(error) => paths.push(Err(error)),
            }
        }
        Ok(paths)
    }

    /// What lies in a folder and has such a name behind the folder's.
    fn paths_in(&self, folder: &Path) -> impl Iterator<Item = Result<PathBuf, String>> {
        let entries = WalkDir::new(folder).min_depth(1).sort_by_file_name();
        entries.into_iter().filter_map(move |entry| match entry {
            Ok(entry) => {
                let path = entry.path();
                let behind = path.strip_prefix(folder).unwrap_or(path);
                self.matches(behind).then(|| Ok(entry.into_path()))
            }
            Err(error) => Some(Err(error.to_string())),
        })
    }

    /// Whether a path has such a name. After each part of it, all parts of the pattern are known that it may go on
    /// with, so that no way is tried twice.
    fn matches(&self, path: &Path) -> bool {
        let all = self.names.len();
        let mut next = vec![false; all + 1];
        self.allow(&mut next, 0);
        for part in path.components() {
            let Component::Normal(name) = part else {
                return false;
            };
            // As with `glob`, what is no UTF-8 has no such name.
            let Some(name) = name.to_str() else {
                return false;
            };
            let before = std::mem::replace(&mut next, vec![false; all + 1]);
            for (at, part) in self.names.iter().enumerate().filter(|(at, _)| before[*at]) {
                match part {
                    Part::AnyFolders if !name.starts_with('.') => self.allow(&mut next, at),
                    Part::Name(pattern) if pattern.matches_with(name, MATCHING) => {
                        self.allow(&mut next, at + 1);
                    }
                    _ => {}
                }
            }
        }
        next[all]
    }

    /// A path may go on with this part of the pattern, and with what is behind it if that may be nothing.
    fn allow(&self, next: &mut [bool], mut at: usize) {
        next[at] = true;
        while let Some(Part::AnyFolders) = self.names.get(at) {
            at += 1;
            next[at] = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, path: &str) -> bool {
        let pattern = AnyDepth::of(pattern).unwrap().unwrap();
        let path = Path::new(path);
        let behind = path.strip_prefix(pattern.folders).unwrap();
        pattern.matches(behind)
    }

    #[test]
    fn names_are_matched_as_the_crate_matches_them() {
        let names = ["a", "b", "ab", ".a", "ba.txt"];
        let parts = ["**", "*", "a*", "*b", ".a", "?", "*a*.txt"];
        let mut compared = 0;
        for a in names {
            for b in names {
                for c in names {
                    let paths = [a.to_owned(), format!("{a}/{b}"), format!("{a}/{b}/{c}")];
                    for first in parts {
                        // What ends in `**` names folders to the crate, and all that is in them here.
                        for second in &parts[1..] {
                            for pattern in [
                                format!("**/{first}/{second}"),
                                format!("{first}/**/{second}"),
                            ] {
                                let known = Pattern::new(&pattern).unwrap();
                                // The folder itself is read from the disk.
                                let own = match AnyDepth::of(&pattern).unwrap().unwrap().folders {
                                    "" => &paths[..],
                                    _ => continue,
                                };
                                for path in own {
                                    let expected = known.matches_with(path, MATCHING);
                                    assert_eq!(
                                        matches(&pattern, path),
                                        expected,
                                        "{pattern} {path}"
                                    );
                                    compared += 1;
                                }
                            }
                        }
                    }
                }
            }
        }
        assert!(compared > 10_000);
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
    fn other_patterns_are_not_of_any_depth() {
        for pattern in ["*.txt", "a/*/b", "a**", "a/b**/c", ""] {
            assert!(AnyDepth::of(pattern).is_none(), "{pattern}");
        }
        assert!(AnyDepth::of("a/**/b**/c").unwrap().is_err());
        assert_eq!(AnyDepth::of("/a/b/**/c").unwrap().unwrap().folders, "/a/b/");
        assert!(matches("a/**", "a/b/c.txt"));
    }
}
