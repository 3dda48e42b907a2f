//! Compiling `data/confusions.csv` into a matrix of costs for each key space.

use crate::compiled::compile::{Row, read};
use crate::error::Result;
use crate::key::{Fold, KeySpace, fold, folded};
use crate::lang::confusion::{NUMBERS, PAIRS, SPACE_COSTS, UNKNOWN_SLIP};
use std::path::Path;

pub(crate) fn compile(folder: &Path) -> Result<Vec<u8>> {
    let mut costs = vec![0; SPACE_COSTS * KeySpace::ALL.len()];
    read(folder, "confusions.csv", |row| {
        let space = row.parse("script", KeySpace::of_name)?;
        let letter = |column, letter: char| number(row, column, space, letter);
        let cost = row.parse("cost", |cost| cost.parse::<u8>().ok())?;
        if cost == 0 || u16::from(cost) > UNKNOWN_SLIP {
            return Err(row.error("cost", "expected hundredths of an edit"));
        }
        let (letters, other) = (row.cell("letter")?, row.cell("other")?);
        let letters: Vec<char> = letters.chars().collect();
        let places = match (letters.as_slice(), other.chars().next()) {
            // The first of two letters that stand for the second.
            (&[first, second], Some(other)) if second == other => {
                let (first, second) = (letter("letter", first)?, letter("letter", second)?);
                [NUMBERS + PAIRS + NUMBERS * first + second; 2]
            }
            (&[one], Some(other)) => {
                let (one, other) = (letter("letter", one)?, letter("other", other)?);
                [(one, other), (other, one)].map(|(a, b)| NUMBERS + NUMBERS * a + b)
            }
            (&[left_out], None) => [letter("letter", left_out)?; 2],
            _ => return Err(row.error("letter", "expected a letter, or two and the second")),
        };
        for place in places {
            costs[SPACE_COSTS * space as usize + place] = cost;
        }
        Ok(())
    })?;
    Ok(costs)
}

/// The number of a letter. One that folding replaces would never be asked for.
fn number(row: Row<'_>, column: &'static str, space: KeySpace, letter: char) -> Result<usize> {
    match fold(letter) {
        Fold::Letter(own, number) if own == space && folded(letter) == Some(letter) => {
            Ok(number.into())
        }
        Fold::Shared(number) => Ok(number.into()),
        _ => Err(row.error(
            column,
            format!("{letter:?} is no folded letter of {space:?}"),
        )),
    }
}
