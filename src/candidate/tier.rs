//! The tiers of a search: what is spelled alike, then what is left without affixes, then edits; and
//! what sounds alike.

use crate::candidate::edit::collect;
use crate::candidate::name_hit::NameHit;
use crate::candidate::ordinary_word::{
    common_word, is_demonym, is_ordinary, is_word, may_name_all_the_same,
};
use crate::candidate::phonetic;
use crate::candidate::prefix::Search;
use crate::candidate::variant::{QueryVariant, variants};
use crate::lang::affix::looks_derived;
use crate::lang::confusion::plain;
use crate::query::{MaxEdits, Query};
use crate::text::normalize::{normal_form, normalize};
use std::sync::Arc;

/// A reading from which something was taken off may be searched with edits only if this many
/// letters are left: what was taken off could itself be a part of the misspelled name.
const EDITED_STEM_LETTERS: usize = 8;

/// The names that are spelled like a query as it stands; otherwise as [`search`].
pub(super) fn search_spelled<'i>(search: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let variants = variants(&query.name, query.language);
    let Some((whole, stems)) = variants.split_first() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let done = |found: &Vec<NameHit>| !query.exhaustive && !found.is_empty();

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
    for group in stems.chunk_by(|a, b| a.stripped.len() == b.stripped.len()) {
        if done(&found) {
            return found;
        }
        if words && is_demonym(whole) {
            return found;
        }
        let people = words && group.iter().any(is_demonym);
        for variant in group {
            if words && is_word(variant) {
                if may_name_all_the_same(query, variant) {
                    collect_words(search, query, variant, &mut found);
                }
            } else if !people {
                collect(search, query, variant, 0, &mut found);
            }
        }
        if people {
            return found;
        }
    }
    if words && variants.iter().any(is_word) {
        return found;
    }
    for edits in 1..=crate::query::MaxEdits::MAX {
        if done(&found) {
            return found;
        }
        for variant in &variants {
            let letters = variant.key.len();
            let long_enough = variant.only_feature_words() || letters >= EDITED_STEM_LETTERS;
            if long_enough && query.max_edits.for_length(letters) >= edits {
                collect(search, query, variant, edits, &mut found);
            }
        }
    }
    found
}

/// Adds the names that are spelled as a reading is, which is a word of the language as well.
fn collect_words<'i>(
    search: Search<'i>,
    query: &Query,
    variant: &QueryVariant,
    found: &mut Vec<NameHit<'i>>,
) {
    let mut named = Vec::new();
    collect(search, query, variant, 0, &mut named);
    let spelled = plain(&variant.written);
    for mut name in named {
        if plain(&normal_form(name.name.text())) == spelled {
            Arc::make_mut(&mut name.written).is_word = true;
            found.push(name);
        }
    }
}

/// The names that sound like a query as it stands; none if the query asks for
/// spellings alone, or is an ordinary word.
pub(super) fn search_heard<'i>(search: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let mut found = Vec::new();
    if query.prefix || query.spelled || query.max_edits != MaxEdits::Auto {
        return found;
    }
    let variants = variants(&query.name, query.language);
    let is_word = |variant: &QueryVariant| {
        // Beside a feature word an adjective names a unit: Иркутская область.
        let bare = variant.stripped.is_empty();
        let derived = || bare && looks_derived(variant.key.space(), &variant.written);
        common_word(variant).is_some() || is_demonym(variant) || derived()
    };
    let mut words = variants
        .iter()
        .filter(|variant| is_heard(variant) || variant.has_clitic());
    // Where no name is written in the script, words of it were asked for because they are names.
    let has_names =
        |variant: &QueryVariant| search.index.keys(variant.key.space()).walk().is_some();
    if words.any(|variant| is_word(variant) && has_names(variant)) {
        return found;
    }
    for variant in variants.iter().filter(|variant| is_heard(variant)) {
        phonetic::collect(search.index, query, variant, &mut found);
    }
    found
}

/// Whether names may sound like a reading: only what stood around the name may be off, since a
/// letter more or less is all that tells many names apart.
fn is_heard(variant: &QueryVariant) -> bool {
    variant.only_feature_words()
}
