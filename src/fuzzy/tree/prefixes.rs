//! The search for keys that begin like a pattern.

use crate::fuzzy::automaton::Automaton;
use crate::fuzzy::pattern::MatchMasks;
use crate::fuzzy::prefix_state::PrefixState;
use crate::fuzzy::tree::{Tree, TreeNode, TreeNodeKind};

/// Finds the keys of which the automaton accepts some prefix; `found` gets their value and the
/// fewest edits that a prefix takes.
pub(super) fn prefixes<W: MatchMasks>(
    tree: Tree,
    automaton: &Automaton<W>,
    mut found: impl FnMut(u64, u8),
) {
    let Some(root) = tree.root() else { return };
    let mut pending = vec![(root, PrefixState::start(automaton))];
    let mut left = tree.max_nodes();
    while let Some((node, mut reached)) = pending.pop() {
        match left.checked_sub(1) {
            Some(fewer) => left = fewer,
            None => return,
        }
        for letter in tree.letters(node.head) {
            reached = reached.step(automaton, u32::from(*letter));
        }
        if reached.is_lost() {
            continue;
        }
        if let (Some(value), Some(edits)) = (tree.value(node), reached.best) {
            found(value, edits);
        }
        match node.head.kind() {
            TreeNodeKind::Leaf => {}
            TreeNodeKind::Chain => pending.push((tree.after(node.head), reached)),
            // Those on the list count, too: it must not grow without end.
            TreeNodeKind::Fork if left <= pending.len() => return,
            TreeNodeKind::Fork => push_children(tree, node, |letter, child| {
                let reached = reached.step(automaton, letter);
                if !reached.is_lost() {
                    pending.push((child, reached));
                }
            }),
        }
    }
}

/// Visits the children of a fork.
fn push_children(tree: Tree, node: TreeNode, mut push: impl FnMut(u32, TreeNode)) {
    let mut letters = node.set();
    for i in 0..letters.count_ones() as usize {
        if let Some(child) = tree.child(node, i) {
            push(letters.trailing_zeros(), child);
        }
        letters &= letters - 1;
    }
}
