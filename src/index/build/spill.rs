//! Spill files: bytes that are written from first to last, and then read from first to last. Few
//! stay in memory, many go to a file without a name, so that nothing is left behind when the
//! program is killed.

use crate::error::Error;
use std::io::{self, BufReader, BufWriter, IntoInnerError, Read, Seek, Write};
use std::path::Path;
use tempfile::SpooledTempFile;

/// Bytes of one spill file that are kept in memory.
const MAX_IN_MEMORY_BYTES: usize = 16 << 20;

/// Bytes of a buffer for writing. A build writes to some thirty spill files at a time.
const WRITE_BUFFER_BYTES: usize = 64 << 10;

/// Bytes of a buffer for reading.
const READ_BUFFER_BYTES: usize = 256 << 10;

/// A spill file being written.
#[derive(Debug)]
pub(super) struct SpillFile {
    file: BufWriter<SpooledTempFile>,
    len: u64,
}

/// A spill file being read.
pub(super) type SpillReader = BufReader<SpooledTempFile>;

impl SpillFile {
    /// An empty file, which lies in this folder when it gets large.
    pub fn new(folder: &Path) -> SpillFile {
        let file = tempfile::spooled_tempfile_in(MAX_IN_MEMORY_BYTES, folder);
        SpillFile {
            file: BufWriter::with_capacity(WRITE_BUFFER_BYTES, file),
            len: 0,
        }
    }

    /// Bytes that have been written.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// The bytes again, from the first.
    pub fn read(self) -> io::Result<SpillReader> {
        let mut file = self.file.into_inner().map_err(IntoInnerError::into_error)?;
        file.rewind()?;
        Ok(BufReader::with_capacity(READ_BUFFER_BYTES, file))
    }
}

impl Write for SpillFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.len += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a record with its length before it.
pub(super) fn write_record(out: &mut impl Write, record: &[u8]) -> io::Result<()> {
    let len = u32::try_from(record.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    out.write_all(&len.to_le_bytes())?;
    out.write_all(record)
}

/// Reads what [`write_record`] wrote over what is in `record`; false at the end.
pub(super) fn read_record(from: &mut impl Read, record: &mut Vec<u8>) -> io::Result<bool> {
    let mut len = [0; 4];
    let mut got = 0;
    while got < len.len() {
        match from.read(&mut len[got..])? {
            0 if got == 0 => return Ok(false),
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            n => got += n,
        }
    }
    record.clear();
    record.resize(u32::from_le_bytes(len) as usize, 0);
    from.read_exact(record)?;
    Ok(true)
}

/// What went wrong with the spill files of a build.
pub(super) fn scratch_error(folder: &Path, source: io::Error) -> Error {
    Error::io(folder.join("(temporary file)"), source)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes a file of this many bytes in pieces, and reads it again.
    fn write_and_read(folder: &Path, len: usize) -> io::Result<()> {
        let bytes: Vec<u8> = (0..len).map(|i| (i % 251) as u8).collect();
        let mut file = SpillFile::new(folder);
        for piece in bytes.chunks(100_000) {
            file.write_all(piece)?;
        }
        assert_eq!(file.len(), len as u64);
        let mut again = Vec::new();
        file.read()?.read_to_end(&mut again)?;
        assert!(again == bytes);
        Ok(())
    }

    #[test]
    fn bytes_come_back_from_memory_and_from_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let most = MAX_IN_MEMORY_BYTES;
        for len in [0, 1, WRITE_BUFFER_BYTES, most, most + 1, most + 300_000] {
            write_and_read(folder.path(), len).unwrap();
            assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
        }
    }

    #[test]
    fn only_what_exceeds_the_memory_needs_the_folder() {
        let missing = Path::new("no such folder");
        write_and_read(missing, MAX_IN_MEMORY_BYTES).unwrap();
        write_and_read(missing, MAX_IN_MEMORY_BYTES + 1).unwrap_err();
    }
}
