//! External merge sort: records are sorted in runs that fit in memory, the runs go to spill files,
//! and are merged in the end.

use crate::index::build::parallel;
use crate::index::build::spill::{SpillFile, SpillReader, read_record, write_record};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::io;
use std::path::Path;

/// Bytes of records in memory that are not yet in a run.
const MAX_IN_MEMORY_BYTES: usize = 256 << 20;

/// Takes records in any order.
#[derive(Debug)]
pub(super) struct Sorter {
    folder: Box<Path>,
    run: Run,
    runs: Vec<SpillFile>,
    in_memory: usize,
}

impl Sorter {
    /// A sorter whose runs will lie in this folder.
    pub fn new(folder: &Path) -> Sorter {
        Sorter::with_memory(folder, MAX_IN_MEMORY_BYTES)
    }

    fn with_memory(folder: &Path, in_memory: usize) -> Sorter {
        Sorter {
            folder: folder.into(),
            run: Run::default(),
            runs: Vec::new(),
            in_memory,
        }
    }

    /// Adds a record.
    pub fn push(&mut self, record: &[u8]) -> io::Result<()> {
        if self.run.size() + record.len() > self.in_memory && !self.run.entries.is_empty() {
            self.run.sort();
            let mut spill = SpillFile::new(&self.folder);
            for entry in &self.run.entries {
                write_record(&mut spill, self.run.record(entry))?;
            }
            self.runs.push(spill);
            self.run.clear();
        }
        self.run.push(record);
        Ok(())
    }

    /// All records in ascending order of their bytes.
    pub fn sorted(mut self) -> io::Result<SortedRecords> {
        self.run.sort();
        let mut sorted = SortedRecords {
            run: self.run,
            next: 0,
            readers: Vec::with_capacity(self.runs.len()),
            heads: BinaryHeap::new(),
        };
        for (number, run) in self.runs.into_iter().enumerate() {
            let mut reader = run.read()?;
            let mut record = Vec::new();
            if read_record(&mut reader, &mut record)? {
                sorted.heads.push(Reverse((record, number)));
            }
            sorted.readers.push(reader);
        }
        Ok(sorted)
    }
}

/// Records in memory, one after the other.
#[derive(Debug, Default)]
struct Run {
    bytes: Vec<u8>,
    entries: Vec<SortedEntry>,
}

/// A record's first eight bytes, which decide most comparisons without looking further, and
/// where it lies.
#[derive(Clone, Copy, Debug)]
struct SortedEntry {
    head: u64,
    start: u32,
    len: u32,
}

impl Run {
    fn push(&mut self, record: &[u8]) {
        let mut head = [0; 8];
        let len = record.len().min(head.len());
        head[..len].copy_from_slice(&record[..len]);
        self.entries.push(SortedEntry {
            head: u64::from_be_bytes(head),
            start: self.bytes.len() as u32,
            len: record.len() as u32,
        });
        self.bytes.extend_from_slice(record);
    }

    fn record(&self, entry: &SortedEntry) -> &[u8] {
        &self.bytes[entry.start as usize..][..entry.len as usize]
    }

    fn size(&self) -> usize {
        self.bytes.len() + self.entries.len() * size_of::<SortedEntry>()
    }

    fn sort(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        // Records that are equal are so in every byte.
        parallel::sort_unstable_by(&mut entries, |a, b| {
            a.head
                .cmp(&b.head)
                .then_with(|| self.record(a).cmp(self.record(b)))
        });
        self.entries = entries;
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.entries.clear();
    }
}

/// Records in ascending order.
#[derive(Debug)]
pub(super) struct SortedRecords {
    /// The last run, which stayed in memory.
    run: Run,
    next: usize,
    readers: Vec<SpillReader>,
    /// The next record of each other run.
    heads: BinaryHeap<Reverse<(Vec<u8>, usize)>>,
}

impl SortedRecords {
    /// Reads the next record over what is in `record`; false at the end.
    pub fn next(&mut self, record: &mut Vec<u8>) -> io::Result<bool> {
        let in_memory = self
            .run
            .entries
            .get(self.next)
            .map(|entry| self.run.record(entry));
        let Some(mut head) = self
            .heads
            .peek_mut()
            .filter(|head| in_memory.is_none_or(|other| head.0.0.as_slice() <= other))
        else {
            record.clear();
            record.extend_from_slice(in_memory.unwrap_or_default());
            self.next += 1;
            return Ok(in_memory.is_some());
        };
        let Reverse((bytes, number)) = &mut *head;
        std::mem::swap(record, bytes);
        let number = *number;
        if !read_record(&mut self.readers[number], bytes)? {
            PeekMut::pop(head);
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_in_one_run_as_in_many(
            records in prop::collection::vec(prop::collection::vec(0u8..4, 0..12), 0..200),
            in_memory in prop::sample::select(vec![0usize, 40, 400, 1 << 20]),
        ) {
            let mut sorter = Sorter::with_memory(&std::env::temp_dir(), in_memory);
            for record in &records {
                sorter.push(record).unwrap();
            }
            let mut sorted = sorter.sorted().unwrap();
            let (mut found, mut record) = (Vec::new(), Vec::new());
            while sorted.next(&mut record).unwrap() {
                found.push(record.clone());
            }
            let mut expected = records;
            expected.sort();
            prop_assert_eq!(found, expected);
        }
    }
}
