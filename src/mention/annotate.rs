//! What can begin at a word, as far as its spelling tells: asked of each stage once for each
//! spelling, so that most words of a text are passed over at once.

use crate::index::Index;
use crate::mention::context::trigger;
use crate::mention::lookup::dictionary::Finder;
use crate::mention::lookup::{compound, demonym};
use crate::mention::span::leading_head;
use crate::mention::token::Words;
use crate::mention::token::annotation::{Annotation, Hints};

/// The names alone that can begin at a word.
pub(crate) fn names(index: &Index, words: &Words, at: usize) -> Annotation {
    let openings = Finder { index, words }.openings(at);
    let hints = Hints {
        openings_known: openings.is_some(),
        names: openings
            .as_ref()
            .is_none_or(|openings| !openings.is_empty()),
        ..Hints::ANYTHING
    };
    Annotation {
        hints,
        openings: openings.unwrap_or_default(),
    }
}

/// All that can begin at a word.
pub(crate) fn all(index: &Index, words: &Words, at: usize) -> Annotation {
    let Annotation { hints, openings } = names(index, words, at);
    Annotation {
        hints: Hints {
            demonym: demonym::may_begin(words, at),
            feature_words: trigger::longest_at(words, at),
            site: leading_head::is_head(words, at),
            joined: compound::may_begin(index, words, at),
            ..hints
        },
        openings,
    }
}
