//! English.

use crate::key::KeySpace;
use crate::lang::language::Use::{Copied, Joins};
use crate::lang::language::{Endings, Heads, LanguageProfile, Uses};

pub(super) const ENGLISH: LanguageProfile = LanguageProfile {
    code: "en",
    space: KeySpace::Latin,
    countries: "AU BB BS CA GB GH GY IE IN JM KE LR MT NG NZ PK SG TT UG US ZA ZM ZW",
    titled_organizations: true,
    heads: Heads::LastBehindBare,
    words: &[
        (Uses::of([Copied]), "in at of the to from near into"),
        (Uses::of([Joins]), "and"),
    ],
    endings: Endings {
        surnames: &["ian", "yan", "ov", "ev", "ova", "eva"],
        ..Endings::NONE
    },
    ..LanguageProfile::PLAIN
};
