//! Names that are a part of a longer name, of something that is no place: صحيفة القدس,
//! ريال مدريد, الملكة صوفيا.
//!
//! The words that say so are a table (`data/context_words.csv`); what follows from each of
//! their roles is here.

use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::lexicon::{Lexicon, Position, Role};
use crate::lang::surname::is_surname;
use crate::mention::context::feature_words::Around;
use crate::mention::context::neighbor::neighbor;
use crate::mention::filter::admission::is_visit;
use crate::mention::filter::entity::Longer;
use crate::mention::filter::organization_head::heads;
use crate::mention::filter::quotation::{follows_opening, is_title, precedes_closing};
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::Sense;
use crate::mention::token::segmentation::Joint;
use crate::mention::token::{Case, Word, Words, is_one_of};
use crate::model::feature::FeatureClass;
use std::ops::Range;

/// What the words around a name say it is a part of, if it is.
pub(crate) fn longer(
    text: &str,
    words: &Words,
    found: &Match,
    around: &Around,
    names: &[Sense],
) -> Option<Longer> {
    if names.iter().any(|name| around.suits(name.feature)) {
        return None;
    }
    let region = |name: &Sense| {
        let class = name.feature.class();
        matches!(class, FeatureClass::Area | FeatureClass::Water)
    };
    if names.iter().all(region)
        && is_quoted(text, words, found)
        && !is_announced_outside(words, found)
    {
        return Some(Longer::NoPlace);
    }
    if is_title(text, words, found) {
        return Some(match names.iter().any(is_town) {
            true => Longer::Club,
            false => Longer::NoPlace,
        });
    }
    // Clitics show that a new phrase begins: شركة للقاهرة is no Cairo company.
    let bare = found.start.is_none_or(|start| start.is_only_article());
    if let Some(longer) = before(words, found, names).filter(|_| bare) {
        return Some(longer);
    }
    after(words, found, names)
}

/// What the word before a name makes of it.
fn before(words: &Words, found: &Match, names: &[Sense]) -> Option<Longer> {
    let at = found.first.checked_sub(1)?;
    if !words.list[found.first].joint.joins() {
        return None;
    }
    let country = names.iter().any(Sense::is_country);
    let town = !country && names.iter().any(is_town);
    let further = at.checked_sub(1).filter(|_| words.list[at].joint.joins());
    let has = |at: usize, role: Role| roles(words, at).any(|found| found == role);
    let mut longer = roles(words, at).find_map(|role| match role {
        Role::Organization | Role::Title => Some(Longer::NoPlace),
        Role::Club => Some(Longer::Club),
        Role::Team if !country => Some(Longer::Club),
        Role::Given | Role::Kin if !country && !is_in_or_from(words, found) => {
            Some(Longer::NoPlace)
        }
        Role::Branch if further.is_some_and(|at| has(at, Role::Organization)) => {
            Some(Longer::NoPlace)
        }
        Role::Group => Some(Longer::Group(at)),
        _ => None,
    });
    if longer.is_none() && town && !is_function_word(words, at) {
        // نادي اتحاد طنجة, فريق أسيك أبيدجان.
        let club = |at: usize| {
            roles(words, at).any(|role| matches!(role, Role::Club | Role::Team))
                && is_head_of_club(words, at)
        };
        longer = further.filter(|&at| club(at)).map(|_| Longer::Club);
    }
    let known = || names.iter().any(|name| name.well_known);
    if longer.is_none() && found.start.is_none() && !known() && is_given_after_title(words, at) {
        return Some(Longer::NoPlace);
    }
    longer
}

/// Whether the word before a name is a given name that no table has, between a title with its
/// adjectives and the name: الممثل الخاص للاتحاد الأوروبي *تويفو* كلار.
fn is_given_after_title(words: &Words, at: usize) -> bool {
    let letters = |at: usize| words.letters(&words.list[at]);
    let is_definite = |at: usize| {
        let letters = letters(at);
        letters.starts_with(&['ا', 'ل']) || letters.starts_with(&['ل', 'ل'])
    };
    let neighbor = neighbor(words, at);
    // The imperfect, of a verb that the place is the object of.
    let is_verb = letters(at).first() == Some(&'ي') || is_visit(letters(at));
    let is_given = words.list[at].space == Some(KeySpace::Arabic)
        && !(is_definite(at) || neighbor.is_ordinary(0) || neighbor.is_feature_word)
        && !(is_verb || neighbor.is_where || is_function_word(words, at));
    let joined = |at: &usize| words.list[at + 1].joint.joins();
    let title = (0..at).rev().take_while(joined).take(TITLE_MOST);
    let mut title = title.take_while(|&at| is_definite(at));
    is_given && title.any(|at| roles(words, at).any(|role| role == Role::Title))
}

/// A title has no more words.
const TITLE_MOST: usize = 5;

/// Whether a case ending says that something is there or comes from there, as of no person's
/// surname: Արամը Երևանում, Əli Bakıdan.
fn is_in_or_from(words: &Words, found: &Match) -> bool {
    found.space != KeySpace::Arabic && affix::is_in_or_from(found.ending(words))
}

