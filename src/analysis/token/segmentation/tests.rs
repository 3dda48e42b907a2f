//! Segments of words that UAX 29 and the scripts end at different places.

use crate::analysis::token::segmentation::{Boundary, HashtagPart, Segments};

/// Segments with the boundary before each in brackets.
fn cut(text: &str) -> String {
    let segments = Segments::new(text).map(|segment| {
        let boundary = match segment.boundary {
            Boundary::Adjacent => "",
            Boundary::Space => " ",
            Boundary::Hyphen => "-",
            Boundary::Joiner => "~",
            Boundary::Underscore => "_",
            Boundary::Apostrophe => "'",
            Boundary::Dot => ".",
            Boundary::Quote | Boundary::Break => "|",
            Boundary::Stop => "‖",
        };
        format!("{boundary}{}", &text[segment.start..segment.end])
    });
    segments.collect()
}

#[test]
fn words_end_where_scripts_end_them() {
    for (text, expected) in [
        ("Երեւան:Հայաստան", "‖Երեւան‖Հայաստան"),
        ("Yerevan.Baku", "‖Yerevan‖Baku"),
        ("Երևա՞ն", "‖Երևա՞ն"),
        ("Bakı'da, Baku’s", "‖Bakı'da|Baku's"),
        ("O'Neill d'Arc", "‖O'Neill d'Arc"),
        ("ԵՐԵՎԱՆ-ում", "‖ԵՐԵՎԱՆ-ում"),
        ("Əli-Bayramlı", "‖Əli-Bayramlı"),
        ("Նոր֊Արեշ", "‖Նոր-Արեշ"),
        ("Baku – Tbilisi", "‖Baku|Tbilisi"),
        ("#حفر_الباطن في", "‖حفر_الباطن في"),
        ("يـــريفان بَاكُو", "‖يـــريفان بَاكُو"),
        ("г. Шуша. Потом", "‖г.Шуша‖Потом"),
        ("a\n b\n\nc", "‖a b‖c"),
        ("\u{202b}«باكو»\u{202c} و", "‖باكو|و"),
        ("خان\u{200c}کندی", "‖خان\u{200c}کندی"),
        ("ʼa Bakıʼda ʼʼ ʻs", "‖a Bakı'da|s"),
        ("", ""),
        ("—!", ""),
    ] {
        assert_eq!(cut(text), expected);
    }
}

#[test]
fn hashtags_and_handles_are_marked() {
    let tags: Vec<HashtagPart> = Segments::new("#حفر_الباطن #Baku, @Baku Baku")
        .map(|segment| segment.tag)
        .collect();
    let expected = [
        HashtagPart::HashStart,
        HashtagPart::Hash,
        HashtagPart::HashStart,
        HashtagPart::Handle,
        HashtagPart::None,
    ];
    assert_eq!(tags, expected);
}
