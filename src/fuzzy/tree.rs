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
//!           1fss0ccc  branch:   c letters, [value], c places, c nodes
//!           1fss1111  junction: firsts, [value], an entry for each letter, as many nodes
//! entry     firsts, head, place
//! ```
//!
//! - The first byte of a node is its *head*. A branch goes on with up to 7 letters, a junction with
//!   more, in ascending order.
//! - A *place* is how far from the head the head of another node is, in `s + 1` bytes.
//! - *Firsts* are the set of the letters that a node goes on with, and bit 0 if a key ends at it.
//! - `f` says that there is a value: a key ends here while others go on.
//! - A set is a number of 8 bytes in which bit `n` is the letter `n`. Numbers are little-endian.
//! - The root of no keys is missing. The 8 bytes at the end are there so that a number can be read
//!   as 8 bytes wherever it is.
//!
//! Damaged bytes are read as they come, and bytes beyond the end as 0. They can make a
//! node lead to itself, or many to one: a walk that has met more nodes than there can be ends.

pub(super) mod build;
mod cursor;
mod prefixes;
mod search;

use super::automaton::Automaton;
use super::halves::Half;
use super::pattern::Windows;
pub(super) use cursor::Cursor;

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
/// Where a branch or junction has the bytes of a place, less one, and a run its letters, less one.
const SIZE_SHIFT: u32 = 4;
/// Where a branch has the number of its letters; a run has 0 there.
const COUNT: u8 = 0x0F;
/// The count that says that a node is a junction.
const JUNCTION: u8 = COUNT;
/// The most letters of a branch.
const WIDEST_BRANCH: u8 = 7;
/// The bytes of a set.
const SET: usize = 8;

/// The bytes of a tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tree<'t> {
    bytes: &'t [u8],
    value_size: usize,
}

/// A node and what a search first wants to know of it.
#[derive(Clone, Copy, Debug)]
struct Node {
    at: usize,
    head: u8,
    firsts: u64,
}

/// What a node is.
enum Kind {
    End,
    Run,
    /// A branch, or a junction.
    Fork,
}

impl<'t> Tree<'t> {
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
        (self.bytes.len() > 1 + SET).then(|| self.node(1))
    }

    /// The eight bytes from a place on, as a number.
    #[inline]
    fn eight(self, at: usize) -> u64 {
        match self.bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => 0,
        }
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
        let eight = self.eight(at);
        let head = eight as u8;
        let letters = eight >> 8;
        let firsts = match head {
            0 => 1,
            1..INNER => 1 << (letters & 63),
            _ => match head & COUNT {
                0 => 1 << (letters & 63),
                JUNCTION => self.eight(at + 1),
                count => {
                    let ends_here = u64::from(head & HAS_VALUE != 0);
                    let mut letters = letters;
                    let mut set = ends_here;
                    for _ in 0..count & WIDEST_BRANCH {
                        set |= 1 << (letters & 63);
                        letters >>= 8;
                    }
                    set
                }
            },
        };
        Node { at, head, firsts }
    }

    /// The letters of an end or run.
    #[inline]
    fn letters(self, node: Node) -> &'t [u8] {
        if let Kind::Fork = node.kind() {
            return &[];
        }
        let start = node.at + 1;
        self.bytes
            .get(start..start + node.len())
            .unwrap_or_default()
    }

    /// The node after a run.
    #[inline]
    fn after(self, run: Node) -> Node {
        self.node(run.at + 1 + run.len())
    }

    /// The value of the key that ends at a node; where it is an end, after its letters.
    #[inline]
    fn value(self, node: Node) -> Option<u64> {
        let before = match node.kind() {
            Kind::End => node.len(),
            Kind::Fork if node.head & HAS_VALUE != 0 => node.letters_size(),
            _ => return None,
        };
        Some(self.number(node.at + 1 + before, self.value_size))
    }

    /// Where the child of a branch or junction is that goes on with a letter.
    #[inline]
    fn child_at(self, node: Node, letter: u8) -> Option<usize> {
        let set = match node.is_junction() {
            true => self.eight(node.at + 1),
            false => {
                let letters = self.eight(node.at) >> 8;
                let count = u32::from(node.head & WIDEST_BRANCH);
                let mut own = (0..count).map(|i| (letters >> (8 * i)) as u8 & 63);
                let i = own.position(|own| own == letter)?;
                let children = Children::<false>::of(self, node);
                let place = self.number(children.at(i), children.size);
                return (letter != 0).then_some(node.at + place as usize);
            }
        };
        let bit = 1u64.checked_shl(letter.into())?;
        if letter == 0 || set & bit == 0 {
            return None;
        }
        let smaller = (set & !1 & (bit - 1)).count_ones() as usize;
        let children = Children::<true>::of(self, node);
        let rest = self.eight(children.at(smaller) + SET);
        let place = rest >> 8 & u64::MAX >> (64 - 8 * children.size);
        Some(node.at + place as usize)
    }

    /// A child of a branch or junction.
    fn child(self, node: Node, i: usize) -> Node {
        match node.is_junction() {
            true => Children::<true>::of(self, node).get(i),
            false => Children::<false>::of(self, node).get(i),
        }
    }
}

