//! Candidates: the names that a query finds, tier by tier, before they are ranked.
//!
//! The first tier that finds an admissible place answers: the name as it was written; the
//! name with something taken off it; names one edit away, then two; names that sound alike.

pub(crate) mod affix;
pub(crate) mod apostrophe;
pub(crate) mod ordinary_word;
pub(crate) mod phonetic;
pub(crate) mod prefix;
pub(crate) mod variant;

use crate::candidate::affix::{fits, is_told_from_ending};
pub(crate) use crate::candidate::apostrophe::{search, search_by_sound};
use crate::candidate::ordinary_word::{
    common_word, is_demonym, is_ordinary, is_word, may_name_all_the_same,
};
use crate::candidate::prefix::complete;
use crate::candidate::variant::{Reading, readings};
use crate::index::{Index, NameRef};
use crate::key::{Key, KeySpace};
use crate::lang::affix::{is_derived, looks_derived};
use crate::lang::confusion;
use crate::lang::confusion::{fold_cost, plain};
use crate::model::evidence::Spelling;
use crate::query::{MaxEdits, Query};
use crate::rank::candidate::{Candidate, Written};
use crate::rank::score::score;
use crate::text::normalize::{normal_form, normalize};
use std::sync::Arc;

/// A name that was found, and what it was found for.
#[derive(Clone, Debug)]
pub(crate) struct Found<'i> {
    pub name: NameRef<'i>,
    /// Distance between the folded keys, in letters.
    pub edits: u8,
    /// What the edits cost by what writers confuse, in hundredths of an edit.
    pub cost: u16,
    pub written: Arc<Written>,
    /// Whether the spelling may be the beginning of the name only.
    pub completed: bool,
    /// Whether the place was asked for by an id.
    pub by_id: bool,
    /// Whether the name was found by its sound; the cost is that of the alignment then.
    pub sounded: bool,
}

impl<'i> Found<'i> {
    /// A name found by its key.
    pub fn exact(name: NameRef<'i>, written: Arc<Written>) -> Self {
        Found {
            name,
            edits: 0,
            cost: 0,
            written,
            completed: false,
            by_id: false,
            sounded: false,
        }
    }

    /// A name of a place that was asked for by its id.
    pub fn by_id(name: NameRef<'i>) -> Self {
        Found {
            by_id: true,
            ..Found::exact(name, Written::new(name.text().to_owned(), Vec::new()))
        }
    }
}

/// A reading from which something was taken off may be searched with edits only if this many
/// letters are left: what was taken off could itself be a part of the misspelled name.
const EDITED_STEM_LETTERS: usize = 8;

/// The names that are spelled like a query as it stands; otherwise as [`search`].
fn search_spelled<'i>(index: &'i Index, query: &Query) -> Vec<Found<'i>> {
    let readings = readings(&query.name);
    let Some((whole, stems)) = readings.split_first() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let done = |found: &Vec<Found>| !query.exhaustive && !found.is_empty();

    collect(index, query, whole, 0, &mut found);
    let words = !query.prefix && query.max_edits == MaxEdits::Auto;
    if words && common_word(whole).is_some() {
        if is_ordinary(whole) {
            let spelled = plain(&whole.written);
            found.retain(|found| plain(normalize(found.name.text()).as_str()) == spelled);
        }
        return found;
    }
    // Stems come ordered by how much was taken off; the least that leaves a name is right.
    for group in stems.chunk_by(|a, b| a.taken.len() == b.taken.len()) {
        if done(&found) {
            return found;
        }
        if words && is_demonym(whole) {
            return found;
        }
        let people = words && group.iter().any(is_demonym);
        for reading in group {
            if words && is_word(reading) {
                if may_name_all_the_same(query, reading) {
                    collect_words(index, query, reading, &mut found);
                }
            } else if !people {
                collect(index, query, reading, 0, &mut found);
            }
        }
        if people {
            return found;
        }
    }
    if words && readings.iter().any(is_word) {
        return found;
    }
    for edits in 1..=crate::query::MaxEdits::MOST {
        if done(&found) {
            return found;
        }
        for reading in &readings {
            let letters = reading.key.len();
            let long_enough = reading.only_feature_words() || letters >= EDITED_STEM_LETTERS;
            if long_enough && query.max_edits.for_length(letters) >= edits {
                collect(index, query, reading, edits, &mut found);
            }
        }
    }
    found
}

/// Adds the names that are spelled as a reading is, which is a word of the language as well.
fn collect_words<'i>(
    index: &'i Index,
    query: &Query,
    reading: &Reading,
    found: &mut Vec<Found<'i>>,
) {
    let mut named = Vec::new();
    collect(index, query, reading, 0, &mut named);
    let spelled = plain(&reading.written);
    for mut name in named {
        if plain(&normal_form(name.name.text())) == spelled {
            Arc::make_mut(&mut name.written).is_word = true;
            found.push(name);
        }
    }
}

