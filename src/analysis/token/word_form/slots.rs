//! A hash table of numbers by spelling, which are kept elsewhere: with linear probing up to a bound, so that spellings
//! that were made to have one hash take no more time than others.

use crate::analysis::token::annotation::WordFormNumber;
use crate::analysis::token::held::held;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

/// The table.
#[derive(Debug, Default)]
pub(super) struct Slots {
    /// The hash of a spelling and its number. Their number is a power of two or none, and at most half of them is in
    /// use.
    slots: Vec<(u32, WordFormNumber)>,
    inserted: usize,
}

/// An empty slot.
const FREE: (u32, WordFormNumber) = (0, WordFormNumber::MAX);

/// Minimum number of slots: those of a short text.
const MIN_SLOTS: usize = 256;

/// How many slots a spelling may stand in; one that finds none free is not there. At most half of the slots are taken,
/// so that this happens to words that were made to have one hash.
const MAX_PROBES: usize = 64;

impl Slots {
    /// Number of bytes held.
    pub fn held(&self) -> usize {
        held(&self.slots)
    }

    /// Takes all numbers out, and keeps the memory.
    pub fn clear(&mut self) {
        self.slots.fill(FREE);
        self.inserted = 0;
    }

    /// The first of the numbers whose spelling has the hash of this one that is asked for.
    #[inline]
    pub fn find(
        &self,
        spelling: &[u8],
        is_asked: impl Fn(WordFormNumber) -> bool,
    ) -> Option<WordFormNumber> {
        let hash = hash(spelling);
        for at in probes(hash, self.slots.len()) {
            let slot = *self.slots.get(at)?;
            if slot == FREE {
                return None;
            }
            if slot.0 == hash && is_asked(slot.1) {
                return Some(slot.1);
            }
        }
        None
    }

    /// Adds the number of a spelling.
    pub fn insert(&mut self, spelling: &[u8], number: WordFormNumber) {
        self.inserted += 1;
        if self.inserted * 2 > self.slots.len() {
            let more = (self.slots.len() * 2).max(MIN_SLOTS);
            let old = std::mem::replace(&mut self.slots, vec![FREE; more]);
            for slot in old.into_iter().filter(|slot| *slot != FREE) {
                self.put(slot);
            }
        }
        self.put((hash(spelling), number));
    }

    fn put(&mut self, slot: (u32, WordFormNumber)) {
        let mut probes = probes(slot.0, self.slots.len());
        if let Some(at) = probes.find(|at| self.slots[*at] == FREE) {
            self.slots[at] = slot;
        }
    }
}

#[inline]
fn hash(spelling: &[u8]) -> u32 {
    FxBuildHasher.hash_one(spelling) as u32
}

/// Where a spelling with this hash may stand among so many slots, a power of two or none.
#[inline]
fn probes(hash: u32, slots: usize) -> impl Iterator<Item = usize> {
    let mask = slots.wrapping_sub(1);
    (0..MAX_PROBES).map(move |step| (hash as usize).wrapping_add(step) & mask)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_spellings_with_one_hash_as_many_are_there_as_may_be_looked_at() {
        let slot = |word: &String| hash(word.as_bytes()) % 4096;
        let mut words = (0..).map(|number: u32| number.to_string());
        let (alike, others): (Vec<_>, Vec<_>) = words
            .by_ref()
            .take(1_000_000)
            .partition(|word| slot(word) == slot(&"0".to_owned()));
        let mut slots = Slots::default();
        let all = alike.iter().chain(&others[..1_000]);
        for (number, word) in (0..).zip(all.clone()) {
            slots.insert(word.as_bytes(), number);
        }
        let mut found = (0..).zip(all).map(|(number, word)| {
            slots
                .find(word.as_bytes(), |found| found == number)
                .is_some()
        });
        assert!(alike.len() > 2 * MAX_PROBES);
        let found_alike = found.by_ref().take(alike.len()).filter(|found| *found);
        assert_eq!(found_alike.count(), MAX_PROBES);
        assert!(found.filter(|found| *found).count() > 990);
    }
}
