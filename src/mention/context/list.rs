//! Lists of places under one feature word in the plural: it stands before the first of them
//! (محافظات حلب وإدلب وحماة) or behind the last (Laçın, Zəngilan və Cəbrayıl rayonlarında) and
//! announces them all.

use crate::lang::language::function_word::languages_with;
use crate::lang::language::{Use, uses};
use crate::lang::lexicon::FeatureRule;
use crate::mention::context::trigger::{Trigger, after};
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::token::segmentation::Boundary;
use crate::mention::token::{LetterCase, Tokens};
use crate::model::evidence::StrippedAffix;
use std::ops::Range;

/// The feature word of a list.
#[derive(Clone, Debug)]
pub(crate) struct ListTrigger {
    pub rule: &'static FeatureRule,
    /// Where it stands in the text.
    written: Range<usize>,
}

impl ListTrigger {
    /// A feature word as that of a list, if it is in the plural.
    pub fn of(tokens: &Tokens, trigger: &Trigger) -> Option<ListTrigger> {
        let word = &tokens.list[trigger.first];
        let letters = tokens.letters(word);
        let is_plural = word.languages.is_plural(letters.get(trigger.skip..)?);
        (is_plural && !trigger.definite).then(|| ListTrigger {
            rule: trigger.rule,
            written: tokens.start_after(word, trigger.skip)..tokens.list[trigger.last].end,
        })
    }

    /// It as evidence, as it was written.
    pub fn stripped(&self, text: &str) -> StrippedAffix {
        let written = text.get(self.written.clone()).unwrap_or_default();
        StrippedAffix::FeatureWord(self.rule.word(written))
    }
}

/// A list behind a name has no more words, nor a name in it.
const MAX_LIST: usize = 24;
const MAX_NAME: usize = 3;

/// The feature word behind a list that goes on after a name, in scripts whose capitals tell the
/// names in it.
pub(crate) fn behind(tokens: &Tokens, found: &DictionaryMatch) -> Option<ListTrigger> {
    let first = found.token_last() + 1;
    let mut name = 0;
    let mut goes_on = false;
    for at in first..first + MAX_LIST {
        let word = tokens.list.get(at)?;
        match word.boundary {
            Boundary::Break => (name, goes_on) = (0, true),
            Boundary::Space | Boundary::Hyphen => {}
            _ => return None,
        }
        let is_and = uses(word.languages, tokens.letters(word)).has(Use::And);
        match word.case {
            _ if is_and && word.boundary == Boundary::Space => (name, goes_on) = (0, true),
            LetterCase::Capital if goes_on && name < MAX_NAME => name += 1,
            LetterCase::Small if name > 0 => {
                return after(tokens, at).and_then(|trigger| ListTrigger::of(tokens, &trigger));
            }
            _ => return None,
        }
    }
    None
}

/// Whether nothing stands between two names but what joins the members of a list.
pub(crate) fn is_of_list(between: &str) -> bool {
    let mut tokens = between.split([' ', '،', ',', '-', '/']);
    tokens.all(|word| word.is_empty() || joins(word))
}

/// Whether a word, as it is written, joins the members of a list.
fn joins(word: &str) -> bool {
    let mut letters = ['\0'; MAX_JOINING];
    let mut count = 0;
    for letter in word.chars() {
        match letters.get_mut(count) {
            Some(place) => *place = letter,
            None => return false,
        }
        count += 1;
    }
    !languages_with(&letters[..count], Use::Joins).is_empty()
}

/// No such word has more letters.
const MAX_JOINING: usize = 4;

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use crate::resolver::Resolver;

    /// The feature words of a text's mentions, a text each.
    fn tokens(text: &str) -> Vec<Option<String>> {
        let resolver = Resolver::embedded();
        let word = |mention: crate::mention::Mention<'_, '_>| {
            let best = mention.resolution().best()?;
            let word = best.feature_word()?;
            Some(word.text.clone())
        };
        resolver.scan(text).map(word).collect()
    }

    #[test]
    fn plurals_announce_the_whole_list_and_singulars_one_name() {
        assert!(
            tokens("Սյունիքի, Տավուշի և Շիրակի մարզերում")
                .iter()
                .all(Option::is_some)
        );
        assert_eq!(tokens("остров Кипр, Турция и Греция")[1..], [None, None]);
        let fortress = tokens("Տեսանք Երևանը, Գյումրին և Մեղրի բերդը");
        assert!(
            fortress.len() > 1 && fortress[..2].iter().all(Option::is_none),
            "{fortress:?}"
        );
    }
}
