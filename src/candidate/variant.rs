//! Variants of a query: the spelling as it stands, and what may be left of it once feature words,
//! proclitics and case endings are stripped.
//!
//! A variant is only a proposal; it counts when the index knows a name that is spelled so. What may
//! be stripped is told by [`crate::analysis`], as it is in a text.

use crate::analysis::policy::Policy;
use crate::analysis::split::splits;
use crate::analysis::token::{MAX_TRIGGER_WORDS, Tokens};
use crate::analysis::{demonym, trigger};
use crate::key::{Key, KeySpace};
use crate::lang::affix;
use crate::lang::language::function_word::languages_with;
use crate::lang::language::telling::of_spelling;
use crate::lang::language::{LanguageSet, Use};
use crate::model::evidence::{Demonym, StrippedAffix};
use crate::model::language::Language;
use crate::text::normalize::{normal_form, normalize};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A spelling that names are compared with, shared by all that it found.
#[derive(Clone, Debug)]
pub(crate) struct QueryVariant {
    /// The spelling, normalized.
    pub text: String,
    /// What was stripped to get it, in the order of the text.
    pub stripped: Vec<StrippedAffix>,
    /// Whether it is a word of the language that hardly ever means a place.
    pub is_word: bool,
    /// What the query was read as, if it was not read as it stands.
    pub read_as: Option<String>,
    /// Bytes of the query that it stands in; empty if it is no part of a query.
    pub source: Range<usize>,
    /// Its key, once it was asked for: what a text has found already is not looked up again.
    key: OnceLock<Key>,
    /// The languages that it is read in.
    pub languages: LanguageSet,
}

impl QueryVariant {
    /// A spelling that is compared with names that are known already.
    pub fn new(text: String, stripped: Vec<StrippedAffix>) -> Arc<QueryVariant> {
        QueryVariant::of(text, stripped, 0..0, LanguageSet::ALL)
    }

    fn of(
        text: String,
        stripped: Vec<StrippedAffix>,
        source: Range<usize>,
        languages: LanguageSet,
    ) -> Arc<QueryVariant> {
        Arc::new(QueryVariant {
            text,
            stripped,
            is_word: false,
            read_as: None,
            source,
            key: OnceLock::new(),
            languages,
        })
    }

    /// Its key; of the variants of a query never empty.
    pub fn key(&self) -> &Key {
        self.key.get_or_init(|| Key::of(&self.text))
    }

    pub fn space(&self) -> KeySpace {
        self.key().space()
    }

    /// How many letters it has, and spaces.
    pub fn letters(&self) -> usize {
        self.text.chars().count()
    }

    /// Whether nothing but whole words was stripped.
    pub fn only_feature_words(&self) -> bool {
        self.stripped.iter().all(|stripped| {
            matches!(
                stripped,
                StrippedAffix::FeatureWord(_) | StrippedAffix::Demonym(_)
            )
        })
    }

    /// Whether a feature word was stripped.
    pub fn has_feature_word(&self) -> bool {
        self.has(|stripped| matches!(stripped, StrippedAffix::FeatureWord(_)))
    }

    /// Whether a clitic or the article was stripped.
    pub fn has_clitic(&self) -> bool {
        self.has(|stripped| matches!(stripped, StrippedAffix::Clitic(_) | StrippedAffix::Article))
    }

    /// Whether an ending was stripped.
    pub fn has_ending(&self) -> bool {
        self.has(|stripped| matches!(stripped, StrippedAffix::Ending(_)))
    }

    /// Whether an ending was stripped that says that something is there or comes from there.
    pub fn is_in_or_from(&self) -> bool {
        self.has_ending_that(|letters| affix::is_in_or_from(self.languages, letters))
    }

    /// Whether a preposition was stripped that is a word of its own: *in* Turkey. Scripts with capitals have
    /// no other clitics.
    pub fn has_preposition(&self) -> bool {
        self.has(|stripped| matches!(stripped, StrippedAffix::Clitic(_)))
    }

    /// Whether an ending was stripped that makes a plural.
    pub fn has_plural_ending(&self) -> bool {
        self.has_ending_that(|letters| self.languages.is_plural_ending(letters))
    }

    fn has_ending_that(&self, is: impl Fn(&[char]) -> bool) -> bool {
        self.has(|stripped| match stripped {
            StrippedAffix::Ending(text) => {
                let letters: Vec<char> = normal_form(text).chars().collect();
                is(&letters)
            }
            _ => false,
        })
    }

    fn has(&self, what: impl Fn(&StrippedAffix) -> bool) -> bool {
        self.stripped.iter().any(what)
    }
}

