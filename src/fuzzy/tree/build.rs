//! Builds a tree.
//!
//! A node's first bytes say how long its children are, and the children come after it. So the tree
//! is written from its last byte to its first, keys from the last to the first, and turned round
//! when it is complete.

use crate::fuzzy::tree::children::filter;
use crate::fuzzy::tree::{
    FILTER_BYTES, HAS_VALUE, INNER, JUNCTION, MAX_BRANCH_LETTERS, MAX_CHAIN_LETTERS,
    MAX_LEAF_LETTERS, SET_BYTES, SIZE_SHIFT,
};

/// Bytes of a tree from keys in ascending order, each once, with letters from 1 to 63; `None` if
/// there would be 4 GiB of them.
pub(in crate::fuzzy) fn build(keys: &[(&[u8], u64)]) -> Option<Vec<u8>> {
    let largest = keys.iter().map(|(_, value)| *value).max().unwrap_or(0);
    let mut builder = Builder {
        bytes: vec![0; SET_BYTES],
        value_size: bytes_of(largest),
        open: vec![Open {
            depth: 0,
            value: None,
            end: SET_BYTES,
            children: 0,
        }],
        children: Vec::new(),
    };
    let mut shared_after = 0;
    for (i, (key, value)) in keys.iter().enumerate().rev() {
        let before: &[u8] = i.checked_sub(1).map_or(&[], |before| keys[before].0);
        let shared = shared_prefix_len(before, key);
        builder.add(key, *value, shared, shared_after);
        shared_after = shared;
    }
    builder.finish()
}

/// Letters that two keys have in common from the start.
pub(in crate::fuzzy) fn shared_prefix_len(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// How many bytes a number takes.
fn bytes_of(number: u64) -> usize {
    (u64::BITS - number.leading_zeros()).div_ceil(8) as usize
}

struct Builder {
    /// What is written, last byte first.
    bytes: Vec<u8>,
    value_size: usize,
    /// The nodes from the root to the key that was added last, which are not yet written.
    open: Vec<Open>,
    /// The nodes that the open ones go on with, each in descending order.
    children: Vec<Child>,
}

/// A node that is written.
struct Child {
    /// The letter that leads to it.
    letter: u8,
    /// Where its head is, counted from the end of the tree.
    start: usize,
    /// The letters that it goes on with, and bit 0 if a key ends there.
    firsts: u64,
}

/// A node that may get more children.
struct Open {
    /// How many letters lead to it.
    depth: usize,
    value: Option<u64>,
    /// Where in the bytes it ends.
    end: usize,
    /// Where its children start in the builder's list of them.
    children: usize,
}

impl Builder {
    /// Adds a key that shares so many letters with the one before and the one after it. The last
    /// open node is where the key after it branches off.
    fn add(&mut self, key: &[u8], value: u64, shared_before: usize, shared_after: usize) {
        if key.len() == shared_after {
            // The next key goes on from here.
            if let Some(top) = self.open.last_mut() {
                top.value = Some(value);
            }
        } else {
            let parent = shared_before.max(shared_after);
            self.open_at(parent, self.bytes.len());
            let firsts = self.leaf(&key[parent + 1..], value);
            self.attach(key[parent], firsts);
        }
        while let Some(top) = self.open.pop_if(|top| top.depth > shared_before) {
            let parent = self
                .open
                .last()
                .map_or(0, |next| next.depth)
                .max(shared_before);
            let letters = &key[parent..top.depth];
            let firsts = self.close(&top);
            self.open_at(parent, top.end);
            let firsts = self.chain(&letters[1..], firsts);
            self.attach(letters[0], firsts);
        }
    }

    /// Opens a node at this depth if there is none, whose bytes end at `end`.
    fn open_at(&mut self, depth: usize, end: usize) {
        if self.open.last().is_none_or(|top| top.depth < depth) {
            self.open.push(Open {
                depth,
                value: None,
                end,
                children: self.children.len(),
            });
        }
    }

    /// Makes what was written last a child of the last open node.
    fn attach(&mut self, letter: u8, firsts: u64) {
        self.children.push(Child {
            letter,
            start: self.bytes.len(),
            firsts,
        });
    }

    /// Writes a leaf; if it is too long for one, after chains. Returns the firsts.
    fn leaf(&mut self, letters: &[u8], value: u64) -> u64 {
        let (chain, leaf) = letters.split_at(letters.len().saturating_sub(MAX_LEAF_LETTERS));
        number(&mut self.bytes, value, self.value_size);
        back(&mut self.bytes, leaf);
        self.bytes.push(leaf.len() as u8);
        self.chain(chain, 1 << leaf.first().unwrap_or(&0))
    }

    /// Writes chains of these letters, which may be none, before a node. Returns the firsts.
    fn chain(&mut self, letters: &[u8], mut firsts: u64) -> u64 {
        for chain in letters.rchunks(MAX_CHAIN_LETTERS) {
            back(&mut self.bytes, chain);
            self.bytes
                .push(INNER | ((chain.len() - 1) as u8) << SIZE_SHIFT);
            firsts = 1 << chain[0];
        }
        firsts
    }

    /// Writes a fork. Returns the firsts.
    fn close(&mut self, node: &Open) -> u64 {
        let Builder {
            bytes,
            children: all,
            value_size,
            ..
        } = self;
        let children = &all[node.children..];
        let ends_here = u64::from(node.value.is_some());
        let firsts = children
            .iter()
            .fold(ends_here, |set, child| set | 1 << child.letter);
        let is_branch = children.len() <= usize::from(MAX_BRANCH_LETTERS);
        let value_size = node.value.map_or(0, |_| *value_size);

        // The last child is as far as all the others are long, and what is before them.
        let letters = if is_branch { children.len() } else { SET_BYTES };
        let fixed = 1 + letters + children.len() * FILTER_BYTES + value_size;
        let length = |size: usize| bytes.len() - node.end + fixed + children.len() * size;
        let size = (1..4)
            .find(|size| bytes_of(length(*size) as u64) <= *size)
            .unwrap_or(4);

        let mut head = INNER | ((size - 1) as u8) << SIZE_SHIFT;
        let head_at = node.end + length(size);
        if let Some(value) = node.value {
            number(bytes, value, value_size);
            head |= HAS_VALUE;
        }
        for child in children {
            number(bytes, (head_at - child.start) as u64, size);
        }
        for child in children {
            number(bytes, filter(child.firsts).into(), FILTER_BYTES);
        }
        if is_branch {
            bytes.extend(children.iter().map(|child| child.letter));
            head |= children.len() as u8;
        } else {
            number(bytes, firsts, SET_BYTES);
            head |= JUNCTION;
        }
        bytes.push(head);
        all.truncate(node.children);
        firsts
    }

    /// Writes the root, and gives the bytes from first to last; `None` if they are too many for
    /// the four bytes of a place.
    fn finish(mut self) -> Option<Vec<u8>> {
        if let Some(root) = self.open.pop() {
            match root.value {
                _ if !self.children.is_empty() => self.close(&root),
                Some(value) => self.leaf(&[], value),
                None => 0,
            };
        }
        self.bytes.push(self.value_size as u8);
        self.bytes.reverse();
        u32::try_from(self.bytes.len())
            .is_ok()
            .then_some(self.bytes)
    }
}

/// Writes a little-endian number.
fn number(bytes: &mut Vec<u8>, number: u64, size: usize) {
    back(bytes, &number.to_le_bytes()[..size]);
}

/// Writes some bytes so that they come out in this order.
fn back(bytes: &mut Vec<u8>, written: &[u8]) {
    bytes.extend(written.iter().rev());
}
