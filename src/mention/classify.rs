//! Weighing the signs at a name of an Arabic text: how likely it is that a place is meant.
//!
//! The weights are a table, `data/mention_weights.csv`, which `examples/learn_mentions` makes of
//! texts in which people marked the places. A mention's weight is the sum of those of its signs;
//! `data/mention_scores.csv` says which share of the mentions of a weight were places, in
//! thousandths, and that is the mention's score.

use crate::lang::surname::is_surname;
use crate::mention::context::feature_words::Context;
use crate::mention::context::list::is_of_list;
use crate::mention::context::neighbor::{is_sport as is_sport_word, neighbor};
use crate::mention::detection::Detection;
use crate::mention::feature::{Cue, Cues};
use crate::mention::filter::admission::Admission;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::mention::token::Tokens;
use crate::mention::token::segmentation::Boundary;
use std::sync::OnceLock;

/// Names whose score is less are taken for no places. For those that the rules admit this is
/// little, since the rules know more than the signs; those that the rules are in doubt about need
/// more than an even chance.
const MIN_ADMITTED: u16 = 250;
const MIN_DOUBTFUL: u16 = 600;

/// The least score of a name that the rules are in doubt about or not.
pub(crate) fn least(low_confidence: bool) -> u16 {
    match low_confidence {
        true => MIN_DOUBTFUL,
        false => MIN_ADMITTED,
    }
}

/// The signs at a name; `seen` says whether one of its places was mentioned before.
pub(crate) fn cues(
    text: &str,
    admission: &Admission<'_>,
    detection: &Detection,
    low_confidence: bool,
    seen: bool,
) -> Cues {
    let tokens = admission.tokens;
    let found = &detection.found;
    let mut cues = Cues::default();
    cues.add(Cue::Any);
    let names = &detection.names;
    let likeliest = |name: &&NameEntry| (name.importance, std::cmp::Reverse(name.place));
    if let Some(name) = names.iter().max_by_key(likeliest) {
        cues.add(name.kind);
        cues.add_if(Cue::Dump, name.dump);
    }
    spelling(admission, detection, &mut cues);
    cues.add_if(Cue::Unsupported, low_confidence);
    cues.add_if(Cue::Ordinary, is_ordinary(tokens, found));
    cues.add_if(
        Cue::Near,
        admission.is_said(names) || admission.is_near(names),
    );
    cues.add_if(Cue::Seen, seen);
    cues.add_if(Cue::Where, admission.is_where(found));
    let start = tokens.list[found.first].start;
    if let Some(between) = admission.last_end.and_then(|last| text.get(last..start)) {
        cues.add_if(Cue::List, is_of_list(between));
    }
    before(tokens, found, &detection.context, &mut cues);
    cues.add_if(
        Cue::Announced,
        names
            .iter()
            .any(|name| detection.context.suits(name.feature)),
    );
    cues.add_if(Cue::GroupBefore, detection.group.is_some());
    after(tokens, found, &mut cues);
    enclosed(text, tokens, found, &mut cues);
    let sport = is_sport(tokens, found);
    cues.add_if(Cue::Sport, sport);
    let any = |asked: &[Cue]| asked.iter().any(|&cue| cues.has(cue));
    let plays = sport && any(&TOWNS) && !any(&WHERE);
    cues.add_if(Cue::Plays, plays);
    cues
}

/// Signs of towns.
const TOWNS: [Cue; 5] = [
    Cue::Capital,
    Cue::Metropolis,
    Cue::City,
    Cue::Town,
    Cue::Small,
];

/// Signs of a place where something is; a dateline begins a sentence.
const WHERE: [Cue; 5] = [Cue::Where, Cue::From, Cue::In, Cue::Announced, Cue::Begins];

