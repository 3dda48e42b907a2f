//! What can begin at a word, as far as its spelling tells: asked of each stage once for each
//! spelling, so that most words of a text are passed over at once.

use crate::analysis::demonym;
use crate::analysis::token::Tokens;
use crate::analysis::token::annotation::{Annotation, StartHints};
use crate::analysis::trigger;
use crate::index::Index;
use crate::mention::lookup::compound;
use crate::mention::lookup::dictionary::Finder;
use crate::mention::span::leading_head;

/// The names alone that can begin at a word.
pub(crate) fn names(index: &Index, tokens: &Tokens, at: usize) -> Annotation {
    let name_starts = Finder { index, tokens }.name_starts(at);
    let hints = StartHints {
        openings_known: name_starts.is_some(),
        names: name_starts
            .as_ref()
            .is_none_or(|name_starts| !name_starts.is_empty()),
        ..StartHints::ANYTHING
    };
    Annotation {
        hints,
        name_starts: name_starts.unwrap_or_default(),
    }
}

/// All that can begin at a word.
pub(crate) fn all(index: &Index, tokens: &Tokens, at: usize) -> Annotation {
    let Annotation { hints, name_starts } = names(index, tokens, at);
    Annotation {
        hints: StartHints {
            demonym: demonym::may_begin(tokens, at),
            feature_words: trigger::longest_at(tokens, at),
            site: leading_head::is_head(tokens, at),
            joined: compound::may_begin(index, tokens, at),
            ..hints
        },
        name_starts,
    }
}
