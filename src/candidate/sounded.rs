//! The last tier: names of any script that sound like the query.
//!
//! ```text
//! reading ─> skeletons ─> names of the same classes ─> alignment ─> near enough? ─> found
//!                              └─ if none is near: names one edit away ─┘
//! ```
//!
//! Skeletons find a hundred names where one is meant; the alignment of sounds tells them
//! apart, and says of the best whether it is to be believed at all.

use super::{Found, fits, script_of};
use crate::generic::Parts;
use crate::index::{Index, NameRef};
use crate::normalize::normal_form;
use crate::query::Query;
use crate::reading::Reading;
use crate::skeleton::{Match, Skeleton, Walk, skeletons_of};
use crate::sound::{Habit, Sounds};
use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{BinaryHeap, HashMap};

/// Names that are looked at for a reading, before the most promising of them are compared.
const MOST_MET: usize = 20_000;

/// Names that are compared for a reading.
const MOST_COMPARED: usize = 2000;

/// As many names are believed to be near enough for each candidate that is asked for; others must
/// sound nearly as well as the last of these, so much for each letter: no importance of a place
/// makes up for more.
const ENOUGH_EACH: usize = 8;
const SPREAD: u16 = 12;

/// Places of which all names are compared.
const MOST_REFINED: usize = 32;

/// What it costs that a generic part stands in one of two names only, or in another sense.
const PART_APART: u16 = 60;

/// What it costs that words stand in another order.
const REORDERED: u16 = 30;

/// A best name that is dearer than this, in hundredths of an edit a letter, may have a better
/// one among those with one edit.
const SECOND_LOOK: u16 = 6;

