//! The words of the language that a name is spelled like: each sets a bar that the name has to
//! take to be meant.

use crate::analysis::neighbor::neighbor;
use crate::analysis::ordinary::requirement;
use crate::analysis::policy::Policy;
use crate::analysis::token::LetterCase;
use crate::key::{Key, KeySpace};
use crate::lang::confusion::plain_letter;
use crate::lang::lexicon::{CommonWord, Lexicon, Requirement};
use crate::mention::filter::admission::Admission;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{NameEntry, NormalizedName};

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
            let last = self.tokens.letters(&self.tokens.list[found.last]);
            let man = last == ['ا', 'ل', 'د', 'ي', 'ن'];
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
        let required = |common: &[CommonWord], spelled: &str| {
            let named = || names.iter().any(|name| self.is_spelled(name, spelling));
            let named = !common.is_empty() && named();
            let excused = |common: &CommonWord| {
                (!common.capital && self.is_capital_inside(found))
                    || (common.but_where && self.is_located(found, names))
            };
            requirement(common, named.then_some(spelled), excused, &Policy::TEXT)
        };
        let whole = match spelled.is_ordinary(0) {
            true => lexicon.common_words_of(space, self.tokens.key(word)),
            false => &[],
        };
        if found.stripped() == 0 {
            return required(whole, &spelling.plain);
        }
        let token = self.tokens.letters(word).iter();
        let token: String = token.map(|&letter| plain_letter(letter)).collect();
        let of_token = required(whole, &token);
        let rest = match (found.start, found.end) {
            // The rest of the word's key is the key of its rest.
            (Some(start), None) if start.prepend.is_empty() => {
                match spelled.is_ordinary(start.skip) {
                    true => lexicon.common_words_of(space, self.tokens.key_from(word, start.skip)),
                    false => &[],
                }
            }
            _ => {
                let key = Key::of(&spelling.normal);
                lexicon.common_words_of(key.space(), key.as_bytes())
            }
        };
        of_token.max(required(rest, &spelling.plain))
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
        let idioms = Lexicon::get().common_words_of(space, &key);
        requirement(idioms, None, |_| false, &Policy::TEXT)
    }

    /// Whether a capital says that this is a name.
    fn is_capital_inside(&self, found: &DictionaryMatch) -> bool {
        let tokens = self.tokens;
        let at = found.first;
        tokens.list[at].case == LetterCase::Capital
            && (!tokens.begins_sentence(at) || tokens.is_second(at))
    }
}
