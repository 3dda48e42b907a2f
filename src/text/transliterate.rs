//! Names written in another script by rule.

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

/// From which letters to which [`transliterate`] rewrites a text, and by whose rules.
///
/// Latin is meant to be read, as newspapers and maps print it: the standards' apostrophes,
/// macrons and dots are left off. What they tell apart is lost with them; who needs the way
/// back wants ISO 9985 (Armenian) and its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// Armenian as Arabic newspapers write it.
    ///
    /// Every vowel but ը is written; գ and ղ are غ, չ and ճ تش, ջ and ժ ج, վ ف.
    ///
    /// ```
    /// use toponym::{Scheme, transliterate};
    /// assert_eq!(transliterate("Գյումրի", Scheme::ArmenianToArabic), "غيومري");
    /// ```
    ArmenianToArabic,
    /// Azerbaijani in Latin letters as Arabic newspapers write it.
    ///
    /// Every vowel but ə inside a word is written; q is ق, g and ğ are غ, ç is تش, v ف.
    ///
    /// ```
    /// use toponym::{Scheme, transliterate};
    /// assert_eq!(transliterate("Lənkəran", Scheme::AzerbaijaniToArabic), "لنكران");
    /// ```
    AzerbaijaniToArabic,
    /// Azerbaijani in Latin letters in the Cyrillic alphabet of 1958, letter for letter.
    ///
    /// ```
    /// use toponym::{Scheme, transliterate};
    /// assert_eq!(transliterate("Xankəndi", Scheme::AzerbaijaniToCyrillic), "Ханкәнди");
    /// ```
    AzerbaijaniToCyrillic,
    /// Azerbaijani in Latin letters in the Arabic script of Iranian Azerbaijan, in its usual
    /// orthography.
    ///
    /// Every vowel but ə inside a word is written, u and ü, ı and i alike.
    ///
    /// ```
    /// use toponym::{Scheme, transliterate};
    /// assert_eq!(transliterate("Göyçay", Scheme::AzerbaijaniToPersoArabic), "گؤیچای");
    /// ```
    AzerbaijaniToPersoArabic,
    /// Azerbaijani in Cyrillic or Arabic letters in the Latin alphabet of 1992.
    ///
    /// From Cyrillic it is the way back of [`Scheme::AzerbaijaniToCyrillic`]. From the Arabic
    /// script it is a good guess: ə is put where syllables need a vowel, and vowel harmony chooses
    /// between u and ü, ı and i.
    ///
    /// ```
    /// use toponym::{Scheme, transliterate};
    /// assert_eq!(transliterate("Ҹәбрајыл", Scheme::AzerbaijaniToLatin), "Cəbrayıl");
    /// assert_eq!(transliterate("لنکران", Scheme::AzerbaijaniToLatin), "Lənkəran");
    /// ```
    AzerbaijaniToLatin,
    /// Any script that the crate covers in readable Latin letters:
    ///
    /// | from | after |
    /// |---|---|
    /// | Armenian | BGN/PCGN 1981 |
    /// | Georgian | the national system of 2002 |
    /// | Russian | BGN/PCGN 1947 |
    /// | Arabic | BGN/PCGN 1956, consonants and long vowels |
    /// | Persian | BGN/PCGN 1958, consonants and long vowels |
    /// | Azerbaijani in any script | the alphabet of 1992 |
    ///
    /// What language Cyrillic and Arabic letters write is read from the letters that only one of
    /// them has: ә ғ ҝ ҹ һ ө ү ј are Azerbaijani, پ چ ژ گ ک ی Persian, and with ؤ or ۆ among these
    /// Azerbaijani; otherwise it is taken for Russian, and for Arabic. Where the language is known,
    /// [`Scheme::LatinFrom`] does not have to guess.
    ///
    /// ```
    /// use toponym::{Scheme, transliterate};
    /// let names = "Երևան, თბილისი, Нагорный Карабах";
    /// assert_eq!(transliterate(names, Scheme::Latin), "Yerevan, Tbilisi, Nagornyy Karabakh");
    /// assert_eq!(transliterate("شوشة", Scheme::Latin), "Shusha");
    /// assert_eq!(transliterate("Ағдам", Scheme::Latin), "Ağdam");
    /// ```
    Latin,
    /// Text of a known language in readable Latin letters, as [`Scheme::Latin`] writes it.
    ///
    /// The language matters where several share a script: `ru` and `az` in Cyrillic, `ar`, `fa` and
    /// `az` in Arabic. What no rules are known for is read as [`Scheme::Latin`] reads it.
    ///
    /// ```
    /// use toponym::{Scheme, transliterate};
    /// assert_eq!(transliterate("سوان", Scheme::LatinFrom("fa".parse()?)), "Svan");
    /// assert_eq!(transliterate("Шуша", Scheme::LatinFrom("az-Cyrl".parse()?)), "Şuşa");
    /// # Ok::<(), toponym::Error>(())
    /// ```
    LatinFrom(Language),
}

/// Writes a name in another script, by the rules of a [`Scheme`].
///
/// For a place that nobody is known to have named in a language, a rule makes a spelling that
/// its readers would expect. It is no attested name: tables mark it
/// [`generated`](crate::NameKind::Generated).
///
/// What is no letter of the alphabet that the scheme reads stays as it is: digits, spaces,
/// punctuation, other scripts. Capitals stay capitals; scripts that have none give every word
/// of more than a letter one, for it is taken for a name's. A character becomes at most nine times
/// as many bytes: U+FDFA is a whole sentence in one letter.
///
/// ```
/// use toponym::{Scheme, transliterate};
/// assert_eq!(transliterate("Սևան 2", Scheme::Latin), "Sevan 2");
/// ```
#[must_use]
pub fn transliterate(text: &str, scheme: Scheme) -> String {
    match scheme {
        Scheme::ArmenianToArabic => with(text, &armenian::TO_ARABIC),
        Scheme::AzerbaijaniToArabic => with(text, &azerbaijani::TO_ARABIC),
        Scheme::AzerbaijaniToCyrillic => with(text, &azerbaijani::TO_CYRILLIC),
        Scheme::AzerbaijaniToPersoArabic => with(text, &azerbaijani::TO_PERSO_ARABIC),
        Scheme::AzerbaijaniToLatin => rewrite(text, |script| match script {
            Script::Cyrillic => Some(&azerbaijani::FROM_CYRILLIC),
            Script::Arabic => Some(&azerbaijani_arabic::TO_LATIN),
            _ => None,
        }),
        Scheme::Latin => latin(text, cyrillic_of(text), arabic_of(text)),
        Scheme::LatinFrom(language) => latin_from(text, language),
    }
}

fn latin_from(text: &str, language: Language) -> String {
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
