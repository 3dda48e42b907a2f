//! Persian, of Iran and Afghanistan.
//!
//! Prepositions are words of their own, so that nothing comes off the beginning of a word. A word
//! for the kind of a place belongs to its name (استان تهران), and what follows a head hangs on it in
//! one chain (وزارت امور خارجه ایران).

use crate::key::KeySpace;
use crate::lang::language::Use::{
    And, Around, At, Connective, Copied, Demonstrative, Direction, Follows, From, Honor, Joins,
    Motion, Parts, Plural as InPlural, Tells, To, Until, Verb, Visit, Within,
};
use crate::lang::language::{Endings, Heads, LanguageProfile, Plural, Uses};

pub(super) const PERSIAN: LanguageProfile = LanguageProfile {
    code: "fa",
    space: KeySpace::Arabic,
    countries: "AF IR TJ",
    international: false,
    letters: "پچژگیک",
    own_letters: "",
    needed_letters: "",
    proclitics: false,
    classified: false,
    kind_in_name: true,
    chains: true,
    heads: Heads::First,
    words: &[
        (Uses::of([At, Within, Parts, Copied, Tells]), "در"),
        (
            Uses::of([At]),
            "اهل ساکن ساکنان مقیم اهالی واقع حوالی نزدیکی پایتخت مرزهای سراسر محدوده اطراف حومه",
        ),
        (Uses::of([From, Parts, Copied, Tells]), "از"),
        (Uses::of([To, Parts, Copied]), "به"),
        (Uses::of([To]), "سوی بسوی عازم راهی وارد"),
        (Uses::of([Until]), "تا"),
        (Uses::of([Around]), "مقابل داخل جلوی"),
        (Uses::of([Connective, Parts, Tells]), "با برای"),
        (
            Uses::of([Connective, Parts]),
            "بر بین میان علیه درباره توسط بدون مثل مانند جز",
        ),
        (Uses::of([Connective, Parts, Follows, Tells]), "که"),
        (
            Uses::of([Parts, Follows, Tells]),
            "را است شد شده می بود شود نیز این وی آنها هستند",
        ),
        (
            Uses::of([Parts, Follows]),
            "آن هم نمی خود هر ها های همه ما شما من او",
        ),
        (
            Uses::of([Verb]),
            "است شد شده شدن شدند شود بود بودند هستند می‌شود کرد کردند کرده گرفت داشت دارد ندارد نیست",
        ),
        (Uses::of([Demonstrative]), "این آن همین همان"),
        (Uses::of([Parts, And, Joins]), "و"),
        (Uses::of([Parts, Joins]), "یا"),
        (Uses::of([Tells, Demonstrative]), "یک"),
        (
            Uses::of([Direction]),
            "شمال جنوب شرق غرب شمال‌شرق شمال‌غرب جنوب‌شرق جنوب‌غرب",
        ),
        (Uses::of([Visit]), "ترک"),
        (
            Uses::of([Motion]),
            "سفر سفرش سفری سفرهای بازگشت بازگشته رفت رفته رفتند رفتن آمد آمده آمدند آمدن رسید \
             رسیدند رسیدن ورود خروج اعزام حرکت پرواز پروازهای مهاجرت بازدید دیدار مسیر جاده گریخت \
             فرار منتقل انتقال سفر راه",
        ),
        (Uses::of([Honor]), "الدین الله"),
        (Uses::of([InPlural]), "مناطق نواحی جزایر بنادر قرا"),
    ],
    plural: Plural {
        endings: &["ها", "هاي"],
        genitives: &[],
        marks: &[],
        short_marks: &[],
        cases: &[],
    },
    endings: Endings {
        surnames: &["يان", "زاده", "پور", "نژاد", "وند", "نيا"],
        genitives: &[],
        locatives: &[],
        relatives: &[],
        ablatives: &[],
        modifiers: &[],
        adjectives: &["ي"],
        qualifiers: &[],
        relational: &[],
        peoples: &[],
        definite: &[],
        clubs: &[],
        generics: &[],
    },
};
