//! Armenian to Latin and to Arabic.

use crate::text::script::Script;
use crate::text::transliterate::rule::LetterContext::*;
use crate::text::transliterate::rule::{Capitals, Rule, RuleReading, System};

/// Vowels; ւ ends ու, and after ի or ե of the classical spelling nothing asks for it.
const VOWELS: &str = "աեէըիոօւ";

const CONSONANTS: &str = "բգդզթժլխծկհձղճմնշչպջռսվտրցփքֆ";

/// The emphasis, exclamation and question marks stand on a letter inside the word, the hyphen
/// of the end of a line in it.
const MARKS: &str = "՛՜՞\u{58A}";

/// Armenian to Latin.
pub(super) const TO_LATIN: System = System {
    script: Script::Armenian,
    reading: RuleReading::Rules(&[LATIN]),
    silent: MARKS,
    doubled_once: false,
    capitals: Capitals::Kept,
};

/// BGN/PCGN 1981, as maps print it: without the apostrophes of չ, ց, փ, ք, թ and with one r for
/// ռ and ր. (ISO 9985 has one Latin letter with a mark for each of them, ē, ë, č̣, ġ ..., and
/// can be read back; few people can read it.)
const LATIN: &[Rule] = &[
    ("ու", Anywhere, "u"),
    // Classical spelling.
    ("իւ", Before(CONSONANTS), "yu"),
    // ye and vo at the beginning of a word, ye after a vowel as well; the word "who" is ov.
    ("ով", Alone, "ov"),
    ("և", Start, "yev"),
    ("և", After(VOWELS), "yev"),
    ("և", Anywhere, "ev"),
    ("ե", Start, "ye"),
    ("ե", After(VOWELS), "ye"),
    ("ո", Start, "vo"),
    ("ա", Anywhere, "a"),
    ("բ", Anywhere, "b"),
    ("գ", Anywhere, "g"),
    ("դ", Anywhere, "d"),
    ("ե", Anywhere, "e"),
    ("զ", Anywhere, "z"),
    ("է", Anywhere, "e"),
    ("ը", Anywhere, "y"),
    ("թ", Anywhere, "t"),
    ("ժ", Anywhere, "zh"),
    ("ի", Anywhere, "i"),
    ("լ", Anywhere, "l"),
    ("խ", Anywhere, "kh"),
    ("ծ", Anywhere, "ts"),
    ("կ", Anywhere, "k"),
    ("հ", Anywhere, "h"),
    ("ձ", Anywhere, "dz"),
    ("ղ", Anywhere, "gh"),
    ("ճ", Anywhere, "ch"),
    ("մ", Anywhere, "m"),
    ("յ", Anywhere, "y"),
    ("ն", Anywhere, "n"),
    ("շ", Anywhere, "sh"),
    ("ո", Anywhere, "o"),
    ("չ", Anywhere, "ch"),
    ("պ", Anywhere, "p"),
    ("ջ", Anywhere, "j"),
    ("ռ", Anywhere, "r"),
    ("ս", Anywhere, "s"),
    ("վ", Anywhere, "v"),
    ("տ", Anywhere, "t"),
    ("ր", Anywhere, "r"),
    ("ց", Anywhere, "ts"),
    ("ւ", Anywhere, "v"),
    ("փ", Anywhere, "p"),
    ("ք", Anywhere, "k"),
    ("օ", Anywhere, "o"),
    ("ֆ", Anywhere, "f"),
];

/// Armenian to Arabic.
pub(super) const TO_ARABIC: System = System {
    script: Script::Armenian,
    reading: RuleReading::Rules(&[ARABIC]),
    silent: MARKS,
    doubled_once: true,
    capitals: Capitals::None,
};

/// What Arabic newspapers make of Armenian names most often (`data/names.csv`, source `news`,
/// and the Arabic names of Armenia's towns there); no standard knows the pair.
///
/// - Every vowel but ը is written: a ا, i and e ي, o and u و.
/// - g is غ (غيومري), not ج as in Egypt or ك; gh is غ as well. p, b and aspirated p are ب.
/// - ch is تش whether aspirated or not, j and zh are ج, ts تس, dz دز, v ف.
/// - A doubled letter is written once; y and the i or e beside it are one ي.
const ARABIC: &[Rule] = &[
    // The first letter.
    ("ու", Start, "أو"),
    ("ով", Alone, "أوف"),
    ("և", Start, "يف"),
    ("եյ", Start, "ي"),
    ("ե", Start, "ي"),
    ("է", Start, "إي"),
    ("ըն", Start, "ين"),
    ("ը", Start, "إ"),
    ("ի", Start, "إي"),
    ("ո", Start, "فو"),
    ("օ", Start, "أو"),
    ("ա", Start, "أ"),
    // Vowels together with y.
    ("եյ", Anywhere, "ي"),
    ("իյ", Anywhere, "ي"),
    ("յե", Anywhere, "ي"),
    ("յէ", Anywhere, "ي"),
    ("յի", Anywhere, "ي"),
    ("ու", Anywhere, "و"),
    ("իւ", Before(CONSONANTS), "يو"),
    ("և", Anywhere, "يف"),
    ("ա", Anywhere, "ا"),
    ("ե", Anywhere, "ي"),
    ("է", Anywhere, "ي"),
    ("ը", Anywhere, ""),
    ("ի", Anywhere, "ي"),
    ("ո", Anywhere, "و"),
    ("օ", Anywhere, "و"),
    // Consonants.
    ("բ", Anywhere, "ب"),
    ("գ", Anywhere, "غ"),
    ("դ", Anywhere, "د"),
    ("զ", Anywhere, "ز"),
    ("թ", Anywhere, "ت"),
    ("ժ", Anywhere, "ج"),
    ("լ", Anywhere, "ل"),
    ("խ", Anywhere, "خ"),
    ("ծ", Anywhere, "تس"),
    ("կ", Anywhere, "ك"),
    ("հ", Anywhere, "ه"),
    ("ձ", Anywhere, "دز"),
    ("ղ", Anywhere, "غ"),
    ("ճ", Anywhere, "تش"),
    ("մ", Anywhere, "م"),
    ("յ", Anywhere, "ي"),
    ("ն", Anywhere, "ن"),
    ("շ", Anywhere, "ش"),
    ("չ", Anywhere, "تش"),
    ("պ", Anywhere, "ب"),
    ("ջ", Anywhere, "ج"),
    ("ռ", Anywhere, "ر"),
    ("ս", Anywhere, "س"),
    ("վ", Anywhere, "ف"),
    ("տ", Anywhere, "ت"),
    ("ր", Anywhere, "ر"),
    ("ց", Anywhere, "تس"),
    ("ւ", Anywhere, "ف"),
    ("փ", Anywhere, "ب"),
    ("ք", Anywhere, "ك"),
    ("ֆ", Anywhere, "ف"),
];
