//! Lists of places under one feature word in the plural: it stands before the first of them
//! (محافظات حلب وإدلب وحماة) or behind the last (Laçın, Zəngilan və Cəbrayıl rayonlarında) and
//! announces them all.

use super::around::{Spotted, after};
use super::find::Match;
use super::piece::Joint;
use super::words::{Case, Words, is_one_of};
use crate::evidence::Taken;
use crate::key::KeySpace;
use crate::lexicon::FeatureRule;
use std::ops::Range;

/// The feature word of a list.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub rule: &'static FeatureRule,
    /// Where it stands in the text.
    written: Range<usize>,
}

impl Listed {
    /// A feature word as that of a list, if it is in the plural.
    pub fn of(words: &Words, spotted: &Spotted) -> Option<Listed> {
        let word = &words.list[spotted.first];
        let letters = words.letters(word);
        let word_of_many: String = letters.get(spotted.skip..)?.iter().collect();
        let is_plural = match word.space? {
            KeySpace::Arabic => {
                word_of_many.ends_with("ات") || BROKEN_PLURALS.contains(&&*word_of_many)
            }
            KeySpace::Armenian => word_of_many.contains("եր"),
            KeySpace::Latin => TURKIC.iter().any(|plural| word_of_many.contains(plural)),
            KeySpace::Cyrillic => RUSSIAN.iter().any(|end| word_of_many.ends_with(end)),
            _ => false,
        };
        (is_plural && !spotted.definite).then(|| Listed {
            rule: spotted.rule,
            written: words.start_after(word, spotted.skip)..words.list[spotted.last].end,
        })
    }

    /// It as evidence, as it was written.
    pub fn taken(&self, text: &str) -> Taken {
        let written = text.get(self.written.clone()).unwrap_or_default();
        Taken::FeatureWord(self.rule.word(written))
    }
}

const BROKEN_PLURALS: [&str; 5] = ["مدن", "قرى", "أقاليم", "مناطق", "أقضية"];
const TURKIC: [&str; 3] = ["lar", "lər", "ler"];
const RUSSIAN: [&str; 4] = ["ах", "ов", "ей", "ы"];

/// A list behind a name has no more words, nor a name in it.
const LIST_MOST: usize = 24;
const NAME_MOST: usize = 3;

/// The feature word behind a list that goes on after a name, in scripts whose capitals tell the
/// names in it.
pub(super) fn behind(words: &Words, found: &Match) -> Option<Listed> {
    let first = found.token_last() + 1;
    let mut name = 0;
    let mut goes_on = false;
    for at in first..first + LIST_MOST {
        let word = words.list.get(at)?;
        match word.joint {
            Joint::Break => (name, goes_on) = (0, true),
            Joint::Space | Joint::Hyphen => {}
            _ => return None,
        }
        let is_and = is_one_of(&AND, words.letters(word));
        match word.case {
            _ if is_and && word.joint == Joint::Space => (name, goes_on) = (0, true),
            Case::Capital if goes_on && name < NAME_MOST => name += 1,
            Case::Small if name > 0 => {
                return after(words, at).and_then(|spotted| Listed::of(words, &spotted));
            }
            _ => return None,
        }
    }
    None
}

/// *And*, normalized.
const AND: [&str; 6] = ["və", "ve", "եւ", "եվ", "ու", "и"];

/// Whether what stands between two names goes on a list.
pub(super) fn goes_on(between: &str, clitic: bool) -> bool {
    match between.trim() {
        "" => clitic,
        "،" | "," | "و" | "، و" | "и" | "and" => true,
        _ => false,
    }
}
