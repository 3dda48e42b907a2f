//! What a token can be or begin, as far as its form alone tells: asked once a form, so that most tokens of
//! a text are skipped at once.

use crate::analysis::demonym;
use crate::analysis::neighbor;
use crate::analysis::site_head;
use crate::analysis::stem_entry::stem_entries;
use crate::analysis::token::Tokens;
use crate::analysis::token::annotation::{NameStart, StartHints};
use crate::analysis::trigger;
use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::affix::{ProcliticSplit, proclitic_splits};
use crate::mention::lookup::compound;
use crate::mention::lookup::dictionary::DictionaryWalk;

/// What the names alone say that can begin at a token; adds those.
pub(crate) fn names(
    index: &Index,
    tokens: &Tokens,
    at: usize,
    name_starts: &mut Vec<NameStart>,
) -> StartHints {
    DictionaryWalk::new(index, tokens).name_starts(at, splits(tokens, at), false, name_starts);
    StartHints {
        name_starts_known: true,
        begins_name: !name_starts.is_empty(),
        ..StartHints::ANYTHING
    }
}

fn splits(tokens: &Tokens, at: usize) -> impl Iterator<Item = ProcliticSplit> + Clone + use<> {
    let word = &tokens.list[at];
    proclitic_splits(word.languages, tokens.letters(word))
}

/// All that a token can be or begin; adds the names that begin there.
pub(crate) fn all(
    index: &Index,
    tokens: &Tokens,
    at: usize,
    name_starts: &mut Vec<NameStart>,
) -> StartHints {
    let word = &tokens.list[at];
    let splits = splits(tokens, at);
    let walk = DictionaryWalk::new(index, tokens);
    let spaced = walk.name_starts(at, splits.clone(), true, name_starts);
    let mut hints = StartHints {
        name_starts_known: true,
        begins_name: !name_starts.is_empty(),
        demonym: demonym::is_inflected(tokens, at),
        feature_words: 0,
        site_head: false,
        compound: compound::may_begin(index, tokens, at, splits.clone(), spaced),
        sport: false,
    };
    let is_arabic = word.space == Some(KeySpace::Arabic);
    for stem in stem_entries(tokens, at, splits) {
        let feature_words = u8::try_from(stem.longest_feature_word()).unwrap_or(u8::MAX);
        hints.feature_words = hints.feature_words.max(feature_words);
        hints.demonym |= stem.longest_demonym() > 0;
        if is_arabic {
            hints.site_head |= site_head::is_head(&stem, word.languages);
            hints.sport |= neighbor::is_of_sport(&stem, word.languages);
        }
    }
    if hints.feature_words == 0 {
        hints.feature_words = u8::from(trigger::is_relative(tokens, at));
    }
    hints
}
