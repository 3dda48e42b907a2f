//! Ukrainian.

use crate::key::KeySpace;
use crate::lang::language::Use::Tells;
use crate::lang::language::{LanguageProfile, Uses};

pub(super) const UKRAINIAN: LanguageProfile = LanguageProfile {
    code: "uk",
    space: KeySpace::Cyrillic,
    letters: "яюьйцщіїєґ",
    countries: "UA",
    words: &[(Uses::of([Tells]), "і й та що не на в у з до від для")],
    ..LanguageProfile::PLAIN
};
