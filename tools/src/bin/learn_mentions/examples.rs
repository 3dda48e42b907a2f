//! Names that were found in texts with marked places, with their signs.

use crate::logistic::Example;
use std::collections::BTreeMap;
use std::ops::Range;
use toponym::{Document, MentionKind, Resolver};
use toponym_tools::gold::Gold;

/// Without events a text has so many parts.
const PARTS: usize = 5;

/// The sign of a name that the rules do not believe without a model.
const DOUBTFUL: &str = "an ordinary word without support";

/// Names of texts, with the numbers of their signs.
#[derive(Debug, Default)]
pub struct Examples {
    /// The numbers of the signs, by their names.
    pub signs: BTreeMap<&'static str, usize>,
    pub list: Vec<Example>,
    /// How many places gold has, once for each gazetteer.
    pub gold: usize,
    /// The parts of the texts that are left out in turn, by their names.
    pub parts: Vec<String>,
}

impl Examples {
    /// Adds every name that is found in a text, with whether gold has a place there.
    pub fn add(&mut self, resolver: &Resolver, gold: &Gold) {
        let document = Document::new(&gold.text).low_confidence(true);
        self.gold += gold.spans.len();
        for mention in resolver.scan(document) {
            let mut signs = Vec::new();
            let mut doubtful = false;
            for name in mention.cues() {
                let next = self.signs.len();
                signs.push(*self.signs.entry(name).or_insert(next));
                doubtful |= name == DOUBTFUL;
            }
            if mention.kind() != MentionKind::Place || signs.is_empty() {
                continue;
            }
            let range = gold.whole_words(mention.range());
            let part = self.part(gold, &range);
            let mut spans = gold.spans.iter();
            let place = spans.any(|s| s.range.start < range.end && range.start < s.range.end);
            self.list.push(Example {
                signs,
                place,
                doubtful,
                part,
            });
        }
    }

    /// The number of the part of its text that a range is in: the event of the last place before it, where
    /// gold has events.
    fn part(&mut self, gold: &Gold, range: &Range<usize>) -> usize {
        let before = gold.spans.partition_point(|s| s.range.start < range.end);
        let nearest = gold.spans.get(before.saturating_sub(1));
        let name = match nearest.and_then(|span| span.event.clone()) {
            Some(event) => event,
            None => {
                let fifth = range.start * PARTS / gold.text.len().max(1);
                format!("part {}", fifth.min(PARTS - 1) + 1)
            }
        };
        let known = self.parts.iter().position(|part| *part == name);
        known.unwrap_or_else(|| {
            self.parts.push(name);
            self.parts.len() - 1
        })
    }
}
