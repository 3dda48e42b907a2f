//! The noisy channel: how likely each romanization of each Arabic letter is, given the letters and
//! signs around it.

use crate::corpus::{Pair, Row};
use crate::prior::{LONGEST, weight};
use std::collections::{BTreeMap, HashMap};

/// What is known around a letter: its number of parts says how much of it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Context {
    pub letter: char,
    pub next: Option<char>,
    /// The class of the sign before.
    pub before: Option<char>,
    pub previous: Option<char>,
}

impl Context {
    /// The context without the part that is given up first.
    pub fn shorter(self) -> Option<Context> {
        let mut shorter = self;
        let part = [
            &mut shorter.previous,
            &mut shorter.before,
            &mut shorter.next,
        ]
        .into_iter()
        .find(|part| part.is_some())?;
        *part = None;
        Some(shorter)
    }
}

/// The class of a sign as the next letter's romanization depends on it: vowels each for itself, all
/// consonants one.
pub fn class(before: Option<&char>) -> char {
    match before {
        None | Some(' ') => '#',
        Some(sign) if "Aaeiouywāīū".contains(*sign) => *sign,
        Some(_) => 'c',
    }
}

/// Counts of what was seen in a context, or its chances.
type Table = BTreeMap<String, f64>;

#[derive(Default)]
pub struct Model {
    pub counts: BTreeMap<Context, Table>,
    /// What a letter may be at all.
    allowed: HashMap<(char, String), f64>,
    sums: HashMap<char, f64>,
    chances: HashMap<(Context, String), f64>,
}

/// A sign that no letter accounts for, an article or a space.
pub const EXTRA: f64 = 0.003;

/// Fewer sightings than this are none.
const LEAST: f64 = 0.05;

struct Step {
    from: usize,
    to: usize,
    chance: f64,
}

impl Model {
    /// A model that knows the hand table alone, of all that the rows hold.
    pub fn new(rows: &[Row]) -> Model {
        let mut model = Model::default();
        let letters: std::collections::BTreeSet<char> = rows
            .iter()
            .flat_map(|r| r.arabic.iter().flatten())
            .copied()
            .collect();
        let mut pieces = std::collections::HashSet::new();
        for signs in rows.iter().flat_map(|row| &row.latin) {
            for from in 0..=signs.len() {
                for to in from..=signs.len().min(from + LONGEST) {
                    pieces.insert(signs[from..to].to_vec());
                }
            }
        }
        for letter in letters {
            let mut sum = 0.0;
            for piece in &pieces {
                let weight = weight(letter, piece);
                if weight > 0.0 {
                    model
                        .allowed
                        .insert((letter, piece.iter().collect()), weight);
                    sum += weight;
                }
            }
            model.sums.insert(letter, sum);
        }
        model
    }

    fn prior(&self, letter: char, piece: &str) -> f64 {
        let weight = self.allowed.get(&(letter, piece.to_owned()));
        weight.map_or(0.0, |weight| weight / self.sums[&letter])
    }

    /// The chance of a romanization: what was seen in the context, and for what was not, the
    /// shorter context's (Witten and Bell).
    pub fn chance(&self, context: Context, piece: &str) -> f64 {
        let below = match context.shorter() {
            Some(shorter) => self.chance(shorter, piece),
            None => self.prior(context.letter, piece),
        };
        let Some(seen) = self.counts.get(&context) else {
            return below;
        };
        let total: f64 = seen.values().sum();
        let kinds = seen.len() as f64;
        (seen.get(piece).copied().unwrap_or(0.0) + kinds * below) / (total + kinds)
    }

    fn cached(&mut self, context: Context, piece: &str) -> f64 {
        if let Some(chance) = self.chances.get(&(context, piece.to_owned())) {
            return *chance;
        }
        let chance = self.chance(context, piece);
        self.chances.insert((context, piece.to_owned()), chance);
        chance
    }

