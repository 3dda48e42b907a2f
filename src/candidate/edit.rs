//! Names that are spelled as a reading is, or within so many edits of it.

use crate::candidate::affix::{fits, is_told_from_ending};
use crate::candidate::name_hit::NameHit;
use crate::candidate::prefix::{Search, complete};
use crate::candidate::variant::QueryVariant;
use crate::index::NameRef;
use crate::key::{Key, KeySpace};
use crate::lang::affix::is_derived;
use crate::lang::confusion;
use crate::query::{MaxEdits, Query};
use crate::text::normalize::normalize;
use std::sync::Arc;

/// Adds the names within `edits` of a reading that the query admits.
pub(super) fn collect<'i>(
    search: Search<'i>,
    query: &Query,
    variant: &Arc<QueryVariant>,
    edits: u8,
    found: &mut Vec<NameHit<'i>>,
) {
    let index = search.index;
    let key = variant.key();
    let admitted = |name: &NameRef<'i>| {
        fits(variant, name)
            && is_told_from_ending(query, variant, *name)
            && query.admits(name.place())
    };
    if edits == 0 && !query.prefix {
        let names = index.names_of_key(key).filter(admitted);
        found.extend(names.map(|name| NameHit::exact(name, Arc::clone(variant))));
        return;
    }
    if edits == 0 && !query.exhaustive {
        complete(search, query, variant, admitted, found);
        return;
    }
    let letters: Vec<char> = key.to_string().chars().collect();
    let keys = index.keys(key.space());
    let mut names = index.names_of_keys();
    keys.within(key.as_bytes(), edits, query.prefix, &mut |hit| {
        for name in names.of_value(hit.value).filter(admitted) {
            let mut new = NameHit::exact(name, Arc::clone(variant));
            new.edits = hit.edits;
            let named: Vec<char> = Key::of(name.text()).to_string().chars().collect();
            if query.prefix && named.len() > letters.len() {
                new.completed = true;
                new.cost = 100 * u16::from(hit.edits);
            } else {
                new.cost = confusion::cost(key.space(), &letters, &named);
            }
            let bearable = max_edit_cost(key.space(), telling_letters(&letters), hit.edits);
            let believed = || {
                let normalized = normalize(name.text());
                new.cost <= bearable && !is_derived(key.space(), &variant.text, normalized.as_str())
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
fn max_edit_cost(space: KeySpace, letters: usize, edits: u8) -> u16 {
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
