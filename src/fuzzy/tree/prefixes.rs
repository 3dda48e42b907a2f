//! The search for keys that begin like a pattern.

use crate::fuzzy::automaton::Automaton;
use crate::fuzzy::pattern::MatchMasks;
use crate::fuzzy::prefix_state::PrefixState;
use crate::fuzzy::tree::{Tree, TreeNodeKind};

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
            TreeNodeKind::Fork => {
                let mut letters = node.set();
                for i in 0..letters.count_ones() as usize {
                    let reached = reached.step(automaton, letters.trailing_zeros());
                    // Only of those that may lead on is anything read.
                    if !reached.is_lost()
                        && let Some(child) = tree.child(node, i)
                    {
                        pending.push((child, reached));
                    }
                    letters &= letters - 1;
                }
            }
        }
    }
}
