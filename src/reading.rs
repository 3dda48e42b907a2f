//! Readings of a query: the name as it stands, and what may be left of it once feature words,
//! clitics and case endings are taken off.
//!
//! A reading is only a proposal; it counts when the index knows a name that is spelled so.

use crate::affix::{self, End, Start};
use crate::evidence::{FeatureWord, Taken};
use crate::key::Key;
use crate::lexicon::{Lexicon, Position};
use crate::normalize::normalize;

/// One way to read a query.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The normalized spelling of what is taken for the name.
    pub written: String,
    /// Its key; never empty.
    pub key: Key,
    /// What was taken off, in the order of the text.
    pub taken: Vec<Taken>,
}

impl Reading {
    /// Whether nothing but whole words was taken off.
    pub fn only_feature_words(&self) -> bool {
        self.taken
            .iter()
            .all(|taken| matches!(taken, Taken::FeatureWord(_)))
    }
}

/// The most words that a feature word may have: "city of", "автономная область".
const FEATURE_WORDS_MOST: usize = 3;

/// All readings of a query, the whole of it first, then by how much is taken off.
/// Empty if there is no letter in it.
pub(crate) fn readings(query: &str) -> Vec<Reading> {
    let normalized = normalize(query);
    let words: Vec<&str> = normalized.as_str().split(' ').collect();
    let mut readings = Vec::new();
    for phrase in without_feature_words(&words) {
        affixed_readings(&phrase, &mut readings);
    }
    readings.retain(|reading| !reading.key.is_empty());
    // A stable sort: the whole stays first, and the order among equals is the order of making.
    readings.sort_by_key(|reading| reading.taken.len());
    let mut seen = std::collections::HashSet::new();
    readings.retain(|reading| seen.insert((reading.key.clone(), reading.taken.len())));
    readings
}

/// Some of a query's words, with the feature words that stood before and after them.
struct Phrase<'q> {
    words: &'q [&'q str],
    before: Option<Vec<Taken>>,
    after: Option<Taken>,
}

/// The words as they are, without the feature word before them, and without the one after.
fn without_feature_words<'q>(words: &'q [&'q str]) -> Vec<Phrase<'q>> {
    let mut phrases = vec![Phrase {
        words,
        before: None,
        after: None,
    }];
    for n in 1..=FEATURE_WORDS_MOST.min(words.len().saturating_sub(1)) {
        let (before, rest) = words.split_at(n);
        if let Some(taken) = feature_word_before(before) {
            phrases.push(Phrase {
                words: rest,
                before: Some(taken),
                after: None,
            });
        }
        let (rest, after) = words.split_at(words.len() - n);
        if let Some(word) = feature_word(&after.join(" "), Position::After) {
            phrases.push(Phrase {
                words: rest,
                before: None,
                after: Some(Taken::FeatureWord(word)),
            });
        }
    }
    phrases
}

fn feature_word(text: &str, position: Position) -> Option<FeatureWord> {
    Lexicon::get()
        .feature_word(&Key::of(text), position)
        .map(|rule| rule.word(text))
}

/// The feature word that these words are, with the clitics on it: بمدينة, والمدينة.
fn feature_word_before(words: &[&str]) -> Option<Vec<Taken>> {
    let text = words.join(" ");
    if let Some(word) = feature_word(&text, Position::Before) {
        return Some(vec![Taken::FeatureWord(word)]);
    }
    affix::starts(&text).into_iter().find_map(
        |Start {
             skip,
             prepend,
             mut taken,
         }| {
            let rest: String = prepend.chars().chain(text.chars().skip(skip)).collect();
            let word = feature_word(&rest, Position::Before)?;
            taken.push(Taken::FeatureWord(word));
            Some(taken)
        },
    )
}

/// Adds a phrase's readings: with every way to take something off its first word and off its
/// last, the way to take nothing off included.
fn affixed_readings(phrase: &Phrase<'_>, readings: &mut Vec<Reading>) {
    let (Some(first), Some(last)) = (phrase.words.first(), phrase.words.last()) else {
        return;
    };
    let text = phrase.words.join(" ");
    let letters = text.chars().count();
    let whole = Start {
        skip: 0,
        prepend: "",
        taken: Vec::new(),
    };
    let starts: Vec<Start> = std::iter::once(whole).chain(affix::starts(first)).collect();
    let whole = End {
        drop: 0,
        append: "",
        taken: Vec::new(),
    };
    let ends: Vec<End> = std::iter::once(whole).chain(affix::ends(last)).collect();
    for start in &starts {
        for end in &ends {
            // In a word of its own both come off the same letters.
            let Some(kept) = letters.checked_sub(start.skip + end.drop) else {
                continue;
            };
            let stem = text.chars().skip(start.skip).take(kept);
            let written: String = start
                .prepend
                .chars()
                .chain(stem)
                .chain(end.append.chars())
                .collect();
            let mut taken = phrase.before.clone().unwrap_or_default();
            taken.extend(
                start
                    .taken
                    .iter()
                    .chain(&end.taken)
                    .chain(&phrase.after)
                    .cloned(),
            );
            readings.push(Reading {
                key: Key::of(&written),
                written,
                taken,
            });
        }
    }
}
