//! How often names that were kept apart find their own among all.

use crate::habits::with_habits;
use crate::model::{Around, Model, is_article, place};
use crate::pairs::Pair;
use crate::program::note;
use crate::table::cost;
use std::collections::BTreeMap;
use toponym::Orthography;

/// The model's costs, ready to align names with.
pub struct Ready<'m> {
    model: &'m Model,
}

/// A name with the costs of what its letters may be.
type Rows = Vec<Vec<u16>>;

impl<'m> Ready<'m> {
    pub fn new(model: &'m Model) -> Self {
        Ready { model }
    }

    fn rows(&self, roman: &[char], orthography: Orthography) -> Rows {
        let row = |at: usize| {
            let tree = self.model.trees.get(&roman[at])?;
            let chances = with_habits(
                &self.model.spellings,
                tree.answer(&Around::of(roman, at, orthography)),
            );
            Some(chances.iter().map(|chance| cost(*chance)).collect())
        };
        (0..roman.len()).filter_map(row).collect()
    }

    /// The cost of the cheapest alignment.
    pub fn cost(&self, arabic: &[char], roman: &[char], orthography: Orthography) -> u16 {
        aligned(self.model, arabic, &self.rows(roman, orthography), FAR)
    }
}

/// Compares each name kept apart with all names, and says how often its own is first or among
/// five.
pub fn report(model: &Model, train: &[Pair], kept: &[Pair]) {
    let mut names: BTreeMap<&str, &Pair> = BTreeMap::new();
    for pair in train.iter().chain(kept) {
        names.entry(pair.name.as_str()).or_insert(pair);
    }
    let ready = Ready::new(model);
    let names: Vec<(&str, Rows)> = names
        .into_iter()
        .map(|(name, pair)| (name, ready.rows(&pair.roman, pair.orthography)))
        .collect();
    let (mut first, mut five) = (0, 0);
    for pair in kept {
        let mut best: Vec<(u16, &str)> = Vec::new();
        for (name, rows) in &names {
            let bound = best
                .last()
                .filter(|_| best.len() == 6)
                .map_or(400, |last| last.0);
            let cost = aligned(model, &pair.arabic, rows, bound);
            if cost < bound {
                let at = best.partition_point(|known| known.0 <= cost);
                best.insert(at, (cost, name));
                best.truncate(6);
            }
        }
        let at = best.iter().position(|(_, name)| *name == pair.name);
        first += usize::from(at == Some(0));
        five += usize::from(at.is_some_and(|at| at < 5));
        if at != Some(0) && std::env::var_os("SHOW").is_some() {
            let arabic: String = pair.arabic.iter().collect();
            note(format_args!("{arabic}\t{}\t{at:?}\t{best:?}", pair.name));
        }
    }
    let share = |part: usize| part as f64 / kept.len().max(1) as f64;
    note(format_args!(
        "{} of {}: first {:.4}, among five {:.4}",
        kept.len(),
        names.len(),
        share(first),
        share(five)
    ));
}

const FAR: u16 = 30_000;

fn aligned(model: &Model, arabic: &[char], rows: &[Vec<u16>], bound: u16) -> u16 {
    let letters: Vec<usize> = arabic
        .iter()
        .map(|c| model.letter(*c).unwrap_or(0))
        .collect();
    let pairs: Vec<Option<usize>> = (0..arabic.len())
        .map(|i| model.pair(arabic[i], *arabic.get(i + 1)?))
        .collect();
    let extra: Vec<u16> = (0..arabic.len())
        .map(|i| {
            model.extra[place(arabic, i)]
                .get(&arabic[i])
                .map_or(130, |c| cost(*c))
        })
        .collect();
    let finish = |row: &mut Vec<u16>| {
        for i in 0..arabic.len() {
            row[i + 1] = row[i + 1].min(row[i] + extra[i]);
            if is_article(arabic, i) {
                row[i + 2] = row[i + 2].min(row[i] + 30);
            }
        }
        row.iter().copied().min().unwrap_or(FAR)
    };
    let mut row = vec![FAR; arabic.len() + 1];
    row[0] = 0;
    finish(&mut row);
    for costs in rows {
        let mut next = vec![FAR; arabic.len() + 1];
        for i in 0..=arabic.len() {
            next[i] = next[i].min(row[i] + costs[0]);
            if i < arabic.len() {
                next[i + 1] = next[i + 1].min(row[i] + costs[letters[i]]);
                if let Some(pair) = pairs[i] {
                    next[i + 2] = next[i + 2].min(row[i] + costs[pair]);
                }
            }
        }
        if finish(&mut next) > bound {
            return FAR;
        }
        row = next;
    }
    row[arabic.len()]
}
