//! A cursor in a tree, moved letter by letter.

use crate::fuzzy::tree::children::Children;
use crate::fuzzy::tree::{Tree, TreeNode, TreeNodeKind};

/// A position in the tree of all keys, after some letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TreeCursor<'t> {
    tree: Tree<'t>,
    node: TreeNode,
    /// Letters of a leaf or chain that are behind.
    inside: usize,
}

impl<'t> TreeCursor<'t> {
    /// The cursor before the first letter of the keys in the bytes of a tree, if there are keys.
    pub fn start(bytes: &'t [u8]) -> Option<Self> {
        let tree = Tree::open(bytes);
        Some(TreeCursor {
            tree,
            node: tree.root()?,
            inside: 0,
        })
    }

    /// The cursor one letter on, if any key goes on with it.
    #[inline]
    pub fn step(self, letter: u8) -> Option<Self> {
        let TreeCursor { tree, node, inside } = self;
        if let TreeNodeKind::Fork = node.head.kind() {
            let goes_on = letter != 0 && node.set().checked_shr(letter.into())? & 1 != 0;
            if !goes_on {
                return None;
            }
            return Some(TreeCursor {
                tree,
                node: tree.child(node, node.rank(letter.into()))?,
                inside: 0,
            });
        }
        if *tree.letters(node.head).get(inside)? != letter {
            return None;
        }
        match node.head.kind() {
            TreeNodeKind::Chain if inside + 1 == node.head.len() => Some(TreeCursor {
                tree,
                node: tree.after(node.head),
                inside: 0,
            }),
            _ => Some(TreeCursor {
                tree,
                node,
                inside: inside + 1,
            }),
        }
    }

    /// Those of some letters with which keys go on from here and, as far as can be told without going there,
    /// then with a wanted letter; bit 0 of `wanted` stands for the end of a key.
    #[inline]
    pub fn letters_towards(self, among: u64, wanted: u64) -> u64 {
        let among = among & self.letters();
        let TreeNodeKind::Fork = self.node.head.kind() else {
            return among;
        };
        let children = Children::of(self.tree, self.node);
        let mut towards = 0;
        if among.count_ones() <= FEW_LETTERS {
            let mut rest = among;
            while rest != 0 {
                let letter = rest.trailing_zeros();
                if children.has(self.node.rank(letter), wanted) {
                    towards |= 1 << letter;
                }
                rest &= rest - 1;
            }
            return towards;
        }
        let mut rest = self.node.set();
        for i in 0.. {
            if rest == 0 {
                break;
            }
            let letter = rest & rest.wrapping_neg();
            if children.has(i, wanted) {
                towards |= letter;
            }
            rest ^= letter;
        }
        towards & among
    }

    /// The letters that keys go on with from here, a bit for each.
    #[inline]
    pub fn letters(self) -> u64 {
        match self.node.head.kind() {
            TreeNodeKind::Fork => self.node.set(),
            _ => match self.tree.letters(self.node.head).get(self.inside) {
                Some(letter) => (1 << (letter & 63)) & !1,
                None => 0,
            },
        }
    }

    /// The value of the key that ends here.
    #[inline]
    pub fn value(self) -> Option<u64> {
        match self.node.head.kind() {
            TreeNodeKind::Leaf if self.inside < self.node.head.len() => None,
            _ => self.tree.value(self.node),
        }
    }
}

/// Up to so many letters of a fork are looked up one by one, not along with all others of it.
const FEW_LETTERS: u32 = 4;
