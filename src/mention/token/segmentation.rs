//! Cutting a text into pieces, one a word, and what stands between them.
//!
//! Word boundaries are those of UAX 29, from a table for the letters that texts here are full of
//! and by unicode-segmentation where another character comes up, with what the scripts here need
//! on top: a colon, a full stop, an underscore or a hyphen (U+058A as well) ends a piece
//! though UAX 29 goes on (`Երեւան:Հայաստան`, `Yerevan.Baku`), and so does an apostrophe that
//! a case ending follows (`Bakı'da`). A ZWNJ stays inside: the normalizer makes it a space.

pub(crate) mod break_class;
pub(crate) mod gap;

use crate::lang::affix::{is_apostrophe, is_ending};
use crate::mention::token::segmentation::break_class::{Class, class};
use crate::mention::token::segmentation::gap::Gap;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// What stands between a piece and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Boundary {
    /// Nothing: letters of scripts without spaces, for one.
    Adjacent,
    /// Spaces, with one line break at most.
    Space,
    /// A hyphen with no space around it.
    Hyphen,
    /// A ZWNJ, which joins the parts of one word: سقط‌جنین.
    Joiner,
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

impl Boundary {
    /// Whether a name's key has a space where this joint is.
    pub fn is_spaced(self) -> bool {
        !matches!(self, Boundary::Adjacent | Boundary::Apostrophe)
    }

    /// Whether a name may go on over this joint.
    pub fn joins(self) -> bool {
        !matches!(self, Boundary::Break | Boundary::Stop)
    }
}

/// A word of the text, or what is nearly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub start: usize,
    pub end: usize,
    pub boundary: Boundary,
    /// Whether a line break stands before it.
    pub line_start: bool,
    pub tag: HashtagPart,
}

/// Longer words, in bytes as they are written, are passed over: they stand where they stand, but
/// are not normalized, and no name begins, ends or goes on there. Sixty-four letters, the most that
/// are looked up of a word, have hardly a third of it with every mark that they can bear.
pub(super) const MAX_WORD: usize = 1024;

/// Where more bytes stand between two words no name goes on, whatever they are.
const MAX_GAP: usize = 1024;

impl Segment {
    /// Whether it is longer than any word that is read.
    pub fn is_overlong(&self) -> bool {
        self.end - self.start > MAX_WORD
    }
}

/// Whether a piece belongs to a hashtag or the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HashtagPart {
    None,
    /// The first word of a hashtag.
    HashStart,
    /// A later word of a hashtag.
    Hash,
    /// A word of a user's name: no place, whatever it says.
    Handle,
}

/// Cuts a text into pieces.
pub(crate) struct Segments<'t> {
    text: &'t str,
    /// Where what has not been read yet begins.
    at: usize,
    /// What is cut by the rules of UAX 29.
    ruled: Option<Ruled<'t>>,
    gap: Gap,
    /// The tag of the piece before.
    last_tag: HashtagPart,
    /// Letters of the piece before.
    last_letters: usize,
    /// Where the piece before ends.
    last_end: usize,
}

/// A stretch of text between two blanks, which UAX 29 never passes over, so that it can be cut
/// without looking beyond them.
struct Ruled<'t> {
    bounds: UWordBoundIndices<'t>,
    /// Where it begins in the text.
    offset: usize,
    /// The rest of a bound that holds several pieces.
    rest: Range<usize>,
}

/// Where a piece begins and ends, and how many letters it has.
type Cut = (Range<usize>, usize);

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

impl<'t> Segments<'t> {
    /// The pieces of a text.
    pub fn new(text: &'t str) -> Self {
        Segments {
            text,
            at: 0,
            ruled: None,
            gap: Gap::before_text(),
            last_tag: HashtagPart::None,
            last_letters: 0,
            last_end: 0,
        }
    }

    /// The same pieces, without the table.
    #[cfg(test)]
    pub fn by_rules(text: &'t str) -> Self {
        Segments {
            at: text.len(),
            ruled: Some(Ruled {
                bounds: text.split_word_bound_indices(),
                offset: 0,
                rest: 0..0,
            }),
            ..Segments::new(text)
        }
    }

    /// The next piece, cut by the table as long as it knows everything that comes up.
    fn cut(&mut self) -> Option<Cut> {
        loop {
            if let Some(cut) = self.cut_by_rules() {
                return Some(cut);
            }
            let rest = self.text.get(self.at..)?;
            let mut start = None;
            for (at, c) in rest.char_indices() {
                match class(c) {
                    Class::Cue => self.gap.add(c),
                    Class::Letter => {
                        start = Some(self.at + at);
                        break;
                    }
                    Class::Mark | Class::Unclear => {
                        self.begin_rules(self.at + at);
                        break;
                    }
                }
            }
            if self.ruled.is_some() {
                continue;
            }
            let Some(start) = start else {
                self.at = self.text.len();
                return None;
            };
            if let Some((end, letters)) = self.end_of_letters(start) {
                self.at = end;
                return Some((start..end, letters));
            }
            self.begin_rules(start);
        }
    }

