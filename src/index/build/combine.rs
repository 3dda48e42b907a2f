//! Conflation: one gazetteer is made of several. Which places are the same, and what is known of
//! them together.
//!
//! Places are taken in the order of trust. One whose id is known already, or whose other ids lead
//! to a place that agrees with it in class and position, adds to that place what it did not have;
//! any other is a place of its own. An id that is claimed by two places stays with the first.

use crate::error::{Error, Result};
use crate::index::build::draft::{Draft, Drafts, unpack};
use crate::index::format::record::{PackedId, PlaceRecord, coordinates};
use crate::index::place_ref::MAX_SAME_AS;
use std::collections::HashMap;

/// Maximum distance in kilometres of two places with a shared id that are taken for one: a Wikidata
/// id often stands on both a town and its unit, and now and then on a namesake.
const MAX_SAME_PLACE_KM: f64 = 25.0;

/// Places in the order of their canonical ids.
#[derive(Debug, Default)]
pub(super) struct Combined {
    pub places: Vec<Draft>,
    /// Number of each place's parent.
    pub parents: Vec<Option<u32>>,
    /// Number of the place of each id, canonical or not.
    pub numbers: HashMap<PackedId, u32>,
    /// Ids that are not canonical, in order.
    pub concordances: Vec<(PackedId, u32)>,
    /// Counts of what was merged and left out.
    pub counts: ConflationCounts,
}

/// Counts of what gazetteers gave that an index holds once or not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ConflationCounts {
    /// Places that were found to be others of a more trusted gazetteer.
    pub merged: u64,
    /// Other ids left out, as they stand on another place.
    pub ids: u64,
    /// Parents left out, as they are not in the index or form a loop.
    pub parents: u64,
}

/// Drafts with the slugs that their ids are packed with.
#[derive(Clone, Copy)]
struct DraftsWithSlugs<'d> {
    drafts: &'d Drafts,
    slugs: &'d [String],
}

/// Combines all places. `strict` says of each layer whether what does not fit is an error.
pub(super) fn combine(drafts: &Drafts, strict: &[bool], slugs: &[String]) -> Result<Combined> {
    let mut combined = Combined::default();
    let mut order: Vec<u32> = (0..drafts.places.len() as u32).collect();
    order.sort_by_key(|&i| {
        let draft = &drafts.places[i as usize];
        (draft.layer, draft.id)
    });
    for i in order {
        let draft = drafts.places[i as usize];
        combined.add(
            DraftsWithSlugs { drafts, slugs },
            draft,
            strict[usize::from(draft.layer)],
        )?;
    }
    combined.number();
    combined.check_other_ids(slugs)?;
    combined.link(slugs, strict)?;
    Ok(combined)
}

impl Combined {
    fn add(&mut self, given: DraftsWithSlugs<'_>, mut draft: Draft, strict: bool) -> Result<()> {
        match self.same(given.drafts, &draft) {
            Some(number) => {
                let known = &mut self.places[number as usize];
                if known.layer == draft.layer {
                    return Err(on_two_places(given.slugs, draft.id, known, &draft));
                }
                known.population = known.population.or(draft.population);
                known.parent = known.parent.or(draft.parent);
                known.country = known.country.or(draft.country);
                if draft.id < known.id {
                    std::mem::swap(&mut known.id, &mut draft.id);
                }
                self.counts.merged += 1;
                self.numbers.insert(self.places[number as usize].id, number);
                self.claim(given, draft.id, number, &draft, strict)?;
                for &id in given.drafts.same_as(&draft) {
                    self.claim(given, id, number, &draft, strict)?;
                }
            }
            None => {
                let number = self.places.len() as u32;
                if let Some(&holder) = self.numbers.get(&draft.id) {
                    let holder = &self.places[holder as usize];
                    if holder.layer == draft.layer && strict {
                        return Err(on_two_places(given.slugs, draft.id, holder, &draft));
                    }
                    // A canonical id is believed before another place's claim to it.
                    self.counts.ids += 1;
                }
                self.numbers.insert(draft.id, number);
                self.places.push(draft);
                for &id in given.drafts.same_as(&draft) {
                    self.claim(given, id, number, &draft, strict)?;
                }
            }
        }
        Ok(())
    }

