//! Turkish.

use crate::key::KeySpace;
use crate::lang::language::Use::{And, BesideBehind, Tells};
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

pub(super) const TURKISH: LanguageProfile = LanguageProfile {
    code: "tr",
    space: KeySpace::Latin,
    countries: "CY TR",
    international: false,
    letters: "ğşı",
    own_letters: "",
    needed_letters: "",
    proclitics: false,
    classified: false,
    kind_in_name: false,
    chains: false,
    heads: Heads::LastBehindBare,
    words: &[
        (Uses::of([And, Tells]), "ve"),
        (
            Uses::of([BesideBehind]),
            "yakınında yakınındaki yakınlarında yakınlarındaki yakınlarına yakınlarından kıyısında kıyısındaki \
             civarında civarındaki",
        ),
        (Uses::of([Tells]), "ile için bu bir da de olan olarak"),
    ],
    plural: Plural {
        endings: &[],
        genitives: &[],
        marks: &["lar", "ler"],
        short_marks: &[],
        cases: &[],
    },
    endings: Endings {
        surnames: &["ov", "ev", "ova", "eva", "yan"],
        genitives: &[],
        locatives: &["da", "de", "ta", "te"],
        relatives: &["ki", "kı"],
        ablatives: &["dan", "den", "tan", "ten"],
        modifiers: &[],
        adjectives: &[],
        qualifiers: &[],
        relational: &[],
        peoples: &[],
        definite: &[],
        clubs: &[],
        generics: &[],
    },
};
