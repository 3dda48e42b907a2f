//! Heads of organizations behind a name, in the languages that put the head last: Երևանի *պետական
//! համալսարան*, Bakı *Dövlət Universiteti*.
//!
//! The words form a chain: behind the name come the modifiers of the head, and then the head. A
//! modifier is either in the table (role `branch`) or an Armenian genitive or adjective; the
//! head, or a word for a person or a place, ends the chain (`data/context_words.csv`).

use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, Tokens};
use crate::analysis::trigger;
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::affix::SuffixSplit;
use crate::lang::language::{Heads, LanguageSet, Use, uses};
use crate::lang::lexicon::{Position, Role, entry};
use crate::mention::filter::entity::ContainingEntity;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::model::feature::FeatureClass;

/// Maximum length in tokens of the chain behind the name.
const MAX_CHAIN: usize = 7;

/// The entity that the chain behind a name makes it a part of.
pub(crate) fn headed_entity(tokens: &Tokens, found: &DictionaryMatch) -> Option<ContainingEntity> {
    let first = found.token_last() + 1;
    let languages = found.languages(tokens);
    let behind_genitive = languages.puts_heads(Heads::LastBehindGenitive);
    let behind_bare = is_behind_bare(languages);
    if behind_genitive && !is_genitive(tokens, found) {
        // Only names borrowed as a whole have no genitive: Մանչեսթեր Սիթի.
        let role = role_after(tokens, first).map(|(role, _)| role);
        return (role == Some(Role::Club)).then_some(ContainingEntity::Club);
    }
    // Azerbaijani puts the place bare before the name of an organization; of Azərbaycanın
    // hökuməti it is the place that the government is of.
    if behind_bare && (found.suffix.is_some() || found.detached_suffix) {
        return None;
    }
    chain_entity(tokens, first, behind_genitive, behind_bare)
}

/// Whether a language puts heads behind bare names.
fn is_behind_bare(languages: LanguageSet) -> bool {
    languages.puts_heads(Heads::LastBehindBare) || languages.puts_heads(Heads::LastInName)
}

/// Whether the words from a token on are a chain that leads to the head of an organization, in a language
/// that puts heads behind a genitive.
pub(crate) fn is_chain(tokens: &Tokens, first: usize) -> bool {
    let entity = chain_entity(tokens, first, true, false);
    matches!(entity, Some(ContainingEntity::NoPlace))
}

/// The same in a language that puts heads behind bare names.
pub(crate) fn heads_behind_bare(tokens: &Tokens, first: usize) -> bool {
    let entity = chain_entity(tokens, first, false, true);
    matches!(entity, Some(ContainingEntity::NoPlace))
}

/// Whether the kind of a unit stands behind a bare name and a chain behind that: Երևան *քաղաքի փրկարարական
/// վարչություն*, Moscow *State University*. What has a place in its name is the organization of the unit.
pub(crate) fn is_unit_of_organization(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let languages = found.languages(tokens);
    if found.space == KeySpace::Arabic {
        return false;
    }
    let behind_genitive = languages.puts_heads(Heads::LastBehindGenitive);
    let behind_bare = is_behind_bare(languages);
    if !(behind_genitive || behind_bare) || found.stripped() > 0 || found.detached_suffix {
        return false;
    }
    let Some(kind) = trigger::after(tokens, found.token_last() + 1) else {
        return false;
    };
    let settled = matches!(
        kind.rule.class,
        FeatureClass::Administrative | FeatureClass::Populated
    );
    // Լոռի քաղաքի հիվանդանոց is a building of the town.
    let building = is_building(tokens, kind.last + 1);
    let letters = tokens.letters(&tokens.list[kind.last]);
    let entity = || chain_entity(tokens, kind.last + 1, behind_genitive, behind_bare);
    settled
        && !building
        && (behind_bare || languages.ends_in(letters, |profile| profile.endings.genitives))
        && matches!(entity(), Some(ContainingEntity::NoPlace))
}

/// Whether the head at a token is one of buildings.
fn is_building(tokens: &Tokens, at: usize) -> bool {
    trigger::at_token(tokens, at).is_some_and(|head| head.rule.class == FeatureClass::Spot)
}

/// The entity that a chain from a token on makes a name before it a part of.
fn chain_entity(
    tokens: &Tokens,
    first: usize,
    behind_genitive: bool,
    behind_bare: bool,
) -> Option<ContainingEntity> {
    for at in first..first + MAX_CHAIN {
        match role_after(tokens, at).map(|(role, _)| role) {
            // Mardin Devlet Hastanesi is a building all the same.
            Some(Role::Organization) if behind_bare && is_building(tokens, at) => return None,
            Some(Role::Organization) => return Some(ContainingEntity::NoPlace),
            Some(Role::Club) => return Some(ContainingEntity::Club),
            Some(Role::Group) => return Some(ContainingEntity::Group(at)),
            Some(Role::Branch) => {}
            Some(Role::Part) if at == first => {}
            Some(Role::Own) if at > first && is_center(tokens, at) => {
                return Some(ContainingEntity::NoPlace);
            }
            Some(Role::Own) if behind_genitive && is_staffed(tokens, at) => {
                return Some(ContainingEntity::NoPlace);
            }
            None if behind_genitive
                && (is_modifier(tokens, first, at) || is_honored(tokens, at)) => {}
            None if behind_bare && is_capitalized_modifier(tokens, at) => {}
            _ => return None,
        }
    }
    None
}

