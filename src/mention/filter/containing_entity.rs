//! A name within the name of something else is no mention of a place: صحيفة القدس, الملكة صوفيا, and
//! a town inside a club's name, ريال مدريد.
//!
//! The words that say so are a table (`data/context_words.csv`); what follows from each of
//! their roles is here.

use crate::analysis::demonym;
use crate::analysis::neighbor::neighbor;
use crate::analysis::token::segmentation::Boundary;
use crate::analysis::token::{LetterCase, Tokens};
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::{Heads, Use};
use crate::lang::lexicon::{Position, Role, entry};
use crate::lang::surname::is_surname;
use crate::mention::context::feature_words::Context;
use crate::mention::filter::entity::ContainingEntity;
use crate::mention::filter::organization_head::{headed_entity, is_unit_of_organization};
use crate::mention::filter::quotation::{
    begins_title, follows_opening, head_of_title, is_title, precedes_closing,
};
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::model::feature::FeatureClass;
use crate::query::rule::Rule;
use crate::text::style::TextStyle;
use std::ops::Range;

/// The entity that a name is a part of, as the words around it say.
pub(crate) fn containing_entity(
    passage: Passage<'_>,
    found: &DictionaryMatch,
    context: &Context,
    names: &[NameEntry],
    style: TextStyle,
) -> Option<ContainingEntity> {
    let Passage {
        text,
        tokens,
        rules,
        ..
    } = passage;
    if rules.has(Rule::Chains) && is_in_chain(tokens, found, context, style) {
        return Some(ContainingEntity::NoPlace);
    }
    if rules.has(Rule::HeadBehind) && is_unit_of_organization(tokens, found) {
        return Some(ContainingEntity::NoPlace);
    }
    if names.iter().any(|name| context.suits(name.feature)) {
        return None;
    }
    let region = |name: &NameEntry| {
        let class = name.feature.class();
        matches!(class, FeatureClass::Area | FeatureClass::Water)
    };
    if rules.has(Rule::QuotedRegion)
        && names.iter().all(region)
        && is_quoted(text, tokens, found)
        && !is_announced_outside(tokens, found)
    {
        return Some(ContainingEntity::NoPlace);
    }
    let titled = || {
        is_title(text, tokens, found)
            || (!names.iter().any(NameEntry::is_country) && begins_title(text, tokens, found))
    };
    if rules.has(Rule::QuotedTitle)
        && head_of_title(text, tokens, found).is_some_and(|at| is_of_titles(tokens, at))
    {
        return Some(ContainingEntity::NoPlace);
    }
    if rules.has(Rule::QuotedTitle) && titled() {
        return Some(match names.iter().any(is_town) {
            true => ContainingEntity::Club,
            false => ContainingEntity::NoPlace,
        });
    }
    // Clitics show that a new phrase begins: شركة للقاهرة is no Cairo company.
    let bare = found.proclitics.is_none_or(|split| split.is_only_article());
    if let Some(containing_entity) = before(passage, found, names, style).filter(|_| bare) {
        return Some(containing_entity);
    }
    after(passage, found, names)
}

