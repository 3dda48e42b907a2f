//! The bytes of an index: in memory or mapped, and how they are read from a file.

use crate::error::{Error, IndexFault, Result};
use crate::index::Index;
use crate::index::format::{HEAD_BYTES, Layout};
use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The bytes of an index.
pub(super) enum Bytes {
    Memory(Cow<'static, [u8]>),
    #[cfg(feature = "mmap")]
    Mapped(memmap2::Mmap),
}

impl Bytes {
    #[inline]
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Bytes::Memory(bytes) => bytes,
            #[cfg(feature = "mmap")]
            Bytes::Mapped(map) => map,
        }
    }
}

impl From<Cow<'static, [u8]>> for Bytes {
    fn from(bytes: Cow<'static, [u8]>) -> Self {
        Bytes::Memory(bytes)
    }
}

/// Says how many there are, and not which.
impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.as_slice().len())
    }
}

/// Reads an index file into memory.
pub(super) fn open(path: &Path) -> Result<Index> {
    let (mut file, head, len) = open_checked(path)?;
    // The header has vouched for the length.
    let mut bytes = Vec::new();
    let io = |source| Error::io(path, source);
    bytes
        .try_reserve_exact(usize::try_from(len).unwrap_or(usize::MAX))
        .map_err(|error| io(error.into()))?;
    bytes.extend_from_slice(&head);
    file.read_to_end(&mut bytes).map_err(io)?;
    Index::new(Bytes::Memory(bytes.into())).map_err(|fault| refused(path, fault))
}

/// Maps an index file.
#[cfg(feature = "mmap")]
#[allow(unsafe_code)]
pub(super) fn open_mmap(path: &Path) -> Result<Index> {
    let (file, ..) = open_checked(path)?;
    // SAFETY: mapped bytes must not change while they are borrowed, which no program can enforce
    // on others. `IndexBuilder::write` keeps to it by renaming a new file over an old one, whose
    // bytes stay as long as they are mapped; `Index::open_mmap` asks everybody else to. No
    // bytes read from an index are trusted to be good, or to be the same when read again, save
    // that texts are checked to be UTF-8 and borrowed then.
    let map = unsafe { memmap2::Mmap::map(&file) };
    let map = map.map_err(|source| Error::io(path, source))?;
    Index::new(Bytes::Mapped(map)).map_err(|fault| refused(path, fault))
}

/// Opens a file and reads its beginning: the file behind it, the beginning, and the length of the
/// whole, which the header confirms.
fn open_checked(path: &Path) -> Result<(File, Vec<u8>, u64)> {
    let io = |source| Error::io(path, source);
    // Opening a pipe waits until somebody writes to it.
    let kind = std::fs::metadata(path).map_err(io)?.file_type();
    if kind.is_dir() {
        return Err(refused(path, IndexFault::Folder));
    }
    if !kind.is_file() {
        return Err(refused(path, IndexFault::NotAFile));
    }
    let mut file = File::open(path).map_err(io)?;
    let metadata = file.metadata().map_err(io)?;
    let mut head = Vec::with_capacity(HEAD_BYTES);
    file.by_ref()
        .take(HEAD_BYTES as u64)
        .read_to_end(&mut head)
        .map_err(io)?;
    Layout::read(&head, metadata.len()).map_err(|fault| refused(path, fault))?;
    Ok((file, head, metadata.len()))
}

fn refused(path: &Path, fault: IndexFault) -> Error {
    Error::index(Some(path), fault)
}
