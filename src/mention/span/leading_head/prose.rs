//! What news calls by name behind an Arabic head: buildings that are known by their names (جامع النوري,
//! متحف الفن الإسلامي, المستشفى السعودي), and rivers, mountains and villages, which have no other
//! use for the word behind their head (نهر بويب, قرية جيكور).

use crate::analysis::neighbor::neighbor;
use crate::analysis::site_head::{self, SiteHead, is_qualifier, is_two_part, qualified};
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::Boundary;
use crate::analysis::trigger;
use crate::lang::language::Use;
use crate::lang::lexicon::Role;
use crate::mention::lookup::Passage;
use crate::mention::span::leading_head::{
    MIN_RELATIONAL, PLACE_OR_WAY, is_bare_name, is_behind_kind, is_given, is_nameable,
    is_relational,
};
use crate::model::feature::FeatureClass;

/// The last token of the name that begins behind a head, if a name does; `definite` says whether it
/// begins with the article as names do.
pub(super) fn name_end(passage: Passage<'_>, head: SiteHead, definite: bool) -> Option<usize> {
    let tokens = passage.tokens;
    let at = head.at + 1;
    let known = neighbor(tokens, at);
    let is_word = known.is_feature_word || known.uses.says_anything();
    if site_head::is_landmark(tokens, head) {
        let definite = definite && !known.is_feature_word && !is_market(tokens, at);
        let last = landmark_end(tokens, at, definite, is_word)?;
        let placed = is_built_once(tokens, at)
            || (is_market(tokens, at) && !definite)
            || is_placed(passage, head, qualified(tokens, last));
        return placed.then_some(last);
    }
    let rule = trigger::before(tokens, at, 0)?.rule;
    let natural = matches!(rule.class, FeatureClass::Water | FeatureClass::Terrain);
    let street = rule.codes().any(|code| matches!(code, "ST" | "SQR"));
    // مخيم, a camp, is a settlement as well.
    let settled = head.role == Role::Quarter && rule.codes().any(|code| code.starts_with("PPL"));
    // كتلة is no hill (تلة).
    let clitics = tokens.letters(&tokens.list[head.at]).get(..head.skip)?;
    if clitics.contains(&'ك') {
        return None;
    }
    let bare = || {
        let letters = tokens.letters(&tokens.list[at]);
        let name = is_bare_name(letters) || is_foreign(letters);
        // ميدان بمثل هذا: "with", and no name.
        let unlike = street && (letters.starts_with(&['ب']) || letters.len() <= MIN_BARE);
        letters.len() >= MIN_BARE && name && !unlike && !is_word && !known.is_ordinary(0)
    };
    // بمنطقة العشار: of a word that is nothing else.
    let region = definite && rule.codes().any(|code| code == "RGN");
    let word = || known.is_ordinary(0) || known.is_ordinary(ARTICLE) || known.has_roles;
    if region && !is_word && !word() && is_placed(passage, head, at) {
        return Some(at);
    }
    let named = (natural && definite) || ((natural || settled || street) && bare());
    named.then_some(at)
}

/// Whether the word behind a head is a given name, after which quarters and streets are called: حي *فيصل*.
pub(super) fn is_called_by_given_name(tokens: &Tokens, head: SiteHead) -> bool {
    head.role == Role::Quarter
        && is_given(tokens, head.at + 1)
        && is_behind_kind(tokens, head.at + 1, 0, &["PPLX", "ST", "SQR"])
}

/// The last token of the name of a building.
fn landmark_end(tokens: &Tokens, at: usize, definite: bool, is_word: bool) -> Option<usize> {
    let joined = tokens.joined(at, at + 1);
    let bare = is_bare_name(tokens.letters(&tokens.list[at]));
    if joined && !is_word && bare && is_two_part(tokens, at) && is_nameable(tokens, at + 1) {
        return Some(at + 1);
    }
    if definite {
        return Some(at + usize::from(is_relational(tokens, at)));
    }
    // مستشفى ناصر: a given name, and no more of it.
    if is_given(tokens, at) {
        return Some(at);
    }
    // معبر زعفرين: of a word that is none of the language's, nothing but a name is left.
    let known = neighbor(tokens, at);
    let unknown = !is_word && !known.is_ordinary(0) && !known.has_roles;
    let letters = tokens.letters(&tokens.list[at]);
    if unknown
        && is_nameable(tokens, at)
        && (is_built_once(tokens, at) || is_market(tokens, at) || is_stop(tokens, at))
        && is_noun(letters)
    {
        return Some(at);
    }
    // مجمع ناصر الطبي: the adjective ends the name of a building.
    (joined && !is_word && is_qualifier(tokens, at + 1)).then_some(at)
}

/// Whether the word before a token is for what is one place wherever it is spoken of, not what something
/// is: a bridge, a crossing.
fn is_built_once(tokens: &Tokens, at: usize) -> bool {
    is_behind_kind(tokens, at, 0, &BUILT_ONCE)
}

