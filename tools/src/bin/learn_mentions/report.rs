//! What a model would do, and whether its scores mean what they say.

use crate::logistic::Example;
use std::io::{self, Write};

/// An example with what a model that did not see it says of it.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    pub score: u16,
    pub place: bool,
    pub doubtful: bool,
}

impl Judged {
    pub fn of(example: &Example, weight: i32, steps: &[(i32, i64)]) -> Judged {
        Judged {
            score: score(weight, steps),
            place: example.place,
            doubtful: example.doubtful,
        }
    }
}

/// The score of a weight, as the library works it out.
fn score(weight: i32, steps: &[(i32, i64)]) -> u16 {
    let at = steps.partition_point(|step| step.0 <= weight);
    let (below, above) = (at.checked_sub(1).map(|at| steps[at]), steps.get(at));
    let score = match (below, above) {
        (Some((from, low)), Some((to, high))) => {
            low + i64::from(weight - from) * (high - low) / i64::from(to - from)
        }
        (Some((_, score)), None) => score,
        (None, Some((_, score))) => *score,
        (None, None) => 0,
    };
    score.clamp(0, 1000) as u16
}

/// Minimum scores that are tried: of what the rules accept, and of what they are in doubt about.
const ACCEPTED: [u16; 6] = [0, 250, 350, 450, 550, 650];
const DOUBTFUL: [u16; 5] = [1001, 800, 700, 600, 500];

/// Prints what leaving out the names below a score does, by overlapping spans, and how often a score is
/// right.
pub fn report(out: &mut impl Write, title: &str, judged: &[Judged], gold: usize) -> io::Result<()> {
    let places = judged.iter().filter(|judged| judged.place).count();
    writeln!(
        out,
        "{title}: {} names, {places} of them places; gold has {gold}",
        judged.len()
    )?;
    writeln!(out, "accepted  doubtful   precision  recall      F1")?;
    for accepted in ACCEPTED {
        row(out, judged, gold, accepted, DOUBTFUL[0])?;
    }
    for doubtful in &DOUBTFUL[1..] {
        row(out, judged, gold, 0, *doubtful)?;
    }
    reliability(out, judged)
}

fn row(
    out: &mut impl Write,
    judged: &[Judged],
    gold: usize,
    accepted: u16,
    doubtful: u16,
) -> io::Result<()> {
    let least = |judged: &&Judged| match judged.doubtful {
        true => judged.score >= doubtful,
        false => judged.score >= accepted,
    };
    let (mut found, mut right) = (0, 0);
    for judged in judged.iter().filter(least) {
        found += 1;
        right += usize::from(judged.place);
    }
    let share = |of: usize| right as f64 / of.max(1) as f64;
    let f1 = 2.0 * right as f64 / (found + gold).max(1) as f64;
    let doubtful = match doubtful {
        1001 => "none".to_owned(),
        least => least.to_string(),
    };
    writeln!(
        out,
        "{accepted:>8}  {doubtful:>8}       {:.3}   {:.3}   {f1:.4}",
        share(found),
        share(gold)
    )
}

/// Number of groups of scores.
const BINS: usize = 10;

/// Prints the share of places by score, and the expected calibration error.
fn reliability(out: &mut impl Write, judged: &[Judged]) -> io::Result<()> {
    let mut bins = [(0usize, 0usize, 0usize); BINS];
    for judged in judged {
        let bin = &mut bins[(usize::from(judged.score) * BINS / 1001).min(BINS - 1)];
        bin.0 += 1;
        bin.1 += usize::from(judged.place);
        bin.2 += usize::from(judged.score);
    }
    writeln!(out, "score      names   mean   places")?;
    let mut error = 0.0;
    for (at, (names, places, scores)) in bins.into_iter().enumerate() {
        if names == 0 {
            continue;
        }
        let (mean, share) = (
            scores as f64 / 1000.0 / names as f64,
            places as f64 / names as f64,
        );
        error += (mean - share).abs() * names as f64 / judged.len() as f64;
        writeln!(out, "{:>5} {names:>10}  {mean:.3}    {share:.3}", at * 100)?;
    }
    writeln!(out, "expected calibration error {error:.3}\n")
}
