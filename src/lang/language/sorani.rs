//! Central Kurdish (Sorani), in Arabic letters.

use crate::key::KeySpace;
use crate::lang::language::LanguageProfile;

pub(super) const SORANI: LanguageProfile = LanguageProfile {
    code: "ckb",
    space: KeySpace::Arabic,
    letters: "ێۆڕڵەڤپچژگیک",
    own_letters: "ێڵڕە",
    countries: "",
    ..LanguageProfile::PLAIN
};
