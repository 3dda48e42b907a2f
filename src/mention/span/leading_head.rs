//! Places that no gazetteer holds, told by the Arabic word for a site before their names: شارع
//! الحمراء, سد الوالة, مستشفى رفيق الحريري.
//!
//! Marks say where such a name ends: a hashtag is a name as a whole (#سد_الوالة, طريق
//! #وادي_عربة), and so is what stands in quotation marks. Else its words do: two behind a title or
//! behind the first word of a compound (أبو, باب) and two of which only the second has the article
//! (صباح الأحمد), else one, and then the adjectives that names bear (الدولي). Behind a head with
//! the article an adjective is the name: الطريق الصحراوي.
//!
//! News names organizations where posts of eyewitnesses name spots (جامعة, فندق), and keeps to
//! the names that are sure to be names; see [`TextStyle::posts`]. What it names all the same is told in
//! `prose`; names in capitals in `capitals`, Persian ones in `chain`.

mod capitals;
pub(super) mod chain;
mod prose;

use crate::analysis::neighbor::neighbor;
use crate::analysis::site_head::{self, SiteHead, has_role, is_definite, is_two_part, qualified};
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger;
use crate::key::KeySpace;
use crate::lang::language::{Use, Uses};
use crate::lang::lexicon::{Position, Role, entry};
use crate::mention::lookup::Passage;
use crate::model::feature::FeatureClass;
use crate::query::rule::Rule;
use crate::text::style::TextStyle;

/// A place that no gazetteer holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeadingHeadSite {
    pub head: SiteHead,
    /// The tokens of its name, with the head if that has the article.
    pub first: usize,
    pub last: usize,
}

/// The place whose name begins at a token, if a word for a site stands before it and the names of the
/// index that begin there are not meant as such; or whose name ends there, behind a head with the
/// article.
pub(crate) fn detect(
    passage: Passage<'_>,
    at: usize,
    first_free: usize,
    style: TextStyle,
) -> Option<LeadingHeadSite> {
    let tokens = passage.tokens;
    if tokens.list[at].case == LetterCase::Capital {
        return capitals::named_behind(passage, at, first_free);
    }
    if let Some(head) = site_head::head(tokens, at, first_free) {
        if tokens.list[at].languages.has_kind_in_name() {
            let last = chain::name_end(passage, head)?;
            return Some(LeadingHeadSite {
                head,
                first: chain::name_start(tokens, head),
                last,
            });
        }
        let last = name_end(passage, head, style)?;
        return Some(LeadingHeadSite {
            head,
            first: at,
            last,
        });
    }
    chain::joined(passage, at).or_else(|| detect_definite(passage, at, first_free, style))
}

/// The place whose name ends at a token: an adjective behind a head with the article. The adjective may
/// be one of a people: الطريق الصحراوي, السفارة الفرنسية.
pub(crate) fn detect_definite(
    passage: Passage<'_>,
    at: usize,
    first_free: usize,
    style: TextStyle,
) -> Option<LeadingHeadSite> {
    let tokens = passage.tokens;
    // Most tokens have no article, and no head before them.
    if !tokens.letters(&tokens.list[at]).starts_with(&['ا', 'ل']) {
        return None;
    }
    let headed = at
        .checked_sub(1)
        .is_some_and(|before| before >= first_free && tokens.list[before].hints.site_head);
    if !headed || !passage.rules.has(Rule::DefiniteHeads) || !is_site_adjective(tokens, at) {
        return None;
    }
    let head = site_head::definite_head(tokens, at, first_free)?;
    if !style.posts {
        let last = prose::adjective_end(passage, head)?;
        return Some(LeadingHeadSite {
            head,
            first: head.at,
            last,
        });
    }
    // المنطقة الجنوبية is no name, المركز الوطني an organization.
    let of_land = trigger::before(tokens, at, first_free).is_some_and(|word| {
        matches!(
            word.rule.class,
            FeatureClass::Administrative | FeatureClass::Populated | FeatureClass::Area
        )
    });
    if of_land || (head.role == Role::Institution && site_head::is_qualifier(tokens, at)) {
        return None;
    }
    Some(LeadingHeadSite {
        head,
        first: head.at,
        last: qualified(tokens, at),
    })
}

