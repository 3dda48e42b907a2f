//! What a word says of a name beside it, as far as the word by itself tells: worked out once for
//! each spelling, since names stand between the same few words all through a text.

use crate::analysis::demonym::definite;
use crate::analysis::split::{Stem, stems};
use crate::analysis::token::annotation::NeighborWord;
use crate::analysis::token::{Tokens, is_one_of};
use crate::key::KeySpace;
use crate::lang::lexicon::{Lexicon, Position, Role};

/// What a token by itself says of a name beside it.
pub(crate) fn neighbor(tokens: &Tokens, at: usize) -> NeighborWord {
    let known = tokens.neighbor(at);
    known.get().unwrap_or_else(|| {
        let neighbor = of(tokens, at);
        known.set(Some(neighbor));
        neighbor
    })
}

fn of(tokens: &Tokens, at: usize) -> NeighborWord {
    let word = &tokens.list[at];
    let lexicon = Lexicon::get();
    let (letters, key) = (tokens.letters(word), tokens.key(word));
    let space = word.space.unwrap_or(KeySpace::Other);
    let is = |list: &[&str]| is_one_of(list, letters);
    let feature = lexicon.feature_word_of(space, key, Position::Before);
    let (mut announces_person, mut announces_team, mut is_sport) = (false, false, false);
    // Only Arabic texts are weighed by these.
    let is_arabic = space == KeySpace::Arabic;
    for role in lexicon
        .roles_of(space, key, Position::Before)
        .filter(|_| is_arabic)
    {
        announces_person |= matches!(role, Role::Given | Role::Title | Role::Kin);
        announces_team |= matches!(role, Role::Team | Role::Club);
        is_sport |= matches!(role, Role::Sport | Role::Team);
    }
    let (mut ordinary, mut begins_idiom, mut has_roles) = (0, 0, false);
    for Stem { skip, .. } in stems(letters) {
        let key = tokens.key_from(word, skip);
        let is_ordinary = !lexicon.common_words_of(space, key).is_empty();
        ordinary |= u16::from(is_ordinary) << skip;
        let mut roles = lexicon.roles_of(space, key, Position::Before);
        has_roles |= roles.next().is_some();
        begins_idiom |= u16::from(lexicon.longest_common_word(space, key) > 1) << skip;
    }
    NeighborWord {
        is_definite: letters.starts_with(&['ا', 'ل']),
        is_definite_demonym: !definite(tokens, at, at).is_empty(),
        is_feminine: matches!(letters.last(), Some('ت' | 'ة')),
        begins_with_and: letters.first() == Some(&'و'),
        is_from: is(&FROM),
        is_connective: is(&CONNECTIVES),
        is_preposition: is(&PREPOSITIONS),
        announces_person,
        announces_team,
        is_locative: is(&WHERE),
        is_sport,
        has_roles,
        is_feature_word: feature.is_some(),
        ordinary,
        begins_idiom,
    }
}

/// Words before which a name says where something is.
const WHERE: [&str; 12] = [
    "في",
    "وفي",
    "قرب",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "شمالي",
    "جنوبي",
    "شرقي",
    "غربي",
    "وسط",
];

/// Words after which places are counted or contrasted.
const FROM: [&str; 8] = ["من", "الى", "إلى", "ومن", "والى", "وإلى", "حتى", "نحو"];
const CONNECTIVES: [&str; 12] = [
    "على", "علي", "عن", "مع", "ضد", "بين", "أن", "ان", "أو", "او", "و", "عبر",
];

/// Words that go on after a place.
const PREPOSITIONS: [&str; 14] = [
    "في", "من", "الى", "إلى", "على", "عن", "مع", "أن", "ان", "بعد", "قبل", "منذ", "حيث", "خلال",
];
