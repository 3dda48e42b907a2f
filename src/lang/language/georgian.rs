//! Georgian.

use crate::key::KeySpace;
use crate::lang::language::LanguageProfile;

pub(super) const GEORGIAN: LanguageProfile = LanguageProfile {
    code: "ka",
    space: KeySpace::Georgian,
    countries: "GE",
    international: true,
    ..LanguageProfile::PLAIN
};
