//! Arabic.

use crate::key::KeySpace;
use crate::lang::language::Use::{
    Around, At, Belonging, Beside, Connective, Copied, Direction, Epithet, Follows, From, Honor,
    Joins, Motion, Parts, Plural as InPlural, Tells, To, Until, Visit, Within,
};
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

pub(super) const ARABIC: LanguageProfile = LanguageProfile {
    code: "ar",
    space: KeySpace::Arabic,
    countries: "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE",
    international: true,
    letters: "ةأإ",
    own_letters: "",
    needed_letters: "",
    proclitics: true,
    classified: true,
    kind_in_name: false,
    chains: false,
    heads: Heads::First,
    words: &[
        (Uses::of([At, Within, Parts, Follows, Copied]), "في"),
        (Uses::of([Within]), "ب"),
        (Uses::of([At, Within]), "وفي"),
        (Uses::of([At, Copied]), "قرب"),
        (
            Uses::of([At]),
            "مشارف أطراف تخوم ضواحي جوار مداخل أهالي سكان",
        ),
        (
            Uses::of([At, Direction]),
            "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط",
        ),
        (Uses::of([From, Parts, Follows, Copied]), "من"),
        (Uses::of([From]), "ومن"),
        (Uses::of([To, Parts, Follows, Copied]), "إلى"),
        (Uses::of([To]), "وإلى"),
        (Uses::of([To, Copied]), "نحو"),
        (Uses::of([To]), "باتجاه صوب"),
        (Uses::of([Until]), "حتى"),
        (Uses::of([Connective, Parts, Follows, Copied]), "على عن"),
        (Uses::of([Connective, Parts, Follows]), "مع أن"),
        (Uses::of([Connective, Parts]), "ضد"),
        (Uses::of([Connective, Parts, Beside]), "بين"),
        (Uses::of([Connective, Parts, Joins]), "و أو"),
        (Uses::of([Connective]), "عبر"),
        (Uses::of([Around]), "أمام داخل خارج عند قبالة محيط حول"),
        (Uses::of([Joins]), "ثم أم"),
        (Uses::of([Follows]), "بعد قبل منذ حيث خلال"),
        (
            Uses::of([Visit]),
            "زار زارت وزار يزور تزور غادر غادرت يغادر",
        ),
        (
            Uses::of([Motion]),
            "وصل وصلت وصلوا يصل تصل وصول وصوله توجه توجهت يتوجه تتوجه سافر سافرت يسافر عاد \
             عادت عادوا يعود عودة انتقل انتقلت نزح نزحوا فروا زيارة رحلة رحلات الطريق قادما \
             قادمة متوجها عائدا",
        ),
        (
            Uses::of([Epithet]),
            "المكرمة الشعبية الإسلامية القيصرية المحتلة",
        ),
        (
            Uses::of([Belonging]),
            "العالم الوطن الجنوب الشمال المشرق الأراضي القارة الدولة الإمبراطورية السلطة الكيان \
             الجمهورية المملكة",
        ),
        (Uses::of([Honor]), "الدين"),
        (
            Uses::of([Tells]),
            "في وفي من إلى عن التي الذي هذا هذه ذلك كان كانت لم قد لكن بعض",
        ),
        (
            Uses::of([InPlural]),
            "حيي مدن قرى أقاليم مناطق أقضية أحياء ضواحي نجوع عزب معابر",
        ),
    ],
    plural: Plural {
        // And the dual before what is counted: بلدتي X وY.
        endings: &["ات", "تي"],
        genitives: &[],
        marks: &[],
        short_marks: &[],
        cases: &[],
    },
    endings: Endings {
        surnames: &["يان", "وف", "يف", "وفا", "يفا"],
        genitives: &[],
        locatives: &[],
        relatives: &[],
        ablatives: &[],
        modifiers: &[],
        adjectives: &[],
        qualifiers: &[],
        relational: &[],
        peoples: &[],
        definite: &[],
        clubs: &["نادي", "فريق"],
        generics: &[],
    },
};
