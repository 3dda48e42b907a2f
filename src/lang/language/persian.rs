//! Persian, of Iran and Afghanistan.

use crate::key::KeySpace;
use crate::lang::language::Use::Copied;
use crate::lang::language::{LanguageProfile, Uses};

pub(super) const PERSIAN: LanguageProfile = LanguageProfile {
    code: "fa",
    space: KeySpace::Arabic,
    countries: "AF IR TJ",
    words: &[(Uses::of([Copied]), "از در به")],
    ..LanguageProfile::PLAIN
};
