//! The model: for each Latin letter at its place, how likely each Arabic spelling is.

use crate::pairs::Pair;
use crate::prior;
use crate::tree::Tree;
use std::collections::BTreeMap;
use toponym::Orthography;

/// Letters that the alignment knows in Latin and in Arabic.
pub const ROMAN: &str = " 0123456789abcdefghijklmnopqrstuvwxyzəığçñöü";
pub const ARABIC: &str = " 0123456789ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئؤءپچژگڤ";

/// Any spelling of any letter has at least this chance, in all of them together.
const FLOOR: f64 = 0.002;

/// How many pairs' worth the hand table is.
const PRIOR_WEIGHT: f64 = 5.0;

/// The chance of an article in Arabic that the other name has not.
const ARTICLE: f64 = 0.09;

/// Where an Arabic letter stands that nothing accounts for.
pub const PLACES: [&str; 3] = ["initial", "inside", "final"];

pub struct Model {
    /// `-`, each letter, each pair.
    pub spellings: Vec<String>,
    letters: BTreeMap<char, usize>,
    pairs: BTreeMap<(char, char), usize>,
    /// Which spellings a letter may have at all.
    allowed: BTreeMap<char, Vec<bool>>,
    prior: BTreeMap<char, Vec<f64>>,
    pub trees: BTreeMap<char, Tree>,
    /// Chance of an unaccounted letter, by place.
    pub extra: [BTreeMap<char, f64>; 3],
}

/// What was seen: of each letter of each name, its surroundings and how it was spelled.
#[derive(Default)]
pub struct Counts {
    pub seen: BTreeMap<char, Vec<Seen>>,
    extra: [BTreeMap<char, f64>; 3],
    gaps: [f64; 3],
}

/// One letter of one name.
pub struct Seen {
    pub around: Around,
    pub spelled: Vec<(usize, f64)>,
}

/// What a tree may ask about a letter.
pub struct Around {
    /// The letters from three before to three after; `#` beyond the ends.
    letters: [char; 7],
    pub orthography: Orthography,
}

impl Around {
    pub fn of(letters: &[char], at: usize, orthography: Orthography) -> Around {
        let letters = std::array::from_fn(|k| {
            let there = (at + k).checked_sub(3);
            there.and_then(|at| letters.get(at)).copied().unwrap_or('#')
        });
        Around {
            letters,
            orthography,
        }
    }

    /// The letter at a distance of at most three.
    pub fn letter(&self, at: i8) -> char {
        self.letters[(at + 3) as usize]
    }
}

/// A way through the alignment of a name.
struct Step {
    from: usize,
    to: usize,
    spelling: usize,
    chance: f64,
}

impl Model {
    pub fn new() -> Model {
        let mut spellings = vec!["-".to_owned()];
        let mut letters = BTreeMap::new();
        let mut pairs = BTreeMap::new();
        for letter in ARABIC.chars() {
            letters.insert(letter, spellings.len());
            spellings.push(letter.to_string().replace(' ', "_"));
        }
        for letter in ROMAN.chars() {
            for pair in prior::pairs(letter) {
                let mut chars = pair.chars();
                if let (Some(a), Some(b)) = (chars.next(), chars.next())
                    && !pairs.contains_key(&(a, b))
                {
                    pairs.insert((a, b), spellings.len());
                    spellings.push((*pair).to_owned());
                }
            }
        }
        let index = |text: &str| spellings.iter().position(|s| s == text);
        let mut allowed = BTreeMap::new();
        let mut prior = BTreeMap::new();
        let mut trees = BTreeMap::new();
        for letter in ROMAN.chars() {
            let own = prior::pairs(letter);
            let may: Vec<bool> = spellings
                .iter()
                .map(|s| s.chars().count() == 1 || own.contains(&s.as_str()))
                .collect();
            let mut chances: Vec<f64> = may
                .iter()
                .map(|may| {
                    if *may {
                        FLOOR / spellings.len() as f64
                    } else {
                        0.0
                    }
                })
                .collect();
            let digit;
            let text = match letter.is_ascii_digit() {
                true => {
                    digit = letter.to_string();
                    digit.as_str()
                }
                false => prior::spellings(letter),
            };
            let usual: Vec<usize> = text.split(' ').filter_map(index).collect();
            // The first half of all, then halves of what is left.
            let mut share = 0.5;
            for spelling in usual {
                chances[spelling] += share;
                share *= 0.6;
            }
            for pair in own {
                if let Some(at) = index(pair) {
                    chances[at] += 0.01;
                }
            }
            let sum: f64 = chances.iter().sum();
            chances.iter_mut().for_each(|c| *c /= sum);
            trees.insert(letter, Tree::leaf(chances.clone()));
            prior.insert(letter, chances);
            allowed.insert(letter, may);
        }
        let extra = std::array::from_fn(|_| {
            let chance = |c: char| match "اويه".contains(c) {
                true => 0.01,
                false => 0.0005,
            };
            ARABIC.chars().map(|c| (c, chance(c))).collect()
        });
        Model {
            spellings,
            letters,
            pairs,
            allowed,
            prior,
            trees,
            extra,
        }
    }

