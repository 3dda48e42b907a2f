//! The search for stored phonetic keys that are compatible with any of several.
//!
//! A name has a handful of keys, which begin alike, and optional consonants let each be followed in many
//! ways. So the tree is walked once, with all of them: a nondeterministic automaton whose states are bits,
//! 16 for the positions in each key, in one number for each level of what the way there took.

use crate::fuzzy::TreeCursor;
use crate::phonetic::phonetic_key::PhoneticKey;
use crate::phonetic::phonetic_key::consonant::{OPTIONAL, is_optional, same_class, same_sound};

/// A stored phonetic key that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PhoneticMatch {
    /// The value stored with it.
    pub value: u64,
    /// Distance: consonants of one class that don't share a sound count one each, up to
    /// three of them, an edit more than all of them.
    pub distance: u8,
}

/// Levels of a state of a search by classes: how many consonants share a class alone, of which more than three
/// count as three.
const CLASS_LEVELS: usize = 4;

/// Distance of an edit: more than all consonants of a key can differ by their classes.
const EDIT_DISTANCE: u8 = 100;

/// Maximum number of nodes that a search visits, whatever the tree holds.
const MAX_VISITS: u32 = 60_000;

/// Bits of the positions in one key: from before its first letter to behind its last.
const POSITIONS: usize = 16;
const _: () = assert!(PhoneticKey::MAX_LETTERS < POSITIONS);

/// Maximum number of keys of a search.
const MAX_KEYS: usize = u64::BITS as usize / POSITIONS;

/// One more than the greatest number of a consonant that a set holds.
const LETTERS: usize = 64;

/// Stands for the end of a key among the letters that it goes on with.
const END: u64 = 1;

/// The positions that stored letters lead to, on each level.
type State<const LEVELS: usize> = [u64; LEVELS];

/// A search for phonetic keys.
pub(crate) struct PhoneticWalk<'s, F> {
    keys: &'s [&'s PhoneticKey],
    found: F,
    /// Visits of nodes of the tree that are left.
    visits: u32,
    /// For each consonant the positions before one that shares a sound with it, and before one of its class
    /// that doesn't.
    sounds: [u64; LETTERS],
    classes: [u64; LETTERS],
    /// The positions before an optional consonant, before any, and behind the last.
    optional: u64,
    before_any: u64,
    ends: u64,
    /// What a stored key must go on with from each position on, when no edit is left.
    wanted: [u64; POSITIONS * MAX_KEYS],
}

impl<'s, F: FnMut(PhoneticMatch)> PhoneticWalk<'s, F> {
    /// Maximum number of keys of a search.
    pub const MAX_KEYS: usize = MAX_KEYS;

