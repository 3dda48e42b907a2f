//! Names within so many edits of a variant.

use crate::candidate::filter::admits;
use crate::candidate::filter::edit_cost::is_believed;
use crate::candidate::filter::spellings::FirstSpellings;
use crate::candidate::name_hit::NameHit;
use crate::candidate::variant::QueryVariant;
use crate::index::Index;
use crate::key::Key;
use crate::lang::confusion;
use crate::query::Query;
use std::sync::Arc;

/// Maximum number of letters that are compared, of the variant each time and of the keys within its edits, some .2 s: those of
/// 40,000 names of twelve letters, where cities have some dozens.
const MAX_LETTERS: usize = 1 << 20;

/// Adds the names within `edits` of a variant, or for a beginning those of which a beginning is.
pub(super) fn collect<'i>(
    index: &'i Index,
    query: &Query,
    variant: &Arc<QueryVariant>,
    edits: u8,
    found: &mut Vec<NameHit<'i>>,
) {
    let key = variant.key();
    let letters: Vec<char> = key.to_string().chars().collect();
    let keys = index.keys(key.space());
    let mut names = index.names_of_keys();
    let mut letters_left = MAX_LETTERS;
    let mut spellings = FirstSpellings::default();
    keys.within(key.as_bytes(), edits, query.prefix, &mut |hit| {
        let Some(left) = letters_left.checked_sub(letters.len().max(1)) else {
            return;
        };
        letters_left = left;
        let names = names.of_value(hit.value);
        // All names of a key are compared alike.
        let mut compared: Option<(Vec<char>, u16)> = None;
        for name in names.filter(|name| spellings.admits(*name) && admits(query, variant, *name)) {
            let (named, cost) = compared.get_or_insert_with(|| {
                let named: Vec<char> = Key::of(name.text()).to_string().chars().collect();
                letters_left = letters_left.saturating_sub(named.len());
                let is_beginning = query.prefix && named.len() > letters.len();
                let cost = match is_beginning {
                    true => 0,
                    false => confusion::cost(key.space(), &letters, &named),
                };
                (named, cost)
            });
            let mut new = NameHit::exact(name, Arc::clone(variant));
            new.edits = hit.edits;
            new.cost = *cost;
            if query.prefix && named.len() > letters.len() {
                new.completed = true;
                new.cost = 100 * u16::from(hit.edits);
            }
            if is_believed(query, &letters, named, &new) {
                found.push(new);
            }
        }
    });
}
