//! The rules that hold in every script: which signs vanish, what belongs to a letter, digits,
//! spaces, and composition after UAX 15.

use crate::text::normalize::Rewrite;
use crate::text::script::Script;
use std::iter::once;
use unicode_normalization::char::{
    canonical_combining_class, decompose_compatible, is_combining_mark,
};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Zero-width non-joiner.
const ZWNJ: char = '\u{200C}';

/// A combining character sequence: a letter with everything that belongs to it, and what it
/// normalizes to.
#[derive(Debug, Default)]
pub(super) struct CharacterSequence {
    raw: Vec<char>,
    decomposed: Vec<char>,
    letters: Vec<char>,
    /// Whether an Arabic letter was read last: a ZWNJ now would part two words.
    after_arabic: bool,
}

/// Where a sequence ends, in bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SequenceEnds {
    /// After the last character that belongs to the letter.
    pub letter: usize,
    /// Before the next sequence; dropped signs may lie between.
    pub next: usize,
}

impl CharacterSequence {
    /// Reads the sequence at a byte offset.
    pub fn read(&mut self, text: &str, start: usize) -> SequenceEnds {
        self.raw.clear();
        self.letters.clear();
        let after_arabic = std::mem::take(&mut self.after_arabic);
        let mut chars = text[start..].char_indices();
        let Some((_, first)) = chars.next() else {
            return SequenceEnds {
                letter: start,
                next: start,
            };
        };
        let mut end = start + first.len_utf8();
        if is_dropped(first) {
            // Words of Persian, Azerbaijani and Kurdish names are joined by it.
            if first == ZWNJ && after_arabic {
                self.letters.push(' ');
            }
            return SequenceEnds {
                letter: end,
                next: end,
            };
        }
        // A mark that stands first is no letter, and which mark does is a matter of encoding.
        self.after_arabic = Script::of(first) == Some(Script::Arabic) && !is_combining_mark(first);
        self.raw.push(first);
        let mut next = text.len();
        for (offset, c) in chars {
            let at = start + offset;
            if is_dropped(c) {
                // A dropped sign does not part a letter from its marks: what it leaves behind
                // would compose when normalized again.
                if c == ZWNJ && self.after_arabic {
                    next = at;
                    break;
                }
            } else if starts_segment(c) {
                next = at;
                break;
            } else {
                self.raw.push(c);
                end = at + c.len_utf8();
            }
        }
        self.normalize();
        SequenceEnds { letter: end, next }
    }

    /// What the sequence normalizes to.
    pub fn letters(&self) -> &[char] {
        &self.letters
    }

    pub fn is_capital_i(&self) -> bool {
        self.raw.first() == Some(&'I')
    }

    fn normalize(&mut self) {
        self.decomposed.clear();
        for &c in &self.raw {
            // Signs, not words, though they decompose to letters: Latin letters would make the
            // Russian Участок № 9 a name of two scripts.
            if matches!(c, '№' | '™' | '℠') {
                self.decomposed.push(' ');
                continue;
            }
            decompose_compatible(c, |part| {
                for small in part.to_lowercase() {
                    rewrite_into(small, &mut self.decomposed);
                }
            });
        }
        self.letters.extend(self.decomposed.iter().copied().nfc());
        let before = self.letters.len();
        self.letters.retain(|c| !is_dropped_mark(*c));
        if self.letters.len() < before && self.letters.len() > 1 {
            // A dropped mark may have stood between two that compose.
            self.decomposed.clear();
            self.decomposed.append(&mut self.letters);
            self.letters.extend(self.decomposed.iter().copied().nfc());
        }
    }
}

fn rewrite_into(c: char, out: &mut Vec<char>) {
    match crate::text::normalize::LETTER_RULES
        .iter()
        .find_map(|rule| rule(c))
    {
        Some(Rewrite::One(c)) => out.push(c),
        Some(Rewrite::Two(a, b)) => out.extend([a, b]),
        Some(Rewrite::Drop) | None => {}
    }
}

