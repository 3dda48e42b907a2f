//! Names written in another script by rule.
//!
//! For a place that nobody is known to have named in a language, a rule makes a spelling that
//! its readers would expect. It is no attested name: tables mark it `generated`.
//!
//! | function | from | to | after |
//! |---|---|---|---|
//! | [`armenian_to_arabic`] | Armenian | Arabic | the habits of newspapers |
//! | [`azerbaijani_to_arabic`] | Azerbaijani Latin | Arabic | the habits of newspapers |
//! | [`azerbaijani_to_cyrillic`] | Azerbaijani Latin | Azerbaijani Cyrillic | the alphabet of 1958 |
//! | [`azerbaijani_to_perso_arabic`] | Azerbaijani Latin | Azerbaijani in Arabic script | the usual orthography of Iran |
//! | [`azerbaijani_to_latin`] | Azerbaijani Cyrillic and Arabic script | Azerbaijani Latin | the alphabet of 1992 |
//! | [`to_latin`] | Armenian | Latin | BGN/PCGN 1981 |
//! | | Georgian | | the national system of 2002 |
//! | | Russian | | BGN/PCGN 1947 |
//! | | Arabic | | BGN/PCGN 1956, consonants and long vowels |
//! | | Persian | | BGN/PCGN 1958, consonants and long vowels |
//! | | Azerbaijani in any script | | the alphabet of 1992 |
//!
//! Latin is meant to be read, as newspapers and maps print it: the standards' apostrophes,
//! macrons and dots are left off. What they tell apart is lost with them; who needs the way
//! back wants ISO 9985 (Armenian) and its like.
//!
//! In all of them what is no letter of the source's alphabet stays as it is: digits, spaces,
//! punctuation, other scripts. Capitals stay capitals; scripts that have none give every word
//! of more than a letter one, for it is taken for a name's.

pub(crate) mod arabic;
pub(crate) mod armenian;
pub(crate) mod azerbaijani;
pub(crate) mod azerbaijani_arabic;
pub(crate) mod georgian;
pub(crate) mod rule;
pub(crate) mod russian;

use crate::model::language::Language;
use crate::text::script::Script;
use crate::text::transliterate::rule::{System, rewrite};

/// Armenian as Arabic newspapers write it.
///
/// Every vowel but ը is written; գ and ղ are غ, չ and ճ تش, ջ and ժ ج, վ ف.
///
/// ```
/// assert_eq!(toponym::transliterate::armenian_to_arabic("Գյումրի"), "غيومري");
/// ```
pub fn armenian_to_arabic(text: &str) -> String {
    with(text, &armenian::TO_ARABIC)
}

/// Azerbaijani in Latin letters as Arabic newspapers write it.
///
/// Every vowel but ə inside a word is written; q is ق, g and ğ are غ, ç is تش, v ف.
///
/// ```
/// assert_eq!(toponym::transliterate::azerbaijani_to_arabic("Lənkəran"), "لنكران");
/// ```
pub fn azerbaijani_to_arabic(text: &str) -> String {
    with(text, &azerbaijani::TO_ARABIC)
}

/// Azerbaijani in Latin letters in the Cyrillic alphabet of 1958, letter for letter.
///
/// ```
/// assert_eq!(toponym::transliterate::azerbaijani_to_cyrillic("Xankəndi"), "Ханкәнди");
/// ```
pub fn azerbaijani_to_cyrillic(text: &str) -> String {
    with(text, &azerbaijani::TO_CYRILLIC)
}

/// Azerbaijani in Latin letters in the Arabic script of Iranian Azerbaijan.
///
/// Every vowel but ə inside a word is written, u and ü, ı and i alike.
///
/// ```
/// assert_eq!(toponym::transliterate::azerbaijani_to_perso_arabic("Göyçay"), "گؤیچای");
/// ```
pub fn azerbaijani_to_perso_arabic(text: &str) -> String {
    with(text, &azerbaijani::TO_PERSO_ARABIC)
}

