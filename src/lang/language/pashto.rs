//! Pashto.

use crate::key::KeySpace;
use crate::lang::language::LanguageProfile;

pub(super) const PASHTO: LanguageProfile = LanguageProfile {
    code: "ps",
    space: KeySpace::Arabic,
    countries: "AF",
    letters: "ټډړږښڼېۍپچژګی",
    ..LanguageProfile::PLAIN
};
