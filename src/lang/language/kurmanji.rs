//! Northern Kurdish (Kurmanji), in Latin letters.

use crate::key::KeySpace;
use crate::lang::language::LanguageProfile;

pub(super) const KURMANJI: LanguageProfile = LanguageProfile {
    code: "ku",
    space: KeySpace::Latin,
    letters: "êîûş",
    countries: "",
    ..LanguageProfile::PLAIN
};
