//! The forward dictionary of every key space, and the reversed one of the space without an alphabet:
//! an `fst` map.
//!
//! The file format is that of the crate `fst` (decision 1 of the design), whose builder writes it.
//! Bytes are read by a reader of our own, which trusts none of them: [`node`] reads one node, and
//! the cursors here go from node to node. What the bytes of a key are is its [`Alphabet`]:
//!
//! - letters from 1 to 63, each as a byte of its own: [`letter`] has the bytes, [`letters`] finds
//!   keys of them within some edits,
//! - or code points, in UTF-8: [`code_points`].
//!
//! [`stream`] reads all keys in their order.

pub(crate) mod code_points;
pub(crate) mod letter;
pub(crate) mod letters;
pub(crate) mod node;
mod step;
pub(crate) mod stream;

use crate::fuzzy::fst_map::letter::{BYTE_OF_LETTER, LETTER_OF_BYTE, SAME_BYTE};
use crate::fuzzy::fst_map::node::FstNode;
use crate::key::KeySpace;

/// The bytes of an `fst` map, of which only header and footer have been read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FstMap<'f> {
    bytes: &'f [u8],
    root: usize,
    alphabet: Alphabet,
}

/// What the bytes of the keys stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alphabet {
    /// A letter from 1 to 63 each.
    Letters,
    /// UTF-8.
    CodePoints,
}

impl Alphabet {
    /// That of the keys of a space.
    pub fn of(space: KeySpace) -> Self {
        match space {
            KeySpace::Other => Alphabet::CodePoints,
            _ => Alphabet::Letters,
        }
    }

    /// The byte of the map for each byte of a key.
    fn bytes(self) -> &'static [u8; 256] {
        match self {
            Alphabet::Letters => &BYTE_OF_LETTER,
            Alphabet::CodePoints => &SAME_BYTE,
        }
    }
}

/// The version of the file format that this reads.
const VERSION: u64 = 3;
/// Bytes of the footer, after the root node: number of keys, address of the root, checksum.
const FOOTER_BYTES: usize = 8 + 8 + 4;

impl<'f> FstMap<'f> {
    /// Reads header and footer, nothing between; `None` if they can't be those of an `fst` file, or
    /// there are no keys.
    pub fn open(bytes: &'f [u8], alphabet: Alphabet) -> Option<Self> {
        let version = u64::from_le_bytes(*bytes.first_chunk()?);
        let footer = bytes.last_chunk::<FOOTER_BYTES>()?;
        let keys = u64::from_le_bytes(*footer.first_chunk()?);
        let root = u64::from_le_bytes(*footer.get(8..)?.first_chunk()?);
        let root = usize::try_from(root).ok()?;
        (version == VERSION && keys > 0 && root < bytes.len()).then_some(FstMap {
            bytes,
            root,
            alphabet,
        })
    }

    /// Maximum number of nodes of the tree of all keys that a walk steps over before it gives up: in
    /// damaged bytes a few nodes can stand for any number of keys. A map that is being built is not
    /// accepted if that tree has more nodes than this.
    pub fn max_visits(self) -> usize {
        self.bytes.len().saturating_mul(64).saturating_add(1 << 22)
    }

    /// A cursor before the first byte of the keys.
    pub fn walk(self) -> FstCursor<'f> {
        FstCursor {
            bytes: self.bytes,
            alphabet: self.alphabet,
            address: self.root,
            output: 0,
        }
    }

    /// The cursor at a position that [`FstCursor::position`] gave.
    pub fn resume(self, (address, output): (usize, u64)) -> FstCursor<'f> {
        FstCursor {
            address,
            output,
            ..self.walk()
        }
    }
}

/// A position in the tree of all keys, after some bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FstCursor<'f> {
    bytes: &'f [u8],
    alphabet: Alphabet,
    address: usize,
    /// What the transitions so far add to the value of a key.
    output: u64,
}

impl<'f> FstCursor<'f> {
    /// The cursor one byte of a key on, if any key goes on with it.
    #[inline]
    pub fn step(self, byte: u8) -> Option<Self> {
        let byte = self.alphabet.bytes()[usize::from(byte)];
        let (address, output) = step::follow(self.bytes, self.address, byte)?;
        Some(FstCursor {
            address,
            output: self.output.wrapping_add(output),
            ..self
        })
    }

    /// Whether keys go on with a byte than which those of all others are greater.
    #[inline]
    pub fn goes_on_with_least(self, byte: u8) -> bool {
        let byte = self.alphabet.bytes()[usize::from(byte)];
        step::least(self.bytes, self.address) == Some(byte)
    }

    /// The cursor as far on as keys go on with these bytes of a key, and how many of them that is.
    #[inline]
    pub fn follow(self, key: &[u8]) -> (Self, usize) {
        let byte_of = self.alphabet.bytes();
        let (mut cursor, mut followed) = (self, 0);
        for byte in key {
            let byte = byte_of[usize::from(*byte)];
            let Some((address, output)) = step::follow(cursor.bytes, cursor.address, byte) else {
                break;
            };
            cursor.address = address;
            cursor.output = cursor.output.wrapping_add(output);
            followed += 1;
        }
        (cursor, followed)
    }

    /// The value of the key that ends here.
    #[inline]
    pub fn value(self) -> Option<u64> {
        let output = node::final_output(self.bytes, self.address)?;
        Some(self.output.wrapping_add(output))
    }

    /// Address of the node, and what the way there adds to a value: what [`FstMap::resume`] takes.
    pub fn position(self) -> (usize, u64) {
        (self.address, self.output)
    }

    /// The cursor one byte on, by the least or the largest of those bytes that keys go on with.
    pub fn step_outmost(self, largest: bool) -> Option<Self> {
        let node = FstNode::at(self.bytes, self.address)?;
        let last = node.len().checked_sub(1)?;
        Some(self.transition(&node, if largest { last } else { 0 })?.1)
    }

    /// The byte of keys that is the `i`-th in order of those that they go on with from here, and the
    /// cursor after it.
    pub fn nth(self, i: usize) -> Option<(u8, Self)> {
        let node = FstNode::at(self.bytes, self.address)?;
        let (byte, next) = self.transition(&node, i)?;
        let byte = match self.alphabet {
            Alphabet::Letters => LETTER_OF_BYTE[usize::from(byte)],
            Alphabet::CodePoints => byte,
        };
        Some((byte, next))
    }

    /// Visits each byte of the map that goes on from here, with the cursor after it, as long as
    /// steps are left.
    fn each(self, left: &mut usize, mut visit: impl FnMut(u8, Self, &mut usize)) {
        let Some(node) = FstNode::at(self.bytes, self.address) else {
            return;
        };
        for i in 0..node.len() {
            match left.checked_sub(1) {
                Some(fewer) => *left = fewer,
                None => return,
            }
            if let Some((byte, next)) = self.transition(&node, i) {
                visit(byte, next, left);
            }
        }
    }

    /// The byte of a transition of the node here, and the cursor after it.
    fn transition(self, node: &FstNode, i: usize) -> Option<(u8, Self)> {
        let next = FstCursor {
            address: node.target(i)?,
            output: self.output.wrapping_add(node.output(i)),
            ..self
        };
        Some((node.input(i)?, next))
    }
}
