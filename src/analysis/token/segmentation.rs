//! A text as segments, one a word, and what stands between them.
//!
//! Word boundaries are those of UAX 29, from a table for the letters that texts here are full of
//! and by unicode-segmentation where another character comes up, with what the scripts here need
//! on top: a colon, a full stop, an underscore or a hyphen (U+058A as well) ends a segment
//! though UAX 29 goes on (`Երեւան:Հայաստան`, `Yerevan.Baku`), and so does an apostrophe that
//! a case ending follows (`Bakı'da`). A ZWNJ stays inside: the normalizer makes it a space.

pub(crate) mod break_class;
pub(crate) mod gap;
mod letters;
#[cfg(test)]
mod tests;

use crate::analysis::token::segmentation::break_class::{Class, class};
use crate::analysis::token::segmentation::gap::Gap;
use crate::lang::affix::{is_apostrophe, is_ending};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// What stands between a segment and the one before it.
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
    /// A blank and an opening quotation mark.
    Quote,
    /// Any other punctuation.
    Break,
    /// The beginning of a text or the end of a sentence or paragraph.
    Stop,
}

impl Boundary {
    /// Whether a name's key has a space where this boundary is.
    pub fn is_spaced(self) -> bool {
        !matches!(self, Boundary::Adjacent | Boundary::Apostrophe)
    }

    /// Whether a name may go on over this boundary.
    pub fn joins(self) -> bool {
        !matches!(self, Boundary::Quote | Boundary::Break | Boundary::Stop)
    }
}

/// What is between two words that normalizing has parted.
pub(super) fn boundary_between(gap: &str) -> Boundary {
    let mut signs = Gap::default();
    gap.chars().for_each(|c| signs.add(c));
    match signs.boundary(0) {
        // A joiner, which normalizing makes a space.
        boundary if !boundary.is_spaced() => Boundary::Hyphen,
        boundary => boundary,
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
    /// Whether one blank and nothing else stands between it and the segment before, and a frequent
    /// letter behind it, as at nearly all.
    pub is_behind_blank: bool,
    pub tag: HashtagPart,
}

/// Maximum length of a word in bytes as written. Longer ones become tokens without letters: they are
/// not normalized, and no name begins, ends or goes on there. The 64 letters up to which a word is
/// looked up have hardly a third of it with every mark that they can bear.
pub(super) const MAX_WORD: usize = 1024;

/// Maximum distance in bytes between two words of a name.
const MAX_GAP: usize = 1024;

impl Segment {
    /// Whether it is longer than any word that is normalized.
    pub fn is_overlong(&self) -> bool {
        self.end - self.start > MAX_WORD
    }
}

/// Whether a segment belongs to a hashtag or the like.
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

/// Cuts a text into segments.
pub(crate) struct Segments<'t> {
    text: &'t str,
    /// The byte at which the unread rest of the text begins.
    at: usize,
    /// What is segmented by the rules of UAX 29.
    ruled: Option<Ruled<'t>>,
    gap: Gap,
    /// The hashtag part of the segment before.
    last_tag: HashtagPart,
    /// Number of letters of the segment before.
    last_letters: usize,
    /// The byte at which the segment before ends.
    last_end: usize,
}

/// Text between two blanks. No word of UAX 29 goes on over a blank, so that it can be segmented by
/// itself.
struct Ruled<'t> {
    bounds: UWordBoundIndices<'t>,
    /// The byte at which it begins in the text.
    offset: usize,
    /// The rest of a word of UAX 29 that holds several segments.
    rest: Range<usize>,
}

/// The bytes of a segment, and its number of letters.
type Cut = (Range<usize>, usize);

/// Whether a character is one of the most frequent letters and digits, which are told without tables;
/// to the normalizer, too, they are letters.
#[inline]
pub(super) fn is_frequent_letter(c: char) -> bool {
    matches!(c,
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'ء'..='غ' | 'ف'..='ي' | 'А'..='я' | 'Ա'..='Ֆ' | 'ա'..='և')
}

/// Whether a character is a letter or a digit.
fn is_letter(c: char) -> bool {
    is_frequent_letter(c) || (!c.is_ascii() && c.is_alphanumeric())
}

