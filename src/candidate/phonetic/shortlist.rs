//! Names that phonetic keys lead to, the most promising first.

use crate::index::Index;
use crate::index::sounding::SoundingName;
use crate::phonetic::phonetic_key::PhoneticMatch;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// Maximum number of names that are looked at for a variant, before the most promising of them are
/// compared.
const MAX_SHORTLIST: usize = 20_000;

/// Maximum number of names that are compared for a variant where nothing else tells of places:
/// where no name is written in its script. Elsewhere only what sounds nearly the same is believed,
/// which is among the first.
const MAX_COMPARED: usize = 2000;
const MAX_COMPARED_BESIDE_KNOWN: usize = 400;

/// Names that phonetic keys led to, before any is compared.
#[derive(Default)]
pub(super) struct Shortlist {
    names: Vec<Listed>,
    /// The phonetic keys that were reached, for places of Arab countries alone and for all, with how much they differ:
    /// there are many ways to each.
    seen: FxHashMap<(u64, bool), u8>,
}

/// A name of the list. The order is the one in which names are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Listed {
    distance: u8,
    unimportance: u8,
    /// Position among the names of places.
    position: u32,
    /// Whether it is meant only if its place lies in an Arab country.
    arab_only: bool,
}

impl Shortlist {
    /// Adds the names of a phonetic key.
    pub fn add(&mut self, index: &Index, hit: PhoneticMatch, arab_only: bool) {
        let for_all = self.seen.get(&(hit.value, false));
        if for_all.is_some_and(|nearest| *nearest <= hit.distance) {
            return;
        }
        match self.seen.entry((hit.value, arab_only)) {
            Entry::Occupied(nearest) if *nearest.get() <= hit.distance => return,
            Entry::Occupied(mut nearest) => *nearest.get_mut() = hit.distance,
            Entry::Vacant(nearest) => {
                nearest.insert(hit.distance);
            }
        }
        let room = MAX_SHORTLIST.saturating_sub(self.names.len());
        let names = index.phonetic_postings(hit.value).take(room);
        self.names.extend(names.map(|posting| Listed {
            distance: hit.distance,
            unimportance: u8::MAX - posting.importance,
            position: posting.position,
            arab_only,
        }));
    }

    /// The names to compare: of the nearest phonetic keys, the most important places; of those that are
    /// `admitted`, which is told whether the name is meant only of an Arab country. Those of keys that
    /// differ more stay for the next call.
    pub fn most_promising<'i>(
        &mut self,
        index: &'i Index,
        max_distance: u8,
        script_is_unknown: bool,
        admitted: impl Fn(&SoundingName<'i>, bool) -> bool,
    ) -> Vec<SoundingName<'i>> {
        let most = match script_is_unknown {
            true => MAX_COMPARED,
            false => MAX_COMPARED_BESIDE_KNOWN,
        };
        let (mut names, rest): (Vec<Listed>, Vec<Listed>) = std::mem::take(&mut self.names)
            .into_iter()
            .partition(|name| name.distance <= max_distance);
        self.names = rest;
        let mut promising = Vec::new();
        let mut names = &mut names[..];
        // Few are not admitted: the first of them are all that is needed, mostly.
        while !names.is_empty() && promising.len() < most {
            if names.len() > most {
                names.select_nth_unstable(most);
            }
            let (first, rest) = names.split_at_mut(names.len().min(most));
            first.sort_unstable();
            let positions: Vec<u32> = first.iter().map(|listed| listed.position).collect();
            let read = index.names_at(&positions).zip(first.iter());
            promising.extend(
                read.filter_map(|(name, listed)| {
                    name.filter(|name| admitted(name, listed.arab_only))
                }),
            );
            names = rest;
        }
        promising.truncate(most);
        promising
    }
}
