//! The words of the language that a name is spelled like: each sets a bar that the name has to
//! take to be meant.

use crate::key::{Key, KeySpace};
use crate::lang::confusion::plain_letter;
use crate::lang::language::Use;
use crate::lang::lexicon::{Lexicon, Requirement};
use crate::mention::context::neighbor::neighbor;
use crate::mention::filter::admission::Admission;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{NameEntry, NormalizedName};
use crate::mention::token::LetterCase;

impl Admission<'_> {
    /// The highest bar that the words of the match set.
    pub(super) fn requirement(
        &self,
        found: &DictionaryMatch,
        spelling: &NormalizedName,
        names: &mut Vec<NameEntry>,
    ) -> Option<Requirement> {
        let lexicon = Lexicon::get();
        let word = &self.tokens.list[found.first];
        let space = word.space?;
        if let Some(requirement) = self.idiom(found, space) {
            return Some(requirement);
        }
        if found.last > found.first {
            // جمال الدين, سيف الدين: villages are called so, and many more men.
            let man = neighbor(self.tokens, found.last).uses.has(Use::Honor);
            return man.then_some(Requirement::FeatureWord);
        }
        if self.is_marked(found, names) {
            return None;
        }
        let spelled = neighbor(self.tokens, found.first);
        // A feature word is one also where a place is called so.
        if spelled.is_feature_word {
            // With a name after it, it is nothing else: أحياء مدينة الصدر.
            if self.tokens.joined(found.last, found.last + 1) {
                names.clear();
            }
            return Some(Requirement::FeatureWord);
        }
        // A common word that only the key takes for this one does not bar a name that is
        // spelled like this: جاءوا "they came", جاوا Java.
        let bar_of = |key: Option<(KeySpace, &[u8])>, spelled: &str| {
            let (space, key) = key?;
            let common = || lexicon.common_words_of(word.languages, space, key);
            let named = || names.iter().any(|name| self.is_spelled(name, spelling));
            let named = common().next().is_some() && named();
            common()
                .filter(|common| !named || common.plain == spelled)
                .filter(|common| common.capital || !self.is_capital_inside(found))
                .filter(|common| !common.but_where || !self.is_located(found, names))
                .map(|common| common.requirement)
                .max()
        };
        let whole = spelled
            .is_ordinary(0)
            .then(|| (space, self.tokens.key(word)));
        if found.stripped() == 0 {
            return bar_of(whole, &spelling.plain);
        }
        let token = self.tokens.letters(word).iter();
        let token: String = token.map(|&letter| plain_letter(letter)).collect();
        let requirement = bar_of(whole, &token);
        let key;
        let rest = match (found.start, found.end) {
            // The rest of the word's key is the key of its rest.
            (Some(start), None) if start.prepend.is_empty() => spelled
                .is_ordinary(start.skip)
                .then(|| (space, self.tokens.key_from(word, start.skip))),
            _ => {
                key = Key::of(&spelling.normal);
                Some((key.space(), key.as_bytes()))
            }
        };
        requirement.max(bar_of(rest, &spelling.plain))
    }

    /// The bar of an idiom that begins with the name: مسقط رأسه "his birthplace".
    fn idiom(&self, found: &DictionaryMatch, space: KeySpace) -> Option<Requirement> {
        let next = self.tokens.list.get(found.last + 1)?;
        let begins = neighbor(self.tokens, found.first).begins_idiom(found.skip());
        if !begins || !next.boundary.joins() {
            return None;
        }
        let mut key = Vec::new();
        self.tokens
            .join_key(found.first, found.last + 1, found.skip(), &mut key);
        let languages = self.tokens.list[found.first].languages;
        let idioms = Lexicon::get().common_words_of(languages, space, &key);
        idioms.map(|idiom| idiom.requirement).max()
    }

    /// Whether a capital says that this is a name.
    fn is_capital_inside(&self, found: &DictionaryMatch) -> bool {
        let tokens = self.tokens;
        let at = found.first;
        tokens.list[at].case == LetterCase::Capital
            && (!tokens.begins_sentence(at) || tokens.is_second(at))
    }
}
