//! Which version of a file stands at a path, as far as the system tells.

use std::fs::metadata;
use std::path::Path;
use std::time::SystemTime;

/// What changes when a file is written, or another takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    len: u64,
    modified: Option<SystemTime>,
    /// Its number on the disk, where files have one.
    number: Option<u64>,
}

impl Version {
    /// Its length in bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// The version at a path; `None` if nothing is there.
    pub fn of(path: &Path) -> Option<Version> {
        let metadata = metadata(path).ok()?;
        #[cfg(unix)]
        let number = Some(std::os::unix::fs::MetadataExt::ino(&metadata));
        #[cfg(not(unix))]
        let number = None;
        Some(Version {
            len: metadata.len(),
            modified: metadata.modified().ok(),
            number,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Version;
    use std::fs;

    #[test]
    fn another_file_and_more_rows_are_another_version() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        assert_eq!(Version::of(&path), None);
        fs::write(&path, "city\n").unwrap();
        let first = Version::of(&path);
        assert_eq!(Version::of(&path), first);
        fs::write(&path, "city\nGyumri\n").unwrap();
        let longer = Version::of(&path);
        assert_ne!(longer, first);
        let other = folder.path().join("other.csv");
        fs::write(&other, "city\nGyumri\n").unwrap();
        fs::rename(other, &path).unwrap();
        assert_ne!(Version::of(&path), longer);
    }
}
