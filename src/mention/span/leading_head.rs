//! Arabic words for sites and the names that stand behind them: شارع الحمراء, سد الوالة,
//! مستشفى رفيق الحريري.
//!
//! Nothing tells where such a name ends but its words: two behind a title or behind the first
//! word of a compound (أبو, باب), else one, and then the adjectives that names bear (الدولي).
//! News names organizations where posts of eyewitnesses name spots (جامعة, فندق), and keeps to
//! the names that are sure to be names; see [`TextStyle::posts`].

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::HashtagPart;
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::lexicon::{Lexicon, Position, Role};
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::text::style::TextStyle;

/// The word for a site, right before its name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub at: usize,
    /// Number of its letters that are clitics.
    pub skip: usize,
    /// [`Role::Quarter`], [`Role::Site`] or [`Role::Institution`].
    pub role: Role,
}

/// The word for a site right before a token.
pub(crate) fn head(tokens: &Tokens, at: usize, first_free: usize) -> Option<Head> {
    let before = at.checked_sub(1).filter(|&before| before >= first_free)?;
    let (word, named) = (&tokens.list[before], &tokens.list[at]);
    if !word.hints.site_head {
        return None;
    }
    let apart = word.tag == HashtagPart::None && named.tag == HashtagPart::None;
    if !named.boundary.joins() || !apart {
        return None;
    }
    let (skip, role) = role(tokens, before)?;
    // عن طريق "by way of".
    let further = before.checked_sub(1).map(|at| &tokens.list[at]);
    let by_way = further.is_some_and(|word| tokens.letters(word) == ['ع', 'ن']);
    (!by_way).then_some(Head {
        at: before,
        skip,
        role,
    })
}

/// A place that no gazetteer holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeadingHeadSite {
    pub head: Head,
    /// The tokens of its name.
    pub first: usize,
    pub last: usize,
}

/// The place whose name begins at a token, if a word for a site stands before; `listed` are the
/// names of the index that begin there and that are not meant as such.
pub(crate) fn detect(
    tokens: &Tokens,
    at: usize,
    first_free: usize,
    listed: &[DictionaryMatch],
    style: TextStyle,
) -> Option<LeadingHeadSite> {
    let head = head(tokens, at, first_free)?;
    let whole = listed.iter().filter(|found| found.proclitics.is_none());
    let last = whole.map(|found| found.last).max();
    Some(LeadingHeadSite {
        head,
        first: at,
        last: name_end(tokens, head, last, style)?,
    })
}

/// Whether a token is a word for sites, by its form alone.
pub(crate) fn is_head(tokens: &Tokens, at: usize) -> bool {
    role(tokens, at).is_some()
}

/// The role of a word for sites, and the number of its letters that are clitics.
fn role(tokens: &Tokens, at: usize) -> Option<(usize, Role)> {
    let word = &tokens.list[at];
    if word.space != Some(KeySpace::Arabic) {
        return None;
    }
    let lexicon = Lexicon::get();
    affix::beginnings(word.languages, tokens.letters(word)).find_map(|skip| {
        let key = tokens.key_from(word, skip);
        let mut roles = lexicon.roles_of(word.languages, KeySpace::Arabic, key, Position::Before);
        let is_head = |role: &Role| matches!(role, Role::Quarter | Role::Site | Role::Institution);
        Some((skip, roles.find(is_head)?))
    })
}

/// The last token of the name that begins behind a head, if a name does; `listed` is the last token
/// of the longest name of the index that begins there, of whatever place.
fn name_end(tokens: &Tokens, head: Head, listed: Option<usize>, style: TextStyle) -> Option<usize> {
    let at = head.at + 1;
    let institution = head.role == Role::Institution;
    if (institution && !style.posts) || !is_nameable(tokens, at) {
        return None;
    }
    let joined = |at: usize| tokens.joined(at - 1, at) && is_nameable(tokens, at);
    let first = has_role(tokens, at, Position::Before, |role| {
        matches!(role, Role::First | Role::Title | Role::Given | Role::Kin)
    });
    let letters = tokens.letters(&tokens.list[at]);
    // ساحة *المدينة* is named by a feature word.
    let feature_word = || neighbor(tokens, at).is_feature_word;
    let definite = letters.len() >= MIN_DEFINITE
        && letters.starts_with(&['ا', 'ل'])
        && (style.posts || !feature_word());
    let last = if let Some(last) = listed.filter(|&last| last > at) {
        last
    } else if first && joined(at + 1) {
        match has_role(tokens, at + 1, Position::Before, |role| role == Role::First)
            && joined(at + 2)
        {
            true => at + 2,
            false => at + 1,
        }
    } else if (definite && (style.posts || head.role == Role::Quarter))
        || (style.posts && is_bare_name(letters) && !feature_word())
        || (style.posts && listed.is_some() && letters.len() > MIN_BARE)
    {
        at
    } else {
        return None;
    };
    Some(qualified(tokens, last))
}

