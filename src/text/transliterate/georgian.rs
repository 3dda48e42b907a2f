//! Georgian to Latin.

use crate::text::script::Script;
use crate::text::transliterate::rule::LetterContext::*;
use crate::text::transliterate::rule::{Capitals, Rule, RuleReading, System};

/// Georgian to Latin.
pub(super) const TO_LATIN: System = System {
    script: Script::Georgian,
    reading: RuleReading::Rules(&[LATIN]),
    silent: "",
    doubled_once: false,
    capitals: Capitals::Names,
};

/// The national system of 2002 (also BGN/PCGN 2009), without the apostrophes of the ejectives
/// კ, პ, ტ, ყ, წ and ჭ, as road signs and maps print it.
const LATIN: &[Rule] = &[
    ("ა", Anywhere, "a"),
    ("ბ", Anywhere, "b"),
    ("გ", Anywhere, "g"),
    ("დ", Anywhere, "d"),
    ("ე", Anywhere, "e"),
    ("ვ", Anywhere, "v"),
    ("ზ", Anywhere, "z"),
    ("თ", Anywhere, "t"),
    ("ი", Anywhere, "i"),
    ("კ", Anywhere, "k"),
    ("ლ", Anywhere, "l"),
    ("მ", Anywhere, "m"),
    ("ნ", Anywhere, "n"),
    ("ო", Anywhere, "o"),
    ("პ", Anywhere, "p"),
    ("ჟ", Anywhere, "zh"),
    ("რ", Anywhere, "r"),
    ("ს", Anywhere, "s"),
    ("ტ", Anywhere, "t"),
    ("უ", Anywhere, "u"),
    ("ფ", Anywhere, "p"),
    ("ქ", Anywhere, "k"),
    ("ღ", Anywhere, "gh"),
    ("ყ", Anywhere, "q"),
    ("შ", Anywhere, "sh"),
    ("ჩ", Anywhere, "ch"),
    ("ც", Anywhere, "ts"),
    ("ძ", Anywhere, "dz"),
    ("წ", Anywhere, "ts"),
    ("ჭ", Anywhere, "ch"),
    ("ხ", Anywhere, "kh"),
    ("ჯ", Anywhere, "j"),
    ("ჰ", Anywhere, "h"),
];