impl Node {
    /// A node of which it is not known yet what it goes on with.
    #[inline]
    fn bare(at: usize, head: u8) -> Self {
        Node {
            at,
            head,
            firsts: 0,
        }
    }

    #[inline]
    fn kind(self) -> Kind {
        match self.head {
            0..INNER => Kind::End,
            head if head & COUNT == 0 => Kind::Run,
            _ => Kind::Fork,
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
            usize::from(self.head & WIDEST_BRANCH)
        }
    }

    /// The set of the letters that go on from here.
    #[inline]
    fn set(self) -> u64 {
        self.firsts & !1
    }

    /// How many letters go on from here that are smaller than one of them.
    #[inline]
    fn rank(self, letter: u32) -> usize {
        (self.set() & ((1 << (letter & 63)) - 1)).count_ones() as usize
    }
}

/// Where the children of a branch or junction are. Which of the two it is, is a parameter, so that
/// the search asks it once a node and not for every child.
#[derive(Clone, Copy)]
struct Children<'t, const IS_JUNCTION: bool> {
    tree: Tree<'t>,
    parent: Node,
    /// The first place or entry.
    start: usize,
    /// The bytes of a place.
    size: usize,
}

impl<'t, const IS_JUNCTION: bool> Children<'t, IS_JUNCTION> {
    #[inline]
    fn of(tree: Tree<'t>, node: Node) -> Self {
        let value = if node.head & HAS_VALUE != 0 {
            tree.value_size
        } else {
            0
        };
        let letters = if IS_JUNCTION {
            SET
        } else {
            usize::from(node.head & WIDEST_BRANCH)
        };
        let size = usize::from(node.head >> SIZE_SHIFT & 0b11) + 1;
        Children {
            tree,
            parent: node,
            start: node.at + 1 + letters + value,
            size,
        }
    }

    /// Where the place or entry of a child is.
    #[inline]
    fn at(&self, i: usize) -> usize {
        let stride = if IS_JUNCTION {
            SET + 1 + self.size
        } else {
            self.size
        };
        self.start + i * stride
    }

    #[inline]
    fn get(&self, i: usize) -> Node {
        let (tree, at) = (self.tree, self.at(i));
        if IS_JUNCTION {
            let rest = tree.eight(at + SET);
            let place = rest >> 8 & u64::MAX >> (64 - 8 * self.size);
            let at_child = self.parent.at + place as usize;
            Node {
                at: at_child,
                head: rest as u8,
                firsts: tree.eight(at),
            }
        } else {
            tree.node(self.parent.at + tree.number(at, self.size) as usize)
        }
    }

    /// Which children may go on with a wanted letter, a bit for each.
    #[inline]
    fn with(&self, wanted: u64) -> u64 {
        let count = self.parent.set().count_ones();
        if !IS_JUNCTION {
            return (1 << count) - 1;
        }
        let mut with = 0;
        for i in 0..count {
            let firsts = self.tree.eight(self.at(i as usize));
            with |= u64::from(firsts & wanted != 0) << i;
        }
        with
    }
}
