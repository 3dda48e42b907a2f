//! Weighing the signs at a name of an Arabic text: how likely it is that a place is meant.
//!
//! The weights are a table, `data/mention_weights.csv`, which `examples/learn_mentions` makes of
//! texts in which people marked the places. A mention's weight is the sum of those of its signs;
//! `data/mention_scores.csv` says which share of the mentions of a weight were places, in
//! thousandths, and that is the mention's score.

use crate::lang::surname::is_surname;
use crate::mention::context::feature_words::Around;
use crate::mention::context::list::is_of_list;
use crate::mention::context::neighbor::{is_sport as is_sport_word, neighbor};
use crate::mention::detection::Sighting;
use crate::mention::feature::{Sign, Signs};
use crate::mention::filter::admission::Judge;
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::Sense;
use crate::mention::token::Words;
use crate::mention::token::segmentation::Joint;
use std::sync::OnceLock;

/// Names whose score is less are taken for no places. For those that the rules admit this is
/// little, since the rules know more than the signs; those that the rules are in doubt about need
/// more than an even chance.
const ADMITTED_LEAST: u16 = 250;
const DOUBTFUL_LEAST: u16 = 600;

/// The least score of a name that the rules are in doubt about or not.
pub(crate) fn least(doubtful: bool) -> u16 {
    match doubtful {
        true => DOUBTFUL_LEAST,
        false => ADMITTED_LEAST,
    }
}

/// The signs at a name; `seen` says whether one of its places was mentioned before.
pub(crate) fn signs(
    text: &str,
    judge: &Judge<'_>,
    sighting: &Sighting,
    doubtful: bool,
    seen: bool,
) -> Signs {
    let words = judge.words;
    let found = &sighting.found;
    let mut signs = Signs::default();
    signs.add(Sign::Any);
    let names = &sighting.names;
    let likeliest = |name: &&Sense| (name.importance, std::cmp::Reverse(name.place));
    if let Some(name) = names.iter().max_by_key(likeliest) {
        signs.add(name.kind);
        signs.add_if(Sign::Dump, name.dump);
    }
    spelling(judge, sighting, &mut signs);
    signs.add_if(Sign::Unsupported, doubtful);
    signs.add_if(Sign::Ordinary, is_ordinary(words, found));
    signs.add_if(Sign::Near, judge.is_said(names) || judge.is_near(names));
    signs.add_if(Sign::Seen, seen);
    signs.add_if(Sign::Where, judge.is_where(found));
    let start = words.list[found.first].start;
    if let Some(between) = judge.last_end.and_then(|last| text.get(last..start)) {
        signs.add_if(Sign::List, is_of_list(between));
    }
    before(words, found, &sighting.around, &mut signs);
    signs.add_if(
        Sign::Announced,
        names.iter().any(|name| sighting.around.suits(name.feature)),
    );
    signs.add_if(Sign::GroupBefore, sighting.group.is_some());
    after(words, found, &mut signs);
    enclosed(text, words, found, &mut signs);
    let sport = is_sport(words, found);
    signs.add_if(Sign::Sport, sport);
    let any = |asked: &[Sign]| asked.iter().any(|&sign| signs.has(sign));
    let plays = sport && any(&TOWNS) && !any(&WHERE);
    signs.add_if(Sign::Plays, plays);
    signs
}

/// Signs of towns.
const TOWNS: [Sign; 5] = [
    Sign::Capital,
    Sign::Metropolis,
    Sign::City,
    Sign::Town,
    Sign::Small,
];

/// Signs of a place where something is; a dateline begins a sentence.
const WHERE: [Sign; 5] = [
    Sign::Where,
    Sign::From,
    Sign::In,
    Sign::Announced,
    Sign::Begins,
];

/// How the name is written.
fn spelling(judge: &Judge<'_>, sighting: &Sighting, signs: &mut Signs) {
    let words = judge.words;
    let found = &sighting.found;
    let written = &sighting.written;
    match found.last - found.first {
        0 => match written.chars().count() {
            0..=3 => signs.add(Sign::Letters3),
            4 => signs.add(Sign::Letters4),
            5 => signs.add(Sign::Letters5),
            _ => {}
        },
        1 => signs.add(Sign::Words2),
        _ => signs.add(Sign::Words3),
    }
    let token = words.letters(&words.list[found.first]);
    let clitics = token
        .get(..found.start.map_or(0, |start| start.clitics()))
        .unwrap_or_default();
    signs.add_if(
        Sign::And,
        clitics.first().is_some_and(|c| matches!(c, 'و' | 'ف')),
    );
    signs.add_if(Sign::In, clitics.contains(&'ب'));
    signs.add_if(Sign::For, clitics.iter().any(|c| matches!(c, 'ل' | 'ك')));
    signs.add_if(
        Sign::Article,
        found.start.is_some_and(|start| start.takes_article()),
    );
    let mut names = sighting.names.iter();
    let alike = |name: &Sense| judge.entries.spelling(name).normal == *written;
    signs.add_if(Sign::Folded, !names.any(alike));
    signs.add_if(
        Sign::Surname,
        is_surname(written.chars()) && !sighting.names.iter().any(Sense::is_country),
    );
}

