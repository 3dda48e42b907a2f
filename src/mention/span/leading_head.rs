//! Arabic words for sites and the names that stand behind them: شارع الحمراء, سد الوالة,
//! مستشفى رفيق الحريري.
//!
//! Nothing tells where such a name ends but its words: two behind a title or behind the first
//! word of a compound (أبو, باب), else one, and then the adjectives that names bear (الدولي).
//! News names organizations where posts of eyewitnesses name spots (جامعة, فندق), and keeps to
//! the names that are sure to be names; see [`Habits::posts`].

use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::lexicon::{Lexicon, Position, Role};
use crate::mention::context::neighbor::neighbor;
use crate::mention::token::Words;
use crate::mention::token::segmentation::Tag;
use crate::text::style::Habits;

/// The word for a site, right before its name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub at: usize,
    /// Letters of it that are clitics.
    pub skip: usize,
    /// Quarter, site or institution.
    pub role: Role,
}

/// The word for a site that stands right before a word.
pub(crate) fn head(words: &Words, at: usize, floor: usize) -> Option<Head> {
    let before = at.checked_sub(1).filter(|&before| before >= floor)?;
    let (word, named) = (&words.list[before], &words.list[at]);
    if !word.hints.site {
        return None;
    }
    let apart = word.tag == Tag::None && named.tag == Tag::None;
    if !named.joint.joins() || !apart {
        return None;
    }
    let (skip, role) = role(words, before)?;
    // عن طريق "by way of".
    let further = before.checked_sub(1).map(|at| &words.list[at]);
    let by_way = further.is_some_and(|word| words.letters(word) == ['ع', 'ن']);
    (!by_way).then_some(Head {
        at: before,
        skip,
        role,
    })
}

/// Whether a word is one for sites, wherever it stands.
pub(crate) fn is_head(words: &Words, at: usize) -> bool {
    role(words, at).is_some()
}

/// What site a word is for, and how many letters of it are clitics.
fn role(words: &Words, at: usize) -> Option<(usize, Role)> {
    let word = &words.list[at];
    if word.space != Some(KeySpace::Arabic) {
        return None;
    }
    let lexicon = Lexicon::get();
    affix::beginnings(words.letters(word)).find_map(|skip| {
        let key = words.key_from(word, skip);
        let mut roles = lexicon.roles_of(KeySpace::Arabic, key, Position::Before);
        let is_head = |role: &Role| matches!(role, Role::Quarter | Role::Site | Role::Institution);
        Some((skip, roles.find(is_head)?))
    })
}

/// The last word of the name that begins behind a head, if a name does; `listed` is the last
/// word of the longest one that begins there and that the gazetteer holds, of whatever place.
pub(crate) fn name_end(
    words: &Words,
    head: Head,
    listed: Option<usize>,
    habits: Habits,
) -> Option<usize> {
    let at = head.at + 1;
    let institution = head.role == Role::Institution;
    if (institution && !habits.posts) || !is_nameable(words, at) {
        return None;
    }
    let joined = |at: usize| words.joined(at - 1, at) && is_nameable(words, at);
    let first = has_role(words, at, Position::Before, |role| {
        matches!(role, Role::First | Role::Title | Role::Given | Role::Kin)
    });
    let letters = words.letters(&words.list[at]);
    // ساحة *المدينة* is named by a feature word.
    let feature_word = || neighbor(words, at).is_feature_word;
    let definite = letters.len() >= DEFINITE_LEAST
        && letters.starts_with(&['ا', 'ل'])
        && (habits.posts || !feature_word());
    let last = if let Some(last) = listed.filter(|&last| last > at) {
        last
    } else if first && joined(at + 1) {
        match has_role(words, at + 1, Position::Before, |role| role == Role::First)
            && joined(at + 2)
        {
            true => at + 2,
            false => at + 1,
        }
    } else if (definite && (habits.posts || head.role == Role::Quarter))
        || (habits.posts && is_bare_name(letters) && !feature_word())
        || (habits.posts && listed.is_some() && letters.len() > BARE_LEAST)
    {
        at
    } else {
        return None;
    };
    Some(qualified(words, last))
}

/// The last word of a name with the adjectives behind it: بيروت الدولي.
pub(crate) fn qualified(words: &Words, last: usize) -> usize {
    let mut end = last;
    while end < last + QUALIFIERS_MOST
        && words.joined(end, end + 1)
        && has_role(words, end + 1, Position::After, |role| {
            role == Role::Qualifier
        })
    {
        end += 1;
    }
    end
}

/// مطار رفيق الحريري *الدولي الجديد*.
const QUALIFIERS_MOST: usize = 2;

/// With the article, shorter words are no names.
const DEFINITE_LEAST: usize = 4;

/// Whether a word can belong to the name of a site.
fn is_nameable(words: &Words, at: usize) -> bool {
    let Some(word) = words.list.get(at) else {
        return false;
    };
    let letters = words.letters(word);
    let inner = match letters.strip_prefix(&['ا', 'ل']) {
        Some(_) => words.key_from(word, 2),
        None => words.key(word),
    };
    let demonyms = Lexicon::get().demonyms_of(KeySpace::Arabic, inner);
    word.space == Some(KeySpace::Arabic)
        && word.tag == Tag::None
        && letters.len() >= NAME_LEAST
        && demonyms.is_empty()
        && !begins_phrase(letters)
        && !has_role(words, at, Position::After, |role| {
            matches!(role, Role::Ordinary | Role::Qualifier)
        })
}

/// Whether a preposition is written together with the word: للعوائل, بالرياض.
fn begins_phrase(letters: &[char]) -> bool {
    letters.starts_with(&['ل', 'ل'])
        || (letters.starts_with(&['ب', 'ا', 'ل']) && letters.len() >= WITH_PREPOSITION_LEAST)
}

/// Shorter words that begin so are one word: بالو.
const WITH_PREPOSITION_LEAST: usize = 6;

const NAME_LEAST: usize = 2;

/// Whether a word without the article looks like a name: none of the endings of adjectives and
/// plurals, no verb's beginning, nothing written together with it.
fn is_bare_name(letters: &[char]) -> bool {
    let ends = |ending: &[char]| letters.ends_with(ending);
    let begins = |beginning: &[char]| letters.starts_with(beginning);
    letters.len() >= BARE_LEAST
        && !(ends(&['ة']) || ends(&['ي']) || ends(&['ى']) || ends(&['ا', 'ت']))
        && !(ends(&['ي', 'ن']) || ends(&['و', 'ن']) || ends(&['ه', 'ا']) || ends(&['ه', 'م']))
        && !(begins(&['ي']) || begins(&['ت']) || begins(&['و']) || begins(&['م', 'ت']))
        && !begins(&['ا', 'ل'])
        && !is_verbal_noun(letters)
}

/// Whether a word has the form of a verb's noun that hardly any name has: احتجاز, استكمال.
fn is_verbal_noun(letters: &[char]) -> bool {
    let long = letters.len() >= VERBAL_NOUN_LEAST;
    long && letters.first() == Some(&'ا') && letters[letters.len() - 2] == 'ا'
}

/// Letters of the shortest noun of a verb that begins with ا.
const VERBAL_NOUN_LEAST: usize = 6;

/// Shorter words are seldom names.
const BARE_LEAST: usize = 3;

fn has_role(words: &Words, at: usize, position: Position, asked: impl Fn(Role) -> bool) -> bool {
    words.list.get(at).is_some_and(|word| {
        let space = word.space.unwrap_or(KeySpace::Other);
        let mut roles = Lexicon::get().roles_of(space, words.key(word), position);
        roles.any(asked)
    })
}
