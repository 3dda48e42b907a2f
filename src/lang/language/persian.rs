//! Persian, of Iran and Afghanistan.

use crate::key::KeySpace;
use crate::lang::language::Use::{Copied, Tells};
use crate::lang::language::{LanguageProfile, Uses};

pub(super) const PERSIAN: LanguageProfile = LanguageProfile {
    code: "fa",
    space: KeySpace::Arabic,
    countries: "AF IR TJ",
    letters: "پچژگیک",
    words: &[
        (Uses::of([Copied, Tells]), "از در"),
        (Uses::of([Copied]), "به"),
        (
            Uses::of([Tells]),
            "را که است این برای شد می شود بود نیز تا یک با ها های خود آنها وی شده",
        ),
    ],
    ..LanguageProfile::PLAIN
};
