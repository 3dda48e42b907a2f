//! Runs: the pieces of a text that are normalized together, since the rules see whole words and
//! nothing but a blank surely parts two. How long a run is bounds what normalizing it takes.

use crate::mention::token::segmentation::Piece;
use crate::text::normalize::Role;

/// A run spans no more bytes of the text. One letter of three bytes may become eighteen (U+FDFA);
/// no text of a natural language has so many bytes without a blank but where its words are not
/// spaced, and there any border of pieces will do.
pub(crate) const RUN_MOST: usize = 16 * 1024;

/// How many of the first pieces are normalized together; at least one, if there are any.
pub(crate) fn run(text: &str, pieces: &[Piece]) -> usize {
    let Some(first) = pieces.first() else {
        return 0;
    };
    let ends = |pair: &[Piece]| {
        pair.iter().any(Piece::is_overlong)
            || pair[1].end - first.start > RUN_MOST
            || is_parting(text, &pair[0], &pair[1])
    };
    let last = pieces.windows(2).position(ends);
    last.map_or(pieces.len(), |last| last + 1)
}

/// Whether a blank stands behind one piece and before the next, and no mark on it. Other signs
/// between them may be letters to the normalizer.
fn is_parting(text: &str, piece: &Piece, next: &Piece) -> bool {
    let (gap, next) = (&text[piece.end..next.start], &text[next.start..next.end]);
    if gap.as_bytes() == b" "
        && next
            .chars()
            .next()
            .is_some_and(|c| Role::of(c) == Role::Letter)
    {
        return true;
    }
    let said = |role: &Role| *role != Role::Dropped;
    let mut roles = gap.chars().map(Role::of).filter(said);
    let first = roles.next();
    let last = roles.next_back().or(first);
    let next = next.chars().map(Role::of).find(said);
    (first, last, next) == (Some(Role::Blank), Some(Role::Blank), Some(Role::Letter))
}