/// The variant of a query from which nothing is stripped; none if there is no letter in it.
pub(crate) fn whole(query: &str, language: Option<Language>) -> Option<Arc<QueryVariant>> {
    let (text, languages) = (
        normalize(query).as_str().to_owned(),
        languages(query, language),
    );
    let whole = QueryVariant::of(text, Vec::new(), 0..query.len(), languages);
    (!whole.key().is_empty()).then_some(whole)
}

/// The languages that a query may be read in; `language` is the one that it is said to be in.
fn languages(query: &str, language: Option<Language>) -> LanguageSet {
    let asked = language.map_or(LanguageSet::ALL, LanguageSet::of_tag);
    match asked.and(of_spelling(query)) {
        languages if languages.is_empty() => asked,
        languages => languages,
    }
}

/// All variants of a query, the whole of it first, then by how much is stripped. Empty if there is
/// no letter in it. `language` is the one that the query is said to be in.
pub(crate) fn variants(query: &str, language: Option<Language>) -> Vec<Arc<QueryVariant>> {
    let languages = languages(query, language);
    let whole = normalize(query).as_str().to_owned();
    let mut variants = vec![QueryVariant::of(
        whole,
        Vec::new(),
        0..query.len(),
        languages,
    )];
    let tokens = Tokens::of_name(query, languages);
    // Words that are longer than those of any name are not taken apart.
    let is_read = |word| !tokens.letters(word).is_empty();
    if tokens.list.iter().all(is_read) {
        for phrase in phrases(&tokens, query, languages) {
            phrase.read(&tokens, query, &mut variants);
        }
    }
    variants.retain(|variant| !variant.key().is_empty());
    // A stable sort: the whole stays first, and equals stay in the order they were made in.
    variants.sort_by_key(|variant| variant.stripped.len());
    let mut seen = FxHashSet::default();
    variants.retain(|variant| seen.insert((variant.key().clone(), variant.stripped.len())));
    variants
}

/// Some of a query's words, with what was stripped before and behind them.
struct Phrase {
    before: Vec<StrippedAffix>,
    first: usize,
    last: usize,
    after: Vec<StrippedAffix>,
    languages: LanguageSet,
}

impl Phrase {
    /// Adds the variants of the phrase, that from which nothing is stripped included.
    fn read(&self, tokens: &Tokens, query: &str, variants: &mut Vec<Arc<QueryVariant>>) {
        for span in splits(
            tokens,
            self.first,
            self.last,
            self.languages,
            &Policy::QUERY,
        ) {
            let text = span.spelling(tokens);
            let mut stripped = self.before.clone();
            span.strip(tokens, query, &mut stripped);
            stripped.extend_from_slice(&self.after);
            let source = span.range(tokens, query);
            variants.push(QueryVariant::of(text, stripped, source, self.languages));
        }
    }
}

/// The words of a query as they are, and what is left without the preposition and the feature word
/// before them, and without the feature word or the adjective of a country behind them.
fn phrases(tokens: &Tokens, query: &str, languages: LanguageSet) -> Vec<Phrase> {
    let words = tokens.list.len();
    let mut phrases = Vec::new();
    let after = after(tokens, query);
    for (skip, languages, before) in before(tokens, query, languages) {
        for (drop, after) in &after {
            if skip + drop < words {
                phrases.push(Phrase {
                    before: before.clone(),
                    first: skip,
                    last: words - drop - 1,
                    after: after.clone(),
                    languages,
                });
            }
        }
    }
    phrases
}

/// How many words may be stripped before the name, the languages of what follows, and what they
/// are.
fn before(
    tokens: &Tokens,
    query: &str,
    languages: LanguageSet,
) -> Vec<(usize, LanguageSet, Vec<StrippedAffix>)> {
    let words = tokens.list.len();
    let mut key = Vec::new();
    let mut trigger = |first: usize, last: usize, stripped: &[StrippedAffix]| {
        let trigger = trigger::of_words(tokens, first, last, &mut key)
            .filter(|trigger| trigger.announces(&Policy::QUERY))?;
        let mut stripped = stripped.to_vec();
        trigger.strip(tokens, query, &Policy::QUERY, &mut stripped);
        Some((last + 1, stripped))
    };
    let mut before = vec![(0, languages, Vec::new())];
    before.extend(
        (0..words.saturating_sub(1).min(MAX_TRIGGER_WORDS))
            .filter_map(|last| trigger(0, last, &[]))
            .map(|(skip, stripped)| (skip, languages, stripped)),
    );
    // What follows a preposition is read in its language: از کاروان is no Arabic.
    let preposition = |word| {
        let languages = languages_with(tokens.letters(word), Use::Copied).and(languages);
        (!languages.is_empty()).then_some(languages)
    };
    if let [first, _, ..] = tokens.list.as_slice()
        && let Some(languages) = preposition(first)
    {
        let preposition = query.get(first.start..first.end).unwrap_or_default();
        let preposition = [StrippedAffix::Clitic(preposition.to_owned())];
        before.push((1, languages, preposition.to_vec()));
        before.extend(
            (1..words.saturating_sub(1).min(MAX_TRIGGER_WORDS + 1))
                .filter_map(|last| trigger(1, last, &preposition))
                .map(|(skip, stripped)| (skip, languages, stripped)),
        );
    }
    before
}

