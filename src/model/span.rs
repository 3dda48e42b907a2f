//! A span: a part of a text, by the offsets of its ends.

use std::fmt;
use std::ops::{Index, Range};

/// A part of a text: where it starts and where it ends.
///
/// Offsets count bytes from the beginning of the text, from 0, and lie between two characters;
/// the end is excluded. ([`Offsets::convert`](crate::Offsets::convert) makes spans of other
/// units.) A text is indexed by a span as by a range.
///
/// ```
/// use toponym::Span;
///
/// let text = "ليريفان";
/// let name = Span::from(2..14);
/// assert_eq!(&text[name], &text[name.range()]);
/// assert_eq!(name.to_string(), "2..14");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// Where it starts.
    pub start: usize,
    /// Where it ends; the first byte that is no longer a part of it.
    pub end: usize,
}

impl Span {
    /// The same as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Length in bytes; 0 if the end is before the start.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether all of another span is in it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether something is in both.
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span {
            start: range.start,
            end: range.end,
        }
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Range<usize> {
        span.range()
    }
}

/// The part of a text that the span is.
///
/// # Panics
/// As with a range: if the span is not of this text.
impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// The part of a text that the span is.
///
/// # Panics
/// As with a range: if the span is not of this text.
impl Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// `start..end`, as a range prints.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_ranges_that_are_copied() {
        let span = Span::from(2..5);
        assert_eq!((span.len(), span.is_empty()), (3, false));
        assert_eq!(Range::from(span), 2..5);
        assert!(span.contains(span) && span.contains(Span::from(5..5)));
        assert!(!span.contains(Span::from(4..6)));
        assert!(span.overlaps(Span::from(4..9)) && !span.overlaps(Span::from(5..9)));
        assert!(!span.overlaps(Span::from(3..3)));
    }

    #[test]
    fn a_span_that_ends_before_it_starts_is_empty() {
        let span = Span { start: 5, end: 2 };
        assert_eq!((span.len(), span.is_empty()), (0, true));
        assert!(!span.overlaps(Span::from(0..9)));
    }
}
