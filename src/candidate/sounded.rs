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
//! - [`compared`] the places that are near enough.

mod asked;
mod compared;
mod met;

use super::{Found, fits};
use crate::index::{Index, NameRef};
use crate::query::Query;
use crate::reading::Reading;
use crate::script::Script;
use crate::skeleton::Walk;
use asked::Asked;
use compared::{Compared, refined};
use met::Met;

/// Places that are told apart by their other names, too.
const MOST_REFINED: usize = 32;

/// A best name that is dearer than this, in hundredths of an edit a letter, may have a better
/// one among those with one edit, or two.
const SECOND_LOOK: u16 = 6;

/// Skeletons of fewer consonants are too many with two edits, and too far.
const LONG: usize = 6;

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
        for skeleton in &asked.skeletons {
            let meet = |hit| met.add(index, hit, query, reading);
            let mut walk = Walk::new(skeleton, meet);
            match edits {
                0 => walk.same_classes(start),
                2 if skeleton.as_bytes().len() < LONG => {}
                _ => walk.edits(start, edits),
            }
        }
        for name in met.most_promising(!script_is_known) {
            compared.add(&asked, reading, name);
        }
        let near = per_letter(compared.least(), letters) <= SECOND_LOOK;
        if near || asked.is_generic || most < CONSONANT * u16::from(edits + 1) {
            break;
        }
    }
    let mut ranked = compared.ranked();
    for (cost, name) in ranked.iter_mut().take(MOST_REFINED) {
        (*cost, *name) = refined(&asked, reading, (*cost, *name));
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

/// Whether the place has a name in the script of the reading.
fn is_written_in(name: NameRef<'_>, reading: &Reading) -> bool {
    let asked = Script::of_text(&reading.written);
    let mut names = name.place().names();
    names.any(|name| Script::of_text(name.text()) == asked)
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
