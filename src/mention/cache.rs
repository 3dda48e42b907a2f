//! The caches of scanners, kept for the next text: how a word is normalized and what can begin at it
//! depends on the index alone. Short texts, a message or an article each, would else begin with
//! empty caches.

use crate::analysis::token::Tokens;
use crate::mention::context::look_ups::SilentNames;
use crate::mention::lookup::name_entry::NameEntries;
use std::sync::Mutex;

/// The buffers of one scanner.
#[derive(Debug, Default)]
pub(crate) struct ScannerBuffers {
    pub tokens: Tokens,
    pub entries: NameEntries,
    /// At most some 100 kB.
    pub silent: SilentNames,
}

/// Buffers of scanners of one index that have ended.
#[derive(Debug, Default)]
pub(crate) struct BufferPool {
    free: Mutex<Vec<ScannerBuffers>>,
    /// Of those that look for names alone, and cache nothing else of a word.
    free_tokens: Mutex<Vec<Tokens>>,
}

/// Maximum number of buffers of either kind that are kept: as many as texts are read at once.
const MAX_BUFFERS: usize = 16;

/// Maximum size in bytes of buffers that are kept; those of an ordinary text are smaller. With the
/// greatest number of scanners at once, 512 MB are kept of both kinds; with one of each, 32 MB.
const MAX_BYTES: usize = 16 << 20;

impl BufferPool {
    /// The buffers that were given back last, or new ones.
    pub(crate) fn take(&self) -> ScannerBuffers {
        take(&self.free).unwrap_or_default()
    }

    pub(crate) fn give_back(&self, buffers: ScannerBuffers) {
        #[cfg(test)]
        if buffers.tokens.forget {
            return;
        }
        if buffers.tokens.held() + buffers.entries.held() <= MAX_BYTES {
            give_back(&self.free, buffers);
        }
    }

    /// The same for names alone.
    pub(crate) fn take_tokens(&self) -> Tokens {
        take(&self.free_tokens).unwrap_or_default()
    }

    pub(crate) fn give_back_tokens(&self, tokens: Tokens) {
        #[cfg(test)]
        if tokens.forget {
            return;
        }
        if tokens.held() <= MAX_BYTES {
            give_back(&self.free_tokens, tokens);
        }
    }
}

// Nobody waits for the lock: it is held for a moment, new buffers take little longer than that, and in a process that
// was forked meanwhile it would be held for ever.
fn take<T>(free: &Mutex<Vec<T>>) -> Option<T> {
    free.try_lock().ok()?.pop()
}

fn give_back<T>(free: &Mutex<Vec<T>>, buffers: T) {
    if let Ok(mut free) = free.try_lock()
        && free.len() < MAX_BUFFERS
    {
        free.push(buffers);
    }
}
