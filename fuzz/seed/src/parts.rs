//! An index file taken apart and put together again, with lengths and checksums that say that all is well
//! (docs/index-file.md).

/// Where the table of sections begins, and the length of a section's entry in it.
const TABLE_AT: usize = 40;
const ENTRY: usize = 12;

/// The sections of a file.
#[derive(Clone)]
pub struct Parts {
    head: Vec<u8>,
    pub sections: Vec<Vec<u8>>,
}

impl Parts {
    /// The parts of a good file.
    pub fn of(bytes: &[u8]) -> Parts {
        let number = |at: usize| *bytes[at..].first_chunk().expect("a whole file");
        let count = u32::from_le_bytes(*bytes[12..].first_chunk().expect("a whole file")) as usize;
        let mut at = TABLE_AT + ENTRY * count;
        let head = bytes[..at].to_vec();
        let sections = (0..count).map(|section| {
            let start = at;
            at += u64::from_le_bytes(number(TABLE_AT + ENTRY * section)) as usize;
            bytes[start..at].to_vec()
        });
        let sections = sections.collect();
        Parts { head, sections }
    }

    /// The file of these sections.
    pub fn file(&self) -> Vec<u8> {
        let mut file = self.head.clone();
        for (number, section) in self.sections.iter().enumerate() {
            let entry = &mut file[TABLE_AT + ENTRY * number..][..ENTRY];
            entry[..8].copy_from_slice(&(section.len() as u64).to_le_bytes());
            entry[8..].copy_from_slice(&crc32fast::hash(section).to_le_bytes());
        }
        let len = file.len() + self.sections.iter().map(Vec::len).sum::<usize>();
        file[24..32].copy_from_slice(&(len as u64).to_le_bytes());
        file[32..36].fill(0);
        let checksum = crc32fast::hash(&file);
        file[32..36].copy_from_slice(&checksum.to_le_bytes());
        file.extend(self.sections.iter().flatten());
        file
    }
}
