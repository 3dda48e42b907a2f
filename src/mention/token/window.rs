//! Reading a text in stretches, so that what is held of it does not grow with it.

use crate::index::Index;
use crate::mention::token::Words;
use crate::mention::token::segmentation::{Joint, Piece, Pieces};

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
    pub fn next(&mut self, index: &Index, words: &mut Words) -> Option<usize> {
        let mut ended = false;
        self.stretch.extend(self.pending.take());
        loop {
            let Some(piece) = self.pieces.next() else {
                ended = true;
                break;
            };
            let closed = matches!(piece.joint, Joint::Break | Joint::Stop);
            if self.stretch.len() >= MOST || (closed && self.stretch.len() >= LEAST) {
                self.pending = Some(piece);
                break;
            }
            self.stretch.push(piece);
        }
        if self.stretch.is_empty() {
            return None;
        }
        words.fill(index, self.text, &self.stretch);
        let cut_off = !ended && self.stretch.len() >= MOST;
        Some(if cut_off { OVERLAP } else { 0 })
    }

    /// Drops all pieces of the stretch but for the last ones.
    pub fn pass_over(&mut self, keep: usize) {
        let kept_from = self.stretch.len() - keep;
        self.stretch.drain(..kept_from);
    }
}
