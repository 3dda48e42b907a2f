//! Lists of places under one feature word in the plural: it stands before the first of them
//! (محافظات حلب وإدلب وحماة) or behind the last (Laçın, Zəngilan və Cəbrayıl rayonlarında) and
//! announces them all.

use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger::{Trigger, after};
use crate::lang::language::function_word::is_used_as;
use crate::lang::language::{Use, uses};
use crate::lang::lexicon::FeatureRule;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::model::evidence::StrippedAffix;
use std::ops::Range;

/// The feature word of a list.
#[derive(Clone, Debug)]
pub(crate) struct ListTrigger {
    pub rule: FeatureRule,
    /// Its bytes in the text.
    written: Range<usize>,
}

impl ListTrigger {
    /// The feature word of a list, if it is in the plural.
    pub fn of(tokens: &Tokens, trigger: &Trigger) -> Option<ListTrigger> {
        let word = &tokens.list[trigger.first];
        let letters = tokens.letters(word);
        // شهرستان‌های is of two tokens, of which the second is the ending.
        let ending = &tokens.list[trigger.last];
        let is_plural = word.languages.is_plural(letters.get(trigger.skip..)?)
            || (ending.boundary == Boundary::Joiner
                && ending.languages.is_plural(tokens.letters(ending)));
        (is_plural && !trigger.definite).then(|| ListTrigger {
            rule: trigger.rule,
            written: tokens.start_after(word, trigger.skip)..tokens.list[trigger.last].end,
        })
    }

    /// The evidence that it gives, as it was written.
    pub fn stripped(&self, text: &str) -> StrippedAffix {
        let written = text.get(self.written.clone()).unwrap_or_default();
        StrippedAffix::FeatureWord(self.rule.word(written))
    }
}

/// Maximum length in tokens of the rest of a list behind a name.
const MAX_LIST: usize = 24;

/// Maximum length in tokens of a name in that.
const MAX_NAME: usize = 3;

/// The feature word behind a list that goes on after a name, in scripts whose capitals tell the
/// names in it.
pub(crate) fn behind(tokens: &Tokens, found: &DictionaryMatch) -> Option<ListTrigger> {
    behind_token(tokens, found.token_last())
}

/// The same after a name that ends with a token.
pub(crate) fn behind_token(tokens: &Tokens, last: usize) -> Option<ListTrigger> {
    let first = last + 1;
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

/// Whether the text between two names joins the members of a list.
pub(crate) fn is_of_list(between: &str) -> bool {
    // Of a text of nothing but joining words each would be read again for all behind it.
    if between.len() > MAX_BETWEEN {
        return false;
    }
    let mut tokens = between.split([' ', '،', ',', '-', '–', '—', '/']);
    tokens.all(|word| word.is_empty() || is_used_as(word, Use::Joins))
}

/// Maximum length in bytes of what joins two members of a list: several of the longest words and marks.
const MAX_BETWEEN: usize = 64;
