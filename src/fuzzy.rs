//! The fuzzy search: the keys of one key space, with a number each, come in; those that equal a
//! pattern, begin with it, or lie within a few edits of it go out.
//!
//! Each key is stored twice (decision 4 of the design): forward in an `fst` map, which is the
//! dictionary that everything but search by edits reads, and reversed in a tree of letters, which is
//! made for that search. It follows both with an automaton that tells how much of the pattern can
//! still match:
//!
//! ```text
//! forward ───────────────────────> FstMap ─> fst_map::letters ┐
//! pattern ─> pattern::MatchMasks ─> Automaton                 ├─> halves ─> Hit
//! reversed ──────────────────────> Tree ───> tree::search ────┘
//! ```
//!
//! - [`automaton`] has the states and steps, [`pattern`] what it needs of a pattern,
//! - [`halves`] divides a search between the forward and the reversed keys,
//! - [`fst_map`]: the maps of the crate `fst`, read by a reader that checks what it reads; in
//!   [`KeySpace::Other`], whose keys are code points, the reversed half is one too,
//! - [`tree`]: the trees, nested bytes of our own, of the key spaces with an alphabet,
//! - [`prefix_state`]: what searches by prefix share; [`build`] writes both kinds.
//!
//! Distances are exact: what a search finds are the keys whose optimal string alignment distance
//! to the pattern is within the limit, as comparing with every single key would find them.
//! The bytes are never trusted. Damaged ones give other answers or fewer, but no panic, and no walk
//! longer than in proportion to their number.

pub(crate) mod automaton;
pub(crate) mod build;
pub(crate) mod fst_map;
pub(crate) mod halves;
pub(crate) mod pattern;
pub(crate) mod prefix_state;
#[cfg(test)]
mod tests;
pub(crate) mod tree;

use crate::fuzzy::fst_map::code_points::CodePoints;
use crate::fuzzy::fst_map::letters::Letters;
pub(crate) use crate::fuzzy::fst_map::stream::KeyStream;
use crate::fuzzy::fst_map::{Alphabet, FstCursor, FstMap};
use crate::fuzzy::halves::{Backward, Forward};
use crate::fuzzy::pattern::{LongPattern, MatchMasks, ShortPattern};
use crate::fuzzy::tree::Tree;
pub(crate) use crate::fuzzy::tree::TreeCursor;
use crate::key::KeySpace;
use crate::key::fold::SPACE;

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
    #[cfg(feature = "build")]
    pub(crate) fn into_parts(self) -> (Vec<u8>, Vec<u8>) {
        (self.forward, self.backward)
    }

    /// See [`Keys::within`].
    pub fn within(&self, pattern: &[u8], max_edits: u8, prefix: bool, found: &mut dyn FnMut(Hit)) {
        self.keys().within(pattern, max_edits, prefix, found);
    }
}

