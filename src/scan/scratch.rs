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
    /// Of those that look for names alone, and learn nothing else of a word.
    free_words: Mutex<Vec<Words>>,
}

/// So many of either kind are kept: as many as texts are read at once.
const MOST: usize = 16;

/// Larger ones are not kept: what an ordinary text teaches stays below. With the greatest number of
/// scanners at once, 512 MB are kept of both kinds; with one of each, 32 MB.
const BYTES_MOST: usize = 16 << 20;

impl Scratches {
    /// The buffers that were given back last, or new ones.
    pub(super) fn take(&self) -> Scratch {
        take(&self.free).unwrap_or_default()
    }

    pub(super) fn give_back(&self, scratch: Scratch) {
        #[cfg(test)]
        if scratch.words.forget {
            return;
        }
        if scratch.words.held() + scratch.entries.held() <= BYTES_MOST {
            give_back(&self.free, scratch);
        }
    }

    /// The same for names alone.
    pub(super) fn take_words(&self) -> Words {
        take(&self.free_words).unwrap_or_else(Words::for_names)
    }

    pub(super) fn give_back_words(&self, words: Words) {
        #[cfg(test)]
        if words.forget {
            return;
        }
        if words.held() <= BYTES_MOST {
            give_back(&self.free_words, words);
        }
    }
}

fn take<T>(free: &Mutex<Vec<T>>) -> Option<T> {
    free.lock().ok()?.pop()
}

fn give_back<T>(free: &Mutex<Vec<T>>, buffers: T) {
    if let Ok(mut free) = free.lock()
        && free.len() < MOST
    {
        free.push(buffers);
    }
}