    /// The steps from each (letter, sign), by letter.
    fn steps(&mut self, pair: &Pair) -> Vec<Vec<(Step, Context)>> {
        let (arabic, latin) = (&pair.arabic, &pair.latin);
        let pieces: Vec<Vec<String>> = (0..=latin.len())
            .map(|from| {
                (from..=latin.len().min(from + LONGEST))
                    .map(|to| latin[from..to].iter().collect())
                    .collect()
            })
            .collect();
        let mut rows = Vec::new();
        for (i, letter) in arabic.iter().enumerate() {
            let mut row = Vec::new();
            for (from, pieces) in pieces.iter().enumerate() {
                for (length, piece) in pieces.iter().enumerate() {
                    if !self.allowed.contains_key(&(*letter, piece.clone())) {
                        continue;
                    }
                    let context = Context {
                        letter: *letter,
                        next: Some(arabic.get(i + 1).copied().unwrap_or('#')),
                        before: Some(class(from.checked_sub(1).and_then(|at| latin.get(at)))),
                        previous: Some(match i {
                            0 => '#',
                            i => arabic[i - 1],
                        }),
                    };
                    let chance = self.cached(context, piece);
                    row.push((
                        Step {
                            from,
                            to: from + length,
                            chance,
                        },
                        context,
                    ));
                }
            }
            rows.push(row);
        }
        rows
    }

    /// The logarithm of the chance of a pair, with what was seen in it if it is wanted.
    pub fn align(&mut self, pair: &Pair, mut seen: Option<&mut BTreeMap<Context, Table>>) -> f64 {
        let rows = self.steps(pair);
        let (n, m) = (pair.arabic.len(), pair.latin.len());
        let extra = |at: usize| matches!(pair.latin[at], 'A' | ' ');
        let mut forward = vec![vec![0.0; m + 1]; n + 1];
        forward[0][0] = 1.0;
        for i in 0..=n {
            for j in 0..m {
                if extra(j) {
                    forward[i][j + 1] += forward[i][j] * EXTRA;
                }
            }
            if i < n {
                for (step, _) in &rows[i] {
                    let chance = forward[i][step.from] * step.chance;
                    forward[i + 1][step.to] += chance;
                }
            }
        }
        let total: f64 = forward[n][m];
        if total <= 0.0 {
            return f64::NEG_INFINITY;
        }
        if let Some(seen) = seen.as_mut() {
            let mut back = vec![vec![0.0; m + 1]; n + 1];
            back[n][m] = 1.0;
            for i in (0..=n).rev() {
                if i < n {
                    for (step, _) in &rows[i] {
                        let chance = back[i + 1][step.to] * step.chance;
                        back[i][step.from] += chance;
                    }
                }
                for j in (0..m).rev() {
                    if extra(j) {
                        back[i][j] += back[i][j + 1] * EXTRA;
                    }
                }
            }
            for (i, row) in rows.iter().enumerate() {
                for (step, context) in row {
                    let chance = forward[i][step.from] * step.chance * back[i + 1][step.to] / total;
                    if chance > 0.001 {
                        let piece: String = pair.latin[step.from..step.to].iter().collect();
                        let mut context = Some(*context);
                        while let Some(at) = context {
                            *seen
                                .entry(at)
                                .or_default()
                                .entry(piece.clone())
                                .or_default() += chance;
                            context = at.shorter();
                        }
                    }
                }
            }
        }
        total.ln()
    }

    /// The likeliest pair of each row, if it is likely enough: at most so many nats a sign.
    pub fn pairs(&mut self, rows: &[Row], most: f64) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for row in rows {
            let mut best: Option<(f64, Pair)> = None;
            for arabic in &row.arabic {
                for latin in &row.latin {
                    let pair = Pair {
                        arabic: arabic.clone(),
                        latin: latin.clone(),
                    };
                    let nats = -self.align(&pair, None) / latin.len().max(1) as f64;
                    if nats <= most && best.as_ref().is_none_or(|(least, _)| nats < *least) {
                        best = Some((nats, pair));
                    }
                }
            }
            pairs.extend(best.map(|(_, pair)| pair));
        }
        pairs
    }

    /// One round of estimation; the mean of nats a sign.
    pub fn learn(&mut self, pairs: &[Pair]) -> f64 {
        let mut seen = BTreeMap::new();
        let (mut nats, mut signs) = (0.0, 0);
        for pair in pairs {
            let likelihood = self.align(pair, Some(&mut seen));
            if likelihood.is_finite() {
                nats -= likelihood;
                signs += pair.latin.len();
            }
        }
        for table in seen.values_mut() {
            table.retain(|_, count| *count >= LEAST);
        }
        seen.retain(|_, table| !table.is_empty());
        self.counts = seen;
        self.chances.clear();
        nats / signs.max(1) as f64
    }
}