    /// The known place that this one is.
    fn same(&self, drafts: &Drafts, draft: &Draft) -> Option<u32> {
        let known = |id: &PackedId| {
            let number = *self.numbers.get(id)?;
            Some((number, &self.places[number as usize]))
        };
        if let Some((number, place)) = known(&draft.id)
            && place.id == draft.id
        {
            return Some(number);
        }
        let ids = std::iter::once(&draft.id).chain(drafts.same_as(draft));
        ids.filter_map(known)
            .find(|(_, place)| {
                // An authority that gives two ids means two places.
                place.layer != draft.layer
                    && !place.id.same_authority(draft.id)
                    && agree(drafts, place, draft)
            })
            .map(|(number, _)| number)
    }

    /// Lets an id lead to a place, unless it leads to another.
    fn claim(
        &mut self,
        given: DraftsWithSlugs<'_>,
        id: PackedId,
        number: u32,
        draft: &Draft,
        strict: bool,
    ) -> Result<()> {
        let holder = *self.numbers.entry(id).or_insert(number);
        if holder != number {
            let place = &self.places[holder as usize];
            if strict && place.layer == draft.layer {
                return Err(on_two_places(given.slugs, id, place, draft));
            }
            self.counts.ids += 1;
        }
        Ok(())
    }

    /// Numbers places in the order of their canonical ids.
    fn number(&mut self) {
        let mut order: Vec<u32> = (0..self.places.len() as u32).collect();
        order.sort_unstable_by_key(|&i| self.places[i as usize].id);
        let mut numbers = vec![0; order.len()];
        for (number, &i) in (0..).zip(&order) {
            numbers[i as usize] = number;
        }
        self.places = order.iter().map(|&i| self.places[i as usize]).collect();
        for number in self.numbers.values_mut() {
            *number = numbers[*number as usize];
        }
        let concordances = self
            .numbers
            .iter()
            .filter(|(id, number)| self.places[**number as usize].id != **id);
        self.concordances = concordances.map(|(id, number)| (*id, *number)).collect();
        self.concordances.sort_unstable();
    }

    /// That no place has more other ids than are told of it.
    fn check_other_ids(&self, slugs: &[String]) -> Result<()> {
        let mut counts = vec![0; self.places.len()];
        for &(_, number) in &self.concordances {
            let count = &mut counts[number as usize];
            *count += 1;
            if *count > MAX_SAME_AS {
                let id = unpack(self.places[number as usize].id, slugs);
                return Err(Error::build(format!(
                    "{id} has more than {MAX_SAME_AS} other ids by all gazetteers together"
                )));
            }
        }
        Ok(())
    }

    /// Finds parents by their ids. A chain that comes back to where it began is cut.
    fn link(&mut self, slugs: &[String], strict: &[bool]) -> Result<()> {
        self.parents = Vec::with_capacity(self.places.len());
        for place in &self.places {
            let Some(id) = place.parent else {
                self.parents.push(None);
                continue;
            };
            let parent = self.numbers.get(&id).copied();
            if parent.is_none() {
                if strict[usize::from(place.layer)] {
                    let (id, place) = (unpack(id, slugs), unpack(place.id, slugs));
                    return Err(Error::build(format!(
                        "there is no place {id}, the parent of {place}"
                    )));
                }
                self.counts.parents += 1;
            }
            self.parents.push(parent);
        }
        for number in 0..self.parents.len() {
            let next = |&number: &u32| self.parents[number as usize];
            if std::iter::successors(self.parents[number], next)
                .nth(PlaceRecord::MAX_PARENTS - 1)
                .is_some()
            {
                if strict[usize::from(self.places[number].layer)] {
                    return Err(Error::build(format!(
                        "the parents of {} form a loop, or are more than {}",
                        unpack(self.places[number].id, slugs),
                        PlaceRecord::MAX_PARENTS - 1
                    )));
                }
                self.parents[number] = None;
                self.counts.parents += 1;
            }
        }
        Ok(())
    }
}

/// Whether two places could be one.
fn agree(drafts: &Drafts, a: &Draft, b: &Draft) -> bool {
    let class = |draft: &Draft| drafts.features.get(draft.feature).class();
    let point = |draft: &Draft| coordinates(draft.latitude, draft.longitude);
    class(a) == class(b) && point(a).distance_km(point(b)) <= MAX_SAME_PLACE_KM
}

fn on_two_places(slugs: &[String], id: PackedId, first: &Draft, second: &Draft) -> Error {
    let [id, first, second] = [id, first.id, second.id].map(|id| unpack(id, slugs));
    Error::build(format!("{id} stands on two places, {first} and {second}"))
}
