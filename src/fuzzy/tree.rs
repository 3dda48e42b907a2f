//! A tree of keys in nested bytes: the reversed half of the table spaces.
//!
//! In an `fst` file the nodes of one key lie apart, and most of the time of a walk goes into
//! fetching nodes, and taking them apart, that turn out to lead nowhere. Here a node is followed by
//! its children, one after the other, so that what belongs together is read together, and the
//! lonely end of a key is its letters in a row. A node with many children also says which letters
//! each of them goes on with, so that those that can't match are not even touched.
//!
//! ```text
//! tree      bytes of a value (1 byte), root, 8 bytes of 0
//! node      0nnnnnnn  end:      n letters, value
//!           1nnn0000  run:      n + 1 letters, node
//!           1fss0ccc  branch:   c letters, [value], c places, c nodes
//!           1fss1111  junction: firsts, [value], an entry for each letter, as many nodes
//! entry     firsts, head, place
//! ```
//!
//! - The first byte of a node is its *head*. A branch goes on with up to 7 letters, a junction with
//!   more, in ascending order.
//! - A *place* is how far from the head the head of another node is, in `s + 1` bytes.
//! - *Firsts* are the set of the letters that a node goes on with, and bit 0 if a key ends at it.
//! - `f` says that there is a value: a key ends here while others go on.
//! - A set is a number of 8 bytes in which bit `n` is the letter `n`. Numbers are little-endian.
//! - The root of no keys is missing. The 8 bytes at the end are there so that a number can be read
//!   as 8 bytes wherever it is.
//!
//! Damaged bytes are read as they come, and bytes beyond the end as 0. A node lies after all that
//! lead to it, and a walk that visits more nodes than there are bytes ends.

use super::automaton::{Automaton, State};
use super::pattern::Windows;

/// The most letters of an end.
pub(super) const LONGEST_END: usize = 0x7F;
/// The most letters of a run.
pub(super) const LONGEST_RUN: usize = 8;
/// The bit of everything but ends.
pub(super) const INNER: u8 = 0x80;
/// The bit of nodes where a key ends while others go on.
pub(super) const HAS_VALUE: u8 = 0x40;
/// Where a branch or junction has the bytes of a place, less one, and a run its letters, less one.
pub(super) const SIZE_SHIFT: u32 = 4;
/// Where a branch has the number of its letters; a run has 0 there.
pub(super) const COUNT: u8 = 0x0F;
/// The count that says that a node is a junction.
pub(super) const JUNCTION: u8 = COUNT;
/// The most letters of a branch.
pub(super) const WIDEST_BRANCH: u8 = 7;
/// The bytes of a set.
pub(super) const SET: usize = 8;

/// Finds the keys that the automaton accepts; `found` gets their value and edits.
pub(super) fn search<W: Windows>(
    tree: &[u8],
    automaton: &Automaton<'_, W>,
    found: impl FnMut(u64, u8),
) {
    let bytes = Bytes(tree);
    let value_size = tree.first().map_or(0, |size| usize::from(*size).min(8));
    let mut walk = Walk {
        bytes,
        automaton,
        value_size,
        pending: Vec::with_capacity(20),
        found,
    };
    if tree.len() > 1 + SET {
        let start = automaton.start();
        walk.put(bytes.node(1), start, 0, automaton.wanted(start, 0));
    }
    for _ in 0..tree.len() {
        match walk.pending.pop() {
            Some(place) => walk.visit(place),
            None => return,
        }
    }
}

/// The bytes of a tree.
#[derive(Clone, Copy)]
struct Bytes<'t>(&'t [u8]);

