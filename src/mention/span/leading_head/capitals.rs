//! The site behind its head where names have capitals: улица *Ленина*, аэропорт *Шереметьево*.

use crate::analysis::neighbor::neighbor;
use crate::analysis::site_head::SiteHead;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger::{self, Trigger};
use crate::lang::language::Use;
use crate::lang::lexicon::Role;
use crate::mention::lookup::Passage;
use crate::mention::span::leading_head::LeadingHeadSite;
use crate::mention::span::named_freely::{is_named_freely, is_site_named_freely};
use crate::query::rule::Rule;

/// The site whose name begins at a token with a capital behind the word for it, or behind that and *named
/// after*: больница имени *Боткина*. Capitals say how far it goes.
pub(super) fn named_behind(
    passage: Passage<'_>,
    at: usize,
    first_free: usize,
) -> Option<LeadingHeadSite> {
    let tokens = passage.tokens;
    let word = &tokens.list[at];
    if !passage.rules.has(Rule::HeadsInNames) || word.tag != HashtagPart::None {
        return None;
    }
    if !matches!(word.boundary, Boundary::Space | Boundary::Quote) {
        return None;
    }
    let head = head(tokens, at, first_free).or_else(|| head_of(tokens, at, first_free))?;
    let letters = tokens.letters(&tokens.list[head.first]);
    // Мосты Парижа are no bridge.
    let plural = word.languages.is_only_plural(letters);
    if !is_named_freely(&head.rule) || plural || tokens.list[head.first].space != word.space {
        return None;
    }
    let last = tokens.end_of_capitals(at, MAX_CAPITALS)?;
    Some(LeadingHeadSite {
        head: SiteHead {
            at: head.first,
            skip: head.skip,
            stem: head.skip,
            role: Role::Site,
        },
        first: at,
        last,
    })
}

/// The word for a site before a token, with *named after* between them or not.
fn head(tokens: &Tokens, at: usize, first_free: usize) -> Option<Trigger> {
    let before = at.checked_sub(1).filter(|&before| before >= first_free)?;
    let word = &tokens.list[before];
    let named_after =
        word.boundary == Boundary::Space && neighbor(tokens, before).uses.has(Use::NamedAfter);
    let at = if named_after { before } else { at };
    trigger::before_or_quoted(tokens, at, first_free)
}

/// The word for a site with a capital, and *of* behind it, before a token: *Temple of* Garni. Such a word
/// is a part of the name.
fn head_of(tokens: &Tokens, at: usize, first_free: usize) -> Option<Trigger> {
    let of = at.checked_sub(1).filter(|&of| of > first_free)?;
    let spaced = |at: usize| tokens.list[at].boundary == Boundary::Space;
    let word = &tokens.list[of - 1];
    if word.case != LetterCase::Capital || word.hints.feature_words == 0 {
        return None;
    }
    let joined = spaced(at) && spaced(of) && neighbor(tokens, of).uses.has(Use::Of);
    let head = joined.then(|| trigger::at_token(tokens, of - 1)).flatten();
    head.filter(|head| head.last + 1 == of && is_site_named_freely(&head.rule))
}

/// Maximum length in tokens of a name in capitals.
const MAX_CAPITALS: usize = 4;
