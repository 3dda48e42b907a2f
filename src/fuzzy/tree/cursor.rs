//! A place in a tree, moved letter by letter.

use super::{Kind, Node, Tree};

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
        if let Kind::Fork = node.kind() {
            let goes_on = letter != 0 && node.set().checked_shr(letter.into())? & 1 != 0;
            let child = || tree.child(node, node.rank(letter.into()));
            return goes_on.then(|| Cursor {
                tree,
                node: child(),
                inside: 0,
            });
        }
        if *tree.letters(node).get(inside)? != letter {
            return None;
        }
        match node.kind() {
            Kind::Run if inside + 1 == node.len() => Some(Cursor {
                tree,
                node: tree.after(node),
                inside: 0,
            }),
            _ => Some(Cursor {
                tree,
                node,
                inside: inside + 1,
            }),
        }
    }

    /// The place as far on as keys go on with these letters, and how many of them that is.
    pub fn follow(mut self, letters: &[u8]) -> (Self, usize) {
        let mut followed = 0;
        while let Some(&letter) = letters.get(followed) {
            if let Kind::Fork = self.node.kind() {
                match self.step(letter) {
                    Some(next) => self = next,
                    None => break,
                }
                followed += 1;
                continue;
            }
            let own = self.tree.letters(self.node);
            let ahead = own.get(self.inside..).unwrap_or_default().iter();
            let alike = ahead.zip(&letters[followed..]).take_while(|(a, b)| a == b);
            let alike = alike.count();
            self.inside += alike;
            followed += alike;
            if self.inside < self.node.len() || matches!(self.node.kind(), Kind::End) {
                break;
            }
            self = Cursor {
                tree: self.tree,
                node: self.tree.after(self.node),
                inside: 0,
            };
        }
        (self, followed)
    }

    /// The value of the key that ends here.
    #[inline]
    pub fn value(self) -> Option<u64> {
        match self.node.kind() {
            Kind::End if self.inside < self.node.len() => None,
            _ => self.tree.value(self.node),
        }
    }
}
