//! The characters between two segments, told by kind, and the boundary that they make.

use crate::analysis::token::segmentation::Boundary;
use bitflags::bitflags;
use unicode_normalization::char::is_combining_mark;

bitflags! {
    /// Kinds of characters between segments.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Kinds: u16 {
        const SPACE = 1;
        const LINE = 1 << 1;
        const HYPHEN = 1 << 2;
        const DOT = 1 << 3;
        const UNDERSCORE = 1 << 4;
        const APOSTROPHE = 1 << 5;
        /// What ends a sentence or a paragraph.
        const STOP = 1 << 6;
        const OTHER = 1 << 7;
        const QUOTE = 1 << 8;
    }
}

/// The characters since the last segment.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    /// The kinds that occur,
    once: Kinds,
    /// and those that occur again.
    again: Kinds,
    /// The last character, if it is a symbol.
    symbol: Option<char>,
}

impl Gap {
    /// The gap before the first segment of a text.
    pub fn before_text() -> Self {
        Gap {
            once: Kinds::STOP,
            ..Gap::default()
        }
    }

    /// The last character, if it is a symbol.
    pub fn symbol(&self) -> Option<char> {
        self.symbol
    }

    pub fn has_line_break(&self) -> bool {
        self.once.contains(Kinds::LINE)
    }

    /// An apostrophe behind a word.
    pub fn add_apostrophe(&mut self) {
        self.add_kind(Kinds::APOSTROPHE);
    }

    #[inline]
    fn add_kind(&mut self, kind: Kinds) {
        self.again |= self.once & kind;
        self.once |= kind;
    }

    #[inline]
    pub fn add(&mut self, c: char) {
        self.symbol = None;
        match c {
            ' ' => self.add_kind(Kinds::SPACE),
            _ => self.add_sign(c),
        }
    }

    fn add_sign(&mut self, c: char) {
        let kind = match c {
            '\n' | '\u{2028}' => Kinds::LINE,
            '\u{2029}' => Kinds::STOP,
            // The sign of a hashtag parts nothing by itself: محافظة #اللاذقية.
            '#' | '＃' | '﹟' => {
                self.symbol = Some(c);
                return;
            }
            '_' => Kinds::UNDERSCORE,
            '.' | '\u{2024}' => Kinds::DOT,
            '-' | '\u{58A}' | '\u{2010}'..='\u{2013}' => Kinds::HYPHEN,
            '!' | '?' | '؟' | '։' | ':' | '…' | '۔' | '。' | '՜' | '՞' => Kinds::STOP,
            c if c.is_whitespace() => Kinds::SPACE,
            // Controls, joiners and bidi marks do not count.
            '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' => return,
            c if is_combining_mark(c) => return,
            '«' | '“' | '”' | '„' | '"' => {
                self.symbol = Some(c);
                Kinds::QUOTE
            }
            c => {
                self.symbol = Some(c);
                Kinds::OTHER
            }
        };
        self.add_kind(kind);
    }

    #[inline]
    pub fn boundary(&self, last_letters: usize) -> Boundary {
        match self.once == Kinds::SPACE {
            true => Boundary::Space,
            false => self.boundary_of_signs(last_letters),
        }
    }

    fn boundary_of_signs(&self, last_letters: usize) -> Boundary {
        let opens = self.symbol.is_some() && !self.again.contains(Kinds::QUOTE);
        if self.once == Kinds::SPACE | Kinds::QUOTE && opens {
            return Boundary::Quote;
        }
        let has = |kinds| self.once.intersects(kinds);
        let blank = has(Kinds::SPACE | Kinds::LINE);
        if has(Kinds::STOP) || self.again.intersects(Kinds::LINE | Kinds::DOT) {
            return Boundary::Stop;
        }
        if has(Kinds::DOT) {
            let short = (1..=MAX_ABBREVIATION).contains(&last_letters);
            let alone =
                !has(Kinds::OTHER | Kinds::QUOTE | Kinds::HYPHEN | Kinds::UNDERSCORE | Kinds::LINE);
            return match alone && short {
                true => Boundary::Dot,
                false => Boundary::Stop,
            };
        }
        let hyphens = self.again.contains(Kinds::HYPHEN) || (has(Kinds::HYPHEN) && blank);
        if has(Kinds::OTHER | Kinds::QUOTE) || hyphens {
            return Boundary::Break;
        }
        if has(Kinds::HYPHEN) && !has(Kinds::UNDERSCORE) {
            return Boundary::Hyphen;
        }
        match (has(Kinds::UNDERSCORE), has(Kinds::APOSTROPHE), blank) {
            (true, _, false) => Boundary::Underscore,
            (true, _, true) => Boundary::Break,
            (_, true, false) => Boundary::Apostrophe,
            (_, true, true) => Boundary::Break,
            (_, _, true) => Boundary::Space,
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

    /// The boundary that some characters make behind a word of so many letters.
    fn boundary(gap: &str, last_letters: usize) -> Boundary {
        let mut signs = Gap::default();
        gap.chars().for_each(|c| signs.add(c));
        signs.boundary(last_letters)
    }

    #[test]
    fn characters_of_a_kind_count_once_and_again() {
        for (gap, expected) in [
            ("", Boundary::Adjacent),
            (" ", Boundary::Space),
            ("  \n \t", Boundary::Space),
            ("\n\n", Boundary::Stop),
            ("-", Boundary::Hyphen),
            ("--", Boundary::Break),
            (" - ", Boundary::Break),
            ("-_", Boundary::Underscore),
            ("_", Boundary::Underscore),
            (" _", Boundary::Break),
            (". ", Boundary::Dot),
            ("..", Boundary::Stop),
            (".-", Boundary::Stop),
            (".\n", Boundary::Stop),
            (", ", Boundary::Break),
            (" «", Boundary::Quote),
            ("» ", Boundary::Break),
            ("» «", Boundary::Break),
            (", «", Boundary::Break),
            ("#", Boundary::Adjacent),
            (" #", Boundary::Space),
            ("\u{200F} ", Boundary::Space),
        ] {
            assert_eq!(boundary(gap, 2), expected, "{gap:?}");
        }
        assert_eq!(boundary(". ", 9), Boundary::Stop);
        assert_eq!(boundary(&" ".repeat(70_000), 2), Boundary::Space);
    }
}
