//! Decision trees over the letters around a letter.

use crate::model::{Around, ROMAN, Seen};
use toponym::Orthography;

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

/// Habits that a question may ask for together, besides each alone.
const FAMILIES: &[&str] = &[
    "es fr it pt",
    "es pt",
    "fr fr-of",
    "be fr",
    "be ch fr",
    "ch de",
    "be nl",
    "be ch de nl nordic",
    "cs pl",
    "az tr",
    "hy ka ru",
    "Cyrl Cyrl-h",
    "Armn Geor",
    "Armn Cyrl Cyrl-h Geor",
    "en any",
];

/// What a question explains less when it asks for a habit: the same letters are read alike by
/// most.
const HABIT_GAIN: f64 = 1.5;

/// A question about a letter.
#[derive(Clone)]
pub enum Question {
    /// Whether the letter at this distance is one of these.
    Letter(i8, String),
    /// Whether the name is read by one of these habits, by their names.
    Orthography(String),
}

impl Question {
    fn is_yes(&self, around: &Around) -> bool {
        match self {
            Question::Letter(at, letters) => letters.contains(around.letter(*at)),
            Question::Orthography(habits) => is_among(around.orthography, habits),
        }
    }
}

fn is_among(orthography: Orthography, habits: &str) -> bool {
    habits
        .split(' ')
        .any(|name| Orthography::named(name) == Some(orthography))
}

/// As the table has it.
impl std::fmt::Display for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Question::Letter(at, letters) => write!(f, "{at:+} {}", letters.replace(' ', "_")),
            Question::Orthography(habits) => write!(f, "in {habits}"),
        }
    }
}

/// A tree a letter.
pub enum Tree {
    Question {
        question: Question,
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
            Tree::Question { question, yes, no } => match question.is_yes(around) {
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

fn estimate(tree: &mut Tree, seen: &[&Seen], above: &[f64], weight: f64) {
    let mut chances: Vec<f64> = above.iter().map(|chance| chance * weight).collect();
    let counts = counts(seen, above.len());
    let sum: f64 = counts.iter().sum::<f64>() + weight;
    for (chance, count) in chances.iter_mut().zip(&counts) {
        *chance = (*chance + count) / sum;
    }
    match tree {
        Tree::Answer(own) => *own = chances,
        Tree::Question { question, yes, no } => {
            let (in_yes, in_no): (Vec<&Seen>, Vec<&Seen>) =
                seen.iter().partition(|seen| question.is_yes(&seen.around));
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
    let mut best: Option<(f64, Question)> = None;
    let mut ask = |yes: &[f64], needed: f64, question: &dyn Fn() -> Question| {
        let no: Vec<f64> = whole
            .iter()
            .zip(yes)
            .map(|(all, yes)| (all - yes).max(0.0))
            .collect();
        let least = yes.iter().sum::<f64>().min(no.iter().sum());
        let gain = fit(yes) + fit(&no) - fit_whole;
        if least >= LEAST_SEEN
            && gain > needed
            && best.as_ref().is_none_or(|(best, _)| gain > *best + 1e-9)
        {
            best = Some((gain, question()));
        }
    };
    if enough >= 2.0 * LEAST_SEEN {
        let letters: Vec<char> = ROMAN.chars().chain(['#']).collect();
        for at in DISTANCES {
            let there = |seen: &Seen| {
                let there = seen.around.letter(at);
                letters.iter().position(|letter| *letter == there)
            };
            let by_letter = counts_by(seen, spellings, letters.len(), there);
            // Far letters explain by chance more easily.
            let needed = min_gain * (1.0 + 0.25 * f64::from(at.abs() - 1));
            let single = ROMAN.chars().filter(|c| !c.is_ascii_digit() && *c != ' ');
            let classes = CLASSES.iter().map(|class| (*class).to_owned());
            for class in classes.chain(single.map(String::from)) {
                let among = |at: usize| class.contains(letters[at]);
                let yes = sum_of(&by_letter, spellings, among);
                ask(&yes, needed, &|| Question::Letter(at, class.clone()));
            }
        }
        let habits: Vec<(Orthography, &str)> = Orthography::all().collect();
        let read = |seen: &Seen| {
            habits
                .iter()
                .position(|(orthography, _)| *orthography == seen.around.orthography)
        };
        let by_habit = counts_by(seen, spellings, habits.len(), read);
        let single = habits.iter().map(|(_, name)| *name);
        for family in FAMILIES.iter().copied().chain(single) {
            let among = |at: usize| is_among(habits[at].0, family);
            let yes = sum_of(&by_habit, spellings, among);
            ask(&yes, min_gain * HABIT_GAIN, &|| {
                Question::Orthography(family.to_owned())
            });
        }
    }
    let Some((_, question)) = best else {
        return Tree::Answer(whole);
    };
    let (yes, no): (Vec<&Seen>, Vec<&Seen>) =
        seen.iter().partition(|seen| question.is_yes(&seen.around));
    Tree::Question {
        question,
        yes: Box::new(grow(&yes, spellings, min_gain)),
        no: Box::new(grow(&no, spellings, min_gain)),
    }
}

/// How often each spelling was seen, by the group that a place belongs to. A class of letters
/// or habits is a sum of groups.
fn counts_by(
    seen: &[&Seen],
    spellings: usize,
    groups: usize,
    group: impl Fn(&Seen) -> Option<usize>,
) -> Vec<Vec<f64>> {
    let mut by_group = vec![vec![0.0; spellings]; groups];
    for seen in seen {
        if let Some(counts) = group(seen).and_then(|group| by_group.get_mut(group)) {
            for (spelling, chance) in &seen.spelled {
                counts[*spelling] += chance;
            }
        }
    }
    by_group
}

fn sum_of(by_group: &[Vec<f64>], spellings: usize, among: impl Fn(usize) -> bool) -> Vec<f64> {
    let mut sum = vec![0.0; spellings];
    for (_, counts) in by_group.iter().enumerate().filter(|(at, _)| among(*at)) {
        sum.iter_mut()
            .zip(counts)
            .for_each(|(sum, count)| *sum += count);
    }
    sum
}