impl Bytes<'_> {
    /// The eight bytes from a place on, as a number.
    #[inline]
    fn eight(self, at: usize) -> u64 {
        match self.0.get(at..).and_then(<[u8]>::first_chunk::<8>) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => 0,
        }
    }

    /// A number of up to eight bytes.
    #[inline]
    fn number(self, at: usize, size: usize) -> u64 {
        match size {
            0 => 0,
            size => self.eight(at) & u64::MAX >> (64 - 8 * size),
        }
    }

    /// The node whose head is at a place.
    #[inline]
    fn node(self, at: usize) -> Node {
        let eight = self.eight(at);
        let head = eight as u8;
        let letters = eight >> 8;
        let firsts = match head {
            0 => 1,
            1..INNER => 1 << (letters & 63),
            _ => match head & COUNT {
                0 => 1 << (letters & 63),
                JUNCTION => self.eight(at + 1),
                count => {
                    let ends_here = u64::from(head & HAS_VALUE != 0);
                    let letters = (0..u32::from(count & WIDEST_BRANCH)).map(|i| letters >> (8 * i));
                    letters.fold(ends_here, |set, letter| set | 1 << (letter & 63))
                }
            },
        };
        Node { at, head, firsts }
    }
}

/// A node and what the search first wants to know of it.
#[derive(Clone, Copy)]
struct Node {
    at: usize,
    head: u8,
    firsts: u64,
}

impl Node {
    fn is_end(self) -> bool {
        self.head & INNER == 0
    }

    /// The bytes of a place.
    fn size(self) -> usize {
        usize::from(self.head >> SIZE_SHIFT & 0b11) + 1
    }
}

/// A walk under way.
struct Walk<'t, 'a, W, F> {
    bytes: Bytes<'t>,
    automaton: &'a Automaton<'a, W>,
    value_size: usize,
    pending: Vec<Place>,
    found: F,
}

/// A node to be visited.
struct Place {
    node: Node,
    /// Those of the firsts that can match.
    near: u64,
    state: State,
    depth: u32,
    /// What the visit will read first. It is read when the place is put on the list, for all
    /// children of a node in a row, so that the processor fetches it for them at the same time and
    /// not for one after the other.
    _touch: Option<u8>,
}

impl<W: Windows, F: FnMut(u64, u8)> Walk<'_, '_, W, F> {
    /// Puts a node on the list if one of the wanted letters goes on from it.
    #[inline]
    fn put(&mut self, node: Node, state: State, depth: usize, wanted: u64) {
        let near = node.firsts & wanted;
        let ends = node.is_end() && !self.automaton.can_end(depth + usize::from(node.head));
        if near != 0 && !ends {
            let mut at = node.at + 1;
            if node.head & (INNER | COUNT) == INNER | JUNCTION {
                let before = node.firsts & (near & near.wrapping_neg()).wrapping_sub(1) & !1;
                at += SET + before.count_ones() as usize * (SET + 1 + node.size());
            }
            let touch = self.bytes.0.get(at).copied();
            self.pending.push(Place {
                node,
                near,
                state,
                depth: depth as u32,
                _touch: touch,
            });
        }
    }

    #[inline]
    fn visit(&mut self, place: Place) {
        let Place {
            node, state, depth, ..
        } = place;
        let depth = depth as usize;
        if node.is_end() {
            let len = usize::from(node.head);
            if let Some((state, depth)) = self.follow(node.at + 1, len, state, depth) {
                self.value(node.at + 1 + len, state, depth);
            }
            return;
        }
        match node.head & COUNT {
            0 => {
                let len = usize::from(node.head >> SIZE_SHIFT & 0b111) + 1;
                if let Some((state, depth)) = self.follow(node.at + 1, len, state, depth) {
                    let node = self.bytes.node(node.at + 1 + len);
                    self.put(node, state, depth, self.automaton.wanted(state, depth));
                }
            }
            JUNCTION => self.junction(place),
            _ => self.branch(place),
        }
    }