/// The entity that the word before a name heads.
fn before(
    passage: Passage<'_>,
    found: &DictionaryMatch,
    names: &[NameEntry],
    style: TextStyle,
) -> Option<ContainingEntity> {
    let Passage { tokens, rules, .. } = passage;
    let at = found.first.checked_sub(1)?;
    if !tokens.list[found.first].boundary.joins() {
        return None;
    }
    let country = names.iter().any(NameEntry::is_country);
    let town = !country && names.iter().any(is_town);
    let further = at
        .checked_sub(1)
        .filter(|_| tokens.list[at].boundary.joins());
    let has = |at: usize, role: Role| roles(tokens, at).any(|found| found == role);
    let has_case_endings = found
        .languages(tokens)
        .puts_heads(Heads::LastBehindGenitive);
    let mut containing_entity = roles(tokens, at).find_map(|role| match role {
        Role::Organization
            if rules.has(Rule::OrganizationBefore) && !is_placed_institution(tokens, at, style) =>
        {
            Some(ContainingEntity::NoPlace)
        }
        Role::Title if rules.has(Rule::OrganizationBefore) && !has_case_endings => {
            Some(ContainingEntity::NoPlace)
        }
        Role::Club if rules.has(Rule::ClubBefore) => Some(ContainingEntity::Club),
        Role::Team if !country && rules.has(Rule::ClubBefore) => Some(ContainingEntity::Club),
        // على is a preposition where the text may be Arabic, and a given name in Persian.
        // Behind a title an ending says where its bearer is: վարչապետը Գյումրիում.
        Role::Given | Role::Kin | Role::Title
            if rules.has(Rule::GivenBefore)
                && !country
                && !is_in_or_from(tokens, found)
                && !is_function_word(tokens, at) =>
        {
            Some(ContainingEntity::NoPlace)
        }
        Role::Branch
            if rules.has(Rule::OrganizationBefore)
                && further.is_some_and(|at| has(at, Role::Organization)) =>
        {
            Some(ContainingEntity::NoPlace)
        }
        Role::Group if rules.has(Rule::GroupBefore) => Some(ContainingEntity::Group(at)),
        _ => None,
    });
    if containing_entity.is_none()
        && rules.has(Rule::OrganizationBefore)
        && neighbor(tokens, at).uses.has(Use::Of)
        && further.is_some_and(|at| has(at, Role::Organization))
    {
        return Some(ContainingEntity::NoPlace);
    }
    if containing_entity.is_none()
        && rules.has(Rule::SurnameBehind)
        && is_surname_behind_name(tokens, found, names)
    {
        return Some(ContainingEntity::NoPlace);
    }
    if containing_entity.is_none()
        && rules.has(Rule::ClubBefore)
        && town
        && !is_function_word(tokens, at)
    {
        // نادي اتحاد طنجة, فريق أسيك أبيدجان.
        let club = |at: usize| {
            roles(tokens, at).any(|role| matches!(role, Role::Club | Role::Team))
                && is_head_of_club(tokens, at)
        };
        containing_entity = further
            .filter(|&at| club(at))
            .map(|_| ContainingEntity::Club);
    }
    containing_entity
}

/// Whether a name ends a chain that the word for an organization heads: وزارت دفاع *ایران*, شورای
/// شهر *تبریز*. Only adjectives and words that such chains have (role `branch`) stand before the
/// name and its feature words.
fn is_in_chain(
    tokens: &Tokens,
    found: &DictionaryMatch,
    context: &Context,
    style: TextStyle,
) -> bool {
    if !found.languages(tokens).has_chains() {
        return false;
    }
    let first = context.before.first();
    let first = first.map_or(found.first, |trigger| trigger.first);
    let mut nouns = 0;
    for at in (first.saturating_sub(MAX_CHAIN)..first).rev() {
        let joins = matches!(
            tokens.list[at + 1].boundary,
            Boundary::Space | Boundary::Joiner
        );
        if !joins || neighbor(tokens, at).uses.says_anything() {
            return false;
        }
        if roles(tokens, at).any(|role| role == Role::Organization) {
            return at + 1 < first || !is_placed_institution(tokens, at, style);
        }
        let word = &tokens.list[at];
        let letters = tokens.letters(word);
        let inside = roles(tokens, at).any(|role| role == Role::Branch)
            || word
                .languages
                .ends_in(letters, |profile| profile.endings.adjectives);
        if !inside {
            nouns += 1;
        }
        if nouns > MAX_NOUNS {
            return false;
        }
    }
    false
}

