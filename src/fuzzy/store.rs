//! A tree of keys in an `fst` file: the branches of the walk, the scanner's cursor, and all keys.

use super::node::Node;
use super::walk::Branch;

/// The bytes of an `fst` map, of which only the outermost has been looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Store<'f> {
    bytes: &'f [u8],
    root: usize,
}

/// The version of the file format that this reads.
const VERSION: u64 = 3;
/// Bytes after the root node: number of keys, address of the root, checksum.
const FOOTER: usize = 8 + 8 + 4;

impl<'f> Store<'f> {
    /// Reads header and footer, nothing between; `None` if they can't be those of an `fst` file.
    pub fn open(bytes: &'f [u8]) -> Option<Self> {
        let version = u64::from_le_bytes(*bytes.first_chunk()?);
        let footer = bytes.last_chunk::<FOOTER>()?;
        let root = u64::from_le_bytes(*footer.get(8..)?.first_chunk()?);
        let root = usize::try_from(root).ok()?;
        (version == VERSION && root < bytes.len()).then_some(Store { bytes, root })
    }

    /// How many places a walk may look at before it gives up: damaged bytes can make a few nodes
    /// stand for more keys than anybody can wait for. A store that is being built is not accepted
    /// if it has more places than this (see [`Store::places`]).
    pub fn visits(self) -> usize {
        self.bytes.len().saturating_mul(64).saturating_add(1 << 22)
    }

    /// A cursor before the first byte of the keys.
    pub fn walk(self) -> Cursor<'f> {
        Cursor {
            bytes: self.bytes,
            address: self.root,
            output: 0,
        }
    }

    /// Every key with its value, in ascending order.
    pub fn for_each(self, mut visit: impl FnMut(&[u8], u64)) {
        let mut key = Vec::new();
        let mut pending = vec![(0, 0, self.walk())];
        for _ in 0..self.visits() {
            let Some((depth, byte, cursor)) = pending.pop() else {
                return;
            };
            if let Some(parents) = usize::checked_sub(depth, 1) {
                key.truncate(parents);
                key.push(byte);
            }
            let Some(node) = Node::at(self.bytes, cursor.address) else {
                continue;
            };
            if let Some(value) = cursor.value_at(&node) {
                visit(&key, value);
            }
            for i in (0..node.len()).rev() {
                if let (Some(byte), Some(next)) = (node.input(i), cursor.follow(&node, i)) {
                    pending.push((depth + 1, byte, next));
                }
            }
        }
    }
}

/// A place in the tree of all keys, after some bytes.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'f> {
    bytes: &'f [u8],
    address: usize,
    /// What the transitions so far add to the value of a key.
    output: u64,
}

impl<'f> Cursor<'f> {
    /// The place one byte on, if any key goes on with it.
    #[inline]
    pub fn step(self, byte: u8) -> Option<Self> {
        let node = Node::at(self.bytes, self.address)?;
        self.follow(&node, node.find(byte)?)
    }

    /// The value of the key that ends here.
    #[inline]
    pub fn value(self) -> Option<u64> {
        self.value_at(&Node::at(self.bytes, self.address)?)
    }

    fn value_at(self, node: &Node) -> Option<u64> {
        node.is_final()
            .then(|| self.output.wrapping_add(node.final_output()))
    }

    fn follow(self, node: &Node, i: usize) -> Option<Self> {
        Some(Cursor {
            address: node.target(i)?,
            output: self.output.wrapping_add(node.output(i)),
            ..self
        })
    }
}

/// One byte is one letter.
impl Branch for Cursor<'_> {
    #[inline]
    fn open<T>(
        self,
        mut keep: impl FnMut(u32) -> Option<T>,
        mut visit: impl FnMut(u32, T, Self),
    ) -> Option<u64> {
        let node = Node::at(self.bytes, self.address)?;
        for i in 0..node.len() {
            let Some(letter) = node.input(i).map(u32::from) else {
                break;
            };
            if let Some(kept) = keep(letter)
                && let Some(next) = self.follow(&node, i)
            {
                visit(letter, kept, next);
            }
        }
        self.value_at(&node)
    }
}

/// A [`Cursor`] between two code points: one letter is the one to four bytes of its UTF-8.
#[derive(Clone, Copy, Debug)]
pub(super) struct Utf8<'f>(pub Cursor<'f>);

impl<'f> Utf8<'f> {
    /// Follows the `missing` last bytes of a code point that begins with the bits `start`.
    fn rest<T>(
        self,
        start: u32,
        missing: u32,
        keep: &mut impl FnMut(u32) -> Option<T>,
        visit: &mut impl FnMut(u32, T, Self),
    ) {
        if missing == 0 {
            if let Some(kept) = keep(start) {
                visit(start, kept, self);
            }
            return;
        }
        let Some(node) = Node::at(self.0.bytes, self.0.address) else {
            return;
        };
        for i in 0..node.len() {
            if let Some(byte @ 0x80..=0xBF) = node.input(i)
                && let Some(next) = self.0.follow(&node, i)
            {
                let start = start << 6 | u32::from(byte & 0x3F);
                Utf8(next).rest(start, missing - 1, keep, visit);
            }
        }
    }
}

impl Branch for Utf8<'_> {
    fn open<T>(
        self,
        mut keep: impl FnMut(u32) -> Option<T>,
        mut visit: impl FnMut(u32, T, Self),
    ) -> Option<u64> {
        let node = Node::at(self.0.bytes, self.0.address)?;
        for i in 0..node.len() {
            let (Some(byte), Some(next)) = (node.input(i), self.0.follow(&node, i)) else {
                continue;
            };
            let (bits, missing) = match byte {
                0x00..=0x7F => (byte, 0),
                0xC0..=0xDF => (byte & 0x1F, 1),
                0xE0..=0xEF => (byte & 0x0F, 2),
                0xF0..=0xF7 => (byte & 0x07, 3),
                _ => continue,
            };
            Utf8(next).rest(u32::from(bits), missing, &mut keep, &mut visit);
        }
        self.0.value_at(&node)
    }
}
