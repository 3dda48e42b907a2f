//! Replacing a file whole, or not at all.

use crate::error::{Error, Result};
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// Refuses a path to write to if anything but an older file would be lost: a link, a folder, a device or pipe, or one of the files that are read.
pub(super) fn check_target<'p>(
    path: &Path,
    inputs: impl IntoIterator<Item = &'p Path>,
) -> Result<()> {
    let failed = |source| Error::io(path, source);
    let refused = |what: String| failed(io::Error::new(io::ErrorKind::InvalidInput, what));
    // The link itself, not what it leads to: that is what would be replaced.
    let metadata = match path.symlink_metadata() {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    let kind = metadata.file_type();
    if kind.is_symlink() {
        let what =
            "is a link, which would be replaced and not what it leads to: name the file itself";
        return Err(refused(what.into()));
    }
    if kind.is_dir() {
        return Err(refused("is a folder: name a file in it".into()));
    }
    if !kind.is_file() {
        let what = "is a device, pipe or socket, which a file cannot replace: name a file";
        return Err(refused(what.into()));
    }
    for input in inputs {
        if is_same_file(path, input) {
            let what = format!(
                "is {}, which is read, and would be replaced: name another file",
                input.display()
            );
            return Err(refused(what));
        }
    }
    Ok(())
}

/// Whether two paths lead to one file, by whatever links. A path that leads nowhere is no file's.
fn is_same_file(a: &Path, b: &Path) -> bool {
    #[cfg(unix)]
    if let (Ok(a), Ok(b)) = (a.metadata(), b.metadata()) {
        use std::os::unix::fs::MetadataExt;
        if (a.dev(), a.ino()) == (b.dev(), b.ino()) {
            return true;
        }
    }
    let (a, b) = (a.canonicalize(), b.canonicalize());
    a.is_ok_and(|a| b.is_ok_and(|b| a == b))
}

/// Writes a file beside `path`, and renames it once all of it has reached the disk. What is there
/// already must be a file: see [`check_target`]. If anything fails before, the older file stays; if
/// the program is killed, so does the unfinished one, whose name is that of the file after a dot.
pub(super) fn replace(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> io::Result<()>,
) -> Result<()> {
    let failed = |source| Error::io(path, source);
    check_target(path, [])?;
    let mut prefix = std::ffi::OsString::from(".");
    prefix.push(path.file_name().unwrap_or_default());
    prefix.push(".");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".new");
    #[cfg(unix)]
    {
        // Everybody may read it whom the user's umask lets, as with any other new file.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut new = builder.tempfile_in(folder_of(path)).map_err(failed)?;
    #[cfg(unix)]
    if let Ok(older) = path.metadata() {
        // Who may read the older file may read this one, as far as the system and the disk let that be said.
        use std::os::unix::fs::{MetadataExt, fchown};
        let file = new.as_file();
        let (user, group) = (Some(older.uid()), Some(older.gid()));
        let _ = fchown(file, user, group).or_else(|_| fchown(file, None, group));
        let _ = file.set_permissions(older.permissions());
    }
    let mut out = BufWriter::with_capacity(1 << 20, new.as_file_mut());
    write(&mut out).map_err(failed)?;
    out.into_inner()
        .map_err(|error| failed(error.into_error()))?;
    new.as_file().sync_all().map_err(failed)?;
    new.persist(path).map_err(|error| failed(error.error))?;
    // The name is on the disk once the folder is; not every system can say so of a folder.
    if let Ok(folder) = File::open(folder_of(path)) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// The folder that a file lies in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
