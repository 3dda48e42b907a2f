//! A tree of keys in nested bytes, for the reversed keys of the key spaces with an alphabet of at most
//! 63 letters, and for phonetic keys: a path-compressed trie (decision 4 of the design).
//!
//! In an `fst` file the nodes of one key lie apart, and most of the time of a walk goes into
//! fetching nodes, and taking them apart, that turn out to lead nowhere. Here a node is followed by
//! its children, one after the other, so that what belongs together is read together, and the end
//! of a key that no other shares is its letters in a row. A node with many children also says which
//! letters each of them goes on with, so that those that can't match are not even touched.
//!
//! ```text
//! tree      bytes of a value (1 byte), root, 8 bytes of 0
//! node      0nnnnnnn  leaf:     n letters, value
//!           1nnn0000  chain:    n + 1 letters, node
//!           1fss0ccc  branch:   c letters, c filters, c distances, [value], c nodes
//!           1fss1111  junction: firsts, as many filters and distances, [value], nodes
//! ```
//!
//! - The first byte of a node is its *head*. A branch goes on with up to 7 letters, a junction with
//!   more, in ascending order; *fork* stands for either.
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
//!
//! - [`build`] writes the bytes; [`children`] reads what a fork says of its children,
//! - [`cursor`] goes letter by letter; [`search`] finds keys within some edits.

pub(crate) mod build;
pub(crate) mod children;
pub(crate) mod cursor;
pub(crate) mod search;

use crate::fuzzy::automaton::Automaton;
use crate::fuzzy::halves::Backward;
use crate::fuzzy::pattern::MatchMasks;
use crate::fuzzy::tree::children::{Children, set_of};
pub(crate) use crate::fuzzy::tree::cursor::TreeCursor;

impl Backward for Tree<'_> {
    fn search<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8)) {
        search::search(self, automaton, found);
    }
}

/// Maximum length of a leaf, in letters.
const MAX_LEAF_LETTERS: usize = 0x7F;
/// Maximum length of a chain, in letters.
const MAX_CHAIN_LETTERS: usize = 8;
/// The bit of heads of all nodes but leaves.
const INNER: u8 = 0x80;
/// The bit of heads of nodes where a key ends while others go on.
const HAS_VALUE: u8 = 0x40;
/// Position of the bits of a head that hold the size of a distance in bytes, less one (forks), or
/// the number of letters, less one (chains).
const SIZE_SHIFT: u32 = 4;
/// The bits of a head that hold the number of children of a branch; 0 in a chain.
const COUNT: u8 = 0x0F;
/// The count that says that a node is a junction.
const JUNCTION: u8 = COUNT;
/// Maximum number of letters that a branch goes on with.
const MAX_BRANCH_LETTERS: u8 = 7;
/// Bytes of a set of letters.
const SET_BYTES: usize = 8;
/// Bytes of a filter.
const FILTER_BYTES: usize = 2;

/// The bytes of a tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tree<'t> {
    bytes: &'t [u8],
    value_size: usize,
}

/// The head of a node, and its address.
#[derive(Clone, Copy, Debug)]
struct NodeHead {
    at: usize,
    byte: u8,
}

/// A node, with the letters that it goes on with.
#[derive(Clone, Copy, Debug)]
struct TreeNode {
    head: NodeHead,
    firsts: u64,
}

/// The kinds of node that are read differently.
enum TreeNodeKind {
    Leaf,
    Chain,
    /// A branch, or a junction.
    Fork,
}

impl<'t> Tree<'t> {
    /// Address of the root.
    const ROOT: usize = 1;

    pub fn open(bytes: &'t [u8]) -> Self {
        let value_size = bytes.first().map_or(0, |size| usize::from(*size).min(8));
        Tree { bytes, value_size }
    }

    /// Maximum number of nodes of whole bytes: each takes two, one for its head and one for what
    /// leads to it.
    fn max_nodes(self) -> usize {
        self.bytes.len() / 2 + 1
    }

    /// The node before the first letter, if there are keys.
    fn root(self) -> Option<TreeNode> {
        (self.bytes.len() > 1 + SET_BYTES).then(|| self.node(Self::ROOT))
    }

