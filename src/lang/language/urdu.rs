//! Urdu.

use crate::key::KeySpace;
use crate::lang::language::Use::Tells;
use crate::lang::language::{LanguageProfile, Uses};

pub(super) const URDU: LanguageProfile = LanguageProfile {
    code: "ur",
    space: KeySpace::Arabic,
    letters: "ٹڈںےھہپچژگیک",
    countries: "PK IN",
    words: &[(Uses::of([Tells]), "میں کے کی سے کو نے ہے")],
    ..LanguageProfile::PLAIN
};
