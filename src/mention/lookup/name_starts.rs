//! What begins at a token by its form alone: names, and beginnings of names that go on with other tokens.
//! It is worked out once for each form, and most that a new word costs is this.

use crate::analysis::token::annotation::{NameStart, NameStartKind};
use crate::fuzzy::Cursor;
use crate::key::KeySpace;
use crate::key::fold::SPACE;
use crate::lang::affix::{self, ProcliticSplit};
use crate::mention::lookup::compound;
use crate::mention::lookup::dictionary::{DictionaryWalk, WalkStep, step};
use crate::mention::lookup::dictionary_match::DictionaryMatch;

impl<'a> DictionaryWalk<'a> {
    /// Adds what begins at a token by its form alone: names, and prefixes of names that go on with
    /// separate tokens in its own key space. If it is asked for `compounds`, whether the token, without
    /// clitics, is a name of several words without the spaces between them; `None` if that needs walks of
    /// its own.
    pub fn name_starts(
        &self,
        at: usize,
        splits: impl Iterator<Item = ProcliticSplit>,
        compounds: bool,
        name_starts: &mut Vec<NameStart>,
    ) -> Option<bool> {
        let word = &self.tokens.list[at];
        let space = word.space.unwrap_or(KeySpace::Other);
        let is_plain = word.space == Some(space)
            && space != KeySpace::Other
            && !affix::has_suffixes(word.languages);
        let compounds = compounds && compound::is_looked_for(self.tokens, word);
        let mut is_spaced = false;
        self.each_proclitic_split(space, at, splits, |root, proto| {
            let proclitics = proto.proclitics;
            let mut add = |kind| name_starts.push(NameStart { proclitics, kind });
            if is_plain {
                is_spaced |= self.plain_starts(root, &proto, compounds, &mut add);
                return;
            }
            self.each_suffix_split(root, proto, &mut |step_to| match step_to {
                WalkStep::Name(DictionaryMatch { value, suffix, .. }) => {
                    add(NameStartKind::Name { value, suffix });
                }
                WalkStep::Prefix(cursor) => {
                    if let Some(cursor) = step(cursor, space, ' ') {
                        add(NameStartKind::Prefix(cursor.position()));
                    }
                }
            });
        });
        is_plain.then_some(is_spaced)
    }

    /// The same for one way to take proclitics off a token of a language without endings: one walk along
    /// its key.
    fn plain_starts(
        &self,
        root: Cursor<'a>,
        proto: &DictionaryMatch,
        compounds: bool,
        add: &mut impl FnMut(NameStartKind),
    ) -> bool {
        let word = &self.tokens.list[proto.first];
        // It is longer than any name.
        if self.tokens.letters(word).is_empty() {
            return false;
        }
        let key = self.tokens.key_from(word, proto.skip());
        let is_beginning = proto
            .proclitics
            .is_none_or(|split| split.prepend().is_empty() && !split.takes_article());
        let spaces = match compounds && is_beginning {
            true => compound::MAX_SPACES,
            false => 0,
        };
        let (end, is_spaced) = compound::spaced(root, key, spaces);
        if let Some(end) = end {
            if let Some(value) = end.value() {
                let suffix = None;
                add(NameStartKind::Name { value, suffix });
            }
            if let Some(cursor) = end.step(SPACE) {
                add(NameStartKind::Prefix(cursor.position()));
            }
        }
        is_spaced.is_some()
    }
}
