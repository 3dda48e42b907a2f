//! Feature words around a name: مدينة شوشة, Şuşa rayonu, город Шуша, city of Baku.

use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger::{Trigger, after, before};
use crate::mention::context::list;
use crate::mention::context::list::ListTrigger;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::model::feature::Feature;

/// The feature words at a name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// Before it, in the order of the text.
    pub before: Vec<Trigger>,
    pub after: Option<Trigger>,
    /// The one of the list that the name is in.
    pub list: Option<ListTrigger>,
}

impl Context {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_none() && self.list.is_none()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Trigger> {
        self.before.iter().chain(&self.after)
    }

    /// Removes the words that go with none of the names: Բաքվի ճանապարհ is a road, not Baku.
    pub fn keep_fitting(&mut self, names: &[NameEntry]) {
        let fits = |trigger: &Trigger| names.iter().any(|name| trigger.goes_with(name.feature));
        let fitting = self.before.iter().rev().take_while(|s| fits(s)).count();
        self.before.drain(..self.before.len() - fitting);
        self.after = self.after.filter(fits);
        let rule = |list: &ListTrigger| names.iter().any(|name| list.rule.goes_with(name.feature));
        self.list = self.list.take().filter(rule);
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

/// Stacks of feature words are not higher: "الجمهورية … مدينة", "г. … района".
const MAX_BEFORE: usize = 2;

/// Looks for the feature words around a match; words before `floor` are taken already.
pub(crate) fn context(tokens: &Tokens, found: &DictionaryMatch, floor: usize) -> Context {
    let mut context = Context::default();
    // Other clitics than the article show that a new phrase begins: مدينة وشوشة.
    let bare = found.start.is_none_or(|start| start.is_only_article());
    let mut first = found.first;
    while bare
        && context.before.len() < MAX_BEFORE
        && let Some(trigger) = before(tokens, first, floor)
    {
        first = trigger.first;
        let begins_phrase = trigger.skip > 0;
        context.before.insert(0, trigger);
        if begins_phrase {
            break;
        }
    }
    context.after = after(tokens, found.token_last() + 1);
    let capital = tokens.list[found.first].case == LetterCase::Capital;
    if capital && context.is_empty() {
        context.list = list::behind(tokens, found);
    }
    context
}