/// Azerbaijani in Cyrillic or Arabic letters in the Latin alphabet of 1992.
///
/// From Cyrillic it is the way back of [`azerbaijani_to_cyrillic`]. From the Arabic script it
/// is a good guess: ə is put where syllables need a vowel, and vowel harmony chooses between u
/// and ü, ı and i.
///
/// ```
/// use toponym::transliterate::azerbaijani_to_latin;
///
/// assert_eq!(azerbaijani_to_latin("Ҹәбрајыл"), "Cəbrayıl");
/// assert_eq!(azerbaijani_to_latin("لنکران"), "Lənkəran");
/// ```
pub fn azerbaijani_to_latin(text: &str) -> String {
    rewrite(text, |script| match script {
        Script::Cyrillic => Some(&azerbaijani::FROM_CYRILLIC),
        Script::Arabic => Some(&azerbaijani_arabic::TO_LATIN),
        _ => None,
    })
}

/// Any script that the crate covers in readable Latin letters.
///
/// What language Cyrillic and Arabic letters write is read from the letters that only one of
/// them has: ә ғ ҝ ҹ һ ө ү ј are Azerbaijani, پ چ ژ گ ک ی Persian, and with ؤ or ۆ among these
/// Azerbaijani; otherwise it is taken for Russian, and for Arabic. Where the language is known,
/// [`to_latin_from`] does not have to guess.
///
/// ```
/// use toponym::transliterate::to_latin;
///
/// assert_eq!(to_latin("Երևան, თბილისი, Нагорный Карабах"), "Yerevan, Tbilisi, Nagornyy Karabakh");
/// assert_eq!(to_latin("شوشة"), "Shusha");
/// assert_eq!(to_latin("Ағдам"), "Ağdam");
/// ```
pub fn to_latin(text: &str) -> String {
    let cyrillic = cyrillic_of(text);
    let arabic = arabic_of(text);
    latin(text, cyrillic, arabic)
}

/// Text of a known language in readable Latin letters, as [`to_latin`] writes it.
///
/// The language matters where several share a script: `ru` and `az` in Cyrillic, `ar`, `fa` and
/// `az` in Arabic. What no rules are known for is read as [`to_latin`] reads it.
///
/// ```
/// use toponym::transliterate::to_latin_from;
///
/// assert_eq!(to_latin_from("سوان", "fa".parse()?), "Svan");
/// assert_eq!(to_latin_from("Шуша", "az-Cyrl".parse()?), "Şuşa");
/// # Ok::<(), toponym::Error>(())
/// ```
pub fn to_latin_from(text: &str, language: Language) -> String {
    let cyrillic = match language.primary() {
        "ru" | "uk" => &russian::TO_LATIN,
        "az" => &azerbaijani::FROM_CYRILLIC,
        _ => cyrillic_of(text),
    };
    let arabic = match language.primary() {
        "ar" => &arabic::TO_LATIN,
        "fa" => &arabic::PERSIAN_TO_LATIN,
        "az" => &azerbaijani_arabic::TO_LATIN,
        _ => arabic_of(text),
    };
    latin(text, cyrillic, arabic)
}

fn with(text: &str, system: &'static System) -> String {
    rewrite(text, |script| (script == system.script).then_some(system))
}

fn latin(text: &str, cyrillic: &'static System, arabic: &'static System) -> String {
    rewrite(text, |script| match script {
        Script::Armenian => Some(&armenian::TO_LATIN),
        Script::Georgian => Some(&georgian::TO_LATIN),
        Script::Cyrillic => Some(cyrillic),
        Script::Arabic => Some(arabic),
        _ => None,
    })
}

/// Letters of the alphabet of 1958 that Russian does not have, in both cases.
const AZERBAIJANI_CYRILLIC: &str = "әғҝҹһөүјӘҒҜҸҺӨҮЈ";

/// What Cyrillic letters in the text are read as.
fn cyrillic_of(text: &str) -> &'static System {
    match text.contains(|c| AZERBAIJANI_CYRILLIC.contains(c)) {
        true => &azerbaijani::FROM_CYRILLIC,
        false => &russian::TO_LATIN,
    }
}

/// What Arabic letters in the text are read as.
fn arabic_of(text: &str) -> &'static System {
    let has = |letters: &str| text.contains(|c| letters.contains(c));
    match has("پچژگکی") {
        true if has("ؤۆ") => &azerbaijani_arabic::TO_LATIN,
        true => &arabic::PERSIAN_TO_LATIN,
        false => &arabic::TO_LATIN,
    }
}
