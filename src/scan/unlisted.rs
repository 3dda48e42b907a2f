//! Places that no gazetteer holds, told by what they are: شارع الحمراء, مستشفى رفيق الحريري.
//!
//! The word for what it is must be followed by what cannot be an ordinary word: a person, by
//! given name or title, or a word with the article behind words for streets, squares, hospitals
//! and houses of prayer, which are seldom followed by another noun.

use super::around::{self, Spotted};
use super::find::joins;
use super::piece::Tag;
use super::words::Words;
use crate::key::KeySpace;
use crate::lexicon::{Lexicon, Position, Role};
use crate::place::FeatureClass;

/// A place without an entry.
pub(super) struct Sighting {
    pub feature: Spotted,
    /// The words of its name.
    pub first: usize,
    pub last: usize,
}

/// What is named after persons and after nearly anything else.
const NAMED_FREELY: [&str; 6] = ["ST", "SQR", "HSP", "MSQE", "CH", "PPLX"];

/// The place whose name begins at a word, if a word for it stands before.
pub(super) fn sight(words: &Words, at: usize, floor: usize) -> Option<Sighting> {
    let word = &words.list[at];
    if word.space != Some(KeySpace::Arabic) || word.tag != Tag::None || !joins(word.joint) {
        return None;
    }
    // The cheap questions first: they are asked at every word of a text.
    let letters = words.letters(word);
    let named = letters.len() >= LETTERS_LEAST && letters.starts_with(&['ا', 'ل']);
    let roles = Lexicon::get().roles_of(KeySpace::Arabic, words.key(word), Position::Before);
    let mut persons = roles.filter(|role| matches!(role, Role::Title | Role::Given | Role::Kin));
    let person = persons.next().is_some() && words.joined(at, at + 1);
    if !(named || person) {
        return None;
    }
    let feature = around::before(words, at, floor)?;
    let rule = feature.rule;
    let freely = rule
        .codes
        .iter()
        .any(|code| NAMED_FREELY.contains(&code.as_str()));
    let built = matches!(rule.class, FeatureClass::Spot | FeatureClass::Road);
    // عن طريق "by way of".
    let before = feature.first.checked_sub(1).map(|at| &words.list[at]);
    let by_way = before.is_some_and(|word| words.letters(word) == ['ع', 'ن']);
    if feature.definite || by_way || !(built || freely) {
        return None;
    }
    let last = match person {
        true => at + 1,
        false if freely && !is_ordinary(words, at) => at,
        false => return None,
    };
    Some(Sighting {
        feature,
        first: at,
        last,
    })
}

/// With the article, shorter words are no names of streets.
const LETTERS_LEAST: usize = 5;

/// Words with the article that follow such words and are no names: ساحة المعركة.
const ORDINARY: [&str; 13] = [
    "الناس",
    "التراث",
    "اللاجئين",
    "المعركة",
    "المدينة",
    "البلاد",
    "العاصمة",
    "القتال",
    "الحرب",
    "الرئيسي",
    "العام",
    "القرية",
    "الواحد",
];

fn is_ordinary(words: &Words, at: usize) -> bool {
    let word = &words.list[at];
    let letters: String = words.letters(word).iter().collect();
    let key = words.key(word);
    let lexicon = Lexicon::get();
    let inner = words.key_from(word, 2);
    ORDINARY.contains(&letters.as_str())
        || !lexicon.demonyms_of(KeySpace::Arabic, inner).is_empty()
        || lexicon
            .feature_word_of(KeySpace::Arabic, key, Position::Before)
            .is_some()
}
