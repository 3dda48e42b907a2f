//! What can begin at a token, as far as its form alone tells: asked of each detector once a form, so
//! that most tokens of a text are skipped at once.

use crate::analysis::demonym;
use crate::analysis::site_head;
use crate::analysis::stem_entry::stem_entries;
use crate::analysis::token::Tokens;
use crate::analysis::token::annotation::{Annotation, StartHints};
use crate::analysis::trigger;
use crate::index::Index;
use crate::lang::affix::{ProcliticSplit, proclitic_splits};
use crate::mention::lookup::compound;
use crate::mention::lookup::dictionary::DictionaryWalk;

/// The names alone that can begin at a token.
pub(crate) fn names(index: &Index, tokens: &Tokens, at: usize) -> Annotation {
    names_behind(index, tokens, at, splits(tokens, at))
}

fn splits(tokens: &Tokens, at: usize) -> impl Iterator<Item = ProcliticSplit> + Clone + use<> {
    let word = &tokens.list[at];
    proclitic_splits(word.languages, tokens.letters(word))
}

fn names_behind(
    index: &Index,
    tokens: &Tokens,
    at: usize,
    splits: impl Iterator<Item = ProcliticSplit>,
) -> Annotation {
    let name_starts = DictionaryWalk { index, tokens }.name_starts(at, splits);
    let hints = StartHints {
        name_starts_known: true,
        begins_name: !name_starts.is_empty(),
        ..StartHints::ANYTHING
    };
    Annotation { hints, name_starts }
}

/// All that can begin at a token.
pub(crate) fn all(index: &Index, tokens: &Tokens, at: usize) -> Annotation {
    let splits = splits(tokens, at);
    let Annotation { hints, name_starts } = names_behind(index, tokens, at, splits.clone());
    let stems = stem_entries(tokens, at, splits.clone());
    Annotation {
        hints: StartHints {
            demonym: demonym::may_begin(tokens, at, &stems),
            feature_words: trigger::longest_at(&stems),
            site_head: site_head::is_head(tokens, at, &stems),
            compound: compound::may_begin(index, tokens, at, splits),
            ..hints
        },
        name_starts,
    }
}
