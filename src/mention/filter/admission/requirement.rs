//! The words of the language that a name is spelled like: each sets a bar that the name has to
//! take to be meant.

use crate::key::{Key, KeySpace};
use crate::lang::confusion::plain_letter;
use crate::lang::lexicon::{Bar, CommonWord, Lexicon};
use crate::mention::context::neighbor::neighbor;
use crate::mention::filter::admission::Judge;
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::{Sense, Spelling};
use crate::mention::token::Case;

impl Judge<'_> {
    /// The highest bar that the words of the match set.
    pub(super) fn bar(
        &self,
        found: &Match,
        spelling: &Spelling,
        names: &mut Vec<Sense>,
    ) -> Option<Bar> {
        let lexicon = Lexicon::get();
        let word = &self.words.list[found.first];
        let space = word.space?;
        if let Some(bar) = self.idiom(found, space) {
            return Some(bar);
        }
        if found.last > found.first {
            // جمال الدين, سيف الدين: villages are called so, and many more men.
            let last = self.words.letters(&self.words.list[found.last]);
            let man = last == ['ا', 'ل', 'د', 'ي', 'ن'];
            return man.then_some(Bar::FeatureWord);
        }
        if self.is_marked(found, names) {
            return None;
        }
        let spelled = neighbor(self.words, found.first);
        // A feature word is one also where a place is called so.
        if spelled.is_feature_word {
            // With a name after it, it is nothing else: أحياء مدينة الصدر.
            if self.words.joined(found.last, found.last + 1) {
                names.clear();
            }
            return Some(Bar::FeatureWord);
        }
        // A common word that only the key takes for this one does not bar a name that is
        // spelled like this: جاءوا "they came", جاوا Java.
        let bar_of = |common: &[CommonWord], spelled: &str| {
            let named = || names.iter().any(|name| self.is_spelled(name, spelling));
            let named = !common.is_empty() && named();
            common
                .iter()
                .filter(|common| !named || common.plain == spelled)
                .filter(|common| common.capital || !self.is_capital_inside(found))
                .filter(|common| !common.but_where || !self.is_located(found, names))
                .map(|common| common.bar)
                .max()
        };
        let whole = match spelled.is_ordinary(0) {
            true => lexicon.common_words_of(space, self.words.key(word)),
            false => &[],
        };
        if found.taken() == 0 {
            return bar_of(whole, &spelling.plain);
        }
        let token = self.words.letters(word).iter();
        let token: String = token.map(|&letter| plain_letter(letter)).collect();
        let bar = bar_of(whole, &token);
        let rest = match (found.start, found.end) {
            // The rest of the word's key is the key of its rest.
            (Some(start), None) if start.prepend.is_empty() => {
                match spelled.is_ordinary(start.skip) {
                    true => lexicon.common_words_of(space, self.words.key_from(word, start.skip)),
                    false => &[],
                }
            }
            _ => {
                let key = Key::of(&spelling.normal);
                lexicon.common_words_of(key.space(), key.as_bytes())
            }
        };
        bar.max(bar_of(rest, &spelling.plain))
    }

    /// The bar of an idiom that begins with the name: مسقط رأسه "his birthplace".
    fn idiom(&self, found: &Match, space: KeySpace) -> Option<Bar> {
        let next = self.words.list.get(found.last + 1)?;
        let begins = neighbor(self.words, found.first).begins_idiom(found.skip());
        if !begins || !next.joint.joins() {
            return None;
        }
        let mut key = Vec::new();
        self.words
            .join_key(found.first, found.last + 1, found.skip(), &mut key);
        let idioms = Lexicon::get().common_words_of(space, &key);
        idioms.iter().map(|idiom| idiom.bar).max()
    }

    /// Whether a capital says that this is a name.
    fn is_capital_inside(&self, found: &Match) -> bool {
        let words = self.words;
        let at = found.first;
        words.list[at].case == Case::Capital && (!words.begins_sentence(at) || words.is_second(at))
    }
}
