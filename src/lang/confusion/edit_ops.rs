//! Which slips make a spelling of a name: the alignment that [`cost`](super::cost) weighs, over
//! the letters before folding, so that ة for ه shows too.

use crate::key::{Key, folded};
use crate::lang::confusion::{Weights, letter_fold_cost};
use crate::model::edit_op::EditOp;

/// Longer alignments are not explained: nobody reads them.
const MAX_CELLS: usize = 64 * 64;

/// A sign that folding leaves out: hamza, a Cyrillic hard sign.
const SIGN: u16 = 10;

/// How a cell of the alignment was reached.
#[derive(Clone, Copy)]
enum Step {
    /// A letter for a letter, the same one or another.
    Replaced,
    /// A letter of the spelling that the name has not.
    Extra,
    /// A letter of the name that the spelling has not.
    SkippedRows,
    Swapped,
}

/// The slips that make the spelling of the name, in the order of the letters; both normalized.
pub(crate) fn edit_ops(written: &str, name: &str) -> Vec<EditOp> {
    let (a, b) = (letters(written), letters(name));
    if (a.len() + 1).saturating_mul(b.len() + 1) > MAX_CELLS {
        return Vec::new();
    }
    let weights = Weights::of(Key::of(name).space());
    let same_length = a.len() == b.len();
    let added = |letters: &[AlignedLetter]| -> Vec<u16> {
        let each = letters.iter().enumerate().map(|(at, (_, letter))| {
            let numbered = |letter: Option<char>| letter.map(|letter| weights.numbered(letter));
            let before = at.checked_sub(1).and_then(|at| numbered(letters[at].1));
            let after = letters.get(at + 1).and_then(|after| numbered(after.1));
            numbered(*letter).map_or(SIGN, |letter| weights.added(at, letter, before, after))
        });
        each.collect()
    };
    let (extra, left_out) = (added(&a), added(&b));
    let replaced = |i: usize, j: usize| match (a[i], b[j]) {
        ((x, _), (y, _)) if x == y => 0,
        ((x, Some(fx)), (y, Some(fy))) if fx == fy => letter_fold_cost(x, y, same_length),
        ((_, Some(fx)), (_, Some(fy))) => {
            weights.replaced(i.min(j), weights.numbered(fx), weights.numbered(fy))
        }
        _ => 2 * SIGN,
    };
    let width = b.len() + 1;
    let mut cells = vec![(0u16, Step::Replaced); (a.len() + 1) * width];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let at = i * width + j;
            let mut best = (u16::MAX, Step::Replaced);
            let mut offer = |from: usize, cost: u16, step: Step| {
                let cost = cells[from].0.saturating_add(cost);
                if cost < best.0 {
                    best = (cost, step);
                }
            };
            if i > 0 && j > 0 {
                offer(at - width - 1, replaced(i - 1, j - 1), Step::Replaced);
            }
            if i > 1 && j > 1 && a[i - 1].1 == b[j - 2].1 && a[i - 2].1 == b[j - 1].1 {
                offer(
                    at - 2 * width - 2,
                    crate::lang::confusion::SWAP,
                    Step::Swapped,
                );
            }
            if i > 0 {
                offer(at - width, extra[i - 1], Step::Extra);
            }
            if j > 0 {
                offer(at - 1, left_out[j - 1], Step::SkippedRows);
            }
            if at > 0 {
                cells[at] = best;
            }
        }
    }
    let mut edit_ops = Vec::new();
    let (mut i, mut j) = (a.len(), b.len());
    while (i, j) != (0, 0) {
        let at = i * width + j;
        let (cost, step) = cells[at];
        let (back_i, back_j) = match step {
            Step::Replaced => (1, 1),
            Step::Extra => (1, 0),
            Step::SkippedRows => (0, 1),
            Step::Swapped => (2, 2),
        };
        let text = |letters: &[AlignedLetter]| letters.iter().map(|(letter, _)| letter).collect();
        let before = (i - back_i) * width + (j - back_j);
        let edit_op = EditOp {
            written: text(&a[i - back_i..i]),
            name: text(&b[j - back_j..j]),
            cost: cost.saturating_sub(cells[before].0),
        };
        if edit_op.written != edit_op.name {
            edit_ops.push(edit_op);
        }
        (i, j) = (i - back_i, j - back_j);
    }
    edit_ops.reverse();
    edit_ops
}

/// A letter and what it folds to.
type AlignedLetter = (char, Option<char>);

fn letters(text: &str) -> Vec<AlignedLetter> {
    text.chars()
        .map(|letter| (letter, folded(letter)))
        .collect()
}