/// The last token of the name that begins behind a head, if a name does.
fn name_end(passage: Passage<'_>, head: SiteHead, style: TextStyle) -> Option<usize> {
    let (tokens, at) = (passage.tokens, head.at + 1);
    let institution = head.role == Role::Institution;
    if institution && !style.posts && !site_head::is_landmark(tokens, head) {
        return None;
    }
    let whole = passage.names.at(at).iter();
    let listed = whole
        .filter(|found| found.proclitics.is_none())
        .map(|found| found.last)
        .max();
    let road = style.posts && head.role != Role::Institution && is_definite(tokens, at);
    if road && site_head::is_qualifier(tokens, at) && passage.rules.has(Rule::DefiniteHeads) {
        // طريق الدائري السابع.
        return Some(qualified(tokens, at));
    }
    if !is_nameable(tokens, at) {
        return None;
    }
    if passage.rules.has(Rule::MarkedNames) && is_marked(tokens, at) {
        let last = marked_end(passage, at)?;
        // #جسر_الرمثا is a name, #جسر_الرمثا_ينهار none.
        let inside = tokens.list[at].tag == HashtagPart::Hash;
        let listed_to_end = listed == Some(last);
        let titled = has_role(tokens, at, Position::Before, |role| {
            matches!(role, Role::First | Role::Title | Role::Given | Role::Kin)
        });
        let single = qualified(tokens, at) == last;
        if inside && !(single || listed_to_end || titled || is_two_part_tag(tokens, at, last)) {
            return None;
        }
        return is_marked_name(tokens, at, last).then(|| qualified(tokens, last));
    }
    let joined = |at: usize| {
        let joined = tokens.joined(at - 1, at) && is_nameable(tokens, at);
        joined && (!neighbor(tokens, at).uses.says_anything() || is_given(tokens, at))
    };
    let first = has_role(tokens, at, Position::Before, |role| {
        matches!(role, Role::First | Role::Title | Role::Given | Role::Kin)
    });
    let letters = tokens.letters(&tokens.list[at]);
    // ساحة *المدينة* is named by a feature word; ساحة الجمهورية, after the republic, is one.
    let feature_word = || {
        let said = trigger::of_words(tokens, at, at, &mut Vec::new());
        if said.is_some_and(|said| said.rule.codes().any(|code| code == "PCLI")) {
            return false;
        }
        // حي القصور is one: of buildings quarters and streets are named.
        let of_land = said.is_some_and(|said| {
            matches!(
                said.rule.class,
                FeatureClass::Populated | FeatureClass::Administrative
            )
        });
        neighbor(tokens, at).is_feature_word || of_land
    };
    let definite = letters.len() >= MIN_DEFINITE
        && is_definite(tokens, at)
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
    } else if style.posts
        && passage.rules.has(Rule::TwoPartNames)
        && is_two_part(tokens, at)
        && joined(at + 1)
    {
        at + 1
    } else if (definite && (style.posts || head.role == Role::Quarter))
        || (!style.posts && prose::is_called_by_given_name(tokens, head))
        || (style.posts && is_bare_name(letters) && !feature_word())
        || (style.posts && listed.is_some() && letters.len() > MIN_BARE)
    {
        at
    } else if !style.posts
        && let Some(last) = prose::name_end(passage, head, definite)
    {
        last
    } else {
        return None;
    };
    let last = qualified(tokens, last);
    let institution = institution || head.role == Role::Site;
    match institution && style.posts && is_relational(tokens, last) {
        true => Some(last + 1),
        false => Some(last),
    }
}

/// Prepositions of a place and of a way.
const PLACE_OR_WAY: Uses = Uses::of([Use::At, Use::Around, Use::From, Use::To]);

