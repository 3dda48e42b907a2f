//! Armenian, in reformed and classical orthography.

use crate::key::KeySpace;
use crate::lang::language::Use::{And, Center, NamedAfter};
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

pub(super) const ARMENIAN: LanguageProfile = LanguageProfile {
    code: "hy",
    space: KeySpace::Armenian,
    countries: "AM AZ",
    international: true,
    letters: "",
    own_letters: "",
    needed_letters: "",
    proclitics: false,
    classified: false,
    kind_in_name: false,
    chains: false,
    heads: Heads::LastBehindGenitive,
    words: &[
        (Uses::of([And]), "և եվ ու"),
        (Uses::of([NamedAfter]), "անվան անուան"),
        (
            Uses::of([Center]),
            "կենտրոն կենտրոնի կենտրոնը կենտրոնն կենտրոնում կենտրոնից կենտրոնով կենտրոնին այգի այգու այգին \
             այգում այգուց այգով",
        ),
    ],
    plural: Plural {
        endings: &[],
        genitives: &[],
        marks: &["ներ"],
        // բերդ, a fortress, is no plural.
        short_marks: &["եր"],
        cases: &["", "ը", "ն", "ի", "ից", "ով", "ում", "ին"],
    },
    endings: Endings {
        surnames: &["յան", "եան", "յանց", "ունի"],
        // The accusative with the article, Երևանը, and the locative, Երևանում, say nothing of a
        // noun behind them.
        // Before the last letters of some the stem loses a vowel: Էջմիածնի, Հանրապետության.
        genitives: &[
            "ի",
            "յի",
            "նի",
            "սի",
            "ու",
            "վի",
            "ոյ",
            "այ",
            "ության",
            "ութեան",
        ],
        locatives: &["ում"],
        relatives: &[],
        ablatives: &["ից"],
        modifiers: &[
            "ության",
            "ութեան",
            "ական",
            "ային",
            "ների",
            "ի",
            "յան",
            "ման",
        ],
        // The last two are of ordinal numbers.
        adjectives: &["ական", "ային", "յան", "րորդ", "ջին"],
        qualifiers: &[],
        relational: &["ական"],
        peoples: &["ական", "ների", "ունյաց", "ցոց"],
        definite: &["ը"],
        clubs: &[],
        generics: &[
            "ավան",
            "աշեն",
            "շեն",
            "կերտ",
            "ձոր",
            "բերդ",
            "գետ",
            "լեռ",
            "քար",
            "վանք",
            "գյուղ",
            "ջուր",
        ],
    },
};
