//! Places that were compared with what is asked for, as long as they may be candidates.

use crate::candidate::phonetic::fits;
use crate::candidate::phonetic::request::Asked;
use crate::candidate::variant::QueryVariant;
use crate::index::NameRef;
use crate::query::Query;
use std::collections::hash_map::Entry;
use std::collections::{BinaryHeap, HashMap};

/// As many names are believed to be near enough for each candidate that is asked for; others must
/// sound nearly as well as the last of these, so much for each letter: no importance of a place
/// makes up for more.
const ENOUGH_EACH: usize = 8;
const SPREAD: u16 = 12;

/// Names of a place that are compared.
const MAX_NAMES: usize = 40;

/// Places with the nearest of their names and what it costs to take it for what was asked.
pub(super) struct Compared<'i> {
    places: HashMap<u32, (u16, NameRef<'i>)>,
    /// The costs of the nearest, the dearest first.
    nearest: BinaryHeap<u16>,
    enough: usize,
    most: u16,
    spread: u16,
    /// Whether all names of a place are compared, not those alone that were met.
    thorough: bool,
}

impl<'i> Compared<'i> {
    /// For costs of at most `most`, of a reading of so many letters.
    pub fn new(most: u16, letters: usize, limit: usize, thorough: bool) -> Self {
        Compared {
            places: HashMap::new(),
            nearest: BinaryHeap::new(),
            enough: limit.max(Query::DEFAULT_LIMIT).saturating_mul(ENOUGH_EACH),
            most,
            thorough,
            spread: SPREAD.saturating_mul(u16::try_from(letters).unwrap_or(u16::MAX)),
        }
    }

    /// What costs more is no candidate.
    fn bound(&self) -> u16 {
        match self.nearest.peek() {
            Some(last) if self.nearest.len() >= self.enough => {
                self.most.min(last.saturating_add(self.spread))
            }
            _ => self.most,
        }
    }

    /// Compares the names of a place, of which one was met.
    pub fn add(&mut self, asked: &Asked, variant: &QueryVariant, met: NameRef<'i>) {
        let mut bound = self.bound();
        let entry = match self.places.entry(met.place().number()) {
            Entry::Vacant(entry) => entry,
            Entry::Occupied(mut known) => {
                let (least, name) = *known.get();
                if !self.thorough && name.number() != met.number() {
                    let cost = asked.cost(met, bound.min(least));
                    if cost < least {
                        known.insert((cost, met));
                    }
                }
                return;
            }
        };
        let mut nearest = (asked.cost(met, bound), met);
        let others = if self.thorough { MAX_NAMES } else { 0 };
        for name in met.place().names().take(others) {
            bound = bound.min(nearest.0);
            if name.number() != met.number() && fits(variant, &name) {
                let cost = asked.cost(name, bound);
                if cost < nearest.0 {
                    nearest = (cost, name);
                }
            }
        }
        entry.insert(nearest);
        self.nearest.push(nearest.0);
        if self.nearest.len() > self.enough {
            self.nearest.pop();
        }
    }

    /// The least cost so far.
    pub fn least(&self) -> u16 {
        let costs = self.places.values().map(|(cost, _)| *cost);
        costs.min().unwrap_or(u16::MAX)
    }

    /// The candidates, the nearest first.
    pub fn ranked(self) -> Vec<(u16, NameRef<'i>)> {
        let most = self.bound();
        let places = self.places.into_values();
        let mut ranked: Vec<_> = places.filter(|(cost, _)| *cost <= most).collect();
        ranked.sort_unstable_by_key(|(cost, name)| (*cost, name.number()));
        ranked
    }
}

/// The nearest of a place's names, with its cost, where one is known already. Something is added
/// for how much farther the next one is: a place that is called so in every language is likelier
/// meant than one that one language happens to spell like another.
pub(super) fn refined<'i>(
    asked: &Asked,
    variant: &QueryVariant,
    known: (u16, NameRef<'i>),
) -> (u16, NameRef<'i>) {
    let (mut nearest, mut next) = (known, u16::MAX);
    let names = known.1.place().names().take(MAX_NAMES);
    for other in names.filter(|name| name.number() != known.1.number() && fits(variant, name)) {
        let within = next.min(nearest.0.saturating_add(MAX_APART));
        let cost = asked.cost(other, within);
        if cost < nearest.0 {
            (next, nearest) = (nearest.0, (cost, other));
        } else {
            next = next.min(cost);
        }
    }
    let (cost, name) = nearest;
    let apart = next.saturating_sub(cost).min(MAX_APART);
    let apart = if next == u16::MAX { 0 } else { apart };
    (cost.saturating_add(apart / APART_SHARE), name)
}

/// See [`refined`]: a part of so much at most, in hundredths of an edit.
const MAX_APART: u16 = 150;
const APART_SHARE: u16 = 5;
