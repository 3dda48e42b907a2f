//! What can begin at a token, as far as its form alone tells: asked of each detector once a form, so
//! that most tokens of a text are skipped at once.

use crate::analysis::demonym;
use crate::analysis::site_head;
use crate::analysis::token::Tokens;
use crate::analysis::token::annotation::{Annotation, StartHints};
use crate::analysis::trigger;
use crate::index::Index;
use crate::mention::lookup::compound;
use crate::mention::lookup::dictionary::DictionaryWalk;

/// The names alone that can begin at a token.
pub(crate) fn names(index: &Index, tokens: &Tokens, at: usize) -> Annotation {
    let name_starts = DictionaryWalk { index, tokens }.name_starts(at);
    let hints = StartHints {
        name_starts_known: true,
        begins_name: !name_starts.is_empty(),
        ..StartHints::ANYTHING
    };
    Annotation { hints, name_starts }
}

/// All that can begin at a token.
pub(crate) fn all(index: &Index, tokens: &Tokens, at: usize) -> Annotation {
    let Annotation { hints, name_starts } = names(index, tokens, at);
    Annotation {
        hints: StartHints {
            demonym: demonym::may_begin(tokens, at),
            feature_words: trigger::longest_at(tokens, at),
            site_head: site_head::is_head(tokens, at),
            compound: compound::may_begin(index, tokens, at),
            ..hints
        },
        name_starts,
    }
}
