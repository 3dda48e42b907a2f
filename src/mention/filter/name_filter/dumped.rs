//! Where a feature word makes no place of a name that only a dump of the world has: there every other
//! word is a village somewhere.

use crate::analysis::neighbor::neighbor;
use crate::key::KeySpace;
use crate::lang::language::Use;
use crate::lang::lexicon::{Position, Role, entry};
use crate::mention::filter::name_filter::NameFilter;

impl NameFilter<'_> {
    /// Whether a feature word before the match says nothing for a name, or the match is its adjective:
    /// *یک شهر* خاکستری "a gray town", بخش *شمالی* "the northern part".
    pub(super) fn follows_common_noun(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let Some(trigger) = self.matched.context.before.last() else {
            return false;
        };
        let before = trigger.first.checked_sub(1);
        let joined = tokens.list[trigger.first].boundary.joins();
        let before = before.filter(|_| joined);
        before.is_some_and(|before| neighbor(tokens, before).uses.has(Use::Demonstrative))
            || self.is_adjective() && trigger.last + 1 == found.first && found.first == found.last
    }

    /// Whether the match is an adjective that ends longer names, where these follow their noun without an
    /// article.
    fn is_adjective(&self) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let word = &tokens.list[found.first];
        if word.languages.has_proclitics() || found.space != KeySpace::Arabic {
            return false;
        }
        let mut roles = entry(found.space, tokens.key(word)).roles(word.languages, Position::After);
        roles.any(|role| role == Role::Qualifier)
    }
}
