//! Arabic and Persian to Latin.
//!
//! Short vowels are not written in Arabic script and no rule knows them: what comes out has
//! the consonants and the long vowels. و, ي and ی are consonants at the beginning of a word and
//! beside a vowel, and vowels elsewhere.

use crate::text::script::Script;
use crate::text::transliterate::rule::LetterContext::*;
use crate::text::transliterate::rule::{Capitals, Rule, RuleReading, System};

/// Vowel signs, tatweel and the small alef: names are written without them more often than
/// with, and shall come out the same.
const MARKS: &str = "ـ\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{653}\u{654}\u{655}\u{656}\u{657}\u{658}\u{670}";

/// Letters before which و and ي are consonants.
const BEFORE_VOWEL: &str = "اآأىةويی";

/// Latin letters after which they are.
const VOWEL: &str = "aeiou";

/// Arabic to Latin.
pub(super) const TO_LATIN: System = System {
    script: Script::Arabic,
    reading: RuleReading::Rules(&[ARABIC, SHARED]),
    silent: MARKS,
    doubled_once: false,
    capitals: Capitals::Names,
};

/// BGN/PCGN 1956 as newspapers print it: without macrons, without the marks of emphatic
/// letters, ة as a, and the article as al- before every letter.
const ARABIC: &[Rule] = &[
    ("و", Alone, "wa"),
    ("الله", Anywhere, "allah"),
    ("ال", LongStart, "al-"),
    ("أو", Start, "u"),
    ("او", Start, "u"),
    ("إي", Start, "i"),
    ("اي", Start, "i"),
    // The feminine ending, and the ending of countries.
    ("ية", End, "iya"),
    ("يا", End, "iya"),
    // Of two glides in a row the one before the vowel is the consonant.
    ("يو", Before("اآىة"), "iw"),
    ("وي", Before("اآىة"), "uy"),
    ("و", Start, "w"),
    ("ي", Start, "y"),
    ("و", Before(BEFORE_VOWEL), "w"),
    ("ي", Before(BEFORE_VOWEL), "y"),
    ("و", AfterWritten(VOWEL), "w"),
    ("ي", AfterWritten(VOWEL), "y"),
    ("إ", Anywhere, "i"),
    ("ٱ", Anywhere, "a"),
    // The sign stands before or after its vowel, which is not written.
    ("ة", AfterWritten(VOWEL), "h"),
    ("ة", Anywhere, "a"),
    ("ث", Anywhere, "th"),
    ("ذ", Anywhere, "dh"),
    ("ض", Anywhere, "d"),
    // Sounds of other languages.
    ("ڤ", Anywhere, "v"),
    ("ڨ", Anywhere, "g"),
    ("\u{200C}", Anywhere, ""),
];

/// Persian to Latin.
pub(super) const PERSIAN_TO_LATIN: System = System {
    script: Script::Arabic,
    reading: RuleReading::Rules(&[PERSIAN, SHARED]),
    silent: MARKS,
    doubled_once: false,
    capitals: Capitals::Names,
};

/// BGN/PCGN 1958 (revised in 2019) as newspapers print it: without macrons and the marks that
/// tell letters of one sound apart, and خوا as kha, as it is spoken.
const PERSIAN: &[Rule] = &[
    ("و", Alone, "va"),
    ("خوا", Anywhere, "kha"),
    ("او", Start, "u"),
    ("ای", Start, "i"),
    ("اي", Start, "i"),
    ("و", Start, "v"),
    ("ی", Start, "y"),
    ("ي", Start, "y"),
    ("یه", End, "iyeh"),
    ("يه", End, "iyeh"),
    // Of two glides in a row the one before the vowel is the consonant.
    ("یو", Before("اآ"), "iv"),
    ("یو", Anywhere, "yu"),
    ("و", Before("اأةویي"), "v"),
    ("و", AfterWritten(VOWEL), "v"),
    ("ی", AfterWritten(VOWEL), "y"),
    ("ي", AfterWritten(VOWEL), "y"),
    ("إ", Anywhere, "e"),
    // At the end it stands for a vowel, unless one is written before it (راه).
    ("ه", AfterWritten(VOWEL), "h"),
    ("ه", End, "eh"),
    ("ۀ", Anywhere, "eh"),
    ("ة", Anywhere, "eh"),
    ("ث", Anywhere, "s"),
    ("ذ", Anywhere, "z"),
    ("ض", Anywhere, "z"),
    ("\u{200C}", Anywhere, ""),
];

/// Letters that both languages read alike.
const SHARED: &[Rule] = &[
    ("آ", Anywhere, "a"),
    ("و", Anywhere, "u"),
    ("ی", Anywhere, "i"),
    ("ي", Anywhere, "i"),
    ("ا", Anywhere, "a"),
    ("أ", Anywhere, "a"),
    ("ى", Anywhere, "a"),
    ("ؤ", Anywhere, "’"),
    ("ئ", Anywhere, "’"),
    ("ء", Anywhere, "’"),
    ("ب", Anywhere, "b"),
    ("پ", Anywhere, "p"),
    ("ت", Anywhere, "t"),
    ("ج", Anywhere, "j"),
    ("چ", Anywhere, "ch"),
    ("ح", Anywhere, "h"),
    ("خ", Anywhere, "kh"),
    ("د", Anywhere, "d"),
    ("ر", Anywhere, "r"),
    ("ز", Anywhere, "z"),
    ("ژ", Anywhere, "zh"),
    ("س", Anywhere, "s"),
    ("ش", Anywhere, "sh"),
    ("ص", Anywhere, "s"),
    ("ط", Anywhere, "t"),
    ("ظ", Anywhere, "z"),
    ("ع", Anywhere, "‘"),
    ("غ", Anywhere, "gh"),
    ("ف", Anywhere, "f"),
    ("ق", Anywhere, "q"),
    ("ک", Anywhere, "k"),
    ("ك", Anywhere, "k"),
    ("گ", Anywhere, "g"),
    ("ل", Anywhere, "l"),
    ("م", Anywhere, "m"),
    ("ن", Anywhere, "n"),
    ("ه", Anywhere, "h"),
];
