//! Codes say of a name what it says itself, and damaged ones say something.

use super::*;
use proptest::prelude::*;

/// Says of a name what its code says, read from the name itself.
fn check(text: &str) {
    let mut bytes = Vec::new();
    push_code(text, &mut bytes);
    // What stands behind a code is no part of it.
    bytes.extend([0xFF; 3]);
    let code = SoundCode::read(&bytes);
    let normalized = normal_form(text);
    let parts = Parts::of(&normalized);
    assert_eq!(code.script(), Script::of_text(text), "{text}");
    assert_eq!(code.whole(), Sounds::of(&normalized), "{text}");
    assert_eq!(code.is_composed(), parts.is_composed(), "{text}");
    assert_eq!(code.senses(true), parts.senses, "{text}");
    let rest = || Sounds::of(&parts.rest.join(" "));
    assert_eq!(code.rest(), parts.is_composed().then(rest), "{text}");
    let shorter = without_a_word(&normalized).map(|(_, text)| Sounds::of(&text));
    assert!(code.shorter().eq(shorter), "{text}");
    let romanized = RomanizedName::of_stored(text);
    let stored = romanized.as_ref().and_then(RomanizedName::stored);
    assert_eq!(code.romanized(&mut NO_SIGNS.clone()), stored, "{text}");
    let rest = parts.rest.join(" ");
    let is_of_script = parts.is_composed() && Script::of_text(&rest) == Script::of_text(text);
    let romanized = RomanizedName::of_stored(&rest).filter(|_| is_of_script);
    let stored = romanized.as_ref().and_then(RomanizedName::stored);
    assert_eq!(code.romanized_rest(&mut NO_SIGNS.clone()), stored, "{text}");
}

#[test]
fn codes_say_what_names_say() {
    for text in [
        "Xankəndi",
        "Ḩayy al ‘Āmil",
        "Ash Shāriqah 12",
        "الشارقة",
        "ال سالم",
        "مدينة السادس من أكتوبر",
        "Верхний Талин",
        "Nor Hajn",
        "Hrazdan River Gorge",
        "Saint Jean de Luz",
        "Վերին Թալին",
        "Upper",
        "東京",
        "",
        "—",
        "aا",
        "اa",
        "Ȝ𞹔",
    ] {
        check(text);
    }
}

#[test]
#[cfg(feature = "embedded")]
fn codes_say_what_all_names_of_the_tables_say() {
    let resolver = crate::resolver::Resolver::embedded();
    let names = resolver.index().places().flat_map(crate::PlaceRef::names);
    for name in names.step_by(7) {
        check(name.text());
    }
}

proptest! {
    #[test]
    fn codes_say_what_any_name_says(
        text in "\\PC{0,90}|[ا-ي ]{0,90}|[a-zāḥʿ' ]{0,90}|(new |nor |ال)?[a-zա-ֆ]{2,9} [а-яا-ي]{2,9} [a-z]{2,9}",
    ) {
        check(&text);
    }

    #[test]
    fn damaged_codes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let code = SoundCode::read(&bytes);
        let sounds = [Some(code.whole()), code.rest()].into_iter().flatten().chain(code.shorter());
        for sounds in sounds {
            Sounds::of("x").cost(&sounds);
            Sounds::of("شوشة").cost(&sounds);
        }
        if let Some(name) = code.romanized(&mut NO_SIGNS.clone()) {
            let known = Default::default();
            for text in ["Ḩalab", "حلب"] {
                RomanizedName::of(text).unwrap().cost_of_stored(name, 300, &known);
            }
        }
    }
}
