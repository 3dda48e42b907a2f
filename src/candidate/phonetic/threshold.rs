//! The greatest alignment cost of a name that is believed: it depends on what the gazetteer knows in
//! the script of the query. The thresholds were set on names of places, ordinary words and persons'
//! names.

use crate::candidate::variant::QueryVariant;
use crate::index::PlaceRef;
use crate::lang::endonym::is_written_in;
use crate::phonetic::sound::romanization::RomanizedLook;
use crate::text::script::Script;

/// What the gazetteer knows of a place in the script that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScriptCoverage {
    /// It has no name of any place in that script: names in others are all there is to go by.
    Nothing,
    /// It has none of this place, which many places that are written about have.
    Abroad,
    /// It has none of this place, whose own name is written so: it has what somebody made of that
    /// in another script, letter by letter.
    AtHome,
    /// It has names of this place. What is spelled like none of them is more likely an ordinary
    /// word or a person than another spelling.
    Names,
}

impl ScriptCoverage {
    /// What is known of a place in the script of a variant, of which there are names.
    pub fn of(place: PlaceRef<'_>, variant: &QueryVariant) -> ScriptCoverage {
        let Some(script) = Script::of_text(&variant.text) else {
            return ScriptCoverage::Abroad;
        };
        let country = place.country();
        if place
            .first_names()
            .any(|name| name.script() == Some(script))
        {
            ScriptCoverage::Names
        } else if country.is_some_and(|country| is_written_in(script, country)) {
            ScriptCoverage::AtHome
        } else {
            ScriptCoverage::Abroad
        }
    }
}

/// Maximum phonetic alignment cost a letter, in hundredths of an edit, of a name that a variant of so
/// many letters is believed to be; `None` if none is believed.
pub(super) fn max_cost_per_letter(letters: usize, known: ScriptCoverage) -> Option<u16> {
    match (known, letters) {
        (_, 0..=1) => None,
        (ScriptCoverage::Nothing, _) => Some(60),
        (ScriptCoverage::Abroad, 2..=4) => None,
        (ScriptCoverage::Abroad, 5..=6) => Some(6),
        (ScriptCoverage::Abroad, 7..=8) => Some(5),
        (ScriptCoverage::Abroad, 9..=10) => Some(9),
        (ScriptCoverage::Abroad, _) => Some(12),
        (ScriptCoverage::AtHome, 2..=3) => None,
        (ScriptCoverage::AtHome, 4) => Some(5),
        (ScriptCoverage::AtHome, 5..=6) => Some(9),
        (ScriptCoverage::AtHome, 7) => Some(11),
        (ScriptCoverage::AtHome, 8..=9) => Some(13),
        (ScriptCoverage::AtHome, _) => Some(15),
        (ScriptCoverage::Names, 2..=8) => None,
        (ScriptCoverage::Names, 9..=10) => Some(5),
        (ScriptCoverage::Names, 11..=14) => Some(7),
        (ScriptCoverage::Names, _) => Some(13),
    }
}

/// Maximum phonetic alignment cost a letter, in hundredths of an edit, of a name in Arabic script that a
/// variant of so many Latin letters is believed to romanize; `None` if none is believed. Some of them
/// look like romanized names whatever they are of. The more important a place is (0 to 100), the farther
/// its name may be: it is written more often, in more ways, than it is taken for another word.
pub(super) fn max_romanized_cost_per_letter(
    letters: usize,
    look: RomanizedLook,
    importance: u8,
) -> Option<u16> {
    let max = max_cost_per_obscure_letter(letters, look)?;
    let farther = max + max * u16::from(importance) / 100;
    Some(max.max(farther.min(MAX_OF_PROMINENT)))
}

/// What no importance of a place makes up for: the longer a name, the more of its letters tell it.
const MAX_OF_PROMINENT: u16 = 15;

/// The same of a place of no importance.
fn max_cost_per_obscure_letter(letters: usize, look: RomanizedLook) -> Option<u16> {
    use RomanizedLook::{Articled, Marked, Plain};
    match (letters, look) {
        (0..=2, _) | (3, Plain) => None,
        (3, Articled | Marked) => Some(12),
        (4, Articled) => Some(14),
        (4, Marked) => Some(17),
        (_, Articled) => Some(16),
        (_, Marked) => Some(20),
        (4, Plain) => Some(5),
        (5, Plain) => Some(6),
        (6, Plain) => Some(8),
        (7, Plain) => Some(9),
        (8, Plain) => Some(11),
        (_, Plain) => Some(12),
    }
}

/// Maximum phonetic alignment cost a letter of a name in Latin letters that is believed to romanize a variant of
/// so many Arabic letters, where the place has no name in Arabic script though its country writes so:
/// more than for other scripts, as the vowels are in no variant.
pub(super) fn max_cost_per_arabic_letter(letters: usize) -> Option<u16> {
    match letters {
        0..=2 => None,
        3 => Some(6),
        4 => Some(9),
        5..=6 => Some(13),
        7 => Some(15),
        8..=9 => Some(17),
        _ => Some(19),
    }
}

/// Maximum phonetic alignment cost a letter of a name in another script where the query gives the
/// country: whoever does so means a place, and a country has few names that sound alike. Not for places
/// with names in the script that was written.
pub(super) fn max_cost_per_letter_in_country(letters: usize) -> Option<u16> {
    match letters {
        0..=1 => None,
        2 => Some(8),
        3 => Some(14),
        4 => Some(18),
        5..=6 => Some(21),
        _ => Some(23),
    }
}
