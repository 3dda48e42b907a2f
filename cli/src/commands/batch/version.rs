//! Which version of a file stands at a path, as far as the system tells.

use std::fs::metadata;
use std::path::Path;
use std::time::SystemTime;

/// What changes when a file is written, or another takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    len: u64,
    modified: Option<SystemTime>,
    /// Its number on the disk, where files have one, and when anything of it changed last: the time above can be set.
    number: Option<u64>,
    changed: Option<(i64, i64)>,
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
        let (number, changed) = {
            use std::os::unix::fs::MetadataExt;
            let changed = (metadata.ctime(), metadata.ctime_nsec());
            (Some(metadata.ino()), Some(changed))
        };
        #[cfg(not(unix))]
        let (number, changed) = (None, None);
        Some(Version {
            len: metadata.len(),
            modified: metadata.modified().ok(),
            number,
            changed,
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
        #[cfg(unix)]
        {
            // Rewritten at its length, and given its former time.
            let modified = fs::metadata(&path).unwrap().modified().unwrap();
            std::thread::sleep(std::time::Duration::from_millis(50));
            fs::write(&path, "city\nSpitak\n").unwrap();
            let file = fs::File::options().append(true).open(&path).unwrap();
            file.set_modified(modified).unwrap();
            assert_ne!(Version::of(&path), longer);
        }
        let longer = Version::of(&path);
        let other = folder.path().join("other.csv");
        fs::write(&other, "city\nGyumri\n").unwrap();
        fs::rename(other, &path).unwrap();
        assert_ne!(Version::of(&path), longer);
    }
}
