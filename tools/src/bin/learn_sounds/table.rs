//! The table that the library reads.

use crate::habits::with_habits;
use crate::model::{Model, PLACES};
use crate::tree::Tree;
use std::fmt::Write;

/// Hundredths of an edit for each nat: a chance of one in 3,000 is an edit.
pub const PER_NAT: f64 = 12.5;

/// What costs this much or more is not listed.
pub const UNLISTED: u16 = 130;

/// A chance as a cost.
pub fn cost(chance: f64) -> u16 {
    (-chance.max(1e-12).ln() * PER_NAT)
        .round()
        .min(f64::from(UNLISTED)) as u16
}

/// The whole table as CSV.
pub fn write(model: &Model) -> String {
    let mut text = String::from("letter,question,spellings\n");
    for (place, extra) in PLACES.iter().zip(&model.extra) {
        let listed: Vec<(String, u16)> = extra
            .iter()
            .map(|(letter, chance)| (letter.to_string().replace(' ', "_"), cost(*chance)))
            .collect();
        let listed = spellings(listed);
        if !listed.is_empty() {
            let _ = writeln!(text, "{place},,{listed}");
        }
    }
    for (letter, tree) in &model.trees {
        if !letter.is_ascii_digit() {
            write_tree(
                &mut text,
                model,
                &letter.to_string().replace(' ', "_"),
                tree,
            );
        } else {
            let _ = writeln!(text, "{letter},,{letter} 0");
        }
    }
    text
}

fn write_tree(text: &mut String, model: &Model, letter: &str, tree: &Tree) {
    match tree {
        Tree::Answer(chances) => {
            let chances = with_habits(&model.spellings, chances);
            let costs = chances.iter().map(|chance| cost(*chance));
            let listed = model.spellings.iter().cloned().zip(costs).collect();
            let _ = writeln!(text, "{letter},,{}", spellings(listed));
        }
        Tree::Question { question, yes, no } => {
            let _ = writeln!(text, "{letter},{question},");
            write_tree(text, model, letter, yes);
            write_tree(text, model, letter, no);
        }
    }
}

/// The cheapest first.
fn spellings(mut listed: Vec<(String, u16)>) -> String {
    listed.retain(|(_, cost)| *cost < UNLISTED);
    listed.sort_by_key(|(_, cost)| *cost);
    let fields: Vec<String> = listed
        .iter()
        .map(|(s, cost)| format!("{s} {cost}"))
        .collect();
    fields.join(" ")
}
