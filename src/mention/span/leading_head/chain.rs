//! Sites in a language that takes the head for a part of the name and writes neither article nor capital:
//! خیابان *انقلاب*, میدان شهید *بهشتی شمالی*; and those whose head a joiner holds together with the name:
//! سیمینه‌*رود*.

use crate::analysis::neighbor::neighbor;
use crate::analysis::site_head::{SiteHead, has_role, qualified};
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::Boundary;
use crate::analysis::trigger;
use crate::key::KeySpace;
use crate::lang::language::Use;
use crate::lang::lexicon::{Position, Role};
use crate::mention::lookup::Passage;
use crate::mention::span::leading_head::{LeadingHeadSite, MIN_BARE, PLACE_OR_WAY, is_behind_kind};
use crate::query::rule::Rule;

/// The last token of the name behind a head: a word that is known as one, of whatever kind, is none.
pub(super) fn name_end(passage: Passage<'_>, head: SiteHead) -> Option<usize> {
    let (tokens, at) = (passage.tokens, head.at + 1);
    if !passage.rules.has(Rule::HeadsInNames) || head.role == Role::Institution {
        return None;
    }
    let before = head.at.checked_sub(1).filter(|_| spaced(tokens, head.at));
    let placed = before.is_some_and(|before| neighbor(tokens, before).uses.meets(PLACE_OR_WAY));
    // از گردنه الماس: buildings and passes are called by words, where the text goes by them.
    let by_word = placed && is_called_by_word(tokens, at, head);
    let joined = |at: usize| spaced(tokens, at);
    // این خیابان "this street" has no name.
    if before.is_some_and(|before| neighbor(tokens, before).uses.has(Use::Demonstrative)) {
        return None;
    }
    // مسجد جامع تبریز, بیمارستان شهید بهشتی: adjectives and titles before the name, which may be any word
    // behind them.
    let leads = |at: usize| {
        let title = has_role(tokens, at, Position::Before, |role| {
            matches!(role, Role::Title | Role::Given | Role::First)
        });
        title && joined(at + 1) && word_end(tokens, at + 1, true).is_some()
    };
    let first = (at..at + MAX_LEADS).find(|&first| !leads(first))?;
    let last = word_end(tokens, first, by_word || first > at)?;
    // کشیده شد "was drawn": what stands before a verb is no name; nor is a verb in the present.
    let is_present = |at: usize| {
        let letters = tokens.list.get(at).map(|word| tokens.letters(word));
        letters.is_some_and(|letters| {
            let apart = is_joined(tokens, at + 1) && neighbor(tokens, at).uses.has(Use::Follows);
            letters.starts_with(&['م', 'ي']) && (letters.len() >= MIN_VERB || apart)
        })
    };
    let behind = last + 1;
    let predicate = joined(behind)
        && (neighbor(tokens, behind).uses.has(Use::Verb) || (by_word && is_present(behind)));
    let verb = by_word && first == at && is_present(at);
    (joined(at) && !predicate && !verb).then(|| qualified(tokens, last))
}

/// The last token of a name of one word, maybe of parts that joiners hold together, at a token; `any` says
/// that it may be an ordinary word.
pub(crate) fn word_end(tokens: &Tokens, at: usize, any: bool) -> Option<usize> {
    let word = tokens.list.get(at)?;
    let mut last = at;
    while is_joined(tokens, last + 1) {
        last += 1;
    }
    let length = (at..=last).map(|at| tokens.letters(&tokens.list[at]).len());
    let known = neighbor(tokens, at);
    let is_part = |at: usize| {
        let part = &tokens.list[at];
        let uses = neighbor(tokens, at).uses;
        (!uses.says_anything() || uses.has(Use::Honor))
            && !part.languages.is_plural(tokens.letters(part))
            && !has_role(tokens, at, Position::After, |role| {
                matches!(role, Role::Ordinary | Role::Qualifier)
            })
    };
    let name = word.space == Some(KeySpace::Arabic)
        && length.sum::<usize>() >= MIN_BARE
        && (at..=last).all(is_part)
        && (last > at || any || !known.is_ordinary(0))
        && (last > at || !known.is_feature_word);
    name.then_some(last)
}

/// The first token of the name: quarters are called by their names alone.
pub(super) fn name_start(tokens: &Tokens, head: SiteHead) -> usize {
    let rule = trigger::before(tokens, head.at + 1, head.at).map(|head| head.rule);
    let quarter = rule.is_some_and(|rule| rule.codes().next() == Some("PPLX"));
    head.at + usize::from(quarter)
}

/// The place that begins at a token and whose head a joiner holds together with it: زرینه‌*رود*.
pub(super) fn joined(passage: Passage<'_>, at: usize) -> Option<LeadingHeadSite> {
    let tokens = passage.tokens;
    let head = at + 1;
    if !is_joined(tokens, head)
        || is_joined(tokens, at)
        || is_joined(tokens, head + 1)
        || !tokens.list[at].languages.has_kind_in_name()
        || !passage.rules.has(Rule::HeadsInNames)
    {
        return None;
    }
    let natural = has_role(tokens, head, Position::After, |role| role == Role::Part);
    let letters = tokens.letters(&tokens.list[at]);
    // رشته‌کوه is itself a word for a kind.
    let is_kind = trigger::of_words(tokens, at, head, &mut Vec::new()).is_some();
    let name = natural
        && !is_kind
        && letters.len() + 1 >= MIN_BARE
        && word_end(tokens, at, true).is_some();
    name.then_some(LeadingHeadSite {
        head: SiteHead {
            at,
            skip: 0,
            stem: 0,
            role: Role::Site,
        },
        first: at,
        last: head,
    })
}

/// Whether a joiner holds a token together with the one before it.
fn is_joined(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.list.get(at);
    word.is_some_and(|word| word.boundary == Boundary::Joiner)
}

/// Whether a blank alone stands before a token.
fn spaced(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.list.get(at);
    word.is_some_and(|word| word.boundary == Boundary::Space)
}

/// Whether the word before a token is for places that may be called by any noun: a tower, a pass. A field
/// or a road is one of anything (میدان جنگ).
fn is_called_by_word(tokens: &Tokens, at: usize, head: SiteHead) -> bool {
    is_behind_kind(tokens, at, head.at, &CALLED_BY_WORDS)
}

/// Feature codes of such places.
const CALLED_BY_WORDS: [&str; 15] = [
    "PASS", "TOWR", "SHRN", "PIER", "PAL", "CAVE", "PK", "STRT", "HSTS", "HSP", "STDM", "SQR",
    "RTE", "PRN", "ISL",
];

/// Minimum length in letters of a verb in the present, with its می.
const MIN_VERB: usize = 5;

/// Maximum number of tokens of a Persian name with its titles.
const MAX_LEADS: usize = 4;
