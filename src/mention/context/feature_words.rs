//! Feature words around a name: مدينة شوشة, Şuşa rayonu, город Шуша, city of Baku.

use crate::mention::context::list;
use crate::mention::context::list::Listed;
use crate::mention::context::trigger::{Spotted, after, before};
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::Sense;
use crate::mention::token::{Case, Words};
use crate::model::feature::Feature;

/// The feature words at a name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Around {
    /// Before it, in the order of the text.
    pub before: Vec<Spotted>,
    pub after: Option<Spotted>,
    /// The one of the list that the name is in.
    pub list: Option<Listed>,
}

impl Around {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_none() && self.list.is_none()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Spotted> {
        self.before.iter().chain(&self.after)
    }

    /// Removes the words that go with none of the names: Բաքվի ճանապարհ is a road, not Baku.
    pub fn keep_fitting(&mut self, names: &[Sense]) {
        let fits = |spotted: &Spotted| names.iter().any(|name| spotted.goes_with(name.feature));
        let fitting = self.before.iter().rev().take_while(|s| fits(s)).count();
        self.before.drain(..self.before.len() - fitting);
        self.after = self.after.filter(fits);
        let rule = |list: &Listed| names.iter().any(|name| list.rule.goes_with(name.feature));
        self.list = self.list.take().filter(rule);
    }

    /// Whether one of them goes with such a place.
    pub fn suits(&self, feature: Feature) -> bool {
        let list = self.list.as_ref();
        self.iter().any(|spotted| spotted.suits(feature))
            || list.is_some_and(|list| list.rule.goes_with(feature))
    }

    /// Whether one of them goes with a place of one of these names.
    pub fn announce(&self, names: &[Sense]) -> bool {
        !self.is_empty() && names.iter().any(|name| self.suits(name.feature))
    }
}

/// Stacks of feature words are not higher: "الجمهورية … مدينة", "г. … района".
const BEFORE_MOST: usize = 2;

/// Looks for the feature words around a match; words before `floor` are taken already.
pub(crate) fn around(words: &Words, found: &Match, floor: usize) -> Around {
    let mut around = Around::default();
    // Other clitics than the article show that a new phrase begins: مدينة وشوشة.
    let bare = found.start.is_none_or(|start| start.is_only_article());
    let mut first = found.first;
    while bare
        && around.before.len() < BEFORE_MOST
        && let Some(spotted) = before(words, first, floor)
    {
        first = spotted.first;
        let begins_phrase = spotted.skip > 0;
        around.before.insert(0, spotted);
        if begins_phrase {
            break;
        }
    }
    around.after = after(words, found.token_last() + 1);
    let capital = words.list[found.first].case == Case::Capital;
    if capital && around.is_empty() {
        around.list = list::behind(words, found);
    }
    around
}
