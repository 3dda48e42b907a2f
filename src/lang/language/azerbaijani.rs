//! Azerbaijani, in the three scripts that it is written in.

use crate::key::KeySpace;
use crate::lang::language::Use::{And, BesideBehind, Honor, NamedAfter, Tells};
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

/// In the Republic of Azerbaijan.
pub(super) const LATIN: LanguageProfile = LanguageProfile {
    code: "az",
    space: KeySpace::Latin,
    countries: "AM AZ IR",
    international: false,
    letters: "əğşı",
    own_letters: "ə",
    needed_letters: "",
    proclitics: false,
    classified: false,
    kind_in_name: false,
    chains: false,
    heads: Heads::LastBehindBare,
    words: &[
        (Uses::of([And, Tells]), "və"),
        (Uses::of([NamedAfter]), "adına"),
        (Uses::of([Honor]), "ağa bəy xan xanım xatun paşa əfəndi"),
        (
            Uses::of([BesideBehind]),
            "yaxınlığında yaxınlığındakı yaxınlığından yaxınlığına sahilində sahilindəki",
        ),
        (Uses::of([Tells]), "ilə üçün bu bir da də isə olan"),
    ],
    plural: Plural {
        endings: &[],
        genitives: &[],
        marks: &["lar", "lər"],
        short_marks: &[],
        cases: &[],
    },
    endings: Endings {
        surnames: &["ov", "ev", "ova", "eva", "zadə", "yan"],
        genitives: &[],
        // With e where the keyboard has no ə.
        locatives: &["da", "də", "de"],
        relatives: &["ki", "kı"],
        ablatives: &["dan", "dən", "den"],
        modifiers: &[],
        adjectives: &[],
        qualifiers: &[],
        relational: &[],
        peoples: &[],
        definite: &[],
        clubs: &[],
        generics: &[
            "çay", "dağ", "göl", "dərə", "təpə", "bulaq", "kənd", "abad", "qala",
        ],
    },
};

/// In the alphabet of 1958.
pub(super) const CYRILLIC: LanguageProfile = LanguageProfile {
    code: "az-Cyrl",
    space: KeySpace::Cyrillic,
    letters: "әғҝөүһҹјы",
    words: &[(Uses::of([Tells]), "вә илә үчүн бу бир олан")],
    endings: Endings {
        surnames: &["ов", "ев", "ова", "ева"],
        ..Endings::NONE
    },
    ..LanguageProfile::PLAIN
};

/// In Iran.
pub(super) const ARABIC: LanguageProfile = LanguageProfile {
    code: "az-Arab",
    space: KeySpace::Arabic,
    countries: "IR",
    letters: "پچژگیکۆ",
    words: &[(Uses::of([Tells]), "بیر ایله اوچون")],
    heads: Heads::LastBehindBare,
    ..LanguageProfile::PLAIN
};
