//! Where answers are written: the command's output, or a file that appears when it is complete.

use crate::args::{DestinationOption, IndexOption};
use crate::input::files::standard_input;
use crate::stop::Stop;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where answers are written.
pub(crate) enum Destination<'c> {
    Stream(&'c mut dyn Write),
    /// What is no plain file, such as a device or a pipe, and cannot be replaced.
    Device(File, PathBuf),
    /// A file beside the one that it takes the place of at the end.
    Replacement(NamedTempFile, PathBuf),
}

/// That a file could not be written, as what an [`io::Error`] holds.
#[derive(Debug)]
pub(crate) struct Unwritten {
    path: PathBuf,
    error: io::Error,
}

impl<'c> Destination<'c> {
    /// The file that was named, or a stream. It may be none of what would be lost by it: the index that is searched,
    /// and the `read` files, of which the answers do not hold all.
    pub fn open<'p>(
        option: &DestinationOption,
        index: &'p IndexOption,
        read: impl IntoIterator<Item = &'p Path>,
        stream: &'c mut dyn Write,
    ) -> Result<Self, Stop> {
        let Some(path) = option.output.as_ref().filter(|_| !is_stream(option)) else {
            check_stream(index.path().into_iter().chain(read))?;
            return Ok(Destination::Stream(stream));
        };
        if index.path().is_some_and(|index| is_same(index, path)) {
            let what = "is the index that is searched: name another file for the answers";
            return Err(Stop::File(format!("{}: {what}", path.display())));
        }
        // Most outputs are new, and need not be compared with thousands of texts.
        if path.exists() && read.into_iter().any(|read| is_same(read, path)) {
            let what =
                "is among what is read, and would be lost: name another file for the answers";
            return Err(Stop::File(format!("{}: {what}", path.display())));
        }
        let opened = Destination::of_path(path);
        opened.map_err(|error| Stop::File(format!("{}: {error}", path.display())))
    }

    /// Whether the end of this takes the place of a file.
    pub fn replaces(&self, file: &Path) -> bool {
        match self {
            Destination::Replacement(_, path) => is_same(path, file),
            Destination::Stream(_) | Destination::Device(..) => false,
        }
    }

    fn of_path(path: &Path) -> io::Result<Self> {
        if descriptor(path).is_some() {
            if path.is_file() {
                return Err(io::Error::other(
                    "is a file that the shell has opened, and would be replaced with what else is written to it: \
                     name the file",
                ));
            }
            // A pipe, as a shell makes one of `>(..)`, which has no name.
            let device = File::options().write(true).open(path)?;
            return Ok(Destination::Device(device, path.to_owned()));
        }
        let path = behind_links(path)?;
        if path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if path.exists() && !path.is_file() {
            let device = File::options().write(true).open(&path)?;
            return Ok(Destination::Device(device, path));
        }
        if path.exists() {
            // What may not be written is not replaced either.
            File::options().append(true).open(&path)?;
        }
        let folder = folder_of(&path);
        folder.metadata()?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".toponym-");
        if let Some(permissions) = permissions(&path) {
            builder.permissions(permissions);
        }
        // The error names the temporary file, of which its reader knows nothing.
        let file = builder.tempfile_in(folder).map_err(|error| error.kind())?;
        #[cfg(unix)]
        if let Ok(older) = path.metadata() {
            // Those of the older file, whatever a new one would have, as far as the system and the disk let that be said.
            use std::os::unix::fs::{MetadataExt, fchown};
            let (user, group) = (Some(older.uid()), Some(older.gid()));
            let _ = fchown(&file, user, group).or_else(|_| fchown(&file, None, group));
            let _ = file.as_file().set_permissions(older.permissions());
        }
        Ok(Destination::Replacement(file, path))
    }

    /// Ends what was written only in part: a file that was there before is left as it was.
    pub fn finish_part(self) -> io::Result<()> {
        match self {
            Destination::Replacement(_, path) if path.exists() => Ok(()),
            other => other.finish(),
        }
    }

    /// Puts what was written in its place, once all of it is on the disk: a machine that stops has the
    /// older file or the new one, and no part of it. Without this an older file stays as it was.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Destination::Stream(stream) => stream.flush(),
            Destination::Device(mut file, path) => file.flush().map_err(unwritten(&path)),
            Destination::Replacement(file, path) => {
                let synced = file.as_file().sync_all();
                let persisted = synced.and_then(|()| Ok(file.persist(&path)?));
                persisted.map_err(unwritten(&path))?;
                // The name is on the disk once the folder is; not every system can say so of a folder.
                if let Ok(folder) = File::open(folder_of(&path)) {
                    let _ = folder.sync_all();
                }
                Ok(())
            }
        }
    }
}

/// Whether answers go to standard output, be it by a name of it.
pub(crate) fn is_stream(option: &DestinationOption) -> bool {
    option.output.as_deref().is_none_or(is_standard_output)
}

