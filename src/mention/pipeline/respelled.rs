//! Names that the index has in another spelling, where something says that a place is named.

use crate::analysis::token::Tokens;
use crate::analysis::trigger::{self, Trigger};
use crate::mention::context::misspelled;
use crate::mention::context::told::Telling;
use crate::mention::context::unheard::{self, UnheardName};
use crate::mention::detection::Detection;
use crate::mention::lookup::Passage;
use crate::mention::pipeline::Pipeline;
use crate::query::rule::Rule;

impl<'r> Pipeline<'r, '_> {
    /// The name of the index, in another spelling, whose feature word is what tells a site.
    pub(super) fn beside_feature_word(
        &mut self,
        passage: Passage<'_>,
        at: usize,
        first_free: usize,
    ) -> Option<Detection<'r>> {
        let before = trigger::before(passage.tokens, at, first_free);
        self.misspelled(passage, at, before).or_else(|| {
            let name = self.unheard(passage, at, before)?;
            Some(self.told_unheard(passage.tokens, name))
        })
    }

    /// The name that is an edit away from one of the index, beside a feature word; `before` is the one before
    /// it.
    pub(super) fn misspelled(
        &mut self,
        passage: Passage<'_>,
        at: usize,
        before: Option<Trigger>,
    ) -> Option<Detection<'r>> {
        if !passage.rules.has(Rule::Misspelled) {
            return None;
        }
        let (tokens, style) = (passage.tokens, self.options.style);
        let name = misspelled::detect(self.index, tokens, at, before, style)?;
        let told = &mut self.discourse.told;
        told.add(tokens, name.at, name.at, Telling::Misspelled);
        Some(Detection::Misspelled(name))
    }

    /// An unheard name, kept for when it is named again.
    pub(super) fn told_unheard(&mut self, tokens: &Tokens, name: UnheardName<'r>) -> Detection<'r> {
        if let (0, Some(telling)) = (name.skip, name.telling()) {
            let told = &mut self.discourse.told;
            told.add(tokens, name.first, name.last, telling);
        }
        Detection::Unheard(name)
    }

    /// The name that only sounds like one of the index, where something says that a place is named; `before` is
    /// the feature word before it.
    pub(super) fn unheard(
        &mut self,
        passage: Passage<'_>,
        at: usize,
        before: Option<Trigger>,
    ) -> Option<UnheardName<'r>> {
        if !passage.rules.has(Rule::Unheard) {
            return None;
        }
        let start = passage.tokens.list[at].start;
        let country = self.discourse.country_at(start, self.options.country);
        let (style, discourse) = (self.options.style, &mut self.discourse);
        unheard::detect(self.index, passage, at, before, style, discourse, country)
    }
}