/// Whether the feature word right before a token has one of these feature codes; tokens before `first_free`
/// belong to other mentions.
fn is_behind_kind(tokens: &Tokens, at: usize, first_free: usize, codes: &[&str]) -> bool {
    trigger::before(tokens, at, first_free)
        .is_some_and(|head| head.rule.codes().any(|code| codes.contains(&code)))
}

/// Whether a token is a given name, after which quarters, streets and hospitals are called: حي *فيصل*.
fn is_given(tokens: &Tokens, at: usize) -> bool {
    has_role(tokens, at, Position::Before, |role| role == Role::Given)
}

/// Whether the two words of a hashtag are a name of which only the second has the article.
fn is_two_part_tag(tokens: &Tokens, at: usize, last: usize) -> bool {
    last == at + 1 && !is_definite(tokens, at) && is_definite(tokens, last)
}

/// Whether an adjective made of a name or a noun follows: جامعة البلقاء *التطبيقية*.
fn is_relational(tokens: &Tokens, last: usize) -> bool {
    let next = last + 1;
    tokens.joined(last, next)
        && tokens.list[next].boundary == Boundary::Space
        && tokens.list[next].tag == HashtagPart::None
        && tokens.list[last].tag == HashtagPart::None
        && is_site_adjective(tokens, next)
}

/// Whether a word is a definite adjective that may end a name: one of those that names bear, or made
/// of a noun (-ي, -ية); not one that only describes (المغلق).
fn is_site_adjective(tokens: &Tokens, at: usize) -> bool {
    if !is_definite(tokens, at) {
        return false;
    }
    let letters = tokens.letters(&tokens.list[at]);
    let relational = letters.len() >= MIN_RELATIONAL
        && (letters.ends_with(&['ي']) || letters.ends_with(&['ي', 'ة']));
    let ordinary = has_role(tokens, at, Position::After, |role| role == Role::Ordinary);
    site_head::is_qualifier(tokens, at) || (relational && !ordinary)
}

/// Minimum length in letters of an adjective with its article.
const MIN_RELATIONAL: usize = 6;

/// Whether a mark says that a name begins at a token.
fn is_marked(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    word.tag != HashtagPart::None || word.boundary == Boundary::Quote
}

/// The last token of the hashtag or of the quotation that a name is.
fn marked_end(passage: Passage<'_>, at: usize) -> Option<usize> {
    let tokens = passage.tokens;
    let tagged = tokens.list[at].tag != HashtagPart::None;
    let next_of = |last: usize| tokens.list.get(last + 1);
    let last = (at..at + MAX_MARKED).find(|&last| match (tagged, next_of(last)) {
        (true, next) => next.is_none_or(|next| next.tag != HashtagPart::Hash),
        (false, next) => next.is_none_or(|next| !next.boundary.joins()),
    })?;
    let closed = || {
        let rest = passage
            .text
            .get(tokens.list[last].end..)
            .unwrap_or_default();
        rest.starts_with(['»', '”', '"', '“'])
    };
    (last < tokens.list.len() && (tagged || closed())).then_some(last)
}

/// Maximum length in tokens of a name in a hashtag or in quotation marks.
const MAX_MARKED: usize = 4;

/// Whether marked words look like a name.
fn is_marked_name(tokens: &Tokens, first: usize, last: usize) -> bool {
    let letters = tokens.letters(&tokens.list[first]);
    !is_verbal_noun(letters) && (last > first || letters.len() >= MIN_BARE)
}

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
    let demonyms = entry(KeySpace::Arabic, inner).demonyms(word.languages);
    word.space == Some(KeySpace::Arabic)
        && word.tag != HashtagPart::Handle
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
pub(super) fn is_bare_name(letters: &[char]) -> bool {
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
    let long = letters.len() >= MIN_VERBAL_NOUN && !letters.starts_with(&['ا', 'ل']);
    long && letters.first() == Some(&'ا') && letters[letters.len() - 2] == 'ا'
}

/// Minimum length in letters of a verbal noun that begins with ا.
const MIN_VERBAL_NOUN: usize = 6;

/// Minimum length in letters of a name without the article.
const MIN_BARE: usize = 3;
