//! What a scanner learns of words and places while it reads, kept for the next text: how a word is
//! normalized and what can begin at it depends on the index alone. Short texts, a message or an
//! article each, would else begin with every word unknown.

use crate::analysis::token::Tokens;
use crate::mention::lookup::name_entry::NameEntries;
use std::sync::Mutex;

/// The buffers of one scanner.
#[derive(Debug, Default)]
pub(crate) struct ScannerBuffers {
    pub tokens: Tokens,
    pub entries: NameEntries,
}

/// Buffers of scanners of one index that have ended.
#[derive(Debug, Default)]
pub(crate) struct BufferPool {
    free: Mutex<Vec<ScannerBuffers>>,
    /// Of those that look for names alone, and learn nothing else of a word.
    free_words: Mutex<Vec<Tokens>>,
}

/// So many of either kind are kept: as many as texts are read at once.
const MAX_BUFFERS: usize = 16;

/// Larger ones are not kept: what an ordinary text teaches stays below. With the greatest number of
/// scanners at once, 512 MB are kept of both kinds; with one of each, 32 MB.
const MAX_BYTES: usize = 16 << 20;

impl BufferPool {
    /// The buffers that were given back last, or new ones.
    pub(crate) fn take(&self) -> ScannerBuffers {
        take(&self.free).unwrap_or_default()
    }

    pub(crate) fn give_back(&self, scratch: ScannerBuffers) {
        #[cfg(test)]
        if scratch.tokens.forget {
            return;
        }
        if scratch.tokens.held() + scratch.entries.held() <= MAX_BYTES {
            give_back(&self.free, scratch);
        }
    }

    /// The same for names alone.
    pub(crate) fn take_words(&self) -> Tokens {
        take(&self.free_words).unwrap_or_default()
    }

    pub(crate) fn give_back_words(&self, tokens: Tokens) {
        #[cfg(test)]
        if tokens.forget {
            return;
        }
        if tokens.held() <= MAX_BYTES {
            give_back(&self.free_words, tokens);
        }
    }
}

fn take<T>(free: &Mutex<Vec<T>>) -> Option<T> {
    free.lock().ok()?.pop()
}

fn give_back<T>(free: &Mutex<Vec<T>>, buffers: T) {
    if let Ok(mut free) = free.lock()
        && free.len() < MAX_BUFFERS
    {
        free.push(buffers);
    }
}
