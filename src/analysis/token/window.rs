//! A text as windows of a few hundred segments, so that memory does not grow with it.

use crate::analysis::token::Tokens;
use crate::analysis::token::reading::Annotate;
use crate::analysis::token::segmentation::{Boundary, Segment, Segments};
use crate::lang::language::LanguageSet;

/// The windows of a text.
pub(crate) struct TokenWindows<'t> {
    text: &'t str,
    pub segments: Segments<'t>,
    /// The segments of this window.
    window: Vec<Segment>,
    /// The segment behind them.
    pending: Option<Segment>,
    /// The languages that the text is in, as far as was said.
    languages: LanguageSet,
}

/// Minimum length of a window in segments: it ends at the first punctuation behind them.
const MIN_TOKENS: usize = 128;

/// Maximum length of a window in segments: it ends there without punctuation too.
pub(crate) const MAX_TOKENS: usize = 512;

/// Maximum length of a window in bytes of words, several times those of [`MAX_TOKENS`] words of any
/// language: joiners may make hundreds of tokens of one segment.
pub(super) const MAX_BYTES: usize = 32 * 1024;

/// Number of segments of a window without punctuation at its end that the next one has again: names
/// and feature words that reach over the end must be seen as a whole.
const OVERLAP: usize = 32;

impl<'t> TokenWindows<'t> {
    pub fn new(text: &'t str) -> Self {
        TokenWindows {
            text,
            segments: Segments::new(text),
            window: Vec::new(),
            pending: None,
            languages: LanguageSet::ALL,
        }
    }

    /// The same of a text that is in these languages.
    pub fn in_languages(self, languages: LanguageSet) -> Self {
        TokenWindows { languages, ..self }
    }

    /// Number of segments held.
    #[cfg(all(test, feature = "build"))]
    pub fn len(&self) -> usize {
        self.window.len()
    }

    /// Puts the tokens of the next window into `tokens`. Returns the number of its last segments that
    /// the window behind it has again; `None` at the end of the text.
    pub fn next(&mut self, tokens: &mut Tokens, annotate: Annotate<'_>) -> Option<usize> {
        let read = |segment: &Segment| match segment.is_overlong() {
            true => 0,
            false => segment.end - segment.start,
        };
        let mut bytes = self.pending.as_ref().map_or(0, read);
        self.window.extend(self.pending.take());
        let mut cut_off = false;
        for segment in self.segments.by_ref() {
            let closed = matches!(
                segment.boundary,
                Boundary::Quote | Boundary::Break | Boundary::Stop
            );
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
        tokens.fill(self.text, &self.window, self.languages, annotate);
        // Of few long words half are read again, so that none is read often.
        let overlap = OVERLAP.min(self.window.len() / 2);
        Some(if cut_off { overlap } else { 0 })
    }

    /// Drops all segments of the window but for its last ones.
    pub fn keep_overlap(&mut self, overlap: usize) {
        let kept_from = self.window.len() - overlap;
        self.window.drain(..kept_from);
    }
}
