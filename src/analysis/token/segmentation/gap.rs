//! The characters between two segments, counted by kind, and the boundary that they make.

use crate::analysis::token::segmentation::Boundary;
use unicode_normalization::char::is_combining_mark;

/// The characters since the last segment.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    spaces: usize,
    lines: usize,
    hyphens: usize,
    dots: usize,
    underscores: usize,
    apostrophes: usize,
    others: usize,
    stops: usize,
    /// The last character, if it is a symbol.
    symbol: Option<char>,
}

impl Gap {
    /// The gap before the first segment of a text.
    pub fn before_text() -> Self {
        Gap {
            stops: 1,
            ..Gap::default()
        }
    }

    /// The last character, if it is a symbol.
    pub fn symbol(&self) -> Option<char> {
        self.symbol
    }

    pub fn has_line_break(&self) -> bool {
        self.lines > 0
    }

    /// An apostrophe behind a word.
    pub fn add_apostrophe(&mut self) {
        self.apostrophes += 1;
    }

    pub fn add(&mut self, c: char) {
        self.symbol = None;
        match c {
            ' ' => self.spaces += 1,
            '\n' | '\u{2028}' => self.lines += 1,
            '\u{2029}' => self.stops += 1,
            '_' => self.underscores += 1,
            '.' | '\u{2024}' => self.dots += 1,
            '-' | '\u{58A}' | '\u{2010}'..='\u{2013}' => self.hyphens += 1,
            '!' | '?' | '؟' | '։' | ':' | '…' | '۔' | '。' | '՜' | '՞' => self.stops += 1,
            c if c.is_whitespace() => self.spaces += 1,
            // Controls, joiners and bidi marks do not count.
            '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' => {}
            c if is_combining_mark(c) => {}
            c => {
                self.others += 1;
                self.symbol = Some(c);
            }
        }
    }

    pub fn boundary(&self, last_letters: usize) -> Boundary {
        let blanks = self.spaces + self.lines;
        if self.lines > 1 || self.stops > 0 || self.dots > 1 {
            return Boundary::Stop;
        }
        if self.dots == 1 {
            let rest = self.others + self.hyphens + self.underscores + self.lines;
            let short = (1..=MAX_ABBREVIATION).contains(&last_letters);
            return if rest == 0 && short {
                Boundary::Dot
            } else {
                Boundary::Stop
            };
        }
        if self.others > 0 || self.hyphens > 1 || (self.hyphens == 1 && blanks > 0) {
            return Boundary::Break;
        }
        match (self.hyphens, self.underscores, self.apostrophes, blanks) {
            (1, 0, _, _) => Boundary::Hyphen,
            (_, 1.., _, 0) => Boundary::Underscore,
            (_, 1.., ..) => Boundary::Break,
            (_, _, 1.., 0) => Boundary::Apostrophe,
            (_, _, 1.., _) => Boundary::Break,
            (_, _, _, 1..) => Boundary::Space,
            _ => Boundary::Adjacent,
        }
    }
}

/// Maximum length in letters of a word whose full stop may be that of an abbreviation: г., ք., St.,
/// обл.
const MAX_ABBREVIATION: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_beyond_32_bits() {
        let many = u32::MAX as usize;
        let mut gap = Gap {
            spaces: many,
            lines: 1,
            ..Gap::default()
        };
        gap.add(' ');
        assert_eq!((gap.spaces, gap.boundary(1)), (many + 1, Boundary::Space));
    }
}
