//! A cursor in a tree, moved letter by letter.

use crate::fuzzy::tree::{Tree, TreeNode, TreeNodeKind};

/// A position in the tree of all keys, after some letters.
#[derive(Clone, Copy, Debug)]
pub(in crate::fuzzy) struct TreeCursor<'t> {
    tree: Tree<'t>,
    node: TreeNode,
    /// Letters of a leaf or chain that are behind.
    inside: usize,
}

impl<'t> TreeCursor<'t> {
    /// The cursor before the first letter, if there are keys.
    pub fn start(tree: Tree<'t>) -> Option<Self> {
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

    /// The cursor as far on as keys go on with these letters, and how many of them that is: as
    /// many steps at once, without asking at each node what else goes on from there.
    pub fn follow(self, letters: &[u8]) -> (Self, usize) {
        let TreeCursor {
            tree,
            node,
            mut inside,
        } = self;
        let (mut at, mut followed) = (node.head.at, 0);
        while let Some(&letter) = letters.get(followed) {
            let node = tree.head(at);
            if let TreeNodeKind::Fork = node.kind() {
                let Some(child) = tree.child_at(node, letter) else {
                    break;
                };
                at = child;
                followed += 1;
                continue;
            }
            let own = tree.letters(node).get(inside..).unwrap_or_default();
            let alike = own.iter().zip(&letters[followed..]);
            let alike = alike.take_while(|(a, b)| a == b).count();
            inside += alike;
            followed += alike;
            if inside < node.len() || matches!(node.kind(), TreeNodeKind::Leaf) {
                break;
            }
            at += 1 + node.len();
            inside = 0;
        }
        (Self::at(tree, at, inside), followed)
    }

    /// Address of the node and letters of it that are behind: what [`TreeCursor::at`] takes.
    pub fn position(self) -> (usize, usize) {
        (self.node.head.at, self.inside)
    }

    /// The cursor at a position in a tree.
    pub fn at(tree: Tree<'t>, at: usize, inside: usize) -> Self {
        let node = tree.node(at);
        TreeCursor { tree, node, inside }
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