/// Adds the names that sound like a reading.
pub(super) fn collect<'i>(
    index: &'i Index,
    query: &Query,
    reading: &Reading,
    found: &mut Vec<Found<'i>>,
) {
    let letters = reading.written.chars().filter(|c| *c != ' ').count();
    let script_is_known = index.keys(reading.key.space()).walk().is_some();
    let (Some(most), Some(start)) = (bearable(letters, script_is_known), index.skeletons()) else {
        return;
    };
    let asked = Asked::of(&reading.written);
    // Generic words alone may be a name (Porto, San), but nothing that is only like one.
    let most = match asked.is_generic {
        true => most.min(SECOND_LOOK),
        false => most,
    };
    let most = most.saturating_mul(u16::try_from(letters).unwrap_or(u16::MAX));
    let mut met = Met::default();
    let mut compared = Compared::new(most, letters, query.limit);
    for edit in [false, true] {
        for skeleton in &asked.skeletons {
            let meet = |hit| met.add(index, hit, query, reading);
            let mut walk = Walk::new(skeleton, meet);
            match edit {
                false => walk.same_classes(start),
                true => walk.one_edit(start),
            }
        }
        for name in met.most_promising() {
            compared.add(&asked, name);
        }
        let best = compared.nearest.iter().min();
        let near = best.is_some_and(|best| per_letter(*best, letters) <= SECOND_LOOK);
        if near || asked.is_generic || most < CONSONANT {
            break;
        }
    }
    let mut by_place: HashMap<u32, (u16, NameRef<'i>)> = HashMap::new();
    let most = compared.bound();
    for (cost, name) in compared.names.into_values() {
        let best = by_place
            .entry(name.place().number())
            .or_insert((cost, name));
        if (cost, name.number()) < (best.0, best.1.number()) {
            *best = (cost, name);
        }
    }
    let mut ranked: Vec<(u16, NameRef<'i>)> = by_place.into_values().collect();
    ranked.retain(|(cost, _)| *cost <= most);
    ranked.sort_unstable_by_key(|(cost, name)| (*cost, name.number()));
    for (cost, name) in ranked.iter_mut().take(MOST_REFINED) {
        (*cost, *name) = refined(&asked, reading, *name);
    }
    let written = reading.to_written();
    for (cost, name) in ranked {
        let bearable = match script_is_known && is_written_in(name, reading) {
            true => bearable_beside_known(letters),
            false => bearable(letters, script_is_known),
        };
        if bearable.is_some_and(|most| per_letter(cost, letters) <= most) {
            let mut new = Found::exact(name, written.clone());
            new.cost = cost;
            new.sounded = true;
            found.push(new);
        }
    }
}

/// The nearest of a place's names, with its cost. Something is added for how much farther the next
/// one is: a place that is called so in every language is likelier meant than one that one
/// language happens to spell like another.
fn refined<'i>(asked: &Asked, reading: &Reading, name: NameRef<'i>) -> (u16, NameRef<'i>) {
    let (mut nearest, mut next) = ((u16::MAX, name), u16::MAX);
    for other in name.place().names().filter(|name| fits(reading, name)) {
        let within = next.min(nearest.0.saturating_add(APART_MOST));
        let cost = asked.cost(other, within);
        if cost < nearest.0 {
            (next, nearest) = (nearest.0, (cost, other));
        } else {
            next = next.min(cost);
        }
    }
    let (cost, name) = nearest;
    let apart = next.saturating_sub(cost).min(APART_MOST);
    let apart = if next == u16::MAX { 0 } else { apart };
    (cost.saturating_add(apart / APART_SHARE), name)
}

/// See [`refined`]: a part of so much at most, in hundredths of an edit.
const APART_MOST: u16 = 150;
const APART_SHARE: u16 = 5;

/// Names with what it costs to take them for what was asked.
struct Compared<'i> {
    names: HashMap<u32, (u16, NameRef<'i>)>,
    /// The costs of the nearest, the dearest first.
    nearest: BinaryHeap<u16>,
    enough: usize,
    most: u16,
    spread: u16,
}

impl<'i> Compared<'i> {
    /// For costs of at most `most`, of a reading of so many letters.
    fn new(most: u16, letters: usize, limit: usize) -> Self {
        Compared {
            names: HashMap::new(),
            nearest: BinaryHeap::new(),
            enough: limit.saturating_mul(ENOUGH_EACH),
            most,
            spread: SPREAD.saturating_mul(u16::try_from(letters).unwrap_or(u16::MAX)),
        }
    }

    /// What costs more is no candidate.
    fn bound(&self) -> u16 {
        match self.nearest.peek() {
            Some(last) if self.nearest.len() >= self.enough => {
                self.most.min(last.saturating_add(self.spread))
            }
            _ => self.most,
        }
    }

    fn add(&mut self, asked: &Asked, name: NameRef<'i>) {
        let bound = self.bound();
        let Entry::Vacant(entry) = self.names.entry(name.number()) else {
            return;
        };
        let cost = asked.cost(name, bound);
        entry.insert((cost, name));
        self.nearest.push(cost);
        if self.nearest.len() > self.enough {
            self.nearest.pop();
        }
    }
}

/// Whether the place has a name in the script of the reading.
fn is_written_in(name: NameRef<'_>, reading: &Reading) -> bool {
    let asked = script_of(&reading.written);
    let mut names = name.place().names();
    names.any(|name| script_of(name.text()) == asked)
}

/// The dearest that a name is believed to be what was written, in hundredths of an edit a
/// letter, of a place that no name is known of in the script that it was written in. If the
/// gazetteer has no names in that script at all, names in others are all there is to go by;
/// else many places that are written about have one.
fn bearable(letters: usize, script_is_known: bool) -> Option<u16> {
    match (letters, script_is_known) {
        (0..=1, _) => None,
        (_, false) => Some(60),
        (2..=4, true) => None,
        (5..=6, true) => Some(6),
        (7..=8, true) => Some(5),
        (9..=10, true) => Some(9),
        (_, true) => Some(12),
    }
}

/// The same where the place has names in this script. What is spelled like none of them is
/// more likely an ordinary word or a person than another spelling: it must be long and sound
/// the same. Measured on words and persons' names that are no places.
fn bearable_beside_known(letters: usize) -> Option<u16> {
    match letters {
        0..=8 => None,
        9..=10 => Some(7),
        11..=14 => Some(9),
        _ => Some(15),
    }
}

fn per_letter(cost: u16, letters: usize) -> u16 {
    cost / u16::try_from(letters.max(1)).unwrap_or(u16::MAX)
}

/// No consonant too many, too few or of another class costs less.
const CONSONANT: u16 = 50;

/// What is asked for, in the forms that names are compared with.
struct Asked {
    skeletons: Vec<Skeleton>,
    /// The whole name, and what it may be as well, with what that costs.
    wholes: Vec<(Sounds, u16)>,
    /// What is left of it without generic parts; the whole name if there are none.
    rest: Sounds,
    is_composed: bool,
    is_generic: bool,
    senses: Parts<'static>,
}

impl Asked {
    fn of(written: &str) -> Asked {
        let parts = Parts::of(written);
        let mut skeletons = skeletons_of(&parts, written);
        let mut wholes = vec![(Sounds::of(written), 0)];
        let mut also = |text: String, cost: u16| {
            wholes.push((Sounds::of(&text), cost));
            for skeleton in skeletons_of(&Parts::default(), &text) {
                if !skeletons.contains(&skeleton) {
                    skeletons.push(skeleton);
                }
            }
        };
        if let Some(bare) = without_articles(written) {
            also(bare, ARTICLE);
        }
        let words: Vec<&str> = written.split(' ').collect();
        if (2..=3).contains(&words.len()) {
            for first in 1..words.len() {
                let (after, before) = words.split_at(first);
                also(
                    format!("{} {}", before.join(" "), after.join(" ")),
                    REORDERED,
                );
            }
        }
        let rest = match parts.is_composed() {
            true => Sounds::of(&parts.rest.join(" ")),
            false => wholes[0].0,
        };
        Asked {
            skeletons,
            wholes,
            rest,
            is_composed: parts.is_composed(),
            is_generic: parts.rest.is_empty(),
            senses: parts.without_words(),
        }
    }

    /// What it costs to take a name for what was asked, or some more than `most`.
    fn cost(&self, name: NameRef<'_>, most: u16) -> u16 {
        let normalized = normal_form(name.text());
        let habit = habit_of(name);
        let whole = Sounds::of(&normalized).read_as(habit);
        let mut least = most.saturating_add(1);
        for (asked, more) in &self.wholes {
            let cost = asked.cost_within(&whole, least.saturating_sub(*more));
            least = least.min(cost.saturating_add(*more));
        }
        // One word alone has no generic part and another.
        if self.is_composed || normalized.contains(' ') {
            let parts = Parts::of(&normalized);
            if !(self.is_composed || parts.is_composed()) {
                return least;
            }
            let rest = match parts.is_composed() {
                true => Sounds::of(&parts.rest.join(" ")).read_as(habit),
                false => whole,
            };
            let apart = u16::try_from(self.senses.senses_apart(&parts)).unwrap_or(u16::MAX);
            let apart = apart.saturating_mul(PART_APART);
            let cost = self.rest.cost_within(&rest, least.saturating_sub(apart));
            least = least.min(cost.saturating_add(apart));
        }
        least
    }
}

/// How the letters of a name are read.
fn habit_of(name: NameRef<'_>) -> Habit {
    Habit::of(
        script_of(name.text()),
        name.language(),
        name.place().country(),
    )
}

/// What it costs that the Arabic article came off.
const ARTICLE: u16 = 20;

/// The words without the Arabic article, if any has it.
fn without_articles(written: &str) -> Option<String> {
    let bare = |word: &'_ str| -> Option<String> {
        let rest = word.strip_prefix("ال")?;
        (rest.chars().count() >= 3).then(|| rest.to_owned())
    };
    let words: Vec<String> = written
        .split(' ')
        .map(|word| bare(word).unwrap_or_else(|| word.to_owned()))
        .collect();
    let bare = words.join(" ");
    (bare != written).then_some(bare)
}

