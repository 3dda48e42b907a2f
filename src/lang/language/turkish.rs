//! Turkish.

use crate::key::KeySpace;
use crate::lang::language::Use::And;
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

pub(super) const TURKISH: LanguageProfile = LanguageProfile {
    code: "tr",
    space: KeySpace::Latin,
    countries: "CY TR",
    letters: "",
    lacks: "",
    proclitics: false,
    classified: false,
    titled_organizations: true,
    heads: Heads::LastBehindBare,
    words: &[(Uses::of([And]), "ve")],
    plural: Plural {
        endings: &[],
        marks: &["lar", "ler"],
        short_marks: &[],
        cases: &[],
    },
    endings: Endings {
        surnames: &["ov", "ev", "ova", "eva", "yan"],
        genitives: &[],
        locatives: &["da", "de", "ta", "te"],
        ablatives: &["dan", "den", "tan", "ten"],
        modifiers: &[],
        adjectives: &[],
        relational: &[],
        peoples: &[],
        definite: &[],
        clubs: &[],
    },
};