    /// Where the letters and marks from `start` on end, and how many they are; `None` if the
    /// table does not know.
    fn end_of_letters(&self, start: usize) -> Option<(usize, usize)> {
        let mut letters = 0;
        for (at, c) in self.text[start..].char_indices() {
            match class(c) {
                // The marks of the table count as letters with Unicode.
                Class::Letter | Class::Mark => letters += 1,
                Class::Cue => return Some((start + at, letters)),
                Class::Unclear => return None,
            }
        }
        Some((self.text.len(), letters))
    }

    /// Goes over to the rules of UAX 29 up to the next blank, from `start` on, which nothing but
    /// signs of the gap precede that is not read yet.
    fn begin_rules(&mut self, start: usize) {
        let (before, after) = self.text.split_at(start);
        let offset = before.rfind(BLANKS).map_or(0, |blank| blank + 1);
        let end = after
            .find(BLANKS)
            .map_or(self.text.len(), |blank| start + blank);
        let mut bounds = self.text[offset..end].split_word_bound_indices();
        let holds_start =
            |(at, bound): &(usize, &str)| (offset + at..offset + at + bound.len()).contains(&start);
        let first = bounds.find(holds_start);
        let rest_end = first.map_or(end, |(at, bound)| offset + at + bound.len());
        self.at = end;
        self.ruled = Some(Ruled {
            bounds,
            offset,
            rest: start..rest_end,
        });
    }

    /// The next piece of what is cut by the rules of UAX 29, if there is any left.
    fn cut_by_rules(&mut self) -> Option<Cut> {
        loop {
            let ruled = self.ruled.as_mut()?;
            if ruled.rest.is_empty() {
                match ruled.bounds.next() {
                    Some((at, bound)) => {
                        let start = ruled.offset + at;
                        ruled.rest = start..start + bound.len();
                    }
                    None => self.ruled = None,
                }
                continue;
            }
            let rest = ruled.rest.clone();
            let (cut, read) = self.cut_bound(rest.clone());
            if let Some(ruled) = &mut self.ruled {
                ruled.rest.start = read;
            }
            if cut.is_some() {
                return cut;
            }
        }
    }

    /// The first piece within a bound, and how far the bound was read for it.
    fn cut_bound(&mut self, bound: Range<usize>) -> (Option<Cut>, usize) {
        let (offset, until) = (bound.start, bound.end);
        let bound = &self.text[bound];
        let mut chars = bound.char_indices();
        let start = loop {
            match chars.next() {
                // Some apostrophes are letters to Unicode; no word begins with one.
                Some((_, c)) if is_apostrophe(c) && self.last_letters > 0 => {
                    self.gap.add_apostrophe();
                }
                Some((_, c)) if is_apostrophe(c) => self.gap.add(c),
                Some((at, c)) if is_letter(c) => break at,
                Some((_, c)) => self.gap.add(c),
                None => return (None, until),
            }
        };
        let mut end = start;
        let mut letters = 0;
        for (at, c) in bound[start..].char_indices().map(|(at, c)| (start + at, c)) {
            if is_apostrophe(c) {
                if at == end && is_ending(&bound[at + c.len_utf8()..]) {
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
        (Some((offset + start..offset + end, letters)), offset + end)
    }
}

/// UAX 29 parts words at these, whatever stands beside them.
const BLANKS: [char; 2] = [' ', '\n'];

impl Iterator for Segments<'_> {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        let (range, letters) = self.cut()?;
        let wide = range.start - self.last_end > MAX_GAP;
        let boundary = match self.gap.boundary(self.last_letters) {
            boundary if wide && boundary != Boundary::Stop => Boundary::Break,
            boundary => boundary,
        };
        let tag = match (self.gap.sign(), boundary) {
            (Some('#' | '＃' | '﹟'), _) => HashtagPart::HashStart,
            (Some('@' | '＠'), _) => HashtagPart::Handle,
            (_, Boundary::Underscore | Boundary::Adjacent) => match self.last_tag {
                HashtagPart::Hash | HashtagPart::HashStart => HashtagPart::Hash,
                other => other,
            },
            _ => HashtagPart::None,
        };
        self.last_tag = tag;
        let line_start = self.gap.has_line_break();
        self.gap = Gap::default();
        self.last_letters = letters;
        self.last_end = range.end;
        Some(Segment {
            start: range.start,
            end: range.end,
            boundary,
            line_start,
            tag,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces with the joint before each in brackets.
    fn cut(text: &str) -> String {
        let segments = Segments::new(text).map(|segment| {
            let boundary = match segment.boundary {
                Boundary::Adjacent => "",
                Boundary::Space => " ",
                Boundary::Hyphen => "-",
                Boundary::Joiner => "~",
                Boundary::Underscore => "_",
                Boundary::Apostrophe => "'",
                Boundary::Dot => ".",
                Boundary::Break => "|",
                Boundary::Stop => "‖",
            };
            format!("{boundary}{}", &text[segment.start..segment.end])
        });
        segments.collect()
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
        let tags: Vec<HashtagPart> = Segments::new("#حفر_الباطن #Baku, @Baku Baku")
            .map(|segment| segment.tag)
            .collect();
        let expected = [
            HashtagPart::HashStart,
            HashtagPart::Hash,
            HashtagPart::HashStart,
            HashtagPart::Handle,
            HashtagPart::None,
        ];
        assert_eq!(tags, expected);
    }
}
