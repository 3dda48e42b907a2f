//! Words beside an Armenian name that are a part of it: *Արևմտյան* Հայաստան,
//! Սյունիքի *մարզ*, Միջերկրական *ծով*. Armenian newspapers, encyclopedias and those who mark
//! names in them take these words for a part of the name; the words are those of role `part` in
//! `data/context_words.csv`.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger::{self, Trigger};
use crate::key::KeySpace;
use crate::lang::language::{Heads, Use};
use crate::lang::lexicon::{Position, Role, entry};
use crate::mention::filter::organization_head::{is_genitive, role_after};
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::model::feature::FeatureClass;

/// The tokens of a name, and the number of letters of the last one that are no part of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    pub first: usize,
    pub last: usize,
    pub drop: usize,
}

/// The whole of a name, if it goes beyond the match; tokens before `first_free` belong to other
/// mentions.
pub(crate) fn extent(
    tokens: &Tokens,
    found: &DictionaryMatch,
    names: &[NameEntry],
    first_free: usize,
) -> Option<Extent> {
    let languages = found.languages(tokens);
    let (mut first, mut after_name) = (None, None);
    if languages.puts_heads(Heads::LastBehindGenitive) {
        first = before(tokens, found, first_free);
        after_name = after(tokens, found).filter(|&(at, _)| {
            is_genitive(tokens, found) || is_land(names) || trigger::after(tokens, at).is_some()
        });
    } else if languages.puts_heads(Heads::LastInName)
        && !languages.puts_heads(Heads::LastBehindBare)
    {
        after_name = capital_head(tokens, found);
    } else if languages.has_kind_in_name() {
        first = kind_before(tokens, found, first_free);
    }
    if first.is_none() && after_name.is_none() {
        return None;
    }
    let (last, drop) = after_name.unwrap_or((found.token_last(), found.drop()));
    Some(Extent {
        first: first.unwrap_or(found.first),
        last,
        drop,
    })
}

/// The word for the kind of the place before its name, and the direction before it: استان تهران,
/// شمال استان تهران. A state is called by its name alone, and so is what a capital or a market is of, and
/// what stands behind a kind in the plural (شهرهای بابل), quarters and islands: محلهٔ نارمک.
fn kind_before(tokens: &Tokens, found: &DictionaryMatch, first_free: usize) -> Option<usize> {
    let is_apart = |trigger: &Trigger| {
        let word = &tokens.list[trigger.first];
        let mut codes = trigger.rule.codes();
        // جادهٔ کرج–چالوس is one of both.
        let next = tokens.list.get(found.token_last() + 1);
        let road = trigger.rule.class == FeatureClass::Road
            && next.is_some_and(|next| matches!(next.boundary, Boundary::Hyphen | Boundary::Break));
        road || codes.any(|code| matches!(code, "PCLI" | "PPLC" | "MKT" | "PPLX" | "ISL"))
            || word.languages.is_plural(tokens.letters(word))
    };
    // Persian joins no clitics to words (ومدينة is Arabic), and г. is no word of its.
    let kind = trigger::before(tokens, found.first, first_free).filter(|kind| {
        let space = tokens.list[kind.first].space;
        kind.skip == 0 && space == Some(found.space) && !is_apart(kind)
    });
    let first = kind.map_or(found.first, |kind| kind.first);
    let direction = first.checked_sub(1).filter(|&at| {
        let joined = tokens.list[first].boundary == Boundary::Space;
        at >= first_free && joined && neighbor(tokens, at).uses.has(Use::Direction)
    });
    let first = direction.unwrap_or(first);
    (first < found.first && found.proclitics.is_none()).then_some(first)
}

/// The head with a capital behind an English name, which is a part of it: Bekaa *Valley*.
fn capital_head(tokens: &Tokens, found: &DictionaryMatch) -> Option<(usize, usize)> {
    let head = trigger::after(tokens, found.token_last() + 1)?;
    let capital = tokens.list[head.first].case == LetterCase::Capital;
    (capital && found.stripped() == 0 && !found.detached_suffix).then_some((head.last, 0))
}

/// The adjective before the name that is a part of it. It has a capital then: *Մեծ* Հայք, but
/// մեծ Երևան.
fn before(tokens: &Tokens, found: &DictionaryMatch, first_free: usize) -> Option<usize> {
    let at = found.first.checked_sub(1).filter(|&at| at >= first_free)?;
    let word = &tokens.list[at];
    let small = matches!(word.case, LetterCase::Small | LetterCase::None);
    if small || tokens.list[found.first].boundary != Boundary::Space {
        return None;
    }
    let space = word.space.unwrap_or(KeySpace::Other);
    let key = tokens.key(word);
    let mut roles = entry(space, key).roles(word.languages, Position::Before);
    roles.any(|role| role == Role::Part).then_some(at)
}

/// Whether the name is one of a sea or a land, which often is an adjective: Միջերկրական ծով.
fn is_land(names: &[NameEntry]) -> bool {
    let settled = [FeatureClass::Administrative, FeatureClass::Populated];
    let mut features = names.iter().map(|name| name.feature);
    features.all(|feature| !settled.contains(&feature.class()))
}

/// The head behind a genitive that is a part of the name, with the number of letters of its ending. States
/// have adjectives before it: Իրանի Իսլամական *Հանրապետություն*, Հայաստանի Առաջին
/// *Հանրապետություն*.
fn after(tokens: &Tokens, found: &DictionaryMatch) -> Option<(usize, usize)> {
    let first = found.token_last() + 1;
    let mut of_unit = false;
    for at in first..=first + MAX_ADJECTIVES {
        let word = tokens.list.get(at).filter(|word| word.boundary.joins())?;
        let capital = word.case == LetterCase::Capital;
        match role_after(tokens, at) {
            Some((Role::Part, drop)) if at == first || capital || of_unit => {
                return Some((at, drop));
            }
            // Ավան վարչական շրջան.
            Some((Role::Branch, _)) if at == first => of_unit = true,
            Some((Role::Branch, _)) | None if capital && is_adjective(tokens, at) => {}
            _ => return None,
        }
    }
    None
}

/// Maximum number of adjectives before the head (Եգիպտոսի Արաբական Հանրապետություն); two are rare.
const MAX_ADJECTIVES: usize = 2;

/// Whether a word has the ending of an adjective or of an ordinal number.
fn is_adjective(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    word.languages
        .ends_in(tokens.letters(word), |profile| profile.endings.adjectives)
}
