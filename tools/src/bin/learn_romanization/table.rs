//! The table that the library reads.

use crate::model::{Context, Model};
use std::fmt::Write;

/// Costs are in twentieths of a nat.
const PER_NAT: f64 = 20.0;

/// What costs this much or more is not listed.
const UNLISTED: u16 = 180;

/// A chance as a cost.
fn cost(chance: f64) -> u16 {
    (-chance.max(1e-12).ln() * PER_NAT)
        .round()
        .min(f64::from(UNLISTED)) as u16
}

/// Leaves out the contexts that explain less than so many nats more than the shorter ones do.
pub fn prune(model: &mut Model, min_gain: f64) {
    for parts in 1..=3 {
        let contexts: Vec<Context> = model.counts.keys().copied().collect();
        for context in contexts.into_iter().filter(|c| self::parts(c) == parts) {
            let Some(shorter) = context.shorter() else {
                continue;
            };
            let seen = &model.counts[&context];
            let gain: f64 = seen
                .iter()
                .map(|(piece, count)| {
                    let apart =
                        model.chance(context, piece).ln() - model.chance(shorter, piece).ln();
                    count * apart
                })
                .sum();
            if gain < min_gain {
                model.counts.remove(&context);
            }
        }
    }
}

/// How many parts of the surroundings a context knows.
fn parts(context: &Context) -> usize {
    [context.next, context.before, context.previous]
        .iter()
        .flatten()
        .count()
}

/// The rows of a model.
pub fn write(text: &mut String, names: &str, model: &Model, least: f64) {
    for (context, seen) in &model.counts {
        let total: f64 = seen.values().sum();
        let kinds = seen.len() as f64;
        let least = if parts(context) == 0 { 0.0 } else { least };
        let mut listed: Vec<(u16, &str)> = seen
            .iter()
            .filter(|(_, count)| **count >= least)
            .map(|(piece, _)| (cost(model.chance(*context, piece)), piece.as_str()))
            .filter(|(cost, _)| *cost < UNLISTED)
            .collect();
        if listed.is_empty() {
            continue;
        }
        listed.sort();
        let part = |part: Option<char>| part.map_or(String::new(), |c| c.to_string());
        let _ = write!(
            text,
            "{names},{},{},{},{},{},",
            context.letter,
            part(context.next),
            part(context.before),
            part(context.previous),
            cost(kinds / (total + kinds))
        );
        for (at, (cost, piece)) in listed.iter().enumerate() {
            let space = if at > 0 { " " } else { "" };
            let piece = match *piece {
                "" => "-",
                " " => "_",
                piece => piece,
            };
            let _ = write!(text, "{space}{piece} {cost}");
        }
        text.push('\n');
    }
}
