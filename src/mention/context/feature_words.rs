//! Feature words around a name: مدينة شوشة, Şuşa rayonu, город Шуша, city of Baku.

use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::lexicon::{FeatureRule, Lexicon, Position};
use crate::mention::context::list;
use crate::mention::context::list::Listed;
use crate::mention::lookup::dictionary::joins;
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::Sense;
use crate::mention::token::segmentation::Joint;
use crate::mention::token::{Case, Word, Words};
use crate::model::evidence::Taken;
use crate::model::feature::Feature;

/// A feature word in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spotted {
    /// Its first and last word.
    pub first: usize,
    pub last: usize,
    /// Letters of the first word that do not belong to it: clitics, but not the article.
    pub skip: usize,
    /// Whether it has the article: then an adjective follows more often than a name, and it
    /// says nothing for one (المنطقة التجارية).
    pub definite: bool,
    pub rule: &'static FeatureRule,
}

impl Spotted {
    /// It as evidence, as it was written.
    pub fn taken(&self, text: &str, words: &Words) -> Taken {
        let (first, last) = (&words.list[self.first], &words.list[self.last]);
        let start = words.start_after(first, self.skip);
        let written = text.get(start..last.end).unwrap_or_default();
        Taken::FeatureWord(self.rule.word(written))
    }

    /// Whether it announces such a place.
    pub fn suits(&self, feature: Feature) -> bool {
        !self.definite && self.goes_with(feature)
    }

    fn goes_with(&self, feature: Feature) -> bool {
        self.rule.goes_with(feature)
    }
}

/// The feature words at a name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Around {
    /// Before it, in the order of the text.
    pub before: Vec<Spotted>,
    pub after: Option<Spotted>,
    /// The one of the list that the name is in.
    pub list: Option<Listed>,
}

impl Around {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_none() && self.list.is_none()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Spotted> {
        self.before.iter().chain(&self.after)
    }

    /// Removes the words that go with none of the names: Բաքվի ճանապարհ is a road, not Baku.
    pub fn keep_fitting(&mut self, names: &[Sense]) {
        let fits = |spotted: &Spotted| names.iter().any(|name| spotted.goes_with(name.feature));
        let fitting = self.before.iter().rev().take_while(|s| fits(s)).count();
        self.before.drain(..self.before.len() - fitting);
        self.after = self.after.filter(fits);
        let rule = |list: &Listed| names.iter().any(|name| list.rule.goes_with(name.feature));
        self.list = self.list.take().filter(rule);
    }

    /// Whether one of them goes with such a place.
    pub fn suits(&self, feature: Feature) -> bool {
        let list = self.list.as_ref();
        self.iter().any(|spotted| spotted.suits(feature))
            || list.is_some_and(|list| list.rule.goes_with(feature))
    }

    /// Whether one of them goes with a place of one of these names.
    pub fn announce(&self, names: &[Sense]) -> bool {
        !self.is_empty() && names.iter().any(|name| self.suits(name.feature))
    }
}

/// Stacks of feature words are not higher: "الجمهورية … مدينة", "г. … района".
const BEFORE_MOST: usize = 2;

/// Looks for the feature words around a match; words before `floor` are taken already.
pub(crate) fn around(words: &Words, found: &Match, floor: usize) -> Around {
    let mut around = Around::default();
    // Other clitics than the article show that a new phrase begins: مدينة وشوشة.
    let bare = found.start.is_none_or(|start| start.is_only_article());
    let mut first = found.first;
    while bare
        && around.before.len() < BEFORE_MOST
        && let Some(spotted) = before(words, first, floor)
    {
        first = spotted.first;
        let begins_phrase = spotted.skip > 0;
        around.before.insert(0, spotted);
        if begins_phrase {
            break;
        }
    }
    around.after = after(words, found.token_last() + 1);
    let capital = words.list[found.first].case == Case::Capital;
    if capital && around.is_empty() {
        around.list = list::behind(words, found);
    }
    around
}

/// No feature word has more words: the most that are looked back for one.
pub(crate) const WORDS_MOST: usize = 3;

