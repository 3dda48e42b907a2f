//! A tree of keys in nested bytes, for the key spaces with an alphabet of at most 63 letters.
//!
//! In an `fst` file the nodes of one key lie apart, and most of the time of a walk goes into
//! fetching nodes, and taking them apart, that turn out to lead nowhere. Here a node is followed by
//! its children, one after the other, so that what belongs together is read together, and the
//! lonely end of a key is its letters in a row. A node with many children also says which letters
//! each of them goes on with, so that those that can't match are not even touched.
//!
//! ```text
//! tree      bytes of a value (1 byte), root, 8 bytes of 0
//! node      0nnnnnnn  end:      n letters, value
//!           1nnn0000  run:      n + 1 letters, node
//!           1fss0ccc  branch:   c letters, c filters, c distances, [value], c nodes
//!           1fss1111  junction: firsts, as many filters and distances, [value], nodes
//! ```
//!
//! - The first byte of a node is its *head*. A branch goes on with up to 7 letters, a junction with
//!   more, in ascending order.
//! - *Firsts* are the set of the letters that a node goes on with, and bit 0 if a key ends at it.
//! - A *filter* is the firsts of a child in two bytes: bit `n` says that one of the letters `n`,
//!   `n + 16`, `n + 32` and `n + 48` is among them. Of the children that it lets a search through
//!   to, one in five does not go on with the right letter; none that does is kept back.
//! - A *distance* is how far from the head the head of a child is, in `s + 1` bytes.
//! - `f` says that there is a value: a key ends here while others go on.
//! - A set is a number of 8 bytes in which bit `n` is the letter `n`. Numbers are little-endian.
//! - The root of no keys is missing. The 8 bytes at the end are there so that a number can be read
//!   as 8 bytes wherever it is.
//!
//! Damaged bytes are read as they come, and bytes beyond the end as 0. They can make a
//! node lead to itself, or many to one: a search that has met more nodes than there can be ends, and
//! a cursor takes no step but to a node that lies behind.

pub(crate) mod build;
pub(crate) mod children;
pub(crate) mod cursor;
pub(crate) mod prefixes;
pub(crate) mod search;

use crate::fuzzy::automaton::Automaton;
use crate::fuzzy::halves::Half;
use crate::fuzzy::pattern::Windows;
use crate::fuzzy::tree::children::{Children, set_of};
pub(super) use crate::fuzzy::tree::cursor::Cursor;

impl Half for Tree<'_> {
    fn search<W: Windows, const LETTERS: bool>(
        self,
        automaton: &Automaton<W>,
        found: impl FnMut(u64, u8, &[u32]),
    ) {
        search::search::<_, LETTERS>(self, automaton, found);
    }

    fn prefixes<W: Windows>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8)) {
        prefixes::prefixes(self, automaton, found);
    }
}

/// The most letters of an end.
const LONGEST_END: usize = 0x7F;
/// The most letters of a run.
const LONGEST_RUN: usize = 8;
/// The bit of everything but ends.
const INNER: u8 = 0x80;
/// The bit of nodes where a key ends while others go on.
const HAS_VALUE: u8 = 0x40;
/// Where a branch or junction has the bytes of a distance, less one, and a run its letters, less
/// one.
const SIZE_SHIFT: u32 = 4;
/// Where a branch has the number of its letters; a run has 0 there.
const COUNT: u8 = 0x0F;
/// The count that says that a node is a junction.
const JUNCTION: u8 = COUNT;
/// The most letters of a branch.
const MAX_BRANCH: u8 = 7;
/// The bytes of a set.
const SET: usize = 8;
/// The bytes of a filter.
const FILTER: usize = 2;

/// The bytes of a tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tree<'t> {
    bytes: &'t [u8],
    value_size: usize,
}

/// A node of which only the head has been read.
#[derive(Clone, Copy, Debug)]
struct Bare {
    at: usize,
    head: u8,
}

/// A node and what a search first wants to know of it.
#[derive(Clone, Copy, Debug)]
struct Node {
    bare: Bare,
    firsts: u64,
}

/// What a node is.
enum TreeKind {
    End,
    Run,
    /// A branch, or a junction.
    Fork,
}

impl<'t> Tree<'t> {
    /// Where the root is.
    const ROOT: usize = 1;

    pub fn open(bytes: &'t [u8]) -> Self {
        let value_size = bytes.first().map_or(0, |size| usize::from(*size).min(8));
        Tree { bytes, value_size }
    }

    /// More nodes than there are if the bytes are whole: each takes two bytes, one for its head and
    /// one for what leads to it.
    fn most_nodes(self) -> usize {
        self.bytes.len() / 2 + 1
    }

    /// The node before the first letter, if there are keys.
    fn root(self) -> Option<Node> {
        (self.bytes.len() > 1 + SET).then(|| self.node(Self::ROOT))
    }

