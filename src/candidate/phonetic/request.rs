//! What is asked for, and what it costs to take a name for it.

use crate::index::NameRef;
use crate::phonetic::generic::Parts;
use crate::phonetic::phonetic_key::{PhoneticKey, phonetic_keys_of, without_a_word};
use crate::phonetic::sound::{Orthography, Sounds};
use crate::text::normalize::normal_form;
use crate::text::script::Script;
use std::collections::HashSet;

/// What it costs that a generic part stands in one of two names only, or in another sense.
const PART_APART: u16 = 60;

/// What it costs that the name has a third word. Every other way to take it costs less.
const LEFT_OUT: u16 = 80;

/// What it costs that words stand in another order.
const REORDERED: u16 = 30;

/// What is asked for, in the forms that names are compared with.
pub(super) struct Asked {
    pub phonetic_keys: Vec<PhoneticKey>,
    /// The whole name, and what it may be as well, with what that costs.
    wholes: Vec<(Sounds, u16)>,
    /// What is left of it without generic parts; the whole name if there are none.
    rest: Sounds,
    is_composed: bool,
    /// Whether it is two words.
    is_pair: bool,
    /// Whether it is one generic word alone.
    pub is_generic: bool,
    senses: Parts<'static>,
}

impl Asked {
    pub fn of(written: &str) -> Asked {
        let parts = Parts::of(written);
        let mut phonetic_keys = phonetic_keys_of(&parts, written);
        for heard in heard_also(written) {
            phonetic_keys.extend(phonetic_keys_of(&Parts::of(&heard), &heard));
        }
        let mut wholes = vec![(Sounds::of(written), 0)];
        let mut also = |text: String, cost: u16| {
            wholes.push((Sounds::of(&text), cost));
            phonetic_keys.extend(phonetic_keys_of(&Parts::default(), &text));
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
        let mut known = HashSet::new();
        phonetic_keys.retain(|phonetic_key| known.insert(phonetic_key.clone()));
        let rest = match parts.is_composed() {
            true => Sounds::of(&parts.rest.join(" ")),
            false => wholes[0].0,
        };
        Asked {
            phonetic_keys,
            wholes,
            rest,
            is_composed: parts.is_composed(),
            is_pair: words.len() == 2,
            is_generic: parts.rest.is_empty() && words.len() < 2,
            senses: parts.without_words(),
        }
    }

    /// What it costs to take a name for what was asked, or some more than `most`.
    pub fn cost(&self, name: NameRef<'_>, most: u16) -> u16 {
        let normalized = normal_form(name.text());
        let orthography = habit_of(name);
        let whole = Sounds::of(&normalized).read_as(orthography);
        let mut least = most.saturating_add(1);
        for (asked, more) in &self.wholes {
            let cost = asked.cost_within(&whole, least.saturating_sub(*more));
            least = least.min(cost.saturating_add(*more));
        }
        if self.is_pair && least > LEFT_OUT {
            for shorter in without_a_word(&normalized) {
                let shorter = Sounds::of(&shorter).read_as(orthography);
                let cost = self.wholes[0].0.cost_within(&shorter, least - LEFT_OUT);
                least = least.min(cost.saturating_add(LEFT_OUT));
            }
        }
        // One word alone has no generic part and another.
        if self.is_composed || normalized.contains(' ') {
            let parts = Parts::of(&normalized);
            if !(self.is_composed || parts.is_composed()) {
                return least;
            }
            let rest = match parts.is_composed() {
                true => Sounds::of(&parts.rest.join(" ")).read_as(orthography),
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
fn habit_of(name: NameRef<'_>) -> Orthography {
    Orthography::of(
        Script::of_text(name.text()),
        name.language(),
        name.place().country(),
    )
}

/// Spellings in Arabic that have other consonants than those that are written: two equal letters
/// with no vowel between them may be copied from a script that doubles them (هيللين for Hellen), and
/// letters that mostly are one sound together may be two (ميدجارد for Midgard).
fn heard_also(written: &str) -> Vec<String> {
    const TOGETHER: [&str; 6] = ["تش", "تس", "تز", "دز", "دج", "دژ"];
    if Script::of_text(written) != Some(Script::Arabic) {
        return Vec::new();
    }
    let mut single: Vec<char> = written.chars().collect();
    single.dedup();
    let single: String = single.into_iter().collect();
    let mut apart = written.to_owned();
    for pair in TOGETHER {
        // Of two words each is heard by itself.
        let mut letters = pair.chars();
        if let (Some(a), Some(b)) = (letters.next(), letters.next()) {
            apart = apart.replace(pair, &format!("{a} {b}"));
        }
    }
    let mut also = vec![single, apart];
    also.retain(|text| text != written);
    also
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
