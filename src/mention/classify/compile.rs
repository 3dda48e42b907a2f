//! Compiling the tables of weights and of confidences.

use crate::compiled::compile::{Writer, read};
use crate::error::{Error, Result};
use crate::mention::feature::Cue;
use std::path::Path;

/// The weight of each feature, by its number; of one that the table lacks 0.
pub(crate) fn weights(folder: &Path) -> Result<Vec<u8>> {
    let mut weights = vec![0i32; Cue::ALL.len()];
    read(folder, "mention_weights.csv", |row| {
        let cue = row.parse("sign", |sign| {
            Cue::ALL.iter().find(|known| known.name() == sign)
        })?;
        weights[*cue as usize] = row.parse("weight", |weight| weight.parse().ok())?;
        Ok(())
    })?;
    Ok(weights.into_iter().flat_map(i32::to_le_bytes).collect())
}

/// Weights in ascending order, each with a confidence.
pub(crate) fn confidences(folder: &Path) -> Result<Vec<u8>> {
    const FILE: &str = "mention_scores.csv";
    let mut scores: Vec<(i32, u16)> = Vec::new();
    read(folder, FILE, |row| {
        let weight = row.parse("weight", |weight| weight.parse().ok())?;
        let score = row.parse("score", |score| score.parse().ok())?;
        if score > 1000
            || scores
                .last()
                .is_some_and(|last| last.0 >= weight || last.1 > score)
        {
            return Err(row.error("score", "expected ascending rows of thousandths"));
        }
        scores.push((weight, score));
        Ok(())
    })?;
    if scores.len() < 2 {
        return Err(Error::row(
            FILE,
            1,
            None,
            "expected two rows at least".to_owned(),
        ));
    }
    let mut compiled = Writer::default();
    for (weight, score) in scores {
        compiled.u32(weight.cast_unsigned());
        compiled.u16(score);
    }
    Ok(compiled.0)
}