/// Letters and marks stay, digits become ASCII, dropped signs vanish, all else is a space.
pub(super) fn rewrite(c: char) -> Option<Rewrite> {
    Some(if is_dropped(c) {
        Rewrite::Drop
    } else if let Some(digit) = digit(c) {
        Rewrite::One(digit)
    } else if c.is_alphabetic() || is_combining_mark(c) {
        Rewrite::One(c)
    } else {
        Rewrite::One(' ')
    })
}

/// Whether a character can stand alone: whatever comes before it, neither canonical nor
/// compatibility composition touches it.
pub(super) fn starts_segment(c: char) -> bool {
    if c < '\u{300}' {
        return true;
    }
    let mut first = None;
    decompose_compatible(c, |part| {
        first.get_or_insert(part);
    });
    let first = first.unwrap_or(c);
    // Enclosing marks have combining class 0.
    !is_dropped_mark(first)
        && canonical_combining_class(first) == 0
        && is_nfc_quick(once(first)) == IsNormalized::Yes
}

/// Signs without a sound or a place of their own: as if they had not been typed. (ZWNJ between
/// Arabic letters is the exception, a space.)
pub(super) fn is_dropped(c: char) -> bool {
    is_dropped_control(c) || is_dropped_quote(c) || is_dropped_arabic_sign(c)
}

/// Default-ignorable code points: soft hyphen, joiners, bidi controls, byte order marks,
/// variation selectors, fillers, tags.
fn is_dropped_control(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Quotes, apostrophes, primes, and the half rings and modifier letters of transliteration.
fn is_dropped_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '´'
            | '«'
            | '»'
            // Spacing modifiers; those that are raised letters decompose to them.
            | '\u{2B9}'..='\u{2DF}'
            | '\u{2E5}'..='\u{2FF}'
            | '\u{374}'..='\u{375}'
            // Armenian: half ring, apostrophe, emphasis, exclamation, question, abbreviation.
            | '\u{559}'..='\u{55C}'
            | '\u{55E}'..='\u{55F}'
            // Hebrew geresh and gershayim.
            | '\u{5F3}'..='\u{5F4}'
            | '\u{1FEF}'
            | '\u{1FFD}'
            | '\u{2018}'..='\u{201F}'
            | '\u{2032}'..='\u{203A}'
            | '\u{2057}'
            | '\u{275B}'..='\u{2760}'
            | '\u{276E}'..='\u{276F}'
            | '\u{301D}'..='\u{301F}'
            | '\u{A717}'..='\u{A721}'
            | '\u{A788}'..='\u{A78C}'
            | '\u{AB5B}'
            | '\u{AB6A}'..='\u{AB6B}'
            | '\u{FF02}'
            | '\u{FF07}'
            | '\u{FF40}'
            | '\u{10780}'..='\u{10782}'
    )
}

/// Tatweel, the small letters of the Quran, and spacing forms of the vowel signs.
fn is_dropped_arabic_sign(c: char) -> bool {
    matches!(
        c,
        '\u{640}'
            | '\u{6E5}'..='\u{6E6}'
            | '\u{883}'..='\u{885}'
            | '\u{8C9}'
            | '\u{FC5E}'..='\u{FC63}'
            | '\u{FCF2}'..='\u{FCF4}'
            | '\u{FE70}'..='\u{FE7F}'
    )
}

