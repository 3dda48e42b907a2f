//! A checked reader of the nodes of an `fst` file.
//!
//! `fst::raw` trusts its bytes: a damaged file makes it panic, or go round in circles. This reader
//! trusts nothing. Every read is checked against the end of the bytes, and a node that refers to
//! anything but smaller addresses, where all nodes are that were written before it, is no node.
//!
//! A node is addressed by its *last* byte and read backwards:
//!
//! ```text
//!   11iiiiii   one transition, to the node just before this one
//!   10iiiiii   one transition: [output] [delta] [sizes]
//!   0fnnnnnn   any number n, final if f: [final output] [outputs] [deltas] [inputs] [index] [sizes] [n]
//! ```
//!
//! each followed (that is, preceded) by the input byte or by `n` where the six bits, being 0, don't
//! tell them. The transitions are in descending order of address, `sizes` says how many bytes a
//! delta (high half) and an output (low half) take, and a delta of 0 stands for the final node
//! without transitions, which has address 0 and takes no bytes.

/// Common input bytes, which a node of one transition holds in six bits, counted from 1: the list
/// of the crate `fst`.
pub(super) const COMMON: &[u8; 63] =
    b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";

/// [`COMMON`] by the six bits that stand for each; 0 where none does.
pub(super) static INPUT_OF_CODE: [u8; 64] = {
    let mut inputs = [0; 64];
    let mut code = 1;
    while code < inputs.len() {
        inputs[code] = COMMON[code - 1];
        code += 1;
    }
    inputs
};

/// Maximum number of transitions of a node without an index, which takes 256 bytes.
pub(super) const MAX_UNINDEXED: usize = 32;

/// The bits of a node's last byte that say that a single transition leads to the node before.
pub(super) const NEXT: u8 = 0b1100_0000;
/// The bits that tell whether a key ends at a node, and what they are if one does.
const FINAL: u8 = 0b1100_0000;
const FINAL_ANY: u8 = 0b0100_0000;
/// The bits that hold a common input, or a number of transitions.
pub(super) const CODE: u8 = 0b0011_1111;

/// What ending at a node adds to the value of a key, if a key ends there.
#[inline]
pub(super) fn final_output(bytes: &[u8], address: usize) -> Option<u64> {
    if address > 0 && *bytes.get(address)? & FINAL != FINAL_ANY {
        return None;
    }
    Some(FstNode::at(bytes, address)?.final_output())
}

/// A node, of which [`FstNode::at`] has checked that it lies within the bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct FstNode<'f> {
    bytes: &'f [u8],
    /// Address of the node's first byte: what deltas count from.
    start: usize,
    /// Address of the byte after the inputs.
    inputs_end: usize,
    /// Address of the byte after the deltas.
    deltas_end: usize,
    /// Bytes of a delta and of an output.
    delta_size: usize,
    output_size: usize,
    len: usize,
    kind: FstNodeKind,
    is_final: bool,
}

#[derive(Clone, Copy, Debug)]
enum FstNodeKind {
    /// A transition to the node before, on this input.
    Next(u8),
    /// One transition, on this input.
    One(u8),
    /// Transitions with their inputs in the bytes.
    Any,
}

impl<'f> FstNode<'f> {
    /// The node whose last byte has the address, or `None` if no node can be there.
    #[inline]
    pub fn at(bytes: &'f [u8], address: usize) -> Option<Self> {
        let mut node = FstNode {
            bytes,
            start: 0,
            inputs_end: 0,
            deltas_end: 0,
            delta_size: 0,
            output_size: 0,
            len: 0,
            kind: FstNodeKind::Any,
            is_final: true,
        };
        if address == 0 {
            return Some(node);
        }
        let state = *bytes.get(address)?;
        let mut end = address;
        let mut read = || -> Option<u8> {
            end = end.checked_sub(1)?;
            bytes.get(end).copied()
        };
        let low = state & 0b0011_1111;
        if state & 0b1000_0000 != 0 {
            let input = match low {
                0 => read()?,
                low => *COMMON.get(usize::from(low) - 1)?,
            };
            node.len = 1;
            node.is_final = false;
            if state & 0b0100_0000 != 0 {
                node.kind = FstNodeKind::Next(input);
                node.start = end;
                return Some(node);
            }
            node.kind = FstNodeKind::One(input);
            node.sizes(read()?)?;
            node.deltas_end = end;
        } else {
            node.is_final = state & 0b0100_0000 != 0;
            node.len = match low {
                0 => match usize::from(read()?) {
                    // One transition would have been written in the state byte.
                    1 => 256,
                    len => len,
                },
                low => usize::from(low),
            };
            node.sizes(read()?)?;
            let index = if node.len > MAX_UNINDEXED { 256 } else { 0 };
            node.inputs_end = end.checked_sub(index)?;
            node.deltas_end = node.inputs_end.checked_sub(node.len)?;
        }
        let outputs = node.len + usize::from(node.is_final);
        let size = node.len * node.delta_size + outputs * node.output_size;
        node.start = node.deltas_end.checked_sub(size)?;
        Some(node)
    }