/// Names that were met, before any is compared.
#[derive(Default)]
struct Met<'i> {
    names: Vec<(u8, Reverse<u8>, u32, NameRef<'i>)>,
}

impl<'i> Met<'i> {
    fn add(&mut self, index: &'i Index, hit: Match, query: &Query, reading: &Reading) {
        let room = MOST_MET.saturating_sub(self.names.len());
        let names = index.names_of_skeleton(hit.value).take(MOST_MET);
        let admitted = names.filter(|(name, _)| query.admits(name.place()) && fits(reading, name));
        let met = admitted.map(|(name, importance)| {
            let number = name.number();
            (hit.distance, Reverse(importance), number, name)
        });
        self.names.extend(met.take(room));
    }

    /// The names to compare: of the nearest skeletons, the most important places.
    fn most_promising(&mut self) -> impl Iterator<Item = NameRef<'i>> + use<'i> {
        let mut names = std::mem::take(&mut self.names);
        let key = |name: &(u8, Reverse<u8>, u32, NameRef<'i>)| (name.0, name.1, name.2);
        if names.len() > MOST_COMPARED {
            names.select_nth_unstable_by_key(MOST_COMPARED, key);
            names.truncate(MOST_COMPARED);
        }
        names.into_iter().map(|(.., name)| name)
    }
}
