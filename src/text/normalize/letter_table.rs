//! A lookup table of the letters that normalize to one letter whatever is around them: most of what
//! is ever normalized.
//!
//! It is filled from the rules themselves at first use, so that it cannot disagree with them.

use crate::text::normalize::unicode::{CharacterSequence, is_dropped, starts_segment};
use crate::text::normalize::word::Scripts;
use crate::text::script::Script;
use std::sync::LazyLock;

/// What to do with a character that is followed by nothing that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum CharKind {
    /// Its letters depend on what follows, or are several: the rules are asked.
    Complex,
    /// A mark that composes with nothing and is dropped.
    Silent,
    /// A space, a digit, or a letter, by its script.
    Neutral,
    Armenian,
    Cyrillic,
    Latin,
    Other,
}

impl CharKind {
    pub fn is_letter(self) -> bool {
        !matches!(self, CharKind::Complex | CharKind::Silent)
    }

    pub fn scripts(self) -> Scripts {
        match self {
            CharKind::Armenian => Scripts::ARMENIAN,
            CharKind::Cyrillic => Scripts::CYRILLIC,
            CharKind::Latin => Scripts::LATIN,
            CharKind::Other => Scripts::OTHER,
            CharKind::Complex | CharKind::Silent | CharKind::Neutral => Scripts::empty(),
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct CharEntry {
    /// The letter it becomes.
    pub char: char,
    pub kind: CharKind,
}

const COMPLEX: CharEntry = CharEntry {
    char: ' ',
    kind: CharKind::Complex,
};

/// Everything that takes one or two bytes in UTF-8: Latin, Greek, Cyrillic, Armenian, Hebrew,
/// Arabic.
const TABLE_LETTERS: usize = 0x800;

pub(super) struct LetterTable([CharEntry; TABLE_LETTERS]);

impl LetterTable {
    #[inline]
    pub fn get(&self, c: char) -> CharEntry {
        match self.0.get(c as usize) {
            Some(entry) => *entry,
            None => match c {
                // Georgian, Han and Hangul letters stay as they are.
                'ა'..='ჺ' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => CharEntry {
                    char: c,
                    kind: CharKind::Other,
                },
                '\u{2010}'..='\u{2015}' => CharEntry {
                    char: ' ',
                    kind: CharKind::Neutral,
                },
                _ => COMPLEX,
            },
        }
    }

    fn new() -> LetterTable {
        let mut entries = [COMPLEX; TABLE_LETTERS];
        let mut sequence = CharacterSequence::default();
        for (c, entry) in ('\0'..).zip(&mut entries) {
            if is_silent(c) {
                entry.kind = CharKind::Silent;
            } else if !is_dropped(c) && starts_segment(c) {
                let mut buffer = [0; 4];
                sequence.read(c.encode_utf8(&mut buffer), 0);
                if let &[char] = sequence.letters() {
                    let kind = match Script::of(char) {
                        None => CharKind::Neutral,
                        Some(Script::Armenian) => CharKind::Armenian,
                        Some(Script::Cyrillic) => CharKind::Cyrillic,
                        Some(Script::Latin) => CharKind::Latin,
                        Some(_) => CharKind::Other,
                    };
                    *entry = CharEntry { char, kind };
                }
            }
        }
        LetterTable(entries)
    }
}

/// The table, which the first call fills (within a millisecond).
pub(super) fn table() -> &'static LetterTable {
    static TABLE: LazyLock<LetterTable> = LazyLock::new(LetterTable::new);
    &TABLE
}

/// Arabic vowel signs and Hebrew points: no composed letter has one, so they can be passed over
/// without asking what they belong to.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{64B}'..='\u{652}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char::compose;

    #[test]
    fn the_table_agrees_with_the_rules() {
        let mut sequence = CharacterSequence::default();
        for c in '\0'..=char::MAX {
            let entry = table().get(c);
            if entry.kind.is_letter() {
                sequence.read(&c.to_string(), 0);
                assert_eq!(sequence.letters(), [entry.char], "{c:?}");
                assert!(starts_segment(c), "{c:?}");
                assert_eq!(entry.kind.scripts(), Scripts::of(entry.char), "{c:?}");
            }
        }
    }

    #[test]
    fn silent_marks_compose_with_nothing() {
        for mark in ('\0'..='\u{7FF}').filter(|c| is_silent(*c)) {
            assert!(('\0'..=char::MAX).all(|base| compose(base, mark).is_none()));
        }
    }

    #[test]
    fn arabic_and_armenian_letters_are_in_the_table() {
        for c in "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیڤاԱՖաֆАяёəğıŞZ09 -.،؟".chars()
        {
            assert!(table().get(c).kind.is_letter(), "{c:?}");
        }
    }
}