    /// Takes the sizes apart, which are at most the eight bytes of a number.
    fn sizes(&mut self, sizes: u8) -> Option<()> {
        self.delta_size = usize::from(sizes >> 4);
        self.output_size = usize::from(sizes & 0b1111);
        (self.delta_size <= 8 && self.output_size <= 8).then_some(())
    }

    /// How many transitions leave the node.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether a key ends here.
    pub fn is_final(&self) -> bool {
        self.is_final
    }

    /// The input of a transition, which are in ascending order of it.
    #[inline]
    pub fn input(&self, i: usize) -> Option<u8> {
        match self.kind {
            FstNodeKind::Next(input) | FstNodeKind::One(input) => (i == 0).then_some(input),
            FstNodeKind::Any if i < self.len => {
                let at = self.inputs_end.checked_sub(i + 1)?;
                self.bytes.get(at).copied()
            }
            FstNodeKind::Any => None,
        }
    }

    /// The input of the only transition, if the node holds it in its head.
    #[inline]
    pub fn only_input(&self) -> Option<u8> {
        match self.kind {
            FstNodeKind::Next(input) | FstNodeKind::One(input) => Some(input),
            FstNodeKind::Any => None,
        }
    }

    /// The inputs of the transitions, from the last to the first; none if there is but one, which
    /// its node holds in its head.
    #[inline]
    pub fn inputs(&self) -> &'f [u8] {
        self.bytes
            .get(self.inputs_end.saturating_sub(self.len)..self.inputs_end)
            .unwrap_or_default()
    }

    /// The transition on an input.
    #[inline]
    pub fn find(&self, input: u8) -> Option<usize> {
        match self.kind {
            FstNodeKind::Next(own) | FstNodeKind::One(own) => (own == input).then_some(0),
            FstNodeKind::Any if self.len > MAX_UNINDEXED => {
                let at = self.inputs_end + usize::from(input);
                let i = usize::from(*self.bytes.get(at)?);
                // The index says 255 of an input that has none, unless all have.
                (self.input(i) == Some(input)).then_some(i)
            }
            FstNodeKind::Any => find_in_row(self.bytes.get(..self.inputs_end)?, self.len, input),
        }
    }

    /// The address that a transition leads to; it is smaller than this node's.
    #[inline]
    pub fn target(&self, i: usize) -> Option<usize> {
        if i >= self.len {
            return None;
        }
        if let FstNodeKind::Next(_) = self.kind {
            return self.start.checked_sub(1);
        }
        let at = self.deltas_end.checked_sub((i + 1) * self.delta_size)?;
        match number(self.bytes, at, self.delta_size)? {
            0 => Some(0),
            delta => self.start.checked_sub(usize::try_from(delta).ok()?),
        }
    }

    /// What a transition adds to the value of the keys that take it.
    #[inline]
    pub fn output(&self, i: usize) -> u64 {
        if self.output_size == 0 || i >= self.len {
            return 0;
        }
        let end = self
            .deltas_end
            .checked_sub(self.len * self.delta_size + (i + 1) * self.output_size);
        end.and_then(|at| number(self.bytes, at, self.output_size))
            .unwrap_or(0)
    }

    /// What ending here adds to a key's value.
    #[inline]
    pub fn final_output(&self) -> u64 {
        if self.output_size == 0 || !self.is_final {
            return 0;
        }
        number(self.bytes, self.start, self.output_size).unwrap_or(0)
    }
}

/// The number of an input among those of a node without an index, of which these bytes end with so many.
#[inline]
pub(super) fn find_in_row(mut bytes: &[u8], len: usize, input: u8) -> Option<usize> {
    const ONES: u64 = u64::MAX / 0xFF;
    let mut i = 0;
    while i < len {
        // The eight bytes that begin with the last of these inputs hold the first of them in their last
        // byte.
        let (rest, row) = bytes.split_last_chunk()?;
        let others = u64::from_be_bytes(*row) ^ (ONES * u64::from(input));
        // The highest bit of the first byte that is 0, and perhaps of some behind it.
        let zeros = others.wrapping_sub(ONES) & !others & ONES << 7;
        if zeros != 0 {
            let found = i + zeros.trailing_zeros() as usize / 8;
            return (found < len).then_some(found);
        }
        i += 8;
        bytes = rest;
    }
    None
}

