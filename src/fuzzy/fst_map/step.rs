//! Single steps of a walk, which reading a text is full of: a node is read as far as one input asks for.

use crate::fuzzy::fst_map::node::{
    CODE, FstNode, INPUT_OF_CODE, MAX_UNINDEXED, NEXT, find_in_row, number,
};

/// Where the transition of a node on an input leads to, and what it adds to the value of a key.
#[inline]
pub(super) fn follow(bytes: &[u8], address: usize, input: u8) -> Option<(usize, u64)> {
    let head = *bytes.get(address)?;
    // Two in three nodes of names are of this kind, and stand in a row.
    if head > NEXT && address > 0 {
        let own = INPUT_OF_CODE[usize::from(head & CODE)];
        return (own == input).then_some((address - 1, 0));
    }
    match Branch::at(bytes, address, head) {
        Some(branch) => branch.follow(input),
        None => {
            let node = FstNode::at(bytes, address)?;
            let i = node.find(input)?;
            Some((node.target(i)?, node.output(i)))
        }
    }
}

/// The least input of the transitions of a node, if it has any.
#[inline]
pub(super) fn least(bytes: &[u8], address: usize) -> Option<u8> {
    let head = *bytes.get(address)?;
    match usize::from(head & CODE) {
        0 => FstNode::at(bytes, address)?.input(0),
        code if head & ONE != 0 => Some(INPUT_OF_CODE[code]),
        len => {
            let index = if len > MAX_UNINDEXED { 256 } else { 0 };
            // Head, sizes and index stand behind the inputs.
            bytes.get(address.checked_sub(2 + index)?).copied()
        }
    }
}

/// The bit of the heads of nodes with one transition, and that of other nodes at which a key ends.
const ONE: u8 = 0b1000_0000;
const FINAL: u8 = 0b0100_0000;

/// A node whose head holds its input or the number of its transitions, as nearly all do, and that does
/// not stand right behind the node that it leads to.
struct Branch<'f> {
    bytes: &'f [u8],
    /// Address of the byte after the inputs, and after the deltas.
    inputs_end: usize,
    deltas_end: usize,
    head: u8,
    sizes: u8,
    len: usize,
}

impl<'f> Branch<'f> {
    #[inline]
    fn at(bytes: &'f [u8], address: usize, head: u8) -> Option<Self> {
        let code = usize::from(head & CODE);
        if code == 0 {
            return None;
        }
        let end = address.checked_sub(1)?;
        let sizes = *bytes.get(end)?;
        let (len, inputs_end, deltas_end) = match code {
            _ if head & ONE != 0 => (1, end, end),
            len => {
                let index = if len > MAX_UNINDEXED { 256 } else { 0 };
                let inputs_end = end.checked_sub(index)?;
                (len, inputs_end, inputs_end.checked_sub(len)?)
            }
        };
        Some(Branch {
            bytes,
            inputs_end,
            deltas_end,
            head,
            sizes,
            len,
        })
    }

    /// The number of the transition on an input.
    #[inline]
    fn find(&self, input: u8) -> Option<usize> {
        if self.head & ONE != 0 {
            let own = INPUT_OF_CODE[usize::from(self.head & CODE)];
            return (own == input).then_some(0);
        }
        if self.len <= MAX_UNINDEXED {
            return find_in_row(self.bytes.get(..self.inputs_end)?, self.len, input);
        }
        let i = usize::from(*self.bytes.get(self.inputs_end + usize::from(input))?);
        // The index says 255 of an input that has none, unless all have.
        let own = self.bytes.get(self.inputs_end.checked_sub(i + 1)?)?;
        (i < self.len && *own == input).then_some(i)
    }

    #[inline]
    fn follow(&self, input: u8) -> Option<(usize, u64)> {
        let i = self.find(input)?;
        let (delta_size, output_size) =
            (usize::from(self.sizes >> 4), usize::from(self.sizes & 15));
        if delta_size > 8 || output_size > 8 {
            return None;
        }
        let is_final = self.head & (ONE | FINAL) == FINAL;
        let deltas = self.deltas_end.checked_sub(self.len * delta_size)?;
        let start = deltas.checked_sub((self.len + usize::from(is_final)) * output_size)?;
        let at = self.deltas_end.checked_sub((i + 1) * delta_size)?;
        let target = match number(self.bytes, at, delta_size)? {
            0 => 0,
            delta => start.checked_sub(usize::try_from(delta).ok()?)?,
        };
        let output = match output_size {
            0 => 0,
            _ => number(self.bytes, deltas - (i + 1) * output_size, output_size)?,
        };
        Some((target, output))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the reader of whole nodes says.
    fn follow_node(bytes: &[u8], address: usize, input: u8) -> Option<(usize, u64)> {
        let node = FstNode::at(bytes, address)?;
        let i = node.find(input)?;
        Some((node.target(i)?, node.output(i)))
    }

    fn check(bytes: &[u8]) -> usize {
        let mut steps = 0;
        for address in 0..bytes.len() + 10 {
            for input in 0..=255 {
                let step = follow(bytes, address, input);
                assert_eq!(
                    step,
                    follow_node(bytes, address, input),
                    "{address} {input}"
                );
                steps += usize::from(step.is_some());
            }
            if let Some(node) = FstNode::at(bytes, address).filter(|_| address > 0) {
                assert_eq!(least(bytes, address), node.input(0), "{address}");
            }
        }
        steps
    }

    #[test]
    fn steps_are_those_of_whole_nodes() {
        let mut random = fastrand::Rng::with_seed(1);
        let mut keys = std::collections::BTreeMap::new();
        for number in 0..2000u64 {
            let key: Vec<u8> = (0..random.usize(1..7))
                .map(|_| random.u8(70..115))
                .collect();
            keys.insert(key, number * number);
        }
        keys.extend((0..=255).map(|byte| (vec![byte, byte], 7)));
        let map = fst::raw::Fst::from_iter_map(keys).unwrap();
        assert!(check(map.as_bytes()) > 2000);
    }

    #[test]
    fn steps_in_any_bytes_are_those_of_whole_nodes() {
        let mut random = fastrand::Rng::with_seed(1);
        let bytes: Vec<u8> = (0..4000).map(|_| random.u8(..)).collect();
        check(&bytes);
    }
}
