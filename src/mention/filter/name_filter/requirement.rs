//! The ordinary words that a name is spelled like: each sets a requirement that the name has to meet
//! to be accepted.

use crate::analysis::neighbor::neighbor;
use crate::analysis::ordinary::requirement;
use crate::analysis::policy::Policy;
use crate::analysis::token::LetterCase;
use crate::key::{Key, KeySpace};
use crate::lang::confusion::plain_letter;
use crate::lang::language::Use;
use crate::lang::lexicon::{CommonWord, Lexicon, Requirement};
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::lookup::name_entry::{NameEntry, NormalizedName};
use crate::query::rule::Rule;

impl NameFilter<'_> {
    /// The strictest requirement that the words of the match set.
    pub(super) fn requirement(
        &self,
        spelling: &NormalizedName,
        names: &mut Vec<NameEntry>,
    ) -> Option<Requirement> {
        let lexicon = Lexicon::get();
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let word = &tokens.list[found.first];
        let space = word.space?;
        if self.has(Rule::Idioms)
            && let Some(requirement) = self.idiom(space)
        {
            return Some(requirement);
        }
        if found.last > found.first {
            // جمال الدين, سيف الدين: villages are called so, and many more men.
            let man =
                self.has(Rule::HonorNames) && neighbor(tokens, found.last).uses.has(Use::Honor);
            return man.then_some(Requirement::FeatureWord);
        }
        if self.has_apostrophe_locative(names) {
            return None;
        }
        let spelled = neighbor(tokens, found.first);
        // A feature word is one also where a place is called so.
        if spelled.is_feature_word && self.has(Rule::FeatureWordNames) {
            // With a name after it, it is nothing else: أحياء مدينة الصدر.
            if tokens.joined(found.last, found.last + 1) {
                names.clear();
            }
            return Some(Requirement::FeatureWord);
        }
        if !self.has(Rule::OrdinaryWords) {
            return None;
        }
        // A common word that only has the same key sets none for a name that is spelled like the
        // match: جاءوا "they came", جاوا Java.
        let required = |key: Option<(KeySpace, &[u8])>, spelled: &str| {
            let (space, key) = key?;
            let common = || lexicon.common_words_of(word.languages, space, key);
            let named = || names.iter().any(|name| self.is_spelled(name, spelling));
            let named = common().next().is_some() && named();
            let excused = |common: &CommonWord| {
                (!common.capital && self.is_capital_inside())
                    || (common.but_where && self.is_located(names))
            };
            requirement(common(), named.then_some(spelled), excused, &Policy::TEXT)
        };
        let whole = spelled.is_ordinary(0).then(|| (space, tokens.key(word)));
        if found.stripped() == 0 {
            return required(whole, &spelling.plain);
        }
        let token = tokens.letters(word).iter();
        let token: String = token.map(|&letter| plain_letter(letter)).collect();
        let of_token = required(whole, &token);
        let key;
        let rest = match (found.proclitics, found.suffix) {
            // The key of the rest of a token is the rest of its key.
            (Some(split), None) if split.prepend.is_empty() => spelled
                .is_ordinary(split.skip)
                .then(|| (space, tokens.key_from(word, split.skip))),
            _ => {
                key = Key::of(&spelling.normal);
                Some((key.space(), key.as_bytes()))
            }
        };
        of_token.max(required(rest, &spelling.plain))
    }

    /// The requirement of an idiom that begins with the name: مسقط رأسه "his birthplace".
    fn idiom(&self, space: KeySpace) -> Option<Requirement> {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let next = tokens.list.get(found.last + 1)?;
        let begins = neighbor(tokens, found.first).begins_idiom(found.skip());
        if !begins || !next.boundary.joins() {
            return None;
        }
        let mut key = Vec::new();
        tokens.join_key(found.first, found.last + 1, found.skip(), &mut key);
        let languages = tokens.list[found.first].languages;
        let idioms = Lexicon::get().common_words_of(languages, space, &key);
        requirement(idioms, None, |_| false, &Policy::TEXT)
    }

    /// Whether a capital says that this is a name.
    fn is_capital_inside(&self) -> bool {
        let (at, tokens) = (self.matched.found.first, self.passage.tokens);
        tokens.list[at].case == LetterCase::Capital
            && (!tokens.begins_sentence(at) || tokens.is_second_in_sentence(at))
    }
}