    /// All ways through the alignment: for each Latin letter the steps that spell it, and
    /// before, between and after them those that nothing accounts for.
    fn steps(&self, pair: &Pair) -> (Vec<Vec<Step>>, Vec<Step>) {
        let arabic = &pair.arabic;
        let mut rows = Vec::with_capacity(pair.roman.len());
        for (at, letter) in pair.roman.iter().enumerate() {
            let mut row = Vec::new();
            if let (Some(tree), Some(may)) = (self.trees.get(letter), self.allowed.get(letter)) {
                let chances = tree.answer(&Around::of(&pair.roman, at, pair.orthography));
                let mut push = |from, to, spelling: usize| {
                    if may[spelling] {
                        row.push(Step {
                            from,
                            to,
                            spelling,
                            chance: chances[spelling],
                        });
                    }
                };
                for from in 0..=arabic.len() {
                    push(from, from, 0);
                    if let Some(letter) = arabic.get(from)
                        && let Some(spelling) = self.letters.get(letter)
                    {
                        push(from, from + 1, *spelling);
                    }
                    if let (Some(a), Some(b)) = (arabic.get(from), arabic.get(from + 1))
                        && let Some(spelling) = self.pairs.get(&(*a, *b))
                    {
                        push(from, from + 2, *spelling);
                    }
                }
            }
            rows.push(row);
        }
        let mut extra = Vec::new();
        for (from, letter) in arabic.iter().enumerate() {
            extra.push(Step {
                from,
                to: from + 1,
                spelling: 0,
                chance: self.extra[place(arabic, from)]
                    .get(letter)
                    .copied()
                    .unwrap_or(1e-5),
            });
            if is_article(arabic, from) {
                extra.push(Step {
                    from,
                    to: from + 2,
                    spelling: 0,
                    chance: ARTICLE,
                });
            }
        }
        (rows, extra)
    }

    /// Forward and backward over all alignments of all pairs.
    pub fn expect(&self, pairs: &[Pair]) -> Counts {
        let mut counts = Counts::default();
        for pair in pairs {
            self.expect_one(pair, &mut counts);
        }
        counts
    }

