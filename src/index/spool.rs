//! Bytes that are written from first to last, and then read from first to last: in memory as
//! long as they are few, in a file without a name when they get many.

use crate::error::Error;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// What is kept in memory of one spool.
const IN_MEMORY: usize = 16 << 20;

/// Bytes being written.
#[derive(Debug)]
pub(super) struct Spool {
    folder: Box<Path>,
    memory: Vec<u8>,
    file: Option<BufWriter<File>>,
    len: u64,
}

impl Spool {
    /// An empty spool, whose file will lie in this folder.
    pub fn new(folder: &Path) -> Spool {
        Spool {
            folder: folder.into(),
            memory: Vec::new(),
            file: None,
            len: 0,
        }
    }

    /// How many bytes have been written.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// The bytes again, from the first.
    pub fn read(mut self) -> io::Result<Reader> {
        let Some(file) = self.file.take() else {
            return Ok(Reader::Memory(Cursor::new(self.memory)));
        };
        let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        Ok(Reader::File(BufReader::with_capacity(1 << 18, file)))
    }
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.file.is_none() && self.memory.len() + bytes.len() > IN_MEMORY {
            // The file has no name from the start, so that nothing is left behind when the
            // program is killed.
            let mut file = BufWriter::with_capacity(1 << 18, tempfile::tempfile_in(&self.folder)?);
            file.write_all(&std::mem::take(&mut self.memory))?;
            self.file = Some(file);
        }
        match &mut self.file {
            Some(file) => file.write_all(bytes)?,
            None => self.memory.extend_from_slice(bytes),
        }
        self.len += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bytes of a spool being read.
#[derive(Debug)]
pub(super) enum Reader {
    Memory(Cursor<Vec<u8>>),
    File(BufReader<File>),
}

impl Read for Reader {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match self {
            Reader::Memory(memory) => memory.read(bytes),
            Reader::File(file) => file.read(bytes),
        }
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

/// What went wrong with the files that a build sorts in.
pub(super) fn scratch_error(folder: &Path, source: io::Error) -> Error {
    Error::io(folder.join("(temporary file)"), source)
}
