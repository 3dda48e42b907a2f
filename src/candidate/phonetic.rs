//! The last tier: names of any script that sound like the query.
//!
//! ```text
//! reading ─> skeletons ─> names of the same classes ─> alignment ─> near enough? ─> found
//!                         └─ if none is near: names one edit away, then two ─┘
//! ```
//!
//! Skeletons find a hundred names where one is meant; the alignment of sounds tells them
//! apart, and says of the best whether it is to be believed at all.
//!
//! - [`asked`] has what is asked for, in all forms in which names are compared with it,
//! - [`met`] the names that skeletons lead to, before any is compared,
//! - [`compared`] the places that are near enough,
//! - [`bar`] says what is near enough.

pub(crate) mod comparison;
pub(crate) mod request;
pub(crate) mod shortlist;
pub(crate) mod threshold;

use crate::candidate::affix::fits;
use crate::candidate::name_hit::NameHit;
use crate::candidate::phonetic::comparison::{Compared, refined};
use crate::candidate::phonetic::request::Asked;
use crate::candidate::phonetic::shortlist::Met;
use crate::candidate::phonetic::threshold::{ScriptCoverage, bearable};
use crate::candidate::variant::QueryVariant;
use crate::index::Index;
use crate::phonetic::phonetic_key::PhoneticWalk;
use crate::query::Query;
use std::sync::Arc;

/// Places that are told apart by their other names, too.
const MAX_REFINED: usize = 32;

/// A best name that is dearer than this, in hundredths of an edit a letter, may have a better
/// one among those with one edit, or two.
const SECOND_LOOK: u16 = 6;

/// Skeletons of fewer consonants are too many with two edits, and too far.
const LONG: usize = 6;

/// Adds the names that sound like a reading.
pub(super) fn collect<'i>(
    index: &'i Index,
    query: &Query,
    variant: &Arc<QueryVariant>,
    found: &mut Vec<NameHit<'i>>,
) {
    let letters = variant.text.chars().filter(|c| *c != ' ').count();
    let script_is_known = index.keys(variant.space()).walk().is_some();
    let most = match script_is_known {
        true => {
            bearable(letters, ScriptCoverage::Abroad).max(bearable(letters, ScriptCoverage::AtHome))
        }
        false => bearable(letters, ScriptCoverage::Nothing),
    };
    let (Some(most), Some(start)) = (most, index.phonetic_keys()) else {
        return;
    };
    let asked = Asked::of(&variant.text);
    // A generic word alone may be a name (Porto, San), but nothing that is only like one.
    let most = match asked.is_generic {
        true => most.min(SECOND_LOOK),
        false => most,
    };
    let most = most.saturating_mul(u16::try_from(letters).unwrap_or(u16::MAX));
    let mut met = Met::default();
    let mut compared = Compared::new(most, letters, query.limit, !script_is_known);
    // Where names are known in this script, nothing so far is believed.
    let most_edits = if script_is_known { 1 } else { 2 };
    for edits in 0..=most_edits {
        for phonetic_key in &asked.phonetic_keys {
            let meet = |hit| met.add(index, hit, query, variant);
            let mut walk = PhoneticWalk::new(phonetic_key, meet);
            match edits {
                0 => walk.same_classes(start),
                2 if phonetic_key.as_bytes().len() < LONG => {}
                _ => walk.edits(start, edits),
            }
        }
        for name in met.most_promising(!script_is_known) {
            compared.add(&asked, variant, name);
        }
        let near = per_letter(compared.least(), letters) <= SECOND_LOOK;
        if near || asked.is_generic || most < EDIT_ROOM * u16::from(edits + 1) {
            break;
        }
    }
    let mut ranked = compared.ranked();
    for (cost, name) in ranked.iter_mut().take(MAX_REFINED) {
        (*cost, *name) = refined(&asked, variant, (*cost, *name));
    }
    for (cost, name) in ranked {
        let known = match script_is_known {
            true => ScriptCoverage::of(name.place(), variant),
            false => ScriptCoverage::Nothing,
        };
        if bearable(letters, known).is_some_and(|most| per_letter(cost, letters) <= most) {
            let mut new = NameHit::exact(name, Arc::clone(variant));
            new.cost = cost;
            new.sounded = true;
            found.push(new);
        }
    }
}

fn per_letter(cost: u16, letters: usize) -> u16 {
    cost / u16::try_from(letters.max(1)).unwrap_or(u16::MAX)
}

/// With less to spend than this for each edit a walk with edits finds nothing that is believed: a
/// consonant too many, too few or of another class costs 50 at least, and hardly ever all else fits.
const EDIT_ROOM: u16 = 75;
