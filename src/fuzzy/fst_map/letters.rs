//! The search for keys of letters within some edits: an automaton and the nodes of an `fst` map,
//! followed side by side, level by level as in [`tree::search`](crate::fuzzy::tree::search).
//!
//! A node does not say what its children go on with, so each that the automaton may survive is read.
//! Two things keep them few: the search is given the half whose letters come unchanged first
//! ([`halves`](crate::fuzzy::halves)), so that it enters where the map is thin; and nodes that lie in
//! a row, each leading to the one before it by a single letter, are one visit.
//!
//! Nodes may be shared: many ways may lead to one. In bytes that are damaged their number has no
//! bound, so steps are counted, and a level that is long is done in parts, each to the bottom.

use crate::fuzzy::automaton::{Automaton, State};
use crate::fuzzy::fst_map::FstMap;
use crate::fuzzy::fst_map::letter::{BYTE_OF_LETTER, LETTER_OF_BYTE, LETTER_OF_CODE};
use crate::fuzzy::fst_map::node::{CODE, FstNode, NEXT};
use crate::fuzzy::halves::Forward;
use crate::fuzzy::pattern::MatchMasks;
use crate::fuzzy::prefix_state::PrefixState;
use std::cell::Cell;
use std::ops::Range;

/// An `fst` map of letters.
#[derive(Clone, Copy, Debug)]
pub(in crate::fuzzy) struct Letters<'f>(pub FstMap<'f>);

impl Forward for Letters<'_> {
    fn search<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8, &[u32])) {
        search(self.0, automaton, found);
    }

    fn prefixes<W: MatchMasks>(self, automaton: &Automaton<W>, found: impl FnMut(u64, u8)) {
        prefixes(self.0, automaton, found);
    }
}

/// Maximum number of nodes that are read side by side.
const MAX_PART: usize = 1 << 10;
/// Maximum length of a list of visits that is left to the next search.
const MAX_KEPT_VISITS: usize = 1 << 16;

thread_local! {
    /// What the last search on this thread has left, so that the next needs no memory.
    static VISITS: Cell<Vec<NodeVisit>> = const { Cell::new(Vec::new()) };
}

/// A node that the search has met, and how it came there.
#[derive(Clone, Copy)]
struct NodeVisit {
    address: usize,
    /// What the way here adds to the value of a key.
    output: u64,
    state: State,
    /// The letters that the state takes, and bit 0 if it accepts.
    wanted: u64,
    depth: u32,
    /// The number of the visit that led here, and by which letter.
    parent: u32,
    letter: u8,
    /// The last byte of the node, as soon as it is fetched.
    head: u8,
}

/// Where a visit has come to in a row.
#[derive(Clone, Copy)]
struct Reached {
    /// The number of the visit.
    number: usize,
    state: State,
    depth: usize,
    /// What the way here adds to the value of a key.
    output: u64,
}

/// A search under way.
struct LetterSearch<'a, W, F> {
    map: FstMap<'a>,
    automaton: &'a Automaton<'a, W>,
    /// The visits of the levels above, and of this one.
    visits: Vec<NodeVisit>,
    /// The letters of the key that was found last.
    path: Vec<u32>,
    /// How many more nodes and keys may be met.
    left: usize,
    found: F,
}

/// Finds the keys that the automaton accepts; `found` gets their value, edits and letters.
fn search<W: MatchMasks>(
    map: FstMap,
    automaton: &Automaton<W>,
    found: impl FnMut(u64, u8, &[u32]),
) {
    let mut visits = VISITS.take();
    visits.clear();
    let state = automaton.start();
    visits.push(NodeVisit {
        address: map.root,
        output: 0,
        state,
        wanted: automaton.at(0).wanted(state),
        depth: 0,
        parent: 0,
        letter: 0,
        head: 0,
    });
    let mut search = LetterSearch {
        map,
        automaton,
        visits,
        path: Vec::new(),
        left: map.max_visits(),
        found,
    };
    search.run();
    if search.visits.len() <= MAX_KEPT_VISITS {
        VISITS.set(search.visits);
    }
}

