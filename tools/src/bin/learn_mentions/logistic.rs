//! Logistic regression over signs that are there or not.

/// A name in a text.
#[derive(Clone, Debug)]
pub struct Example {
    /// Numbers of its signs.
    pub signs: Vec<usize>,
    /// Whether it is a place.
    pub place: bool,
    /// Whether the rules do not believe it without a model.
    pub doubtful: bool,
    /// The part of the texts that it is of.
    pub part: usize,
}

/// What each sign weighs, in logits.
#[derive(Debug)]
pub struct Weights {
    weights: Vec<f64>,
}

/// How much large weights cost.
const PENALTY: f64 = 2.0;

/// Newton's method has converged long before so many rounds.
const ROUNDS: usize = 12;

impl Weights {
    /// Learns the weights of so many signs.
    pub fn learn(examples: &[Example], signs: usize) -> Self {
        let mut learned = Weights {
            weights: vec![0.0; signs],
        };
        for _ in 0..ROUNDS {
            let mut slope: Vec<f64> = learned.weights.iter().map(|w| -PENALTY * w).collect();
            let mut curve = vec![vec![0.0; signs]; signs];
            for (at, row) in curve.iter_mut().enumerate() {
                row[at] = PENALTY;
            }
            for example in examples {
                let chance = 1.0 / (1.0 + (-learned.logit(example)).exp());
                let missing = f64::from(u8::from(example.place)) - chance;
                for &a in &example.signs {
                    slope[a] += missing;
                    for &b in &example.signs {
                        curve[a][b] += chance * (1.0 - chance);
                    }
                }
            }
            for (weight, step) in learned.weights.iter_mut().zip(solve(curve, slope)) {
                *weight += step;
            }
        }
        learned
    }

    fn logit(&self, example: &Example) -> f64 {
        example.signs.iter().map(|&sign| self.weights[sign]).sum()
    }

    /// A sign's weight in hundredths of a logit.
    pub fn points(&self, sign: usize) -> i32 {
        (self.weights[sign] * 100.0).round() as i32
    }

    /// What an example weighs, in hundredths of a logit.
    pub fn of(&self, example: &Example) -> i32 {
        example.signs.iter().map(|&sign| self.points(sign)).sum()
    }
}

/// Solves `matrix * x = right` for a symmetric matrix without zeros on its way (Gauss).
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for pivot in 0..size {
        for row in pivot + 1..size {
            let (above, below) = matrix.split_at_mut(row);
            let (from, to) = (&above[pivot], &mut below[0]);
            let factor = to[pivot] / from[pivot];
            for (cell, above) in to.iter_mut().zip(from).skip(pivot) {
                *cell -= factor * above;
            }
            right[row] -= factor * right[pivot];
        }
    }
    for row in (0..size).rev() {
        let solved = right.iter().enumerate().skip(row + 1);
        let known: f64 = solved.map(|(column, x)| matrix[row][column] * x).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    right
}
