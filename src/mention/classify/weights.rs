//! The weights of the features, and the share of places among the mentions of a weight.

use crate::compiled::bytes::{u16_at, u32_at};
use crate::compiled::{Section, section};
use crate::mention::feature::Cues;

/// The weight of each feature, by its number: four bytes.
const WEIGHTS: &[u8] = section(Section::Weights);

/// Weights in ascending order (4 bytes), each with the confidence from there on, in thousandths (2).
const CONFIDENCES: &[u8] = section(Section::Confidences);
const CONFIDENCE_BYTES: usize = 6;

fn confidence_at(row: &[u8]) -> (i32, u16) {
    (u32_at(row, 0).cast_signed(), u16_at(row, 4))
}

/// The confidence of a mention with these features, in thousandths.
pub(super) fn confidence(cues: Cues) -> u16 {
    let weights = cues
        .iter()
        .map(|cue| u32_at(WEIGHTS, 4 * cue as usize).cast_signed());
    let weight: i32 = weights.sum();
    let (rows, _) = CONFIDENCES.as_chunks::<CONFIDENCE_BYTES>();
    let at = rows.partition_point(|row| confidence_at(row).0 <= weight);
    let row = |at: usize| rows.get(at).map(|row| confidence_at(row));
    let (below, above) = (at.checked_sub(1).and_then(row), row(at));
    match (below, above) {
        (Some((from, low)), Some((to, high))) => {
            let part = i64::from(weight - from) * (i64::from(high) - i64::from(low));
            (i64::from(low) + part / i64::from(to - from)) as u16
        }
        (Some((_, score)), None) | (None, Some((_, score))) => score,
        (None, None) => 0,
    }
}
