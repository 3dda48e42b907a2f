//! The order of the search: names that have the key of the whole spelling; of what is left once
//! affixes are stripped, least first; of one edit, then two; and, asked for apart, of the same
//! sound. The first of these that finds an admissible place ends the search, unless the query is
//! exhaustive.

use crate::candidate::filter::ordinary_word::{
    has_common_word, is_demonym, is_ordinary, is_word, may_name_all_the_same,
};
use crate::candidate::name_hit::NameHit;
use crate::candidate::phonetic::MAX_WALK_EDITS;
use crate::candidate::source::{Reach, Search};
use crate::candidate::variant::{QueryVariant, variants, whole};
use crate::candidate::{edit, exact, obscure, phonetic, prefix};
use crate::key::KeySpace;
use crate::lang::affix::looks_derived;
use crate::lang::confusion::plain;
use crate::query::Query;
use crate::query::max_edits::MaxEdits;
use crate::text::normalize::normal_form;
use std::sync::Arc;

/// Minimum letters of a variant that is searched with edits although an affix was stripped: what
/// was stripped could itself be a part of the misspelled name.
const MIN_EDITED_STEM: usize = 8;

/// The names that are spelled like a query.
pub(super) fn search_spelled<'i>(search: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let variants = match search.reach {
        Reach::Whole => whole(&query.name, query.language).into_iter().collect(),
        _ => variants(&query.name, query.language),
    };
    let Some((whole, stems)) = variants.split_first() else {
        return Vec::new();
    };
    let words_only = |variant: &&Arc<QueryVariant>| variant.only_feature_words();
    let stems: Vec<_> = match search.reach {
        Reach::Words => stems.iter().filter(words_only).cloned().collect(),
        _ => stems.to_vec(),
    };
    let mut found = Vec::new();
    let done = |found: &Vec<NameHit>| !query.exhaustive && !found.is_empty();
    // Whoever completes a name or limits the edits himself means a name, whatever the words are.
    let words_count = !query.prefix && query.max_edits == MaxEdits::Auto;

    collect_alike(search, query, whole, &mut found);
    obscure::drop_unbelieved(query, &mut found);
    if words_count && has_common_word(whole) {
        if is_ordinary(whole) {
            let spelled = plain(&whole.text);
            found.retain(|hit| plain(&normal_form(hit.name.text())) == spelled);
        }
        return found;
    }
    for group in stems.chunk_by(|a, b| a.stripped.len() == b.stripped.len()) {
        if done(&found) || (words_count && is_demonym(whole)) {
            return found;
        }
        let people = collect_stems(search, query, group, words_count, &mut found);
        obscure::drop_unbelieved(query, &mut found);
        if people {
            return found;
        }
    }
    if search.reach < Reach::Edits
        || (words_count && variants.iter().any(|variant| is_word(variant)))
    {
        return found;
    }
    for edits in 1..=MaxEdits::MAX {
        if done(&found) {
            break;
        }
        for variant in &variants {
            let letters = variant.key().len();
            if is_known_otherwise(search, query, variant) {
                continue;
            }
            let long_enough = variant.only_feature_words() || letters >= MIN_EDITED_STEM;
            if long_enough && query.max_edits.for_length(letters) >= edits {
                edit::collect(search.index, query, variant, edits, &mut found);
            }
        }
        obscure::drop_unbelieved(query, &mut found);
    }
    // *Sharika* is a company, no Sharjah.
    let is_latin = whole.space() == KeySpace::Latin;
    if words_count && is_latin && !found.is_empty() && phonetic::is_usual_word(query, whole) {
        found.retain(|hit| hit.edits == 0);
    }
    found
}

/// Whether a variant from which something was stripped is spelled as a known name of a place that cannot be
/// meant with what was stripped: then it is no misspelling of another.
fn is_known_otherwise(search: Search<'_>, query: &Query, variant: &QueryVariant) -> bool {
    let mut names = search.index.names_of_key(variant.key());
    !variant.stripped.is_empty() && names.any(|name| query.admits(name.place()))
}

/// Adds the names that are spelled as variants from which equally much was stripped; whether one
/// of these is a word for people, so that nothing else is looked for.
fn collect_stems<'i>(
    search: Search<'i>,
    query: &Query,
    group: &[Arc<QueryVariant>],
    words_count: bool,
    found: &mut Vec<NameHit<'i>>,
) -> bool {
    let people = words_count && group.iter().any(|variant| is_demonym(variant));
    for variant in group {
        if words_count && is_word(variant) {
            if may_name_all_the_same(query, variant) {
                collect_words(search, query, variant, found);
            }
        } else if !people {
            collect_alike(search, query, variant, found);
        }
    }
    people
}

/// Adds the names that have the key of a variant, or begin with it if the query is a beginning.
fn collect_alike<'i>(
    search: Search<'i>,
    query: &Query,
    variant: &Arc<QueryVariant>,
    found: &mut Vec<NameHit<'i>>,
) {
    match (query.prefix, query.exhaustive) {
        (false, _) => exact::collect(search.index, query, variant, found),
        (true, false) => prefix::collect(search, query, variant, found),
        (true, true) => edit::collect(search.index, query, variant, 0, found),
    }
}

/// Adds the names that are spelled as a variant is, which is a word of the language as well.
fn collect_words<'i>(
    search: Search<'i>,
    query: &Query,
    variant: &Arc<QueryVariant>,
    found: &mut Vec<NameHit<'i>>,
) {
    let mut named = Vec::new();
    collect_alike(search, query, variant, &mut named);
    let spelled = plain(&variant.text);
    for mut hit in named {
        if plain(&normal_form(hit.name.text())) == spelled {
            Arc::make_mut(&mut hit.variant).is_word = true;
            found.push(hit);
        }
    }
}

/// The names that sound like a query; none if the query asks for spellings alone, or is an
/// ordinary word.
pub(super) fn search_phonetic<'i>(search: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    search_sounds(search, query, MAX_WALK_EDITS)
}

/// The names that have the sounds of a query, none more and none less.
pub(super) fn search_romanized<'i>(search: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    search_sounds(search, query, 0)
}

fn search_sounds<'i>(search: Search<'i>, query: &Query, max_edits: u8) -> Vec<NameHit<'i>> {
    let mut found = Vec::new();
    if query.prefix || query.spelled || query.max_edits != MaxEdits::Auto {
        return found;
    }
    let variants = variants(&query.name, query.language);
    let is_word = |variant: &QueryVariant| {
        // Beside a feature word an adjective names a unit: Иркутская область.
        let bare = variant.stripped.is_empty();
        let derived = || bare && looks_derived(variant.space(), &variant.text);
        has_common_word(variant) || is_demonym(variant) || derived()
    };
    // A letter more or less is all that tells many names apart, so that names may sound only like
    // what is left without whole words.
    let compared = |variant: &&Arc<QueryVariant>| variant.only_feature_words();
    // Where no name is written in the script, words of it were asked for because they are names.
    let has_names =
        |variant: &QueryVariant| phonetic::is_script_known(search.index, variant.space());
    let mut words = variants
        .iter()
        .filter(|variant| compared(variant) || variant.has_clitic());
    let is_place = !query.countries.is_empty();
    if !is_place && words.any(|variant| is_word(variant) && has_names(variant)) {
        return found;
    }
    for variant in variants.iter().filter(compared) {
        let mut heard = Vec::new();
        phonetic::collect(search.index, query, variant, max_edits, &mut heard);
        // Where no name is written in the script, their sounds are all that is known of places.
        if has_names(variant) {
            obscure::drop_unbelieved(query, &mut heard);
        }
        found.append(&mut heard);
    }
    found
}
