//! Names that phonetic keys lead to, the most promising first.

use crate::candidate::filter::affix::fits;
use crate::candidate::variant::QueryVariant;
use crate::index::{Index, NameRef};
use crate::phonetic::phonetic_key::PhoneticMatch;
use crate::query::Query;
use std::cmp::Reverse;
use std::collections::HashMap;

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
pub(super) struct Shortlist<'i> {
    names: Vec<(u8, Reverse<u8>, u32, NameRef<'i>)>,
    /// The phonetic keys that were reached, with how much they differ: there are many ways to each.
    seen: HashMap<u64, u8>,
}

impl<'i> Shortlist<'i> {
    /// Adds the names of a phonetic key that suit it, and the query and its variant.
    pub fn add(
        &mut self,
        index: &'i Index,
        hit: PhoneticMatch,
        query: &Query,
        variant: &QueryVariant,
        suits: impl Fn(&NameRef<'i>) -> bool,
    ) {
        let nearest = self.seen.entry(hit.value).or_insert(u8::MAX);
        if *nearest <= hit.distance {
            return;
        }
        *nearest = hit.distance;
        let room = MAX_SHORTLIST.saturating_sub(self.names.len());
        let names = index.names_of_phonetic_key(hit.value).take(MAX_SHORTLIST);
        let admitted = names
            .filter(|(name, _)| suits(name) && query.admits(name.place()) && fits(variant, name));
        let names = admitted.map(|(name, importance)| {
            let number = name.number();
            (hit.distance, Reverse(importance), number, name)
        });
        self.names.extend(names.take(room));
    }

    /// The names to compare: of the nearest phonetic keys, the most important places. Those of keys that
    /// differ more stay for the next call.
    pub fn most_promising(
        &mut self,
        max_distance: u8,
        script_is_unknown: bool,
    ) -> impl Iterator<Item = NameRef<'i>> + use<'i> {
        let (mut names, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.names)
            .into_iter()
            .partition(|(distance, ..)| *distance <= max_distance);
        self.names = rest;
        let key = |name: &(u8, Reverse<u8>, u32, NameRef<'i>)| (name.0, name.1, name.2);
        let most = match script_is_unknown {
            true => MAX_COMPARED,
            false => MAX_COMPARED_BESIDE_KNOWN,
        };
        if names.len() > most {
            names.select_nth_unstable_by_key(most, key);
            names.truncate(most);
        }
        names.into_iter().map(|(.., name)| name)
    }
}
