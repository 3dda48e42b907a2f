//! Where a feature word makes no place of a name that only a dump of the world has: there every other
//! word is a village somewhere.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::LetterCase;
use crate::analysis::token::segmentation::Boundary;
use crate::analysis::trigger;
use crate::key::KeySpace;
use crate::lang::language::Use;
use crate::lang::lexicon::{Position, Role, entry};
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::lookup::name_entry::NameEntry;

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

    /// Whether the match is only the beginning of a name in capitals, of which a dump has a village: *Шах*-Дениз,
    /// *Dura*-Europos, село *Новый* Чиркей; or a person that a street is named after: площадь *Ленина*.
    pub(super) fn is_part_of_longer(&self, names: &[NameEntry]) -> bool {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let word = &tokens.list[found.first];
        let dumped = |name: &NameEntry| name.dump && name.dump_name && !name.notable;
        if word.case != LetterCase::Capital || found.last > found.first || !names.iter().all(dumped)
        {
            return false;
        }
        let next = tokens.list.get(found.last + 1);
        let next = next.filter(|next| next.case == LetterCase::Capital);
        let headed = self.matched.context.before.last();
        let goes_on = next.is_some_and(|next| match next.boundary {
            Boundary::Hyphen => true,
            // Коби Казбегского района: of the district.
            Boundary::Space => {
                let adjective = next
                    .languages
                    .ends_in(tokens.letters(next), |profile| profile.endings.adjectives);
                headed.is_some() && found.stripped() == 0 && !adjective
            }
            _ => false,
        });
        let street = trigger::before(tokens, found.first, 0)
            .is_some_and(|head| head.rule.codes().any(|code| matches!(code, "ST" | "SQR")));
        goes_on || street
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