/// Feature codes of such places; of markets, which are spoken of as of trade, only what has no article.
const BUILT_ONCE: [&str; 7] = ["BDG", "RGN", "PAL", "HSP", "CSTL", "GATE", "PRT"];
const MARKET: [&str; 1] = ["MKT"];

/// Of stations and junctions.
const STOPS: [&str; 2] = ["STN", "RDJCT"];

/// Whether the word before a token is for a station or a junction, whose names need not have the article.
fn is_stop(tokens: &Tokens, at: usize) -> bool {
    is_behind_kind(tokens, at, 0, &STOPS)
}

/// Whether the word before a token is for a market.
fn is_market(tokens: &Tokens, at: usize) -> bool {
    is_behind_kind(tokens, at, 0, &MARKET)
}

/// Whether a word without the article looks like a noun: like a bare name, or with the ending of plurals
/// that names have as well (أرقين), but like no participle (شامل) and without a pronoun (قصره).
fn is_noun(letters: &[char]) -> bool {
    let participle = letters.len() == MIN_BARE && letters[1] == 'ا';
    let plural = letters.ends_with(&['ي', 'ن']) && !letters.starts_with(&['م']);
    let begins_verb = matches!(letters.first(), Some('ي' | 'ت'));
    letters.len() >= MIN_BARE
        && !participle
        && !letters.ends_with(&['ه'])
        && (is_bare_name(letters) || (plural && !begins_verb) || is_foreign(letters))
}

/// Whether a word is too long for an adjective of the language, though it ends as one: روستافيلي.
fn is_foreign(letters: &[char]) -> bool {
    let begins = |beginning: &[char]| letters.starts_with(beginning);
    letters.len() >= MIN_FOREIGN
        && letters.ends_with(&['ي'])
        && !(begins(&['ا', 'ل']) || begins(&['ي']) || begins(&['ت']) || begins(&['و']))
}

/// Whether the text says where a building stands: behind a preposition of place or of a way (قرب جامع
/// الرحمن), or before one with a place (جامع الرحمن في الموصل). Of others it
/// tells what they are, not where.
fn is_placed(passage: Passage<'_>, head: SiteHead, last: usize) -> bool {
    let tokens = passage.tokens;
    let spaced = |at: usize| {
        let word = tokens.list.get(at);
        word.is_some_and(|word| word.boundary == Boundary::Space)
    };
    let clitics = tokens.letters(&tokens.list[head.at]).get(..head.skip);
    let within = clitics.is_some_and(|clitics| clitics.contains(&'ب'));
    let before = head
        .at
        .checked_sub(1)
        .filter(|_| spaced(head.at) && head.skip == 0);
    let behind_preposition = before.is_some_and(|before| {
        // إمام مسجد is no أمام.
        let imam = tokens.letters(&tokens.list[before]).starts_with(&['إ']);
        let way = neighbor(tokens, before).uses.has(Use::To);
        neighbor(tokens, before).uses.meets(PLACE_OR_WAY) && (way || !imam)
    });
    let next = last + 1;
    let in_place = || {
        let names = |at: usize, clitic: bool| {
            let mut names = passage.names.at(at).iter();
            spaced(at) && names.any(|name| (name.skip() > 0) == clitic)
        };
        let is_in = spaced(next) && neighbor(tokens, next).uses.has(Use::Within);
        let with_clitic = || {
            let word = tokens.list.get(next);
            let letters = word.map(|word| tokens.letters(word)).unwrap_or_default();
            letters.first() == Some(&'ب') && names(next, true)
        };
        // محطة علوك قرب رأس العين.
        let at = || spaced(next) && neighbor(tokens, next).uses.has(Use::At);
        let behind = || names(next + 1, false) || is_kind(tokens, next + 1);
        ((is_in || at()) && behind()) || with_clitic()
    };
    within || behind_preposition || in_place()
}

/// Whether a word is one for a kind of place: في *مدينة* حلب.
fn is_kind(tokens: &Tokens, at: usize) -> bool {
    at < tokens.list.len() && neighbor(tokens, at).is_feature_word
}

/// The last token of the name that a building with the article has from the adjective behind it: المتحف
/// *المصري*, الجامع *الأموي الكبير*. What only describes a building (الجديد) is none.
pub(super) fn adjective_end(passage: Passage<'_>, head: SiteHead) -> Option<usize> {
    let tokens = passage.tokens;
    let at = head.at + 1;
    let letters = tokens.letters(&tokens.list[at]);
    let relational = letters.len() >= MIN_RELATIONAL
        && (letters.ends_with(&['ي']) || letters.ends_with(&['ي', 'ة']));
    let last = qualified(tokens, at);
    let names = relational && site_head::is_landmark(tokens, head) && !is_market(tokens, at);
    (names && (is_built_once(tokens, at) || is_placed(passage, head, last))).then_some(last)
}

/// Number of letters of the article.
const ARTICLE: usize = 2;

/// Minimum length in letters of a name without the article.
const MIN_BARE: usize = 4;

/// Minimum length in letters of one that may end as adjectives do: شارع روستافيلي.
const MIN_FOREIGN: usize = 8;