    fn expect_one(&self, pair: &Pair, counts: &mut Counts) -> f64 {
        let (rows, extra) = self.steps(pair);
        let (n, m) = (pair.roman.len(), pair.arabic.len());
        // `forward[j][i]` before the letters that nothing accounts for, `open` after them.
        let mut open = vec![vec![0.0; m + 1]; n + 1];
        open[0][0] = 1.0;
        for j in 0..=n {
            for step in &extra {
                open[j][step.to] += open[j][step.from] * step.chance;
            }
            if j < n {
                for step in &rows[j] {
                    open[j + 1][step.to] += open[j][step.from] * step.chance;
                }
            }
        }
        let total = open[n][m];
        if total <= 0.0 {
            return 1e-300_f64.ln();
        }
        let mut back = vec![vec![0.0; m + 1]; n + 1];
        back[n][m] = 1.0;
        for j in (0..=n).rev() {
            if j < n {
                for step in &rows[j] {
                    back[j][step.from] += step.chance * back[j + 1][step.to];
                }
            }
            for step in extra.iter().rev() {
                back[j][step.from] += step.chance * back[j][step.to];
            }
        }
        for j in 0..n {
            let mut seen = Seen {
                around: Around::of(&pair.roman, j, pair.orthography),
                spelled: Vec::new(),
            };
            for step in &rows[j] {
                let chance = open[j][step.from] * step.chance * back[j + 1][step.to] / total;
                if chance > 1e-4 {
                    match seen.spelled.iter_mut().find(|(s, _)| *s == step.spelling) {
                        Some((_, sum)) => *sum += chance,
                        None => seen.spelled.push((step.spelling, chance)),
                    }
                }
            }
            counts.seen.entry(pair.roman[j]).or_default().push(seen);
        }
        for step in extra.iter().filter(|step| step.to == step.from + 1) {
            let chance: f64 = (0..=n)
                .map(|j| open[j][step.from] * step.chance * back[j][step.to] / total)
                .sum();
            let at = place(&pair.arabic, step.from);
            *counts.extra[at].entry(pair.arabic[step.from]).or_default() += chance;
        }
        for (at, gaps) in [1.0, n as f64, 1.0].into_iter().enumerate() {
            counts.gaps[at] += gaps;
        }
        total.ln()
    }

    /// The likeliest chances for what was seen.
    pub fn maximize(&mut self, counts: &Counts) {
        for (letter, tree) in &mut self.trees {
            let seen = counts.seen.get(letter).map_or(&[][..], Vec::as_slice);
            tree.estimate(seen, &self.prior[letter], PRIOR_WEIGHT);
        }
        for (place, extra) in self.extra.iter_mut().enumerate() {
            for (letter, chance) in extra {
                let seen = counts.extra[place].get(letter).copied().unwrap_or(0.0);
                *chance = (seen + 0.05) / (counts.gaps[place] + 100.0);
            }
        }
    }

    /// New trees for what was seen.
    pub fn grow(&mut self, counts: &Counts, min_gain: f64) {
        for (letter, tree) in &mut self.trees {
            let seen = counts.seen.get(letter).map_or(&[][..], Vec::as_slice);
            *tree = Tree::grow(seen, self.spellings.len(), min_gain);
            tree.estimate(seen, &self.prior[letter], PRIOR_WEIGHT);
        }
    }

    /// Answers of all trees together.
    pub fn answers(&self) -> usize {
        self.trees.values().map(Tree::answers).sum()
    }

    /// Mean logarithm of the chance of a name's spelling, a letter.
    pub fn likelihood(&self, pairs: &[Pair]) -> f64 {
        let mut counts = Counts::default();
        let sum: f64 = pairs.iter().map(|p| self.expect_one(p, &mut counts)).sum();
        let letters: usize = pairs.iter().map(|pair| pair.roman.len()).sum();
        sum / letters.max(1) as f64
    }

    /// The number of a letter's or pair's spelling.
    pub fn letter(&self, letter: char) -> Option<usize> {
        self.letters.get(&letter).copied()
    }

    pub fn pair(&self, first: char, second: char) -> Option<usize> {
        self.pairs.get(&(first, second)).copied()
    }
}

/// The number of the place in [`PLACES`].
pub fn place(arabic: &[char], at: usize) -> usize {
    let initial = at == 0 || arabic[at - 1] == ' ';
    match arabic.get(at + 1) {
        _ if initial => 0,
        None | Some(' ') => 2,
        Some(_) => 1,
    }
}

pub fn is_article(arabic: &[char], at: usize) -> bool {
    place(arabic, at) == 0 && at + 3 < arabic.len() && arabic[at] == 'ا' && arabic[at + 1] == 'ل'
}
