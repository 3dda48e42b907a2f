//! What a scanner learns of words and places while it reads, kept for the next text: how a word is
//! normalized and what can begin at it depends on the index alone. Short texts, a message or an
//! article each, would else begin with every word unknown.

use super::entry::Entries;
use super::words::Words;
use std::sync::Mutex;

/// The buffers of one scanner.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    pub words: Words,
    pub entries: Entries,
}

/// Buffers of scanners of one index that have ended.
#[derive(Debug, Default)]
pub(crate) struct Scratches {
    free: Mutex<Vec<Scratch>>,
}

/// So many are kept: as many as texts are read at once, some 5 MB each at most.
const MOST: usize = 16;

impl Scratches {
    /// The buffers that were given back last, or new ones.
    pub(super) fn take(&self) -> Scratch {
        let mut free = self.free.lock().ok();
        let last = free.as_mut().and_then(|free| free.pop());
        last.unwrap_or_default()
    }

    pub(super) fn give_back(&self, scratch: Scratch) {
        #[cfg(test)]
        if scratch.words.forget {
            return;
        }
        if let Ok(mut free) = self.free.lock()
            && free.len() < MOST
        {
            free.push(scratch);
        }
    }
}
