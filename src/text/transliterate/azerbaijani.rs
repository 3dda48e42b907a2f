//! Azerbaijani: from the Latin alphabet of 1992 to the others and back from Cyrillic.

use crate::text::script::Script;
use crate::text::transliterate::rule::LetterContext::*;
use crate::text::transliterate::rule::{Capitals, Rule, RuleReading, System};

const VOWELS: &str = "aəeıioöuü";

/// The dot that `i` keeps when software makes İ small; any other letter composes with it.
const DOT: &str = "\u{307}";

/// Latin to the Cyrillic alphabet of 1958.
pub(super) const TO_CYRILLIC: System = System {
    script: Script::Latin,
    reading: RuleReading::Rules(&[CYRILLIC]),
    silent: DOT,
    doubled_once: false,
    capitals: Capitals::Kept,
};

/// The alphabet of 1958 against that of 1992: letter for letter, 32 of each. The Latin side is
/// the law of 25 December 1991 with the ə of 1992.
const CYRILLIC: &[Rule] = &[
    ("a", Anywhere, "а"),
    ("b", Anywhere, "б"),
    ("c", Anywhere, "ҹ"),
    ("ç", Anywhere, "ч"),
    ("d", Anywhere, "д"),
    ("e", Anywhere, "е"),
    ("ə", Anywhere, "ә"),
    ("f", Anywhere, "ф"),
    ("g", Anywhere, "ҝ"),
    ("ğ", Anywhere, "ғ"),
    ("h", Anywhere, "һ"),
    ("x", Anywhere, "х"),
    ("ı", Anywhere, "ы"),
    ("i", Anywhere, "и"),
    ("j", Anywhere, "ж"),
    ("k", Anywhere, "к"),
    ("q", Anywhere, "г"),
    ("l", Anywhere, "л"),
    ("m", Anywhere, "м"),
    ("n", Anywhere, "н"),
    ("o", Anywhere, "о"),
    ("ö", Anywhere, "ө"),
    ("p", Anywhere, "п"),
    ("r", Anywhere, "р"),
    ("s", Anywhere, "с"),
    ("ş", Anywhere, "ш"),
    ("t", Anywhere, "т"),
    ("u", Anywhere, "у"),
    ("ü", Anywhere, "ү"),
    ("v", Anywhere, "в"),
    ("y", Anywhere, "ј"),
    ("z", Anywhere, "з"),
];

/// Cyrillic to Latin.
pub(super) const FROM_CYRILLIC: System = System {
    script: Script::Cyrillic,
    reading: RuleReading::Rules(&[LATIN]),
    silent: "",
    doubled_once: false,
    capitals: Capitals::KeptDotted,
};

/// The table above read the other way (a test holds them together), and Russian letters that
/// the alphabets before 1958 had and loanwords keep.
const LATIN: &[Rule] = &[
    ("а", Anywhere, "a"),
    ("б", Anywhere, "b"),
    ("ҹ", Anywhere, "c"),
    ("ч", Anywhere, "ç"),
    ("д", Anywhere, "d"),
    ("е", Anywhere, "e"),
    ("ә", Anywhere, "ə"),
    ("ф", Anywhere, "f"),
    ("ҝ", Anywhere, "g"),
    ("ғ", Anywhere, "ğ"),
    ("һ", Anywhere, "h"),
    ("х", Anywhere, "x"),
    ("ы", Anywhere, "ı"),
    ("и", Anywhere, "i"),
    ("ж", Anywhere, "j"),
    ("к", Anywhere, "k"),
    ("г", Anywhere, "q"),
    ("л", Anywhere, "l"),
    ("м", Anywhere, "m"),
    ("н", Anywhere, "n"),
    ("о", Anywhere, "o"),
    ("ө", Anywhere, "ö"),
    ("п", Anywhere, "p"),
    ("р", Anywhere, "r"),
    ("с", Anywhere, "s"),
    ("ш", Anywhere, "ş"),
    ("т", Anywhere, "t"),
    ("у", Anywhere, "u"),
    ("ү", Anywhere, "ü"),
    ("в", Anywhere, "v"),
    ("ј", Anywhere, "y"),
    ("з", Anywhere, "z"),
    ("ё", Anywhere, "yo"),
    ("й", Anywhere, "y"),
    ("ц", Anywhere, "s"),
    ("щ", Anywhere, "ş"),
    ("ъ", Anywhere, ""),
    ("ь", Anywhere, ""),
    ("э", Anywhere, "e"),
    ("ю", Anywhere, "yu"),
    ("я", Anywhere, "ya"),
];

/// Latin to Arabic.
pub(super) const TO_ARABIC: System = System {
    script: Script::Latin,
    reading: RuleReading::Rules(&[ARABIC]),
    silent: DOT,
    doubled_once: true,
    capitals: Capitals::None,
};

