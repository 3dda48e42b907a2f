//! Russian to Latin, and the letters of Ukrainian with it.

use crate::text::script::Script;
use crate::text::transliterate::rule::LetterContext::*;
use crate::text::transliterate::rule::{Capitals, Rule, RuleReading, System};

/// Russian to Latin.
pub(super) const TO_LATIN: System = System {
    script: Script::Cyrillic,
    reading: RuleReading::Rules(&[LATIN]),
    silent: "",
    doubled_once: false,
    capitals: Capitals::Kept,
};

/// After these е is ye.
const BEFORE_YE: &str = "аеёиоуыэюяіїєйъь";

/// BGN/PCGN 1947 as newspapers print it: without marks for ь and ъ, and ё as yo.
const LATIN: &[Rule] = &[
    ("е", Start, "ye"),
    ("е", After(BEFORE_YE), "ye"),
    ("а", Anywhere, "a"),
    ("б", Anywhere, "b"),
    ("в", Anywhere, "v"),
    ("г", Anywhere, "g"),
    ("д", Anywhere, "d"),
    ("е", Anywhere, "e"),
    ("ё", Anywhere, "yo"),
    ("ж", Anywhere, "zh"),
    ("з", Anywhere, "z"),
    ("и", Anywhere, "i"),
    ("й", Anywhere, "y"),
    ("к", Anywhere, "k"),
    ("л", Anywhere, "l"),
    ("м", Anywhere, "m"),
    ("н", Anywhere, "n"),
    ("о", Anywhere, "o"),
    ("п", Anywhere, "p"),
    ("р", Anywhere, "r"),
    ("с", Anywhere, "s"),
    ("т", Anywhere, "t"),
    ("у", Anywhere, "u"),
    ("ф", Anywhere, "f"),
    ("х", Anywhere, "kh"),
    ("ц", Anywhere, "ts"),
    ("ч", Anywhere, "ch"),
    ("ш", Anywhere, "sh"),
    ("щ", Anywhere, "shch"),
    ("ъ", Anywhere, ""),
    ("ы", Anywhere, "y"),
    ("ь", Anywhere, ""),
    ("э", Anywhere, "e"),
    ("ю", Anywhere, "yu"),
    ("я", Anywhere, "ya"),
    // Ukrainian, where its letters are not Russian ones (BGN/PCGN 2019).
    ("і", Anywhere, "i"),
    ("ї", Anywhere, "yi"),
    ("є", Anywhere, "ye"),
    ("ґ", Anywhere, "g"),
];