    /// Takes the automaton over some letters, if it survives them.
    #[inline]
    fn follow(
        &self,
        at: usize,
        len: usize,
        mut state: State,
        mut depth: usize,
    ) -> Option<(State, usize)> {
        for letter in self.bytes.0.get(at..at + len)? {
            let window = self.automaton.window(u32::from(*letter), depth);
            state = self.automaton.step(state, window, depth);
            if state.is_dead() {
                return None;
            }
            depth += 1;
        }
        Some((state, depth))
    }

    /// A value, of a key that may match.
    #[inline]
    fn value(&mut self, at: usize, state: State, depth: usize) {
        if let Some(edits) = self.automaton.edits(state, depth) {
            (self.found)(self.bytes.number(at, self.value_size), edits);
        }
    }

    /// The place of what follows the value of a node, if it has one.
    #[inline]
    fn after_value(&mut self, at: usize, place: &Place) -> usize {
        if place.node.head & HAS_VALUE == 0 {
            return at;
        }
        self.value(at, place.state, place.depth as usize);
        at + self.value_size
    }

    #[inline]
    fn branch(&mut self, place: Place) {
        let Place {
            node,
            near,
            state,
            depth,
            ..
        } = place;
        let depth = depth as usize;
        let (automaton, bytes) = (self.automaton, self.bytes);
        let count = usize::from(node.head & WIDEST_BRANCH);
        let places = self.after_value(node.at + 1 + count, &place);
        let size = node.size();
        let unmatched = automaton.step_unmatched(state, depth);
        let unmatched_wanted = match unmatched.is_dead() {
            true => 0,
            false => automaton.wanted(unmatched, depth + 1),
        };
        let letters = bytes.eight(node.at + 1);
        for i in 0..count {
            let letter = (letters >> (8 * i)) as u32 & 63;
            if near >> letter & 1 == 0 {
                continue;
            }
            let (next, wanted) = match automaton.window(letter, depth) {
                0 => (unmatched, unmatched_wanted),
                window => {
                    let next = automaton.step(state, window, depth);
                    (next, automaton.wanted(next, depth + 1))
                }
            };
            let child = bytes.node(node.at + bytes.number(places + i * size, size) as usize);
            self.put(child, next, depth + 1, wanted);
        }
    }

    #[inline]
    fn junction(&mut self, place: Place) {
        let Place {
            node,
            near,
            state,
            depth,
            ..
        } = place;
        let depth = depth as usize;
        let (automaton, bytes) = (self.automaton, self.bytes);
        let entries = self.after_value(node.at + 1 + SET, &place);
        let size = node.size();
        let entry = |i: usize| {
            let at = entries + i * (SET + 1 + size);
            let rest = bytes.eight(at + SET);
            let place = rest >> 8 & u64::MAX >> (64 - 8 * size);
            Node {
                at: node.at + place as usize,
                head: rest as u8,
                firsts: bytes.eight(at),
            }
        };
        let letters = node.firsts & !1;
        let unmatched = automaton.step_unmatched(state, depth);
        let mut matched = letters & near & automaton.nearby(depth);
        let mut ranks = 0_u64;
        while matched != 0 {
            let letter = matched.trailing_zeros();
            matched &= matched - 1;
            let i = (letters & ((1 << letter) - 1)).count_ones();
            ranks |= 1 << i;
            let next = automaton.step(state, automaton.window(letter, depth), depth);
            self.put(
                entry(i as usize),
                next,
                depth + 1,
                automaton.wanted(next, depth + 1),
            );
        }
        if unmatched.is_dead() {
            return;
        }
        let wanted = automaton.wanted(unmatched, depth + 1);
        let stride = SET + 1 + size;
        let mut passed = 0_u64;
        for i in 0..letters.count_ones() {
            let firsts = bytes.eight(entries + i as usize * stride);
            passed |= u64::from(firsts & wanted != 0) << i;
        }
        passed &= !ranks;
        while passed != 0 {
            let i = passed.trailing_zeros();
            passed &= passed - 1;
            self.put(entry(i as usize), unmatched, depth + 1, wanted);
        }
    }
}