/// What Arabic newspapers make of Azerbaijani names most often (the Arabic names of
/// Azerbaijan's districts and towns in `data/names.csv`); no standard knows the pair.
///
/// - Vowels are written but ə, which is a short a: أ at the beginning, ه at the end, nothing
///   between. (لنكران, كلكي)
/// - q is ق, g and ğ are غ, k ك, x خ, ç تش, c and j ج, v ف, p ب.
/// - A doubled letter is written once; y and the i, ı or e beside it are one ي.
/// - Given names and words that are Arabic's own keep the spelling they have there.
const ARABIC: &[Rule] = &[
    ("məhəmməd", Anywhere, "محمد"),
    ("məmməd", Anywhere, "محمد"),
    ("əhməd", Anywhere, "أحمد"),
    ("mahmud", Anywhere, "محمود"),
    ("hüseyn", Anywhere, "حسين"),
    ("həsən", Anywhere, "حسن"),
    ("cəfər", Anywhere, "جعفر"),
    ("hacı", Start, "حاجي"),
    ("seyid", Anywhere, "سيد"),
    ("abad", End, "آباد"),
    ("ə", Start, "أ"),
    ("ə", End, "ه"),
    ("ə", Anywhere, ""),
    ("a", Start, "أ"),
    ("e", Start, "إ"),
    ("ı", Start, "إي"),
    ("i", Start, "إي"),
    ("o", Start, "أو"),
    ("ö", Start, "أو"),
    ("u", Start, "أو"),
    ("ü", Start, "أو"),
    ("ye", Anywhere, "ي"),
    ("yi", Anywhere, "ي"),
    ("yı", Anywhere, "ي"),
    ("ey", Anywhere, "ي"),
    ("iy", Anywhere, "ي"),
    ("ıy", Anywhere, "ي"),
    ("a", Anywhere, "ا"),
    ("e", Anywhere, "ي"),
    ("ı", Anywhere, "ي"),
    ("i", Anywhere, "ي"),
    ("o", Anywhere, "و"),
    ("ö", Anywhere, "و"),
    ("u", Anywhere, "و"),
    ("ü", Anywhere, "و"),
    ("b", Anywhere, "ب"),
    ("c", Anywhere, "ج"),
    ("ç", Anywhere, "تش"),
    ("d", Anywhere, "د"),
    ("f", Anywhere, "ف"),
    ("g", Anywhere, "غ"),
    ("ğ", Anywhere, "غ"),
    ("h", Anywhere, "ه"),
    ("x", Anywhere, "خ"),
    ("j", Anywhere, "ج"),
    ("k", Anywhere, "ك"),
    ("q", Anywhere, "ق"),
    ("l", Anywhere, "ل"),
    ("m", Anywhere, "م"),
    ("n", Anywhere, "ن"),
    ("p", Anywhere, "ب"),
    ("r", Anywhere, "ر"),
    ("s", Anywhere, "س"),
    ("ş", Anywhere, "ش"),
    ("t", Anywhere, "ت"),
    ("v", Anywhere, "ف"),
    ("y", Anywhere, "ي"),
    ("z", Anywhere, "ز"),
];

/// Latin to the Arabic script of Iranian Azerbaijan.
pub(super) const TO_PERSO_ARABIC: System = System {
    script: Script::Latin,
    reading: RuleReading::Rules(&[PERSO_ARABIC]),
    silent: DOT,
    doubled_once: false,
    capitals: Capitals::None,
};

/// The usual orthography of books and newspapers (that of the journal Varlıq, which the
/// orthography seminars of Tehran of 2001 refined): every vowel is written but ə inside a
/// word; u and ü are و alike, ı and i ی alike, without the signs that school books put on them.
///
/// Arabic and Persian words keep their own spelling there (فضولی, ساعت, علی), which no rule on
/// letters can know.
const PERSO_ARABIC: &[Rule] = &[
    ("a", Start, "آ"),
    ("ə", Start, "ا"),
    ("e", Start, "ائ"),
    ("ı", Start, "ای"),
    ("i", Start, "ای"),
    ("o", Start, "او"),
    ("ö", Start, "اؤ"),
    ("u", Start, "او"),
    ("ü", Start, "او"),
    // A vowel after a vowel has a hamza for its seat.
    ("a", After("aə"), "آ"),
    ("ə", After(VOWELS), "أ"),
    ("i", After(VOWELS), "ئی"),
    ("ı", After(VOWELS), "ئی"),
    ("o", After(VOWELS), "ئو"),
    ("u", After(VOWELS), "ئو"),
    ("ü", After(VOWELS), "ئو"),
    ("ə", End, "ه"),
    ("ə", Anywhere, ""),
    ("a", Anywhere, "ا"),
    ("e", Anywhere, "ئ"),
    ("ı", Anywhere, "ی"),
    ("i", Anywhere, "ی"),
    ("o", Anywhere, "و"),
    ("ö", Anywhere, "ؤ"),
    ("u", Anywhere, "و"),
    ("ü", Anywhere, "و"),
    ("b", Anywhere, "ب"),
    ("c", Anywhere, "ج"),
    ("ç", Anywhere, "چ"),
    ("d", Anywhere, "د"),
    ("f", Anywhere, "ف"),
    ("g", Anywhere, "گ"),
    ("ğ", Anywhere, "غ"),
    ("h", Anywhere, "ه"),
    ("x", Anywhere, "خ"),
    ("j", Anywhere, "ژ"),
    ("k", Anywhere, "ک"),
    ("q", Anywhere, "ق"),
    ("l", Anywhere, "ل"),
    ("m", Anywhere, "م"),
    ("n", Anywhere, "ن"),
    ("p", Anywhere, "پ"),
    ("r", Anywhere, "ر"),
    ("s", Anywhere, "س"),
    ("ş", Anywhere, "ش"),
    ("t", Anywhere, "ت"),
    ("v", Anywhere, "و"),
    ("y", Anywhere, "ی"),
    ("z", Anywhere, "ز"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cyrillic_tables_are_each_other_read_backwards() {
        for (to, from) in CYRILLIC.iter().zip(LATIN) {
            assert_eq!((to.0, to.2), (from.2, from.0));
        }
        assert_eq!(CYRILLIC.len(), 32);
    }
}
