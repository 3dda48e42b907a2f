//! A place in a tree, moved letter by letter.

use crate::fuzzy::tree::{Node, Tree, TreeKind};

/// A place in the tree of all keys, after some letters.
#[derive(Clone, Copy, Debug)]
pub(in crate::fuzzy) struct Cursor<'t> {
    tree: Tree<'t>,
    node: Node,
    /// How many letters of an end or run are behind.
    inside: usize,
}

impl<'t> Cursor<'t> {
    /// The place before the first letter, if there are keys.
    pub fn start(tree: Tree<'t>) -> Option<Self> {
        Some(Cursor {
            tree,
            node: tree.root()?,
            inside: 0,
        })
    }

    /// The place one letter on, if any key goes on with it.
    #[inline]
    pub fn step(self, letter: u8) -> Option<Self> {
        let Cursor { tree, node, inside } = self;
        if let TreeKind::Fork = node.bare.kind() {
            let goes_on = letter != 0 && node.set().checked_shr(letter.into())? & 1 != 0;
            if !goes_on {
                return None;
            }
            return Some(Cursor {
                tree,
                node: tree.child(node, node.rank(letter.into()))?,
                inside: 0,
            });
        }
        if *tree.letters(node.bare).get(inside)? != letter {
            return None;
        }
        match node.bare.kind() {
            TreeKind::Run if inside + 1 == node.bare.len() => Some(Cursor {
                tree,
                node: tree.after(node.bare),
                inside: 0,
            }),
            _ => Some(Cursor {
                tree,
                node,
                inside: inside + 1,
            }),
        }
    }

    /// The letters that keys go on with from here, a bit for each.
    #[inline]
    pub fn letters(self) -> u64 {
        match self.node.bare.kind() {
            TreeKind::Fork => self.node.set(),
            _ => match self.tree.letters(self.node.bare).get(self.inside) {
                Some(letter) => (1 << (letter & 63)) & !1,
                None => 0,
            },
        }
    }

    /// The place as far on as keys go on with these letters, and how many of them that is: as
    /// many steps at once, without asking at each node what else goes on from there.
    pub fn follow(self, letters: &[u8]) -> (Self, usize) {
        let Cursor {
            tree,
            node,
            mut inside,
        } = self;
        let (mut at, mut followed) = (node.bare.at, 0);
        while let Some(&letter) = letters.get(followed) {
            let node = tree.bare(at);
            if let TreeKind::Fork = node.kind() {
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
            if inside < node.len() || matches!(node.kind(), TreeKind::End) {
                break;
            }
            at += 1 + node.len();
            inside = 0;
        }
        (Self::at(tree, at, inside), followed)
    }

    /// What [`Cursor::at`] finds this place again by.
    pub fn position(self) -> (usize, usize) {
        (self.node.bare.at, self.inside)
    }

    /// A place in a tree.
    pub fn at(tree: Tree<'t>, at: usize, inside: usize) -> Self {
        let node = tree.node(at);
        Cursor { tree, node, inside }
    }

    /// The value of the key that ends here.
    #[inline]
    pub fn value(self) -> Option<u64> {
        match self.node.bare.kind() {
            TreeKind::End if self.inside < self.node.bare.len() => None,
            _ => self.tree.value(self.node),
        }
    }
}