/// Writes a file as the commands' `--output` does: it appears when it is complete, and one that was there before stays
/// as it was until then. What is no plain file is written to; links are followed.
///
/// # Errors
/// If the file cannot be written.
pub fn write_file(path: impl AsRef<Path>, contents: &[u8]) -> io::Result<()> {
    let mut destination = Destination::of_path(path.as_ref())?;
    let written = destination.write_all(contents);
    let written = written.and_then(|()| destination.finish());
    // Who calls this knows the path, and may want to know the system's own error.
    written.map_err(|error| match error.downcast::<Unwritten>() {
        Ok(unwritten) => unwritten.error,
        Err(error) => error,
    })
}

/// Refuses a standard output that a shell made one of the files that are read: what is appended to it would be read again,
/// without end. Where the system says nothing of files, nothing is refused.
fn check_stream<'p>(read: impl IntoIterator<Item = &'p Path>) -> Result<(), Stop> {
    let Some(output) = file_number(Path::new("/dev/stdout")) else {
        return Ok(());
    };
    let mut read = read.into_iter();
    match read.find(|read| file_number(read) == Some(output)) {
        Some(read) => Err(Stop::File(format!(
            "{}: is standard output as well, which would be read without end: name another file",
            read.display()
        ))),
        None => Ok(()),
    }
}

/// Which file of which disk a path leads to, if that is a plain one.
#[cfg(unix)]
fn file_number(path: &Path) -> Option<(u64, u64)> {
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    let metadata = match path == standard_input() {
        // Where it has a name there, not every system tells what it leads to.
        true => {
            let input = io::stdin().as_fd().try_clone_to_owned();
            input.and_then(|input| File::from(input).metadata())
        }
        false => fs::metadata(path),
    };
    let file = metadata.ok().filter(fs::Metadata::is_file)?;
    Some((file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn file_number(_: &Path) -> Option<(u64, u64)> {
    None
}

/// Whether two paths lead to the same file, which is there.
fn is_same(path: &Path, other: &Path) -> bool {
    if [path, other].contains(&standard_input())
        && let Some(number) = file_number(path)
    {
        return Some(number) == file_number(other);
    }
    path.canonicalize()
        .is_ok_and(|path| other.canonicalize().is_ok_and(|other| path == other))
}

/// As many links in a row as Linux follows.
const MAX_LINKS: usize = 40;

/// What a link, or a chain of them, leads to, be it there or not: that is replaced or made, not a link.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    if let Ok(path) = path.canonicalize() {
        return Ok(path);
    }
    let mut path = path.to_owned();
    for _ in 0..=MAX_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = folder_of(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("its links lead to no end"))
}

/// Whether a path stands for standard output, as `/dev/stdout` does: what the shell opened is written to where it has
/// come to, and not replaced.
fn is_standard_output(path: &Path) -> bool {
    descriptor(path).is_some_and(|(folder, number)| {
        let own = format!("/proc/{}/fd", std::process::id());
        number == "1" && folder == Path::new(&own)
    })
}

/// The folder and the number by which Linux calls what a program has opened, if that is what a path or a link in its
/// chain leads to.
fn descriptor(path: &Path) -> Option<(PathBuf, OsString)> {
    let mut path = path.to_owned();
    for _ in 0..=MAX_LINKS {
        let folder = folder_of(&path).canonicalize().ok()?;
        if folder.starts_with("/proc") && folder.ends_with("fd") {
            return Some((folder, path.file_name()?.to_owned()));
        }
        path = folder.join(fs::read_link(&path).ok()?);
    }
    None
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Those of the file that is replaced, or of a new one as the system would make it.
fn permissions(path: &Path) -> Option<Permissions> {
    let old = path.metadata().map(|file| file.permissions()).ok();
    #[cfg(unix)]
    return old.or_else(|| Some(std::os::unix::fs::PermissionsExt::from_mode(0o666)));
    #[cfg(not(unix))]
    old.filter(|old| !old.readonly())
}

impl Write for Destination<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Destination::Stream(stream) => stream.write(bytes),
            Destination::Device(file, path) => file.write(bytes).map_err(unwritten(path)),
            Destination::Replacement(file, path) => {
                file.as_file_mut().write(bytes).map_err(unwritten(path))
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Destination::Stream(stream) => stream.flush(),
            Destination::Device(file, path) => file.flush().map_err(unwritten(path)),
            Destination::Replacement(file, path) => file.flush().map_err(unwritten(path)),
        }
    }
}

/// Names the file in the error; that nobody reads a pipe on stays what it is.
fn unwritten(path: &Path) -> impl FnOnce(io::Error) -> io::Error {
    move |error| match error.kind() {
        io::ErrorKind::BrokenPipe | io::ErrorKind::Interrupted => error,
        kind => {
            let path = path.to_owned();
            io::Error::new(kind, Unwritten { path, error })
        }
    }
}

impl Unwritten {
    /// The file in this error, if it is about one.
    pub fn of(error: &io::Error) -> Option<&Unwritten> {
        error.get_ref()?.downcast_ref()
    }
}

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for Unwritten {}
