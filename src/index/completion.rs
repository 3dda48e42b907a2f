//! Completing the beginning of a name, the most important places first.
//!
//! Names are in the order of their keys, so those that begin alike are neighbors. A section
//! holds a byte of importance for each name, then for each 64 names the largest of them, then
//! for each 64 of those, and so on to a single one. Following the largest from the top finds the
//! most important of any range of names without looking at the rest.

use crate::fuzzy::{Cursor, Keys};
use crate::index::format::Section;
use crate::index::{Index, NameNumber, NameRef};
use crate::key::Key;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

/// So many bytes of a level are summed up in one of the next.
const FAN: usize = 64;

/// Appends the levels above the first one, which are the bytes that are given.
pub(super) fn push_levels(bytes: &mut Vec<u8>) {
    let mut level = 0..bytes.len();
    while level.len() > 1 {
        let start = bytes.len();
        for at in level.clone().step_by(FAN) {
            let largest = bytes[at..level.end.min(at + FAN)].iter().max();
            bytes.push(largest.copied().unwrap_or(0));
        }
        level = start..bytes.len();
    }
}

/// Length of all levels over so many names.
pub(super) fn levels_len(names: usize) -> usize {
    let level = |len: &usize| (*len > 1).then(|| len.div_ceil(FAN));
    std::iter::successors(Some(names), level).sum()
}

/// Names of a range, the most important first, and of equally important ones in their order.
pub(crate) struct Completions<'i> {
    index: &'i Index,
    range: Range<usize>,
    /// Where each level begins in the section.
    levels: Vec<usize>,
    pending: BinaryHeap<Block>,
}

/// Names that are neighbors, by what is compared first to last: importance, number of the first
/// of them, level, position in the level.
type Block = (u8, Reverse<usize>, usize, usize);

impl<'i> Completions<'i> {
    fn new(index: &'i Index, range: Range<usize>) -> Self {
        let level =
            |&(start, len): &(usize, usize)| (len > 1).then(|| (start + len, len.div_ceil(FAN)));
        let levels = std::iter::successors(Some((0, index.name_count())), level);
        let levels = levels.map(|(start, _)| start).collect();
        let mut completions = Completions {
            index,
            range,
            levels,
            pending: BinaryHeap::new(),
        };
        completions.push(completions.levels.len() - 1, 0);
        completions
    }

    /// Adds a block, if any of its names is in the range.
    fn push(&mut self, level: usize, position: usize) {
        let size = FAN.saturating_pow(level as u32);
        let first = position.saturating_mul(size).max(self.range.start);
        let end = position
            .saturating_add(1)
            .saturating_mul(size)
            .min(self.range.end);
        if first < end {
            let section = self.index.section(Section::Importances);
            let importance = section
                .get(self.levels[level] + position)
                .copied()
                .unwrap_or(0);
            self.pending
                .push((importance, Reverse(first), level, position));
        }
    }
}

impl<'i> Iterator for Completions<'i> {
    /// A name, and the importance that no further one exceeds.
    type Item = (NameRef<'i>, u8);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (importance, _, level, position) = self.pending.pop()?;
            let Some(below) = level.checked_sub(1) else {
                let name = NameRef::new(self.index, position as NameNumber);
                return Some((name, importance));
            };
            for child in position * FAN..(position + 1) * FAN {
                self.push(below, child);
            }
        }
    }
}

impl Index {
    /// The names whose keys begin with a key, the most important first.
    pub(crate) fn completions(&self, key: &Key) -> Completions<'_> {
        let range = match key.is_empty() {
            true => None,
            false => self.names_beginning(self.keys(key.space()), key.as_bytes()),
        };
        Completions::new(self, range.unwrap_or_default())
    }

    fn names_beginning(&self, keys: Keys<'_>, beginning: &[u8]) -> Option<Range<usize>> {
        let start = beginning
            .iter()
            .try_fold(keys.walk()?, |at, byte| at.step(*byte))?;
        let first = usize::try_from(first_value(start)?).ok()?;
        let last = last_value(start)?;
        let end = self.names_from(last).last()?.number() as usize + 1;
        (first <= end && end <= self.name_count()).then_some(first..end)
    }
}

/// The value of the first key from here on.
fn first_value(mut at: Cursor<'_>) -> Option<u64> {
    loop {
        if let Some(value) = at.value() {
            return Some(value);
        }
        at = (0..=u8::MAX).find_map(|byte| at.step(byte))?;
    }
}

/// The value of the last key from here on.
fn last_value(mut at: Cursor<'_>) -> Option<u64> {
    loop {
        match (0..=u8::MAX).rev().find_map(|byte| at.step(byte)) {
            Some(next) => at = next,
            None => return at.value(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::model::coordinates::Coordinates;
    use crate::model::name::{Name, NameKind};
    use crate::model::place::Place;
    use crate::model::place_id::PlaceId;

    /// Many places with names of few letters, so that most beginnings are shared.
    fn index(places: u64) -> Index {
        let mut gazetteer = Gazetteer::default();
        for number in 1..=places {
            let id = PlaceId::geonames(number);
            let mut place = Place::new(id.clone(), Coordinates::new(40.0, 44.0).unwrap());
            place.population = Some(number * 7919 % 100_003);
            gazetteer.places.push(place);
            let letters = ["a", "b", "c", "ö"];
            let text: String = (0..6)
                .map(|i| letters[((number as usize * 2_654_435_761) >> (3 * i + 5)) % 4])
                .collect();
            for language in ["en", "az"] {
                let name = Name::new(
                    id.clone(),
                    &text,
                    language.parse().unwrap(),
                    NameKind::Variant,
                );
                gazetteer.names.push(name);
            }
        }
        IndexBuilder::new()
            .add_gazetteer(gazetteer)
            .build()
            .unwrap()
    }

    #[test]
    fn completions_come_in_the_order_of_importance() {
        for places in [0, 1, 3, 40, 5000] {
            let index = index(places);
            index.verify().unwrap();
            for beginning in ["a", "ab", "abc", "cc", "cccccc", "x", "", "aaaaaaa"] {
                let key = Key::of(beginning);
                let found: Vec<_> = index
                    .completions(&key)
                    .map(|(name, most)| (most, name.number()))
                    .collect();
                let names = index.places().flat_map(|place| place.names());
                let mut expected: Vec<_> = names
                    .filter(|name| {
                        !key.is_empty()
                            && Key::of(name.text()).as_bytes().starts_with(key.as_bytes())
                    })
                    .map(|name| (name.place().importance(), name.number()))
                    .collect();
                expected.sort_by_key(|&(importance, number)| (Reverse(importance), number));
                assert_eq!(found, expected, "{places} {beginning}");
            }
        }
    }
}
