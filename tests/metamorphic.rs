//! What changes with a text, and what does not: another town in the sentence, another affix at it,
//! another orthography, another paragraph around it.
//!
//! The towns are drawn from the tables by a seeded generator, so no rule can have been written for
//! them. Most properties hold of nearly all towns, not of all, for any name may be a word in one of
//! the languages: each test states the share that must hold, a little below the one it was
//! measured at, and prints what fails: `cargo test --test all metamorphic:: -- --nocapture`.
#![cfg(feature = "embedded")]

mod affixed;
mod alone;
mod contained;
mod declension;
mod frames;
mod spelled;
mod surrounded;
mod swapped;
mod towns;

use crate::share::Tallies;
use std::ops::{Range, RangeInclusive};
use toponym::{MentionKind, PlaceId, Resolver, Status};

/// Sentences that each property is asked of in each language.
const SAMPLES: usize = 400;

/// A mention of a place, reduced to what the properties speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    name: Range<usize>,
    token: Range<usize>,
    place: Option<PlaceId>,
}

/// The mentions of places in a text; each slices it.
fn places(text: &str) -> Vec<Seen> {
    let resolver = Resolver::embedded();
    let mentions = resolver.scan(text);
    let places = mentions.filter(|mention| mention.kind() == MentionKind::Place);
    let seen = places.map(|mention| {
        assert_eq!(text.get(mention.range()), Some(mention.as_str()));
        let best = mention.resolution().best();
        assert_eq!(
            best.is_none(),
            mention.resolution().status() == Status::Unknown
        );
        Seen {
            name: mention.range(),
            token: mention.token_span().range(),
            place: best.map(|best| best.place().id()),
        }
    });
    seen.collect()
}

/// A sentence that names one town and no other place.
#[derive(Clone, Debug)]
struct Sentence {
    text: String,
    /// Where the name begins, in bytes.
    start: usize,
    /// Where it may end: a letter that it shares with the ending belongs to either.
    end: RangeInclusive<usize>,
}

impl Sentence {
    fn new(before: &str, name: &str, after: &str) -> Self {
        Sentence {
            text: format!("{before}{name}{after}"),
            start: before.len(),
            end: before.len() + name.len()..=before.len() + name.len(),
        }
    }

    /// What is wrong with the mentions found in it, if anything is.
    fn check(&self, town: &PlaceId) -> Result<(), String> {
        let found = places(&self.text);
        let right = |seen: &Seen| {
            seen.name.start == self.start
                && self.end.contains(&seen.name.end)
                && seen.place.as_ref() == Some(town)
        };
        if let [only] = &found[..]
            && right(only)
        {
            return Ok(());
        }
        Err(format!(
            "{}: {}, expected {town}",
            self.text,
            self.show(&found)
        ))
    }

    fn show(&self, found: &[Seen]) -> String {
        let show = |seen: &Seen| {
            let place = seen.place.as_ref().map(PlaceId::to_string);
            let name = &self.text[seen.name.clone()];
            format!("{name} {}", place.unwrap_or_default())
        };
        match found {
            [] => "no place".to_owned(),
            found => found.iter().map(show).collect::<Vec<_>>().join(", "),
        }
    }
}
