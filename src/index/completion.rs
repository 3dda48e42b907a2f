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
use crate::model::name::Name;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

/// Fan-out: bytes of a level whose maximum is one byte of the next.
const FAN_OUT: usize = 64;

/// Appends the levels above the first one, which are the bytes that are given.
#[cfg(feature = "build")]
pub(super) fn push_levels(bytes: &mut Vec<u8>) {
    let mut level = 0..bytes.len();
    while level.len() > 1 {
        let start = bytes.len();
        for at in level.clone().step_by(FAN_OUT) {
            let largest = bytes[at..level.end.min(at + FAN_OUT)].iter().max();
            bytes.push(largest.copied().unwrap_or(0));
        }
        level = start..bytes.len();
    }
}

/// Length of all levels in bytes, for a number of names.
pub(super) fn levels_len(names: usize) -> usize {
    let level = |len: &usize| (*len > 1).then(|| len.div_ceil(FAN_OUT));
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
        let level = |&(start, len): &(usize, usize)| {
            (len > 1).then(|| (start + len, len.div_ceil(FAN_OUT)))
        };
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
        let size = FAN_OUT.saturating_pow(level as u32);
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
            for child in position * FAN_OUT..(position + 1) * FAN_OUT {
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
        let value = |last| outmost_value(start, last, &mut { MAX_STEPS });
        let first = usize::try_from(value(false)?).ok()?;
        let end = self.names_from(value(true)?).last()?.number() as usize + 1;
        (first <= end && end <= self.name_count()).then_some(first..end)
    }
}

/// Maximum number of steps to the end of a key, a byte each: each byte of a name becomes fewer than 16
/// of its key.
pub(super) const MAX_STEPS: usize = 16 * Name::MAX_LEN;

/// The value of the first key from here on, or of the last; `None` if it is not reached in the
/// steps that are left.
fn outmost_value(mut at: Cursor<'_>, last: bool, left: &mut usize) -> Option<u64> {
    loop {
        if !last && let Some(value) = at.value() {
            return Some(value);
        }
        let Some(next) = at.step_outmost(last) else {
            return at.value();
        };
        *left = left.checked_sub(1)?;
        at = next;
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::index::format::with_section;
    use crate::key::KeySpace;
    use crate::model::coordinates::Coordinates;
    use crate::model::name::NameKind;
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
                .map(|i| letters[((number * 2_654_435_761) >> (3 * i + 5)) as usize % 4])
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

    /// Completes in an index whose keys are these bytes; counts the steps to its first and last
    /// key, however many they would be.
    fn complete_in(good: &[u8], space: KeySpace, keys: &[u8]) {
        let index = with_section(good, Section::Forward(space), keys);
        let index = Index::from_bytes(index).unwrap();
        for beginning in ["a", "ab", "თ", "東", "東京"] {
            let key = Key::of(beginning);
            if key.space() == space {
                assert!(index.completions(&key).count() <= index.name_count());
            }
        }
        let Some(start) = index.keys(space).walk() else {
            return;
        };
        let next = |letter| start.step(letter);
        for start in std::iter::once(start).chain((0..=u8::MAX).filter_map(next)) {
            for last in [false, true] {
                let mut left = 2 * keys.len() + 2;
                let most = left;
                outmost_value(start, last, &mut left);
                assert!(most - left <= keys.len(), "{} steps", most - left);
            }
        }
    }

    #[test]
    fn damaged_keys_are_completed_in_bounded_steps() {
        let mut gazetteer = index(30).to_gazetteer();
        for text in ["東京", "東京都", "東"] {
            let mut name = gazetteer.names[0].clone();
            name.text = text.to_owned();
            gazetteer.names.push(name);
        }
        let good = IndexBuilder::new()
            .add_gazetteer(gazetteer)
            .build()
            .unwrap();
        for space in [KeySpace::Latin, KeySpace::Other] {
            let keys = good.section(Section::Forward(space)).to_vec();
            for at in 0..keys.len() {
                for byte in [0x00, 0x01, 0x80, 0x91, 0xF1, 0xFF, !keys[at]] {
                    let mut damaged = keys.clone();
                    damaged[at] = byte;
                    complete_in(good.as_bytes(), space, &damaged);
                    // All distances behind it are 0 then.
                    damaged[at..].fill(0);
                    complete_in(good.as_bytes(), space, &damaged);
                }
            }
        }
        // A junction of which each child is itself, as in a file that was met with.
        let own_child = [
            0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x04, 0, 0, 0, 0x11, 0, 0, 0x14, 0x37, 0, 0, 0, 0,
            0,
        ];
        for space in [KeySpace::Latin, KeySpace::Georgian] {
            complete_in(good.as_bytes(), space, &own_child);
        }
    }

    #[test]
    fn no_name_has_a_key_that_is_too_long_to_complete() {
        // What becomes longest by normalization: one letter of three bytes, and of two.
        for letter in ["\u{FDFA}", "\u{0587}", "\u{0149}", "a", "\u{1D15E}", "㍿"] {
            let key = Key::of(&letter.repeat(Name::MAX_LEN / letter.len()));
            assert!(key.as_bytes().len() <= MAX_STEPS, "{letter}");
        }
    }
}
