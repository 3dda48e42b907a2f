//! The ordinary words that a name is spelled like: each sets a requirement that the name has to meet
//! to be accepted.

use crate::analysis::neighbor::neighbor;
use crate::analysis::ordinary::requirement;
use crate::analysis::policy::Policy;
use crate::analysis::token::LetterCase;
use crate::key::{Key, KeySpace};
use crate::lang::confusion::plain_letter;
use crate::lang::language::Use;
use crate::lang::lexicon::{CommonWord, Requirement, entry};
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::lookup::name_entry::NameEntry;
use crate::query::rule::Rule;
use std::cell::Cell;

impl NameFilter<'_> {
    /// The strictest requirement that the words of the match set.
    pub(super) fn requirement(&self, names: &mut Vec<NameEntry>) -> Option<Requirement> {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let word = &tokens.list[found.first];
        let space = word.space?;
        if self.has(Rule::Idioms)
            && let Some(requirement) = self.idiom(space)
        {
            return Some(requirement);
        }
        if found.last > found.first {
            // White House is a town, and seldom meant.
            let whole = self.whole_phrase(space).filter(|_| self.has(Rule::Idioms));
            if whole.is_some() {
                return whole;
            }
            // جمال الدين, سيف الدين: villages are called so, and many more men.
            let man =
                self.has(Rule::HonorNames) && neighbor(tokens, found.last).uses.has(Use::Honor);
            return man.then_some(Requirement::FeatureWord);
        }
        if self.has_apostrophe_ending(names) {
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
        // شهر *در* is no town called در: a function word is nothing else, whatever announces it.
        if self.has(Rule::FunctionWords)
            && found.stripped() == 0
            && spelled.uses.says_anything()
            && !names.iter().any(|name| name.well_known)
        {
            names.clear();
            return Some(Requirement::FeatureWord);
        }
        if !self.has(Rule::OrdinaryWords) {
            return None;
        }
        let frequent = Cell::new(false);
        // A common word that only has the same key sets none for a name that is spelled like the
        // match: جاءوا "they came", جاوا Java.
        let required = |key: Option<(KeySpace, &[u8])>,
                        is_spelled: &dyn Fn(&CommonWord) -> bool| {
            let (space, key) = key?;
            let common = || entry(space, key).text_words(word.languages);
            common().next()?;
            let named = names.iter().any(|name| self.is_spelled(name));
            let common = common().filter(|common| !named || is_spelled(common));
            let excused = |common: &CommonWord| {
                let excused = (!common.capital && self.is_capital_inside())
                    || (common.but_where && self.is_located(names) && !self.is_off_focus(names))
                    || self.is_word_in_focus(names);
                frequent.set(frequent.get() || (common.frequent && !excused));
                excused
            };
            requirement(common, excused, &Policy::TEXT)
        };
        let is_match = |common: &CommonWord| self.matches(common.plain.as_str());
        let whole = spelled.is_ordinary(0).then(|| (space, tokens.key(word)));
        let required = match found.stripped() {
            0 => required(whole, &is_match),
            _ => {
                let letters = tokens.letters(word);
                let is_token = |common: &CommonWord| {
                    let token = letters.iter().map(|&letter| plain_letter(letter));
                    token.eq(common.plain.as_str().chars())
                };
                let of_token = required(whole, &is_token);
                let key;
                let rest = match (found.proclitics, found.suffix) {
                    // The key of the rest of a token is the rest of its key.
                    (Some(split), None) if split.prepend().is_empty() => spelled
                        .is_ordinary(split.skip())
                        .then(|| (space, tokens.key_from(word, split.skip()))),
                    _ => {
                        key = Key::of(&found.spelling(tokens));
                        Some((key.space(), key.as_bytes()))
                    }
                };
                of_token.max(required(rest, &is_match))
            }
        };
        // مدن جديدة "new towns": of a word that texts are full of, a feature word makes no village of a dump.
        if frequent.get() && self.has(Rule::DumpedWords) {
            names.retain(|name| !name.dump_name);
        }
        required
    }

    /// The requirement of an ordinary phrase that is spelled like the whole name: White House.
    fn whole_phrase(&self, space: KeySpace) -> Option<Requirement> {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        if !neighbor(tokens, found.first).begins_idiom(found.skip()) {
            return None;
        }
        let mut key = Vec::new();
        tokens.join_key(found.first, found.last, found.skip(), &mut key);
        let languages = tokens.list[found.first].languages;
        let phrases = entry(space, &key).common_words(languages);
        requirement(phrases, |_| false, &Policy::TEXT)
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
        let idioms = entry(space, &key).common_words(languages);
        requirement(idioms, |_| false, &Policy::TEXT)
    }

    /// Whether a capital says that this is a name.
    fn is_capital_inside(&self) -> bool {
        let (at, tokens) = (self.matched.found.first, self.passage.tokens);
        tokens.list[at].case == LetterCase::Capital
            && (!tokens.begins_sentence(at) || tokens.is_second_in_sentence(at))
    }
}