/// Marks that only help reading, where they compose with no letter. The vowel signs of Indic,
/// Thai, Khmer and other scripts are letters in all but name and stay.
fn is_dropped_mark(c: char) -> bool {
    matches!(
        c,
        // Diacritics of Latin, Greek and Cyrillic.
        '\u{300}'..='\u{36F}'
            | '\u{483}'..='\u{489}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{2CEF}'..='\u{2CF1}'
            | '\u{2DE0}'..='\u{2DFF}'
            | '\u{A66F}'..='\u{A672}'
            | '\u{A674}'..='\u{A67D}'
            | '\u{A69E}'..='\u{A69F}'
            | '\u{FE20}'..='\u{FE2F}'
            // Hebrew points and accents.
            | '\u{591}'..='\u{5BD}'
            | '\u{5BF}'
            | '\u{5C1}'..='\u{5C2}'
            | '\u{5C4}'..='\u{5C5}'
            | '\u{5C7}'
            | '\u{FB1E}'
            // Harakat and Quranic marks.
            | '\u{610}'..='\u{61A}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{6D6}'..='\u{6DC}'
            | '\u{6DF}'..='\u{6E4}'
            | '\u{6E7}'..='\u{6E8}'
            | '\u{6EA}'..='\u{6ED}'
            | '\u{897}'..='\u{89F}'
            | '\u{8CA}'..='\u{8E1}'
            | '\u{8E3}'..='\u{8FF}'
            | '\u{10EFA}'..='\u{10EFF}'
            // Syriac and Samaritan points.
            | '\u{711}'
            | '\u{730}'..='\u{74A}'
            | '\u{816}'..='\u{819}'
            | '\u{81B}'..='\u{823}'
            | '\u{825}'..='\u{827}'
            | '\u{829}'..='\u{82D}'
            // Tone marks of East Asian text, and voicing marks without their kana.
            | '\u{302A}'..='\u{302F}'
            | '\u{3099}'..='\u{309A}'
    )
}

/// The decimal digits that do not decompose to ASCII ones, by the zero of each row of ten
/// (general category Nd of Unicode 17).
const ZEROS: [u32; 68] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50,
    0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1E140, 0x1E2F0,
    0x1E4F0, 0x1E5F1,
];

/// The ASCII digit of a decimal digit of any script.
fn digit(c: char) -> Option<char> {
    let c = u32::from(c);
    let row = ZEROS.partition_point(|zero| *zero <= c).checked_sub(1)?;
    char::from_digit(c - ZEROS[row], 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        let mut segment = CharacterSequence::default();
        segment.read(text, 0);
        segment.letters().iter().collect()
    }

    #[test]
    fn every_character_that_stands_alone_leaves_one_that_does() {
        let fails = |c: &char| {
            let first = letters(&c.to_string()).chars().next();
            !is_dropped(*c) && starts_segment(*c) && !first.is_some_and(starts_segment)
        };
        let failing: Vec<char> = ('\0'..=char::MAX).filter(fails).collect();
        assert_eq!(failing, []);
    }

    #[test]
    fn digits_of_every_row() {
        assert!(ZEROS.is_sorted());
        for zero in ZEROS {
            let row: String = (0..10).filter_map(|n| char::from_u32(zero + n)).collect();
            assert_eq!(
                row.chars().filter_map(digit).collect::<String>(),
                "0123456789"
            );
            assert!(row.chars().all(char::is_numeric), "{row}");
        }
        assert_eq!(letters("𝟙"), "1");
        assert_eq!(letters("²"), "2");
        assert_eq!(digit('ا'), None);
    }

    #[test]
    fn a_segment_is_a_letter_with_its_marks() {
        let mut segment = CharacterSequence::default();
        let cases = [
            ("e\u{301}x", 3, 3, "é"),
            ("e\u{200D}\u{301}x", 6, 6, "é"),
            ("e'x", 1, 2, "e"),
            ("ب\u{64E}ـ\u{200C}ا", 4, 6, "ب"),
            ("ﷲ", 3, 3, "الله"),
            ("한", 3, 3, "한"),
            ("\u{1112}\u{1161}\u{11AB}", 9, 9, "한"),
        ];
        for (text, letter, next, expected) in cases {
            assert_eq!(
                segment.read(text, 0),
                SequenceEnds { letter, next },
                "{text}"
            );
            assert_eq!(segment.letters().iter().collect::<String>(), expected);
        }
    }
}
