//! Places that were compared with the request, as long as they may be candidates.

use crate::candidate::filter::affix::Fit;
use crate::candidate::phonetic::own_names::OwnNames;
use crate::candidate::phonetic::request::PhoneticRequest;
use crate::candidate::variant::QueryVariant;
use crate::index::sounding::SoundingName;
use crate::index::{NameRef, PlaceRef};
use crate::phonetic::sound::Sounds;
use crate::query::Query;
use rustc_hash::FxHashMap;
use std::collections::BinaryHeap;
use std::collections::hash_map::Entry;

/// Places that are near enough, whatever they cost, for each candidate that the query asks for.
pub(super) const NEAR_PER_CANDIDATE: usize = 2;

/// Maximum alignment cost a letter beyond that of the last of these, in hundredths of an edit: hardly any
/// importance of a place makes up for more. With 12, and with 8 places for each candidate, 5 of 1,100 answers are others
/// and as many are right (.713 first, .865 among five).
pub(super) const SPREAD: u16 = 8;

/// Maximum number of names of a place that are compared.
pub(super) const MAX_NAMES: usize = 40;

/// What comparing names beside those of the shortlist may take in all, where one takes the square of the request's letters:
/// a name of twelve has 40 more for each of 1,300 places.
const MAX_STEPS: usize = 8_000_000;

/// Places with the nearest of their names and its alignment cost.
pub(super) struct Comparison<'i> {
    places: FxHashMap<u32, (u16, NameRef<'i>, OwnNames)>,
    /// The least costs, the greatest of them first.
    nearest: BinaryHeap<u16>,
    enough: usize,
    spread: u16,
    /// How many names beside those of the shortlist may still be compared.
    names_left: usize,
}

impl<'i> Comparison<'i> {
    /// For a variant of so many letters.
    pub fn new(letters: usize, limit: usize) -> Self {
        Comparison {
            places: FxHashMap::default(),
            nearest: BinaryHeap::new(),
            enough: limit
                .max(Query::DEFAULT_LIMIT)
                .saturating_mul(NEAR_PER_CANDIDATE),
            names_left: MAX_STEPS / letters.saturating_mul(letters).max(1),
            spread: SPREAD.saturating_mul(u16::try_from(letters).unwrap_or(u16::MAX)),
        }
    }

    /// Maximum cost of a candidate beside those that were compared.
    pub fn bound(&self) -> u16 {
        let mut costs: Vec<u16> = self.places.values().map(|(cost, ..)| *cost).collect();
        match self.enough.checked_sub(1) {
            Some(last) if last < costs.len() => {
                let (_, last, _) = costs.select_nth_unstable(last);
                last.saturating_add(self.spread)
            }
            _ => Sounds::FAR,
        }
    }

    /// No less than that, at hand: of a place the name that was compared first counts.
    fn bound_so_far(&self) -> u16 {
        match self.nearest.peek() {
            Some(last) if self.nearest.len() >= self.enough => last.saturating_add(self.spread),
            _ => Sounds::FAR,
        }
    }

    /// Compares a name of the shortlist, and with it those of its place that tell. `max_cost` says what a name of a
    /// place may cost.
    pub fn add(
        &mut self,
        request: &PhoneticRequest,
        variant: &QueryVariant,
        fit: Fit,
        shortlisted: &SoundingName<'i>,
        max_cost: impl Fn(PlaceRef<'i>, OwnNames) -> u16,
    ) {
        let place = shortlisted.name.place();
        let bound = self.bound_so_far();
        let entry = match self.places.entry(shortlisted.place_number()) {
            Entry::Vacant(entry) => entry,
            Entry::Occupied(mut known) => {
                let (least, name, own) = *known.get();
                // Of Arabic names all were compared.
                if own != OwnNames::Arabic && name.number() != shortlisted.name.number() {
                    let bound = bound.min(max_cost(place, own)).min(least);
                    let cost = request.cost(shortlisted, own, bound);
                    if cost < least && cost <= bound {
                        known.insert((cost, shortlisted.name, own));
                    }
                }
                return;
            }
        };
        let own = request.own_names(place);
        let max_cost = max_cost(place, own);
        let mut bound = bound.min(max_cost);
        let cost = request.cost(shortlisted, own, bound);
        let mut nearest = (cost, shortlisted.name, own);
        let others = match own {
            OwnNames::None => 0,
            _ => MAX_NAMES,
        };
        let mut last = *shortlisted;
        for name in place.names().take(others) {
            bound = bound.min(nearest.0);
            if own.include(name)
                && name.number() != shortlisted.name.number()
                && fit.admits(variant, name)
            {
                // What several languages call a place alike stands in a row, mostly.
                let sounding = SoundingName::from(name);
                if last.sounds_as(&sounding) {
                    continue;
                }
                last = sounding;
                let Some(left) = self.names_left.checked_sub(1) else {
                    break;
                };
                self.names_left = left;
                let cost = request.cost(&sounding, own, bound);
                if cost < nearest.0 {
                    nearest = (cost, name, own);
                }
            }
        }
        if nearest.0 > max_cost {
            nearest.0 = Sounds::FAR;
        }
        entry.insert(nearest);
        self.nearest.push(nearest.0);
        if self.nearest.len() > self.enough {
            self.nearest.pop();
        }
    }

    /// The least cost so far.
    pub fn least(&self) -> u16 {
        let costs = self.places.values().map(|(cost, ..)| *cost);
        costs.min().unwrap_or(u16::MAX)
    }

    /// The candidates, the nearest first.
    pub fn ranked(self) -> Vec<(u16, NameRef<'i>)> {
        let bound = self.bound();
        let places = self.places.into_values();
        let places = places.map(|(cost, name, _)| (cost, name));
        let mut ranked: Vec<_> = places
            .filter(|(cost, _)| *cost <= bound && *cost < Sounds::FAR)
            .collect();
        ranked.sort_unstable_by_key(|(cost, name)| (*cost, name.number()));
        ranked
    }
}

/// The nearest of a place's names, with its cost, where one is known already. Something is added
/// for how much farther the next one is: a place that is called so in every language is likelier
/// meant than one that one language happens to spell like another.
pub(super) fn refined<'i>(
    request: &PhoneticRequest,
    variant: &QueryVariant,
    fit: Fit,
    known: (u16, NameRef<'i>),
) -> (u16, NameRef<'i>) {
    let (mut nearest, mut next) = (known, u16::MAX);
    let own = request.own_names(known.1.place());
    let names = known.1.place().names().take(MAX_NAMES);
    for other in
        names.filter(|name| name.number() != known.1.number() && fit.admits(variant, *name))
    {
        let within = next.min(nearest.0.saturating_add(MAX_APART));
        let cost = request.cost(&other.into(), own, within);
        if cost < nearest.0 {
            (next, nearest) = (nearest.0, (cost, other));
        } else {
            next = next.min(cost);
        }
    }
    let (cost, name) = nearest;
    let apart = next.saturating_sub(cost).min(MAX_APART);
    // What a place is called in Latin letters besides says nothing of what its own name is made into.
    let counts = next != u16::MAX && own == OwnNames::None;
    let apart = if counts { apart } else { 0 };
    (cost.saturating_add(apart / APART_SHARE), name)
}

/// Maximum distance of the next name that [`refined`] counts, in hundredths of an edit, and the share
/// of it that is added to the cost.
const MAX_APART: u16 = 150;
const APART_SHARE: u16 = 5;

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use super::*;
    use crate::candidate::variant::whole;
    use crate::resolver::Resolver;
    use std::collections::BTreeMap;

