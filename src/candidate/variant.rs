//! Readings of a query: the name as it stands, and what may be left of it once feature words,
//! clitics and case endings are taken off.
//!
//! A reading is only a proposal; it counts when the index knows a name that is spelled so.

use crate::key::Key;
use crate::lang::affix;
use crate::lang::language::function_word::languages_with;
use crate::lang::language::telling::of_spelling;
use crate::lang::language::{LanguageSet, Use};
use crate::lang::lexicon::{Lexicon, Position};
use crate::model::evidence::{Demonym, FeatureWord, StrippedAffix};
use crate::model::language::Language;
use crate::text::normalize::normalize;
use std::collections::HashSet;
use std::sync::Arc;

/// One way to read a query.
#[derive(Clone, Debug)]
pub(crate) struct QueryVariant {
    /// The normalized spelling of what is taken for the name.
    pub written: String,
    /// Its key; never empty.
    pub key: Key,
    /// What was taken off, in the order of the text.
    pub stripped: Vec<StrippedAffix>,
    /// The languages that it is read in.
    pub languages: LanguageSet,
}

impl QueryVariant {
    /// The spelling with what was taken off, for those that it finds.
    pub fn to_written(&self) -> Arc<Written> {
        Written::new(self.written.clone(), self.stripped.clone())
    }

    /// Whether nothing but whole words was taken off.
    pub fn only_feature_words(&self) -> bool {
        self.stripped.iter().all(|stripped| {
            matches!(
                stripped,
                StrippedAffix::FeatureWord(_) | StrippedAffix::Demonym(_)
            )
        })
    }

    /// Whether a feature word was taken off.
    pub fn has_feature_word(&self) -> bool {
        self.takes(|stripped| matches!(stripped, StrippedAffix::FeatureWord(_)))
    }

    /// Whether a clitic or the article was taken off.
    pub fn has_clitic(&self) -> bool {
        self.takes(|stripped| matches!(stripped, StrippedAffix::Clitic(_) | StrippedAffix::Article))
    }

    /// Whether an ending was taken off.
    pub fn has_ending(&self) -> bool {
        self.takes(|stripped| matches!(stripped, StrippedAffix::Ending(_)))
    }

    /// Whether an ending was taken off that says that something is there or comes from there.
    pub fn is_in_or_from(&self) -> bool {
        let languages = self.languages;
        let is = |ending: &str| {
            let ending: Vec<char> = ending.chars().collect();
            affix::is_in_or_from(languages, &ending)
        };
        self.takes(|stripped| matches!(stripped, StrippedAffix::Ending(text) if is(text)))
    }

    fn takes(&self, what: impl Fn(&StrippedAffix) -> bool) -> bool {
        self.stripped.iter().any(what)
    }
}

/// A spelling as it was looked up, shared by all that it found.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// The normalized spelling that is compared with names.
    pub text: String,
    /// What was taken off to get it, in the order of the text.
    pub stripped: Vec<StrippedAffix>,
    /// Whether it is a word of the language that hardly ever means a place.
    pub is_word: bool,
}

impl Written {
    pub fn new(text: String, stripped: Vec<StrippedAffix>) -> Arc<Written> {
        Arc::new(Written {
            text,
            stripped,
            is_word: false,
        })
    }

    /// How many letters it has, and spaces.
    pub fn letters(&self) -> usize {
        self.text.chars().count()
    }
}

/// The most words that a feature word may have: "city of", "автономная область".
const MAX_FEATURE_WORDS: usize = 3;

