//! Runs: the pieces of a text that are normalized together, since the rules see whole words and
//! nothing but a blank surely parts two. How long a run is bounds what normalizing it takes.

use crate::analysis::token::segmentation::Segment;
use crate::text::normalize::LetterRole;

/// A run spans no more bytes of the text. One letter of three bytes may become eighteen (U+FDFA);
/// no text of a natural language has so many bytes without a blank but where its words are not
/// spaced, and there any border of pieces will do.
pub(crate) const MAX_RUN: usize = 16 * 1024;

/// How many of the first pieces are normalized together; at least one, if there are any.
pub(crate) fn run(text: &str, segments: &[Segment]) -> usize {
    let Some(first) = segments.first() else {
        return 0;
    };
    let ends = |pair: &[Segment]| {
        pair.iter().any(Segment::is_overlong)
            || pair[1].end - first.start > MAX_RUN
            || is_parting(text, &pair[0], &pair[1])
    };
    let last = segments.windows(2).position(ends);
    last.map_or(segments.len(), |last| last + 1)
}

/// Whether a blank stands behind one piece and before the next, and no mark on it. Other signs
/// between them may be letters to the normalizer.
fn is_parting(text: &str, segment: &Segment, next: &Segment) -> bool {
    let (gap, next) = (&text[segment.end..next.start], &text[next.start..next.end]);
    if gap.as_bytes() == b" "
        && next
            .chars()
            .next()
            .is_some_and(|c| LetterRole::of(c) == LetterRole::Letter)
    {
        return true;
    }
    let said = |role: &LetterRole| *role != LetterRole::Dropped;
    let mut roles = gap.chars().map(LetterRole::of).filter(said);
    let first = roles.next();
    let last = roles.next_back().or(first);
    let next = next.chars().map(LetterRole::of).find(said);
    (first, last, next)
        == (
            Some(LetterRole::Blank),
            Some(LetterRole::Blank),
            Some(LetterRole::Letter),
        )
}
