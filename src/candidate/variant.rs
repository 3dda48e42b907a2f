//! Readings of a query: the name as it stands, and what may be left of it once feature words,
//! clitics and case endings are taken off.
//!
//! A reading is only a proposal; it counts when the index knows a name that is spelled so.

use crate::key::Key;
use crate::lang::affix;
use crate::lang::lexicon::{Lexicon, Position};
use crate::model::evidence::{Demonym, FeatureWord, Taken};
use crate::text::normalize::normalize;
use std::collections::HashSet;
use std::sync::Arc;

/// One way to read a query.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The normalized spelling of what is taken for the name.
    pub written: String,
    /// Its key; never empty.
    pub key: Key,
    /// What was taken off, in the order of the text.
    pub taken: Vec<Taken>,
}

impl Reading {
    /// The spelling with what was taken off, for those that it finds.
    pub fn to_written(&self) -> Arc<Written> {
        Written::new(self.written.clone(), self.taken.clone())
    }

    /// Whether nothing but whole words was taken off.
    pub fn only_feature_words(&self) -> bool {
        self.taken
            .iter()
            .all(|taken| matches!(taken, Taken::FeatureWord(_) | Taken::Demonym(_)))
    }

    /// Whether a feature word was taken off.
    pub fn has_feature_word(&self) -> bool {
        self.takes(|taken| matches!(taken, Taken::FeatureWord(_)))
    }

    /// Whether a clitic or the article was taken off.
    pub fn has_clitic(&self) -> bool {
        self.takes(|taken| matches!(taken, Taken::Clitic(_) | Taken::Article))
    }

    /// Whether an ending was taken off.
    pub fn has_ending(&self) -> bool {
        self.takes(|taken| matches!(taken, Taken::Ending(_)))
    }

    /// Whether an ending was taken off that says that something is there or comes from there.
    pub fn is_in_or_from(&self) -> bool {
        let is = |ending: &str| affix::is_in_or_from(&ending.chars().collect::<Vec<_>>());
        self.takes(|taken| matches!(taken, Taken::Ending(text) if is(text)))
    }

    fn takes(&self, what: impl Fn(&Taken) -> bool) -> bool {
        self.taken.iter().any(what)
    }
}

/// A spelling as it was looked up, shared by all that it found.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// The normalized spelling that is compared with names.
    pub text: String,
    /// What was taken off to get it, in the order of the text.
    pub taken: Vec<Taken>,
    /// Whether it is a word of the language that hardly ever means a place.
    pub is_word: bool,
}

impl Written {
    pub fn new(text: String, taken: Vec<Taken>) -> Arc<Written> {
        Arc::new(Written {
            text,
            taken,
            is_word: false,
        })
    }

    /// How many letters it has, and spaces.
    pub fn letters(&self) -> usize {
        self.text.chars().count()
    }
}

/// Words that stand before a name in a sentence and are often copied with it.
const PREPOSITIONS: &str = "в во из под на к ко с со у от до о об при за \
    in at of the to from near into في من إلى على عن نحو قرب از در به";

/// The most words that a feature word may have: "city of", "автономная область".
const FEATURE_WORDS_MOST: usize = 3;

/// All readings of a query, the whole of it first, then by how much is taken off.
/// Empty if there is no letter in it.
pub(crate) fn readings(query: &str) -> Vec<Reading> {
    let normalized = normalize(query);
    let words: Vec<&str> = normalized.as_str().split(' ').collect();
    let mut readings = Vec::new();
    for phrase in without_words_around(&words) {
        phrase.read(&mut readings);
    }
    readings.retain(|reading| !reading.key.is_empty());
    // A stable sort: the whole stays first, and equals stay in the order they were made in.
    readings.sort_by_key(|reading| reading.taken.len());
    let mut seen = HashSet::new();
    readings.retain(|reading| seen.insert((reading.key.clone(), reading.taken.len())));
    readings
}

/// Some of a query's words, with what stood before and after them.
struct Phrase<'q> {
    before: Vec<Taken>,
    words: &'q [&'q str],
    after: Vec<Taken>,
}

