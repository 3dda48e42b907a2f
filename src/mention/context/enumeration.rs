//! Places that are enumerated: a name that is spelled like an ordinary word is meant beside another place,
//! over *and* or a comma: صور والنبطية, تدمر وبابل.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::LetterCase;
use crate::analysis::token::segmentation::Boundary;
use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::language::{Use, Uses};
use crate::mention::context::discourse::Discourse;
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntries;
use crate::mention::lookup::prominence::Prominence;
use crate::model::country::CountryCode;

/// The places beside a name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Enumeration {
    /// The country of the one before it.
    pub before: Option<CountryCode>,
    /// Whether the one behind it is one that needs no evidence.
    pub ahead: bool,
}

impl Enumeration {
    /// The places beside a match that is spelled like an ordinary word; of others nothing is asked.
    pub fn of(
        index: &Index,
        entries: &mut NameEntries,
        passage: Passage<'_>,
        discourse: &Discourse,
        found: &DictionaryMatch,
    ) -> Enumeration {
        let word = neighbor(passage.tokens, found.first);
        // Without its ending a word may be an ordinary one: Բերդից, Երևանից "from the fortress".
        let told = word.ordinary == 0 && found.suffix.is_none();
        if told || found.first != found.last {
            return Enumeration::default();
        }
        let skip = found.skip();
        let and = skip == 0
            || passage
                .tokens
                .letters(&passage.tokens.list[found.first])
                .first()
                == Some(&'و');
        Enumeration {
            before: and
                .then(|| discourse.follows_place(passage, found.first, skip))
                .flatten(),
            ahead: is_ahead(index, entries, passage, found.token_last(), found.space),
        }
    }
}

/// Whether a place that is no ordinary word stands right behind a token, over *and* or a comma.
pub(crate) fn is_ahead(
    index: &Index,
    entries: &mut NameEntries,
    passage: Passage<'_>,
    last: usize,
    space: KeySpace,
) -> bool {
    let tokens = passage.tokens;
    let mut behind = last + 1;
    // تدمر وبابل وصنعاء: the next one may be spelled like a word as well.
    for _ in 0..MAX_MEMBERS {
        let Some((at, and)) = next_member(passage, behind) else {
            return false;
        };
        let names = passage.names.at(at).iter();
        let mut names = names.filter(|name| name.skip() == and && name.space == space);
        let known = names.find(|name| entries.prominence(index, name.value) == Prominence::Bare);
        let Some(name) = known.filter(|_| tokens.list[at].case != LetterCase::Small) else {
            return false;
        };
        if !neighbor(tokens, at).is_ordinary(and) {
            return true;
        }
        behind = name.token_last() + 1;
    }
    false
}

/// Maximum number of members of an enumeration that are looked at.
const MAX_MEMBERS: usize = 3;

/// The token at which an enumeration goes on, with the number of its letters that are the *and*.
fn next_member(passage: Passage<'_>, next: usize) -> Option<(usize, usize)> {
    let Passage { text, tokens, .. } = passage;
    let word = tokens.list.get(next)?;
    let letters = tokens.letters(word);
    match word.boundary {
        Boundary::Space if neighbor(tokens, next).uses.meets(AND) => {
            let behind = tokens.list.get(next + 1)?;
            (behind.boundary == Boundary::Space).then_some((next + 1, 0))
        }
        Boundary::Space => {
            let clitic = word.space == Some(KeySpace::Arabic)
                && word.languages.has_proclitics()
                && letters.first() == Some(&'و');
            clitic.then_some((next, 1))
        }
        Boundary::Break => {
            let between = text.get(tokens.list[next - 1].end..word.start)?;
            matches!(between.trim(), "," | "،").then_some((next, 0))
        }
        _ => None,
    }
}

/// Words that join the members of an enumeration.
const AND: Uses = Uses::of([Use::And, Use::Joins]);
