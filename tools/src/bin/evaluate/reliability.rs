//! Whether scores mean what they say: of the answers at 900, how many are right?

use crate::counts::share;
use std::io::{self, Write};

/// Answers by their score.
#[derive(Debug, Default)]
pub struct Reliability {
    bins: [Bin; BINS],
}

#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    answers: usize,
    right: usize,
    points: usize,
}

/// Scores go from 0 to 1000; a bin has fifty points, the last one 1000 too.
const BINS: usize = 20;
const WIDTH: usize = 50;

impl Reliability {
    pub fn add(&mut self, score: u16, right: bool) {
        let bin = &mut self.bins[(usize::from(score) / WIDTH).min(BINS - 1)];
        bin.answers += 1;
        bin.right += usize::from(right);
        bin.points += usize::from(score);
    }

    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\nscore       answers   mean score   right")?;
        for (at, bin) in self
            .bins
            .iter()
            .enumerate()
            .filter(|(_, bin)| bin.answers > 0)
        {
            let from = at * WIDTH;
            let mean = bin.points as f64 / bin.answers as f64;
            let right = share(bin.right, bin.answers);
            let to = if at + 1 == BINS {
                1000
            } else {
                from + WIDTH - 1
            };
            writeln!(
                out,
                "{from:>4}-{to:<4} {:>9} {mean:>12.0} {right:>7.3}",
                bin.answers
            )?;
        }
        Ok(())
    }
}
