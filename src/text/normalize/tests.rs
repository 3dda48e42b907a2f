//! Every rule in the whole pipeline, and what holds for all of them together.

use crate::text::normalize::*;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn norm(text: &str) -> String {
    let normalized = normalize(text);
    let letters: String = normalized.letters().iter().map(|l| l.char).collect();
    assert_eq!(letters, normalized.as_str());
    letters
}

/// What must hold for every text there is.
fn check(text: &str) -> Result<(), TestCaseError> {
    let normalized = normalize(text);
    let once = normalized.as_str();
    prop_assert_eq!(&norm(once), once, "twice");

    let (mut start, mut end) = (0, 0);
    for letter in normalized.letters() {
        prop_assert!(start <= letter.start && end <= letter.end && letter.start < letter.end);
        prop_assert!(text.get(letter.source()).is_some());
        (start, end) = (letter.start, letter.end);
    }

    prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
    prop_assert_eq!(&norm(&text.nfc().collect::<String>()), once, "composed");
    prop_assert_eq!(&norm(&text.nfd().collect::<String>()), once, "decomposed");
    Ok(())
}

#[test]
fn each_rule() {
    let cases = [
        // Controls, joiners, tatweel, quotes.
        ("\u{FEFF}Ba\u{AD}kı\u{200F}", "bakı"),
        ("باكـــو", "باكو"),
        ("قره\u{200C}باغ", "قره باغ"),
        ("قره\u{200C} باغ\u{200C}", "قره باغ"),
        ("Auf\u{200C}lage", "auflage"),
        ("क्\u{200C}ष", "क्ष"),
        (
            "Bakı'da «Şuşa» Sana’a ʿAmmān Kar`abağ",
            "bakıda şuşa sanaa ammān karabağ",
        ),
        ("❤\u{FE0F}", ""),
        // Marks.
        ("يَرِيفَانُّ", "يريفان"),
        ("رحمٰن", "رحمن"),
        ("יְרוּשָׁלַיִם", "ירושלים"),
        ("Ерева́н", "ереван"),
        ("Xə̄nkəndi", "xənkəndi"),
        ("दिल्ली", "दिल्ली"),
        ("กรุงเทพฯ ที่", "กรุงเทพฯ ที่"),
        // Presentation forms, ligatures, widths.
        ("ﻻﺗﺸﻴﻦ", "لاتشين"),
        ("ﷲ", "الله"),
        ("ﹰ", ""),
        ("ﬓ ﬁ Ｂａｋｕ ㎞ ① Участок № 9", "մն fi baku km 1 участок 9"),
        // Small letters.
        ("İSTANBUL I\u{307}", "istanbul i"),
        ("STRAẞE ΌΔΌΣ Ὀδός", "strasse όδόσ ὀδόσ"),
        ("ᲗᲑᲘᲚᲘᲡᲘ ႧႡႨႪႨႱႨ ⴇⴁⴈⴊⴈⴑⴈ", "თბილისი თბილისი თბილისი"),
        ("J\u{30C}", "ǰ"),
        // Dashes, digits, other signs, spaces.
        ("Нагорно–Карабахская", "нагорно карабахская"),
        ("ԵՐԵՎԱՆ-ում", "երեվան ում"),
        ("٣ ۴ ५ ３ 𝟛", "3 4 5 3 3"),
        ("  Bakı,\tGəncə…\u{3000}(Şuşa) ", "bakı gəncə şuşa"),
        ("Qarabağ_Azərbaycandır", "qarabağ azərbaycandır"),
        // Letters that differ stay apart.
        ("أ إ آ ا ى ي ئ ة ه ؤ و ء", "أ إ آ ا ى ي ئ ة ه ؤ و ء"),
        ("گ چ پ ژ ڤ ڨ غ ق", "گ چ پ ژ ڤ ڨ غ ق"),
        ("ş s ё е ı i й и ə ö", "ş s ё е ı i й и ə ö"),
        // One letter with several code points.
        ("کرج ی ہ ە ٱ خانۀ خانهٔ", "كرج ي ه ه ا خانه خانه"),
        ("ئ ي\u{654} ی\u{654} ا\u{653}", "ئ ئ ئ آ"),
        // Latin letters that are two.
        (
            "Ærø Œuvre Þing Ĳssel Straße Ǽ",
            "aerø oeuvre thing ijssel strasse aé",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(norm(text), expected, "{text}");
    }
}

#[test]
fn armenian_spellings() {
    let groups: [&[&str]; 9] = [
        &[
            "երեվան",
            "Երևան",
            "Երեւան",
            "ԵՐԵՎԱՆ",
            "ԵՐԵՒԱՆ",
            "Երևա՞ն",
            "Երե՛ւան",
        ],
        &["գյումրի", "Գիւմրի", "Գյումրի"],
        &["հյուսիս", "Հիւսիս"],
        &["ությունն", "ութիւնն"],
        &["թիվ", "թիւ", "թիվ"],
        &["արեվելյան", "Արեւելեան", "Արևելյան"],
        &["էջմիածին", "Էջմիածին"],
        &["լույս", "լոյս"],
        &["գորիս", "Գօրիս", "Գoրիս"],
    ];
    for group in groups {
        for text in group {
            assert_eq!(norm(text), group[0], "{text}");
        }
    }
    // What the rules leave alone.
    for text in [
        "դուբայ",
        "խոյ",
        "յալթա",
        "կորեա",
        "բաքուի",
        "օձուն",
        "ադրբեջան",
        "եա",
    ] {
        assert_eq!(norm(text), text);
    }
}

#[test]
fn azerbaijani_capitals() {
    let cases = [
        ("QARABAĞLI", "qarabağlı"),
        ("Iğdır", "ığdır"),
        ("XIRDALAN", "xirdalan"),
        ("İMİŞLİ", "imişli"),
        ("BAKI", "baki"),
        ("Bakı", "bakı"),
        ("İRAVAN IRAVAN", "iravan iravan"),
        ("DİYARBAKIR", "diyarbakır"),
    ];
    for (text, expected) in cases {
        assert_eq!(norm(text), expected, "{text}");
    }
}

#[test]
fn lookalikes_go_to_the_script_of_the_word() {
    let cases = [
        ("Xаnkәndi", "xankəndi"),
        ("Шушa", "шуша"),
        ("ҝəнҹə", "ҝәнҹә"),
        ("Hахчыван", "нахчыван"),
        ("hадрут", "һадрут"),
        ("Ереvан", "ереvан"),
        ("Вaku", "baku"),
        ("Аmаrа", "amara"),
        ("Москвá Орёл Орëл", "москва орёл орёл"),
        // As many of one as of the other: whichever works, Latin first.
        ("Аğ", "ağ"),
        ("МИД-Armenpress", "мид armenpress"),
        ("МИДArmenpress", "мидarmenpress"),
    ];
    for (text, expected) in cases {
        assert_eq!(norm(text), expected, "{text}");
    }
}

#[test]
fn offsets_lead_to_the_letter_with_its_marks() {
    let cases: [(&str, &[&str]); 6] = [
        ("شُوشة", &["شُ", "و", "ش", "ة"]),
        (" «Şuşa'da»", &["Ş", "u", "ş", "a", "d", "a"]),
        ("S\u{327}u", &["S\u{327}", "u"]),
        ("ﻻچ", &["ﻻ", "ﻻ", "چ"]),
        ("Երևա՞ն", &["Ե", "ր", "և", "և", "ա", "ն"]),
        ("Գիւմ", &["Գ", "ի", "ւ", "ւ", "մ"]),
    ];
    for (text, expected) in cases {
        let normalized = normalize(text);
        let sources: Vec<&str> = normalized
            .letters()
            .iter()
            .map(|l| &text[l.source()])
            .collect();
        assert_eq!(sources, expected, "{text}");
    }
}

#[test]
fn every_character_alone_and_after_a_letter() {
    // Beyond are only unassigned code points, tags and private use.
    for c in ('\0'..'\u{33480}').chain('\u{E0000}'..'\u{E0200}') {
        for text in [c.to_string(), format!("a{c}"), format!("ب{c}ا")] {
            if let Err(error) = check(&text) {
                panic!("U+{:04X} {text:?}: {error}", u32::from(c));
            }
        }
    }
}

#[test]
fn what_broke_once() {
    for text in [
        "ا\u{F73}\u{200C}\u{93C}",
        "\u{64B}\u{93C}\u{200C}ա",
        "աG",
        "𝕒\u{1FCD}ￊ",
        "\u{488}a",
    ] {
        if let Err(error) = check(text) {
            panic!("{text:?}: {error}");
        }
    }
}

/// Characters that the rules look at, and those that broke something once.
fn awkward() -> impl Strategy<Value = String> {
    let armenian = prop::sample::select("աեէըիոօւևվյնկցմսԵՒԻԱ՞՛o1".chars().collect::<Vec<_>>());
    let arabic = prop::sample::select(
        "اأبىيیكکههەۀةﻻﷲﹰﱞءؤـ\u{64B}\u{651}\u{670}\u{653}\u{654}\u{655}\u{200C}\u{200D}\u{200F} ٣۴"
            .chars()
            .collect::<Vec<_>>(),
    );
    let mixed = prop::sample::select(
        "aoehHBIİiığəœæßJk\u{30C}\u{307}\u{301}\u{323}\u{327}\u{345}\u{338}аеоһнвәёйѣοσΣς'’-_ \u{AD}\u{34F}"
            .chars()
            .collect::<Vec<_>>(),
    );
    let others = prop::sample::select(
        "कन\u{93C}\u{94D}\u{93E}\u{9C7}\u{9BE}\u{9D7}กำ\u{E48}か\u{3099}ｶﾞ\u{1112}\u{1161}\u{11AB}가각ﾡￂ\u{1160}שׁ\u{5B8}\u{5F3}ⴀႠᲐⅣ½㎏🄮ŀŉ\u{F73}\u{F71}\u{F72}\u{FB7}\u{344}\u{1D15E}\u{2126}\u{FB1D}\u{FEFF}"
            .chars()
            .collect::<Vec<_>>(),
    );
    let of = |c: proptest::sample::Select<char>| prop::collection::vec(c, 0..12);
    prop_oneof![
        of(armenian.clone()),
        of(arabic.clone()),
        of(mixed.clone()),
        of(others.clone()),
        prop::collection::vec(
            prop_oneof![armenian, arabic, mixed, others, any::<char>()],
            0..16
        ),
    ]
    .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100_000))]

    #[test]
    fn awkward_texts(text in awkward()) {
        check(&text)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn arbitrary_texts(text in "\\PC{0,12}|\\p{any}{0,12}") {
        check(&text)?;
    }
}

#[test]
fn what_is_plainly_normal_stays_as_it_is() {
    let texts = [
        "",
        " ",
        "باكو",
        "قره باغ",
        "قره  باغ",
        " باكو",
        "باكو ",
        "بَاكُو",
        "baku",
        "Baku",
        "İ",
        "ı",
        "шуша",
        "Шуша",
        "երևան",
        "երեւան",
        "аmаrа",
        "ا аmаrа",
        "ا աg",
        "北京",
        "1 2",
        "a-b",
        "x\u{301}",
        "გ",
    ];
    for text in texts {
        assert_eq!(normal_form(text), normalize(text).as_str(), "{text:?}");
    }
    assert!(is_plainly_normal("قره باغ") && is_plainly_normal("baku"));
}

proptest! {
    #[test]
    fn normal_forms_are_what_normalizing_gives(text in "[ ]?[ا-يَə-əa-iА-яա-ևIİ \u{301}1'-]{0,8}|\\PC{0,6}") {
        let normal = normal_form(&text);
        prop_assert_eq!(&*normal, norm(&text));
        prop_assert_eq!(&*normal_form(&normal), norm(&normal));
    }
}