/// The names that sound like a query as it stands; none if the query asks for
/// spellings alone, or is an ordinary word.
fn search_heard<'i>(index: &'i Index, query: &Query) -> Vec<Found<'i>> {
    let mut found = Vec::new();
    if query.prefix || query.spelled || query.max_edits != MaxEdits::Auto {
        return found;
    }
    let readings = readings(&query.name);
    let is_word = |reading: &Reading| {
        // Beside a feature word an adjective names a unit: Иркутская область.
        let bare = reading.taken.is_empty();
        let derived = || bare && looks_derived(reading.key.space(), &reading.written);
        common_word(reading).is_some() || is_demonym(reading) || derived()
    };
    let mut words = readings
        .iter()
        .filter(|reading| is_heard(reading) || reading.has_clitic());
    // Where no name is written in the script, words of it were asked for because they are names.
    let has_names = |reading: &Reading| index.keys(reading.key.space()).walk().is_some();
    if words.any(|reading| is_word(reading) && has_names(reading)) {
        return found;
    }
    for reading in readings.iter().filter(|reading| is_heard(reading)) {
        phonetic::collect(index, query, reading, &mut found);
    }
    found
}

/// Whether names may sound like a reading: only what stood around the name may be off, since a
/// letter more or less is all that tells many names apart.
fn is_heard(reading: &Reading) -> bool {
    reading.only_feature_words()
}

/// Adds the names within `edits` of a reading that the query admits.
fn collect<'i>(
    index: &'i Index,
    query: &Query,
    reading: &Reading,
    edits: u8,
    found: &mut Vec<Found<'i>>,
) {
    let key = &reading.key;
    let written = reading.to_written();
    let admitted = |name: &NameRef<'i>| {
        fits(reading, name)
            && is_told_from_ending(query, reading, *name)
            && query.admits(name.place())
    };
    if edits == 0 && !query.prefix {
        let names = index.names_of_key(key).filter(admitted);
        found.extend(names.map(|name| Found::exact(name, written.clone())));
        return;
    }
    if edits == 0 && !query.exhaustive {
        complete(index, query, reading, admitted, found);
        return;
    }
    let letters: Vec<char> = key.to_string().chars().collect();
    let keys = index.keys(key.space());
    keys.within(key.as_bytes(), edits, query.prefix, &mut |hit| {
        for name in index.names_from(hit.value).filter(admitted) {
            let mut new = Found::exact(name, written.clone());
            new.edits = hit.edits;
            let named: Vec<char> = Key::of(name.text()).to_string().chars().collect();
            if query.prefix && named.len() > letters.len() {
                new.completed = true;
                new.cost = 100 * u16::from(hit.edits);
            } else {
                new.cost = confusion::cost(key.space(), &letters, &named);
            }
            let bearable = bearable_cost(key.space(), telling_letters(&letters), hit.edits);
            let believed = || {
                let normalized = normalize(name.text());
                new.cost <= bearable && !is_derived(key.space(), &written.text, normalized.as_str())
            };
            if query.max_edits != MaxEdits::Auto || believed() {
                found.push(new);
            }
        }
    });
}

/// How many letters tell a name from others: the Arabic article tells nothing.
fn telling_letters(letters: &[char]) -> usize {
    letters.strip_prefix(&['ا', 'ل']).unwrap_or(letters).len()
}

/// The dearest slips, in hundredths of an edit, that a name of so many letters is believed to
/// have suffered in one edit or in two. A short word that differs from a name by more than what
/// writers commonly confuse is more likely another word; measured on frequent words of news
/// that are no names.
fn bearable_cost(space: KeySpace, letters: usize, edits: u8) -> u16 {
    // One vowel makes another word of an Arabic root, or of an English syllable.
    let one_vowel = matches!(space, KeySpace::Arabic | KeySpace::Latin);
    match (letters, edits) {
        (0..=4, _) => 25,
        (5, _) if one_vowel => 30,
        (5, _) => 35,
        (6, _) => 60,
        (7, 1) => 85,
        (_, 1) => 100,
        (7, _) => 50,
        (8, _) => 70,
        (9, _) => 90,
        _ => 150,
    }
}

/// Weighs one found name.
pub(crate) fn appraise<'r>(query: &Query, found: Found<'r>) -> Candidate<'r> {
    let Found {
        name,
        edits,
        cost,
        written,
        completed,
        by_id,
        sounded,
    } = found;
    let spelling = match edits {
        _ if by_id => Spelling::Id,
        _ if sounded => Spelling::Sounded { cost },
        0 if completed => {
            let letters = written.letters();
            let matched = normal_form(name.text());
            alike(
                &written.text,
                &matched.chars().take(letters).collect::<String>(),
            )
        }
        0 => alike(&written.text, &normal_form(name.text())),
        edits => Spelling::Edited { edits, cost },
    };
    let mut candidate = Candidate::new(name, written, spelling, completed);
    candidate.distance_km = query
        .near
        .map(|point| point.distance_km(name.place().coordinates()));
    candidate.score = score(&candidate, query);
    candidate
}

/// How a spelling compares with another of the same key, both normalized.
pub(crate) fn alike(written: &str, name: &str) -> Spelling {
    match written == name {
        true => Spelling::Exact,
        false => Spelling::Folded {
            cost: fold_cost(written, name),
        },
    }
}