/// What the word after a name makes of it.
fn after(words: &Words, found: &Match, names: &[Sense]) -> Option<Longer> {
    let at = found.token_last() + 1;
    let word = words.list.get(at).filter(|word| word.joint.joins())?;
    let space = word.space?;
    if let Some(longer) = heads(words, found) {
        return Some(longer);
    }
    if is_given_name(words, found, names) {
        return Some(Longer::NoPlace);
    }
    let town = names.iter().all(is_town);
    if !town || space != KeySpace::Arabic {
        return None;
    }
    if is_masculine_demonym(words, word) {
        return Some(Longer::Club);
    }
    let unknown = !names.iter().any(|name| name.well_known);
    let letters = words.letters(word);
    let surname = || !letters.starts_with(&['و']) && is_surname(letters.iter().copied());
    (unknown && found.start.is_none() && surname()).then_some(Longer::NoPlace)
}

/// Whether a surname follows the bare name: Արարատ Միրզոյանը, Laçın Məmmədov; or, behind what is a
/// given name too, any name.
fn is_given_name(words: &Words, found: &Match, names: &[Sense]) -> bool {
    let Some(next) = words.list.get(found.token_last() + 1) else {
        return false;
    };
    let capitals = [words.list[found.last].case, next.case];
    if found.taken() > 0
        || next.joint != Joint::Space
        || capitals
            .iter()
            .any(|&case| matches!(case, Case::None | Case::Small))
        || names.iter().any(Sense::is_country)
    {
        return false;
    }
    // Վիրջինիա Վուլֆ, Լև Տոլստոյ: no name of a place stands bare before another name.
    let is_given = found.space == KeySpace::Armenian
        && found.first == found.last
        && roles(words, found.first).any(|role| role == Role::Given);
    if is_given {
        return true;
    }
    let letters = words.letters(next);
    let ends = affix::ends(letters).map(|end| end.drop);
    std::iter::once(0)
        .chain(ends)
        .any(|drop| is_surname(letters[..letters.len() - drop].iter().copied()))
}

/// Towns are feminine in Arabic, clubs masculine: ميلان الإيطالي is the club.
fn is_masculine_demonym(words: &Words, word: &Word) -> bool {
    let letters = words.letters(word);
    let (Some(rest), Some('ي' | 'ى')) = (letters.strip_prefix(&['ا', 'ل']), letters.last())
    else {
        return false;
    };
    let key = words.key_from(word, letters.len() - rest.len());
    let demonyms = Lexicon::get().demonyms_of(KeySpace::Arabic, key);
    demonyms.iter().any(|demonym| demonym.place.is_some())
}

/// The roles of a word before a name: as it stands, or without clitics. A word that bears the
/// article heads no name of two, unless the table has it with the article, as it has titles.
fn roles(words: &Words, at: usize) -> impl Iterator<Item = Role> {
    let word = &words.list[at];
    let space = word.space.unwrap_or(KeySpace::Other);
    let has_roles = neighbor(words, at).has_roles;
    let skips = has_roles.then(|| affix::beginnings(words.letters(word)));
    skips.into_iter().flatten().flat_map(move |skip| {
        let key = words.key_from(word, skip);
        Lexicon::get().roles_of(space, key, Position::Before)
    })
}

/// Whether the word heads names of clubs: نادي, فريق; not those for what a team has.
fn is_head_of_club(words: &Words, at: usize) -> bool {
    let letters: String = words.letters(&words.list[at]).iter().collect();
    letters.ends_with("نادي") || letters.ends_with("فريق")
}

/// Words that part a name from what stands before them.
const FUNCTION_WORDS: [&str; 14] = [
    "في", "من", "الى", "إلى", "على", "علي", "عن", "مع", "ضد", "بين", "أن", "ان", "و", "أو",
];

fn is_function_word(words: &Words, at: usize) -> bool {
    is_one_of(&FUNCTION_WORDS, words.letters(&words.list[at]))
}

fn is_town(name: &Sense) -> bool {
    name.feature.class() == FeatureClass::Populated
}

/// Whether a name stands alone in quotation marks: «الشرق الأوسط» is a newspaper.
fn is_quoted(text: &str, words: &Words, found: &Match) -> bool {
    let Range { start, end } = words.range(found.first, found.token_last());
    follows_opening(text, start) && precedes_closing(text, end)
}

/// Whether a feature word stands before the quotation mark: مدينة «برلين».
fn is_announced_outside(words: &Words, found: &Match) -> bool {
    let word = found.first.checked_sub(1).map(|at| &words.list[at]);
    word.is_some_and(|word| {
        let space = word.space.unwrap_or(KeySpace::Other);
        let starts = affix::starts(words.letters(word)).map(|start| start.skip);
        let mut skips = std::iter::once(0).chain(starts);
        skips.any(|skip| {
            let key = words.key_from(word, skip);
            let rule = Lexicon::get().feature_word_of(space, key, Position::Before);
            rule.is_some()
        })
    })
}