/// All readings of a query, the whole of it first, then by how much is taken off.
/// Empty if there is no letter in it.
pub(crate) fn variants(query: &str, language: Option<Language>) -> Vec<QueryVariant> {
    let normalized = normalize(query);
    let words: Vec<&str> = normalized.as_str().split(' ').collect();
    let mut variants = Vec::new();
    let asked = language.map_or(LanguageSet::ALL, LanguageSet::of_tag);
    let languages = match asked.and(of_spelling(query)) {
        languages if languages.is_empty() => asked,
        languages => languages,
    };
    for phrase in without_words_around(&words, languages) {
        phrase.read(&mut variants);
    }
    variants.retain(|variant| !variant.key.is_empty());
    // A stable sort: the whole stays first, and equals stay in the order they were made in.
    variants.sort_by_key(|variant| variant.stripped.len());
    let mut seen = HashSet::new();
    variants.retain(|variant| seen.insert((variant.key.clone(), variant.stripped.len())));
    variants
}

/// Some of a query's words, with what stood before and after them.
struct Phrase<'q> {
    before: Vec<StrippedAffix>,
    words: &'q [&'q str],
    after: Vec<StrippedAffix>,
    languages: LanguageSet,
}

/// The words as they are, and what is left without the feature word before them, and without
/// the feature word or the adjective of a country after them.
fn without_words_around<'q>(words: &'q [&'q str], languages: LanguageSet) -> Vec<Phrase<'q>> {
    let most = MAX_FEATURE_WORDS.min(words.len().saturating_sub(1));
    let before = (1..=most).filter_map(|n| {
        let text = words[..n].join(" ");
        Some((n, languages, feature_word_before(&text, languages)?))
    });
    let after = (1..=most).filter_map(|n| {
        let text = words[words.len() - n..].join(" ");
        let word = feature_word(&text, Position::After, languages);
        let word = word.map(StrippedAffix::FeatureWord);
        Some((n, vec![word.or_else(|| adjective(&text, languages))?]))
    });
    let whole = std::iter::once((0, languages, Vec::new()));
    let mut before: Vec<_> = whole.chain(before).collect();
    // What follows a preposition is read in its language: از کاروان is no Arabic.
    let preposition = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let languages = languages_with(&letters, Use::Copied).and(languages);
        (!languages.is_empty()).then_some(languages)
    };
    if let [first, _, ..] = words
        && let Some(languages) = preposition(first)
    {
        let clitic = StrippedAffix::Clitic((*first).to_owned());
        before.push((1, languages, vec![clitic.clone()]));
        for n in 2..words.len().min(MAX_FEATURE_WORDS + 2) {
            let text = words[1..n].join(" ");
            if let Some(mut stripped) = feature_word_before(&text, languages) {
                stripped.insert(0, clitic.clone());
                before.push((n, languages, stripped));
            }
        }
    }
    let after: Vec<_> = std::iter::once((0, Vec::new())).chain(after).collect();
    let mut phrases = Vec::new();
    for (skip, languages, before) in &before {
        for (drop, after) in &after {
            if let Some(words @ [_, ..]) = words.get(*skip..words.len() - drop) {
                phrases.push(Phrase {
                    before: before.clone(),
                    words,
                    after: after.clone(),
                    languages: *languages,
                });
            }
        }
    }
    phrases
}

/// The adjective of a country that an Arabic text is, which stands after the name with its
/// article: الأرمينية.
fn adjective(text: &str, languages: LanguageSet) -> Option<StrippedAffix> {
    let key = Key::of(text.strip_prefix("ال")?);
    let mut demonyms = Lexicon::get()
        .demonyms_of(languages.with_clitics(), key.space(), key.as_bytes())
        .iter();
    let place = demonyms.find_map(|demonym| demonym.place.clone())?;
    Some(StrippedAffix::Demonym(Demonym {
        text: text.to_owned(),
        place,
    }))
}

fn feature_word(text: &str, position: Position, languages: LanguageSet) -> Option<FeatureWord> {
    let rule = Lexicon::get().feature_word(languages, &Key::of(text), position)?;
    Some(rule.word(text))
}

