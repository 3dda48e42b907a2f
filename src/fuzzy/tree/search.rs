//! The search for whole keys: an automaton and a tree, followed side by side.
//!
//! Every letter that leaves a node takes the automaton one step on, and where its state is dead no
//! key below can match. What makes it cheap is that nearly all letters of a node are nowhere near
//! in the pattern, so that they share one next state, computed once a node; and that a state knows
//! which letters it still takes. With the edits used up these are very few, and only children
//! that go on with one of them are visited.
//!
//! The nodes of a large tree lie all over the memory, and a search that goes down to the leaves
//! first waits for each in turn. So it goes level by level: the bytes of all nodes of a level are
//! fetched in a loop that decides nothing, which a processor does for a dozen of them at a time.

use crate::fuzzy::automaton::{Automaton, State};
use crate::fuzzy::pattern::MatchMasks;
use crate::fuzzy::tree::children::Children;
use crate::fuzzy::tree::{Tree, TreeNode, TreeNodeKind};
use std::cell::Cell;

/// Finds the keys that the automaton accepts; `found` gets their value and edits.
pub(super) fn search<W: MatchMasks>(
    tree: Tree,
    automaton: &Automaton<W>,
    found: impl FnMut(u64, u8),
) {
    if tree.root().is_none() {
        return;
    }
    let start = automaton.start();
    let mut visits = VISITS.take();
    visits.clear();
    visits.push(NodeVisit {
        at: Tree::ROOT,
        head: 0,
        behind: 0,
        state: start,
        wanted: automaton.at(0).wanted(start),
        depth: 0,
    });
    let mut search = TreeSearch {
        tree,
        automaton,
        visits,
        found,
    };
    search.run();
    if search.visits.len() <= MAX_KEPT_VISITS {
        VISITS.set(search.visits);
    }
}

thread_local! {
    /// What the last search on this thread has left, so that the next needs no memory.
    static VISITS: Cell<Vec<NodeVisit>> = const { Cell::new(Vec::new()) };
}

/// Maximum length of a list of visits that is left to the next search.
const MAX_KEPT_VISITS: usize = 1 << 16;

/// A search under way.
struct TreeSearch<'a, W, F> {
    tree: Tree<'a>,
    automaton: &'a Automaton<'a, W>,
    /// All visits, level by level.
    visits: Vec<NodeVisit>,
    found: F,
}

/// A node that the search has met.
#[derive(Clone, Copy)]
struct NodeVisit {
    at: usize,
    /// The first bytes of the node, as soon as they are fetched.
    head: u8,
    behind: u64,
    state: State,
    /// The letters that the state takes.
    wanted: u64,
    depth: u32,
}

impl<W: MatchMasks, F: FnMut(u64, u8)> TreeSearch<'_, W, F> {
    fn run(&mut self) {
        let most = self.tree.max_nodes();
        let mut level = 0..1;
        while !level.is_empty() {
            self.fetch(level.clone());
            for number in level.clone() {
                if self.visits.len() > most {
                    return;
                }
                self.visit(number);
            }
            level = level.end..self.visits.len();
        }
    }

    /// Reads the first bytes of the nodes of a level.
    fn fetch(&mut self, level: std::ops::Range<usize>) {
        for visit in &mut self.visits[level] {
            visit.head = self.tree.byte(visit.at);
            visit.behind = self.tree.eight(visit.at + 1);
        }
    }

    #[inline]
    fn visit(&mut self, number: usize) {
        let NodeVisit {
            at,
            head,
            behind,
            state,
            wanted,
            ..
        } = self.visits[number];
        let depth = self.visits[number].depth as usize;
        let node = TreeNode::new(at, head, behind);
        let near = node.firsts & wanted;
        if near == 0 {
            return;
        }
        match node.head.kind() {
            TreeNodeKind::Leaf => {
                if self.automaton.can_end(depth + node.head.len())
                    && let Some((state, depth)) = self.follow(node, state, depth)
                {
                    self.value(node, state, depth);
                }
            }
            TreeNodeKind::Chain => {
                if let Some((state, depth)) = self.follow(node, state, depth) {
                    let after = at + 1 + node.head.len();
                    let wanted = self.automaton.at(depth).wanted(state);
                    self.put(after, state, depth, wanted);
                }
            }
            TreeNodeKind::Fork => {
                if near & 1 != 0 {
                    self.value(node, state, depth);
                }
                self.fork(node, near & !1, state, depth);
            }
        }
    }

    /// Puts a node on the list.
    #[inline]
    fn put(&mut self, at: usize, state: State, depth: usize, wanted: u64) {
        self.visits.push(NodeVisit {
            at,
            head: 0,
            behind: 0,
            state,
            wanted,
            depth: depth as u32,
        });
    }

    /// Takes the automaton over the letters of a leaf or chain, if it survives them.
    #[inline]
    fn follow(&self, node: TreeNode, mut state: State, depth: usize) -> Option<(State, usize)> {
        let letters = self.tree.letters(node.head);
        for (letter, depth) in letters.iter().zip(depth..) {
            state = self.automaton.at(depth).step(state, u32::from(*letter));
            if state.is_dead() {
                return None;
            }
        }
        Some((state, depth + letters.len()))
    }

    /// Puts the children of a fork on the list that may match, if some `near`
    /// letters do.
    #[inline]
    fn fork(&mut self, node: TreeNode, near: u64, state: State, depth: usize) {
        let here = self.automaton.at(depth);
        let children = Children::of(self.tree, node);
        if !here.takes_any_letter(state) {
            self.each(node, children, near, state, depth);
            return;
        }
        // The children whose letter is near in the pattern, each with a state of its own.
        let near = node.set() & here.nearby();
        let done = self.each(node, children, near, state, depth);
        // The others, which have one state.
        let state = here.step_unmatched(state);
        let depth = depth + 1;
        let wanted = self.automaton.at(depth).wanted(state);
        let mut others = children.with(wanted) & !done;
        while others != 0 {
            let i = others.trailing_zeros() as usize;
            others &= others - 1;
            self.put(children.get(i), state, depth, wanted);
        }
    }

    /// Puts the children on the list that some letters lead to; gives a bit for each of them.
    #[inline]
    fn each(
        &mut self,
        node: TreeNode,
        children: Children,
        mut letters: u64,
        state: State,
        depth: usize,
    ) -> u64 {
        let here = self.automaton.at(depth);
        let depth = depth + 1;
        let next = self.automaton.at(depth);
        let mut done = 0;
        while letters != 0 {
            let letter = letters.trailing_zeros();
            letters &= letters - 1;
            let state = here.step(state, letter);
            let wanted = next.wanted(state);
            let i = node.rank(letter);
            done |= 1 << i;
            self.put(children.get(i), state, depth, wanted);
            // Two in five are in vain, and no branch could tell which: it would be guessed wrong.
            let in_vain = usize::from(!children.has(i, wanted));
            self.visits.truncate(self.visits.len() - in_vain);
        }
        done
    }

    /// The key that ends at a node, if it matches.
    fn value(&mut self, node: TreeNode, state: State, depth: usize) {
        if let Some(edits) = self.automaton.at(depth).edits(state)
            && let Some(value) = self.tree.value(node)
        {
            (self.found)(value, edits);
        }
    }
}
