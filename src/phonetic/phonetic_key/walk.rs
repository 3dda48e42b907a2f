//! The search for stored phonetic keys that are compatible with one.

use crate::fuzzy::TreeCursor;
use crate::phonetic::phonetic_key::PhoneticKey;
use crate::phonetic::phonetic_key::consonant::{OPTIONAL, is_optional, same_class, same_sound};

/// A stored phonetic key that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PhoneticMatch {
    /// The value stored with it.
    pub value: u64,
    /// Distance: consonants of one class that don't share a sound count one each, an
    /// edit more than all of them.
    pub distance: u8,
}

/// A search for a phonetic key.
pub(crate) struct PhoneticWalk<'s, F> {
    pattern: &'s [u8],
    found: F,
    /// Visits of nodes of the tree that are left.
    visits: u32,
    /// Whether consonants match that share a class, not a sound only.
    by_class: bool,
    /// What a stored key must go on with from each position of the pattern on, when no edit is left.
    wanted: [u64; PhoneticKey::MAX_LETTERS + 1],
}

/// Maximum number of nodes that a search visits, whatever the tree holds.
const MAX_VISITS: u32 = 60_000;

/// Stands for the end of a key among the letters that it goes on with.
const END: u64 = 1;

impl<'s, F: FnMut(PhoneticMatch)> PhoneticWalk<'s, F> {
    /// A search that calls `found` for each stored key it comes to, some more than once.
    pub fn new(phonetic_key: &'s PhoneticKey, found: F) -> Self {
        PhoneticWalk {
            pattern: phonetic_key.as_bytes(),
            found,
            visits: MAX_VISITS,
            by_class: false,
            wanted: [0; PhoneticKey::MAX_LETTERS + 1],
        }
    }

    /// Finds keys of the same classes.
    pub fn same_classes(&mut self, start: TreeCursor<'_>) {
        self.begin(true);
        self.step(start, 0, 0, 0, 0);
    }

    /// Finds keys of the same sounds but for one or two, which are left out, added or others.
    pub fn edits(&mut self, start: TreeCursor<'_>, edits: u8) {
        self.begin(false);
        self.step(start, 0, 0, edits, 0);
    }

    fn begin(&mut self, by_class: bool) {
        self.visits = MAX_VISITS;
        self.by_class = by_class;
        for position in (0..self.wanted.len()).rev() {
            let after = self.wanted.get(position + 1).copied();
            self.wanted[position] = match self.pattern.get(position) {
                None => END | OPTIONAL,
                Some(&wanted) if is_optional(wanted) => {
                    self.matching(wanted) | OPTIONAL | after.unwrap_or(END)
                }
                Some(&wanted) => self.matching(wanted) | OPTIONAL,
            };
        }
    }

    /// The stored consonants that match one of the pattern.
    fn matching(&self, wanted: u8) -> u64 {
        match self.by_class {
            true => same_class(wanted),
            false => same_sound(wanted),
        }
    }

    /// Those of some stored consonants behind which the pattern may match from a position on.
    fn towards(&self, at: TreeCursor<'_>, among: u64, position: usize, edits: u8) -> u64 {
        match (edits, self.wanted.get(position)) {
            (0, Some(wanted)) => at.letters_towards(among, *wanted),
            _ => at.letters() & among,
        }
    }

    /// Goes on from a node of the tree, after `depth` consonants, and in the pattern. While there
    /// are `edits` to be spent, or one was, consonants must share a sound.
    fn step(&mut self, at: TreeCursor<'_>, depth: usize, position: usize, edits: u8, distance: u8) {
        match self.visits.checked_sub(1) {
            Some(left) if depth <= PhoneticKey::MAX_LETTERS => self.visits = left,
            // Damaged bytes can be deep.
            _ => return,
        }
        let Some(&wanted) = self.pattern.get(position) else {
            if let Some(value) = at.value() {
                (self.found)(PhoneticMatch { value, distance });
            }
            self.skip_stored(at, depth, position, edits, distance);
            return;
        };
        let set = self.matching(wanted);
        for letter in letters(self.towards(at, set, position + 1, edits)) {
            if let Some(next) = at.step(letter) {
                let differs = same_sound(wanted) >> letter & 1 == 0;
                let distance = distance + u8::from(differs);
                self.step(next, depth + 1, position + 1, edits, distance);
            }
        }
        if is_optional(wanted) {
            self.step(at, depth, position + 1, edits, distance);
        }
        self.skip_stored(at, depth, position, edits, distance);
        if edits > 0 {
            let distance = distance + EDIT_DISTANCE;
            self.step(at, depth, position + 1, edits - 1, distance);
            for letter in letters(self.towards(at, !set, position + 1, edits - 1)) {
                if let Some(next) = at.step(letter) {
                    self.step(next, depth + 1, position + 1, edits - 1, distance);
                }
            }
        }
    }

    /// Passes over a stored consonant that is optional, or by an edit any other.
    fn skip_stored(
        &mut self,
        at: TreeCursor<'_>,
        depth: usize,
        position: usize,
        edits: u8,
        distance: u8,
    ) {
        let mut passed = self.towards(at, OPTIONAL, position, edits);
        if edits > 0 {
            passed |= self.towards(at, !OPTIONAL, position, edits - 1);
        }
        for letter in letters(passed) {
            let (edits, distance) = match is_optional(letter) {
                true => (edits, distance),
                false => (edits - 1, distance + EDIT_DISTANCE),
            };
            if let Some(next) = at.step(letter) {
                self.step(next, depth + 1, position, edits, distance);
            }
        }
    }
}

/// Distance of an edit: more than all consonants of a key can differ by their classes.
const EDIT_DISTANCE: u8 = 100;

fn letters(mut set: u64) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        let letter = (set != 0).then(|| set.trailing_zeros() as u8);
        set &= set.wrapping_sub(1);
        letter
    })
}
