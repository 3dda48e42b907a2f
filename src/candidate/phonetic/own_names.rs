//! Names of a place in a script that its country writes in: what stands in Latin letters is mostly
//! made of one of them, by one system or another.

use crate::index::{NameRef, PlaceRef};
use crate::lang::endonym::is_written_in;
use crate::model::country::CountryCode;
use crate::text::script::Script;

/// Which names of a place tell whether something in Latin letters means it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::candidate) enum OwnNames {
    /// All alike: the place has no names in a script of its own, or the request is in another one.
    None,
    /// Those in Arabic alone, letter by letter: what others made of them in Latin letters says nothing
    /// more.
    Arabic,
    /// Those in an alphabet that writes all vowels, before others.
    Alphabetic,
}

impl OwnNames {
    /// Of a place, for a request in Latin letters.
    pub fn of(place: PlaceRef<'_>) -> OwnNames {
        let Some(country) = place.country() else {
            return OwnNames::None;
        };
        if writes_arabic(country) {
            return match place.first_names().any(is_arabic) {
                true => OwnNames::Arabic,
                false => OwnNames::None,
            };
        }
        match ALPHABETS
            .iter()
            .any(|script| is_written_in(*script, country))
        {
            true => OwnNames::Alphabetic,
            false => OwnNames::None,
        }
    }

    /// Whether a name of the place is one of them.
    pub fn include(self, name: NameRef<'_>) -> bool {
        match self {
            OwnNames::None => false,
            OwnNames::Arabic => is_arabic(name),
            OwnNames::Alphabetic => is_alphabetic(name),
        }
    }
}

/// Scripts that transliterations are known of.
const ALPHABETS: [Script; 3] = [Script::Armenian, Script::Cyrillic, Script::Georgian];

/// Whether a country's places have Arabic names at home.
pub(in crate::candidate) fn writes_arabic(country: CountryCode) -> bool {
    matches!(
        &country.to_bytes(),
        b"AE"
            | b"BH"
            | b"DJ"
            | b"DZ"
            | b"EG"
            | b"EH"
            | b"IL"
            | b"IQ"
            | b"JO"
            | b"KM"
            | b"KW"
            | b"LB"
            | b"LY"
            | b"MA"
            | b"MR"
            | b"OM"
            | b"PS"
            | b"QA"
            | b"SA"
            | b"SD"
            | b"SO"
            | b"SY"
            | b"TD"
            | b"TN"
            | b"YE"
    )
}

/// Whether a name is in Arabic, as far as is known: other languages write its letters too.
pub(in crate::candidate) fn is_arabic(name: NameRef<'_>) -> bool {
    name.script() == Some(Script::Arabic) && matches!(name.language().primary(), "ar" | "und")
}

/// Whether a name is in an alphabet of its place's country.
pub(in crate::candidate) fn is_alphabetic(name: NameRef<'_>) -> bool {
    let script = name.script().filter(|script| ALPHABETS.contains(script));
    let country = name.place().country();
    script.is_some_and(|script| country.is_some_and(|country| is_written_in(script, country)))
}
