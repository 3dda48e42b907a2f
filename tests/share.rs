//! Shares of right answers: what must not be lost again.
#![cfg(feature = "embedded")]

use std::collections::BTreeMap;

/// A share of fewer answers says nothing.
const FEWEST: usize = 20;

/// Right answers, and what was wrong with the others.
#[derive(Debug, Default)]
pub struct Tally {
    pub right: usize,
    pub wrong: Vec<String>,
}

impl Tally {
    pub fn share(&self) -> f64 {
        self.right as f64 / self.asked() as f64
    }

    fn asked(&self) -> usize {
        self.right + self.wrong.len()
    }
}

/// A tally for each language or class.
#[derive(Debug, Default)]
pub struct Tallies(BTreeMap<String, Tally>);

impl Tallies {
    /// Counts an answer: right, or what was wrong with it.
    pub fn count(&mut self, of: &str, answer: Result<(), String>) {
        let tally = self.0.entry(of.to_owned()).or_default();
        match answer {
            Ok(()) => tally.right += 1,
            Err(wrong) => tally.wrong.push(wrong),
        }
    }

    /// Asserts that of each at least so many in a hundred are right; of those in `but`, so many as
    /// stand there. Prints every failure.
    ///
    /// # Panics
    /// Also if one of `but` was never asked, or fewer than `FEWEST` times.
    pub fn assert(&self, least: f64, but: &[(&str, f64)]) {
        let (mut report, mut fails) = (String::new(), Vec::new());
        assert!(!self.0.is_empty(), "nothing was asked");
        for (of, tally) in &self.0 {
            let reached = 100.0 * tally.share();
            report += &format!("{of}: {reached:.1} of 100 ({} asked)\n", tally.asked());
            for wrong in &tally.wrong {
                report += &format!("    {wrong}\n");
            }
            let known = but.iter().find(|(known, _)| known == of);
            let least = known.map_or(least, |known| known.1);
            if reached < least || tally.asked() < FEWEST {
                let asked = tally.asked();
                fails.push(format!("{of}: {reached:.1} of {asked}, expected {least}"));
            }
        }
        for (of, _) in but {
            if !self.0.contains_key(*of) {
                fails.push(format!("{of}: never asked"));
            }
        }
        // Shown by `--nocapture`, and where the assertion fails.
        println!("{report}");
        assert!(fails.is_empty(), "{}", fails.join("\n"));
    }
}
