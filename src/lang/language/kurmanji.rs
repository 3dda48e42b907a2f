//! Northern Kurdish (Kurmanji), in Latin letters.

use crate::key::KeySpace;
use crate::lang::language::Use::{And, At, Connective, Copied, Direction, From, Joins, Tells, To};
use crate::lang::language::{LanguageProfile, Uses};

pub(super) const KURMANJI: LanguageProfile = LanguageProfile {
    code: "ku",
    space: KeySpace::Latin,
    countries: "TR SY IQ",
    letters: "êîûş",
    needed_letters: "êîû",
    words: &[
        (Uses::of([At, Copied, Tells]), "li"),
        (Uses::of([From, Copied, Tells]), "ji"),
        (Uses::of([To]), "ber"),
        (Uses::of([Connective, Tells]), "bi ku"),
        (Uses::of([And, Joins, Tells]), "û"),
        (Uses::of([Tells]), "ev ew"),
        (Uses::of([Direction]), "bakurê başûrê rojhilatê rojavayê"),
    ],
    ..LanguageProfile::PLAIN
};
