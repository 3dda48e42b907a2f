//! Names with an ending behind an apostrophe: Paris'te is Paris, and Hama'dan is Hama, not Hamadan.
//!
//! The apostrophe says where the name ends, so that nothing is a misspelling of letters from both
//! sides of it unless whoever asks limits the edits himself. It is dropped into a name only if the
//! name is written so itself (Xi'an), or if nothing is called what stands before it.

use crate::candidate::name_hit::{NameHit, change_variants};
use crate::candidate::search::{search_phonetic, search_spelled};
use crate::candidate::source::Search;
use crate::lang::affix::split_ending;
use crate::model::evidence::StrippedAffix;
use crate::query::Query;
use crate::query::max_edits::MaxEdits;

/// All names that a query finds in the first tier that finds any, or in all tiers if the
/// query is exhaustive.
pub(crate) fn search<'i>(source: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let Some(split) = Split::of(query) else {
        return search_spelled(source, query);
    };
    let done = |found: &Vec<NameHit>| !query.exhaustive && !found.is_empty();
    let (whole, edited_whole): (Vec<_>, Vec<_>) = search_spelled(source, query)
        .into_iter()
        .partition(|found| found.edits == 0 && !takes_ending(found));
    let (mut found, mut unlike): (Vec<_>, Vec<_>) = whole
        .into_iter()
        .partition(|found| split_ending(found.name.text()).is_some());
    if done(&found) {
        return found;
    }
    let (exact, edited): (Vec<_>, Vec<_>) = split
        .without_ending(source, search_spelled)
        .into_iter()
        .partition(|found| found.edits == 0);
    found.extend(exact);
    if found.is_empty() || split.one_letter {
        found.append(&mut unlike);
    }
    if done(&found) {
        return found;
    }
    found.extend(edited);
    if split.one_letter || query.max_edits != MaxEdits::Auto {
        found.extend(edited_whole);
    }
    found
}

/// All names that sound like a query that nothing is spelled like.
pub(crate) fn search_phonetically<'i>(source: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let Some(split) = Split::of(query) else {
        return search_phonetic(source, query);
    };
    let mut found = split.without_ending(source, search_phonetic);
    // Nobody writes an ʿayn before an ending.
    let is_letter = query.name.contains(['‘', '`', 'ʿ', 'ʻ']);
    if is_letter || split.one_letter && (found.is_empty() || query.exhaustive) {
        found.extend(search_phonetic(source, query));
    }
    found
}

fn takes_ending(found: &NameHit<'_>) -> bool {
    let mut stripped = found.variant.stripped.iter();
    stripped.any(|stripped| matches!(stripped, StrippedAffix::Ending(_)))
}

/// A query parted at its apostrophe.
struct Split {
    /// What stands before it.
    name: Query,
    ending: String,
    /// Whether it is a single letter, as many romanized names have behind an apostrophe too: what
    /// is more likely is told by the score.
    one_letter: bool,
}

impl Split {
    /// `None` if no ending stands behind an apostrophe, or may still be going on to be another
    /// part of the name.
    fn of(query: &Query) -> Option<Split> {
        if query.prefix {
            return None;
        }
        let (name, ending) = split_ending(&query.name)?;
        Some(Split {
            one_letter: ending.chars().count() == 1,
            ending: ending.to_owned(),
            name: query.clone().name(name),
        })
    }

    /// What is found for the name alone, with a note of its ending.
    fn without_ending<'i>(
        &self,
        source: Search<'i>,
        search: fn(Search<'i>, &Query) -> Vec<NameHit<'i>>,
    ) -> Vec<NameHit<'i>> {
        let mut found = search(source, &self.name);
        change_variants(&mut found, |variant| {
            let ending = StrippedAffix::Ending(self.ending.clone());
            variant.stripped.push(ending);
        });
        found
    }
}
