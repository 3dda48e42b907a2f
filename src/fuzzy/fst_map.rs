//! The keys of an `fst` map, for the key space without an alphabet.
//!
//! The file format is that of the crate `fst` (decision 1 of the design), whose builder writes it.
//! Bytes are read by a reader of our own, which trusts none of them: [`node`] reads one node,
//! the cursors here go from node to node, and [`search`] finds keys within some edits.

pub(crate) mod node;
pub(crate) mod search;

use crate::fuzzy::fst_map::node::FstNode;

/// The bytes of an `fst` map, of which only header and footer have been read.
#[derive(Clone, Copy, Debug)]
pub(super) struct FstMap<'f> {
    bytes: &'f [u8],
    root: usize,
}

/// The version of the file format that this reads.
const VERSION: u64 = 3;
/// Bytes of the footer, after the root node: number of keys, address of the root, checksum.
const FOOTER_BYTES: usize = 8 + 8 + 4;

impl<'f> FstMap<'f> {
    /// Reads header and footer, nothing between; `None` if they can't be those of an `fst` file.
    pub fn open(bytes: &'f [u8]) -> Option<Self> {
        let version = u64::from_le_bytes(*bytes.first_chunk()?);
        let footer = bytes.last_chunk::<FOOTER_BYTES>()?;
        let root = u64::from_le_bytes(*footer.get(8..)?.first_chunk()?);
        let root = usize::try_from(root).ok()?;
        (version == VERSION && root < bytes.len()).then_some(FstMap { bytes, root })
    }

    /// Maximum number of key bytes that a walk steps over before it gives up: in damaged bytes a
    /// few nodes can stand for any number of keys. A map that is being built is not accepted if
    /// the tree of its keys has more nodes than this.
    pub fn max_visits(self) -> usize {
        self.bytes.len().saturating_mul(64).saturating_add(1 << 22)
    }

    /// A cursor before the first byte of the keys.
    pub fn walk(self) -> FstCursor<'f> {
        FstCursor {
            bytes: self.bytes,
            address: self.root,
            output: 0,
        }
    }
}

/// A position in the tree of all keys, after some bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct FstCursor<'f> {
    bytes: &'f [u8],
    address: usize,
    /// What the transitions so far add to the value of a key.
    output: u64,
}

impl<'f> FstCursor<'f> {
    /// The cursor one byte on, if any key goes on with it.
    #[inline]
    pub fn step(self, byte: u8) -> Option<Self> {
        let node = FstNode::at(self.bytes, self.address)?;
        self.follow(&node, node.find(byte)?)
    }

    /// The value of the key that ends here.
    #[inline]
    pub fn value(self) -> Option<u64> {
        self.value_at(&FstNode::at(self.bytes, self.address)?)
    }

    /// The cursor one byte on, by the least or the largest of those bytes that keys go on with.
    pub fn step_outmost(self, largest: bool) -> Option<Self> {
        let node = FstNode::at(self.bytes, self.address)?;
        let last = node.len().checked_sub(1)?;
        self.follow(&node, if largest { last } else { 0 })
    }

    /// Visits each byte that goes on from here, with the cursor after it, as long as steps are
    /// left.
    fn each(self, left: &mut usize, mut visit: impl FnMut(u8, Self, &mut usize)) {
        let Some(node) = FstNode::at(self.bytes, self.address) else {
            return;
        };
        for i in 0..node.len() {
            match left.checked_sub(1) {
                Some(fewer) => *left = fewer,
                None => return,
            }
            if let (Some(byte), Some(next)) = (node.input(i), self.follow(&node, i)) {
                visit(byte, next, left);
            }
        }
    }

    fn value_at(self, node: &FstNode) -> Option<u64> {
        node.is_final()
            .then(|| self.output.wrapping_add(node.final_output()))
    }

    fn follow(self, node: &FstNode, i: usize) -> Option<Self> {
        Some(FstCursor {
            address: node.target(i)?,
            output: self.output.wrapping_add(node.output(i)),
            ..self
        })
    }
}

/// A [`FstCursor`] between two code points: one letter is the one to four bytes of its UTF-8.
#[derive(Clone, Copy, Debug)]
pub(super) struct CodePointCursor<'f>(pub FstCursor<'f>);

impl CodePointCursor<'_> {
    /// Visits each letter that goes on from here, with the cursor after it, as long as steps are
    /// left.
    pub fn each(self, left: &mut usize, mut visit: impl FnMut(u32, Self)) {
        self.0.each(left, |byte, next, left| {
            let (bits, missing) = match byte {
                0x00..=0x7F => (byte, 0),
                0xC0..=0xDF => (byte & 0x1F, 1),
                0xE0..=0xEF => (byte & 0x0F, 2),
                0xF0..=0xF7 => (byte & 0x07, 3),
                _ => return,
            };
            CodePointCursor(next).rest(left, u32::from(bits), missing, &mut visit);
        });
    }

    /// Follows the `missing` last bytes of a code point that begins with the bits `start`.
    fn rest(self, left: &mut usize, start: u32, missing: u32, visit: &mut impl FnMut(u32, Self)) {
        if missing == 0 {
            return visit(start, self);
        }
        self.0.each(left, |byte, next, left| {
            if let 0x80..=0xBF = byte {
                CodePointCursor(next).rest(
                    left,
                    start << 6 | u32::from(byte & 0x3F),
                    missing - 1,
                    visit,
                );
            }
        });
    }
}
