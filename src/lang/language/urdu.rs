//! Urdu.

use crate::key::KeySpace;
use crate::lang::language::LanguageProfile;

pub(super) const URDU: LanguageProfile = LanguageProfile {
    code: "ur",
    space: KeySpace::Arabic,
    countries: "PK IN",
    ..LanguageProfile::PLAIN
};
