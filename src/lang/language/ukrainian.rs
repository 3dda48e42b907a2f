//! Ukrainian.

use crate::key::KeySpace;
use crate::lang::language::LanguageProfile;

pub(super) const UKRAINIAN: LanguageProfile = LanguageProfile {
    code: "uk",
    space: KeySpace::Cyrillic,
    countries: "UA",
    ..LanguageProfile::PLAIN
};
