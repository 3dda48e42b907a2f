//! Runs: the segments that are normalized together, since the rules of normalization see whole words
//! and only a blank surely separates two. The length of a run bounds the memory that it takes.

use crate::analysis::token::segmentation::Segment;
use crate::text::normalize::LetterRole;

/// Maximum length of a run in bytes of the text. One letter of three bytes may become eighteen
/// (U+FDFA). Text of a natural language has so many bytes without a blank only where its words are
/// not spaced, and there a run may end between any two segments.
pub(crate) const MAX_RUN: usize = 16 * 1024;

/// Number of the first segments that are normalized together; at least one, if there are any.
pub(crate) fn run(text: &str, segments: &[Segment]) -> usize {
    let Some(first) = segments.first() else {
        return 0;
    };
    let ends = |pair: &[Segment]| {
        pair.iter().any(Segment::is_overlong)
            || pair[1].end - first.start > MAX_RUN
            || is_separate(text, &pair[0], &pair[1])
    };
    let last = segments.windows(2).position(ends);
    last.map_or(segments.len(), |last| last + 1)
}

/// Whether a blank stands behind one segment and before the next, and no mark on it. Other
/// characters between them may be letters to the normalizer.
fn is_separate(text: &str, segment: &Segment, next: &Segment) -> bool {
    let (gap, next) = (&text[segment.end..next.start], &text[next.start..next.end]);
    if gap.as_bytes() == b" "
        && next
            .chars()
            .next()
            .is_some_and(|c| LetterRole::of(c) == LetterRole::Letter)
    {
        return true;
    }
    let kept = |role: &LetterRole| *role != LetterRole::Dropped;
    let mut roles = gap.chars().map(LetterRole::of).filter(kept);
    let first = roles.next();
    let last = roles.next_back().or(first);
    let next = next.chars().map(LetterRole::of).find(kept);
    (first, last, next)
        == (
            Some(LetterRole::Blank),
            Some(LetterRole::Blank),
            Some(LetterRole::Letter),
        )
}