/// Whether a token is the word for an institution that is a place as well, of which prose says that
/// something is there: أمام *جامعة* حلب, در *دانشگاه* تبریز.
pub(crate) fn is_placed_institution(tokens: &Tokens, at: usize, style: TextStyle) -> bool {
    let word = &tokens.list[at];
    let spaced = word.boundary == Boundary::Space && !style.posts;
    let before = at.checked_sub(1).filter(|_| spaced);
    // درس في جامعة القاهرة: one studies *in* a university, wherever that is.
    let there = |before| {
        let uses = neighbor(tokens, before).uses;
        let within = uses.has(Use::Within) && word.languages.has_proclitics();
        uses.has(Use::Around) || (uses.has(Use::At) && !within)
    };
    before.is_some_and(there)
        && roles(tokens, at).any(|role| role == Role::Institution)
        && roles(tokens, at).any(|role| role == Role::Organization)
}

/// Maximum number of nouns in a chain, what an organization is for: انجمن *خودروسازان* ایران.
const MAX_NOUNS: usize = 1;

/// No name of an organization has more words before the place's.
const MAX_CHAIN: usize = 5;

/// Whether a case ending says that something is there or comes from there: no surname has such an
/// ending (Արամը Երևանում, Əli Bakıdan).
fn is_in_or_from(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let languages = tokens.list[found.last].languages;
    affix::is_in_or_from(languages, found.ending(tokens))
}

/// The entity that the words behind a name make it a part of.
fn after(
    passage: Passage<'_>,
    found: &DictionaryMatch,
    names: &[NameEntry],
) -> Option<ContainingEntity> {
    let Passage { tokens, rules, .. } = passage;
    let at = found.token_last() + 1;
    let word = tokens.list.get(at).filter(|word| word.boundary.joins())?;
    let space = word.space?;
    if rules.has(Rule::HeadBehind)
        && let Some(containing_entity) = headed_entity(tokens, found)
    {
        return Some(containing_entity);
    }
    if rules.has(Rule::SurnameBehind) && is_given_name(tokens, found, names) {
        return Some(ContainingEntity::NoPlace);
    }
    let town = names.iter().all(is_town);
    if !town || space != KeySpace::Arabic {
        return None;
    }
    if rules.has(Rule::MasculineDemonym) && is_masculine_demonym(tokens, at) {
        return Some(ContainingEntity::Club);
    }
    if !rules.has(Rule::SurnameBehind) {
        return None;
    }
    let unknown = !names.iter().any(|name| name.well_known);
    let letters = tokens.letters(word);
    let surname =
        || !letters.starts_with(&['و']) && is_surname(word.languages, letters.iter().copied());
    (unknown && found.proclitics.is_none() && surname()).then_some(ContainingEntity::NoPlace)
}

/// Whether a surname follows the bare name: Արարատ Միրզոյանը, Laçın Məmmədov; or, behind what is a
/// given name too, any name.
fn is_given_name(tokens: &Tokens, found: &DictionaryMatch, names: &[NameEntry]) -> bool {
    let Some(next) = tokens.list.get(found.token_last() + 1) else {
        return false;
    };
    let capitals = [tokens.list[found.last].case, next.case];
    if found.stripped() > 0
        || found.detached_suffix
        || next.boundary != Boundary::Space
        || capitals
            .iter()
            .any(|&case| matches!(case, LetterCase::None | LetterCase::Small))
        || names.iter().any(NameEntry::is_country)
    {
        return false;
    }
    // Վիրջինիա Վուլֆ, Լև Տոլստոյ: no name of a place stands bare before another name.
    let is_given = found.space == KeySpace::Armenian
        && found.first == found.last
        && roles(tokens, found.first).any(|role| role == Role::Given);
    if is_given {
        return true;
    }
    let letters = tokens.letters(next);
    let ends = affix::suffix_splits(next.languages, letters).map(|split| split.drop);
    std::iter::once(0).chain(ends).any(|drop| {
        is_surname(
            next.languages,
            letters[..letters.len() - drop].iter().copied(),
        )
    })
}