/// The feature word that a text is, with the clitics on it: بمدينة, والمدينة.
fn feature_word_before(text: &str, languages: LanguageSet) -> Option<Vec<StrippedAffix>> {
    if let Some(word) = feature_word(text, Position::Before, languages) {
        return Some(vec![StrippedAffix::FeatureWord(word)]);
    }
    let letters: Vec<char> = text.chars().collect();
    affix::proclitic_splits(languages, &letters).find_map(|start| {
        let rest = spell(start.prepend, &letters[start.skip..], "");
        let word = feature_word(&rest, Position::Before, languages.with_clitics())?;
        let mut stripped = start.stripped(&letters);
        stripped.push(StrippedAffix::FeatureWord(word));
        Some(stripped)
    })
}

fn spell(prepend: &str, letters: &[char], append: &str) -> String {
    prepend
        .chars()
        .chain(letters.iter().copied())
        .chain(append.chars())
        .collect()
}

/// What one end of a phrase gives up: so many letters, others in their place.
struct Cut<'t> {
    letters: usize,
    instead: &'t str,
    stripped: Vec<StrippedAffix>,
}

impl Phrase<'_> {
    /// Adds the readings of the phrase: with every way to take something off its first word
    /// and off its last, the ways to take nothing off included.
    fn read(&self, variants: &mut Vec<QueryVariant>) {
        let text = self.words.join(" ");
        self.read_letters(&text.chars().collect::<Vec<_>>(), variants);
        // In Russian the words before the last one are declined with it.
        if let [first, .., _] = self.words {
            let first: Vec<char> = first.chars().collect();
            for end in affix::inner_suffix_splits(self.languages, &first) {
                let mut word = spell("", &first[..first.len() - end.drop], end.append);
                word.push_str(&text[text.find(' ').unwrap_or(text.len())..]);
                self.read_letters(&word.chars().collect::<Vec<_>>(), variants);
            }
        }
    }

    fn read_letters(&self, letters: &[char], variants: &mut Vec<QueryVariant>) {
        let ends = self.ends(letters);
        for start in self.proclitic_splits(letters) {
            for end in &ends {
                // In a phrase of one word both come off the same letters.
                let Some(stem) = letters.get(start.letters..letters.len() - end.letters) else {
                    continue;
                };
                let written = spell(start.instead, stem, end.instead);
                let stripped = [&self.before, &start.stripped, &end.stripped, &self.after];
                let stripped = stripped.into_iter().flatten().cloned().collect();
                variants.push(QueryVariant {
                    key: Key::of(&written),
                    written,
                    stripped,
                    languages: self.languages,
                });
            }
        }
    }

    fn proclitic_splits(&self, letters: &[char]) -> Vec<Cut<'static>> {
        let first = letters.split(|c| *c == ' ').next().unwrap_or_default();
        let cut = affix::proclitic_splits(self.languages, first).map(|start| Cut {
            letters: start.skip,
            instead: start.prepend,
            stripped: start.stripped(first),
        });
        std::iter::once(Cut {
            letters: 0,
            instead: "",
            stripped: Vec::new(),
        })
        .chain(cut)
        .collect()
    }

    fn ends(&self, letters: &[char]) -> Vec<Cut<'static>> {
        let last = letters.rsplit(|c| *c == ' ').next().unwrap_or_default();
        let ending = |dropped: usize| {
            let text = letters[letters.len() - dropped..].iter().collect();
            vec![StrippedAffix::Ending(text)]
        };
        let mut cuts = vec![Cut {
            letters: 0,
            instead: "",
            stripped: Vec::new(),
        }];
        cuts.extend(affix::suffix_splits(self.languages, last).map(|end| Cut {
            letters: end.drop,
            instead: end.append,
            stripped: ending(end.drop),
        }));
        // ԱՄՆ-ում: the hyphen is a space by now.
        if self.words.len() > 1 && affix::suffix(self.languages, last) {
            cuts.push(Cut {
                letters: last.len() + 1,
                instead: "",
                stripped: ending(last.len()),
            });
        }
        cuts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(query: &str) -> Vec<String> {
        variants(query, None)
            .into_iter()
            .map(|variant| variant.written)
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
            .find(|variant| variant.written == "يريفان")
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
                assert!(!variant.key.is_empty(), "{query}");
            }
        }
    }
}
