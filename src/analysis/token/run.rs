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
    let Some((first, others)) = segments.split_first() else {
        return 0;
    };
    // As nearly all words are.
    if others.first().is_none_or(|next| next.is_behind_blank) {
        return 1;
    }
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
    if next.is_behind_blank {
        return true;
    }
    let (gap, next) = (&text[segment.end..next.start], &text[next.start..next.end]);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::token::segmentation::is_frequent_letter;

    #[test]
    fn frequent_letters_are_letters_to_the_normalizer() {
        let frequent = ('\0'..=char::MAX).filter(|c| is_frequent_letter(*c));
        assert!(frequent.clone().count() > 200);
        for c in frequent {
            assert_eq!(LetterRole::of(c), LetterRole::Letter, "{c:?}");
            assert!(c.is_alphanumeric(), "{c:?}");
        }
    }
}
