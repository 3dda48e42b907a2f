//! What holds for every text, and for every name of the built-in tables.

use proptest::prelude::*;
use toponym::{Scheme, Script, transliterate};

const ALL: [Scheme; 6] = [
    Scheme::ArmenianToArabic,
    Scheme::AzerbaijaniToArabic,
    Scheme::AzerbaijaniToCyrillic,
    Scheme::AzerbaijaniToPersoArabic,
    Scheme::AzerbaijaniToLatin,
    Scheme::Latin,
];

/// A source alphabet, the scheme and the script that it writes.
type Alphabet = (&'static str, Scheme, Script);

const AZERBAIJANI: &str = "abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ";
const ARMENIAN: &str = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև\
    ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ";
const GEORGIAN: &str = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ";
const RUSSIAN: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
const AZERBAIJANI_CYRILLIC: &str =
    "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹшАБВГҒДЕӘЖЗИЫЈКҜЛМНОӨПРСТУҮФХҺЧҸШ";
const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى";
const PERSIAN: &str = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئ";
const AZERBAIJANI_ARABIC: &str = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئؤأ";

const ALPHABETS: [Alphabet; 11] = [
    (ARMENIAN, Scheme::ArmenianToArabic, Script::Arabic),
    (AZERBAIJANI, Scheme::AzerbaijaniToArabic, Script::Arabic),
    (
        AZERBAIJANI,
        Scheme::AzerbaijaniToPersoArabic,
        Script::Arabic,
    ),
    (AZERBAIJANI, Scheme::AzerbaijaniToCyrillic, Script::Cyrillic),
    (
        AZERBAIJANI_CYRILLIC,
        Scheme::AzerbaijaniToLatin,
        Script::Latin,
    ),
    (
        AZERBAIJANI_ARABIC,
        Scheme::AzerbaijaniToLatin,
        Script::Latin,
    ),
    (ARMENIAN, Scheme::Latin, Script::Latin),
    (GEORGIAN, Scheme::Latin, Script::Latin),
    (RUSSIAN, Scheme::Latin, Script::Latin),
    (ARABIC, Scheme::Latin, Script::Latin),
    (PERSIAN, Scheme::Latin, Script::Latin),
];

/// Fuzzing found U+FDFA, a whole sentence in a letter, where a letter was thought to grow eightfold at most.
#[test]
fn no_character_grows_more_than_ninefold() {
    for c in (0..=0x1FFFF).filter_map(char::from_u32) {
        let text = String::from(c);
        for scheme in ALL {
            let written = transliterate(&text, scheme);
            assert!(
                written.len() <= 9 * text.len(),
                "{scheme:?}: {text} {written}"
            );
        }
    }
}

fn words() -> impl Strategy<Value = (Alphabet, String)> {
    proptest::sample::select(&ALPHABETS[..]).prop_flat_map(|alphabet| {
        let letters: Vec<char> = alphabet.0.chars().collect();
        let word = proptest::collection::vec(proptest::sample::select(letters), 1..12);
        (Just(alphabet), word.prop_map(String::from_iter))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_text_comes_through(text in any::<String>()) {
        for scheme in ALL {
            let _ = transliterate(&text, scheme);
        }
    }

    #[test]
    fn any_text_of_letters_and_marks_comes_through(
        text in "[ԵՒևոաi\u{307}Iə\u{327}او\u{64E}ی\u{200C}ـﻻئآгҝьა \\-]{0,12}"
    ) {
        for scheme in ALL {
            let _ = transliterate(&text, scheme);
        }
    }

    #[test]
    fn what_is_no_letter_stays(text in "[0-9٣ .,;:!?()«»\"'،؛؟\\-\n]{0,20}") {
        for scheme in ALL {
            prop_assert_eq!(transliterate(&text, scheme), text.as_str());
        }
    }

    #[test]
    fn letters_of_the_alphabet_become_letters_of_the_target((alphabet, word) in words()) {
        let (_, scheme, target) = alphabet;
        let out = transliterate(&word, scheme);
        for c in out.chars() {
            let script = Script::of(c);
            // Ayn and hamza are apostrophes, and the article has a hyphen.
            let sign = target == Script::Latin && "‘’-".contains(c);
            prop_assert!(script == Some(target) || sign, "{word}: {out}");
        }
    }

    #[test]
    fn latin_and_cyrillic_azerbaijani_are_one_spelling(
        word in "[abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ \\-]{0,16}"
    ) {
        let cyrillic = transliterate(&word, Scheme::AzerbaijaniToCyrillic);
        prop_assert_eq!(transliterate(&cyrillic, Scheme::AzerbaijaniToLatin), word);
    }
}

#[cfg(feature = "embedded")]
#[test]
fn every_azerbaijani_name_of_the_tables_survives_the_way_to_cyrillic_and_back() {
    let names = toponym::Gazetteer::embedded().names;
    let mut checked = 0;
    for name in names.iter().filter(|name| name.language.as_str() == "az") {
        let cyrillic = transliterate(&name.text, Scheme::AzerbaijaniToCyrillic);
        let latin = transliterate(&cyrillic, Scheme::AzerbaijaniToLatin);
        assert_eq!(latin, name.text, "{cyrillic}");
        checked += 1;
    }
    assert!(checked > 3000, "{checked} names");
}
