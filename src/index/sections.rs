//! The sections of an index being written, and the file they make in the end.

use crate::index::format;
use crate::index::format::record::NameRecord;
use crate::index::format::{Section, SectionEntry};
use crate::index::spool::Spool;
use std::io::{self, Write};
use std::path::Path;

/// All sections. Each can be written to at any time, as none of them begins in the file before
/// all are complete.
pub(super) struct Sections(Vec<Part>);

struct Part {
    spool: Spool,
    checksum: crc32fast::Hasher,
}

impl Sections {
    /// Empty sections, which will lie in this folder when they get large.
    pub fn new(folder: &Path) -> Sections {
        let part = |_| Part {
            spool: Spool::new(folder),
            checksum: crc32fast::Hasher::new(),
        };
        Sections(Section::all().map(part).collect())
    }

    /// Appends to a section.
    pub fn push(&mut self, section: Section, bytes: &[u8]) -> io::Result<()> {
        let part = &mut self.0[section.number()];
        part.checksum.update(bytes);
        part.spool.write_all(bytes)
    }

    /// Length of a section so far.
    pub fn len(&self, section: Section) -> u64 {
        self.0[section.number()].spool.len()
    }

    /// Number of names.
    pub fn names(&self) -> u64 {
        self.len(Section::Names) / NameRecord::LEN as u64
    }

    /// Length of the file.
    pub fn file_len(&self) -> u64 {
        format::HEAD as u64 + self.0.iter().map(|part| part.spool.len()).sum::<u64>()
    }

    /// Writes the file.
    pub fn write(self, out: &mut impl Write) -> io::Result<()> {
        let mut entries = [SectionEntry::default(); Section::COUNT];
        for (entry, part) in entries.iter_mut().zip(&self.0) {
            *entry = SectionEntry {
                len: part.spool.len(),
                checksum: part.checksum.clone().finalize(),
            };
        }
        out.write_all(&format::head(&entries))?;
        for part in self.0 {
            io::copy(&mut part.spool.read()?, out)?;
        }
        Ok(())
    }
}
