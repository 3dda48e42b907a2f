//! What holds for every text, and for every name of the built-in tables.

use proptest::prelude::*;
use toponym::Script;
use toponym::transliterate::{
    armenian_to_arabic, azerbaijani_to_arabic, azerbaijani_to_cyrillic, azerbaijani_to_latin,
    azerbaijani_to_perso_arabic, to_latin,
};

const ALL: [fn(&str) -> String; 6] = [
    armenian_to_arabic,
    azerbaijani_to_arabic,
    azerbaijani_to_cyrillic,
    azerbaijani_to_perso_arabic,
    azerbaijani_to_latin,
    to_latin,
];

/// A source alphabet, the rule and the script that it writes.
type Alphabet = (&'static str, fn(&str) -> String, Script);

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
    (ARMENIAN, armenian_to_arabic, Script::Arabic),
    (AZERBAIJANI, azerbaijani_to_arabic, Script::Arabic),
    (AZERBAIJANI, azerbaijani_to_perso_arabic, Script::Arabic),
    (AZERBAIJANI, azerbaijani_to_cyrillic, Script::Cyrillic),
    (AZERBAIJANI_CYRILLIC, azerbaijani_to_latin, Script::Latin),
    (AZERBAIJANI_ARABIC, azerbaijani_to_latin, Script::Latin),
    (ARMENIAN, to_latin, Script::Latin),
    (GEORGIAN, to_latin, Script::Latin),
    (RUSSIAN, to_latin, Script::Latin),
    (ARABIC, to_latin, Script::Latin),
    (PERSIAN, to_latin, Script::Latin),
];

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
        for rule in ALL {
            rule(&text);
        }
    }

    #[test]
    fn any_text_of_letters_and_marks_comes_through(
        text in "[ԵՒևոաi\u{307}Iə\u{327}او\u{64E}ی\u{200C}ـﻻئآгҝьა \\-]{0,12}"
    ) {
        for rule in ALL {
            rule(&text);
        }
    }

    #[test]
    fn what_is_no_letter_stays(text in "[0-9٣ .,;:!?()«»\"'،؛؟\\-\n]{0,20}") {
        for rule in ALL {
            prop_assert_eq!(rule(&text), text.as_str());
        }
    }

    #[test]
    fn letters_of_the_alphabet_become_letters_of_the_target((alphabet, word) in words()) {
        let (_, rule, target) = alphabet;
        let out = rule(&word);
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
        prop_assert_eq!(azerbaijani_to_latin(&azerbaijani_to_cyrillic(&word)), word);
    }
}

#[cfg(feature = "embedded")]
#[test]
fn every_azerbaijani_name_of_the_tables_survives_the_way_to_cyrillic_and_back() {
    let names = toponym::Gazetteer::embedded().names;
    let mut checked = 0;
    for name in names.iter().filter(|name| name.language.as_str() == "az") {
        let cyrillic = azerbaijani_to_cyrillic(&name.text);
        assert_eq!(azerbaijani_to_latin(&cyrillic), name.text, "{cyrillic}");
        checked += 1;
    }
    assert!(checked > 3000, "{checked} names");
}
