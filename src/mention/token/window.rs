//! Reading a text in stretches, so that what is held of it does not grow with it.

use crate::mention::token::segmentation::{Boundary, Segment, Segments};
use crate::mention::token::{Annotate, Tokens};

/// The pieces of a text, a few hundred at a time.
pub(crate) struct TokenWindows<'t> {
    text: &'t str,
    pub segments: Segments<'t>,
    /// The pieces that are read at once.
    window: Vec<Segment>,
    /// The piece after them.
    pending: Option<Segment>,
}

/// A stretch ends at the first punctuation after so many words.
const MIN_TOKENS: usize = 128;

/// Where there is no punctuation a stretch ends after so many.
pub(crate) const MAX_TOKENS: usize = 512;

/// And after so many bytes of words, several times those of so many words of any language: joiners
/// may make hundreds of words of one piece.
pub(super) const MAX_BYTES: usize = 32 * 1024;

/// Then the last words are read again with the next stretch: names and feature words that
/// reach over its end must be seen as a whole.
const OVERLAP: usize = 32;

impl<'t> TokenWindows<'t> {
    pub fn new(text: &'t str) -> Self {
        TokenWindows {
            text,
            segments: Segments::new(text),
            window: Vec::new(),
            pending: None,
        }
    }

    /// How many pieces are held.
    #[cfg(all(test, feature = "build"))]
    pub fn len(&self) -> usize {
        self.window.len()
    }

    /// Fills in the words of the next stretch, and says how many of its last pieces are read
    /// again with the one after it; `None` at the end of the text.
    pub fn next(&mut self, tokens: &mut Tokens, annotate: Annotate<'_>) -> Option<usize> {
        let read = |segment: &Segment| match segment.is_overlong() {
            true => 0,
            false => segment.end - segment.start,
        };
        let mut bytes = self.pending.as_ref().map_or(0, read);
        self.window.extend(self.pending.take());
        let mut cut_off = false;
        for segment in self.segments.by_ref() {
            let closed = matches!(segment.boundary, Boundary::Break | Boundary::Stop);
            cut_off = self.window.len() >= MAX_TOKENS || bytes >= MAX_BYTES;
            if cut_off || (closed && self.window.len() >= MIN_TOKENS) {
                self.pending = Some(segment);
                break;
            }
            bytes += read(&segment);
            self.window.push(segment);
        }
        if self.window.is_empty() {
            return None;
        }
        tokens.fill(self.text, &self.window, annotate);
        // Of few long words half go on, so that none is read often.
        let overlap = OVERLAP.min(self.window.len() / 2);
        Some(if cut_off { overlap } else { 0 })
    }

    /// Drops all pieces of the stretch but for the last ones.
    pub fn pass_over(&mut self, keep: usize) {
        let kept_from = self.window.len() - keep;
        self.window.drain(..kept_from);
    }
}
