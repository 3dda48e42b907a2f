//! Obscure places: hamlets and small towns that only a dump knows. Among a million names there is one
//! that is an edit away from nearly every word, or sounds like it, and somebody has translated the
//! names of some into words of his language (*Hospital* as Xəstəxana). Where nothing says that a place
//! is meant, such a place is believed only under its own name: as it is spelled, with an ending, or, if it is
//! long, with a letter that is another.

use crate::candidate::name_hit::NameHit;
use crate::candidate::phonetic::cost_per_letter;
use crate::index::{NameRef, PlaceRef};
use crate::key::KeySpace;
use crate::lang::endonym::is_spoken_in;
use crate::model::evidence::StrippedAffix;
use crate::phonetic::sound::Sounds;
use crate::query::Query;
use crate::query::max_edits::MaxEdits;
use crate::text::normalize::normal_form;

/// Importance from which on a place is not obscure: a town of some 20,000 people.
pub(super) const MIN_IMPORTANCE: u8 = 45;

/// Minimum letters of a name that few words and persons are like by chance.
const MIN_LONG: usize = 6;

/// Minimum letters of a place's own name that an ending was stripped from, and of one with one letter
/// that is another. With them 408 of 1,000 names with one or two random edits are among five answers of 603,000 places, without
/// 222; of 1,206 words, persons and phrases five more get an answer, 184.
const MIN_STEM: usize = 5;
const MIN_MISSPELLED: usize = 9;

/// Maximum cost a letter of such a name, in hundredths of an edit. Arabic words are known better than
/// others, and the villages of Arab countries mostly under Latin names alone.
fn max_cost(space: KeySpace) -> u16 {
    match space {
        KeySpace::Arabic => 5,
        _ => 3,
    }
}

/// Minimum alignment cost a letter, in hundredths of an edit, of names that are no renderings of each
/// other.
const MIN_TRANSLATED: u16 = 40;

/// Leaves out the names of obscure places that are not believed without something that says that a
/// place is meant.
pub(super) fn drop_unbelieved(query: &Query, found: &mut Vec<NameHit<'_>>) {
    if !says_place(query) {
        found.retain(|hit| !is_obscure(hit.name) || is_believed(hit));
    }
}

/// Whether a name is known to a dump alone, of a place that few write about.
pub(super) fn is_obscure(name: NameRef<'_>) -> bool {
    name.is_from_dump() && name.place().importance() < MIN_IMPORTANCE
}

/// Whether a query says by something besides its name that it means a place, or whoever asks takes names
/// of any cost.
fn says_place(query: &Query) -> bool {
    !query.countries.is_empty()
        || !query.scope.is_empty()
        || query.area.is_some()
        || query.near.is_some()
        || query.prefix
        || query.exhaustive
        || query.max_edits != MaxEdits::Auto
}

fn is_believed(hit: &NameHit<'_>) -> bool {
    let variant = &hit.variant;
    if variant.has_feature_word() {
        return true;
    }
    let has_affix = |stripped: &StrippedAffix| {
        matches!(
            stripped,
            StrippedAffix::Clitic(_) | StrippedAffix::Ending(_)
        )
    };
    let is_altered = hit.edits > 0 || hit.sounded;
    let is_whole = !variant.stripped.iter().any(has_affix);
    if is_own(hit.name) && !hit.sounded {
        // An ending is no part of a word there; villages have no plural.
        let is_stem = variant.space() != KeySpace::Arabic && !variant.has_plural_ending();
        let letters = variant.letters();
        let is_inflected = hit.edits == 0 && is_stem && letters >= MIN_STEM;
        let is_misspelled = hit.edits == 1 && is_whole && letters >= MIN_MISSPELLED;
        if is_inflected || is_misspelled {
            return true;
        }
    }
    let is_long =
        variant.letters() >= MIN_LONG && cost_per_letter(hit) <= max_cost(variant.space());
    is_whole && (is_long || !is_altered) && !is_translated(hit.name)
}

/// Whether a name is a translation: in another language than the place's own, it sounds like none
/// of the names in that.
fn is_translated(name: NameRef<'_>) -> bool {
    if is_own(name) {
        return false;
    }
    let sounds = Sounds::of(&normal_form(name.text()));
    let max = MIN_TRANSLATED.saturating_mul(u16::try_from(sounds.len()).unwrap_or(u16::MAX));
    let place: PlaceRef<'_> = name.place();
    let names = place.names().take(MAX_NAMES);
    let mut own = names.filter(|other| is_own(*other)).take(MAX_OWN);
    let rendered =
        |other: NameRef<'_>| sounds.cost_within(&Sounds::of(&normal_form(other.text())), max) < max;
    let mut any = false;
    let rendered = own.any(|other| {
        any = true;
        rendered(other)
    });
    any && !rendered
}

/// Maximum number of names that one is compared with, and of those among which they are looked for: an obscure place
/// has few.
const MAX_OWN: usize = 8;
const MAX_NAMES: usize = 64;

/// Whether a name is the one that a dump lists the place under, or in a language of its country.
fn is_own(name: NameRef<'_>) -> bool {
    let is_spoken = |country| is_spoken_in(name.language(), country);
    name.language().primary() == "und" || name.place().country().is_some_and(is_spoken)
}
