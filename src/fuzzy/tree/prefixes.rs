//! The search for keys that begin like a pattern.

use crate::fuzzy::automaton::Automaton;
use crate::fuzzy::pattern::Windows;
use crate::fuzzy::reached::Reached;
use crate::fuzzy::tree::{Node, Tree, TreeKind};

/// Finds the keys of which the automaton accepts some prefix; `found` gets their value and the
/// fewest edits that a prefix takes.
pub(super) fn prefixes<W: Windows>(
    tree: Tree,
    automaton: &Automaton<W>,
    mut found: impl FnMut(u64, u8),
) {
    let Some(root) = tree.root() else { return };
    let mut pending = vec![(root, Reached::start(automaton))];
    let mut left = tree.most_nodes();
    while let Some((node, mut reached)) = pending.pop() {
        match left.checked_sub(1) {
            Some(fewer) => left = fewer,
            None => return,
        }
        for letter in tree.letters(node.bare) {
            reached = reached.step(automaton, u32::from(*letter));
        }
        if reached.is_lost() {
            continue;
        }
        if let (Some(value), Some(edits)) = (tree.value(node), reached.best) {
            found(value, edits);
        }
        match node.bare.kind() {
            TreeKind::End => {}
            TreeKind::Run => pending.push((tree.after(node.bare), reached)),
            // Those on the list count, too: it must not grow without end.
            TreeKind::Fork if left <= pending.len() => return,
            TreeKind::Fork => push_children(tree, node, |letter, child| {
                let reached = reached.step(automaton, letter);
                if !reached.is_lost() {
                    pending.push((child, reached));
                }
            }),
        }
    }
}

/// Visits the children of a branch or junction.
fn push_children(tree: Tree, node: Node, mut push: impl FnMut(u32, Node)) {
    let mut letters = node.set();
    for i in 0..letters.count_ones() as usize {
        if let Some(child) = tree.child(node, i) {
            push(letters.trailing_zeros(), child);
        }
        letters &= letters - 1;
    }
}