impl<W: MatchMasks, F: FnMut(u64, u8, &[u32])> LetterSearch<'_, W, F> {
    /// Visits the nodes of a level, then those that they lead to, and so on.
    fn run(&mut self) {
        let mut parts_left: Vec<Range<usize>> = Vec::new();
        let mut level = 0..self.visits.len();
        loop {
            // What is behind it was below the part before it, and is done.
            self.visits.truncate(level.end);
            let part = level.start..level.end.min(level.start + MAX_PART);
            if part.end < level.end {
                parts_left.push(part.end..level.end);
            }
            self.fetch(part.clone());
            for number in part {
                match self.left.checked_sub(1) {
                    Some(fewer) => self.left = fewer,
                    None => return,
                }
                self.visit(number);
            }
            level = level.end..self.visits.len();
            if level.is_empty() {
                match parts_left.pop() {
                    Some(rest) => level = rest,
                    None => return,
                }
            }
        }
    }

    /// Reads the last bytes of nodes, so that all are waited for at once.
    fn fetch(&mut self, part: Range<usize>) {
        for visit in &mut self.visits[part] {
            visit.head = self.map.bytes.get(visit.address).copied().unwrap_or(0);
        }
    }

    /// Visits a node, and those behind it in its row.
    fn visit(&mut self, number: usize) {
        let visit = self.visits[number];
        let (mut address, mut head, mut wanted) = (visit.address, visit.head, visit.wanted);
        let mut reached = Reached {
            number,
            state: visit.state,
            depth: visit.depth as usize,
            output: visit.output,
        };
        while head > NEXT {
            let letter = LETTER_OF_CODE[usize::from(head & CODE)];
            if wanted >> (letter & 63) & 1 == 0 {
                return;
            }
            (reached, wanted) = self.step(reached, letter);
            address -= 1;
            match self.map.bytes.get(address) {
                Some(next) if wanted != 0 && address > 0 => head = *next,
                _ => return,
            }
        }
        let Some(node) = FstNode::at(self.map.bytes, address) else {
            return;
        };
        if node.is_final() && wanted & 1 != 0 {
            let output = reached.output.wrapping_add(node.final_output());
            self.key(Reached { output, ..reached }, 0);
        }
        let letters = wanted & !1;
        if let Some(byte) = node.only_input() {
            let letter = LETTER_OF_BYTE[usize::from(byte)];
            if letters >> (letter & 63) & 1 != 0 {
                self.transition(reached, &node, 0, letter);
            }
        } else if letters.is_power_of_two() {
            let letter = letters.trailing_zeros() as u8;
            if let Some(i) = node.find(BYTE_OF_LETTER[usize::from(letter)]) {
                self.transition(reached, &node, i, letter);
            }
        } else if letters != 0 {
            for (byte, i) in node.inputs().iter().zip((0..node.len()).rev()) {
                let letter = LETTER_OF_BYTE[usize::from(*byte)];
                if letters >> (letter & 63) & 1 != 0 {
                    self.transition(reached, &node, i, letter);
                }
            }
        }
    }

    /// One letter on, and the letters that are wanted there.
    #[inline]
    fn step(&self, reached: Reached, letter: u8) -> (Reached, u64) {
        let Reached { state, depth, .. } = reached;
        let state = self.automaton.at(depth).step(state, letter.into());
        let depth = depth + 1;
        let next = Reached {
            state,
            depth,
            ..reached
        };
        (next, self.automaton.at(depth).wanted(state))
    }

    /// Takes a transition of a node: what it leads to is put on the list, if the automaton survives.
    #[inline]
    fn transition(&mut self, reached: Reached, node: &FstNode, i: usize, letter: u8) {
        let (mut next, wanted) = self.step(reached, letter);
        if wanted == 0 {
            return;
        }
        let Some(address) = node.target(i) else {
            return;
        };
        next.output = next.output.wrapping_add(node.output(i));
        // Nothing goes on from there, and it is not even read.
        if address == 0 {
            if wanted & 1 != 0 {
                self.key(next, letter);
            }
            return;
        }
        self.visits.push(NodeVisit {
            address,
            output: next.output,
            state: next.state,
            wanted,
            depth: next.depth as u32,
            parent: reached.number as u32,
            letter,
            head: 0,
        });
    }

    /// The key that ends behind a visit and its row, and a last letter if that is not 0.
    fn key(&mut self, at: Reached, last: u8) {
        if let Some(edits) = self.automaton.at(at.depth).edits(at.state)
            && let Some(fewer) = self.left.checked_sub(1)
        {
            self.left = fewer;
            self.trace(at.number, at.depth, last);
            (self.found)(at.output, edits, &self.path);
        }
    }

    /// Fills in the path: the letters of a key.
    fn trace(&mut self, mut number: usize, depth: usize, last: u8) {
        self.path.clear();
        self.path.resize(depth, 0);
        let (mut end, mut last) = (depth, last);
        loop {
            let visit = self.visits[number];
            if last != 0 {
                end -= 1;
                self.path[end] = last.into();
            }
            let start = visit.depth as usize;
            let row = self.map.bytes[..=visit.address].iter().rev();
            for (letter, head) in self.path[start..end].iter_mut().zip(row) {
                *letter = LETTER_OF_CODE[usize::from(head & CODE)].into();
            }
            if start == 0 {
                break;
            }
            (number, end, last) = (visit.parent as usize, start, visit.letter);
        }
    }
}

/// Finds the keys of which the automaton accepts some prefix; `found` gets their value and the
/// fewest edits that a prefix takes.
fn prefixes<W: MatchMasks>(map: FstMap, automaton: &Automaton<W>, mut found: impl FnMut(u64, u8)) {
    let mut pending = vec![(map.walk(), PrefixState::start(automaton))];
    let mut left = map.max_visits();
    while let Some((at, reached)) = pending.pop() {
        if let (Some(edits), Some(value)) = (reached.best, at.value()) {
            found(value, edits);
        }
        at.each(&mut left, |byte, at, _| {
            let letter = LETTER_OF_BYTE[usize::from(byte)];
            let reached = reached.step(automaton, letter.into());
            if letter != 0 && !reached.is_lost() {
                pending.push((at, reached));
            }
        });
    }
}
