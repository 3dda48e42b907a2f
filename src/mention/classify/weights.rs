//! The weights of the features, and the share of places among the mentions of a weight.

use crate::mention::feature::{Cue, Cues};
use std::sync::OnceLock;

/// The tables of weights and of confidences.
struct Weights {
    by_cue: Vec<i32>,
    /// Weights in ascending order, each with the confidence from there on, in thousandths.
    scores: Vec<(i32, u16)>,
}

impl Weights {
    fn get() -> &'static Weights {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Weights {
            by_cue: Cue::ALL.iter().map(|cue| weight_of(cue.name())).collect(),
            scores: rows(include_str!("../../../data/mention_scores.csv"))
                .filter_map(|(weight, score)| Some((weight.parse().ok()?, score.parse().ok()?)))
                .collect(),
        })
    }
}

/// The rows of a table of two columns, after the header.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().skip(1).filter_map(|row| row.split_once(','))
}

/// The weight of a feature; of one that the table lacks 0.
fn weight_of(name: &str) -> i32 {
    rows(include_str!("../../../data/mention_weights.csv"))
        .find(|(cue, _)| *cue == name)
        .and_then(|(_, weight)| weight.parse().ok())
        .unwrap_or(0)
}

/// The confidence of a mention with these features, in thousandths.
pub(super) fn confidence(cues: Cues) -> u16 {
    let weights = Weights::get();
    let weight: i32 = cues.iter().map(|cue| weights.by_cue[cue as usize]).sum();
    let scores = &weights.scores;
    let at = scores.partition_point(|(from, _)| *from <= weight);
    let (below, above) = (
        at.checked_sub(1).and_then(|at| scores.get(at)),
        scores.get(at),
    );
    match (below, above) {
        (Some(&(from, low)), Some(&(to, high))) => {
            let part = i64::from(weight - from) * (i64::from(high) - i64::from(low));
            (i64::from(low) + part / i64::from(to - from)) as u16
        }
        (Some(&(_, score)), None) | (None, Some(&(_, score))) => score,
        (None, None) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_feature_and_confidences_ascend() {
        for (cue, weight) in rows(include_str!("../../../data/mention_weights.csv")) {
            assert!(Cue::ALL.iter().any(|known| known.name() == cue), "{cue}");
            weight.parse::<i32>().unwrap();
        }
        let scores = &Weights::get().scores;
        assert!(scores.len() >= 2);
        assert!(scores.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1));
        assert!(scores.iter().all(|(_, score)| *score <= 1000));
    }
}
