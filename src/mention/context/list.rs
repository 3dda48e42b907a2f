//! Lists of places under one feature word in the plural: it stands before the first of them
//! (محافظات حلب وإدلب وحماة) or behind the last (Laçın, Zəngilan və Cəbrayıl rayonlarında) and
//! announces them all.

use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, Tokens, is_one_of};
use crate::analysis::trigger::{Trigger, after};
use crate::key::KeySpace;
use crate::lang::lexicon::FeatureRule;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
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
        let word_of_many: String = letters.get(trigger.skip..)?.iter().collect();
        let is_plural = match word.space? {
            KeySpace::Arabic => {
                word_of_many.ends_with("ات") || BROKEN_PLURALS.contains(&&*word_of_many)
            }
            KeySpace::Armenian => {
                let case = word_of_many.rsplit_once("եր").map(|(_, case)| case);
                case.is_some_and(|case| ARMENIAN_CASES.contains(&case))
            }
            KeySpace::Latin => TURKIC.iter().any(|plural| word_of_many.contains(plural)),
            KeySpace::Cyrillic => {
                RUSSIAN.iter().any(|end| word_of_many.ends_with(end))
                    && !RUSSIAN_SINGULAR.contains(&&*word_of_many)
            }
            _ => false,
        };
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

const BROKEN_PLURALS: [&str; 5] = ["مدن", "قرى", "أقاليم", "مناطق", "أقضية"];
const TURKIC: [&str; 3] = ["lar", "lər", "ler"];
const RUSSIAN: [&str; 4] = ["ах", "ов", "ей", "ы"];
/// Words for one place that end as plurals do.
const RUSSIAN_SINGULAR: [&str; 2] = ["остров", "музей"];
/// What may follow the -եր of a plural: բերդ, a fortress, is none.
const ARMENIAN_CASES: [&str; 8] = ["", "ը", "ն", "ի", "ից", "ով", "ում", "ին"];

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
        let is_and = is_one_of(&AND, tokens.letters(word));
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

/// *And*, normalized.
const AND: [&str; 6] = ["və", "ve", "եւ", "եվ", "ու", "и"];

/// Whether nothing stands between two names but what joins the members of a list.
pub(crate) fn is_of_list(between: &str) -> bool {
    let mut tokens = between.split([' ', '،', ',', '-', '/']);
    tokens.all(|word| word.is_empty() || JOINING.contains(&word))
}

/// *And*, *then*, *or*.
const JOINING: [&str; 6] = ["و", "ثم", "أو", "أم", "и", "and"];
