//! Romanized names are nearer to their own Arabic name than to others, however they are compared.

use super::*;
use proptest::prelude::*;

fn cost(arabic: &str, latin: &str) -> u16 {
    let names = (RomanizedName::of(arabic), RomanizedName::of(latin));
    match names {
        (Some(arabic), Some(latin)) => latin.cost_within(&arabic, u16::MAX, &KnownCosts::default()),
        _ => u16::MAX,
    }
}

#[test]
fn names_are_nearer_in_every_romanization_than_others_are() {
    let cases = [
        (
            "الزرقاء",
            &["Al-Zarqa", "Az Zarqā’", "az-Zarqāʾ", "el zar2a"][..],
        ),
        (
            "الشارقة",
            &["Ash Shāriqah", "al-Shāriqah", "Charjah", "Alshariqa"],
        ),
        ("حلب", &["Ḩalab", "Ḥalab", "Halab", "7alab", "Haleb"]),
        ("ورقلة", &["Wargla", "Ouargla", "Warqalah"]),
        ("الميادين", &["Al Mayādīn", "Mayadin", "Mayadeen"]),
        (
            "جبل علي",
            &["Jabal ʿAlī", "Ǧabal ʿAlī", "Djebel Ali", "Jebel Ali"],
        ),
    ];
    for (arabic, spellings) in cases {
        for spelling in spellings {
            let own = cost(arabic, spelling);
            for (other, _) in cases.iter().filter(|(other, _)| *other != arabic) {
                assert!(own < cost(other, spelling), "{spelling}: {arabic}, {other}");
            }
        }
    }
}

#[test]
fn marks_and_digits_tell_letters_apart() {
    assert!(cost("حيط", "Ḩayţ") < cost("هيت", "Ḩayţ"));
    assert!(cost("حيط", "7ay6") < cost("هيت", "7ay6"));
}

#[test]
fn only_arabic_and_latin_names_are_compared() {
    assert!(RomanizedName::of("Երևան").is_none() && RomanizedName::of("").is_none());
    assert_eq!(cost("حلب", "حلب"), u16::MAX);
}

proptest! {
    #[test]
    fn bounds_only_cut_and_known_costs_change_nothing(
        arabic in prop::collection::vec("[ا-ي ]{1,12}", 1..4),
        latin in "[a-zāīūḥʿ' ]{0,14}|\\PC{0,60}",
        bound in 0u16..900,
    ) {
        let known = KnownCosts::default();
        if let Some(latin_name) = RomanizedName::of(&latin) {
            for arabic in &arabic {
                let Some(arabic_name) = RomanizedName::of(arabic) else { continue };
                let fresh = KnownCosts::default();
                let cost = latin_name.cost_within(&arabic_name, u16::MAX, &fresh);
                let within = latin_name.cost_within(&arabic_name, bound, &known);
                prop_assert_eq!(within, if cost <= bound { cost } else { u16::MAX });
            }
        }
    }

    #[test]
    fn both_ways_cost_the_same(
        arabic in "[ا-ي ]{1,12}",
        latin in prop::collection::vec("[a-zāḥ ]{1,14}", 1..4),
    ) {
        let known = KnownCosts::default();
        if let Some(arabic) = RomanizedName::of(&arabic) {
            for latin in &latin {
                let Some(latin) = RomanizedName::of_stored(latin) else { continue };
                let there = arabic.cost_within(&latin, u16::MAX, &known);
                let back = latin.cost_within(&arabic, u16::MAX, &KnownCosts::default());
                prop_assert_eq!(there, back);
            }
        }
    }
}
