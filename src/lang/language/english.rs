//! English.

use crate::key::KeySpace;
use crate::lang::language::Use::{Copied, Joins, Of, Tells, Within};
use crate::lang::language::{Endings, Heads, LanguageProfile, Uses};

pub(super) const ENGLISH: LanguageProfile = LanguageProfile {
    code: "en",
    space: KeySpace::Latin,
    countries: "AU BB BS CA GB GH GY IE IN JM KE LR MT NG NZ PK SG TT UG US ZA ZM ZW",
    international: true,
    heads: Heads::LastInName,
    words: &[
        (Uses::of([Copied, Within]), "in"),
        (Uses::of([Copied]), "at to near into"),
        (Uses::of([Copied, Of, Tells]), "of"),
        (Uses::of([Copied, Tells]), "the from"),
        (Uses::of([Joins, Tells]), "and"),
        (
            Uses::of([Tells]),
            "is was were are has have had with that this for by its said",
        ),
    ],
    endings: Endings {
        surnames: &["ian", "yan", "ov", "ev", "ova", "eva"],
        ..Endings::NONE
    },
    ..LanguageProfile::PLAIN
};
