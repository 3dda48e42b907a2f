//! Decision trees over the letters around a letter.

use crate::model::{Around, ROMAN, Seen};

/// Classes of letters that a question may ask for, besides each letter alone.
const CLASSES: &[&str] = &[
    "# ",
    "aeiouyəıöü",
    "aeiouyəıöü# ",
    "eiyəöü",
    "aouı",
    "ou",
    "ei",
    "iy",
    "hw",
    "bpfvm",
    "tdsz",
    "kgqc",
    "lr",
    "lrmn",
    "mn",
    "sh",
    "kcq",
    "aeo",
    "hc",
];

/// Distances that are asked about, the nearest first.
const DISTANCES: [i8; 6] = [1, -1, 2, -2, 3, -3];

/// A tree a letter.
pub enum Tree {
    Question {
        at: i8,
        letters: String,
        yes: Box<Tree>,
        no: Box<Tree>,
    },
    Answer(Vec<f64>),
}

/// How many letters' worth the answer above a branch is.
const PARENT_WEIGHT: f64 = 4.0;

/// No branch is made for fewer letters.
const LEAST_SEEN: f64 = 4.0;

impl Tree {
    pub fn leaf(chances: Vec<f64>) -> Tree {
        Tree::Answer(chances)
    }

    pub fn answer(&self, around: &Around) -> &[f64] {
        match self {
            Tree::Answer(chances) => chances,
            Tree::Question {
                at,
                letters,
                yes,
                no,
            } => match asks(around, *at, letters) {
                true => yes.answer(around),
                false => no.answer(around),
            },
        }
    }

    pub fn answers(&self) -> usize {
        match self {
            Tree::Answer(_) => 1,
            Tree::Question { yes, no, .. } => yes.answers() + no.answers(),
        }
    }

    /// Grows a tree, question by question, as long as one explains enough.
    pub fn grow(seen: &[Seen], spellings: usize, min_gain: f64) -> Tree {
        let all: Vec<&Seen> = seen.iter().collect();
        grow(&all, spellings, min_gain)
    }

    /// Estimates the answers: what was seen, smoothed by the answer above.
    pub fn estimate(&mut self, seen: &[Seen], prior: &[f64], weight: f64) {
        let all: Vec<&Seen> = seen.iter().collect();
        estimate(self, &all, prior, weight);
    }
}

fn asks(around: &Around, at: i8, letters: &str) -> bool {
    letters.contains(around[(at + 3) as usize])
}

fn estimate(tree: &mut Tree, seen: &[&Seen], above: &[f64], weight: f64) {
    let mut chances: Vec<f64> = above.iter().map(|chance| chance * weight).collect();
    let counts = counts(seen, above.len());
    let sum: f64 = counts.iter().sum::<f64>() + weight;
    for (chance, count) in chances.iter_mut().zip(&counts) {
        *chance = (*chance + count) / sum;
    }
    match tree {
        Tree::Answer(own) => *own = chances,
        Tree::Question {
            at,
            letters,
            yes,
            no,
        } => {
            let (in_yes, in_no): (Vec<&Seen>, Vec<&Seen>) = seen
                .iter()
                .partition(|seen| asks(&seen.around, *at, letters));
            estimate(yes, &in_yes, &chances, PARENT_WEIGHT);
            estimate(no, &in_no, &chances, PARENT_WEIGHT);
        }
    }
}

fn counts(seen: &[&Seen], spellings: usize) -> Vec<f64> {
    let mut counts = vec![0.0; spellings];
    for seen in seen {
        for (spelling, chance) in &seen.spelled {
            counts[*spelling] += chance;
        }
    }
    counts
}

/// Log likelihood of counts by themselves.
fn fit(counts: &[f64]) -> f64 {
    let sum: f64 = counts.iter().sum();
    let part = |count: &f64| count * (count / sum).ln();
    counts.iter().filter(|count| **count > 0.0).map(part).sum()
}

fn grow(seen: &[&Seen], spellings: usize, min_gain: f64) -> Tree {
    let whole = counts(seen, spellings);
    let enough: f64 = whole.iter().sum();
    let fit_whole = fit(&whole);
    let mut best: Option<(f64, i8, String)> = None;
    if enough >= 2.0 * LEAST_SEEN {
        for at in DISTANCES {
            // Counts by the letter there, of which each class is a sum.
            let letters: Vec<char> = ROMAN.chars().chain(['#']).collect();
            let mut by_letter = vec![vec![0.0; spellings]; letters.len()];
            for seen in seen {
                let there = seen.around[(at + 3) as usize];
                if let Some(k) = letters.iter().position(|letter| *letter == there) {
                    for (spelling, chance) in &seen.spelled {
                        by_letter[k][*spelling] += chance;
                    }
                }
            }
            let mut ask = |class: String| {
                let mut yes = vec![0.0; spellings];
                for (letter, counts) in letters.iter().zip(&by_letter) {
                    if class.contains(*letter) {
                        yes.iter_mut()
                            .zip(counts)
                            .for_each(|(sum, count)| *sum += count);
                    }
                }
                let no: Vec<f64> = whole
                    .iter()
                    .zip(&yes)
                    .map(|(all, yes)| (all - yes).max(0.0))
                    .collect();
                let least = yes.iter().sum::<f64>().min(no.iter().sum());
                let gain = fit(&yes) + fit(&no) - fit_whole;
                // Far letters explain by chance more easily.
                let needed = min_gain * (1.0 + 0.25 * f64::from(at.abs() - 1));
                if least >= LEAST_SEEN
                    && gain > needed
                    && best.as_ref().is_none_or(|(best, ..)| gain > *best + 1e-9)
                {
                    best = Some((gain, at, class));
                }
            };
            for class in CLASSES {
                ask((*class).to_owned());
            }
            for letter in ROMAN.chars().filter(|c| !c.is_ascii_digit() && *c != ' ') {
                ask(letter.to_string());
            }
        }
    }
    let Some((_, at, letters)) = best else {
        return Tree::Answer(whole);
    };
    let (yes, no): (Vec<&Seen>, Vec<&Seen>) = seen
        .iter()
        .partition(|seen| asks(&seen.around, at, &letters));
    Tree::Question {
        at,
        yes: Box::new(grow(&yes, spellings, min_gain)),
        no: Box::new(grow(&no, spellings, min_gain)),
        letters,
    }
}
