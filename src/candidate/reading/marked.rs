//! Readings of a query that marks cut into segments: *Goris, Syunik Province, Armenia*;
//! *Russia, Moscow*; *Stepanakert (Khankendi)*; *Congo, Dem. Rep. of*.
//!
//! Each segment may be the name; the others are its qualifiers, and may be unknown.

use crate::candidate::name_hit::{NameHit, change_variants};
use crate::candidate::phonetic::own_names::is_arabic;
use crate::candidate::phonetic::sounds_same;
use crate::candidate::reading::judgment::{Demand, best, judged};
use crate::candidate::reading::qualifier::{MAX_CONTAINERS, Qualifier};
use crate::candidate::reading::{Found, Reader, named, read_as};
use crate::candidate::search::search_romanized;
use crate::candidate::source::Reach;
use crate::model::evidence::StrippedAffix;
use crate::query::container::{Contained, Container, Scope, Verdict};
use crate::text::script::Script;
use std::ops::Range;
use std::rc::Rc;

impl<'i> Reader<'i, '_> {
    /// The places of the readings that go best with the gazetteer.
    pub(super) fn marked(&mut self, reach: Reach) -> Found<'i> {
        let inverted = self.inverted();
        if !inverted.is_empty() {
            return Found::Places(inverted);
        }
        if let Some(found) = self.beside_inverted(reach) {
            return found;
        }
        self.join_segments();
        let segments = self.segments.clone();
        let chains: Vec<_> = segments
            .iter()
            .map(|segment| self.chain(segment.clone(), reach))
            .collect();
        let (mut found, mut is_known) = (Vec::new(), false);
        for (at, segment) in segments.iter().enumerate() {
            let beside = |own: &[Rc<Qualifier>]| {
                let others = |(other, chain): (usize, &Vec<Rc<Qualifier>>)| match other == at {
                    true => own.to_vec(),
                    false => chain.clone(),
                };
                let all = chains.iter().enumerate().flat_map(others);
                all.collect::<Vec<_>>()
            };
            let names = self.names(segment.clone(), reach);
            is_known |= !names.is_empty();
            found.extend(judged(&names, &beside(&[]), segment.start, Demand::Nothing));
            if !names.is_empty() {
                continue;
            }
            for (name, own, demand) in self.splits(segment.clone(), reach) {
                let names = self.names(name.clone(), Reach::Words);
                // Within the segment all must agree, whatever the others say.
                let own_agree = judged(&names, &own, name.start, demand);
                if !own_agree.is_empty() {
                    let all = beside(&own);
                    found.extend(judged(&names, &all, name.start, Demand::Nothing));
                }
            }
        }
        match found.is_empty() {
            false => Found::Places(best(found)),
            true if is_known && self.misspelled(reach).is_none() => {
                match self.marked_romanized(&segments, &chains) {
                    found if found.is_empty() => Found::Refuted,
                    found => Found::Places(found),
                }
            }
            true => Found::Unknown,
        }
    }

    /// The places that the other segments admit, and whose Arabic name sounds the same as the first one,
    /// though other places are spelled so: *Al-Zarqa, Jordan*.
    fn marked_romanized(
        &mut self,
        segments: &[Range<usize>],
        chains: &[Vec<Rc<Qualifier>>],
    ) -> Vec<NameHit<'i>> {
        let (Some(name), Some(beside)) = (segments.first(), chains.get(1..)) else {
            return Vec::new();
        };
        let qualifiers: Vec<_> = beside.iter().flatten().cloned().collect();
        let mut query = self.query.clone().name(self.text(name));
        if Script::of_text(&query.name) != Some(Script::Latin) {
            return Vec::new();
        }
        let known = qualifiers
            .iter()
            .filter(|qualifier| !qualifier.containers.is_empty());
        let scopes = known.map(|qualifier| Scope::not_outside(&qualifier.containers));
        query.scope.extend(scopes);
        let mut found = search_romanized(self.source, &query);
        found.retain(|hit| sounds_same(hit) && is_arabic(hit.name));
        best(judged(&found, &qualifiers, name.start, Demand::Agreement))
    }

    /// Takes segments for one whose marks are their name's own: *Racines - Ratschings, Italy*.
    fn join_segments(&mut self) {
        let mut from = 0;
        while from + 1 < self.segments.len() {
            let count = self.segments.len();
            let last = (from + 1..count).rev().find(|&to| {
                let part = self.segments[from].start..self.segments[to].end;
                to - from + 1 < count && !self.names(part, Reach::Whole).is_empty()
            });
            if let Some(to) = last {
                self.segments[from].end = self.segments[to].end;
                self.segments.drain(from + 1..=to);
            }
            from += 1;
        }
    }

    /// The places of names like the one segment that is not known as it is spelled, among those that
    /// the others admit.
    pub(super) fn marked_loosely(&mut self) -> Vec<NameHit<'i>> {
        let Some(at) = self.misspelled(Reach::Affixes) else {
            return Vec::new();
        };
        let segments = self.segments.clone();
        let name = segments[at].clone();
        let mut qualifiers = Vec::new();
        for (other, segment) in segments.iter().enumerate() {
            if other != at {
                qualifiers.extend(self.chain(segment.clone(), Reach::Affixes));
            }
        }
        let mut query = self.query.clone().name(self.text(&name));
        let known = qualifiers
            .iter()
            .filter(|qualifier| !qualifier.containers.is_empty());
        let scopes = known.map(|qualifier| Scope::not_outside(&qualifier.containers));
        query.scope.extend(scopes);
        let found = self.named_loosely(&query, true);
        best(judged(&found, &qualifiers, name.start, Demand::Nothing))
    }

    /// The first segment that is neither a name nor anything else that is known.
    fn misspelled(&mut self, reach: Reach) -> Option<usize> {
        let segments = self.segments.clone();
        (0..segments.len()).find(|&at| {
            let part = segments[at].clone();
            self.names(part.clone(), reach).is_empty()
                && self
                    .chain(part, reach)
                    .iter()
                    .all(|qualifier| !qualifier.is_known())
        })
    }

    /// The qualifiers that a segment is: one, or several in a row.
    fn chain(&mut self, segment: Range<usize>, reach: Reach) -> Vec<Rc<Qualifier>> {
        let whole = self.qualifier(segment.clone(), reach, true);
        if whole.is_known() {
            return vec![whole];
        }
        for (name, own, demand) in self.splits(segment.clone(), reach) {
            let first = self.qualifier(name.clone(), reach, false);
            let names = self.names(name.clone(), Reach::Words);
            if first.is_wide() && !judged(&names, &own, name.start, demand).is_empty() {
                let mut chain = own;
                chain.push(first);
                chain.sort_by_key(|qualifier| qualifier.part.start);
                return chain;
            }
        }
        vec![whole]
    }

    /// The places of a name that is written with its last part first: *Egypt, Arab Republic of*;
    /// *Iran (Islamic Republic of)*; *Korea, South*; *Gambia, The*.
    fn inverted(&mut self) -> Vec<NameHit<'i>> {
        let [head, tail] = &self.segments[..] else {
            return Vec::new();
        };
        let (head, tail) = (head.clone(), tail.clone());
        match self.turned_round(head, tail) {
            Some((found, spelling)) => read_as(found, &spelling),
            None => Vec::new(),
        }
    }

    /// The readings of a query with a country that is written with its last part first beside the
    /// name: *Kisangani, Congo, Dem. Rep.*
    fn beside_inverted(&mut self, reach: Reach) -> Option<Found<'i>> {
        if self.segments.len() < 3 {
            return None;
        }
        let pairs: Vec<_> = self.segments.windows(2).map(<[_]>::to_vec).collect();
        // The country mostly stands last.
        pairs.into_iter().rev().find_map(|pair| {
            let (head, tail) = (pair[0].clone(), pair[1].clone());
            let is_country = |hit: &NameHit<'_>| hit.name.place().feature().is_country();
            let (found, country) = self.turned_round(head.clone(), tail.clone())?;
            if !found.iter().any(is_country) {
                return None;
            }
            let name = &self.query.name;
            let (before, behind) = (name.get(..head.start)?, name.get(tail.end..)?);
            let spelling = format!("{before}{country}{behind}");
            let query = self.query.clone().name(spelling.as_str());
            let found = match Reader::new(self.source, &query).marked(reach) {
                Found::Places(places) => Found::Places(read_as(places, &spelling)),
                other => other,
            };
            Some(found)
        })
    }

    /// The places of two segments in the opposite order, and the spelling that has these.
    fn turned_round(
        &mut self,
        head: Range<usize>,
        tail: Range<usize>,
    ) -> Option<(Vec<NameHit<'i>>, String)> {
        let is_known = self.qualifier(tail.clone(), Reach::Words, true).is_known();
        let towns = self.names(head.clone(), Reach::Whole);
        let beside = self.text(&tail).to_owned();
        let (head, tail) = (self.text(&head), self.text(&tail));
        let small = tail.to_lowercase();
        let tail = match (small.strip_suffix(" of the"), small.strip_suffix(" of")) {
            (Some(rest), _) | (None, Some(rest)) => tail.get(..rest.len()).unwrap_or(tail),
            (None, None) => tail,
        };
        [" ", " of ", " of the "].iter().find_map(|join| {
            let spelling = format!("{tail}{join}{head}");
            let query = self.query.clone().name(spelling.as_str());
            let mut found = named(self.source, &query, Reach::Whole);
            // Else it may be a town with its country in front of it.
            found.retain(|hit| !is_known || hit.name.place().feature().is_country());
            let capitals = capitals(&towns, &found, &beside);
            if !capitals.is_empty() {
                found = capitals;
            }
            (!found.is_empty()).then_some((found, spelling))
        })
    }
}

/// The towns that lie in a country which is called after them: *Kinshasa, Congo* is the town, and not
/// the country Congo-Kinshasa. `beside` is what stands beside the town.
fn capitals<'i>(
    towns: &[NameHit<'i>],
    countries: &[NameHit<'i>],
    beside: &str,
) -> Vec<NameHit<'i>> {
    let countries = countries.iter().take(MAX_CONTAINERS);
    let countries: Vec<Container> = countries
        .map(|hit| Container::of(hit.name.place()))
        .collect();
    let lies_inside = |town: &&NameHit<'i>| {
        let contained = Contained::new(town.name.place());
        let mut verdicts = countries.iter().map(|country| country.verdict(&contained));
        verdicts.any(|verdict| verdict == Verdict::Inside)
    };
    let mut inside: Vec<NameHit<'i>> = towns.iter().filter(lies_inside).cloned().collect();
    change_variants(&mut inside, |variant| {
        let note = StrippedAffix::AgreeingQualifier(beside.to_owned());
        variant.stripped.push(note);
    });
    inside
}
