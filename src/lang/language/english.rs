//! English.

use crate::key::KeySpace;
use crate::lang::language::Use::{And, Beside, Copied, Joins, Of, Singular, Tells, Within};
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

pub(super) const ENGLISH: LanguageProfile = LanguageProfile {
    code: "en",
    space: KeySpace::Latin,
    countries: "AU BB BS CA GB GH GY IE IN JM KE LR MT NG NZ PK SG TT UG US ZA ZM ZW",
    international: true,
    heads: Heads::LastInName,
    words: &[
        (Uses::of([Copied, Within]), "in"),
        (Uses::of([Copied]), "to into"),
        (Uses::of([Beside, Copied]), "at near"),
        (Uses::of([Copied, Of, Tells]), "of"),
        (Uses::of([Copied, Tells]), "the from"),
        (Uses::of([And, Joins, Tells]), "and"),
        (
            Uses::of([Singular]),
            "pass falls gardens springs barracks headquarters",
        ),
        (
            Uses::of([Tells]),
            "is was were are has have had with that this for by its said",
        ),
    ],
    plural: Plural {
        endings: &["s"],
        ..Plural::NONE
    },
    endings: Endings {
        surnames: &["ian", "yan", "ov", "ev", "ova", "eva"],
        ..Endings::NONE
    },
    ..LanguageProfile::PLAIN
};
