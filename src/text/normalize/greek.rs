//! Greek.

use crate::text::normalize::Rewrite;

/// Final sigma is a sigma.
pub(super) fn rewrite(c: char) -> Option<Rewrite> {
    (c == 'ς').then_some(Rewrite::One('σ'))
}
