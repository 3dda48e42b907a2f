//! The tiers of a search: what is spelled alike, then what is left without affixes, then edits; and
//! what sounds alike.

use crate::candidate::edit::collect;
use crate::candidate::name_hit::Found;
use crate::candidate::ordinary_word::{
    common_word, is_demonym, is_ordinary, is_word, may_name_all_the_same,
};
use crate::candidate::phonetic;
use crate::candidate::prefix::Search;
use crate::candidate::variant::{Reading, readings};
use crate::lang::affix::looks_derived;
use crate::lang::confusion::plain;
use crate::query::{MaxEdits, Query};
use crate::text::normalize::{normal_form, normalize};
use std::sync::Arc;

/// A reading from which something was taken off may be searched with edits only if this many
/// letters are left: what was taken off could itself be a part of the misspelled name.
const EDITED_STEM_LETTERS: usize = 8;

/// The names that are spelled like a query as it stands; otherwise as [`search`].
pub(super) fn search_spelled<'i>(search: Search<'i>, query: &Query) -> Vec<Found<'i>> {
    let readings = readings(&query.name);
    let Some((whole, stems)) = readings.split_first() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let done = |found: &Vec<Found>| !query.exhaustive && !found.is_empty();

    collect(search, query, whole, 0, &mut found);
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
                    collect_words(search, query, reading, &mut found);
                }
            } else if !people {
                collect(search, query, reading, 0, &mut found);
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
                collect(search, query, reading, edits, &mut found);
            }
        }
    }
    found
}

/// Adds the names that are spelled as a reading is, which is a word of the language as well.
fn collect_words<'i>(
    search: Search<'i>,
    query: &Query,
    reading: &Reading,
    found: &mut Vec<Found<'i>>,
) {
    let mut named = Vec::new();
    collect(search, query, reading, 0, &mut named);
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
pub(super) fn search_heard<'i>(search: Search<'i>, query: &Query) -> Vec<Found<'i>> {
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
    let has_names = |reading: &Reading| search.index.keys(reading.key.space()).walk().is_some();
    if words.any(|reading| is_word(reading) && has_names(reading)) {
        return found;
    }
    for reading in readings.iter().filter(|reading| is_heard(reading)) {
        phonetic::collect(search.index, query, reading, &mut found);
    }
    found
}

/// Whether names may sound like a reading: only what stood around the name may be off, since a
/// letter more or less is all that tells many names apart.
fn is_heard(reading: &Reading) -> bool {
    reading.only_feature_words()
}
