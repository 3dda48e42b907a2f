//! Putting a file in its place whole, or not at all.

use crate::error::{Error, Result};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a file beside `path`, and puts it there once all of it has reached the disk. If
/// anything fails before, what was there stays.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::Io { path, source }
    };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let new = Unfinished(path.with_file_name(name));
    let mut file = File::create_new(&new.0).map_err(io(&new.0))?;
    file.write_all(bytes).map_err(io(&new.0))?;
    file.sync_all().map_err(io(&new.0))?;
    drop(file);
    fs::rename(&new.0, path).map_err(io(path))
}

/// A file that is removed if it doesn't get to its place.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It is gone after it was renamed; otherwise there is nobody left to tell.
        let _ = fs::remove_file(&self.0);
    }
}
