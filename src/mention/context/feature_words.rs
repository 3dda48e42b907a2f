//! The feature words at a name: مدينة شوشة, Şuşa rayonu, город Шуша, city of Baku.

use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger::{Trigger, after, before};
use crate::mention::context::list;
use crate::mention::context::list::ListTrigger;
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::model::feature::Feature;
use crate::query::rule::Rule;

/// The feature words at a name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// Before it, in the order of the text.
    pub before: Vec<Trigger>,
    pub after: Option<Trigger>,
    /// That of the list that the name is in.
    pub list: Option<ListTrigger>,
    /// The one right before the name, whether it goes with the name's places or not.
    pub nearest: Option<Trigger>,
}

impl Context {
    /// Those at a match; tokens before `first_free` belong to other mentions.
    pub fn of(passage: Passage<'_>, found: &DictionaryMatch, first_free: usize) -> Context {
        let tokens = passage.tokens;
        let mut context = Context::default();
        // Other clitics than the article show that a new phrase begins: مدينة وشوشة.
        let bare = found.proclitics.is_none_or(|split| split.is_only_article());
        let mut first = found.first;
        while bare
            && context.before.len() < MAX_BEFORE
            && let Some(trigger) = before(tokens, first, first_free)
        {
            first = trigger.first;
            let begins_phrase = trigger.skip > 0;
            context.before.insert(0, trigger);
            if begins_phrase {
                break;
            }
        }
        context.nearest = context.before.last().copied();
        context.after = after(tokens, found.token_last() + 1);
        let capital = tokens.list[found.first].case == LetterCase::Capital;
        if capital && context.is_empty() && passage.rules.has(Rule::ListTriggers) {
            context.list = list::behind(tokens, found);
        }
        context
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_none() && self.list.is_none()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Trigger> {
        self.before.iter().chain(&self.after)
    }

    /// The same without the words that go with none of the names: Բաքվի ճանապարհ is a road, not
    /// Baku.
    pub fn fitting(&self, names: &[NameEntry]) -> Context {
        let fits = |trigger: &Trigger| names.iter().any(|name| trigger.goes_with(name.feature));
        let fitting = self.before.iter().rev().take_while(|t| fits(t)).count();
        let rule = |list: &&ListTrigger| names.iter().any(|name| list.rule.goes_with(name.feature));
        Context {
            before: self.before[self.before.len() - fitting..].to_vec(),
            after: self.after.filter(fits),
            list: self.list.as_ref().filter(rule).cloned(),
            nearest: self.nearest,
        }
    }

    /// The one that names behind this one share: its own, if that is in the plural, or that of its
    /// list.
    pub fn continued_list(&self, tokens: &Tokens) -> Option<ListTrigger> {
        let nearest = self.before.last();
        let own = nearest.and_then(|nearest| ListTrigger::of(tokens, nearest));
        own.or_else(|| self.list.clone())
    }

    /// Whether one of them goes with such a place.
    pub fn suits(&self, feature: Feature) -> bool {
        let list = self.list.as_ref();
        self.iter().any(|trigger| trigger.suits(feature))
            || list.is_some_and(|list| list.rule.goes_with(feature))
    }

    /// Whether one of them goes with a place of one of these names.
    pub fn announce(&self, names: &[NameEntry]) -> bool {
        !self.is_empty() && names.iter().any(|name| self.suits(name.feature))
    }
}

/// Maximum number of feature words before a name: "الجمهورية … مدينة", "г. … района".
const MAX_BEFORE: usize = 2;
