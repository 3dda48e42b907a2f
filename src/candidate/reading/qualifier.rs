//! Qualifiers: what a part of a query may be beside a name: a country, a unit or a region, by its
//! name, its code or the word for its people; a word for a kind of place; or something unknown.

use crate::analysis::token::Tokens;
use crate::candidate::apostrophe::search;
use crate::candidate::name_hit::NameHit;
use crate::candidate::reading::frame::framed;
use crate::candidate::source::{Reach, Search};
use crate::gazetteer::codes;
use crate::index::PlaceRef;
use crate::key::Key;
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::{FeatureRule, Position, entry, entry_of};
use crate::model::evidence::{FeatureWord, StrippedAffix, Suits};
use crate::model::feature::FeatureClass;
use crate::query::Query;
use crate::query::container::Container;
use std::ops::Range;

/// Maximum number of places that a qualifier may mean.
pub(super) const MAX_CONTAINERS: usize = 64;

/// A part of a query beside its name.
#[derive(Clone, Debug)]
pub(crate) struct Qualifier {
    /// Its bytes in the query.
    pub part: Range<usize>,
    /// As it was written.
    pub text: String,
    /// The key of the name in it.
    pub key: Key,
    /// What places may be meant to lie in.
    pub containers: Vec<Container>,
    /// The word for a kind of place that it is, or that stands in it beside the word for people.
    pub kind: Option<FeatureWord>,
}

impl Qualifier {
    /// What a part of the query is; `is_marked` says whether a mark parts it from the name.
    pub fn of(
        source: Search<'_>,
        query: &Query,
        part: Range<usize>,
        reach: Reach,
        is_marked: bool,
    ) -> Qualifier {
        let text = query.name.get(part.clone()).unwrap_or_default();
        let mut qualifier = Qualifier {
            part,
            text: text.to_owned(),
            key: Key::of(text),
            containers: Vec::new(),
            kind: None,
        };
        qualifier.add_named(source, query, text, reach);
        if is_marked {
            qualifier.add_abbreviated(source, text);
        }
        qualifier.add_coded(source, text, is_marked);
        if qualifier.containers.is_empty() {
            qualifier.add_people(source, text);
        }
        if qualifier.containers.is_empty() {
            qualifier.kind = kind(text);
        }
        qualifier
    }

    /// The same words at another part of the query.
    pub fn at(&self, part: Range<usize>) -> Qualifier {
        Qualifier {
            part,
            ..self.clone()
        }
    }

    /// Whether it is known what it is.
    pub fn is_known(&self) -> bool {
        !self.containers.is_empty() || self.kind.is_some()
    }

    /// Whether it may be something that holds places, and no mere town.
    pub fn is_wide(&self) -> bool {
        self.containers.iter().any(Container::is_wide)
    }

    /// Adds the places of this name.
    fn add_named(&mut self, source: Search<'_>, query: &Query, text: &str, reach: Reach) {
        let mut named = Query::new(text);
        named.language = query.language;
        let found = search(source.up_to(reach), &named);
        let suits = |hit: &NameHit<'_>| {
            let mut words = hit.variant.stripped.iter();
            let word = words.find_map(StrippedAffix::feature_word);
            word.is_none_or(|word| word.suits(hit.name.place().feature()) != Suits::No)
        };
        // A word for a kind that suits none of the places is another source's.
        let any_suits = found.iter().any(suits);
        let mut places: Vec<PlaceRef<'_>> = Vec::new();
        for hit in found.iter().filter(|hit| !any_suits || suits(hit)) {
            let place = hit.name.place();
            let holds = !matches!(
                place.feature().class(),
                FeatureClass::Spot | FeatureClass::Road
            );
            if holds {
                places.push(place);
            }
            self.key = hit.variant.key().clone();
        }
        // Each once, though it has several such names; thousands may be named alike.
        places.sort_by_key(|place| (std::cmp::Reverse(place.importance()), place.number()));
        places.dedup_by_key(|place| place.number());
        places.truncate(MAX_CONTAINERS);
        self.containers
            .extend(places.into_iter().map(Container::of));
    }

    /// Adds the unit that this abbreviates: *Mass.*; without its dot only if it is no name.
    fn add_abbreviated(&mut self, source: Search<'_>, text: &str) {
        if !text.ends_with('.') && !self.containers.is_empty() {
            return;
        }
        let Some(id) = codes::abbreviated(text) else {
            return;
        };
        if let Some(place) = source.index.place(&id) {
            self.containers.push(Container::of(place));
        }
    }

    /// Adds what has this code: written in capitals, or parted by a mark.
    fn add_coded(&mut self, source: Search<'_>, text: &str, is_marked: bool) {
        let letters = codes::without_dots(text);
        let is_code = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let is_written = is_marked || !letters.chars().any(|c| c.is_ascii_lowercase());
        if !(2..=6).contains(&letters.len()) || !letters.chars().all(is_code) || !is_written {
            return;
        }
        let code = letters.to_ascii_uppercase();
        for id in codes::places(&code) {
            match source.index.place(&id) {
                Some(place) => self.containers.push(Container::of(place)),
                None => self
                    .containers
                    .extend(codes::country(&code).map(Container::country)),
            }
        }
    }

    /// Adds the country or region whose people the word names: الليبية, behind a word for a kind
    /// too: العاصمة الليبية.
    fn add_people(&mut self, source: Search<'_>, text: &str) {
        let (people, kind) = match framed(text) {
            Some((people, StrippedAffix::FeatureWord(word))) => (people, Some(word)),
            _ => (text, None),
        };
        let key = Key::of(people.strip_prefix("ال").unwrap_or(people));
        let demonyms = entry_of(&key).demonyms(LanguageSet::ALL);
        for id in demonyms.iter().filter_map(|demonym| demonym.place) {
            self.containers
                .extend(source.index.place(&id).map(Container::of));
        }
        if !self.containers.is_empty() {
            self.kind = kind;
        }
    }
}

/// The word for a kind of place that a text is, and nothing else (*town*, مدينة); or the form of a
/// state, with what else is said of it: *Islamic Republic*.
fn kind(text: &str) -> Option<FeatureWord> {
    let tokens = Tokens::of_name(text, LanguageSet::ALL);
    let last = tokens.list.len().checked_sub(1)?;
    let rule = |first: usize, last: usize| {
        let space = tokens.list[first].space?;
        let mut key = Vec::new();
        tokens.join_key(first, last, 0, &mut key);
        let of = |position| entry(space, &key).feature_word(LanguageSet::ALL, position);
        of(Position::Before).or_else(|| of(Position::After))
    };
    let is_state = |rule: &FeatureRule| rule.codes().any(|code| code == "PCLI");
    let state = || (0..=last).filter_map(|at| rule(at, at)).find(is_state);
    let rule = rule(0, last).or_else(state)?;
    Some(rule.word(text))
}
