//! What a token by itself says of a name beside it: worked out once a form, since names stand between
//! the same few words all through a text.

use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::lexicon::{Lexicon, Position, Role};
use crate::mention::feature::{Cue, Cues};
use crate::mention::token::annotation::NeighborCues;
use crate::mention::token::{Token, Tokens, is_one_of};

/// What a token says of a name beside it.
pub(crate) fn neighbor(tokens: &Tokens, at: usize) -> NeighborCues {
    let known = tokens.neighbor(at);
    known.get().unwrap_or_else(|| {
        let neighbor = of(tokens, &tokens.list[at]);
        known.set(Some(neighbor));
        neighbor
    })
}

fn of(tokens: &Tokens, word: &Token) -> NeighborCues {
    let lexicon = Lexicon::get();
    let (letters, key) = (tokens.letters(word), tokens.key(word));
    let space = word.space.unwrap_or(KeySpace::Other);
    let is = |list: &[&str]| is_one_of(list, letters);
    let feature = lexicon.feature_word_of(space, key, Position::Before);
    let inner = letters.strip_prefix(&['ا', 'ل']).map(|inner| {
        let key = tokens.key_from(word, letters.len() - inner.len());
        !lexicon.demonyms_of(space, key).is_empty()
    });
    let feminine = matches!(letters.last(), Some('ت' | 'ة'));
    let (mut before, mut after) = (Cues::default(), Cues::default());
    let mut is_sport = false;
    // Only Arabic texts have a classifier.
    let is_arabic = space == KeySpace::Arabic;
    for role in lexicon
        .roles_of(space, key, Position::Before)
        .filter(|_| is_arabic)
    {
        match role {
            Role::Given | Role::Title | Role::Kin => before.add(Cue::GivenBefore),
            Role::Team | Role::Club => before.add(Cue::TeamBefore),
            _ => {}
        }
        is_sport |= matches!(role, Role::Sport | Role::Team);
    }
    before.add_if(Cue::UnfittingFeatureWord, feature.is_some() && is_arabic);
    before.add(match inner {
        _ if is(&FROM) => Cue::MotionBefore,
        _ if is(&CONNECTIVES) => Cue::ConnectiveBefore,
        Some(true) => Cue::DemonymBefore,
        Some(false) => Cue::DefiniteBefore,
        None if feminine => Cue::FeminineBefore,
        None => Cue::NounBefore,
    });
    after.add(match inner {
        Some(true) => Cue::DemonymAfter,
        Some(false) => Cue::DefiniteAfter,
        None if is(&PREPOSITIONS) => Cue::PrepositionAfter,
        None if letters.first() == Some(&'و') => Cue::AndAfter,
        None if feminine => Cue::FeminineAfter,
        None => Cue::WordAfter,
    });
    let (mut ordinary, mut begins_idiom, mut has_roles) = (0, 0, false);
    let proclitic_splits = affix::proclitic_splits(letters).map(|split| split.skip);
    for skip in std::iter::once(0).chain(proclitic_splits) {
        let key = tokens.key_from(word, skip);
        let is_ordinary = !lexicon.common_words_of(space, key).is_empty();
        ordinary |= u16::from(is_ordinary) << skip;
        let mut roles = lexicon.roles_of(space, key, Position::Before);
        has_roles |= roles.next().is_some();
        begins_idiom |= u16::from(lexicon.longest_common_word(space, key) > 1) << skip;
    }
    NeighborCues {
        before,
        after,
        is_locative: is(&WHERE),
        is_sport,
        has_roles,
        is_feature_word: feature.is_some(),
        ordinary,
        begins_idiom,
    }
}

/// Words behind which a name says where something is.
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

/// Words that go on behind a place.
const PREPOSITIONS: [&str; 14] = [
    "في", "من", "الى", "إلى", "على", "عن", "مع", "أن", "ان", "بعد", "قبل", "منذ", "حيث", "خلال",
];