/// Whether a place that is called by a surname stands behind the name of a person: Յուրա *Իվանյանը*. Words in
/// the genitive say what a place lies in (Կոտայքի Աբովյան), and a capital that begins a sentence nothing.
fn is_surname_behind_name(tokens: &Tokens, found: &DictionaryMatch, names: &[NameEntry]) -> bool {
    if found.space != KeySpace::Armenian || found.first != found.last {
        return false;
    }
    let Some(before) = found.first.checked_sub(1).map(|at| &tokens.list[at]) else {
        return false;
    };
    let name = &tokens.list[found.first];
    let letters = tokens.letters(name);
    let bare = letters.len().saturating_sub(found.drop());
    name.boundary == Boundary::Space
        && (name.case, before.case) == (LetterCase::Capital, LetterCase::Capital)
        && !tokens.begins_sentence(found.first - 1)
        && !is_in_or_from(tokens, found)
        && !names.iter().any(|name| name.well_known)
        && is_surname(name.languages, letters[..bare].iter().copied())
        && !before
            .languages
            .ends_in(tokens.letters(before), |profile| profile.endings.genitives)
}

/// Towns are feminine in Arabic, clubs masculine: ميلان الإيطالي is the club.
fn is_masculine_demonym(tokens: &Tokens, at: usize) -> bool {
    let letters = tokens.letters(&tokens.list[at]);
    let mut demonyms = demonym::definite(tokens, at, at).iter();
    matches!(letters.last(), Some('ي' | 'ى')) && demonyms.any(|demonym| demonym.place.is_some())
}

/// The roles of a token before a name, with or without clitics. A word with the article heads no
/// name of two, unless the table has it with the article, as it has titles.
fn roles(tokens: &Tokens, at: usize) -> impl Iterator<Item = Role> {
    let word = &tokens.list[at];
    let space = word.space.unwrap_or(KeySpace::Other);
    let has_roles = neighbor(tokens, at).has_roles;
    let skips = has_roles.then(|| affix::beginnings(word.languages, tokens.letters(word)));
    skips.into_iter().flatten().flat_map(move |skip| {
        let key = tokens.key_from(word, skip);
        entry(space, key).roles(word.languages, Position::Before)
    })
}

/// Whether a token heads names of clubs: نادي, فريق; not the words for what a team has.
fn is_head_of_club(tokens: &Tokens, at: usize) -> bool {
    let word = &tokens.list[at];
    word.languages
        .ends_in(tokens.letters(word), |profile| profile.endings.clubs)
}

fn is_function_word(tokens: &Tokens, at: usize) -> bool {
    neighbor(tokens, at).uses.has(Use::Parts)
}

fn is_town(name: &NameEntry) -> bool {
    name.feature.class() == FeatureClass::Populated
}

/// Whether a name stands alone in quotation marks: «الشرق الأوسط» is a newspaper.
fn is_quoted(text: &str, tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let Range { start, end } = tokens.range(found.first, found.token_last());
    follows_opening(text, start) && precedes_closing(text, end)
}

/// Whether a token heads what has a title: صحيفة, إذاعة, نادي.
fn is_of_titles(tokens: &Tokens, at: usize) -> bool {
    roles(tokens, at).any(|role| matches!(role, Role::Organization | Role::Club))
}

/// Whether a feature word stands before the quotation mark: مدينة «برلين».
fn is_announced_outside(tokens: &Tokens, found: &DictionaryMatch) -> bool {
    let word = found.first.checked_sub(1).map(|at| &tokens.list[at]);
    word.is_some_and(|word| {
        let space = word.space.unwrap_or(KeySpace::Other);
        let proclitic_splits =
            affix::proclitic_splits(word.languages, tokens.letters(word)).map(|split| split.skip());
        let mut skips = std::iter::once(0).chain(proclitic_splits);
        skips.any(|skip| {
            let key = tokens.key_from(word, skip);
            let rule = entry(space, key).feature_word(word.languages, Position::Before);
            rule.is_some()
        })
    })
}
