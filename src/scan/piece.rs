//! Cutting a text into pieces, one a word, and what stands between them.
//!
//! Word boundaries are those of UAX 29, by unicode-segmentation, with what the scripts here
//! need on top: a colon, a full stop, an underscore or a hyphen (U+058A as well) ends a piece
//! though UAX 29 goes on (`Երեւան:Հայաստան`, `Yerevan.Baku`), and so does an apostrophe that
//! a case ending follows (`Bakı'da`). A ZWNJ stays inside: the normalizer makes it a space.

use crate::affix;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// What stands between a piece and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Nothing: letters of scripts without spaces, for one.
    Adjacent,
    /// Spaces, with one line break at most.
    Space,
    /// A hyphen with no space around it.
    Hyphen,
    /// An underscore, as in hashtags.
    Underscore,
    /// An apostrophe before a case ending.
    Apostrophe,
    /// The full stop of an abbreviation, perhaps.
    Dot,
    /// Any other punctuation.
    Break,
    /// The beginning of a text or the end of a sentence or paragraph.
    Stop,
}

/// A word of the text, or what is nearly one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub start: usize,
    pub end: usize,
    pub joint: Joint,
    /// Whether a line break stands before it.
    pub line_start: bool,
    pub tag: Tag,
}

/// Whether a piece belongs to a hashtag or the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    None,
    /// The first word of a hashtag.
    HashStart,
    /// A later word of a hashtag.
    Hash,
    /// A word of a user's name: no place, whatever it says.
    Handle,
}

/// Cuts a text into pieces.
pub(super) struct Pieces<'t> {
    text: &'t str,
    bounds: UWordBoundIndices<'t>,
    /// The rest of a bound that holds several pieces.
    rest: Range<usize>,
    gap: Gap,
    /// The tag of the piece before.
    last_tag: Tag,
    /// Letters of the piece before.
    last_letters: usize,
}

/// What was seen since the last piece.
#[derive(Clone, Copy, Debug, Default)]
struct Gap {
    spaces: u32,
    lines: u32,
    hyphens: u32,
    dots: u32,
    underscores: u32,
    apostrophes: u32,
    others: u32,
    stops: u32,
    /// The last sign, if nothing followed it.
    sign: Option<char>,
}

impl Gap {
    fn add(&mut self, c: char) {
        self.sign = None;
        match c {
            '\n' | '\u{2028}' => self.lines += 1,
            '\u{2029}' => self.stops += 1,
            '_' => self.underscores += 1,
            '.' | '\u{2024}' => self.dots += 1,
            '-' | '\u{58A}' | '\u{2010}'..='\u{2013}' => self.hyphens += 1,
            '!' | '?' | '؟' | '։' | ':' | '…' | '۔' | '。' | '՜' | '՞' => self.stops += 1,
            c if c.is_whitespace() => self.spaces += 1,
            // Controls, joiners, bidi marks: as if they were not there.
            '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' => {}
            c if is_combining_mark(c) => {}
            c => {
                self.others += 1;
                self.sign = Some(c);
            }
        }
    }

    fn joint(&self, last_letters: usize) -> Joint {
        let blanks = self.spaces + self.lines;
        if self.lines > 1 || self.stops > 0 || self.dots > 1 {
            return Joint::Stop;
        }
        if self.dots == 1 {
            let rest = self.others + self.hyphens + self.underscores + self.lines;
            let short = (1..=ABBREVIATION_MOST).contains(&last_letters);
            return if rest == 0 && short {
                Joint::Dot
            } else {
                Joint::Stop
            };
        }
        if self.others > 0 || self.hyphens > 1 || (self.hyphens == 1 && blanks > 0) {
            return Joint::Break;
        }
        match (self.hyphens, self.underscores, self.apostrophes, blanks) {
            (1, 0, _, _) => Joint::Hyphen,
            (_, 1.., _, 0) => Joint::Underscore,
            (_, 1.., ..) => Joint::Break,
            (_, _, 1.., 0) => Joint::Apostrophe,
            (_, _, 1.., _) => Joint::Break,
            (_, _, _, 1..) => Joint::Space,
            _ => Joint::Adjacent,
        }
    }
}

/// The longest word whose full stop may be that of an abbreviation: г., ք., St., обл.
const ABBREVIATION_MOST: usize = 3;

/// The longest case ending that is looked for behind an apostrophe, in letters.
const SUFFIX_MOST: usize = 6;

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '՚' | '`' | '´' | '＇')
}

/// Whether a character is a letter or a digit. The letters that texts here are full of are
/// told without asking the tables of Unicode.
fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'ء'..='غ' | 'ف'..='ي' => true,
        'А'..='я' | 'Ա'..='Ֆ' | 'ա'..='և' => true,
        '\0'..='\u{7F}' => false,
        c => c.is_alphanumeric(),
    }
}

/// Whether a character may stand inside a piece: letters, digits, marks, controls.
fn is_inside(c: char) -> bool {
    is_letter(c)
        || is_combining_mark(c)
        || matches!(
            c,
            'ـ' | '՛' | '՜' | '՞' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
        )
}

impl<'t> Pieces<'t> {
    /// The pieces of a text.
    pub fn new(text: &'t str) -> Self {
        Pieces {
            text,
            bounds: text.split_word_bound_indices(),
            rest: 0..0,
            gap: Gap {
                stops: 1,
                ..Gap::default()
            },
            last_tag: Tag::None,
            last_letters: 0,
        }
    }

