//! What a name may cost so that it is believed to be what a variant means: it depends on what is known of its
//! place in the script of the variant, and on what is asked for.

use crate::candidate::phonetic::own_names::{OwnNames, is_alphabetic};
use crate::candidate::phonetic::request::PhoneticRequest;
use crate::candidate::phonetic::threshold::{
    ScriptCoverage, max_cost_per_arabic_letter, max_cost_per_letter,
    max_cost_per_letter_in_country, max_romanized_cost_per_letter,
};
use crate::candidate::phonetic::{MAX_FINAL_COST, per_letter};
use crate::candidate::variant::QueryVariant;
use crate::index::{NameRef, PlaceRef};

/// Minimum letters of a transliteration of a name that has others in Latin letters, and the
/// maximum of its cost a letter, in hundredths of an edit: one letter in three is spelled as only some
/// systems do.
const MIN_TRANSLITERATED: usize = 4;
const MAX_TRANSLITERATED_COST: u16 = 4;
const MAX_SHORT_TRANSLITERATED_COST: u16 = 2;

/// Letters of a short transliteration: of one in a few letters each must be spelled as most do.
const SHORT_TRANSLITERATED: usize = 6;

/// Costs that are believed.
#[derive(Clone, Copy)]
pub(super) struct Belief<'r> {
    pub request: &'r PhoneticRequest,
    pub variant: &'r QueryVariant,
    /// How many letters the variant has.
    pub letters: usize,
    /// Whether the index has names in its script.
    pub script_is_known: bool,
    /// Whether the query says in which country the place lies.
    pub in_country: bool,
}

impl Belief<'_> {
    /// The greatest cost of any name that is believed; `None` if none is.
    pub fn max_cost(self) -> Option<u16> {
        let max = match self.script_is_known {
            true => self
                .in_scope(max_cost_per_letter(self.letters, ScriptCoverage::Abroad))
                .max(max_cost_per_letter(self.letters, ScriptCoverage::AtHome))
                .max(self.max_romanized(0))
                .max((self.letters >= MIN_TRANSLITERATED).then_some(MAX_TRANSLITERATED_COST)),
            false => max_cost_per_letter(self.letters, ScriptCoverage::Nothing),
        };
        Some(self.of_all_letters(max?))
    }

    /// The greatest cost of a name of a place that is compared to the end. Most names that only sound alike are of
    /// places that are never believed: those need not be compared beyond what says that a name is known by these
    /// sounds. `max_cost` is that of any name.
    pub fn max_cost_of_place(self, place: PlaceRef<'_>, own: OwnNames, max_cost: u16) -> u16 {
        if !self.script_is_known {
            return max_cost;
        }
        let max = match own {
            OwnNames::Arabic => self.in_scope(self.max_romanized(place.importance())),
            _ => {
                let known = ScriptCoverage::of(place, self.variant);
                let at_home = known == ScriptCoverage::AtHome && !self.request.is_latin();
                let romanized =
                    at_home.then(|| self.in_scope(self.max_romanized(place.importance())));
                self.max_plain(known).max(romanized.flatten())
            }
        };
        self.of_all_letters(max.unwrap_or(0).max(MAX_FINAL_COST))
    }

    /// Whether any name of the place of one may be believed.
    pub fn may_be_of_place(self, name: NameRef<'_>) -> bool {
        let place = name.place();
        let known = ScriptCoverage::of(place, self.variant);
        self.max_plain(known).is_some()
            || self.request.own_names(place) != OwnNames::None
            || (self.request.is_latin() && place.first_names().any(is_alphabetic))
            || (!self.request.is_latin() && known == ScriptCoverage::AtHome)
    }

    /// Whether a name of this cost is believed.
    pub fn includes(self, name: NameRef<'_>, cost: u16) -> bool {
        let known = match self.script_is_known {
            true => ScriptCoverage::of(name.place(), self.variant),
            false => ScriptCoverage::Nothing,
        };
        let at_home = self.request.is_latin() || known == ScriptCoverage::AtHome;
        let is_transliterated =
            || self.letters >= MIN_TRANSLITERATED && self.request.is_transliterated(name);
        let max = match self.script_is_known && at_home && self.request.is_romanized(&name.into()) {
            true => self.in_scope(self.max_romanized(name.place().importance())),
            false if is_transliterated() => Some(match self.letters {
                0..=SHORT_TRANSLITERATED => MAX_SHORT_TRANSLITERATED_COST,
                _ => MAX_TRANSLITERATED_COST,
            }),
            false => self.max_plain(known),
        };
        max.is_some_and(|max| per_letter(cost, self.letters) <= max)
    }

    /// The greatest cost that is no more a letter. A generic word alone may be a name (Porto, San), but nothing
    /// that is only like one.
    fn of_all_letters(self, max: u16) -> u16 {
        let max_generic = match self.request.is_generic {
            true => MAX_FINAL_COST,
            false => u16::MAX - 1,
        };
        let letters = u16::try_from(self.letters).unwrap_or(u16::MAX);
        let more = (max.min(max_generic) + 1).saturating_mul(letters);
        more.saturating_sub(1)
    }

    fn in_scope(self, max: Option<u16>) -> Option<u16> {
        match self.in_country {
            true => max.max(max_cost_per_letter_in_country(self.letters)),
            false => max,
        }
    }

    /// The same for what is known of a place, a letter.
    fn max_plain(self, known: ScriptCoverage) -> Option<u16> {
        match known {
            ScriptCoverage::Names if self.in_country => {
                max_cost_per_letter(self.letters, ScriptCoverage::AtHome)
            }
            ScriptCoverage::Names => max_cost_per_letter(self.letters, known),
            _ => self.in_scope(max_cost_per_letter(self.letters, known)),
        }
    }

    fn max_romanized(self, importance: u8) -> Option<u16> {
        match self.request.is_latin() {
            true => max_romanized_cost_per_letter(self.letters, self.request.look(), importance),
            false => max_cost_per_arabic_letter(self.letters),
        }
    }
}
