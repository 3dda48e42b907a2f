//! The Arabic word for a site right before its name: شارع, سد, مستشفى; and the adjectives at the end
//! of such a name. Rows of roles `quarter`, `site`, `institution` and `qualifier` in
//! `data/context_words.csv`.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::{Entry, Position, Role, entry};

/// The word for a site, right before its name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SiteHead {
    pub at: usize,
    /// Number of its letters that are clitics.
    pub skip: usize,
    /// Number of letters before its stem: clitics, and the article.
    pub stem: usize,
    /// [`Role::Quarter`], [`Role::Site`] or [`Role::Institution`].
    pub role: Role,
}

/// The word for a site right before a token: on the same side of a hashtag's sign or not (جسر
/// #المنقف, #جسر_المنقف), and before an opening quotation mark.
pub(crate) fn head(tokens: &Tokens, at: usize, first_free: usize) -> Option<SiteHead> {
    let before = at.checked_sub(1).filter(|&before| before >= first_free)?;
    let (word, named) = (&tokens.list[before], &tokens.list[at]);
    if !word.hints.site_head {
        return None;
    }
    let touches = named.boundary.joins() || named.boundary == Boundary::Quote;
    let tagged = matches!(
        (word.tag, named.tag),
        (
            HashtagPart::None,
            HashtagPart::None | HashtagPart::HashStart
        ) | (HashtagPart::HashStart, HashtagPart::Hash)
    );
    if !touches || !tagged {
        return None;
    }
    let (skip, stem, role) = role(tokens, before, Definite::No)?;
    // عن طريق "by way of".
    let further = before.checked_sub(1).map(|at| &tokens.list[at]);
    let by_way = further.is_some_and(|word| tokens.letters(word) == ['ع', 'ن']);
    (!by_way).then_some(SiteHead {
        at: before,
        skip,
        stem,
        role,
    })
}

/// The word for a site with the article right before a token: *الطريق* الصحراوي.
pub(crate) fn definite_head(tokens: &Tokens, at: usize, first_free: usize) -> Option<SiteHead> {
    let before = at.checked_sub(1).filter(|&before| before >= first_free)?;
    let (word, named) = (&tokens.list[before], &tokens.list[at]);
    let plain = word.tag == HashtagPart::None && named.tag == HashtagPart::None;
    if !word.hints.site_head || !plain || named.boundary != Boundary::Space {
        return None;
    }
    let (skip, stem, role) = role(tokens, before, Definite::Yes)?;
    Some(SiteHead {
        at: before,
        skip,
        stem,
        role,
    })
}

/// Whether a head is the word for a building that news calls by name as well (role `landmark`).
pub(crate) fn is_landmark(tokens: &Tokens, head: SiteHead) -> bool {
    let word = &tokens.list[head.at];
    let of_key = |skip: usize| {
        let said = entry(KeySpace::Arabic, tokens.key_from(word, skip));
        let mut roles = said.roles(word.languages, Position::Before);
        roles.any(|role| role == Role::Landmark)
    };
    word.space == Some(KeySpace::Arabic) && of_key(head.stem)
}

/// Whether an Arabic word with this stem is a word for sites, with the article or without.
pub(crate) fn is_head(stem: &Entry, languages: LanguageSet) -> bool {
    site_role(stem, languages).is_some()
}

/// The role of words for sites before their names.
fn site_role(entry: &Entry, languages: LanguageSet) -> Option<Role> {
    let mut roles = entry.roles(languages, Position::Before);
    roles.find(|role| matches!(role, Role::Quarter | Role::Site | Role::Institution))
}

/// Whether the article stands before a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Definite {
    No,
    Yes,
}

/// The role of a word for sites, the number of its letters that are clitics, and of those before its stem.
fn role(tokens: &Tokens, at: usize, definite: Definite) -> Option<(usize, usize, Role)> {
    let word = &tokens.list[at];
    if word.space != Some(KeySpace::Arabic) {
        return None;
    }
    let letters = tokens.letters(word);
    let of_key = |skip: usize| {
        let key = tokens.key_from(word, skip);
        site_role(&entry(KeySpace::Arabic, key), word.languages)
    };
    if definite == Definite::No {
        return affix::beginnings(word.languages, letters)
            .find_map(|skip| Some((skip, skip, of_key(skip)?)));
    }
    affix::proclitic_splits(word.languages, letters)
        .filter(|split| split.takes_article())
        .find_map(|split| Some((split.clitics(), split.skip(), of_key(split.skip())?)))
}

/// The last token of a name with the adjectives behind it: بيروت الدولي.
pub(crate) fn qualified(tokens: &Tokens, last: usize) -> usize {
    let mut end = last;
    while end < last + MAX_QUALIFIERS
        && tokens.joined(end, end + 1)
        && tokens.list[end + 1].tag != HashtagPart::HashStart
        && is_qualifier(tokens, end + 1)
    {
        end += 1;
    }
    end
}

/// Maximum number of adjectives behind a name: مطار رفيق الحريري *الدولي الجديد*.
const MAX_QUALIFIERS: usize = 2;

/// Whether a token is an adjective that names of sites bear.
pub(crate) fn is_qualifier(tokens: &Tokens, at: usize) -> bool {
    has_role(tokens, at, Position::After, |role| role == Role::Qualifier)
}

/// Whether a token as it stands has such a role.
pub(crate) fn has_role(
    tokens: &Tokens,
    at: usize,
    position: Position,
    asked: impl Fn(Role) -> bool,
) -> bool {
    tokens.list.get(at).is_some_and(|word| {
        let space = word.space.unwrap_or(KeySpace::Other);
        let key = tokens.key(word);
        let mut roles = entry(space, key).roles(word.languages, position);
        roles.any(asked)
    })
}

/// Whether two words are a name of which only the second has the article: صباح الأحمد.
pub(crate) fn is_two_part(tokens: &Tokens, at: usize) -> bool {
    let second = tokens.list.get(at + 1);
    let spaced = second.is_some_and(|second| {
        second.boundary == Boundary::Space && second.tag == HashtagPart::None
    });
    spaced
        && !is_definite(tokens, at)
        && tokens.letters(&tokens.list[at]).len() >= MIN_FIRST
        && !neighbor(tokens, at).is_feature_word
        && is_definite(tokens, at + 1)
        && !is_qualifier(tokens, at + 1)
}

/// Minimum length in letters of the first of them.
const MIN_FIRST: usize = 3;

/// Whether a word has the article.
pub(crate) fn is_definite(tokens: &Tokens, at: usize) -> bool {
    at < tokens.list.len() && neighbor(tokens, at).is_definite
}
