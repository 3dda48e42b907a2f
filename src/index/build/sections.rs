//! The sections of an index being written, and the file they make in the end.

use crate::error::Result;
use crate::index::build::spill::{SpillFile, scratch_error};
use crate::index::format;
use crate::index::format::record::NameRecord;
use crate::index::format::{Section, SectionEntry};
use std::io::{self, Write};
use std::path::Path;

/// All sections, in the order of the file. Each can be written to at any time, as none of them
/// begins in the file before all are complete.
pub(super) struct Sections {
    folder: Box<Path>,
    sections: Vec<SectionData>,
}

struct SectionData {
    spill: SpillFile,
    checksum: crc32fast::Hasher,
}

impl Sections {
    /// Empty sections, which will lie in this folder when they get large.
    pub fn new(folder: &Path) -> Self {
        let empty = |_| SectionData {
            spill: SpillFile::new(folder),
            checksum: crc32fast::Hasher::new(),
        };
        Sections {
            folder: folder.into(),
            sections: Section::all().map(empty).collect(),
        }
    }

    /// Appends to a section.
    pub fn push(&mut self, section: Section, bytes: &[u8]) -> Result<()> {
        let data = &mut self.sections[section.number()];
        data.checksum.update(bytes);
        data.spill
            .write_all(bytes)
            .map_err(|error| scratch_error(&self.folder, error))
    }

    /// Length of a section so far.
    pub fn len(&self, section: Section) -> u64 {
        self.sections[section.number()].spill.len()
    }

    /// Number of names.
    pub fn names(&self) -> u64 {
        self.len(Section::Names) / NameRecord::LEN as u64
    }

    /// Length of the file.
    pub fn file_len(&self) -> u64 {
        format::HEAD_BYTES as u64
            + self
                .sections
                .iter()
                .map(|section| section.spill.len())
                .sum::<u64>()
    }

    /// Writes the file.
    pub fn write(self, out: &mut impl Write) -> io::Result<()> {
        let mut entries = [SectionEntry::default(); Section::COUNT];
        for (entry, section) in entries.iter_mut().zip(&self.sections) {
            *entry = SectionEntry {
                len: section.spill.len(),
                checksum: section.checksum.clone().finalize(),
            };
        }
        out.write_all(&format::head(&entries))?;
        for section in self.sections {
            io::copy(&mut section.spill.read()?, out)?;
        }
        Ok(())
    }
}