/// The feature word that ends right before a word, the one of most words.
pub(crate) fn before(words: &Words, at: usize, floor: usize) -> Option<Spotted> {
    // Most words end no feature word.
    let near = words
        .list
        .get(at.saturating_sub(WORDS_MOST).max(floor)..at)?;
    let mut longest = near.iter().rev().map(|word| word.hints.feature_words);
    if !(1..)
        .zip(&mut longest)
        .any(|(count, longest)| longest >= count)
    {
        return None;
    }
    let lexicon = Lexicon::get();
    let mut spotted = None;
    let mut key = Vec::new();
    let mut joint = words.list.get(at)?.joint;
    for count in 1..=WORDS_MOST.min(at.saturating_sub(floor)) {
        if !joins(joint) {
            break;
        }
        let first = at - count;
        let word = &words.list[first];
        joint = word.joint;
        let Some(space) = word.space else { continue };
        if usize::from(word.hints.feature_words) < count {
            continue;
        }
        let whole = std::iter::once((0, 0, false));
        let starts = affix::starts(words.letters(word))
            .filter(|start| start.prepend.is_empty())
            .map(|start| (start.skip, start.clitics(), start.takes_article()));
        for (skip, clitics, definite) in whole.chain(starts) {
            if lexicon.longest_feature_word(space, words.key_from(word, skip)) < count {
                continue;
            }
            join_key(words, first, at - 1, skip, &mut key);
            if let Some(rule) = lexicon.feature_word_of(space, &key, Position::Before) {
                spotted = Some(Spotted {
                    first,
                    last: at - 1,
                    skip: clitics,
                    definite,
                    rule,
                });
                break;
            }
        }
    }
    spotted
}

/// The most words of a feature word that begins at a word, on whichever side of a name.
pub(crate) fn longest_at(words: &Words, at: usize) -> u8 {
    let word = &words.list[at];
    let Some(space) = word.space else { return 0 };
    let starts = affix::starts(words.letters(word))
        .filter(|start| start.prepend.is_empty())
        .map(|start| start.skip);
    let longest = std::iter::once(0)
        .chain(starts)
        .map(|skip| Lexicon::get().longest_feature_word(space, words.key_from(word, skip)))
        .max();
    u8::try_from(longest.unwrap_or(0)).unwrap_or(u8::MAX)
}

/// The feature word that begins at a word, right after a name; the one of most words.
pub(crate) fn after(words: &Words, at: usize) -> Option<Spotted> {
    let lexicon = Lexicon::get();
    let word = words.list.get(at).filter(|word| touches(word.joint))?;
    let space = word.space.filter(|_| word.hints.feature_words > 0)?;
    let mut key = Vec::new();
    let longest = lexicon.longest_feature_word(space, words.key(word));
    (at..at + longest).rev().find_map(|last| {
        if !words.joined(at, last) {
            return None;
        }
        join_key(words, at, last, 0, &mut key);
        let rule = lexicon.feature_word_of(space, &key, Position::After)?;
        Some(Spotted {
            first: at,
            last,
            skip: 0,
            definite: false,
            rule,
        })
    })
}

/// Whether the first letters of a word and these are a feature word that stands after names.
pub(crate) fn is_head(words: &Words, word: &Word, letters: usize, append: &str) -> bool {
    let Some(space) = word.space else {
        return false;
    };
    let mut key = Vec::new();
    for letter in 0..letters {
        key.extend_from_slice(words.fold_of(word, letter));
    }
    for letter in append.chars() {
        key.extend_from_slice(crate::key::letter::fold_in(space, letter, &mut [0; 4]));
    }
    let rule = Lexicon::get().feature_word_of(space, &key, Position::After);
    rule.is_some()
}

fn touches(joint: Joint) -> bool {
    joins(joint) && joint != Joint::Underscore
}

/// The key of some words in a row, without the first letters of the first one.
pub(crate) fn join_key(words: &Words, first: usize, last: usize, skip: usize, key: &mut Vec<u8>) {
    key.clear();
    for at in first..=last {
        let word = &words.list[at];
        if at > first {
            let space = words.list[first].space.unwrap_or(KeySpace::Other);
            key.extend_from_slice(crate::key::letter::fold_in(space, ' ', &mut [0; 4]));
        }
        let skip = if at == first { skip } else { 0 };
        key.extend_from_slice(words.key_from(word, skip));
    }
}
