//! All keys of a map in their order, as far as an automaton lets them through.

use crate::fuzzy::fst_map::{FstCursor, FstMap};
use fst::Automaton;

/// The keys that are left to be read.
#[derive(Debug)]
pub(crate) struct KeyStream<'f, A: Automaton> {
    automaton: A,
    /// The nodes on the way to the key that was read last.
    nodes: Vec<OpenNode<'f, A::State>>,
    /// The bytes of that key.
    key: Vec<u8>,
    /// Bytes that all keys begin with, which lead to the first of the nodes.
    beginning: usize,
    /// Maximum length of a key in bytes.
    max_len: usize,
    /// How many more nodes may be met: in damaged bytes a few can stand for any number of keys.
    left: usize,
}

/// A node whose transitions are partly taken.
#[derive(Clone, Debug)]
struct OpenNode<'f, S> {
    at: FstCursor<'f>,
    state: S,
    /// Whether the key that may end here was read, and the next transition.
    is_read: bool,
    next: usize,
}

impl<'f, A: Automaton> KeyStream<'f, A> {
    /// The keys of a map that begin with some bytes and that an automaton accepts, which reads them
    /// byte by byte; keys longer than `max_len` bytes are left out.
    pub fn new(map: FstMap<'f>, beginning: &[u8], automaton: A, max_len: usize) -> Self {
        let (at, followed) = map.walk().follow(beginning);
        let mut state = automaton.start();
        for byte in beginning {
            state = automaton.accept(&state, *byte);
        }
        let first = OpenNode {
            at,
            state,
            is_read: false,
            next: 0,
        };
        let found = followed == beginning.len() && automaton.can_match(&first.state);
        KeyStream {
            automaton,
            nodes: found.then_some(first).into_iter().collect(),
            key: beginning.to_vec(),
            beginning: beginning.len(),
            max_len,
            left: map.max_visits(),
        }
    }

    /// The bytes of the key that was read last.
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// The value of the next key.
    pub fn next(&mut self) -> Option<u64> {
        while let Some(node) = self.nodes.last_mut() {
            if !node.is_read {
                node.is_read = true;
                if self.automaton.is_match(&node.state)
                    && let Some(value) = node.at.value()
                {
                    return Some(value);
                }
            }
            let Some((byte, at)) = node.at.nth(node.next) else {
                self.nodes.pop();
                let open = self.nodes.len().saturating_sub(1);
                self.key.truncate(self.beginning + open);
                continue;
            };
            node.next += 1;
            let state = self.automaton.accept(&node.state, byte);
            if self.key.len() < self.max_len && self.automaton.can_match(&state) {
                self.left = match self.left.checked_sub(1) {
                    Some(fewer) => fewer,
                    None => {
                        self.nodes.clear();
                        return None;
                    }
                };
                self.key.push(byte);
                self.nodes.push(OpenNode {
                    at,
                    state,
                    is_read: false,
                    next: 0,
                });
            }
        }
        None
    }
}