    /// The eight bytes from a place on, as a number.
    #[inline]
    fn eight(self, at: usize) -> u64 {
        match self.bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => 0,
        }
    }

    /// The byte at a place.
    #[inline]
    fn byte(self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// A number of up to eight bytes.
    #[inline]
    fn number(self, at: usize, size: usize) -> u64 {
        match size {
            0 => 0,
            size => self.eight(at) & u64::MAX >> (64 - 8 * size),
        }
    }

    /// The node whose head is at a place.
    #[inline]
    fn node(self, at: usize) -> Node {
        Node::new(at, self.byte(at), self.eight(at + 1))
    }

    /// The head at a place.
    #[inline]
    fn bare(self, at: usize) -> Bare {
        let head = self.byte(at);
        Bare { at, head }
    }

    /// The letters of an end or run.
    #[inline]
    fn letters(self, node: Bare) -> &'t [u8] {
        if let TreeKind::Fork = node.kind() {
            return &[];
        }
        let start = node.at + 1;
        self.bytes
            .get(start..start + node.len())
            .unwrap_or_default()
    }

    /// The node after a run.
    #[inline]
    fn after(self, run: Bare) -> Node {
        self.node(run.at + 1 + run.len())
    }

    /// The value of the key that ends at a node; where it is an end, after its letters.
    #[inline]
    fn value(self, node: Node) -> Option<u64> {
        let at = match node.bare.kind() {
            TreeKind::End => node.bare.at + 1 + node.bare.len(),
            TreeKind::Fork if node.bare.head & HAS_VALUE != 0 => {
                Children::of(self, node).value_at()
            }
            _ => return None,
        };
        Some(self.number(at, self.value_size))
    }

    /// Where the child of a branch or junction is that goes on with a letter.
    #[inline]
    fn child_at(self, node: Bare, letter: u8) -> Option<usize> {
        let behind = self.eight(node.at + 1);
        let (i, count) = if node.is_junction() {
            let set = behind & !1;
            if letter == 0 || set.checked_shr(letter.into())? & 1 == 0 {
                return None;
            }
            let smaller = set & ((1 << letter) - 1);
            (smaller.count_ones() as usize, set.count_ones() as usize)
        } else {
            let count = node.letters_size();
            (position(behind, count, letter)?, count)
        };
        let child = Children::new(self, node, count).get(i);
        self.is_behind(node, child).then_some(child)
    }

    /// A child of a branch or junction.
    fn child(self, node: Node, i: usize) -> Option<Node> {
        let child = Children::of(self, node).get(i);
        self.is_behind(node.bare, child).then(|| self.node(child))
    }

    /// Whether a child is where it can be: behind its parent, and not beyond the end.
    #[inline]
    fn is_behind(self, parent: Bare, child: usize) -> bool {
        parent.at < child && child.saturating_add(SET) < self.bytes.len()
    }
}

impl Bare {
    #[inline]
    fn kind(self) -> TreeKind {
        match self.head {
            0..INNER => TreeKind::End,
            head if head & COUNT == 0 => TreeKind::Run,
            _ => TreeKind::Fork,
        }
    }

    #[inline]
    fn is_junction(self) -> bool {
        self.head & (INNER | COUNT) == INNER | JUNCTION
    }

    /// The number of letters of an end or run.
    #[inline]
    fn len(self) -> usize {
        match self.head {
            0..INNER => usize::from(self.head),
            head => usize::from(head >> SIZE_SHIFT & 0b111) + 1,
        }
    }

    /// The bytes that the letters of a branch or junction take.
    #[inline]
    fn letters_size(self) -> usize {
        if self.is_junction() {
            SET
        } else {
            usize::from(self.head & MAX_BRANCH)
        }
    }
}

impl Node {
    /// The node with a head, and these eight bytes behind it.
    #[inline]
    fn new(at: usize, head: u8, behind: u64) -> Self {
        let reading = &READINGS[usize::from(head)];
        let letters = set_of(behind & reading.letters) & !1 & !reading.set;
        let firsts = behind & reading.set | letters | reading.ends;
        let bare = Bare { at, head };
        Node { bare, firsts }
    }

    /// The set of the letters that go on from here.
    #[inline]
    fn set(self) -> u64 {
        self.firsts & !1
    }

    /// The letter that leads from a branch or junction to one of its children.
    fn letter(self, child: u8) -> Option<u32> {
        let smaller = (0..child).fold(self.set(), |set, _| set & set.wrapping_sub(1));
        (smaller != 0 && matches!(self.bare.kind(), TreeKind::Fork))
            .then(|| smaller.trailing_zeros())
    }

    /// How many letters go on from here that are smaller than one of them.
    #[inline]
    fn rank(self, letter: u32) -> usize {
        (self.set() & ((1 << (letter & 63)) - 1)).count_ones() as usize
    }
}

/// Which of the first bytes of a number is a letter.
#[inline]
fn position(letters: u64, count: usize, letter: u8) -> Option<usize> {
    const ONES: u64 = u64::MAX / 0xFF;
    let others = letters ^ (ONES * u64::from(letter));
    // The highest bit of the first byte that is 0, and perhaps of some behind it.
    let zeros = others.wrapping_sub(ONES) & !others & ONES << 7;
    let i = zeros.trailing_zeros() as usize / 8;
    (i < count).then_some(i)
}

/// What a head says of the eight bytes behind it. Searches read so many nodes, in no order that
/// could be guessed, that a branch for each kind of node would cost more than all the rest.
#[derive(Clone, Copy)]
struct TreeReading {
    /// The bytes that are letters that the node goes on with.
    letters: u64,
    /// The bytes that are a set of them.
    set: u64,
    /// Bit 0 if a key is known to end here.
    ends: u64,
}

static READINGS: [TreeReading; 256] = {
    let mut readings = [TreeReading {
        letters: 0,
        set: 0,
        ends: 0,
    }; 256];
    let mut head = 0;
    while head < 256 {
        let reading = &mut readings[head];
        match head as u8 {
            0 => reading.ends = 1,
            1..INNER => reading.letters = 0xFF,
            inner => match inner & COUNT {
                0 => reading.letters = 0xFF,
                JUNCTION => reading.set = u64::MAX,
                count => {
                    let count = count & MAX_BRANCH;
                    reading.letters = (1 << (8 * count)) - 1;
                    reading.ends = (inner & HAS_VALUE != 0) as u64;
                }
            },
        }
        head += 1;
    }
    readings
};