fn is_ordinary(words: &Words, found: &Match) -> bool {
    let word = neighbor(words, found.first);
    found.first == found.last && (word.is_ordinary(0) || word.is_ordinary(found.skip()))
}

/// What stands before the name and the feature words at it.
fn before(words: &Words, found: &Match, around: &Around, signs: &mut Signs) {
    let first = around
        .before
        .first()
        .map_or(found.first, |spotted| spotted.first);
    let joint = words.list[first].joint;
    if matches!(joint, Joint::Stop | Joint::Dot) {
        return signs.add(Sign::Begins);
    }
    match first.checked_sub(1).filter(|_| joint.joins()) {
        Some(at) => signs.add_all(neighbor(words, at).before),
        None => signs.add(Sign::Parted),
    }
}

/// What follows the name.
fn after(words: &Words, found: &Match, signs: &mut Signs) {
    let (last, next) = (found.token_last(), found.token_last() + 1);
    match words.joined(last, next) {
        true => signs.add_all(neighbor(words, next).after),
        false => signs.add(Sign::Ends),
    }
}

/// Quotation marks and parentheses right around the name.
fn enclosed(text: &str, words: &Words, found: &Match, signs: &mut Signs) {
    let range = words.range(found.first, found.token_last());
    let outside = |text: Option<&str>, last: bool| {
        let text = text.unwrap_or_default().trim_matches(' ');
        if last {
            text.chars().next_back()
        } else {
            text.chars().next()
        }
    };
    let pair = (
        outside(text.get(..range.start), true),
        outside(text.get(range.end..), false),
    );
    signs.add_if(
        Sign::Quoted,
        matches!(
            pair,
            (Some('«' | '“' | '"' | '\''), _) | (_, Some('»' | '”' | '"' | '\''))
        ),
    );
    signs.add_if(
        Sign::Bracketed,
        matches!(pair, (Some('('), _) | (_, Some(')'))),
    );
}

/// Whether words of sport stand on both sides or twice nearby.
fn is_sport(words: &Words, found: &Match) -> bool {
    let from = found.first.saturating_sub(SPORT_AROUND);
    let to = (found.last + SPORT_AROUND).min(words.list.len());
    let mut sport = (from..to).filter(|&at| is_sport_word(words, at));
    sport.next().is_some() && sport.next().is_some()
}

/// So many words before and after are looked at for words of sport.
const SPORT_AROUND: usize = 10;

/// The table of weights, and which score a weight has.
struct Weights {
    by_sign: Vec<i32>,
    /// Weights in ascending order, each with the score from there on.
    scores: Vec<(i32, u16)>,
}

impl Weights {
    fn get() -> &'static Weights {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Weights {
            by_sign: Sign::ALL
                .iter()
                .map(|sign| weight_of(sign.name()))
                .collect(),
            scores: rows(include_str!("../../data/mention_scores.csv"))
                .filter_map(|(weight, score)| Some((weight.parse().ok()?, score.parse().ok()?)))
                .collect(),
        })
    }
}

/// The rows of a table of two columns, after the header.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().skip(1).filter_map(|row| row.split_once(','))
}

/// A sign that the table lacks weighs nothing.
fn weight_of(name: &str) -> i32 {
    rows(include_str!("../../data/mention_weights.csv"))
        .find(|(sign, _)| *sign == name)
        .and_then(|(_, weight)| weight.parse().ok())
        .unwrap_or(0)
}

/// The score of a mention with these signs, from 0 to 1000.
pub(crate) fn score(signs: Signs) -> u16 {
    let weights = Weights::get();
    let weight: i32 = signs
        .iter()
        .map(|sign| weights.by_sign[sign as usize])
        .sum();
    let scores = &weights.scores;
    let at = scores.partition_point(|(from, _)| *from <= weight);
    let (below, above) = (
        at.checked_sub(1).and_then(|at| scores.get(at)),
        scores.get(at),
    );
    match (below, above) {
        (Some(&(from, low)), Some(&(to, high))) => {
            let part = i64::from(weight - from) * (i64::from(high) - i64::from(low));
            (i64::from(low) + part / i64::from(to - from)) as u16
        }
        (Some(&(_, score)), None) | (None, Some(&(_, score))) => score,
        (None, None) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_sign_and_scores_ascend() {
        for (sign, weight) in rows(include_str!("../../data/mention_weights.csv")) {
            assert!(Sign::ALL.iter().any(|known| known.name() == sign), "{sign}");
            weight.parse::<i32>().unwrap();
        }
        let scores = &Weights::get().scores;
        assert!(scores.len() >= 2);
        assert!(scores.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1));
        assert!(scores.iter().all(|(_, score)| *score <= 1000));
    }
}
