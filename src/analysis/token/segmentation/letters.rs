//! Segments that are letters in a row, told by the table of classes: nearly all of a text.

use crate::analysis::token::segmentation::break_class::{Class, class, class_of_two};
use crate::analysis::token::segmentation::{
    Boundary, HashtagPart, Segment, Segments, char_at, is_frequent_letter,
};

impl Segments<'_> {
    /// The byte at which the letters and marks from `start` on end, and their number; `None` if the
    /// table of classes does not tell.
    pub(super) fn end_of_letters(&self, start: usize) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let (mut rest, mut letters) = (bytes.get(start..)?, 0);
        loop {
            // Most texts here are made of letters of two bytes with blanks between words.
            while let [lead, trail, tail @ ..] = rest
                && class_of_two(*lead, *trail).is_some_and(Class::is_inside)
            {
                letters += 1;
                rest = tail;
            }
            if matches!(rest, [b' ', ..] | []) {
                break;
            }
            let (c, len) = char_at(self.text, bytes.len() - rest.len())?;
            let (class, tail) = (class(c), &rest[len..]);
            match class {
                // The marks of the table count as letters with Unicode.
                Class::Letter | Class::Mark => letters += 1,
                Class::Separator => break,
                Class::Unclear => return None,
            }
            rest = tail;
        }
        Some((bytes.len() - rest.len(), letters))
    }

    /// The next segment if one blank and a letter of two bytes stand right behind the one before, as at most
    /// words of the texts here.
    #[inline]
    pub(super) fn next_behind_blank(&mut self) -> Option<Segment> {
        if self.at != self.last_end || self.at == 0 || self.ruled.is_some() {
            return None;
        }
        let [b' ', lead @ 0xC0..0xE0, trail, ..] = self.text.as_bytes().get(self.at..)? else {
            return None;
        };
        let start = self.at + 1;
        let is_letter = class_of_two(*lead, *trail) == Some(Class::Letter);
        let (end, letters) = is_letter.then(|| self.end_of_letters(start))??;
        let code = u32::from(lead & 0x1F) << 6 | u32::from(trail & 0x3F);
        self.at = end;
        self.last_tag = HashtagPart::None;
        self.last_letters = letters;
        self.last_end = end;
        Some(Segment {
            start,
            end,
            boundary: Boundary::Space,
            line_start: false,
            is_behind_blank: char::from_u32(code).is_some_and(is_frequent_letter),
            tag: HashtagPart::None,
        })
    }
}