/// A little-endian number of up to eight bytes.
#[inline]
pub(super) fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    if size == 0 {
        return Some(0);
    }
    if let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let number = u64::from_le_bytes(*eight);
        return Some(number & u64::MAX >> (64 - 8 * size));
    }
    let few = bytes.get(at..at + size)?;
    let digits = few.iter().rev();
    Some(digits.fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares every node of an `fst` file with `fst::raw`; gives the number of nodes.
    fn check(fst: &fst::raw::Fst<Vec<u8>>) -> usize {
        let bytes = fst.as_bytes();
        let mut pending = vec![fst.root().addr()];
        let mut seen = std::collections::HashSet::new();
        while let Some(address) = pending.pop() {
            if !seen.insert(address) {
                continue;
            }
            let (theirs, ours) = (fst.node(address), FstNode::at(bytes, address).unwrap());
            assert_eq!(ours.len(), theirs.len(), "{theirs:?}");
            assert_eq!(ours.is_final(), theirs.is_final(), "{theirs:?}");
            assert_eq!(
                ours.final_output(),
                theirs.final_output().value(),
                "{theirs:?}"
            );
            for (i, transition) in theirs.transitions().enumerate() {
                assert_eq!(ours.input(i), Some(transition.inp), "{theirs:?}");
                assert_eq!(ours.output(i), transition.out.value(), "{theirs:?}");
                assert_eq!(ours.target(i), Some(transition.addr), "{theirs:?}");
                pending.push(transition.addr);
            }
            for input in 0..=255 {
                assert_eq!(ours.find(input), theirs.find_input(input), "{theirs:?}");
            }
            let beyond = theirs.len();
            assert_eq!(
                (ours.input(beyond), ours.target(beyond), ours.output(beyond)),
                (None, None, 0)
            );
        }
        seen.len()
    }

    fn map(
        keys: impl IntoIterator<Item = Vec<u8>>,
        value: impl Fn(u64) -> u64,
    ) -> fst::raw::Fst<Vec<u8>> {
        let keys: std::collections::BTreeSet<Vec<u8>> = keys.into_iter().collect();
        let entries = keys
            .into_iter()
            .enumerate()
            .map(|(i, key)| (key, value(i as u64)));
        fst::raw::Fst::from_iter_map(entries).unwrap()
    }

    #[test]
    fn every_node_of_every_kind() {
        let every_byte = || (0..=255).map(|b| vec![b, b]);
        let values: [fn(u64) -> u64; 5] = [
            |_| 0,
            |i| i,
            |i| i * i * i,
            |i| u64::MAX - i,
            |i| i.wrapping_mul(0x9E37_79B9_7F4A_7C15),
        ];
        for value in values {
            check(&map([], value));
            check(&map([vec![]], value));
            check(&map([vec![], vec![1], vec![1, 2, 3]], value));
            check(&map(every_byte(), value));
            check(&map(every_byte().take(33).chain([vec![]]), value));
            check(&map(every_byte().skip(200), value));
            let mut random = fastrand::Rng::with_seed(1);
            let key = |_| (0..random.usize(..9)).map(|_| random.u8(70..110)).collect();
            let keys: Vec<Vec<u8>> = (0..3000).map(key).collect();
            let nodes = check(&map(keys, value));
            assert!(nodes > 1000);
        }
    }

    #[test]
    fn targets_of_any_bytes_lie_at_smaller_addresses() {
        let mut random = fastrand::Rng::with_seed(1);
        let bytes: Vec<u8> = (0..20_000).map(|_| random.u8(..)).collect();
        let mut nodes = 0;
        for address in 0..bytes.len() + 10 {
            let Some(node) = FstNode::at(&bytes, address) else {
                continue;
            };
            nodes += 1;
            for i in 0..node.len() + 2 {
                assert!(
                    node.target(i)
                        .is_none_or(|target| target < address || address == 0)
                );
                node.input(i);
                node.output(i);
            }
            node.final_output();
        }
        assert!(nodes > 1000);
        assert!(FstNode::at(&[], 1).is_none());
    }
}
