//! Hebrew.

use crate::key::KeySpace;
use crate::lang::language::LanguageProfile;

pub(super) const HEBREW: LanguageProfile = LanguageProfile {
    code: "he",
    space: KeySpace::Other,
    countries: "IL",
    ..LanguageProfile::PLAIN
};