/// How many words may be stripped behind the name, and what they are.
fn after(tokens: &Tokens, query: &str) -> Vec<(usize, Vec<StrippedAffix>)> {
    let words = tokens.list.len();
    let mut key = Vec::new();
    let mut after = vec![(0, Vec::new())];
    for count in 1..=MAX_TRIGGER_WORDS.min(words.saturating_sub(1)) {
        let (first, last) = (words - count, words - 1);
        let mut stripped = Vec::new();
        match trigger::of_words_after(tokens, first, last, &mut key) {
            Some(trigger) => trigger.strip(tokens, query, &Policy::QUERY, &mut stripped),
            None => stripped.extend(country_adjective(tokens, query, first, last)),
        }
        if !stripped.is_empty() {
            after.push((count, stripped));
        }
    }
    after
}

/// The adjective of a country that some words are, which in Arabic stands behind the name with its
/// article: الأرمينية.
fn country_adjective(
    tokens: &Tokens,
    query: &str,
    first: usize,
    last: usize,
) -> Option<StrippedAffix> {
    let mut demonyms = demonym::definite(tokens, first, last).iter();
    let place = demonyms.find_map(|demonym| demonym.place.clone())?;
    let text = query.get(tokens.range(first, last)).unwrap_or_default();
    Some(StrippedAffix::Demonym(Demonym {
        text: text.to_owned(),
        place,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(query: &str) -> Vec<String> {
        variants(query, None)
            .into_iter()
            .map(|variant| variant.text.clone())
            .collect()
    }

    #[test]
    fn the_whole_comes_first_and_nothing_comes_of_nothing() {
        assert_eq!(written("  Gümrü! ")[0], "gümrü");
        assert!(written("").is_empty() && written("—").is_empty());
        assert_eq!(written("ليريفان")[0], "ليريفان");
    }

    #[test]
    fn clitics_endings_and_feature_words_come_off() {
        let cases = [
            ("ليريفان", "يريفان"),
            ("للاتحاد الروسي", "الاتحاد الروسي"),
            ("مدينة شوشة", "شوشة"),
            ("وبمدينة شوشة", "شوشة"),
            ("Şuşa şəhərində", "şuşa"),
            ("Şuşada", "şuşa"),
            ("ԱՄՆ-ում", "ամն"),
            ("город Гюмри", "гюмри"),
            ("city of Gyumri", "gyumri"),
            ("مدينة غيومري الأرمينية", "غيومري"),
            ("в Ереване", "ереван"),
            ("the village of Sotk", "sotk"),
            ("Нагорного Карабаха", "нагорный карабах"),
        ];
        for (query, expected) in cases {
            let found = written(query);
            assert!(
                found.iter().any(|variant| variant == expected),
                "{query}: {found:?}"
            );
        }
    }

    #[test]
    fn what_was_taken_stands_in_the_order_of_the_text() {
        let variants = variants("وبمدينة ليريفان", None);
        let fullest = variants
            .iter()
            .find(|variant| variant.text == "يريفان")
            .unwrap();
        let names: Vec<String> = fullest
            .stripped
            .iter()
            .map(|stripped| match stripped {
                StrippedAffix::Clitic(text)
                | StrippedAffix::Ending(text)
                | StrippedAffix::AgreeingQualifier(text)
                | StrippedAffix::UnverifiedQualifier(text) => text.clone(),
                StrippedAffix::FeatureWord(word) => word.text.clone(),
                StrippedAffix::Demonym(word) => word.text.clone(),
                StrippedAffix::Relation(word) => word.text.clone(),
                StrippedAffix::Article => "ال".into(),
            })
            .collect();
        assert_eq!(names, ["و", "ب", "مدينة", "ل"]);
    }

    #[test]
    fn words_are_never_cut_to_nothing() {
        for query in [
            "ب",
            "ال",
            "لل",
            "da",
            "-da",
            "ում",
            "مدينة",
            "city of",
            "ու ու",
            "а а",
        ] {
            for variant in variants(query, None) {
                assert!(!variant.key().is_empty(), "{query}");
            }
        }
    }

    #[test]
    fn words_longer_than_any_name_are_looked_up_whole() {
        let long = "ab".repeat(40);
        assert_eq!(written(&format!("in {long}")), [format!("in {long}")]);
    }
}