    /// The least cost of each place, of all its names that tell, compared without any bound; then those
    /// that are near enough.
    fn plain(
        request: &PhoneticRequest,
        variant: &QueryVariant,
        shortlist: &[NameRef<'_>],
        (letters, limit): (u16, usize),
        max: u16,
    ) -> Vec<(u16, u32)> {
        let mut places: BTreeMap<u32, u16> = BTreeMap::new();
        for listed in shortlist {
            let place = listed.place();
            let own = request.own_names(place);
            let tells = |name: &NameRef<'_>| {
                let is_listed = name.number() == listed.number();
                is_listed || (own.include(*name) && Fit::of(variant).admits(variant, *name))
            };
            let costs = place.names().take(MAX_NAMES).chain([*listed]).filter(tells);
            let costs = costs.map(|name| request.cost(&name.into(), own, Sounds::FAR));
            let least = costs.min();
            let known = places.entry(place.number()).or_insert(Sounds::FAR);
            *known = (*known).min(least.unwrap_or(Sounds::FAR));
        }
        let mut ranked: Vec<_> = places
            .into_iter()
            .map(|(place, cost)| (cost, place))
            .collect();
        ranked.retain(|(cost, _)| *cost <= max);
        ranked.sort_unstable();
        let last = ranked
            .get(limit * NEAR_PER_CANDIDATE - 1)
            .map(|(cost, _)| *cost);
        let bound = last.map_or(Sounds::FAR, |last| last.saturating_add(SPREAD * letters));
        ranked.retain(|(cost, _)| *cost <= bound && *cost < Sounds::FAR);
        ranked
    }

    /// In whatever order names come, and however much bounds cut, what is left is what comparing everything
    /// would leave.
    #[test]
    fn bounds_leave_what_comparing_everything_leaves() {
        let resolver = Resolver::embedded();
        let names = resolver.index().places().step_by(23);
        let mut shortlist: Vec<_> = names.filter_map(|place| place.names().next()).collect();
        for (query, max) in [
            ("Vlavan", 300),
            ("خانكيندي", 250),
            ("Zarqa", 90),
            ("Ստեփանավան", 400),
            ("Верхний Талин", 150),
            ("سان بيتر", 500),
        ] {
            let variant = whole(query, None).unwrap();
            let request = PhoneticRequest::of(&variant.text, query);
            let letters = variant.text.chars().filter(|c| *c != ' ').count();
            let how = (letters as u16, Query::DEFAULT_LIMIT);
            let expected = plain(&request, &variant, &shortlist, how, max);
            for _ in 0..2 {
                shortlist.reverse();
                let mut comparison = Comparison::new(letters, Query::DEFAULT_LIMIT);
                for name in &shortlist {
                    let name = SoundingName::from(*name);
                    comparison.add(&request, &variant, Fit::of(&variant), &name, |_, _| max);
                }
                let ranked = comparison.ranked().into_iter();
                let mut ranked: Vec<_> = ranked
                    .map(|(cost, name)| (cost, name.place().number()))
                    .collect();
                ranked.sort_unstable();
                assert_eq!(ranked, expected, "{query}");
            }
        }
    }
}
