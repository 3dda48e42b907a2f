//! Reading a text in stretches, so that what is held of it does not grow with it.

use crate::mention::token::segmentation::{Joint, Piece, Pieces};
use crate::mention::token::{Annotate, Words};

/// The pieces of a text, a few hundred at a time.
pub(crate) struct Stretches<'t> {
    text: &'t str,
    pub pieces: Pieces<'t>,
    /// The pieces that are read at once.
    stretch: Vec<Piece>,
    /// The piece after them.
    pending: Option<Piece>,
}

/// A stretch ends at the first punctuation after so many words.
const LEAST: usize = 128;

/// Where there is no punctuation a stretch ends after so many.
pub(crate) const MOST: usize = 512;

/// And after so many bytes of words, several times those of so many words of any language: joiners
/// may make hundreds of words of one piece.
pub(super) const BYTES_MOST: usize = 32 * 1024;

/// Then the last words are read again with the next stretch: names and feature words that
/// reach over its end must be seen as a whole.
const OVERLAP: usize = 32;

impl<'t> Stretches<'t> {
    pub fn new(text: &'t str) -> Self {
        Stretches {
            text,
            pieces: Pieces::new(text),
            stretch: Vec::new(),
            pending: None,
        }
    }

    /// How many pieces are held.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.stretch.len()
    }

    /// Fills in the words of the next stretch, and says how many of its last pieces are read
    /// again with the one after it; `None` at the end of the text.
    pub fn next(&mut self, words: &mut Words, annotate: Annotate<'_>) -> Option<usize> {
        let read = |piece: &Piece| match piece.is_overlong() {
            true => 0,
            false => piece.end - piece.start,
        };
        let mut bytes = self.pending.as_ref().map_or(0, read);
        self.stretch.extend(self.pending.take());
        let mut cut_off = false;
        for piece in self.pieces.by_ref() {
            let closed = matches!(piece.joint, Joint::Break | Joint::Stop);
            cut_off = self.stretch.len() >= MOST || bytes >= BYTES_MOST;
            if cut_off || (closed && self.stretch.len() >= LEAST) {
                self.pending = Some(piece);
                break;
            }
            bytes += read(&piece);
            self.stretch.push(piece);
        }
        if self.stretch.is_empty() {
            return None;
        }
        words.fill(self.text, &self.stretch, annotate);
        // Of few long words half go on, so that none is read often.
        let overlap = OVERLAP.min(self.stretch.len() / 2);
        Some(if cut_off { overlap } else { 0 })
    }

    /// Drops all pieces of the stretch but for the last ones.
    pub fn pass_over(&mut self, keep: usize) {
        let kept_from = self.stretch.len() - keep;
        self.stretch.drain(..kept_from);
    }
}
