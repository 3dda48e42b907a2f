//! Classes of characters by what they do to a segment, as a table of the most frequent ones.

/// What a character does to a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    /// A letter or digit, between which and any other of this class UAX 29 ends no word.
    Letter,
    /// A mark, which belongs to the letter before it, and counts as one with Unicode.
    Mark,
    /// No segment goes on over it.
    Separator,
    /// It depends on the characters beside it, or is not in the table.
    Unclear,
}

impl Class {
    /// Whether a segment that has begun goes on over it.
    #[inline]
    pub fn is_inside(self) -> bool {
        (self as u8) <= Class::Mark as u8
    }
}

/// Number of characters that take one or two bytes in UTF-8.
const SIZE: usize = 0x800;

static CLASSES: [Class; SIZE] = {
    let mut classes = [Class::Unclear; SIZE];
    let mut code = 0;
    while code < SIZE {
        classes[code] = of_code(code as u32);
        code += 1;
    }
    classes
};

/// The class of the character that begins with these two bytes of UTF-8, if it has no others: one of ASCII comes
/// to less than the least of two bytes, one of three to more than the table has.
#[inline]
pub(super) fn class_of_two(lead: u8, trail: u8) -> Option<Class> {
    const LEAST: usize = 0xC0 << 6 | 0x80;
    let at = (usize::from(lead) << 6) + usize::from(trail);
    CLASSES.get(at.wrapping_sub(LEAST)).copied()
}

/// The class of a character.
#[inline]
pub(super) fn class(c: char) -> Class {
    match CLASSES.get(c as usize) {
        Some(class) => *class,
        None => match c {
            'ა'..='ჺ' => Class::Letter,
            // Dashes, quotes and the ellipsis, but not the apostrophes among the quotes.
            '\u{2013}'..='\u{2015}' | '\u{201C}'..='\u{201F}' | '\u{2026}' => Class::Separator,
            _ => Class::Unclear,
        },
    }
}

const fn of_code(code: u32) -> Class {
    match code {
        // Digits and Latin.
        0x30..=0x39 | 0x41..=0x5A | 0x61..=0x7A => Class::Letter,
        0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x24F => Class::Letter,
        // Cyrillic and Armenian.
        0x400..=0x481 | 0x48A..=0x52F | 0x531..=0x556 | 0x560..=0x588 => Class::Letter,
        // Arabic, with tatweel and both rows of digits.
        0x620..=0x64A | 0x660..=0x669 | 0x66E..=0x66F | 0x671..=0x6D3 => Class::Letter,
        0x6D5 | 0x6EE..=0x6FC | 0x6FF => Class::Letter,
        // The vowel signs of Arabic.
        0x64B..=0x655 | 0x670 => Class::Mark,
        // The apostrophe and the backtick may stand within a word; other ASCII may not.
        0x27 | 0x60 => Class::Unclear,
        0..=0x7F => Class::Separator,
        // No-break space, « and ».
        0xA0 | 0xAB | 0xBB => Class::Separator,
        // Arabic comma, semicolon, question mark, full stop; Armenian full stop and hyphen.
        0x60C | 0x61B | 0x61F | 0x6D4 | 0x589 | 0x58A => Class::Separator,
        _ => Class::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::token::segmentation::{is_inside, is_letter};
    use crate::lang::affix::is_apostrophe;
    use unicode_normalization::char::is_combining_mark;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn the_table_agrees_with_the_rules() {
        for c in '\0'..=char::MAX {
            // Beside letters and digits, which UAX 29 treats differently.
            let holds = |text: String| text.split_word_bounds().count() == 1;
            let joined = || holds(format!("a{c}a1{c}1{c}ա{c}ب"));
            match class(c) {
                Class::Letter => assert!(is_letter(c) && !is_apostrophe(c) && joined(), "{c:?}"),
                Class::Mark => {
                    assert!(is_letter(c) && is_combining_mark(c) && joined(), "{c:?}");
                }
                Class::Separator => assert!(!is_inside(c) && !is_apostrophe(c), "{c:?}"),
                Class::Unclear => {}
            }
        }
    }

    #[test]
    fn two_bytes_tell_characters_of_two_bytes_and_no_others() {
        let mut bytes = [0; 8];
        for c in '\0'..=char::MAX {
            let len = c.encode_utf8(&mut bytes).len();
            let told = |trail| class_of_two(bytes[0], trail);
            match len {
                2 => assert_eq!(told(bytes[1]), Some(class(c)), "{c:?}"),
                // What follows a character of ASCII begins another one.
                1 => assert!((0..=0xF4).all(|next| told(next).is_none()), "{c:?}"),
                _ => assert_eq!(told(bytes[1]), None, "{c:?}"),
            }
        }
    }
}
