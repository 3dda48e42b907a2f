//! Georgian. It has no capitals; what a name does in the sentence its ending says.

use crate::key::KeySpace;
use crate::lang::language::Use::{And, Joins, NamedAfter};
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

pub(super) const GEORGIAN: LanguageProfile = LanguageProfile {
    code: "ka",
    space: KeySpace::Georgian,
    countries: "GE",
    international: true,
    heads: Heads::LastBehindGenitive,
    words: &[
        (Uses::of([And, Joins]), "და"),
        (Uses::of([NamedAfter]), "სახელობის"),
    ],
    plural: Plural {
        marks: &["ებ"],
        ..Plural::NONE
    },
    endings: Endings {
        surnames: &["შვილი", "ძე", "იანი", "აია", "უა"],
        genitives: &["ის", "ს"],
        locatives: &["ში", "ზე", "თან", "სთან"],
        relatives: &[],
        ablatives: &["დან", "იდან"],
        modifiers: &["ო", "ური", "ული", "იური", "ის", "ების", "თა", "ს"],
        ..Endings::NONE
    },
    ..LanguageProfile::PLAIN
};