    /// A search that calls `found` once for each stored key that any of these leads to. Keys beyond
    /// [`PhoneticWalk::MAX_KEYS`] are not searched.
    pub fn new(keys: &'s [&'s PhoneticKey], found: F) -> Self {
        PhoneticWalk {
            keys: &keys[..keys.len().min(MAX_KEYS)],
            found,
            visits: 0,
            sounds: [0; LETTERS],
            classes: [0; LETTERS],
            optional: 0,
            before_any: 0,
            ends: 0,
            wanted: [0; POSITIONS * MAX_KEYS],
        }
    }

    /// Finds keys of the same classes.
    pub fn same_classes(&mut self, start: TreeCursor<'_>) {
        self.search::<CLASS_LEVELS, true>(start);
    }

    /// Finds keys of the same sounds but for one or two, which are left out, added or others.
    pub fn edits(&mut self, start: TreeCursor<'_>, edits: u8) {
        match edits {
            0 => self.search::<1, false>(start),
            1 => self.search::<2, false>(start),
            _ => self.search::<3, false>(start),
        }
    }

    fn search<const LEVELS: usize, const BY_CLASS: bool>(&mut self, start: TreeCursor<'_>) {
        self.visits = MAX_VISITS;
        self.read_keys(BY_CLASS);
        let mut state = [0; LEVELS];
        state[0] = (0..self.keys.len()).fold(0, |starts, key| starts | 1 << (key * POSITIONS));
        self.close::<LEVELS, BY_CLASS>(&mut state);
        self.step::<LEVELS, BY_CLASS>(start, 0, &state);
    }

    fn read_keys(&mut self, by_class: bool) {
        (self.sounds, self.classes) = ([0; LETTERS], [0; LETTERS]);
        (self.optional, self.before_any, self.ends) = (0, 0, 0);
        for (key, letters) in self.keys.iter().enumerate() {
            let first = key * POSITIONS;
            let letters = letters.as_bytes();
            for (at, letter) in letters.iter().enumerate() {
                let bit = 1 << (first + at);
                let sound = same_sound(*letter);
                let class = match by_class {
                    true => same_class(*letter) & !sound,
                    false => 0,
                };
                for letter in letters_in(sound) {
                    self.sounds[usize::from(letter)] |= bit;
                }
                for letter in letters_in(class) {
                    self.classes[usize::from(letter)] |= bit;
                }
                if is_optional(*letter) {
                    self.optional |= bit;
                }
                self.before_any |= bit;
                self.wanted[first + at] = sound | class | OPTIONAL;
            }
            self.ends |= 1 << (first + letters.len());
            self.wanted[first + letters.len()] = END | OPTIONAL;
        }
    }

    /// Where a stored consonant leads, if anywhere.
    #[inline]
    fn after<const LEVELS: usize, const BY_CLASS: bool>(
        &self,
        state: &State<LEVELS>,
        letter: u8,
    ) -> Option<State<LEVELS>> {
        let sound = self.sounds.get(usize::from(letter)).copied().unwrap_or(0);
        let class = match BY_CLASS {
            true => self.classes.get(usize::from(letter)).copied().unwrap_or(0),
            false => 0,
        };
        let passed = if is_optional(letter) { u64::MAX } else { 0 };
        let mut after = [0; LEVELS];
        for level in 0..LEVELS {
            let from = state[level];
            after[level] |= (from & sound) << 1 | (from & passed);
            if BY_CLASS {
                after[(level + 1).min(LEVELS - 1)] |= (from & class) << 1;
            } else if level + 1 < LEVELS {
                // It is another than the one that is asked for, or one too many.
                after[level + 1] |= (from & self.before_any) << 1 | from;
            }
        }
        if after.iter().fold(0, |all, level| all | level) == 0 {
            return None;
        }
        self.close::<LEVELS, BY_CLASS>(&mut after);
        Some(after)
    }

    /// Adds the positions that are reached without a further stored consonant; none of them on two levels.
    #[inline]
    fn close<const LEVELS: usize, const BY_CLASS: bool>(&self, state: &mut State<LEVELS>) {
        let mut nearer = 0;
        for level in 0..LEVELS {
            let mut reached = state[level];
            loop {
                let more = (reached & self.optional) << 1 & !reached;
                if more == 0 {
                    break;
                }
                reached |= more;
            }
            reached &= !nearer;
            nearer |= reached;
            state[level] = reached;
            if !BY_CLASS && level + 1 < LEVELS {
                // One that is asked for is missing.
                state[level + 1] |= (reached & self.before_any) << 1;
            }
        }
    }

    /// With what stored keys may go on from a state without edits; bit 0 stands for their end.
    fn wanted<const LEVELS: usize>(&self, state: &State<LEVELS>) -> u64 {
        let mut positions = state.iter().fold(0, |all, level| all | level);
        let mut wanted = 0;
        while positions != 0 {
            wanted |= self.wanted[positions.trailing_zeros() as usize];
            positions &= positions - 1;
        }
        wanted
    }

    /// Goes on from a node of the tree, after `depth` consonants.
    fn step<const LEVELS: usize, const BY_CLASS: bool>(
        &mut self,
        at: TreeCursor<'_>,
        depth: usize,
        state: &State<LEVELS>,
    ) {
        match self.visits.checked_sub(1) {
            Some(left) if depth <= PhoneticKey::MAX_LETTERS => self.visits = left,
            // Damaged bytes can be deep.
            _ => return,
        }
        let ended = state.iter().position(|level| level & self.ends != 0);
        if let Some((level, value)) = ended.zip(at.value()) {
            (self.found)(PhoneticMatch {
                value,
                distance: level as u8 * if BY_CLASS { 1 } else { EDIT_DISTANCE },
            });
        }
        for letter in letters_in(at.letters()) {
            let Some(after) = self.after::<LEVELS, BY_CLASS>(state, letter) else {
                continue;
            };
            let may_edit = !BY_CLASS && after[..LEVELS - 1].iter().any(|level| *level != 0);
            let leads_on = may_edit || at.letters_towards(1 << letter, self.wanted(&after)) != 0;
            if let Some(next) = leads_on.then(|| at.step(letter)).flatten() {
                self.step::<LEVELS, BY_CLASS>(next, depth + 1, &after);
            }
        }
    }
}

fn letters_in(mut set: u64) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        let letter = (set != 0).then(|| set.trailing_zeros() as u8);
        set &= set.wrapping_sub(1);
        letter
    })
}