    /// The next piece of `self.rest`, which is shortened by it and what stands before it.
    fn cut(&mut self) -> Option<Piece> {
        let bound = &self.text[self.rest.clone()];
        let offset = self.rest.start;
        let mut chars = bound.char_indices();
        let start = loop {
            match chars.next() {
                // Some apostrophes are letters to Unicode; no word begins with one.
                Some((_, c)) if is_apostrophe(c) && self.last_letters > 0 => {
                    self.gap.apostrophes += 1;
                }
                Some((_, c)) if is_apostrophe(c) => self.gap.add(c),
                Some((at, c)) if is_letter(c) => break at,
                Some((_, c)) => self.gap.add(c),
                None => {
                    self.rest.start = self.rest.end;
                    return None;
                }
            }
        };
        let mut end = start;
        let mut letters = 0;
        for (at, c) in bound[start..].char_indices().map(|(at, c)| (start + at, c)) {
            if is_apostrophe(c) {
                if at == end && is_suffix(&bound[at + c.len_utf8()..]) {
                    break;
                }
                continue;
            }
            if !is_inside(c) {
                break;
            }
            if is_letter(c) || is_combining_mark(c) {
                end = at + c.len_utf8();
                letters += usize::from(is_letter(c));
            }
        }
        self.rest.start = offset + end;
        let joint = self.gap.joint(self.last_letters);
        let tag = match (self.gap.sign, joint) {
            (Some('#' | '＃' | '﹟'), _) => Tag::HashStart,
            (Some('@' | '＠'), _) => Tag::Handle,
            (_, Joint::Underscore | Joint::Adjacent) => match self.last_tag {
                Tag::Hash | Tag::HashStart => Tag::Hash,
                other => other,
            },
            _ => Tag::None,
        };
        self.last_tag = tag;
        let line_start = self.gap.lines > 0;
        self.gap = Gap::default();
        self.last_letters = letters;
        Some(Piece {
            start: offset + start,
            end: offset + end,
            joint,
            line_start,
            tag,
        })
    }
}

/// Whether an apostrophe's rest of the word is a case ending.
fn is_suffix(rest: &str) -> bool {
    let mut letters = ['\0'; SUFFIX_MOST];
    let mut count = 0;
    for c in rest.chars().flat_map(char::to_lowercase) {
        // The dot of a small İ.
        if c == '\u{307}' {
            continue;
        }
        match letters.get_mut(count) {
            Some(letter) if c.is_alphabetic() => *letter = c,
            _ => return false,
        }
        count += 1;
    }
    affix::suffix(&letters[..count])
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            if !self.rest.is_empty()
                && let Some(piece) = self.cut()
            {
                return Some(piece);
            }
            let (at, bound) = self.bounds.next()?;
            self.rest = at..at + bound.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces with the joint before each in brackets.
    fn cut(text: &str) -> String {
        let pieces = Pieces::new(text).map(|piece| {
            let joint = match piece.joint {
                Joint::Adjacent => "",
                Joint::Space => " ",
                Joint::Hyphen => "-",
                Joint::Underscore => "_",
                Joint::Apostrophe => "'",
                Joint::Dot => ".",
                Joint::Break => "|",
                Joint::Stop => "‖",
            };
            format!("{joint}{}", &text[piece.start..piece.end])
        });
        pieces.collect()
    }

    #[test]
    fn words_end_where_scripts_end_them() {
        for (text, expected) in [
            ("Երեւան:Հայաստան", "‖Երեւան‖Հայաստան"),
            ("Yerevan.Baku", "‖Yerevan‖Baku"),
            ("Երևա՞ն", "‖Երևա՞ն"),
            ("Bakı'da, Baku’s", "‖Bakı'da|Baku's"),
            ("O'Neill d'Arc", "‖O'Neill d'Arc"),
            ("ԵՐԵՎԱՆ-ում", "‖ԵՐԵՎԱՆ-ում"),
            ("Əli-Bayramlı", "‖Əli-Bayramlı"),
            ("Նոր֊Արեշ", "‖Նոր-Արեշ"),
            ("Baku – Tbilisi", "‖Baku|Tbilisi"),
            ("#حفر_الباطن في", "‖حفر_الباطن في"),
            ("يـــريفان بَاكُو", "‖يـــريفان بَاكُو"),
            ("г. Шуша. Потом", "‖г.Шуша‖Потом"),
            ("a\n b\n\nc", "‖a b‖c"),
            ("\u{202b}«باكو»\u{202c} و", "‖باكو|و"),
            ("خان\u{200c}کندی", "‖خان\u{200c}کندی"),
            ("ʼa Bakıʼda ʼʼ ʻs", "‖a Bakı'da|s"),
            ("", ""),
            ("—!", ""),
        ] {
            assert_eq!(cut(text), expected);
        }
    }

    #[test]
    fn hashtags_and_handles_are_marked() {
        let tags: Vec<Tag> = Pieces::new("#حفر_الباطن #Baku, @Baku Baku")
            .map(|piece| piece.tag)
            .collect();
        let expected = [
            Tag::HashStart,
            Tag::Hash,
            Tag::HashStart,
            Tag::Handle,
            Tag::None,
        ];
        assert_eq!(tags, expected);
    }
}
