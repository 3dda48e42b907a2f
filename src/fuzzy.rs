//! The names of one key space, to be found exactly, by a prefix, or within a few edits.
//!
//! The keys lie there twice, from the front and reversed, each time as a tree of letters. A search
//! follows the trees with an automaton that says how much of the pattern can still match:
//!
//! ```text
//! pattern ─> pattern::Windows ─> Automaton ┐
//!                                          ├─> tree::search ─> halves ─> Hit
//! bytes ─────────────────────────> Tree ───┘
//! ```
//!
//! The trees are nested bytes of our own ([`tree`]) in the key spaces with an alphabet. Keys of
//! code points, in [`KeySpace::Other`], lie in `fst` maps ([`store`]), read by a reader that checks
//! what it reads ([`node`]).
//!
//! Distances are exact: what a search finds are the keys whose optimal string alignment distance
//! to the pattern is within the limit, as comparing with every single key would find them.
//! The bytes are never trusted. Damaged ones give other answers or fewer, but no panic, and no walk
//! longer than in proportion to their number.

pub(crate) mod automaton;
pub(crate) mod build;
pub(crate) mod halves;
pub(crate) mod node;
pub(crate) mod pattern;
pub(crate) mod reached;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod tree;
pub(crate) mod walk;

use crate::fuzzy::halves::Half;
use crate::fuzzy::pattern::{Narrow, Wide, Windows};
use crate::fuzzy::store::Store;
use crate::fuzzy::tree::Tree;
use crate::key::KeySpace;

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
        key.iter()
            .try_fold(self.walk()?, |cursor, byte| cursor.step(*byte))?
            .value()
    }

    /// A cursor before the first letter of the keys; `None` if there are none.
    pub fn walk(self) -> Option<Cursor<'d>> {
        Some(Cursor(match self.space {
            KeySpace::Other => Place::Store(Store::open(self.forward)?.walk()),
            _ => Place::Tree(tree::Cursor::start(Tree::open(self.forward))?),
        }))
    }

    /// The cursor at a position that one has told.
    pub(crate) fn resume(self, position: Position) -> Option<Cursor<'d>> {
        let Position(at, inside) = position;
        let tree = || tree::Cursor::at(Tree::open(self.forward), at, inside);
        (self.space != KeySpace::Other).then(|| Cursor(Place::Tree(tree())))
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
        let search = Search {
            max_edits,
            prefix,
            found,
        };
        if self.space == KeySpace::Other {
            let letters = String::from_utf8_lossy(pattern)
                .chars()
                .map(u32::from)
                .collect();
            if let (Some(forward), Some(backward)) =
                (Store::open(self.forward), Store::open(self.backward))
            {
                search.run([forward, backward], letters, Wide::new);
            }
            return;
        }
        let halves = [Tree::open(self.forward), Tree::open(self.backward)];
        if pattern.len() <= Narrow::LONGEST {
            search.run(halves, pattern.to_vec(), Narrow::new);
        } else {
            let letters = pattern.iter().map(|letter| u32::from(*letter)).collect();
            search.run(halves, letters, Wide::new);
        }
    }
}

/// What is asked for.
struct Search<'f> {
    max_edits: u8,
    prefix: bool,
    found: &'f mut dyn FnMut(Hit),
}

impl Search<'_> {
    fn run<L: Copy, W: Windows>(
        self,
        halves: [impl Half; 2],
        pattern: Vec<L>,
        windows: impl Fn(&[L]) -> W,
    ) {
        let found = |value, edits| (self.found)(Hit { value, edits });
        if self.prefix {
            halves::prefixes(halves[0], &pattern, windows, self.max_edits, found);
        } else {
            halves::within(halves, &pattern, windows, self.max_edits, found);
        }
    }
}

/// The bytes of a tree, to be walked by [`Cursor::of_tree`] alone: keys in ascending order, each
/// once, with letters from 1 to 63.
#[cfg(any(feature = "build", test))]
pub(crate) fn tree_of(keys: &[(&[u8], u64)]) -> Result<Vec<u8>, fst::Error> {
    build::tree(keys)
}

/// A place in the tree of all keys, after some letters (bytes of UTF-8 in [`KeySpace::Other`]).
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'d>(Place<'d>);

#[derive(Clone, Copy, Debug)]
enum Place<'d> {
    Tree(tree::Cursor<'d>),
    Store(store::Cursor<'d>),
}

/// Where a cursor is, without the keys that it is in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Position(usize, usize);

impl<'d> Cursor<'d> {
    /// Where this is, for [`Keys::resume`]; `None` in [`KeySpace::Other`].
    pub(crate) fn position(self) -> Option<Position> {
        match self.0 {
            Place::Tree(cursor) => {
                let (at, inside) = cursor.position();
                Some(Position(at, inside))
            }
            Place::Store(_) => None,
        }
    }

    /// A cursor before the first letter of the keys of a [`tree_of`]; `None` if there are none.
    pub(crate) fn of_tree(bytes: &'d [u8]) -> Option<Self> {
        Some(Cursor(Place::Tree(tree::Cursor::start(Tree::open(bytes))?)))
    }

    /// The letters that keys of a tree go on with from here, a bit for each.
    #[inline]
    pub(crate) fn letters(self) -> u64 {
        match self.0 {
            Place::Tree(cursor) => cursor.letters(),
            Place::Store(_) => 0,
        }
    }

    /// The place one letter on, if any key goes on with it.
    #[inline]
    pub fn step(self, letter: u8) -> Option<Self> {
        Some(Cursor(match self.0 {
            Place::Tree(cursor) => Place::Tree(cursor.step(letter)?),
            Place::Store(cursor) => Place::Store(cursor.step(letter)?),
        }))
    }

    /// The place one letter on, the first or the last of those that keys go on with. Whatever the
    /// bytes are, each step leads on in one direction, and there are fewer than bytes.
    pub(crate) fn step_outmost(self, last: bool) -> Option<Self> {
        match self.0 {
            Place::Tree(cursor) => {
                let letters = cursor.letters();
                let letter = match last {
                    true => letters.checked_ilog2()?,
                    false => letters.trailing_zeros(),
                };
                Some(Cursor(Place::Tree(cursor.step(letter as u8)?)))
            }
            Place::Store(cursor) => Some(Cursor(Place::Store(cursor.step_outmost(last)?))),
        }
    }

    /// The place as far on as keys go on with these letters, and how many of them that is.
    pub fn follow(self, letters: &[u8]) -> (Self, usize) {
        match self.0 {
            Place::Tree(cursor) => {
                let (cursor, followed) = cursor.follow(letters);
                (Cursor(Place::Tree(cursor)), followed)
            }
            Place::Store(cursor) => {
                let (mut cursor, mut followed) = (cursor, 0);
                while let Some(next) = letters.get(followed).and_then(|&byte| cursor.step(byte)) {
                    cursor = next;
                    followed += 1;
                }
                (Cursor(Place::Store(cursor)), followed)
            }
        }
    }

    /// The value of the key that ends here.
    #[inline]
    pub fn value(self) -> Option<u64> {
        match self.0 {
            Place::Tree(cursor) => cursor.value(),
            Place::Store(cursor) => cursor.value(),
        }
    }
}
