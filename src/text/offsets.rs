//! Offsets of one text in other units than bytes.

use crate::model::span::Span;

/// So many bytes of the text are counted anew for each offset, at most.
const BLOCK: usize = 256;

/// Converts offsets in bytes of one text to offsets in characters, or in UTF-16 code units, as
/// other languages count them.
///
/// Making one counts the text once and keeps a number for each 256 bytes of it, so that each
/// offset afterwards is converted in the same short time, wherever in the text it is.
///
/// ```
/// use toponym::{Offsets, Span};
///
/// let text = "🏔 Գյումրի";
/// let bytes = Span::from(5..text.len());
/// // Python, SQL and Rust's `chars`; Java, JavaScript and C#.
/// assert_eq!(Offsets::chars(text).convert(bytes), Span::from(2..9));
/// assert_eq!(Offsets::utf16(text).convert(bytes), Span::from(3..10));
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    units: fn(&[u8]) -> usize,
    /// How many units come before each block.
    before: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// A converter to characters: Unicode scalar values, Rust's `char`.
    pub fn chars(text: &'t str) -> Self {
        Offsets::new(text, |bytes| {
            bytes.iter().filter(|byte| begins_char(**byte)).count()
        })
    }

    /// A converter to UTF-16 code units: two for a character beyond U+FFFF, else one.
    pub fn utf16(text: &'t str) -> Self {
        // Characters beyond U+FFFF are those of four bytes, the first of which is F0 or more.
        Offsets::new(text, |bytes| {
            let units = |byte: &u8| usize::from(begins_char(*byte)) + usize::from(*byte >= 0xF0);
            bytes.iter().map(units).sum()
        })
    }

    fn new(text: &'t str, units: fn(&[u8]) -> usize) -> Self {
        let mut total = 0;
        let before = text.as_bytes().chunks(BLOCK).map(|block| {
            let before = total;
            total += units(block);
            before
        });
        Offsets {
            before: before.collect(),
            text,
            units,
        }
    }

    /// The offset in the other unit of an offset in bytes. One within a character is taken for
    /// that behind the character, one beyond the end of the text for that of the end.
    pub fn offset(&self, byte: usize) -> usize {
        let end = byte.min(self.text.len());
        // At the end of a text of whole blocks there is no block any more: the last one is counted.
        let block = (end / BLOCK).min(self.before.len().saturating_sub(1));
        let before = self.before.get(block).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(block * BLOCK..end);
        before + rest.map_or(0, self.units)
    }

    /// The span in the other unit of a span in bytes.
    pub fn convert(&self, span: Span) -> Span {
        Span {
            start: self.offset(span.start),
            end: self.offset(span.end),
        }
    }
}

/// Whether a byte of UTF-8 is the first of a character.
fn begins_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_is_what_counting_from_the_beginning_gives() {
        // Characters of one to four bytes, across the ends of blocks, and whole blocks.
        let mixed = "aش€🏔 Գյումրի ".repeat(60);
        for text in [
            "",
            "a",
            "🏔",
            &mixed,
            &"a".repeat(BLOCK),
            &"ab".repeat(BLOCK),
        ] {
            let (chars, utf16) = (Offsets::chars(text), Offsets::utf16(text));
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let before = &text[..at];
                assert_eq!(chars.offset(at), before.chars().count(), "{at}");
                assert_eq!(utf16.offset(at), before.encode_utf16().count(), "{at}");
            }
            let end = text.chars().count();
            assert_eq!(chars.offset(text.len() + 7), end);
            assert_eq!(chars.offset(usize::MAX), end);
        }
    }

    #[test]
    fn an_offset_within_a_character_is_that_behind_it() {
        let chars = Offsets::chars("🏔a");
        assert_eq!(
            [0, 1, 2, 3, 4, 5].map(|at| chars.offset(at)),
            [0, 1, 1, 1, 1, 2]
        );
        let utf16 = Offsets::utf16("🏔a");
        assert_eq!(
            [0, 1, 2, 3, 4, 5].map(|at| utf16.offset(at)),
            [0, 2, 2, 2, 2, 3]
        );
    }
}