    /// The eight bytes from an address on, as a number.
    #[inline]
    fn eight(self, at: usize) -> u64 {
        match self.bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => 0,
        }
    }

    /// The byte at an address.
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

    /// The node whose head is at an address.
    #[inline]
    fn node(self, at: usize) -> TreeNode {
        TreeNode::new(at, self.byte(at), self.eight(at + 1))
    }

    /// The letters of a leaf or chain.
    #[inline]
    fn letters(self, node: NodeHead) -> &'t [u8] {
        if let TreeNodeKind::Fork = node.kind() {
            return &[];
        }
        let start = node.at + 1;
        self.bytes
            .get(start..start + node.len())
            .unwrap_or_default()
    }

    /// The node after a chain.
    #[inline]
    fn after(self, chain: NodeHead) -> TreeNode {
        self.node(chain.at + 1 + chain.len())
    }

    /// The value of the key that ends at a node; of a leaf, after its letters.
    #[inline]
    fn value(self, node: TreeNode) -> Option<u64> {
        let at = match node.head.kind() {
            TreeNodeKind::Leaf => node.head.at + 1 + node.head.len(),
            TreeNodeKind::Fork if node.head.byte & HAS_VALUE != 0 => {
                Children::of(self, node).value_at()
            }
            _ => return None,
        };
        Some(self.number(at, self.value_size))
    }

    /// A child of a fork.
    fn child(self, node: TreeNode, i: usize) -> Option<TreeNode> {
        let child = Children::of(self, node).get(i);
        self.is_behind(node.head, child).then(|| self.node(child))
    }

    /// Whether a child lies where it can: behind its parent, and not beyond the end.
    #[inline]
    fn is_behind(self, parent: NodeHead, child: usize) -> bool {
        parent.at < child && child.saturating_add(SET_BYTES) < self.bytes.len()
    }
}

impl NodeHead {
    #[inline]
    fn kind(self) -> TreeNodeKind {
        match self.byte {
            0..INNER => TreeNodeKind::Leaf,
            head if head & COUNT == 0 => TreeNodeKind::Chain,
            _ => TreeNodeKind::Fork,
        }
    }

    #[inline]
    fn is_junction(self) -> bool {
        self.byte & (INNER | COUNT) == INNER | JUNCTION
    }

    /// The number of letters of a leaf or chain.
    #[inline]
    fn len(self) -> usize {
        match self.byte {
            0..INNER => usize::from(self.byte),
            head => usize::from(head >> SIZE_SHIFT & 0b111) + 1,
        }
    }

    /// The bytes that the letters of a fork take.
    #[inline]
    fn letters_size(self) -> usize {
        if self.is_junction() {
            SET_BYTES
        } else {
            usize::from(self.byte & MAX_BRANCH_LETTERS)
        }
    }
}

impl TreeNode {
    /// The node with a head, and these eight bytes behind it.
    #[inline]
    fn new(at: usize, byte: u8, behind: u64) -> Self {
        let layout = &HEAD_LAYOUTS[usize::from(byte)];
        let letters = set_of(behind & layout.letters) & !1 & !layout.set;
        let firsts = behind & layout.set | letters | layout.ends;
        let head = NodeHead { at, byte };
        TreeNode { head, firsts }
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

/// How the eight bytes behind a head are read. Searches read so many nodes, in no order that
/// could be guessed, that a branch for each kind of node would cost more than all the rest.
#[derive(Clone, Copy)]
struct HeadLayout {
    /// The bytes that are letters that the node goes on with.
    letters: u64,
    /// The bytes that are a set of them.
    set: u64,
    /// Bit 0 if a key is known to end here.
    ends: u64,
}

static HEAD_LAYOUTS: [HeadLayout; 256] = {
    let mut layouts = [HeadLayout {
        letters: 0,
        set: 0,
        ends: 0,
    }; 256];
    let mut head = 0;
    while head < 256 {
        let layout = &mut layouts[head];
        match head as u8 {
            0 => layout.ends = 1,
            1..INNER => layout.letters = 0xFF,
            inner => match inner & COUNT {
                0 => layout.letters = 0xFF,
                JUNCTION => layout.set = u64::MAX,
                count => {
                    let count = count & MAX_BRANCH_LETTERS;
                    layout.letters = (1 << (8 * count)) - 1;
                    layout.ends = (inner & HAS_VALUE != 0) as u64;
                }
            },
        }
        head += 1;
    }
    layouts
};
