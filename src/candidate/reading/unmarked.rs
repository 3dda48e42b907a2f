//! Readings of words in a row, which no mark parts: *Tripoli Libya*, ناحية X محافظة Y العراق,
//! *Գորիս Սյունիք*, *Y rayonunun X kəndi*.
//!
//! Anything may be a name and anything a country. All parts must be spelled as they are known, and
//! the gazetteer must say that the place lies in what stands beside it.

use crate::candidate::reading::Reader;
use crate::candidate::reading::judgment::{Demand, Judged, judged};
use crate::candidate::reading::qualifier::Qualifier;
use crate::candidate::source::Reach;
use crate::lang::language::Use;
use crate::lang::language::function_word::languages_with;
use crate::phonetic::sound::romanization::is_article;
use crate::query::segment::{MAX_WORDS, words};
use crate::text::normalize::normalize;
use std::ops::Range;
use std::rc::Rc;

/// Qualifiers that follow each other.
type Chain = Vec<Rc<Qualifier>>;

impl<'i> Reader<'i, '_> {
    /// The readings of a part of the query.
    pub(super) fn unmarked(&mut self, part: Range<usize>, reach: Reach) -> Vec<Judged<'i>> {
        let mut found = Vec::new();
        for (name, chain, demand) in self.splits(part, reach) {
            let names = self.names(name.clone(), Reach::Words.min(reach));
            found.extend(judged(&names, &chain, name.start, demand));
        }
        found
    }

    /// The ways to read words as a name with qualifiers on either side, or as qualifiers alone.
    pub(super) fn splits(
        &mut self,
        part: Range<usize>,
        reach: Reach,
    ) -> Vec<(Range<usize>, Chain, Demand)> {
        let words = words(&self.query.name, part);
        let mut splits = self.splits_of(&words, reach);
        // What was copied with its preposition or article: *the Turkish city of Gaziantep*.
        if let [(first, _), rest @ ..] = words.as_slice()
            && is_preposition(self.text(first))
        {
            splits.extend(self.splits_of(rest, reach));
        }
        splits
    }

    fn splits_of(
        &mut self,
        words: &[(Range<usize>, bool)],
        reach: Reach,
    ) -> Vec<(Range<usize>, Chain, Demand)> {
        let count = words.len();
        if !(2..=MAX_WORDS).contains(&count) {
            return Vec::new();
        }
        let range = |from: usize, to: usize| words[from].0.start..words[to - 1].0.end;
        let (before, behind) = (self.before(words, reach), self.behind(words, reach));
        let mut splits = Vec::new();
        for (from, left) in before.iter().enumerate().take(count) {
            for to in from + 1..=count {
                let (Some(left), Some(right)) = (left, &behind[to]) else {
                    continue;
                };
                if left.is_empty() && right.is_empty() {
                    continue;
                }
                let hyphen = to < count && words[to].1;
                let demand = match hyphen && left.is_empty() {
                    true => Demand::AgreementOrName,
                    false => Demand::Agreement,
                };
                let chain = left.iter().chain(right).cloned().collect();
                splits.push((range(from, to), chain, demand));
            }
        }
        splits
    }

    /// For each number of words, the qualifiers that so many of the first are.
    fn before(&mut self, words: &[(Range<usize>, bool)], reach: Reach) -> Vec<Option<Chain>> {
        let mut chains: Vec<Option<Chain>> = vec![Some(Vec::new())];
        for to in 1..=words.len() {
            let mut chain = None;
            for from in 0..to {
                if to == words.len() || chains[from].is_none() {
                    continue;
                }
                if to - from == 1
                    && is_romanized_article(self.text(&(words[from].0.start..words[to].0.end)))
                {
                    continue;
                }
                let part = words[from].0.start..words[to - 1].0.end;
                let qualifier = self.qualifier(part, reach, false);
                if qualifier.is_wide() {
                    self.has_container = true;
                    let mut longer = chains[from].clone().unwrap_or_default();
                    longer.push(qualifier);
                    chain = Some(longer);
                    break;
                }
            }
            chains.push(chain);
        }
        chains
    }

    /// For each word, the qualifiers that it and all that follow are.
    fn behind(&mut self, words: &[(Range<usize>, bool)], reach: Reach) -> Vec<Option<Chain>> {
        let count = words.len();
        let mut chains: Vec<Option<Chain>> = vec![None; count + 1];
        chains[count] = Some(Vec::new());
        for from in (1..count).rev() {
            for to in (from + 1..=count).rev() {
                let Some(rest) = chains[to].clone() else {
                    continue;
                };
                let part = words[from].0.start..words[to - 1].0.end;
                let qualifier = self.qualifier(part, reach, false);
                let is_name = words[from].1 && to == count && qualifier.is_known();
                if qualifier.is_wide() || is_name {
                    self.has_container |= qualifier.is_wide();
                    let mut longer = vec![qualifier];
                    longer.extend(rest);
                    chains[from] = Some(longer);
                    break;
                }
            }
        }
        chains
    }
}

/// Whether a word is a preposition or an article that is copied together with a name.
fn is_preposition(word: &str) -> bool {
    let letters: Vec<char> = normalize(word).as_str().chars().collect();
    !languages_with(&letters, Use::Copied).is_empty()
}

/// Whether the first of two words is the Arabic article of the second, in Latin letters: *Az* of *Az
/// Zahran* is no province, but *AL* of *AL Tirana* a country's code.
fn is_romanized_article(words: &str) -> bool {
    let is_code = |word: &str| !word.chars().any(char::is_lowercase);
    let lower = words.to_lowercase();
    let Some((article, name)) = lower.split_once([' ', '-']) else {
        return false;
    };
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    !words.split([' ', '-']).next().is_none_or(is_code)
        && article.chars().count() <= MAX_ARTICLE
        && is_article(&letters(article), &letters(name))
}

/// Letters of the longest article: *ash*.
const MAX_ARTICLE: usize = 3;
