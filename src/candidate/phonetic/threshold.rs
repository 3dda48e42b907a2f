//! How dear a name may be to be believed: that depends on what the gazetteer knows in the script of
//! the query. The bars were set on names of places, ordinary words and persons' names.

use crate::candidate::variant::Reading;
use crate::index::PlaceRef;
use crate::lang::endonym::is_written_in;
use crate::text::script::Script;

/// What the gazetteer knows of a place in the script that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
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

impl Known {
    /// What is known of a place in the script of a reading, of which there are names.
    pub fn of(place: PlaceRef<'_>, reading: &Reading) -> Known {
        let Some(script) = Script::of_text(&reading.written) else {
            return Known::Abroad;
        };
        let country = place.country();
        if place
            .names()
            .any(|name| Script::of_text(name.text()) == Some(script))
        {
            Known::Names
        } else if country.is_some_and(|country| is_written_in(script, country)) {
            Known::AtHome
        } else {
            Known::Abroad
        }
    }
}

/// The dearest that a name is believed to be what was written, in hundredths of an edit a letter,
/// of a reading of so many letters; `None` if it never is.
pub(super) fn bearable(letters: usize, known: Known) -> Option<u16> {
    match (known, letters) {
        (_, 0..=1) => None,
        (Known::Nothing, _) => Some(60),
        (Known::Abroad, 2..=4) => None,
        (Known::Abroad, 5..=6) => Some(6),
        (Known::Abroad, 7..=8) => Some(5),
        (Known::Abroad, 9..=10) => Some(9),
        (Known::Abroad, _) => Some(12),
        (Known::AtHome, 2..=3) => None,
        (Known::AtHome, 4) => Some(5),
        (Known::AtHome, 5..=6) => Some(9),
        (Known::AtHome, 7) => Some(11),
        (Known::AtHome, 8..=9) => Some(13),
        (Known::AtHome, _) => Some(15),
        (Known::Names, 2..=8) => None,
        (Known::Names, 9..=10) => Some(7),
        (Known::Names, 11..=14) => Some(9),
        (Known::Names, _) => Some(15),
    }
}
