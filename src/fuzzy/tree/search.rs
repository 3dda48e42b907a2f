//! The search for whole keys: an automaton and a tree, followed side by side.
//!
//! Every letter that leaves a node takes the automaton one step on, and where its state is dead no
//! key below can match. What makes it cheap is that nearly all letters of a node are nowhere near in
//! the pattern, so that they share one next state, computed once a node; and that a state knows
//! which letters it can still bear. With the edits used up these are very few, and only children
//! that go on with one of them are visited.

use super::super::automaton::{Automaton, Depth, State};
use super::super::pattern::Windows;
use super::{Children, Kind, Node, Tree};

/// Finds the keys that the automaton accepts; `found` gets their value, edits and, if `PATH`, their
/// letters.
pub(super) fn search<W: Windows, const PATH: bool>(
    tree: Tree,
    automaton: &Automaton<W>,
    found: impl FnMut(u64, u8, &[u32]),
) {
    let pending = Vec::with_capacity(64);
    let mut search = Search::<_, _, PATH> {
        tree,
        automaton,
        pending,
        left: tree.most_nodes(),
        path: Vec::new(),
        found,
    };
    if let Some(root) = tree.root() {
        let start = automaton.start();
        search.put(root, 0, start, 0, automaton.at(0).wanted(start));
    }
    while let Some(place) = search.pending.pop() {
        search.visit(place);
        if search.left == 0 {
            return;
        }
    }
}

/// A search under way.
struct Search<'a, W, F, const PATH: bool> {
    tree: Tree<'a>,
    automaton: &'a Automaton<'a, W>,
    pending: Vec<Place>,
    /// How many nodes it may still meet.
    left: usize,
    /// The letters that lead to the node being visited.
    path: Vec<u32>,
    found: F,
}

/// A node to be visited.
struct Place {
    node: Node,
    /// Those of its firsts that can match.
    near: u64,
    state: State,
    depth: u32,
    /// The letter that leads to it.
    letter: u8,
}

impl<W: Windows, F: FnMut(u64, u8, &[u32]), const PATH: bool> Search<'_, W, F, PATH> {
    /// Puts a node on the list if one of the wanted letters goes on from it.
    #[inline]
    fn put(&mut self, node: Node, letter: u32, state: State, depth: usize, wanted: u64) {
        self.left = self.left.saturating_sub(1);
        let near = node.firsts & wanted;
        let is_end = matches!(node.kind(), Kind::End);
        if near == 0 || is_end && !self.automaton.can_end(depth + node.len()) {
            return;
        }
        let (depth, letter) = (depth as u32, letter as u8);
        self.pending.push(Place {
            node,
            near,
            state,
            depth,
            letter,
        });
    }

    #[inline]
    fn visit(&mut self, place: Place) {
        let Place {
            node,
            state,
            letter,
            ..
        } = place;
        let depth = place.depth as usize;
        if PATH && depth > 0 {
            self.path.truncate(depth - 1);
            self.path.push(letter.into());
        }
        match node.kind() {
            Kind::End => {
                if let Some((state, depth)) = self.follow(self.tree.letters(node), state, depth) {
                    self.value(node, state, depth);
                }
            }
            Kind::Run => {
                let letters = self.tree.letters(node);
                let last = letters.last().copied().unwrap_or(0);
                if let Some((state, depth)) = self.follow(letters, state, depth) {
                    let wanted = self.automaton.at(depth).wanted(state);
                    self.put(self.tree.after(node), last.into(), state, depth, wanted);
                }
            }
            Kind::Fork if node.is_junction() => self.fork::<true>(node, place.near, state, depth),
            Kind::Fork => self.fork::<false>(node, place.near, state, depth),
        }
    }

    /// Takes the automaton over some letters, if it survives them.
    #[inline]
    fn follow(&mut self, letters: &[u8], mut state: State, depth: usize) -> Option<(State, usize)> {
        for (letter, depth) in letters.iter().zip(depth..) {
            state = self.automaton.at(depth).step(state, u32::from(*letter));
            if state.is_dead() {
                return None;
            }
        }
        if PATH {
            self.path
                .extend(letters.iter().map(|letter| u32::from(*letter)));
        }
        Some((state, depth + letters.len()))
    }

    /// The key that ends at a node, if it matches.
    #[inline]
    fn value(&mut self, node: Node, state: State, depth: usize) {
        if let Some(edits) = self.automaton.at(depth).edits(state)
            && let Some(value) = self.tree.value(node)
        {
            (self.found)(value, edits, &self.path);
        }
    }

    #[inline]
    fn fork<const IS_JUNCTION: bool>(&mut self, node: Node, near: u64, state: State, depth: usize) {
        let here = self.automaton.at(depth);
        if near & 1 != 0 {
            self.value(node, state, depth);
        }
        let children = Children::<IS_JUNCTION>::of(self.tree, node);
        if !here.is_careless(state) {
            self.each(&here, children, near & !1, state);
            return;
        }
        // The children whose letter is near in the pattern, each with a state of its own.
        let done = self.each(&here, children, node.set() & here.nearby(), state);
        // The others, which have one state.
        let state = here.step_unmatched(state);
        let depth = depth + 1;
        let wanted = self.automaton.at(depth).wanted(state);
        let mut others = children.with(wanted) & !done;
        let mut letters = node.set();
        let mut passed = 0;
        while others != 0 {
            let i = others.trailing_zeros();
            others &= others - 1;
            if PATH {
                for _ in passed..i {
                    letters &= letters.wrapping_sub(1);
                }
                passed = i;
            }
            let child = children.get(i as usize);
            self.put(child, letters.trailing_zeros(), state, depth, wanted);
        }
    }

    /// Puts the children that some letters lead to on the list; gives a bit for each of them.
    #[inline]
    fn each<const IS_JUNCTION: bool>(
        &mut self,
        here: &Depth<W>,
        children: Children<IS_JUNCTION>,
        mut letters: u64,
        state: State,
    ) -> u64 {
        let depth = here.depth() + 1;
        let next = self.automaton.at(depth);
        let mut done = 0;
        while letters != 0 {
            let letter = letters.trailing_zeros();
            letters &= letters - 1;
            let state = here.step(state, letter);
            let i = children.parent.rank(letter);
            done |= 1 << i;
            self.put(children.get(i), letter, state, depth, next.wanted(state));
        }
        done
    }
}
