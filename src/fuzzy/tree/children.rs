//! The children of a node: where each is, and which may go on with a letter.

use crate::fuzzy::tree::{FILTER_BYTES, MAX_BRANCH_LETTERS, NodeHead, SIZE_SHIFT, Tree, TreeNode};

/// The children of a fork.
#[derive(Clone, Copy)]
pub(super) struct Children<'t> {
    tree: Tree<'t>,
    parent: usize,
    count: usize,
    /// Address of the first filter.
    filters: usize,
    /// Address of the first distance.
    distances: usize,
    /// Bytes of a distance.
    size: usize,
}

impl<'t> Children<'t> {
    #[inline]
    pub fn of(tree: Tree<'t>, parent: TreeNode) -> Self {
        Self::new(tree, parent.head, parent.set().count_ones() as usize)
    }

    /// As many children as are known to be there.
    #[inline]
    pub fn new(tree: Tree<'t>, parent: NodeHead, count: usize) -> Self {
        let filters = parent.at + 1 + parent.letters_size();
        Children {
            tree,
            parent: parent.at,
            count,
            filters,
            distances: filters + count * FILTER_BYTES,
            size: usize::from(parent.byte >> SIZE_SHIFT & 0b11) + 1,
        }
    }

    /// Address of a child; the end of the bytes, where nothing is, for what lies beyond it. So no sum of addresses
    /// runs over, where these have 32 bits either.
    #[inline]
    pub fn get(&self, i: usize) -> usize {
        let distance = self.tree.number(self.distances + i * self.size, self.size);
        let end = self.tree.bytes.len();
        (self.parent as u64 + distance).min(end as u64) as usize
    }

    /// Address of the value of the key that ends at the parent.
    #[inline]
    pub fn value_at(&self) -> usize {
        self.distances + self.count * self.size
    }

    /// Whether a child may go on with a wanted letter.
    #[inline]
    pub fn has(&self, i: usize, wanted: u64) -> bool {
        self.tree.eight(self.filters + i * FILTER_BYTES) as u16 & filter(wanted) != 0
    }

    /// Which children may go on with a wanted letter, a bit for each.
    #[inline]
    pub fn with(&self, wanted: u64) -> u64 {
        (0..self.count).fold(0, |with, i| with | u64::from(self.has(i, wanted)) << i)
    }
}

/// A set of letters in as many bits as a filter has: bit `n` stands for the letter `n` and every
/// sixteenth from there.
#[inline]
pub(super) fn filter(firsts: u64) -> u16 {
    let halved = firsts | firsts >> 32;
    (halved | halved >> 16) as u16
}

/// The set of the letters in the first bytes of a number, and bit 0 if it has bytes of 0.
#[inline]
pub(super) fn set_of(letters: u64) -> u64 {
    (0..u32::from(MAX_BRANCH_LETTERS)).fold(0, |set, i| set | 1 << (letters >> (8 * i) & 63))
}