/// How the name is written.
fn spelling(admission: &Admission<'_>, detection: &Detection, cues: &mut Cues) {
    let tokens = admission.tokens;
    let found = &detection.found;
    let written = &detection.written;
    match found.last - found.first {
        0 => match written.chars().count() {
            0..=3 => cues.add(Cue::Letters3),
            4 => cues.add(Cue::Letters4),
            5 => cues.add(Cue::Letters5),
            _ => {}
        },
        1 => cues.add(Cue::Words2),
        _ => cues.add(Cue::Words3),
    }
    let token = tokens.letters(&tokens.list[found.first]);
    let clitics = token
        .get(..found.start.map_or(0, |start| start.clitics()))
        .unwrap_or_default();
    cues.add_if(
        Cue::And,
        clitics.first().is_some_and(|c| matches!(c, 'و' | 'ف')),
    );
    cues.add_if(Cue::In, clitics.contains(&'ب'));
    cues.add_if(Cue::For, clitics.iter().any(|c| matches!(c, 'ل' | 'ك')));
    cues.add_if(
        Cue::Article,
        found.start.is_some_and(|start| start.takes_article()),
    );
    let mut names = detection.names.iter();
    let alike = |name: &NameEntry| admission.entries.spelling(name).normal == *written;
    cues.add_if(Cue::Folded, !names.any(alike));
    cues.add_if(
        Cue::Surname,
        is_surname(tokens.list[found.last].languages, written.chars())
            && !detection.names.iter().any(NameEntry::is_country),
    );
}

fn is_ordinary(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let word = neighbor(tokens, found.first);
    found.first == found.last && (word.is_ordinary(0) || word.is_ordinary(found.skip()))
}

/// What stands before the name and the feature words at it.
fn before(tokens: &Tokens, found: &DictionaryMatch, context: &Context, cues: &mut Cues) {
    let first = context
        .before
        .first()
        .map_or(found.first, |trigger| trigger.first);
    let boundary = tokens.list[first].boundary;
    if matches!(boundary, Boundary::Stop | Boundary::Dot) {
        return cues.add(Cue::Begins);
    }
    match first.checked_sub(1).filter(|_| boundary.joins()) {
        Some(at) => cues.add_all(neighbor(tokens, at).before),
        None => cues.add(Cue::Parted),
    }
}

/// What follows the name.
fn after(tokens: &Tokens, found: &DictionaryMatch, cues: &mut Cues) {
    let (last, next) = (found.token_last(), found.token_last() + 1);
    match tokens.joined(last, next) {
        true => cues.add_all(neighbor(tokens, next).after),
        false => cues.add(Cue::Ends),
    }
}

/// Quotation marks and parentheses right around the name.
fn enclosed(text: &str, tokens: &Tokens, found: &DictionaryMatch, cues: &mut Cues) {
    let range = tokens.range(found.first, found.token_last());
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
    cues.add_if(
        Cue::Quoted,
        matches!(
            pair,
            (Some('«' | '“' | '"' | '\''), _) | (_, Some('»' | '”' | '"' | '\''))
        ),
    );
    cues.add_if(
        Cue::Bracketed,
        matches!(pair, (Some('('), _) | (_, Some(')'))),
    );
}

/// Whether words of sport stand on both sides or twice nearby.
fn is_sport(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let from = found.first.saturating_sub(SPORT_AROUND);
    let to = (found.last + SPORT_AROUND).min(tokens.list.len());
    let mut sport = (from..to).filter(|&at| is_sport_word(tokens, at));
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
            by_sign: Cue::ALL.iter().map(|cue| weight_of(cue.name())).collect(),
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
        .find(|(cue, _)| *cue == name)
        .and_then(|(_, weight)| weight.parse().ok())
        .unwrap_or(0)
}

/// The score of a mention with these signs, from 0 to 1000.
pub(crate) fn score(cues: Cues) -> u16 {
    let weights = Weights::get();
    let weight: i32 = cues.iter().map(|cue| weights.by_sign[cue as usize]).sum();
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
        for (cue, weight) in rows(include_str!("../../data/mention_weights.csv")) {
            assert!(Cue::ALL.iter().any(|known| known.name() == cue), "{cue}");
            weight.parse::<i32>().unwrap();
        }
        let scores = &Weights::get().scores;
        assert!(scores.len() >= 2);
        assert!(scores.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1));
        assert!(scores.iter().all(|(_, score)| *score <= 1000));
    }
}