/// Whether a name in a language of [`Heads::LastBehindGenitive`] may modify the noun behind it: it
/// is in the genitive. Initials are often left without an ending: ՀՀ նախագահ.
pub(crate) fn is_genitive(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let last = &tokens.list[found.token_last()];
    let languages = found.languages(tokens);
    let genitive = languages.is_ending(found.ending(tokens), |profile| profile.endings.genitives);
    if found.detached_suffix {
        return genitive;
    }
    genitive || (found.suffix.is_none() && last.case == LetterCase::Capitals)
}

/// The role of a token behind a name, with or without its case ending, and the number of letters of
/// the ending. A plural heads no name: *universities of Yerevan*.
pub(crate) fn role_after(tokens: &Tokens, at: usize) -> Option<(Role, usize)> {
    let word = tokens.list.get(at).filter(|word| word.boundary.joins())?;
    let space = word.space?;
    let role = |key: &[u8]| {
        let known = entry(space, key).context_words(word.languages);
        let mut known = known.filter(|known| {
            known.position == Position::After
                && (!known.initials || word.case == LetterCase::Capitals)
        });
        known.next().map(|known| known.role)
    };
    if let Some(role) = role(tokens.key(word)) {
        return Some((role, 0));
    }
    let letters = tokens.letters(word);
    affix::suffix_splits(word.languages, letters).find_map(|split| {
        let rest = letters.len() - split.drop;
        if word.languages.is_plural_ending(&letters[rest..]) {
            return None;
        }
        let mut key = Vec::new();
        tokens.stem_key(word, rest, split.append, &mut key);
        Some((role(&key)?, ending_letters(letters, &split)))
    })
}

/// Number of letters of an ending that are no part of the name. What the ending has in common with
/// the letters that it stands for stays: the first letters of ության, which stands for ություն.
pub(crate) fn ending_letters(letters: &[char], split: &SuffixSplit) -> usize {
    let ending = letters[letters.len() - split.drop..].iter().copied();
    let stays = split.append.chars().zip(ending).take_while(|(a, b)| a == b);
    split.drop - stays.count()
}

/// Whether a token may be a modifier of a head behind it: պաշտպանության նախարարություն. «Եւ»
/// joins two of them: կրթության և գիտության նախարարություն.
fn is_modifier(tokens: &Tokens, first: usize, at: usize) -> bool {
    let Some(word) = tokens.list.get(at) else {
        return false;
    };
    // Ministries have many: կրթության, գիտության, մշակույթի և սպորտի նախարարություն.
    let enumerated = at > first && word.boundary == Boundary::Break;
    if !word.boundary.joins() && !enumerated {
        return false;
    }
    let letters = tokens.letters(word);
    if at > first && uses(word.languages, letters).has(Use::And) {
        return true;
    }
    let is_place = || {
        let space = word.space.unwrap_or(KeySpace::Other);
        let key = tokens.key(word);
        let rule = entry(space, key).feature_word(word.languages, Position::After);
        rule.is_some()
    };
    // A capital begins another name, unless that is who the head is named after (Երևանի
    // Մաշտոցի անվան գրադարան) or the name of the organization itself (ԽՍՀՄ Մինիստրների խորհուրդ).
    let capital = matches!(word.case, LetterCase::Capital | LetterCase::Capitals);
    let own_name = capital
        && role_after(tokens, at + 1)
            .is_none_or(|(role, _)| !matches!(role, Role::Branch | Role::Organization));
    letters.len() >= MIN_MODIFIER
        && !own_name
        && word
            .languages
            .ends_in(letters, |profile| profile.endings.modifiers)
        && !is_place()
}

/// Whether a token is the first name of a person whom the head is named after: Գյումրու *Վարդան*
/// Աճեմյանի անվան թատրոն.
fn is_honored(tokens: &Tokens, at: usize) -> bool {
    let is_name = |at: usize| {
        tokens
            .list
            .get(at)
            .is_some_and(|word| word.case == LetterCase::Capital)
    };
    let named_after = |at: usize| {
        let word = tokens.list.get(at).filter(|word| word.boundary.joins());
        word.is_some_and(|word| uses(word.languages, tokens.letters(word)).has(Use::NamedAfter))
    };
    is_name(at) && is_name(at + 1) && named_after(at + 2)
}

/// Whether a token is somebody of the place, in the genitive, whose office is named behind it: ՀՀ *նախագահի*
/// աշխատակազմ.
fn is_staffed(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    let genitive = word
        .languages
        .ends_in(tokens.letters(word), |profile| profile.endings.genitives);
    let heads = |at: usize| matches!(role_after(tokens, at), Some((Role::Organization, _)));
    genitive && (heads(at + 1) || (is_modifier(tokens, at, at + 1) && heads(at + 2)))
}

/// Whether a token is «center», which behind an adjective heads a name (Գյումրու բժշկական
/// կենտրոն) and else is a part of a town.
fn is_center(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    let before = tokens.letters(&tokens.list[at - 1]);
    uses(word.languages, tokens.letters(word)).has(Use::Center)
        && word
            .languages
            .ends_in(before, |profile| profile.endings.relational)
}

/// Whether a word may be a modifier in Azerbaijani, which writes every word of the name of an
/// organization with a capital and puts the place before it bare: Gürcüstan *İqtisadiyyat*
/// Nazirliyi.
fn is_capitalized_modifier(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.list.get(at).filter(|word| word.boundary.joins());
    word.is_some_and(|word| word.case == LetterCase::Capital)
}

/// Minimum length in letters of a modifier: shorter words are pronouns and the like.
const MIN_MODIFIER: usize = 4;