/// The keys of one key space in borrowed bytes: a [`Dictionary`]'s, or sections of a file.
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
        let (cursor, followed) = self.map()?.walk().follow(key);
        (followed == key.len()).then(|| cursor.value())?
    }

    /// A cursor before the first letter of the keys; `None` if there are none.
    pub fn walk(self) -> Option<Cursor<'d>> {
        Some(Cursor(self.map()?.walk()))
    }

    /// The cursor at a position that [`Cursor::position`] gave.
    pub(crate) fn resume(self, KeyPosition(position): KeyPosition) -> Option<Cursor<'d>> {
        Some(Cursor(self.map()?.resume(position)))
    }

    /// The keys in their order that begin with some bytes and that an automaton accepts, which reads
    /// them byte by byte; those longer than `max_len` bytes are left out. `None` if there are no keys.
    pub(crate) fn stream<A: fst::Automaton>(
        self,
        beginning: &[u8],
        automaton: A,
        max_len: usize,
    ) -> Option<KeyStream<'d, A>> {
        Some(KeyStream::new(self.map()?, beginning, automaton, max_len))
    }

    /// The forward half.
    fn map(self) -> Option<FstMap<'d>> {
        FstMap::open(self.forward, Alphabet::of(self.space))
    }

    /// Every key within `max_edits` of `pattern`, in no promised order, each once; in prefix mode
    /// every key with a prefix within `max_edits`. More than two edits are taken for two. The empty
    /// pattern finds nothing.
    pub fn within(self, pattern: &[u8], max_edits: u8, prefix: bool, found: &mut dyn FnMut(Hit)) {
        if pattern.is_empty() {
            return;
        }
        if max_edits == 0 && !prefix {
            if let Some(value) = self.get(pattern) {
                found(Hit { value, edits: 0 });
            }
            return;
        }
        let search = EditSearch {
            max_edits,
            prefix,
            found,
        };
        let Some(forward) = self.map() else { return };
        if self.space == KeySpace::Other {
            let letters = String::from_utf8_lossy(pattern)
                .chars()
                .map(u32::from)
                .collect();
            if let Some(backward) = FstMap::open(self.backward, Alphabet::CodePoints) {
                let (forward, backward) = (CodePoints(forward), CodePoints(backward));
                search.run(forward, backward, letters, LongPattern::new);
            }
            return;
        }
        let (forward, backward) = (Letters(forward), Tree::open(self.backward));
        if pattern.len() <= ShortPattern::MAX_LETTERS {
            search.run(forward, backward, pattern.to_vec(), ShortPattern::new);
        } else {
            let letters = pattern.iter().map(|letter| u32::from(*letter)).collect();
            search.run(forward, backward, letters, LongPattern::new);
        }
    }
}

/// A search for keys within some edits.
struct EditSearch<'f> {
    max_edits: u8,
    prefix: bool,
    found: &'f mut dyn FnMut(Hit),
}

impl EditSearch<'_> {
    fn run<L: Copy, W: MatchMasks>(
        self,
        forward: impl Forward,
        backward: impl Backward,
        pattern: Vec<L>,
        masks: impl Fn(&[L]) -> W,
    ) {
        let found = |value, edits| (self.found)(Hit { value, edits });
        if self.prefix {
            halves::prefixes(forward, &pattern, masks, self.max_edits, found);
        } else {
            halves::within(forward, backward, &pattern, masks, self.max_edits, found);
        }
    }
}

/// Builds the bytes of a tree, to be walked by a [`TreeCursor`]: keys in ascending order, each once,
/// with letters from 1 to 63.
#[cfg(any(feature = "build", test))]
pub(crate) fn tree_of(keys: &[(&[u8], u64)]) -> Result<Vec<u8>, fst::Error> {
    build::tree(keys)
}

/// A position in the tree of all keys, after some letters (bytes of UTF-8 in [`KeySpace::Other`]).
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'d>(FstCursor<'d>);

/// Position of a cursor, without the keys that it is in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyPosition((usize, u64));

impl Cursor<'_> {
    /// The position, for [`Keys::resume`].
    pub(crate) fn position(self) -> KeyPosition {
        KeyPosition(self.0.position())
    }

    /// The cursor one letter on, if any key goes on with it.
    #[inline]
    pub fn step(self, letter: u8) -> Option<Self> {
        self.0.step(letter).map(Cursor)
    }

    /// Whether keys of a space with an alphabet go on with a blank, which has the least number in each.
    #[inline]
    pub(crate) fn goes_on_with_space(self) -> bool {
        self.0.goes_on_with_least(SPACE)
    }

    /// The cursor one letter on, by the first or the last of those that keys go on with. Whatever the
    /// bytes are, each step leads to a smaller address, and there are fewer than bytes.
    pub(crate) fn step_outmost(self, last: bool) -> Option<Self> {
        self.0.step_outmost(last).map(Cursor)
    }

    /// The cursor as far on as keys go on with these letters, and how many of them that is.
    #[inline]
    pub fn follow(self, letters: &[u8]) -> (Self, usize) {
        let (cursor, followed) = self.0.follow(letters);
        (Cursor(cursor), followed)
    }

    /// The value of the key that ends here.
    #[inline]
    pub fn value(self) -> Option<u64> {
        self.0.value()
    }
}
