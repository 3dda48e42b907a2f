//! What the words behind a name make of it, in the languages that put the head of a name last:
//! Երևանի *պետական համալսարան*, Bakı *Dövlət Universiteti*.
//!
//! The words form a chain: after the name come the modifiers of the head, and then the head. A
//! modifier is either in the table (role `branch`) or an Armenian genitive or adjective; the
//! head, or a word for a person or a place, ends the chain (`data/context_words.csv`).

use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, Tokens, is_one_of};
use crate::key::KeySpace;
use crate::key::letter::fold_in;
use crate::lang::affix;
use crate::lang::affix::ends_with;
use crate::lang::lexicon::{Lexicon, Position, Role};
use crate::mention::filter::entity::ContainingEntity;
use crate::mention::lookup::dictionary_match::DictionaryMatch;

/// No name of an organization has more words behind the place's.
const MAX_CHAIN: usize = 7;

/// What the chain of words behind a name makes of it.
pub(crate) fn heads(tokens: &Tokens, found: &DictionaryMatch) -> Option<ContainingEntity> {
    let first = found.token_last() + 1;
    if found.space == KeySpace::Armenian && !is_genitive(tokens, found) {
        // Only names borrowed as a whole have no genitive: Մանչեսթեր Սիթի.
        let role = role_after(tokens, first).map(|(role, _)| role);
        return (role == Some(Role::Club)).then_some(ContainingEntity::Club);
    }
    // Azerbaijani puts the place bare before the name of an organization; of Azərbaycanın
    // hökuməti it is the place that the government is of.
    if found.space == KeySpace::Latin && (found.end.is_some() || found.suffixed) {
        return None;
    }
    for at in first..first + MAX_CHAIN {
        match role_after(tokens, at).map(|(role, _)| role) {
            Some(Role::Organization) => return Some(ContainingEntity::NoPlace),
            Some(Role::Club) => return Some(ContainingEntity::Club),
            Some(Role::Group) => return Some(ContainingEntity::Group(at)),
            Some(Role::Branch) => {}
            Some(Role::Part) if at == first => {}
            Some(Role::Own) if at > first && is_center(tokens, at) => {
                return Some(ContainingEntity::NoPlace);
            }
            None if found.space == KeySpace::Armenian
                && (is_modifier(tokens, first, at) || is_honored(tokens, at)) => {}
            None if found.space == KeySpace::Latin && is_titled(tokens, at) => {}
            _ => return None,
        }
    }
    None
}

/// What ends an Armenian genitive. The accusative with the article, Երևանը, and the locative,
/// Երևանում, head nothing; but initials are often left without an ending: ՀՀ նախագահ.
const GENITIVES: [&str; 6] = ["ի", "յի", "ու", "վի", "ոյ", "այ"];

/// Whether an Armenian name may say something of the noun behind it.
pub(crate) fn is_genitive(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let last = &tokens.list[found.token_last()];
    let letters = tokens.letters(last);
    if found.suffixed {
        return GENITIVES
            .iter()
            .any(|end| end.chars().eq(letters.iter().copied()));
    }
    let ending = &letters[letters.len() - found.drop()..];
    let genitive = GENITIVES
        .iter()
        .any(|end| end.chars().eq(ending.iter().copied()));
    genitive || (found.end.is_none() && last.case == LetterCase::Capitals)
}

/// The role of a word behind a name, as it stands or without its case ending, and the letters
/// of the ending. A plural heads no name: *universities of Yerevan*.
pub(crate) fn role_after(tokens: &Tokens, at: usize) -> Option<(Role, usize)> {
    let word = tokens.list.get(at).filter(|word| word.boundary.joins())?;
    let space = word.space?;
    let role = |key: &[u8]| {
        let known = Lexicon::get().context_words_of(space, key).iter();
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
    affix::suffix_splits(letters).find_map(|end| {
        let rest = letters.len() - end.drop;
        if is_plural(&letters[rest..]) {
            return None;
        }
        let mut key = Vec::new();
        for letter in 0..rest {
            key.extend_from_slice(tokens.fold_of(word, letter));
        }
        for letter in end.append.chars() {
            key.extend_from_slice(fold_in(space, letter, &mut [0; 4]));
        }
        // Of ության and ություն the first letters are the same, and stay.
        let ending = letters[rest..].iter().copied();
        let stays = end.append.chars().zip(ending).take_while(|(a, b)| a == b);
        Some((role(&key)?, end.drop - stays.count()))
    })
}

/// Beginnings of endings that make a plural.
const PLURALS: [&str; 4] = ["եր", "ներ", "lar", "lər"];

fn is_plural(ending: &[char]) -> bool {
    PLURALS.iter().any(|plural| {
        plural
            .chars()
            .eq(ending.iter().copied().take(plural.chars().count()))
    })
}

/// Ends of Armenian words that stand before another noun and say something of it: genitives
/// and adjectives.
const MODIFIERS: [&str; 8] = [
    "ության",
    "ութեան",
    "ական",
    "ային",
    "ների",
    "ի",
    "յան",
    "ման",
];

/// Whether a word may be a modifier of a head behind it: պաշտպանության նախարարություն. «Եւ»
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
    if at > first && letters == ['ե', 'վ'] {
        return true;
    }
    let is_place = || {
        let lexicon = Lexicon::get();
        let key = tokens.key(word);
        let rule = lexicon.feature_word_of(KeySpace::Armenian, key, Position::After);
        rule.is_some()
    };
    // A capital begins another name, unless that is who the head is named after (Երևանի
    // Մաշտոցի անվան գրադարան) or the name of the organization itself (ԽՍՀՄ Մինիստրների խորհուրդ).
    let own_name = word.case != LetterCase::Small
        && role_after(tokens, at + 1)
            .is_none_or(|(role, _)| !matches!(role, Role::Branch | Role::Organization));
    letters.len() >= MIN_MODIFIER
        && !own_name
        && MODIFIERS.iter().any(|end| ends_with(letters, end))
        && !is_place()
}

/// Whether the word is the first of those who the head is named after: Գյումրու *Վարդան*
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
        word.is_some_and(|word| is_one_of(&["անվան", "անուան"], tokens.letters(word)))
    };
    is_name(at) && is_name(at + 1) && named_after(at + 2)
}

/// Whether the word is «center», which behind an adjective heads a name (Գյումրու բժշկական
/// կենտրոն) and else is a part of a town.
fn is_center(tokens: &Tokens, at: usize) -> bool {
    let center = ['կ', 'ե', 'ն', 'տ', 'ր', 'ո', 'ն'];
    let before = tokens.letters(&tokens.list[at - 1]);
    tokens.letters(&tokens.list[at]).starts_with(&center) && ends_with(before, "ական")
}

/// Whether a word may be a modifier in Azerbaijani, which writes every word of the name of an
/// organization with a capital and puts the place before it bare: Gürcüstan *İqtisadiyyat*
/// Nazirliyi.
fn is_titled(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.list.get(at).filter(|word| word.boundary.joins());
    word.is_some_and(|word| word.case == LetterCase::Capital)
}

/// Shorter words are pronouns and the like.
const MIN_MODIFIER: usize = 4;