/// The words as they are, and what is left without the feature word before them, and without
/// the feature word or the adjective of a country after them.
fn without_words_around<'q>(words: &'q [&'q str]) -> Vec<Phrase<'q>> {
    let most = FEATURE_WORDS_MOST.min(words.len().saturating_sub(1));
    let before = (1..=most).filter_map(|n| {
        let text = words[..n].join(" ");
        Some((n, feature_word_before(&text)?))
    });
    let after = (1..=most).filter_map(|n| {
        let text = words[words.len() - n..].join(" ");
        let word = feature_word(&text, Position::After).map(Taken::FeatureWord);
        Some((n, vec![word.or_else(|| adjective(&text))?]))
    });
    let mut before: Vec<_> = std::iter::once((0, Vec::new())).chain(before).collect();
    if let [first, _, ..] = words
        && PREPOSITIONS
            .split_whitespace()
            .any(|known| normalize(known).as_str() == *first)
    {
        let clitic = Taken::Clitic((*first).to_owned());
        before.push((1, vec![clitic.clone()]));
        for n in 2..words.len().min(FEATURE_WORDS_MOST + 2) {
            if let Some(mut taken) = feature_word_before(&words[1..n].join(" ")) {
                taken.insert(0, clitic.clone());
                before.push((n, taken));
            }
        }
    }
    let after: Vec<_> = std::iter::once((0, Vec::new())).chain(after).collect();
    let mut phrases = Vec::new();
    for (skip, before) in &before {
        for (drop, after) in &after {
            if let Some(words @ [_, ..]) = words.get(*skip..words.len() - drop) {
                phrases.push(Phrase {
                    before: before.clone(),
                    words,
                    after: after.clone(),
                });
            }
        }
    }
    phrases
}

/// The adjective of a country that an Arabic text is, which stands after the name with its
/// article: الأرمينية.
fn adjective(text: &str) -> Option<Taken> {
    let key = Key::of(text.strip_prefix("ال")?);
    let mut demonyms = Lexicon::get()
        .demonyms_of(key.space(), key.as_bytes())
        .iter();
    let place = demonyms.find_map(|demonym| demonym.place.clone())?;
    Some(Taken::Demonym(Demonym {
        text: text.to_owned(),
        place,
    }))
}

fn feature_word(text: &str, position: Position) -> Option<FeatureWord> {
    let rule = Lexicon::get().feature_word(&Key::of(text), position)?;
    Some(rule.word(text))
}

/// The feature word that a text is, with the clitics on it: بمدينة, والمدينة.
fn feature_word_before(text: &str) -> Option<Vec<Taken>> {
    if let Some(word) = feature_word(text, Position::Before) {
        return Some(vec![Taken::FeatureWord(word)]);
    }
    let letters: Vec<char> = text.chars().collect();
    affix::starts(&letters).find_map(|start| {
        let rest = spell(start.prepend, &letters[start.skip..], "");
        let word = feature_word(&rest, Position::Before)?;
        let mut taken = start.taken(&letters);
        taken.push(Taken::FeatureWord(word));
        Some(taken)
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
    taken: Vec<Taken>,
}

impl Phrase<'_> {
    /// Adds the readings of the phrase: with every way to take something off its first word
    /// and off its last, the ways to take nothing off included.
    fn read(&self, readings: &mut Vec<Reading>) {
        let text = self.words.join(" ");
        self.read_letters(&text.chars().collect::<Vec<_>>(), readings);
        // In Russian the words before the last one are declined with it.
        if let [first, .., _] = self.words {
            let first: Vec<char> = first.chars().collect();
            for end in affix::inner_ends(&first) {
                let mut word = spell("", &first[..first.len() - end.drop], end.append);
                word.push_str(&text[text.find(' ').unwrap_or(text.len())..]);
                self.read_letters(&word.chars().collect::<Vec<_>>(), readings);
            }
        }
    }

    fn read_letters(&self, letters: &[char], readings: &mut Vec<Reading>) {
        let ends = self.ends(letters);
        for start in self.starts(letters) {
            for end in &ends {
                // In a phrase of one word both come off the same letters.
                let Some(stem) = letters.get(start.letters..letters.len() - end.letters) else {
                    continue;
                };
                let written = spell(start.instead, stem, end.instead);
                let taken = [&self.before, &start.taken, &end.taken, &self.after];
                let taken = taken.into_iter().flatten().cloned().collect();
                readings.push(Reading {
                    key: Key::of(&written),
                    written,
                    taken,
                });
            }
        }
    }

    fn starts(&self, letters: &[char]) -> Vec<Cut<'static>> {
        let first = letters.split(|c| *c == ' ').next().unwrap_or_default();
        let cut = affix::starts(first).map(|start| Cut {
            letters: start.skip,
            instead: start.prepend,
            taken: start.taken(first),
        });
        std::iter::once(Cut {
            letters: 0,
            instead: "",
            taken: Vec::new(),
        })
        .chain(cut)
        .collect()
    }

    fn ends(&self, letters: &[char]) -> Vec<Cut<'static>> {
        let last = letters.rsplit(|c| *c == ' ').next().unwrap_or_default();
        let ending = |dropped: usize| {
            let text = letters[letters.len() - dropped..].iter().collect();
            vec![Taken::Ending(text)]
        };
        let mut cuts = vec![Cut {
            letters: 0,
            instead: "",
            taken: Vec::new(),
        }];
        cuts.extend(affix::ends(last).map(|end| Cut {
            letters: end.drop,
            instead: end.append,
            taken: ending(end.drop),
        }));
        // ԱՄՆ-ում: the hyphen is a space by now.
        if self.words.len() > 1 && affix::suffix(last) {
            cuts.push(Cut {
                letters: last.len() + 1,
                instead: "",
                taken: ending(last.len()),
            });
        }
        cuts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(query: &str) -> Vec<String> {
        readings(query)
            .into_iter()
            .map(|reading| reading.written)
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
                found.iter().any(|reading| reading == expected),
                "{query}: {found:?}"
            );
        }
    }

    #[test]
    fn what_was_taken_stands_in_the_order_of_the_text() {
        let readings = readings("وبمدينة ليريفان");
        let fullest = readings
            .iter()
            .find(|reading| reading.written == "يريفان")
            .unwrap();
        let names: Vec<String> = fullest
            .taken
            .iter()
            .map(|taken| match taken {
                Taken::Clitic(text)
                | Taken::Ending(text)
                | Taken::Beside(text)
                | Taken::Aside(text) => text.clone(),
                Taken::FeatureWord(word) => word.text.clone(),
                Taken::Demonym(word) => word.text.clone(),
                Taken::Article => "ال".into(),
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
            for reading in readings(query) {
                assert!(!reading.key.is_empty(), "{query}");
            }
        }
    }
}
