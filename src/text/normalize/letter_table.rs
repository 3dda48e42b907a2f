//! A lookup table of the letters that normalize to one letter whatever is around them: most of what
//! is ever normalized.
//!
//! It is compiled from the rules themselves, and a test compares it with them.

use crate::compiled::bytes::u32_at;
use crate::compiled::{Section, section};
use crate::text::normalize::word::Scripts;

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
pub(super) const TABLE_LETTERS: usize = 0x800;

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
}

/// The compiled table: for each letter what it becomes, and above its 21 bits the kind.
const COMPILED: &[u8] = section(Section::Letters);
const KIND_AT: u32 = 21;

static TABLE: LetterTable = LetterTable({
    let mut entries = [COMPLEX; TABLE_LETTERS];
    let mut at = 0;
    while at < TABLE_LETTERS {
        let packed = u32_at(COMPILED, 4 * at);
        let kind = (packed >> KIND_AT) as usize;
        if let Some(char) = char::from_u32(packed & ((1 << KIND_AT) - 1))
            && kind < KINDS.len()
        {
            entries[at] = CharEntry {
                char,
                kind: KINDS[kind],
            };
        }
        at += 1;
    }
    entries
});

/// All kinds, in the order of their numbers.
const KINDS: [CharKind; 7] = [
    CharKind::Complex,
    CharKind::Silent,
    CharKind::Neutral,
    CharKind::Armenian,
    CharKind::Cyrillic,
    CharKind::Latin,
    CharKind::Other,
];

#[inline]
pub(super) fn table() -> &'static LetterTable {
    &TABLE
}

/// The entry of a code point below [`TABLE_LETTERS`], for tables that are made of this one.
pub(super) const fn entry(code: usize) -> CharEntry {
    TABLE.0[code]
}

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile {
    use super::{CharEntry, CharKind, KIND_AT, TABLE_LETTERS};
    use crate::text::normalize::unicode::{CharacterSequence, is_dropped, starts_segment};
    use crate::text::script::Script;

    /// Compiles the table from the rules.
    pub fn compile() -> Vec<u8> {
        let mut sequence = CharacterSequence::default();
        let letters = ('\0'..).take(TABLE_LETTERS);
        let entries = letters.map(|c| entry(c, &mut sequence));
        let packed = entries.map(|entry| entry.char as u32 | (entry.kind as u32) << KIND_AT);
        packed.flat_map(u32::to_le_bytes).collect()
    }

    fn entry(c: char, sequence: &mut CharacterSequence) -> CharEntry {
        if is_silent(c) {
            return CharEntry {
                kind: CharKind::Silent,
                ..super::COMPLEX
            };
        }
        if is_dropped(c) || !starts_segment(c) {
            return super::COMPLEX;
        }
        sequence.read(c.encode_utf8(&mut [0; 4]), 0);
        let &[char] = sequence.letters() else {
            return super::COMPLEX;
        };
        let kind = match Script::of(char) {
            None => CharKind::Neutral,
            Some(Script::Armenian) => CharKind::Armenian,
            Some(Script::Cyrillic) => CharKind::Cyrillic,
            Some(Script::Latin) => CharKind::Latin,
            Some(_) => CharKind::Other,
        };
        CharEntry { char, kind }
    }

    /// Arabic vowel signs and Hebrew points: no composed letter has one, so they can be passed over
    /// without asking what they belong to.
    pub(super) fn is_silent(c: char) -> bool {
        matches!(c, '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{64B}'..='\u{652}' | '\u{670}')
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::compile::is_silent;
    use super::*;
    use crate::text::normalize::unicode::{CharacterSequence, starts_segment};
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
