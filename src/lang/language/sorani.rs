//! Central Kurdish (Sorani), in Arabic letters.
//!
//! Every vowel but one is written, so that hardly a word of it lacks the letters ە ێ ۆ; ە is a vowel,
//! not a ه. Nothing is written together with the beginning of a word; -دا and -ەوە close a phrase
//! that a preposition opens (لە هەولێردا).

use crate::key::KeySpace;
use crate::lang::language::Use::{
    And, At, Connective, Copied, Direction, Follows, Joins, Motion, Parts, Tells, To, Until, Visit,
};
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

pub(super) const SORANI: LanguageProfile = LanguageProfile {
    code: "ckb",
    space: KeySpace::Arabic,
    countries: "IQ IR",
    international: false,
    letters: "ێۆڕڵەڤپچژگیک",
    own_letters: "ێڵڕە",
    needed_letters: "ێۆڕڵە",
    proclitics: false,
    classified: false,
    kind_in_name: false,
    chains: false,
    heads: Heads::First,
    words: &[
        (Uses::of([At, Parts, Copied, Tells]), "لە"),
        (Uses::of([At]), "نزیک ناوەندی دەوروبەری"),
        (Uses::of([To, Parts, Copied, Tells]), "بۆ"),
        (Uses::of([To]), "ڕووی گەیشتە"),
        (Uses::of([Until]), "تا هەتا"),
        (Uses::of([Connective, Parts, Tells]), "بە لەگەڵ"),
        (Uses::of([Connective, Parts]), "دژی نێوان"),
        (Uses::of([Connective, Parts, Follows, Tells]), "کە"),
        (Uses::of([Parts, And, Joins]), "و"),
        (Uses::of([Tells]), "ئەو ئەم ئەوە هەر لەو لەم"),
        (
            Uses::of([Direction]),
            "باکوور باکووری باشوور باشووری ڕۆژهەڵات ڕۆژهەڵاتی ڕۆژئاوا ڕۆژئاوای",
        ),
        (Uses::of([Visit]), "سەردانی"),
        (
            Uses::of([Motion]),
            "گەیشت گەیشتن چوو چووە گەڕایەوە گەشتی سەردان",
        ),
    ],
    plural: Plural {
        endings: &["ان", "هكان", "هكاني"],
        genitives: &[],
        marks: &[],
        short_marks: &[],
        cases: &[],
    },
    endings: Endings::NONE,
};
