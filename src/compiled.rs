//! The compiled tables: what the tables of words and the rules of letters come to, in the form in
//! which they are asked.
//!
//! `data/words.toponym` is a part of the program and read in place, so that a program that asks one
//! name waits for no table to be parsed, normalized or folded. The program
//! `tools/src/bin/compile_words` writes it of `data/*.csv`, and a test compares it with them. Each
//! module that asks a section has its layout, and a module `compile` beside it that writes it:
//!
//! | [`Section`] | asked by | what it holds |
//! |---|---|---|
//! | `Folds`, `Letters` | `key::fold`, `text::normalize` | what letters fold to and are normalized to |
//! | `Lexicon`, `ArabicWords` | `lang::lexicon` | what all tables of words say of a word |
//! | `Suffixes`, `Derivations` | `lang::affix` | endings |
//! | `Abbreviations`, `Confusions` | `lang` | |
//! | `FunctionWords`, `TellingWords`, `TellingLetters` | `lang::language` | |
//! | `GenericParts` | `phonetic::generic` | |
//! | `Models`, `Confidences` | `mention::classify` | |
//!
//! - [`word_map`]: words with what is said of each, looked up in place,
//! - [`bytes`]: numbers and texts in the bytes.
//!
//! A section that is missing or cut off reads as one without words: that is how the program that
//! writes the file begins where there is none.

pub(crate) mod bytes;
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;
pub(crate) mod word_map;

/// The file: its marker, the number of sections, where each begins and the last ends (bytes from
/// the start of the file), then the sections.
// No constant: a program would hold a copy in each of its parts that is compiled apart.
static FILE: [u8; include_bytes!("../data/words.toponym").len()] =
    *include_bytes!("../data/words.toponym");

/// The first bytes of the file.
const MARKER: [u8; 8] = *b"topowrd1";

/// The parts of the file, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Folds,
    Letters,
    Lexicon,
    ArabicWords,
    Suffixes,
    Derivations,
    Abbreviations,
    Confusions,
    FunctionWords,
    TellingWords,
    TellingLetters,
    GenericParts,
    Models,
    Confidences,
}

/// The bytes of a section; none if the file has no such section. The compiler cuts them out.
pub(crate) const fn section(section: Section) -> &'static [u8] {
    let place = MARKER.len() + 4 * (1 + section as usize);
    let is_in_table = (section as u32) < bytes::u32_at(&FILE, MARKER.len());
    let (start, end) = (
        bytes::u32_at(&FILE, place) as usize,
        bytes::u32_at(&FILE, place + 4) as usize,
    );
    if !is_in_table || start > end || end > FILE.len() {
        return &[];
    }
    FILE.split_at(end).0.split_at(start).1
}