/// The last token of a name with the adjectives behind it: بيروت الدولي.
pub(crate) fn qualified(tokens: &Tokens, last: usize) -> usize {
    let mut end = last;
    while end < last + MAX_QUALIFIERS
        && tokens.joined(end, end + 1)
        && has_role(tokens, end + 1, Position::After, |role| {
            role == Role::Qualifier
        })
    {
        end += 1;
    }
    end
}

/// Maximum number of adjectives behind a name: مطار رفيق الحريري *الدولي الجديد*.
const MAX_QUALIFIERS: usize = 2;

/// Minimum length in letters of a name with the article.
const MIN_DEFINITE: usize = 4;

/// Whether a token can belong to the name of a site.
fn is_nameable(tokens: &Tokens, at: usize) -> bool {
    let Some(word) = tokens.list.get(at) else {
        return false;
    };
    let letters = tokens.letters(word);
    let inner = match letters.strip_prefix(&['ا', 'ل']) {
        Some(_) => tokens.key_from(word, 2),
        None => tokens.key(word),
    };
    let demonyms = Lexicon::get().demonyms_of(word.languages, KeySpace::Arabic, inner);
    word.space == Some(KeySpace::Arabic)
        && word.tag == HashtagPart::None
        && letters.len() >= MIN_NAME
        && demonyms.is_empty()
        && !begins_phrase(letters)
        && !has_role(tokens, at, Position::After, |role| {
            matches!(role, Role::Ordinary | Role::Qualifier)
        })
}

/// Whether a preposition is written together with the word: للعوائل, بالرياض.
fn begins_phrase(letters: &[char]) -> bool {
    letters.starts_with(&['ل', 'ل'])
        || (letters.starts_with(&['ب', 'ا', 'ل']) && letters.len() >= MIN_WITH_PREPOSITION)
}

/// Minimum length in letters of a word with a preposition; shorter ones begin so themselves: بالو.
const MIN_WITH_PREPOSITION: usize = 6;

/// Minimum length in letters of a token of a name.
const MIN_NAME: usize = 2;

/// Whether a word without the article looks like a name: none of the endings of adjectives and
/// plurals, no verb's beginning, nothing written together with it.
fn is_bare_name(letters: &[char]) -> bool {
    let ends = |ending: &[char]| letters.ends_with(ending);
    let begins = |beginning: &[char]| letters.starts_with(beginning);
    letters.len() >= MIN_BARE
        && !(ends(&['ة']) || ends(&['ي']) || ends(&['ى']) || ends(&['ا', 'ت']))
        && !(ends(&['ي', 'ن']) || ends(&['و', 'ن']) || ends(&['ه', 'ا']) || ends(&['ه', 'م']))
        && !(begins(&['ي']) || begins(&['ت']) || begins(&['و']) || begins(&['م', 'ت']))
        && !begins(&['ا', 'ل'])
        && !is_verbal_noun(letters)
}

/// Whether a word has the form of a verb's noun that hardly any name has: احتجاز, استكمال.
fn is_verbal_noun(letters: &[char]) -> bool {
    let long = letters.len() >= MIN_VERBAL_NOUN;
    long && letters.first() == Some(&'ا') && letters[letters.len() - 2] == 'ا'
}

/// Minimum length in letters of a verbal noun that begins with ا.
const MIN_VERBAL_NOUN: usize = 6;

/// Minimum length in letters of a name without the article.
const MIN_BARE: usize = 3;

fn has_role(tokens: &Tokens, at: usize, position: Position, asked: impl Fn(Role) -> bool) -> bool {
    tokens.list.get(at).is_some_and(|word| {
        let space = word.space.unwrap_or(KeySpace::Other);
        let key = tokens.key(word);
        let mut roles = Lexicon::get().roles_of(word.languages, space, key, position);
        roles.any(asked)
    })
}