/// Whether a character may stand inside a segment: letters, digits, marks, controls.
fn is_inside(c: char) -> bool {
    is_letter(c)
        || is_combining_mark(c)
        || matches!(
            c,
            'ـ' | '՛' | '՜' | '՞' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
        )
}

/// The character at a byte of a text, and its length in bytes. Every byte of a text is read by this:
/// those characters of one and two bytes of which most texts here are made come first.
#[inline]
pub(super) fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let lead = *bytes.get(at)?;
    match lead {
        0..0x80 => Some((lead.into(), 1)),
        0xC0..0xE0 => {
            let trail = *bytes.get(at + 1)?;
            let code = u32::from(lead & 0x1F) << 6 | u32::from(trail & 0x3F);
            Some((char::from_u32(code)?, 2))
        }
        _ => {
            let c = text.get(at..)?.chars().next()?;
            Some((c, c.len_utf8()))
        }
    }
}

impl<'t> Segments<'t> {
    /// The segments of a text.
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

    /// The same segments, without the table.
    #[cfg(all(test, feature = "build"))]
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

    /// The next segment, by the table of classes as long as that has every character.
    fn cut(&mut self) -> Option<Cut> {
        loop {
            if self.ruled.is_some()
                && let Some(cut) = self.cut_by_rules()
            {
                return Some(cut);
            }
            let start = self.at;
            let (c, len) = char_at(self.text, start)?;
            match class(c) {
                Class::Separator => {
                    self.gap.add(c);
                    self.at += len;
                }
                Class::Letter => match self.end_of_letters(start) {
                    Some((end, letters)) => {
                        self.at = end;
                        return Some((start..end, letters));
                    }
                    None => self.begin_rules(start),
                },
                Class::Mark | Class::Unclear => self.begin_rules(start),
            }
        }
    }

    /// Goes over to the rules of UAX 29 from `start` on, up to the next blank. Of what is before
    /// `start` all segments are read.
    #[inline(never)]
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

    /// The next segment by the rules of UAX 29, if any of their text is left.
    #[inline(never)]
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

    /// The first segment within a word of UAX 29, and the byte up to which that was read for it.
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

/// UAX 29 ends words at these, whatever stands beside them.
const BLANKS: [char; 2] = [' ', '\n'];

impl Iterator for Segments<'_> {
    type Item = Segment;

    #[inline]
    fn next(&mut self) -> Option<Segment> {
        if let Some(segment) = self.next_behind_blank() {
            return Some(segment);
        }
        let (range, letters) = self.cut()?;
        let wide = range.start - self.last_end > MAX_GAP;
        let boundary = match self.gap.boundary(self.last_letters) {
            boundary if wide && boundary != Boundary::Stop => Boundary::Break,
            boundary => boundary,
        };
        let begins_tag = matches!(self.gap.symbol(), Some('#' | '＃' | '﹟'));
        let boundary = match begins_tag {
            // No name goes on from one hashtag to the next: #مصر #السودان.
            true if self.last_tag != HashtagPart::None && boundary != Boundary::Stop => {
                Boundary::Break
            }
            // A letter may touch the sign: ب#الكويت.
            true if boundary == Boundary::Adjacent => Boundary::Space,
            _ => boundary,
        };
        let tag = match (self.gap.symbol(), boundary) {
            _ if begins_tag => HashtagPart::HashStart,
            (Some('@' | '＠'), _) => HashtagPart::Handle,
            (_, Boundary::Underscore | Boundary::Adjacent) => match self.last_tag {
                HashtagPart::Hash | HashtagPart::HashStart => HashtagPart::Hash,
                other => other,
            },
            _ => HashtagPart::None,
        };
        self.last_tag = tag;
        let line_start = self.gap.has_line_break();
        let is_behind_blank = range.start == self.last_end + 1
            && self.text.as_bytes()[self.last_end] == b' '
            && char_at(self.text, range.start).is_some_and(|(c, _)| is_frequent_letter(c));
        self.gap = Gap::default();
        self.last_letters = letters;
        self.last_end = range.end;
        Some(Segment {
            start: range.start,
            end: range.end,
            boundary,
            line_start,
            is_behind_blank,
            tag,
        })
    }
}
