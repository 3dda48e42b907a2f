//! The names of one key space, to be found exactly, by a prefix, or within a few edits.
//!
//! The keys lie in an `fst` map, and once more, each reversed, in a second one. A search follows
//! their trees of letters with an automaton that says how much of the pattern can still match:
//!
//! ```text
//! pattern ─> pattern::Windows ─> Automaton ┐
//!                                          ├─> walk ─> halves ─> Hit
//! bytes ───> node::Node ───────> Branch ───┘
//! ```
//!
//! Distances are exact: what a search finds are the keys whose optimal string alignment distance
//! to the pattern is within the limit, as comparing with every single key would find them.
//! The bytes are never trusted. Damaged ones give other answers or fewer, but no panic, and no walk
//! longer than in proportion to their number.

mod automaton;
mod build;
mod halves;
mod node;
mod pattern;
mod store;
#[cfg(test)]
mod tests;
mod tree;
mod tree_builder;
mod walk;

use crate::key::KeySpace;
use automaton::{Automaton, MOST_EDITS};
use pattern::{Narrow, Wide, Windows};
pub use store::Cursor;
use store::{Store, Utf8};
use walk::Branch;

/// One key that a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The value stored with the key.
    pub value: u64,
    /// Optimal-string-alignment distance in letters, to the key or (in prefix mode) to the
    /// nearest of its prefixes.
    pub edits: u8,
}

/// The keys of one key space with a value each, searchable exactly and by edits: the bytes.
#[derive(Debug)]
pub struct Dictionary {
    space: KeySpace,
    forward: Vec<u8>,
    backward: Vec<u8>,
}

impl Dictionary {
    /// Builds from keys in ascending order without repetition. Keys are letters from 1 to 63, or
    /// UTF-8 in [`KeySpace::Other`]; any other key is an error.
    pub fn build<'k>(
        space: KeySpace,
        entries: impl IntoIterator<Item = (&'k [u8], u64)>,
    ) -> Result<Self, fst::Error> {
        let (forward, backward) = build::halves(space, entries)?;
        Ok(Dictionary {
            space,
            forward,
            backward,
        })
    }

    /// The keys, to search.
    pub fn keys(&self) -> Keys<'_> {
        Keys {
            space: self.space,
            forward: &self.forward,
            backward: &self.backward,
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<u64> {
        self.keys().get(key)
    }

    /// The bytes of the forward and of the backward half.
    pub(crate) fn into_parts(self) -> (Vec<u8>, Vec<u8>) {
        (self.forward, self.backward)
    }

    /// See [`Keys::within`].
    pub fn within(&self, pattern: &[u8], max_edits: u8, prefix: bool, found: &mut dyn FnMut(Hit)) {
        self.keys().within(pattern, max_edits, prefix, found);
    }
}

/// The keys of one key space, in bytes that lie somewhere: a [`Dictionary`], or a part of a file.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'d> {
    space: KeySpace,
    forward: &'d [u8],
    backward: &'d [u8],
}

impl<'d> Keys<'d> {
    /// Keys of a space in the two halves that [`Dictionary::into_parts`] once gave.
    pub(crate) fn from_parts(space: KeySpace, forward: &'d [u8], backward: &'d [u8]) -> Self {
        Keys {
            space,
            forward,
            backward,
        }
    }

    /// Bytes of both halves.
    pub fn size(self) -> usize {
        self.forward.len() + self.backward.len()
    }

    /// The value of a key.
    pub fn get(self, key: &[u8]) -> Option<u64> {
        let start = self.walk()?;
        key.iter()
            .try_fold(start, |cursor, byte| cursor.step(*byte))?
            .value()
    }

    /// A cursor before the first byte of the keys; `None` if the bytes are damaged.
    pub fn walk(self) -> Option<Cursor<'d>> {
        Some(Store::open(self.forward)?.walk())
    }

    /// Every key with its value, in ascending order.
    pub fn for_each(self, visit: impl FnMut(&[u8], u64)) {
        if let Some(store) = Store::open(self.forward) {
            store.for_each(visit);
        }
    }

    /// Every key within `max_edits` of `pattern`, in no promised order, each once; in prefix mode
    /// every key with a prefix within `max_edits`. More than two edits are taken for two. The empty
    /// pattern finds nothing.
    pub fn within(self, pattern: &[u8], max_edits: u8, prefix: bool, found: &mut dyn FnMut(Hit)) {
        let max_edits = max_edits.min(MOST_EDITS);
        if pattern.is_empty() {
            return;
        }
        if max_edits == 0 && !prefix {
            if let Some(value) = self.get(pattern) {
                found(Hit { value, edits: 0 });
            }
            return;
        }
        let Some(forward) = Store::open(self.forward) else {
            return;
        };
        let search = Search {
            max_edits,
            prefix,
            forward,
            found,
        };
        if self.space == KeySpace::Other {
            let letters: Vec<u32> = String::from_utf8_lossy(pattern)
                .chars()
                .map(u32::from)
                .collect();
            search.run(&letters, Wide::new, Utf8, |automaton, found| {
                if let Some(backward) = Store::open(self.backward) {
                    let visits = backward.visits();
                    walk::whole(
                        Utf8(backward.walk()),
                        automaton,
                        visits,
                        |value, edits, _| found(value, edits),
                    );
                }
            });
        } else if pattern.len() <= Narrow::LONGEST {
            search.run(
                pattern,
                Narrow::new,
                |cursor| cursor,
                |automaton, found| tree::search(self.backward, automaton, found),
            );
        } else {
            let letters: Vec<u32> = pattern.iter().map(|b| u32::from(*b)).collect();
            search.run(
                &letters,
                Wide::new,
                |cursor| cursor,
                |automaton, found| tree::search(self.backward, automaton, found),
            );
        }
    }
}

/// What is asked for.
struct Search<'d, 'f> {
    max_edits: u8,
    prefix: bool,
    forward: Store<'d>,
    found: &'f mut dyn FnMut(Hit),
}

impl<'d> Search<'d, '_> {
    /// Searches by halves, or from the front alone where the end is not known.
    fn run<L: Copy, W: Windows, B: Branch>(
        self,
        pattern: &[L],
        windows_of: impl Fn(&[L]) -> W,
        branch: impl Fn(Cursor<'d>) -> B,
        backward: impl FnOnce(&Automaton<'_, W>, &mut dyn FnMut(u64, u8)),
    ) {
        let (len, found) = (pattern.len(), self.found);
        let mut found = |value, edits| found(Hit { value, edits });
        let root = branch(self.forward.walk());
        let visits = self.forward.visits();
        let windows = windows_of(pattern);
        if self.prefix {
            let floors = &[0; MOST_EDITS as usize + 1][..=usize::from(self.max_edits)];
            let automaton = Automaton::new(&windows, len, floors);
            walk::prefixes(root, &automaton, visits, found);
            return;
        }
        let reversed: Vec<L> = pattern.iter().rev().copied().collect();
        halves::within(
            (&windows_of(&reversed), backward),
            (&windows, root, visits),
            len,
            self.max_edits,
            len.div_ceil(2),
            &mut found,
        );
    }
}
