//! What a word says of a name beside it, as far as the word by itself tells: worked out once for
//! each spelling, since names stand between the same few words all through a text.

use crate::key::KeySpace;
use crate::lang::affix;
use crate::lang::language::{Use, Uses, uses};
use crate::lang::lexicon::{Lexicon, Position, Role};
use crate::mention::feature::{Cue, Cues};
use crate::mention::token::annotation::NeighborCues;
use crate::mention::token::{Token, Tokens};

/// What a word says of a name beside it.
pub(crate) fn neighbor(tokens: &Tokens, at: usize) -> NeighborCues {
    match tokens.neighbor(at) {
        Some(known) => known,
        None => tokens.remember_neighbor(at, of(tokens, &tokens.list[at])),
    }
}

/// Whether a word is one of sport.
pub(crate) fn is_sport(tokens: &Tokens, at: usize) -> bool {
    match tokens.is_known_sport(at) {
        Some(known) => known,
        None => neighbor(tokens, at).is_sport,
    }
}

fn of(tokens: &Tokens, word: &Token) -> NeighborCues {
    let lexicon = Lexicon::get();
    let (letters, key) = (tokens.letters(word), tokens.key(word));
    let space = word.space.unwrap_or(KeySpace::Other);
    let uses = uses(word.languages, letters);
    let feature = lexicon.feature_word_of(word.languages, space, key, Position::Before);
    let inner = letters.strip_prefix(&['ا', 'ل']).map(|inner| {
        let key = tokens.key_from(word, letters.len() - inner.len());
        !lexicon.demonyms_of(word.languages, space, key).is_empty()
    });
    let feminine = matches!(letters.last(), Some('ت' | 'ة'));
    let (mut before, mut after) = (Cues::default(), Cues::default());
    let mut is_sport = false;
    // Only Arabic texts are weighed by these signs.
    let is_arabic = space == KeySpace::Arabic;
    for role in lexicon
        .roles_of(word.languages, space, key, Position::Before)
        .filter(|_| is_arabic)
    {
        match role {
            Role::Given | Role::Title | Role::Kin => before.add(Cue::GivenBefore),
            Role::Team | Role::Club => before.add(Cue::TeamBefore),
            _ => {}
        }
        is_sport |= matches!(role, Role::Sport | Role::Team);
    }
    before.add_if(Cue::Misfit, feature.is_some() && is_arabic);
    before.add(match inner {
        _ if uses.meets(FROM) => Cue::From,
        _ if uses.has(Use::Connective) => Cue::Connective,
        Some(true) => Cue::DemonymBefore,
        Some(false) => Cue::DefiniteBefore,
        None if feminine => Cue::FeminineBefore,
        None => Cue::NounBefore,
    });
    after.add(match inner {
        Some(true) => Cue::DemonymAfter,
        Some(false) => Cue::DefiniteAfter,
        None if uses.has(Use::Follows) => Cue::PrepositionAfter,
        None if letters.first() == Some(&'و') => Cue::AndAfter,
        None if feminine => Cue::FeminineAfter,
        None => Cue::WordAfter,
    });
    let (mut ordinary, mut begins_idiom, mut has_roles) = (0, 0, false);
    let proclitic_splits = affix::proclitic_splits(word.languages, letters).map(|start| start.skip);
    for skip in std::iter::once(0).chain(proclitic_splits) {
        let key = tokens.key_from(word, skip);
        let mut common = lexicon.common_words_of(word.languages, space, key);
        let is_ordinary = common.next().is_some();
        ordinary |= u16::from(is_ordinary) << skip;
        let mut roles = lexicon.roles_of(word.languages, space, key, Position::Before);
        has_roles |= roles.next().is_some();
        begins_idiom |= u16::from(lexicon.longest_common_word(space, key) > 1) << skip;
    }
    NeighborCues {
        before,
        after,
        uses,
        is_sport,
        has_roles,
        is_feature_word: feature.is_some(),
        ordinary,
        begins_idiom,
    }
}

/// Words after which places are counted or contrasted.
const FROM: Uses = Uses::of([Use::From, Use::To, Use::Until]);
